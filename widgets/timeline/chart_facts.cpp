// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/model_parts.h"

#include "lessons/trace/analysis.h"
#include "lessons/trace/caption.h"
#include "lessons/trace/wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace awaitscope::chart {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

/// Ends that differ by less than this are not told apart in a header.
constexpr Ns sameTime = std::chrono::microseconds(500);

/// Lengths that differ by less than this share are nearly the same.
constexpr int nearlySameShare = 20;

/// The tasks that no task started; what they end with are the results of a run.
std::vector<const TaskInfo *> rootsOf(const ModelGroup &group)
{
    std::vector<const TaskInfo *> roots;
    if (!group.trace)
        return roots;
    for (const TaskInfo &task : group.trace->tasks()) {
        if (task.id && !task.parent)
            roots.push_back(&task);
    }
    return roots;
}

bool anyDone(const std::vector<const TaskInfo *> &roots)
{
    return std::ranges::any_of(roots, [](const TaskInfo *root) { return root->outcome == TaskState::Done; });
}

HeaderFact resultFact(const ModelGroup &group, const std::vector<const TaskInfo *> &roots)
{
    const QString time = readableLength(group.result);
    if (roots.size() > 1 && anyDone(roots))
        return {Words::tr("all results after %1").arg(time), HeaderFact::Tone::Plain};
    if (roots.size() > 1)
        return {Words::tr("all ended after %1").arg(time), HeaderFact::Tone::Plain};
    switch (roots.front()->outcome) {
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
    return group.complete && anyDone(rootsOf(group));
}

/// True where two runs of the same code came to the same end, so that the time they took can be compared.
bool comparable(const ModelGroup &group, const ModelGroup &first)
{
    return done(group) && done(first) && ofSameCode(*group.trace, *first.trace)
        && failedTasks(*group.trace) == failedTasks(*first.trace);
}

QString ratio(Ns longer, Ns shorter)
{
    const double value = static_cast<double>(longer.count()) / static_cast<double>(shorter.count());
    return QString::number(value, 'f', value >= 10 ? 1 : 2);
}

/// A deadline that lies in no other: neither of the task that set it nor of one above.
bool outermost(const Trace &trace, const TaskMarks &marks, const Deadline &deadline)
{
    const auto encloses = [&](const Deadline *other) {
        if (other == &deadline || other->set > deadline.set)
            return false;
        const bool over = other->state == Deadline::State::Running || other->concluded > deadline.set;
        return over && (other->task != deadline.task || other->set < deadline.set || other < &deadline);
    };
    for (TaskId task = deadline.task; task; task = trace.task(task).parent) {
        if (std::ranges::any_of(marks.deadlines(task), encloses))
            return false;
    }
    return true;
}

/// The verdict against the deadlines of a run, in words: one by the answer of the task that set it, several by their count.
void addVerdict(ModelGroup &group)
{
    const Trace &trace = *group.trace;
    const TaskMarks marks(trace);
    std::vector<const Deadline *> judged;
    for (const Deadline &deadline : trace.deadlines()) {
        if (deadline.task && deadline.task.index() < trace.tasks().size() && outermost(trace, marks, deadline))
            judged.push_back(&deadline);
    }
    if (judged.size() == 1) {
        const TaskInfo &task = trace.task(judged.front()->task);
        if (!isEnd(task.outcome) || task.outcome == TaskState::Cancelled)
            return; // no answer
        const Ns late = task.end - judged.front()->due;
        if (late <= sameTime)
            group.facts.push_back({Words::tr("answer on time"), HeaderFact::Tone::Good});
        else
            group.facts.push_back({Words::tr("%1 late").arg(readableLength(late)), HeaderFact::Tone::Bad});
        return;
    }
    std::erase_if(judged, [](const Deadline *deadline) { return deadline->state == Deadline::State::Lifted; });
    if (judged.empty() || std::ranges::count(judged, Deadline::State::Running, &Deadline::state) > 0)
        return;
    const auto met = std::ranges::count(judged, Deadline::State::Met, &Deadline::state), all = std::ssize(judged);
    if (met == all)
        group.facts.push_back({Words::tr("all %1 deadlines met").arg(all), HeaderFact::Tone::Good});
    else
        group.facts.push_back({Words::tr("%1 of %2 deadlines met").arg(met).arg(all), HeaderFact::Tone::Bad});
}

} // namespace

void addFacts(ModelGroup &group, const ModelGroup &first)
{
    const std::vector<const TaskInfo *> roots = rootsOf(group);
    if (roots.empty())
        return;
    if (std::ranges::any_of(roots, [](const TaskInfo *root) { return !isEnd(root->outcome); })) {
        group.facts.push_back({Words::tr("so far %1").arg(readableLength(group.end)), HeaderFact::Tone::Plain});
        return;
    }
    group.facts.push_back(resultFact(group, roots));
    if (group.end > group.result + sameTime)
        group.facts.push_back({Words::tr("last work ends %1").arg(readableLength(group.end)), HeaderFact::Tone::Plain});
    addVerdict(group);
    for (const ModelStrip &strip : group.strips) {
        if (!strip.word.isEmpty())
            group.facts.push_back({strip.word, HeaderFact::Tone::Bad});
    }
    const bool compared = &group != &first && comparable(group, first);
    if (!compared || group.result <= Ns(0) || first.result <= Ns(0))
        return;
    const Ns difference = first.result - group.result, absolute = std::max(difference, -difference);
    if (absolute <= sameTime)
        group.facts.push_back({Words::tr("as long as %1").arg(first.letter), HeaderFact::Tone::Plain});
    else if (absolute * nearlySameShare < std::max(first.result, group.result))
        group.facts.push_back({Words::tr("about as long as %1").arg(first.letter), HeaderFact::Tone::Plain});
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
    if (!comparable(group, first) || first.result - group.result <= sameTime
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

} // namespace awaitscope::chart
