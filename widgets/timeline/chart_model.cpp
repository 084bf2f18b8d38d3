// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/chart_model.h"

#include "lessons/trace/analysis.h"
#include "lessons/trace/caption.h"
#include "lessons/trace/wording.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace awaitscope {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

/// Ends that differ by less than this are not told apart in a header.
constexpr Ns sameTime = std::chrono::microseconds(500);

QString culprit(const Trace &trace, SiteId site)
{
    if (!site)
        return {};
    const Site &where = trace.site(site);
    return Words::tr("%1 line %2").arg(QFileInfo(where.file).fileName()).arg(where.line);
}

void nameBar(ModelBar &bar, const Trace &trace, const Span &span)
{
    switch (bar.cue) {
    case Cue::Blocking: {
        const QString blocks = Words::tr("blocks the loop for %1").arg(readableLength(span.length()));
        const QString where = culprit(trace, span.site);
        bar.label = where.isEmpty() ? blocks : Words::tr("%1, %2").arg(blocks, where);
        bar.shortLabel = blocks;
        return;
    }
    case Cue::Running:
    case Cue::OnWorker:
    case Cue::Paused:
        return;
    default:
        break;
    }
    switch (span.wait.kind) {
    case WaitKind::Timer:
        bar.label = Words::tr("timer %1").arg(readableLength(span.wait.length));
        bar.shortLabel = readableLength(span.wait.length);
        return;
    case WaitKind::Task:
        if (span.wait.task && span.wait.task.index() < trace.tasks().size()) {
            bar.shortLabel = trace.task(span.wait.task).name;
            bar.label = Words::tr("awaits %1").arg(bar.shortLabel);
        }
        return;
    case WaitKind::Gather:
        bar.label = Words::tr("awaits gather of %1").arg(span.wait.count);
        bar.shortLabel = Words::tr("gather of %1").arg(span.wait.count);
        return;
    case WaitKind::Join:
        bar.label = span.wait.count == 1 ? Words::tr("joins 1 task") : Words::tr("joins %1 tasks").arg(span.wait.count);
        bar.shortLabel = Words::tr("joins %1").arg(span.wait.count);
        return;
    case WaitKind::Turn:
        bar.label = bar.shortLabel = Words::tr("next turn");
        return;
    case WaitKind::FirstOf:
        bar.label = Words::tr("awaits the first of %1").arg(span.wait.count);
        bar.shortLabel = Words::tr("first of %1").arg(span.wait.count);
        return;
    case WaitKind::Permit: {
        const bool known = span.wait.resource && span.wait.resource.index() < trace.resources().size();
        const QString what = known ? trace.name(trace.resources()[span.wait.resource.index()].name) : Words::tr("a permit");
        bar.label = Words::tr("queued for %1, place %2").arg(what).arg(span.wait.count);
        bar.shortLabel = Words::tr("queued");
        return;
    }
    case WaitKind::Thread:
        bar.label = Words::tr("on a worker thread");
        bar.shortLabel = Words::tr("thread");
        return;
    case WaitKind::Consumer:
        bar.label = Words::tr("awaits its consumer, %1 given").arg(span.wait.count);
        bar.shortLabel = Words::tr("consumer");
        return;
    case WaitKind::Item: {
        const bool known = span.wait.task && span.wait.task.index() < trace.tasks().size();
        bar.label = known ? Words::tr("awaits the next of %1").arg(trace.task(span.wait.task).name)
                          : Words::tr("awaits the next value");
        bar.shortLabel = Words::tr("next value");
        return;
    }
    case WaitKind::Foreign:
        bar.label = bar.shortLabel = trace.name(span.wait.name);
        return;
    case WaitKind::None:
    case WaitKind::Unknown:
        bar.label = bar.shortLabel = Words::tr("waits");
        return;
    }
}

void addPauses(std::vector<ModelBar> &bars)
{
    std::vector<ModelBar> pauses;
    for (std::size_t i = 1; i < bars.size(); ++i) {
        if (bars[i].begin > bars[i - 1].end)
            pauses.push_back({.cue = Cue::Paused, .begin = bars[i - 1].end, .end = bars[i].begin, .label = {}, .shortLabel = {}});
    }
    bars.insert(bars.end(), pauses.begin(), pauses.end());
    std::ranges::stable_sort(bars, {}, &ModelBar::begin);
}

