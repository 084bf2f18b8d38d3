// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/trace/validator.h"

#include "lessons/trace/caption.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <unordered_set>

namespace awaitscope {

namespace {

struct Transition
{
    TaskState from;
    EventKind event;
    TaskState to;
};

// Paused is entered and left by the events of the task that runs above, never by one of the task's own.
constexpr std::array transitions{
    Transition{TaskState::None, EventKind::Started, TaskState::Running},
    Transition{TaskState::None, EventKind::Created, TaskState::Created},
    Transition{TaskState::Created, EventKind::Started, TaskState::Running},
    Transition{TaskState::Created, EventKind::NeverStarted, TaskState::NeverStarted},
    Transition{TaskState::Running, EventKind::CancelRequested, TaskState::Running},
    Transition{TaskState::Running, EventKind::Interrupted, TaskState::Running},
    // Whoever ends can thereby cancel others: a failure its siblings, a winner the losers.
    Transition{TaskState::Done, EventKind::CancelRequested, TaskState::Done},
    Transition{TaskState::Failed, EventKind::CancelRequested, TaskState::Failed},
    Transition{TaskState::Cancelled, EventKind::CancelRequested, TaskState::Cancelled},
    Transition{TaskState::TimedOut, EventKind::CancelRequested, TaskState::TimedOut},
    Transition{TaskState::Running, EventKind::Returned, TaskState::Done},
    Transition{TaskState::Running, EventKind::Failed, TaskState::Failed},
    Transition{TaskState::Running, EventKind::Cancelled, TaskState::Cancelled},
    Transition{TaskState::Running, EventKind::TimedOut, TaskState::TimedOut},
    Transition{TaskState::InFlight, EventKind::Resumed, TaskState::Running},
    Transition{TaskState::Awaiting, EventKind::Resumed, TaskState::Running},
    Transition{TaskState::Queued, EventKind::Resumed, TaskState::Running},
};

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Validator)
};

class Validation
{
public:
    explicit Validation(const Trace &trace) : trace_(trace), states_(trace.tasks().size(), TaskState::None) { }

    std::vector<Problem> run()
    {
        Ns last{0};
        for (std::size_t i = 0; i < trace_.events().size(); ++i) {
            const TraceEvent &event = trace_.events()[i];
            if (event.time < last)
                report("record-time", Words::tr("it happened before the event in front of it"), i);
            last = std::max(last, event.time);
            check(event, i);
        }
        checkEnds();
        checkTurns();
        checkOverlap();
        checkDeadlines();
        checkResources();
        checkLog();
        return std::move(problems_);
    }

private:
    void add(Problem problem)
    {
        if (problems_.size() < mostProblems)
            problems_.push_back(std::move(problem));
    }

    void report(const char *id, const QString &what, std::size_t event)
    {
        const TraceEvent &at = trace_.events()[event];
        const QString sentence = Words::tr("Event %1 of the record, task %2 at %3: %4.")
                                     .arg(event + 1)
                                     .arg(at.task.number())
                                     .arg(readableLength(at.time), what);
        add({QString::fromLatin1(id), sentence, QString::number(event + 1)});
    }

    void check(const TraceEvent &event, std::size_t index)
    {
        if (event.kind == EventKind::CancelRequested)
            requests_.insert(event.request);
        if (event.kind == EventKind::CancelRequested && !event.task)
            return;
        if (!event.task || event.task.index() >= states_.size() || !trace_.task(event.task).id)
            return report("record-task", Words::tr("the task was never started"), index);
        TaskState &state = states_[event.task.index()];
        const auto next = transition(state, event.kind, event.wait.kind);
        if (!next)
            return report("record-transition", Words::tr("this cannot follow what the task was doing"), index);
        const bool cancels = event.kind == EventKind::Cancelled || event.kind == EventKind::Interrupted;
        if (cancels && !wasRequested(event.request))
            report("record-cause", Words::tr("it was cancelled, but nobody had asked for it"), index);
        state = *next;
        const bool movesStack = event.kind != EventKind::CancelRequested && event.kind != EventKind::Interrupted
            && event.kind != EventKind::Created && event.kind != EventKind::NeverStarted;
        if (movesStack)
            follow(event, index);
    }

    /// Keeps the stack of a thread: what runs on top pauses what runs below.
    void follow(const TraceEvent &event, std::size_t index)
    {
        auto &stack = stackOf(event.thread);
        if (states_[event.task.index()] == TaskState::Running) {
            if (!stack.empty())
                states_[stack.back().index()] = TaskState::Paused;
            stack.push_back(event.task);
            return;
        }
        if (stack.empty() || stack.back() != event.task)
            return report("record-thread", Words::tr("it happened on a thread on which the task does not run"), index);
        stack.pop_back();
        if (!stack.empty())
            states_[stack.back().index()] = TaskState::Running;
    }

    std::vector<TaskId> &stackOf(std::uint16_t thread)
    {
        if (stacks_.size() <= thread)
            stacks_.resize(thread + 1u);
        return stacks_[thread];
    }

    bool wasRequested(CancelId request) const { return request ? requests_.contains(request) : !requests_.empty(); }

