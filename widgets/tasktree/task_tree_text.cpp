// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/trace/caption.h"
#include "lessons/trace/wording.h"
#include "widgets/tasktree/task_tree_model.h"

#include <QCoreApplication>

namespace awaitscope {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("awaitscope", text);
}

/// "24 cancelled", with numbers as digits: they stand in a table.
QString countText(BranchCount::Kind kind, int count)
{
    const char *words[]{QT_TRANSLATE_NOOP("awaitscope", "%1 cancelled"), QT_TRANSLATE_NOOP("awaitscope", "%1 ignored it"),
        QT_TRANSLATE_NOOP("awaitscope", "%1 failed"), QT_TRANSLATE_NOOP("awaitscope", "%1 timed out"),
        QT_TRANSLATE_NOOP("awaitscope", "%1 done"), QT_TRANSLATE_NOOP("awaitscope", "%1 never started"),
        QT_TRANSLATE_NOOP("awaitscope", "%1 not ended"), QT_TRANSLATE_NOOP("awaitscope", "%1 not begun")};
    return tr(words[kind]).arg(count);
}

} // namespace

QString stateWord(Cue cue)
{
    switch (cue) {
    case Cue::Running:
        return tr("running");
    case Cue::Paused:
        return tr("paused");
    case Cue::Blocking:
        return tr("blocks the loop");
    case Cue::OnWorker:
        return tr("on a thread");
    case Cue::Nested:
        return tr("in a nested loop");
    default:
        return cueStyle(cue, theme(ThemeKind::Light)).word;
    }
}

QString TaskTreeModel::summary(const Node &node) const
{
    if (node.below.all == 0)
        return {};
    QStringList parts;
    for (int kind = 0; kind < BranchCount::kinds; ++kind) {
        if (const int count = node.below.of[static_cast<std::size_t>(kind)]; count > 0)
            parts << countText(static_cast<BranchCount::Kind>(kind), count);
    }
    const QString rest = parts.join(QStringLiteral(", "));
    if (!node.ref.task)
        return node.below.all == 1 ? tr("1 task: %1").arg(rest) : tr("%1 tasks: %2").arg(node.below.all).arg(rest);
    return node.below.all == 1 ? tr("1 task below: %1").arg(rest) : tr("%1 tasks below: %2").arg(node.below.all).arg(rest);
}

QString TaskTreeModel::stateText(const Node &node) const
{
    const Cells &cells = node.cells;
    if (!cells.begun)
        return tr("not begun");
    const QString word = stateWord(cells.cue);
    if (cells.ignored)
        return tr("ignored it, %1").arg(word);
    return cells.orphaned ? tr("orphaned, %1").arg(word) : word;
}

QString TaskTreeModel::text(const Node &node, int column) const
{
    const Cells &cells = node.cells;
    if (column == TaskColumn)
        return node.name;
    if (!node.ref.task)
        return {};
    switch (column) {
    case StateColumn:
        return stateText(node);
    case NumberColumn:
        return cells.number > 0 ? QString::number(cells.number) : QString();
    case ToldColumn:
        if (cells.shielded)
            return tr("shielded");
        return cells.told ? readableLength(*cells.told) : cells.asked ? tr("not yet") : QString();
    case CleanupColumn:
        return !cells.cleanup ? QString() : cells.ended ? readableLength(*cells.cleanup) : readableLength(*cells.cleanup) + u'…';
    case EndedColumn:
        return cells.ended ? readableLength(cells.end) : QString();
    default:
        return {};
    }
}

QString TaskTreeModel::details(const Node &node) const
{
    if (!node.ref.task)
        return node.name + (node.below.all > 0 ? u'\n' + summary(node) : QString());
    const Cells &cells = node.cells;
    const TaskInfo &task = subjects_[node.ref.subject].trace->task(node.ref.task);
    const CascadeFact &fact = facts_[node.ref.subject][node.ref.task.index()];
    QStringList lines{node.name, stateText(node)};
    if (cells.begun)
        lines << tr("begun at %1").arg(exactTime(task.start));
    if (cells.asked && cells.shielded)
        lines << tr("its shield kept off the request of %1").arg(exactTime(fact.requested));
    else if (cells.asked)
        lines << tr("asked to end at %1").arg(exactTime(fact.requested));
    if (cells.told)
        lines << tr("told %1 after the request").arg(exactTime(*cells.told));
    if (cells.told && fact.afterAbove)
        lines << tr("told %1 after the task above it").arg(exactTime(*fact.afterAbove));
    if (cells.ended && cells.cleanup)
        lines << tr("ended %1 after it was told").arg(exactTime(*cells.cleanup));
    if (cells.number > 0)
        lines << tr("number %1 in the order of the cancellation").arg(cells.number);
    if (cells.ended)
        lines << tr("ended at %1").arg(exactTime(cells.end));
    if (cells.ended && !task.error.isEmpty())
        lines << task.error;
    if (cells.orphaned)
        lines << (cells.ended ? tr("outlived those above it by %1").arg(exactTime(task.end - fact.callerGone))
                              : tr("the first of those above it ended at %1").arg(exactTime(fact.callerGone)));
    if (node.below.all > 0)
        lines << summary(node);
    return lines.join(u'\n');
}

