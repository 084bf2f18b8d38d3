// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/pitfalls/nested-event-loops/claims.h"
#include "lessons/catalog/define.h"
#include "lessons/catalog/judging.h"
#include "lessons/trace/caption.h"

#include <QCoreApplication>

#include <algorithm>

namespace awaitscope::lesson_nested_event_loops {

namespace {

using namespace std::chrono_literals;

QString tr(const char *source)
{
    return QCoreApplication::translate("awaitscope::lesson_nested_event_loops", source);
}

/// One click: its handler, and the call that brings its data.
struct Handled
{
    const TaskInfo *handler = nullptr;
    const TaskInfo *fetch = nullptr;

    Ns data() const { return fetch->end - handler->start; }
    Ns returned() const { return handler->end - handler->start; }
    Ns late() const { return handler->end - fetch->end; }
    /// The other one began while this one was open, by the order of the record.
    bool wasOpenAt(const Handled &other) const
    {
        return handler->startEvent < other.handler->startEvent && other.handler->startEvent < handler->endEvent;
    }
};

/// What one variant's record says of the clicks, in their order.
struct Clicks
{
    explicit Clicks(const VariantRun &variant) : trace(*variant.trace)
    {
        for (const TaskInfo &task : trace.tasks()) {
            if (task.parent || task.children.empty())
                continue;
            const TaskInfo &fetch = trace.task(task.children.front());
            if (isEnd(task.outcome) && isEnd(fetch.outcome))
                all.push_back({&task, &fetch});
        }
    }

    bool sound() const { return all.size() >= 2; }
    int depth() const
    {
        int deepest = 0;
        for (const NestedLoop &loop : trace.nestedLoops())
            deepest = std::max(deepest, loop.depth);
        return deepest;
    }
    /// The most handlers at once.
    int open() const
    {
        qsizetype most = 0;
        for (const Handled &one : all)
            most = std::max<qsizetype>(
                most, 1 + std::ranges::count_if(all, [&](const Handled &other) { return other.wasOpenAt(one); }));
        return int(most);
    }
    /// The first click's data came when it was due.
    bool firstInTime(const Run &run) const
    {
        const Handled &first = all.front();
        return isExpected(run, Stretch{trace, first.handler->start, first.fetch->end},
            begunAfter(run, trace, *first.handler, *first.fetch) + run.parameters.duration(u"first"));
    }
    const Handled &latest() const { return *std::ranges::max_element(all, {}, &Handled::late); }

    const Trace &trace;
    std::vector<Handled> all;
};

Clicks clicksIn(const Run &run, const char *variant)
{
    return Clicks(*run.variant(QString::fromLatin1(variant)));
}

Verdict unsound()
{
    return {false, tr("The record has fewer than 2 clicks that were handled.")};
}

Verdict judgeNestedLifo(const Run &run)
{
    const Clicks clicks = clicksIn(run, "nested");
    if (!clicks.sound())
        return unsound();
    int pairs = 0, inOrder = 0;
    for (const Handled &outer : clicks.all) {
        for (const Handled &inner : clicks.all) {
            if (!outer.wasOpenAt(inner))
                continue;
            ++pairs;
            inOrder += inner.handler->endEvent < outer.handler->endEvent ? 1 : 0;
        }
    }
    return {inOrder == pairs, tr("%1 of %2 pairs that were open at once returned last in, first out.").arg(inOrder).arg(pairs)};
}

Verdict judgeNestedWaits(const Run &run)
{
    const Clicks clicks = clicksIn(run, "nested");
    if (!clicks.sound())
        return unsound();
    bool holds = clicks.firstInTime(run);
    for (const Handled &outer : clicks.all) {
        Ns expected = outer.fetch->end;
        for (const Handled &inner : clicks.all) {
            if (outer.wasOpenAt(inner))
                expected = std::max(expected, inner.handler->end);
        }
        holds = holds && isExpected(run, outer.handler->end - outer.handler->start, expected - outer.handler->start);
    }
    const Handled &first = clicks.all.front();
    return {holds,
        tr("The first click's data was there after %1, its handler returned after %2, %3 later.")
                .arg(readableLength(first.data()), readableLength(first.returned()),
                    readableLength(differenceAsRead(first.returned(), first.data())))
            + toleranceNote(run, first.returned())};
}

Verdict judgeNestedReenters(const Run &run)
{
    const Clicks clicks = clicksIn(run, "nested");
    if (!clicks.sound())
        return unsound();
    return {clicks.depth() == clicks.open() && clicks.trace.nestedLoops().size() == clicks.all.size(),
        tr("%1 clicks, at most %2 handlers open at once, loops nested %3 deep.")
            .arg(clicks.all.size())
            .arg(clicks.open())
            .arg(clicks.depth())};
}

Verdict judgeAwaitedOwnTime(const Run &run)
{
    const Clicks clicks = clicksIn(run, "awaited");
    if (!clicks.sound())
        return unsound();
    const bool holds
        = std::ranges::all_of(clicks.all, [&](const Handled &one) { return isExpected(run, one.returned(), one.data()); });
    const Handled &latest = clicks.latest();
    return {holds && clicks.firstInTime(run),
        tr("The latest of %1 handlers returned %2 after its data was there.")
                .arg(clicks.all.size())
                .arg(readableLength(latest.late()))
            + toleranceNote(run, latest.data())};
}

Verdict judgeAwaitedFlat(const Run &run)
{
    const Clicks clicks = clicksIn(run, "awaited");
    if (!clicks.sound())
        return unsound();
    return {clicks.trace.nestedLoops().empty(),
        tr("%1 nested loops, with at most %2 handlers open at once.").arg(clicks.trace.nestedLoops().size()).arg(clicks.open())};
}

} // namespace

std::vector<ClaimSpec> claims()
{
    return {
        claim("nested-lifo", judgeNestedLifo, {"nested"}),
        claim("nested-waits", judgeNestedWaits, {"nested"}),
        claim("nested-reenters", judgeNestedReenters, {"nested"}),
        claim("awaited-own-time", judgeAwaitedOwnTime, {"awaited"}),
        claim("awaited-flat", judgeAwaitedFlat, {"awaited"}),
    };
}

Verdict judgeChallenge(const Run &run)
{
    if (!run.variant(u"nested"))
        return {false, tr("This run has 0 nested loops.")};
    const Clicks clicks = clicksIn(run, "nested");
    if (!clicks.sound())
        return unsound();
    const Handled &first = clicks.all.front();
    return {
        first.late() >= 1s, tr("The first wait of A returned %1 after its data was there.").arg(readableLength(first.late()))};
}

std::vector<Metric> metrics(const VariantRun &variant)
{
    const Clicks clicks(variant);
    if (!clicks.sound())
        return {};
    const Handled &first = clicks.all.front();
    return {metric("data_ns", first.data()), metric("returned_ns", first.returned()), metric("late_ns", first.late()),
        metric("depth", clicks.depth()), metric("handlers", qint64(clicks.all.size())), metric("open", clicks.open())};
}

std::vector<SubjectNote> notes(const VariantRun &variant, const ParameterSet &)
{
    const Clicks clicks(variant);
    if (!clicks.sound())
        return {};
    const Handled &latest = clicks.latest();
    if (latest.late() < 1ms)
        return {{tr("each returns on time"), true}};
    return {{tr("onClick %1 returns %2 late").arg(&latest - clicks.all.data() + 1).arg(readableLength(latest.late())), false}};
}

} // namespace awaitscope::lesson_nested_event_loops