    void checkDeadlines()
    {
        for (const Deadline &deadline : trace_.deadlines()) {
            const bool ended = deadline.state != Deadline::State::Running;
            const bool early = deadline.state == Deadline::State::Missed && deadline.concluded < deadline.due;
            if (early || (!ended && trace_.complete()))
                add({QStringLiteral("record-deadline"),
                    early ? Words::tr("The deadline of %1 was missed before it was due.").arg(readableLength(deadline.due))
                          : Words::tr("The deadline of %1 was neither met nor missed nor lifted.")
                                .arg(readableLength(deadline.due)),
                    {}});
        }
    }

    void checkResources()
    {
        for (const Resource &resource : trace_.resources()) {
            const auto over
                = std::ranges::find_if(resource.changes, [&](const SeatEvent &event) { return event.inUse > resource.seats; });
            if (over != resource.changes.end())
                add({QStringLiteral("record-seats"),
                    Words::tr("%1 has %2 seats, and %3 were in use at %4.")
                        .arg(trace_.name(resource.name))
                        .arg(resource.seats)
                        .arg(over->inUse)
                        .arg(readableLength(over->time)),
                    {}});
            if (trace_.complete() && !resource.changes.empty() && resource.changes.back().queued > 0)
                add({QStringLiteral("record-seats"),
                    Words::tr("Somebody still stands in line for %1 at the end.").arg(trace_.name(resource.name)), {}});
        }
    }

    void checkLog()
    {
        Ns last{0};
        for (const LogLine &line : trace_.logLines()) {
            const bool empty = trace_.name(line.text).isEmpty(), unknown = line.source > LogSource::LostFailure;
            if (empty || unknown || line.time < last)
                add({QStringLiteral("record-log"),
                    empty         ? Words::tr("A line of the log, at %1, has no text.").arg(readableLength(line.time))
                        : unknown ? Words::tr("Nobody known wrote the line of the log at %1.").arg(readableLength(line.time))
                                  : Words::tr("The line of the log at %1 was written before the one in front of it.")
                                        .arg(readableLength(line.time)),
                    {}});
            last = std::max(last, line.time);
        }
    }

    void checkEnds()
    {
        if (!trace_.complete())
            return;
        for (const TaskInfo &task : trace_.tasks()) {
            if (!task.id || isEnd(states_[task.id.index()]))
                continue;
            add({QStringLiteral("record-end"), Words::tr("Task %1 (%2) never ended.").arg(task.id.number()).arg(task.name), {}});
        }
    }

    void checkTurns()
    {
        // Nested turns lie inside the outer one by the way in which they are recorded.
        std::vector<Turn> turns;
        std::ranges::copy_if(trace_.turns(), std::back_inserter(turns), [](const Turn &turn) { return turn.depth == 1; });
        for (std::size_t i = 0; i < turns.size(); ++i) {
            const bool overlaps = i > 0 && turns[i].begin < turns[i - 1].end;
            if (overlaps || (turns[i].open && (trace_.complete() || i + 1 < turns.size()))) {
                const QString sentence = Words::tr("Turn %1 of the event loop, at %2, does not end before the next begins.")
                                             .arg(i + 1)
                                             .arg(readableLength(turns[i].begin));
                add({QStringLiteral("record-turn"), sentence, {}});
            }
        }
        for (const Span &span : trace_.spans()) {
            if (span.state != TaskState::Running || span.thread != 0 || turns.empty())
                continue;
            auto after = std::ranges::upper_bound(turns, span.begin, {}, &Turn::begin);
            const bool inside = after != turns.begin() && (std::prev(after)->open || span.end <= std::prev(after)->end);
            if (!inside)
                add({QStringLiteral("record-turn"),
                    Words::tr("%1 ran at %2, outside a turn of the event loop.")
                        .arg(trace_.task(span.task).name, readableLength(span.begin)),
                    {}});
        }
    }

    void checkOverlap()
    {
        std::vector<const Span *> running;
        for (const Span &span : trace_.spans()) {
            if (span.state == TaskState::Running)
                running.push_back(&span);
        }
        std::ranges::stable_sort(running, {}, [](const Span *span) { return std::pair(span->thread, span->begin); });
        for (std::size_t i = 1; i < running.size(); ++i) {
            if (running[i]->thread == running[i - 1]->thread && running[i]->begin < running[i - 1]->end) {
                add({QStringLiteral("record-overlap"),
                    Words::tr("%1 and %2 ran at the same time on one thread, at %3.")
                        .arg(trace_.task(running[i - 1]->task).name, trace_.task(running[i]->task).name,
                            readableLength(running[i]->begin)),
                    {}});
            }
        }
    }

    const Trace &trace_;
    std::vector<TaskState> states_;
    std::vector<std::vector<TaskId>> stacks_;
    std::vector<Problem> problems_;
    std::unordered_set<CancelId> requests_; ///< so far
};

} // namespace

std::optional<TaskState> transition(TaskState from, EventKind event, WaitKind wait)
{
    if (from == TaskState::Running && event == EventKind::Suspended)
        return suspendedState(wait);
    const auto found = std::ranges::find_if(transitions, [&](const Transition &t) { return t.from == from && t.event == event; });
    return found == transitions.end() ? std::nullopt : std::optional(found->to);
}

std::vector<Problem> validate(const Trace &trace)
{
    return Validation(trace).run();
}

} // namespace awaitscope