QString TaskTreeModel::spoken(const Node &node, int column) const
{
    if (!node.ref.task)
        return column == TaskColumn ? node.name + (node.below.all > 0 ? QStringLiteral(", ") + summary(node) : QString())
                                    : QString();
    const QString value = text(node, column);
    if (column != TaskColumn)
        return QStringLiteral("%1: %2").arg(
            headerData(column, Qt::Horizontal, Qt::AccessibleTextRole).toString(), value.isEmpty() ? tr("none") : value);
    QStringList parts{value, stateText(node)};
    if (node.below.all > 0)
        parts << summary(node);
    return parts.join(QStringLiteral(", "));
}

QVariant TaskTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &node = nodes_[nodeAt(index)];
    switch (role) {
    case Qt::DisplayRole:
        return text(node, index.column());
    case Qt::ToolTipRole:
        return details(node);
    case Qt::AccessibleTextRole:
        return spoken(node, index.column());
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (index.column() < NumberColumn ? Qt::AlignLeft : Qt::AlignRight));
    case CueRole:
        return node.ref.task && node.cells.begun ? QVariant(static_cast<int>(node.cells.cue)) : QVariant();
    case RunRole:
        return !node.ref.task;
    case SummaryRole:
        return summary(node);
    default:
        return {};
    }
}

QVariant TaskTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columns)
        return {};
    struct Head
    {
        const char *name, *spoken, *meaning;
    };
    static constexpr Head heads[columns]{
        {QT_TRANSLATE_NOOP("awaitscope::TaskTreeModel", "Task"), QT_TRANSLATE_NOOP("awaitscope::TaskTreeModel", "task"),
            QT_TRANSLATE_NOOP("awaitscope::TaskTreeModel", "Each task stands below the one that started it")},
        {QT_TRANSLATE_NOOP("awaitscope::TaskTreeModel", "State"), QT_TRANSLATE_NOOP("awaitscope::TaskTreeModel", "state"),
            QT_TRANSLATE_NOOP("awaitscope::TaskTreeModel", "What it is doing at the playhead")},
        {QT_TRANSLATE_NOOP("awaitscope::TaskTreeModel", "No."), QT_TRANSLATE_NOOP("awaitscope::TaskTreeModel", "number"),
            QT_TRANSLATE_NOOP(
                "awaitscope::TaskTreeModel", "Its number in the order of the cancellation, as at its end on the timeline")},
        {QT_TRANSLATE_NOOP("awaitscope::TaskTreeModel", "Told after"),
            QT_TRANSLATE_NOOP("awaitscope::TaskTreeModel", "told after"),
            QT_TRANSLATE_NOOP("awaitscope::TaskTreeModel", "From the request to cancel to the moment that the task was told")},
        {QT_TRANSLATE_NOOP("awaitscope::TaskTreeModel", "Cleanup"), QT_TRANSLATE_NOOP("awaitscope::TaskTreeModel", "cleanup"),
            QT_TRANSLATE_NOOP("awaitscope::TaskTreeModel", "From the moment that it was told to its end")},
        {QT_TRANSLATE_NOOP("awaitscope::TaskTreeModel", "Ended"), QT_TRANSLATE_NOOP("awaitscope::TaskTreeModel", "ended"),
            QT_TRANSLATE_NOOP("awaitscope::TaskTreeModel", "When it ended, from the zero of its run")}};
    const Head &head = heads[section];
    switch (role) {
    case Qt::DisplayRole:
        return tr(head.name);
    case Qt::ToolTipRole:
        return tr(head.meaning);
    case Qt::AccessibleTextRole:
        return tr(head.spoken);
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (section < NumberColumn ? Qt::AlignLeft : Qt::AlignRight));
    default:
        return {};
    }
}

} // namespace awaitscope
