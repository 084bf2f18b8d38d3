// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tasktree/task_tree_model.h"

#include "widgets/timeline/model_parts.h"

#include <algorithm>

namespace awaitscope {

namespace {

BranchCount::Kind kindOf(bool begun, bool ended, bool ignored, Cue cue)
{
    if (!ended)
        return begun ? BranchCount::Living : BranchCount::NotBegun;
    if (ignored)
        return BranchCount::Ignored;
    switch (cue) {
    case Cue::Cancelled:
        return BranchCount::Cancelled;
    case Cue::Failed:
        return BranchCount::Failed;
    case Cue::TimedOut:
        return BranchCount::TimedOut;
    case Cue::NeverStarted:
        return BranchCount::NeverStarted;
    default:
        return BranchCount::Done;
    }
}

bool isNested(const Trace &trace, TaskId task, std::size_t applied, Ns now)
{
    return applied > 0 && std::ranges::any_of(trace.nestedLoops(), [&](const NestedLoop &nested) {
        return nested.task == task && nested.begin <= now && (nested.open || now < nested.end);
    });
}

} // namespace

TaskTreeModel::TaskTreeModel(QObject *parent) : QAbstractItemModel(parent) { }

bool TaskTreeModel::continuesWith(const std::vector<Subject> &subjects) const
{
    const auto sameRun = [](const Subject &a, const Subject &b) { return a.letter == b.letter && a.title == b.title; };
    if (!std::ranges::equal(subjects_, subjects, sameRun))
        return false;
    return std::ranges::all_of(nodes_, [&](const Node &node) {
        if (!node.ref.task)
            return true;
        const auto &tasks = subjects[node.ref.subject].trace->tasks();
        const auto &before = subjects_[node.ref.subject].trace->task(node.ref.task);
        const std::size_t at = node.ref.task.index();
        return at < tasks.size() && tasks[at].id && tasks[at].parent == before.parent && tasks[at].name == before.name;
    });
}

void TaskTreeModel::setSubjects(const std::vector<Subject> &subjects)
{
    const bool same = continuesWith(subjects);
    if (!same)
        beginResetModel();
    subjects_ = subjects;
    factsFor_.assign(subjects.size(), none);
    facts_.assign(subjects.size(), {});
    for (std::size_t subject = 0; subject < subjects.size(); ++subject)
        readFacts(subject);
    if (!same) {
        rebuild();
        endResetModel();
    }
}

void TaskTreeModel::rebuild()
{
    nodes_.clear();
    moment_ = {};
    nodeOf_.assign(subjects_.size(), {});
    for (std::size_t subject = 0; subject < subjects_.size(); ++subject) {
        Node run;
        run.ref.subject = subject;
        run.parent = none;
        run.row = static_cast<int>(subject);
        run.name = (subjects_[subject].letter + QStringLiteral("  ") + subjects_[subject].title).trimmed();
        nodes_.push_back(std::move(run));
    }
}

void TaskTreeModel::addNode(std::size_t parent, const TaskInfo &task)
{
    const int row = static_cast<int>(nodes_[parent].children.size());
    beginInsertRows(indexAt(parent, TaskColumn), row, row);
    Node node;
    node.ref = {nodes_[parent].ref.subject, task.id};
    node.parent = parent;
    node.row = row;
    node.level = nodes_[parent].level + 1;
    node.name = task.name;
    nodeOf_[node.ref.subject][task.id.index()] = nodes_.size();
    nodes_[parent].children.push_back(nodes_.size());
    nodes_.push_back(std::move(node));
    endInsertRows();
}

bool TaskTreeModel::addTasks(std::size_t subject)
{
    const Trace &trace = *subjects_[subject].trace;
    auto &nodeOf = nodeOf_[subject];
    nodeOf.resize(trace.tasks().size(), none);
    const std::size_t before = nodes_.size();
    for (const TaskInfo &task : trace.tasks()) {
        if (!task.id || nodeOf[task.id.index()] != none)
            continue;
        const std::size_t parent = task.parent ? nodeOf[task.parent.index()] : subject;
        if (parent != none)
            addNode(parent, task);
    }
    return nodes_.size() > before;
}

void TaskTreeModel::nameTasks(std::size_t subject)
{
    const chart::TaskNames names(*subjects_[subject].trace);
    for (const std::size_t node : nodeOf_[subject]) {
        if (node == none)
            continue;
        QString name = names.label(nodes_[node].ref.task);
        if (name == nodes_[node].name)
            continue;
        nodes_[node].name = std::move(name);
        const QModelIndex at = indexAt(node, TaskColumn);
        Q_EMIT dataChanged(at, at);
    }
}

void TaskTreeModel::readFacts(std::size_t subject)
{
    const Trace &trace = *subjects_[subject].trace;
    if (factsFor_[subject] == trace.events().size() && facts_[subject].size() == trace.tasks().size())
        return;
    factsFor_[subject] = trace.events().size();
    facts_[subject] = cascadeFacts(trace);
}

TaskTreeModel::Cells TaskTreeModel::cellsOf(const Node &node) const
{
    const Trace &trace = *subjects_[node.ref.subject].trace;
    const TaskInfo &task = trace.task(node.ref.task);
    const CascadeFact &fact = facts_[node.ref.subject][node.ref.task.index()];
    const std::size_t applied = node.ref.subject < moment_.applied.size() ? moment_.applied[node.ref.subject] : 0;
    const TaskState state = trace.stateAfter(task.id, applied);
    Cells cells;
    cells.begun = state != TaskState::None;
    if (!cells.begun)
        return cells;
    cells.ended = isEnd(state);
    const Span *span = cells.ended ? nullptr : trace.spanAfter(task.id, applied);
    cells.cue = cells.ended ? cueOfEnd(state) : span ? cueOf(*span) : Cue::Paused;
    if (!cells.ended && isNested(trace, task.id, applied, moment_.time))
        cells.cue = Cue::Nested;
    cells.orphaned = fact.outlived() && applied > fact.callerGoneEvent;
    cells.asked = fact.requestEvent != noEvent && applied > fact.requestEvent;
    cells.shielded = cells.asked && fact.shielded;
    cells.ignored = cells.ended && fact.ignored;
    cells.number = cells.ended ? node.number : 0;
    if (fact.wasTold() && applied > fact.toldEvent) {
        cells.told = fact.latency();
        cells.cleanup = (cells.ended ? task.end : std::max(moment_.time, fact.told)) - fact.told;
    }
    cells.end = cells.ended ? task.end : Ns(0);
    return cells;
}

void TaskTreeModel::setMoment(const Moment &moment)
{
    moment_ = moment;
    for (std::size_t subject = 0; subject < subjects_.size(); ++subject) {
        readFacts(subject);
        if (addTasks(subject))
            nameTasks(subject);
    }
    refreshRows();
}

void TaskTreeModel::setNumbers(const ChartModel &chart)
{
    bool changed = false;
    for (std::size_t group = 0; group < chart.groups.size() && group < nodeOf_.size(); ++group) {
        for (const ModelRow &row : chart.groups[group].rows) {
            const QModelIndex at = indexOf({group, row.task});
            if (!at.isValid())
                continue;
            int &number = nodes_[nodeAt(at)].number;
            changed = changed || number != row.order;
            number = row.order;
        }
    }
    if (changed)
        refreshRows();
}

/// What is below stands behind what is above, so one pass backwards sums it up.
void TaskTreeModel::refreshRows()
{
    std::vector<BranchCount> counts(nodes_.size());
    std::vector<std::size_t> changed;
    for (std::size_t at = nodes_.size(); at-- > 0;) {
        Node &node = nodes_[at];
        Cells cells = node.ref.task ? cellsOf(node) : Cells();
        if (cells != node.cells || counts[at] != node.below)
            changed.push_back(at);
        node.cells = cells;
        node.below = counts[at];
        if (node.parent == none)
            continue;
        BranchCount &above = counts[node.parent];
        above.all += counts[at].all + 1;
        for (std::size_t kind = 0; kind < BranchCount::kinds; ++kind)
            above.of[kind] += counts[at].of[kind];
        ++above.of[kindOf(cells.begun, cells.ended, cells.ignored, cells.cue)];
    }
    tell(changed);
}

/// Rows side by side are told of together.
void TaskTreeModel::tell(const std::vector<std::size_t> &changed)
{
    for (std::size_t i = 0; i < changed.size();) {
        const Node &last = nodes_[changed[i]];
        int first = last.row;
        while (++i < changed.size() && nodes_[changed[i]].parent == last.parent && nodes_[changed[i]].row == first - 1)
            --first;
        const QModelIndex parent = last.parent == none ? QModelIndex() : indexAt(last.parent, TaskColumn);
        Q_EMIT dataChanged(index(first, 0, parent), index(last.row, columns - 1, parent));
    }
}

std::size_t TaskTreeModel::nodeAt(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<std::size_t>(index.internalId()) : none;
}

QModelIndex TaskTreeModel::indexAt(std::size_t node, int column) const
{
    return createIndex(nodes_[node].row, column, static_cast<quintptr>(node));
}

std::optional<TaskRef> TaskTreeModel::taskAt(const QModelIndex &index) const
{
    return index.isValid() ? std::optional(nodes_[nodeAt(index)].ref) : std::nullopt;
}

QModelIndex TaskTreeModel::indexOf(const TaskRef &ref, int column) const
{
    if (ref.subject >= nodeOf_.size() || !ref.task || ref.task.index() >= nodeOf_[ref.subject].size())
        return {};
    const std::size_t node = nodeOf_[ref.subject][ref.task.index()];
    return node == none ? QModelIndex() : indexAt(node, column);
}

QModelIndex TaskTreeModel::indexOfRun(std::size_t subject) const
{
    return subject < subjects_.size() ? indexAt(subject, TaskColumn) : QModelIndex();
}

int TaskTreeModel::taskCount(std::size_t subject) const
{
    return static_cast<int>(std::ranges::count_if(nodeOf_[subject], [](std::size_t node) { return node != none; }));
}

int TaskTreeModel::level(const QModelIndex &index) const
{
    return index.isValid() ? nodes_[nodeAt(index)].level : -1;
}

bool TaskTreeModel::isLiving(const QModelIndex &index) const
{
    if (!index.isValid())
        return false;
    const Cells &cells = nodes_[nodeAt(index)].cells;
    return cells.begun && !cells.ended;
}

QModelIndex TaskTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column < 0 || column >= columns || parent.column() > 0)
        return {};
    const auto at = static_cast<std::size_t>(row);
    if (!parent.isValid())
        return at < subjects_.size() ? indexAt(at, column) : QModelIndex();
    const auto &children = nodes_[nodeAt(parent)].children;
    return at < children.size() ? indexAt(children[at], column) : QModelIndex();
}

QModelIndex TaskTreeModel::parent(const QModelIndex &index) const
{
    const std::size_t above = index.isValid() ? nodes_[nodeAt(index)].parent : none;
    return above == none ? QModelIndex() : indexAt(above, TaskColumn);
}

int TaskTreeModel::rowCount(const QModelIndex &parent) const
{
    if (parent.column() > 0)
        return 0;
    return static_cast<int>(parent.isValid() ? nodes_[nodeAt(parent)].children.size() : subjects_.size());
}

int TaskTreeModel::columnCount(const QModelIndex &) const
{
    return columns;
}

Qt::ItemFlags TaskTreeModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

} // namespace awaitscope
