// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/model_parts.h"

#include "lessons/trace/caption.h"
#include "lessons/trace/wording.h"

#include <QCoreApplication>

#include <algorithm>
#include <unordered_map>

namespace awaitscope::chart {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

constexpr std::size_t mostSteps = 12, mostCascades = 2, mostNamed = 6;
constexpr std::size_t lastSteps = 4; ///< of those, where some are left out
constexpr std::size_t mostOnLanes = 12; ///< more tasks than this are no longer followed from lane to lane
constexpr std::int64_t enlargedBelow = 16; ///< a cascade under so small a part of the axis is enlarged
constexpr Ns soon = std::chrono::milliseconds(1); ///< what follows so soon belongs to what came before

/// Requests that came in the course of one another, with the tasks that they reached in the order of their ends.
struct Cascade
{
    std::vector<const CancelRequest *> requests;
    std::vector<const TaskInfo *> reached;
    Ns from{0};
    Ns to{0};
};

std::vector<const TaskInfo *> reachedBy(const Trace &trace, const CancelRequest &request)
{
    std::vector<const TaskInfo *> tasks;
    for (const TaskInfo &task : trace.tasks()) {
        if (task.id && task.cancellation == request.id && isEnd(task.outcome))
            tasks.push_back(&task);
    }
    return tasks;
}

std::vector<Cascade> cascadesOf(const Trace &trace)
{
    std::vector<Cascade> cascades;
    for (const CancelRequest &request : trace.cancelRequests()) {
        const std::vector<const TaskInfo *> tasks = reachedBy(trace, request);
        if (tasks.empty())
            continue;
        if (cascades.empty() || request.time > cascades.back().to + soon)
            cascades.push_back({{}, {}, request.time, request.time});
        Cascade &cascade = cascades.back();
        cascade.requests.push_back(&request);
        cascade.reached.insert(cascade.reached.end(), tasks.begin(), tasks.end());
        for (const TaskInfo *task : tasks)
            cascade.to = std::max(cascade.to, task->end);
    }
    for (Cascade &cascade : cascades)
        std::ranges::sort(cascade.reached, {}, &TaskInfo::endEvent);
    return cascades;
}

QString listed(const std::vector<TaskId> &tasks, std::size_t most, const TaskNames &names)
{
    return tasks.size() <= most ? names.list(tasks) : Words::tr("%1 tasks").arg(tasks.size());
}

/// What a cancelled task does in the end. Tasks that do the same at the same time share a step.
struct Ending
{
    enum class Kind { None, Unwinds, CleansUp, Returns, Throws };

    Kind kind = Kind::None; ///< None: of a step that is no such end
    QString by;
    Ns since{0};
    Ns end{0};
    QString error; ///< of Throws
    bool operator==(const Ending &) const = default;
};

QString wordsOf(const Ending &ending, const std::vector<TaskId> &tasks, const TaskNames &names)
{
    const QString who = listed(tasks, mostNamed, names);
    const bool one = tasks.size() == 1;
    switch (ending.kind) {
    case Ending::Kind::None:
        break;
    case Ending::Kind::Unwinds:
        if (ending.by.isEmpty())
            return Words::tr("%1 unwind, by their scopes").arg(who);
        return (one ? Words::tr("%1 unwinds, by %2") : Words::tr("%1 unwind, by %2")).arg(who, ending.by);
    case Ending::Kind::CleansUp:
        return (one ? Words::tr("%1 cleans up for %2, by %3") : Words::tr("%1 clean up for %2, by %3"))
            .arg(who, readableLength(ending.end - ending.since), ending.by);
    case Ending::Kind::Returns:
        if (one && ending.end - ending.since > soon)
            return Words::tr("%1 was told by %2 and returns a value, %3 later")
                .arg(who, ending.by, readableLength(ending.end - ending.since));
        return (one ? Words::tr("%1 was told by %2 and returns a value") : Words::tr("%1 were told by %2 and return a value"))
            .arg(who, ending.by);
    case Ending::Kind::Throws:
        return (one ? Words::tr("%1, told by %2, throws: %3") : Words::tr("%1, told by %2, throw: %3"))
            .arg(who, ending.by, ending.error);
    }
    return {};
}

/// Lists the steps of a cascade in their order.
class StepWriter
{
public:
    StepWriter(const Trace &trace, const Cascade &cascade, const TaskNames &names) :
        trace_(trace),
        cascade_(cascade),
        names_(names)
    {
        for (const CancelRequest *request : cascade.requests)
            addRequest(*request);
        for (const TaskInfo *task : cascade.reached)
            addEnd(*task);
        addCaller();
        std::ranges::stable_sort(steps_, {}, [](const Ordered &ordered) { return ordered.event; });
    }