ModelRow taskRow(const Trace &trace, const TaskInfo &task)
{
    ModelRow row;
    row.task = task.id;
    row.parent = task.parent;
    row.depth = task.depth;
    row.name = task.name;
    row.start = task.start;
    row.end = task.end;
    for (const std::size_t index : task.spans) {
        const Span &span = trace.spans()[index];
        ModelBar bar{.cue = cueOf(span),
            .begin = span.begin,
            .end = span.end,
            .open = span.open,
            .span = index,
            .label = {},
            .shortLabel = {}};
        bar.last = isEnd(task.outcome) && span.state == TaskState::Running && index == task.spans.back();
        nameBar(bar, trace, span);
        row.bars.push_back(std::move(bar));
    }
    addPauses(row.bars);
    if (isEnd(task.outcome)) {
        row.ending = cueOfEnd(task.outcome);
        if (task.outcome == TaskState::Failed)
            row.endNote = task.error;
        else if (task.outcome == TaskState::Cancelled)
            row.endNote = task.error.isEmpty() ? Words::tr("cancelled") : Words::tr("cancelled by %1").arg(task.error);
        else if (task.outcome == TaskState::TimedOut)
            row.endNote = task.error.isEmpty() ? Words::tr("timed out") : task.error;
    }
    return row;
}

void addTree(ModelGroup &group, const Trace &trace, TaskId root)
{
    std::vector<TaskId> open{root};
    while (!open.empty()) {
        const TaskInfo &task = trace.task(open.back());
        open.pop_back();
        group.rows.push_back(taskRow(trace, task));
        open.insert(open.end(), task.children.rbegin(), task.children.rend());
    }
}

ModelRow loopRow(const Trace *trace)
{
    ModelRow row;
    row.kind = ModelRow::Kind::Loop;
    row.name = Words::tr("event loop");
    if (!trace)
        return row;
    row.note = trace->turns().size() == 1 ? Words::tr("1 turn") : Words::tr("%1 turns").arg(trace->turns().size());
    row.end = trace->duration();
    for (const Turn &turn : trace->turns())
        row.bars.push_back(
            {.cue = Cue::Running, .begin = turn.begin, .end = turn.end, .open = turn.open, .label = {}, .shortLabel = {}});
    return row;
}

ModelGroup makeGroup(const Subject &subject)
{
    ModelGroup group;
    group.letter = subject.letter;
    group.title = subject.title;
    group.trace = subject.trace;
    const Trace *trace = subject.trace.get();
    if (trace) {
        group.complete = trace->complete();
        group.end = group.complete ? Ns(0) : trace->duration();
        bool firstRoot = true;
        for (const TaskInfo &task : trace->tasks()) {
            if (!task.id)
                continue;
            group.end = std::max(group.end, task.end);
            if (task.parent)
                continue;
            if (std::exchange(firstRoot, false))
                group.result = task.end;
            addTree(group, *trace, task.id);
        }
        for (const Span &span : trace->spans()) {
            if (blocks(span) && span.thread == 0)
                group.frozen.emplace_back(span.begin, span.end);
        }
    }
    group.rows.push_back(loopRow(trace));
    return group;
}

const TaskInfo *rootOf(const ModelGroup &group)
{
    if (!group.trace)
        return nullptr;
    const auto root = std::ranges::find_if(group.trace->tasks(), [](const TaskInfo &task) { return task.id && !task.parent; });
    return root == group.trace->tasks().end() ? nullptr : &*root;
}

HeaderFact resultFact(const ModelGroup &group, const TaskInfo &root)
{
    const QString time = readableLength(group.result);
    switch (root.outcome) {
    case TaskState::Failed:
        return {Words::tr("error to caller %1").arg(time), HeaderFact::Tone::Plain};
    case TaskState::Cancelled:
        return {Words::tr("cancelled after %1").arg(time), HeaderFact::Tone::Plain};
    case TaskState::TimedOut:
        return {Words::tr("timed out after %1").arg(time), HeaderFact::Tone::Plain};
    default:
        return {Words::tr("result after %1").arg(time), HeaderFact::Tone::Plain};
    }
}

