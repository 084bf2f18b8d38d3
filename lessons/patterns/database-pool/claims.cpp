// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/patterns/database-pool/claims.h"
#include "lessons/catalog/define.h"
#include "lessons/catalog/judging.h"
#include "lessons/patterns/database-pool/reading.h"
#include "lessons/trace/caption.h"

#include <QCoreApplication>

#include <algorithm>

namespace awaitscope::lesson_database_pool {

namespace {

QString tr(const char *source)
{
    return QCoreApplication::translate("awaitscope::lesson_database_pool", source);
}

int queries(const Run &run)
{
    return static_cast<int>(run.parameters.value(u"queries"));
}

int poolSize(const Run &run)
{
    return static_cast<int>(run.parameters.value(u"poolSize"));
}

/// How many queries the busiest connection has, where they are shared out evenly.
int rounds(const Run &run)
{
    return (queries(run) + poolSize(run) - 1) / poolSize(run);
}

Ns cost(const Run &run)
{
    return run.parameters.duration(u"queryCost");
}

bool isVirtual(const Run &run)
{
    return run.clock == ClockKind::Virtual;
}

Reading reading(const Run &run, const char *variant)
{
    return Reading(*run.variant(QString::fromLatin1(variant))->trace);
}

/// All queries were made, and each took on the virtual clock what it was said to.
bool complete(const Run &run, const Reading &found)
{
    const bool asCharged
        = std::ranges::all_of(found.queries(), [&run](const Query &query) { return query.length() == cost(run); });
    return found.queries().size() == std::size_t(queries(run)) && (asCharged || !isVirtual(run));
}

Verdict judgeLoopSum(const Run &run)
{
    const Reading found = reading(run, "on-the-loop");
    const Ns expected = isVirtual(run) ? cost(run) * queries(run) : found.sumOfQueries();
    return {complete(run, found) && isExpected(run, found.searching(), expected),
        tr("%1 queries took %2; one after another they are %3.")
                .arg(found.queries().size())
                .arg(readableLength(found.searching()), readableLength(expected))
            + toleranceNote(run, expected)};
}

Verdict judgeLoopStall(const Run &run)
{
    const Reading found = reading(run, "on-the-loop");
    const Ns sum = found.sumOfQueries();
    const bool all = isVirtual(run) ? found.longestStall() == sum : found.longestStall() >= sum;
    return {complete(run, found) && all,
        tr("The longest turn of the loop took %1, and all %2 queries are %3 of it.")
            .arg(readableLength(found.longestStall()))
            .arg(found.queries().size())
            .arg(readableLength(sum))};
}

Verdict judgeEarlyPeak(const Run &run)
{
    const Reading found = reading(run, "early-release");
    return {complete(run, found) && found.mostInUse() == queries(run),
        tr("%1 in use at once, %2 connections.").arg(found.mostInUse()).arg(poolSize(run))};
}

Verdict judgeEarlyQueue(const Run &run)
{
    const Reading early = reading(run, "early-release");
    const Reading bounded = reading(run, "bounded");
    const int before = rounds(run) - 1;
    const bool holds = isVirtual(run)
        ? early.longestWaitInHand() == cost(run) * before && bounded.longestWaitInHand() == Ns(0)
        : early.longestWaitInHand() * 2 >= early.shortestQuery() * before && bounded.longestWaitInHand() <= bounded.meanQuery();
    const QString measured = tr("With a connection in hand a query waited up to %1 for %2 others; with the permit held, %3.")
                                 .arg(readableLength(early.longestWaitInHand()))
                                 .arg(before)
                                 .arg(readableLength(bounded.longestWaitInHand()));
    return {complete(run, early) && complete(run, bounded) && holds,
        isVirtual(run) ? measured
                       : measured
                + tr(" On the real clock the first has to be at least half of %1 queries, the second no longer than one.")
                      .arg(before)};
}

Verdict judgeBoundedPeak(const Run &run)
{
    const Reading found = reading(run, "bounded");
    const int expected = std::min(poolSize(run), queries(run));
    return {complete(run, found) && found.mostInUse() == expected,
        tr("%1 in use at most, %2 connections, %3 queries.").arg(found.mostInUse()).arg(poolSize(run)).arg(queries(run))};
}

Verdict judgeBoundedOrder(const Run &run)
{
    const Reading found = reading(run, "bounded");
    const auto expected = std::size_t(std::max(0, queries(run) - poolSize(run)));
    const bool inOrder = found.queued() == found.granted();
    return {found.queued().size() == expected && inOrder,
        tr("%1 queries queued, %2 of them at once, and %3 got their permits in the order in which they came.")
            .arg(found.queued().size())
            .arg(found.mostQueued())
            .arg(inOrder ? tr("all") : tr("not all"))};
}

/// However queries of unequal lengths are dealt out one by one, the last one ends no later than their sum by the number of
/// connections and one query more.
Verdict judgeBoundedLength(const Run &run)
{
    const Reading found = reading(run, "bounded");
    if (isVirtual(run)) {
        const Ns expected = cost(run) * rounds(run);
        return {complete(run, found) && found.searching() == expected,
            tr("It took %1: %2 rounds of %3.")
                .arg(readableLength(found.searching()))
                .arg(rounds(run))
                .arg(readableLength(cost(run)))};
    }
    const Ns bound = found.sumOfQueries() / poolSize(run) + found.longestQuery();
    return {complete(run, found) && found.searching() <= bound + bound / 2,
        tr("It took %1. The queries add up to %2; shared by %3 connections and with the longest, that is %4. On the real clock "
           "half as much again is allowed.")
            .arg(readableLength(found.searching()), readableLength(found.sumOfQueries()))
            .arg(poolSize(run))
            .arg(readableLength(bound))};
}

Verdict judgeBoundedStall(const Run &run)
{
    const Reading found = reading(run, "bounded");
    const Ns query = found.meanQuery();
    return {complete(run, found) && (found.longestStall() < query / 4 || (isVirtual(run) && found.longestStall() == Ns(0))),
        tr("The longest turn of the loop took %1; a quarter of a query is %2.")
            .arg(readableLength(found.longestStall()), readableLength(query / 4))};
}

} // namespace

std::vector<ClaimSpec> claims()
{
    return {
        claim("loop-sum", judgeLoopSum, {"on-the-loop"}),
        claim("loop-stall", judgeLoopStall, {"on-the-loop"}),
        claim("early-peak", judgeEarlyPeak, {"early-release"}),
        claim("early-queue", judgeEarlyQueue, {"early-release", "bounded"}),
        claim("bounded-peak", judgeBoundedPeak, {"bounded"}),
        claim("bounded-order", judgeBoundedOrder, {"bounded"}),
        claim("bounded-length", judgeBoundedLength, {"bounded"}),
        claim("bounded-no-stall", judgeBoundedStall, {"bounded"}),
    };
}

Verdict judgeChallenge(const Run &run)
{
    if (!run.variant(u"early-release"))
        return {false, tr("This run has no early-release.")};
    const int most = reading(run, "early-release").mostInUse();
    const QString measured = tr("%1 in use at once, %2 connections.").arg(most).arg(poolSize(run));
    if (queries(run) < 2)
        return {false, measured + tr(" One query alone proves nothing.")};
    return {most <= poolSize(run), measured};
}

std::vector<Metric> metrics(const VariantRun &variant)
{
    const Reading found(*variant.trace);
    return {
        metric("longest_stall_ns", found.longestStall()),
        metric("query_ns", found.meanQuery()),
        metric("most_in_use", found.mostInUse()),
        metric("most_queued", found.mostQueued()),
        metric("longest_wait_in_hand_ns", found.longestWaitInHand()),
    };
}

std::vector<SubjectNote> notes(const VariantRun &variant, const ParameterSet &parameters)
{
    const Reading found(*variant.trace);
    if (!variant.trace->blocks().empty())
        return {{tr("loop stalled for %1").arg(readableLength(found.longestStall())), false}};
    if (const auto size = parameters.value(u"poolSize"); found.mostInUse() <= size)
        return {{tr("%1 in use, pool of %2").arg(found.mostInUse()).arg(size), true}};
    return {{tr("up to %1 waited for, connection in hand").arg(readableLength(found.longestWaitInHand())), false}};
}

} // namespace awaitscope::lesson_database_pool