    std::vector<CascadeStep> steps() const
    {
        std::vector<Ordered> lines = withNumbers();
        if (lines.size() > mostSteps)
            lines = condensed(std::move(lines));
        std::vector<CascadeStep> steps;
        for (Ordered &line : lines) {
            if (line.ending.kind != Ending::Kind::None)
                line.step.text = wordsOf(line.ending, line.step.tasks, names_);
            steps.push_back(std::move(line.step));
        }
        return steps;
    }

private:
    struct Ordered
    {
        std::size_t event;
        CascadeStep step;
        Ending ending; ///< of a task that was cancelled
        bool requests = false; ///< it is a request
        bool causes = false; ///< it is the end of the task in whose name a request follows
    };

    /// Each with its number. What happens to many at once is one step. Ends get their words when it is known who shares them.
    std::vector<Ordered> withNumbers() const
    {
        std::vector<Ordered> lines;
        int number = 0;
        for (const Ordered &ordered : steps_) {
            ++number;
            const bool same
                = !lines.empty() && ordered.ending.kind != Ending::Kind::None && lines.back().ending == ordered.ending;
            if (!same) {
                lines.push_back(ordered);
                lines.back().step.first = number;
            } else {
                lines.back().step.tasks.push_back(ordered.step.tasks.front());
            }
            lines.back().step.last = number;
        }
        return lines;
    }

    /// The same in fewer lines: what unwinds one soon after the other is one step, a failure and its request are another.
    std::vector<Ordered> condensed(std::vector<Ordered> lines) const
    {
        std::vector<Ordered> fewer;
        for (Ordered &line : lines) {
            Ordered *before = fewer.empty() ? nullptr : &fewer.back();
            if (before && unwindTogether(*before, line)) {
                before->step.tasks.insert(before->step.tasks.end(), line.step.tasks.begin(), line.step.tasks.end());
                before->step.end = line.step.end;
                if (before->ending.by != line.ending.by)
                    before->ending.by.clear();
            } else if (before && before->causes && line.requests) {
                before->step.end = line.step.end;
                before->step.text = Words::tr("%1; %2").arg(before->step.text, line.step.text);
                before->causes = false;
            } else {
                fewer.push_back(std::move(line));
                continue;
            }
            before->step.last = line.step.last;
        }
        return fewer;
    }

    static bool unwindTogether(const Ordered &before, const Ordered &after)
    {
        const auto unwinds = [](const Ordered &line) { return line.ending.kind == Ending::Kind::Unwinds; };
        return unwinds(before) && unwinds(after) && after.step.end - before.step.end <= soon;
    }

    void addRequest(const CancelRequest &request)
    {
        const TaskInfo *asker
            = request.asker && request.asker.index() < trace_.tasks().size() ? &trace_.task(request.asker) : nullptr;
        const bool ended = asker && asker->endEvent != noEvent && asker->endEvent < request.event;
        const std::size_t steps = steps_.size();
        if (ended && asker->outcome == TaskState::Failed)
            add(asker->endEvent, cueOfEnd(asker->outcome), asker->end, asker->end, asker->id,
                Words::tr("%1 throws: %2").arg(names_.label(asker->id), asker->error));
        else if (ended && asker->outcome == TaskState::Done)
            add(asker->endEvent, Cue::Done, asker->end, asker->end, asker->id,
                Words::tr("%1 is done").arg(names_.label(asker->id)));
        if (steps_.size() > steps)
            steps_.back().causes = true;
        add(request.event, Cue::Cancelled, request.time, request.time, {},
            Words::tr("%1 cancels %2").arg(actor(request, asker), whom(request)));
        steps_.back().requests = true;
    }

    /// Those that a request reached; of many, how long that took.
    QString whom(const CancelRequest &request) const
    {
        std::vector<TaskId> reached;
        Ns asked{0};
        for (const TaskInfo *task : reachedBy(trace_, request)) {
            reached.push_back(task->id);
            if (task->asked == request.id)
                asked = std::max(asked, task->askedAt);
        }
        const QString who = listed(reached, 3, names_);
        if (reached.size() <= 3 || asked <= request.time)
            return who;
        return Words::tr("%1, all asked in %2").arg(who, readableLength(asked - request.time));
    }

    QString actor(const CancelRequest &request, const TaskInfo *asker) const
    {
        switch (request.by) {
        case Canceller::User:
            return Words::tr("the user");
        case Canceller::Deadline:
            return Words::tr("the deadline");
        case Canceller::Closing:
            return Words::tr("the closing");
        case Canceller::Task:
            break;
        }
        if (!asker)
            return trace_.name(request.reason);
        return asker->outcome == TaskState::Failed && asker->endEvent < request.event ? Words::tr("the group")
                                                                                      : names_.label(asker->id);
    }