bool done(const ModelGroup &group)
{
    const TaskInfo *root = rootOf(group);
    return group.complete && root && root->outcome == TaskState::Done;
}

QString ratio(Ns longer, Ns shorter)
{
    const double value = static_cast<double>(longer.count()) / static_cast<double>(shorter.count());
    return QString::number(value, 'f', value >= 10 ? 1 : 2);
}

void addFacts(ModelGroup &group, const ModelGroup &first)
{
    const TaskInfo *root = rootOf(group);
    if (!root)
        return;
    if (!isEnd(root->outcome)) {
        group.facts.push_back({Words::tr("so far %1").arg(readableLength(group.end)), HeaderFact::Tone::Plain});
        return;
    }
    group.facts.push_back(resultFact(group, *root));
    if (group.end > group.result + sameTime)
        group.facts.push_back({Words::tr("last work ends %1").arg(readableLength(group.end)), HeaderFact::Tone::Plain});
    if (&group == &first || !done(group) || !done(first) || group.result <= Ns(0) || first.result <= Ns(0))
        return;
    const Ns difference = first.result - group.result;
    if (std::max(difference, -difference) <= sameTime)
        group.facts.push_back({Words::tr("as long as %1").arg(first.letter), HeaderFact::Tone::Plain});
    else if (difference > Ns(0))
        group.facts.push_back(
            {Words::tr("%1× faster than %2").arg(ratio(first.result, group.result), first.letter), HeaderFact::Tone::Good});
    else
        group.facts.push_back(
            {Words::tr("%1× as long as %2").arg(ratio(group.result, first.result), first.letter), HeaderFact::Tone::Bad});
}

void addSaving(ChartModel &model, std::size_t index)
{
    const ModelGroup &group = model.groups[index], &first = model.groups.front();
    if (!done(group) || !done(first) || first.result - group.result <= sameTime
        || savedByOverlap(*group.trace) <= savedByOverlap(*first.trace))
        return;
    const int together = mostInFlight(*group.trace);
    if (together < 2)
        return;
    const bool all = std::ssize(waitsInFlight(*group.trace)) == together;
    Saving saving;
    saving.group = index;
    saving.from = group.result;
    saving.to = first.result;
    saving.headline = Words::tr("%1 saved").arg(readableLength(differenceAsRead(first.result, group.result)));
    saving.reason = (all ? Words::tr("the %1 waits overlap") : Words::tr("up to %1 waits overlap")).arg(countWord(together));
    saving.reference = Words::tr("%1 ended").arg(first.letter);
    model.savings.push_back(std::move(saving));
}

} // namespace

std::size_t ChartModel::rowCount() const
{
    std::size_t count = 0;
    for (const ModelGroup &group : groups)
        count += group.rows.size();
    return count;
}

const ModelRow *ChartModel::row(const TaskRef &ref) const
{
    if (!ref.task || ref.subject >= groups.size())
        return nullptr;
    const auto &rows = groups[ref.subject].rows;
    const auto found = std::ranges::find(rows, ref.task, &ModelRow::task);
    return found == rows.end() ? nullptr : &*found;
}

ChartModel makeChartModel(std::span<const Subject> subjects)
{
    ChartModel model;
    model.complete = !subjects.empty();
    for (const Subject &subject : subjects)
        model.groups.push_back(makeGroup(subject));
    for (std::size_t i = 0; i < model.groups.size(); ++i) {
        ModelGroup &group = model.groups[i];
        model.complete = model.complete && group.complete;
        model.end = std::max(model.end, group.end);
        addFacts(group, model.groups.front());
        for (const SubjectNote &note : subjects[i].notes)
            group.facts.push_back({note.text, note.good ? HeaderFact::Tone::Good : HeaderFact::Tone::Bad});
        if (i > 0)
            addSaving(model, i);
    }
    return model;
}

} // namespace awaitscope