    void addEnd(const TaskInfo &task)
    {
        const bool cleans = cleanupLength(trace_, task) > Ns(0);
        Ending ending{
            Ending::Kind::Unwinds, cancellerWords(trace_, task), task.interrupted ? task.interruptedAt : task.end, task.end, {}};
        if (task.outcome == TaskState::Done) {
            ending.kind = Ending::Kind::Returns;
        } else if (task.outcome == TaskState::Failed) {
            ending.kind = Ending::Kind::Throws;
            ending.error = task.error;
        } else if (cleans) {
            ending.kind = Ending::Kind::CleansUp;
        }
        add(task.endEvent, cleans ? Cue::Cleanup : cueOfEnd(task.outcome), ending.since, task.end, task.id, {});
        steps_.back().ending = ending;
    }

    /// Who waited for what was cancelled, if that ends by it.
    void addCaller()
    {
        const TaskInfo *first = cascade_.reached.front();
        TaskId above = first->parent;
        while (above && (trace_.task(above).end < cascade_.to || std::ranges::count(cascade_.reached, &trace_.task(above)) > 0))
            above = trace_.task(above).parent;
        if (!above)
            return;
        const TaskInfo &caller = trace_.task(above);
        if (caller.end < cascade_.to || caller.end > cascade_.to + soon || !isEnd(caller.outcome))
            return;
        if (caller.outcome == TaskState::Failed)
            add(caller.endEvent, Cue::Failed, caller.end, caller.end, above,
                Words::tr("%1 gets: %2").arg(names_.label(above), caller.error));
        else if (caller.outcome == TaskState::TimedOut)
            add(caller.endEvent, Cue::TimedOut, caller.end, caller.end, above,
                Words::tr("%1 times out").arg(names_.label(above)));
    }

    void add(std::size_t event, Cue cue, Ns begin, Ns end, TaskId task, const QString &text)
    {
        const std::vector<TaskId> tasks(task ? 1 : 0, task);
        steps_.push_back({event, {.cue = cue, .begin = begin, .end = end, .tasks = tasks, .text = text}, {}});
    }

    const Trace &trace_;
    const Cascade &cascade_;
    const TaskNames &names_;
    std::vector<Ordered> steps_;
};

using Rows = std::unordered_map<TaskId, ModelRow *>;

ModelRow *rowOf(const Rows &rows, TaskId task)
{
    const auto found = rows.find(task);
    return found == rows.end() ? nullptr : found->second;
}

/// Leaves out what has no room: of what came before the last steps.
void cutShort(ModelCascade &cascade)
{
    if (cascade.steps.size() <= mostSteps)
        return;
    cascade.leftAfter = mostSteps - lastSteps - 1;
    cascade.left = cascade.steps.size() - mostSteps + 1;
    const auto from = cascade.steps.begin() + static_cast<std::ptrdiff_t>(cascade.leftAfter);
    cascade.steps.erase(from, from + static_cast<std::ptrdiff_t>(cascade.left));
}

void enlarge(ModelGroup &group, const Rows &rows, std::vector<CascadeStep> steps)
{
    ModelCascade cascade;
    cascade.from = steps.front().begin;
    for (const CascadeStep &step : steps) {
        cascade.from = std::min(cascade.from, step.begin);
        cascade.to = std::max(cascade.to, step.end);
        int number = step.first;
        for (const TaskId task : step.tasks) {
            if (ModelRow *row = rowOf(rows, task); row && row->ending)
                row->order = number;
            ++number;
        }
    }
    cascade.steps = std::move(steps);
    cutShort(cascade);
    group.cascades.push_back(std::move(cascade));
}

} // namespace

std::vector<ToldCascade> tellCascades(const Trace &trace, const TaskNames &names)
{
    std::vector<ToldCascade> told;
    for (const Cascade &cascade : cascadesOf(trace)) {
        told.push_back({cascade.from, cascade.to, {}, StepWriter(trace, cascade, names).steps()});
        for (const TaskInfo *task : cascade.reached)
            told.back().reached.push_back(task->id);
    }
    return told;
}

void addCascades(ModelGroup &group, const std::vector<ToldCascade> &cascades, Ns whole)
{
    if (cascades.empty())
        return;
    Rows rows;
    for (ModelRow &row : group.rows) {
        if (row.task)
            rows.emplace(row.task, &row);
    }
    int order = 0;
    for (const ToldCascade &cascade : cascades) {
        const bool brief = (cascade.to - cascade.from) * enlargedBelow < whole;
        const bool many = cascade.reached.size() > mostOnLanes;
        // One that is cancelled alone is told by its own mark.
        if ((many || (brief && cascade.reached.size() > 1)) && group.cascades.size() < mostCascades) {
            enlarge(group, rows, cascade.steps);
            group.cascades.back().brief = brief;
            continue;
        }
        if (cascade.reached.size() == 1)
            continue;
        for (const TaskId task : cascade.reached) {
            if (ModelRow *row = rowOf(rows, task))
                row->order = ++order;
        }
    }
}

} // namespace awaitscope::chart
