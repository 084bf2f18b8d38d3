// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/trace/cascade.h"

#include "tests/timeline/stories.h"

#include <QTest>

using namespace awaitscope;
using namespace awaitscope::test;
using namespace std::chrono_literals;

namespace {

constexpr TaskId caller(1), first(2), second(3);

/// What is below a task that is told at 100.4 ms, of a request at 100 ms, and that ends at 130 ms.
template <class Below> std::shared_ptr<const Trace> below(Below add)
{
    RecordScript s;
    s.turn(0).start(0, 1, shown::handleRequest()).start(0.1, 2, shown::enrich());
    add(s, 0.2);
    s.suspend(0.5, 2, WaitKind::Unknown, 0, shown::enrich()).suspend(0.6, 1, WaitKind::Task, 2, shown::handleRequest());
    s.turnEnd(0.7).turn(100).requestCancel(100, 0, Canceller::User, "by hand", 1);
    s.resume(100.4, 2, shown::enrich()).interrupt(100.4, 2, 1).timer(100.5, 2, 29, shown::enrich());
    add(s, 100.6);
    s.turnEnd(101).turn(130).resume(130, 2, shown::enrich()).cancelled(130, 2, 1).resume(130, 1, shown::handleRequest());
    s.finish(130.1, 1).turnEnd(130.2);
    add(s, 200);
    return s.trace();
}

QString story(const Trace &trace, TaskId task)
{
    return cascadeStory(trace, cascadeFacts(trace), task);
}

} // namespace

class CascadeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoWasNotAskedHasNoRequest()
    {
        const auto trace = gatherFailureRun().trace();
        for (const CascadeFact &fact : cascadeFacts(*trace)) {
            QVERIFY(!fact.request);
            QVERIFY(!fact.wasTold() && !fact.ignored && !fact.shielded);
        }
        QVERIFY(!askerOf(*trace, cascadeFacts(*trace)[0]));
        QCOMPARE(story(*trace, first), QString("Nobody cancelled validate: nothing was cancelled in this run."));
    }

    void aGroupTellsItsTasks()
    {
        const auto trace = groupFailureRun().trace();
        const auto facts = cascadeFacts(*trace);
        const auto &validate = facts[1], &checkQuota = facts[2], &enrich = facts[3], &fetchGeo = facts[4];
        QCOMPARE(validate.latency(), Ns(400us));
        QCOMPARE(validate.requested, Ns(119'200us));
        QVERIFY(!validate.toldBy);
        QVERIFY(!checkQuota.request);
        QCOMPARE(fetchGeo.toldBy, TaskId(4));
        QVERIFY(!fetchGeo.afterAbove); // it was told first: the one above waited for it
        QCOMPARE(enrich.latency(), Ns(3'300us));
        QCOMPARE(askerOf(*trace, fetchGeo)->task, TaskId(3));
        QCOMPARE(trace->events()[askerOf(*trace, fetchGeo)->event].kind, EventKind::CancelRequested);
        QVERIFY(!facts[0].request);
    }

    void theChainIsToldInWords()
    {
        const auto trace = groupFailureRun().trace();
        QCOMPARE(story(*trace, TaskId(5)),
            QString("fetchGeo was told through enrich by the group of handleRequest, because checkQuota failed at 119 ms: "
                    "QuotaError."));
        QCOMPARE(story(*trace, second),
            QString("Nobody cancelled checkQuota. It is the one that asked, at 119 ms: a sibling failed: QuotaError."));
        const auto timedOut = timeoutRun().trace();
        QCOMPARE(story(*timedOut, first),
            QString(
                "longRunningTask was told by the deadline of 200 ms, which slowOperation had set and which passed at 200 ms."));
        QCOMPARE(askerOf(*timedOut, cascadeFacts(*timedOut)[1])->task, caller);
    }

    void whatOutlivesItsCaller()
    {
        const auto trace = gatherFailureRun().trace();
        const auto facts = cascadeFacts(*trace);
        QVERIFY(!facts[0].outlived());
        QVERIFY(!facts[2].outlived());
        for (const std::size_t orphan : {1u, 3u, 4u}) {
            QVERIFY(facts[orphan].outlived());
            QCOMPARE(facts[orphan].callerGone, Ns(119'400us));
        }
        for (const CascadeFact &fact : cascadeFacts(*groupFailureRun().trace()))
            QVERIFY(!fact.outlived());
    }

    void whoSwallowsTheRequestIgnoresIt()
    {
        const auto add = [](bool swallows) {
            return [swallows](RecordScript &s, double at) {
                if (at < 1)
                    s.start(at, 3, shown::fetchGeo()).timer(at + 0.1, 3, 300, shown::fetchGeo());
                else if (at < 150)
                    s.resume(at, 3, shown::fetchGeo()).interrupt(at, 3, 1).timer(at + 0.1, 3, 99, shown::fetchGeo());
                else
                    s.turn(at).resume(at, 3, shown::fetchGeo()), swallows ? s.finish(at, 3) : s.cancelled(at, 3, 1),
                        s.turnEnd(at);
            };
        };
        const auto trace = below(add(true));
        const auto facts = cascadeFacts(*trace);
        QVERIFY(facts[2].ignored);
        QCOMPARE(facts[2].toldBy, TaskId(2));
        QCOMPARE(*facts[2].afterAbove, Ns(200us));
        QVERIFY(facts[2].outlived());
        QVERIFY(!facts[1].ignored);
        QCOMPARE(story(*trace, second),
            QString(
                "fetchGeo was told through enrich by the user, who asked at 100 ms. It ignored that and ended with a value 99 ms "
                "later."));
        QVERIFY(!askerOf(*trace, facts[2])->task);
        const auto obedient = below(add(false));
        QVERIFY(!cascadeFacts(*obedient)[2].ignored);
        QVERIFY(cascadeFacts(*obedient)[2].wasTold());
    }

    void whoNeverHearsOfItIgnoresIt()
    {
        const auto trace = below([](RecordScript &s, double at) {
            if (at < 1)
                s.start(at, 3, shown::fetchGeo()).timer(at + 0.1, 3, 200, shown::fetchGeo());
            else if (at > 150)
                s.turn(at).resume(at, 3, shown::fetchGeo()).finish(at, 3).turnEnd(at);
        });
        const CascadeFact fact = cascadeFacts(*trace)[2];
        QVERIFY(!fact.wasTold());
        QVERIFY(fact.ignored);
        QCOMPARE(fact.requested, Ns(100ms));
        QVERIFY(story(*trace, second).endsWith("It ignored that and ended with a value 100 ms later."));
    }

    void aShieldKeepsItOff()
    {
        const auto trace = below([](RecordScript &s, double at) {
            if (at < 1)
                s.push(at, EventKind::Started, 3, toPayload(shown::fetchGeo()), WaitKind::None, startedShielded)
                    .timer(at + 0.1, 3, 200, shown::fetchGeo());
            else if (at > 150)
                s.turn(at).resume(at, 3, shown::fetchGeo()).finish(at, 3).turnEnd(at);
        });
        const CascadeFact fact = cascadeFacts(*trace)[2];
        QVERIFY(fact.shielded);
        QVERIFY(!fact.ignored);
        QVERIFY(!fact.wasTold());
        QCOMPARE(story(*trace, second),
            QString("fetchGeo ran under a shield, which kept off the user, who asked at 100 ms. It went on for 100 ms."));
    }

    void whatBeginsAfterTheRequestWasNotAsked()
    {
        // What a task calls to clean up is not asked by the request that it cleans up for.
        const auto trace = below([](RecordScript &s, double at) {
            if (at > 100 && at < 150)
                s.start(at, 3, shown::fetchGeo()).timer(at + 0.1, 3, 100, shown::fetchGeo());
            else if (at > 150)
                s.turn(at).resume(at, 3, shown::fetchGeo()).finish(at, 3).turnEnd(at);
        });
        QVERIFY(!cascadeFacts(*trace)[2].request);
    }

    void whatEndsInTheSameInstantDidNotIgnoreIt()
    {
        const auto trace = below([](RecordScript &s, double at) {
            if (at < 1)
                s.start(at, 3, shown::fetchGeo()).timer(at + 0.1, 3, 100, shown::fetchGeo());
            else if (at < 150)
                s.push(100.45, EventKind::Resumed, 3, toPayload(shown::fetchGeo())).finish(100.45, 3);
        });
        QVERIFY(!cascadeFacts(*trace)[2].ignored);
    }

    void aLongChainIsNotListed()
    {
        RecordScript s;
        s.turn(0);
        const std::uint32_t depth = 7;
        for (std::uint32_t task = 1; task <= depth; ++task)
            s.start(0.1 * task, task, shown::enrich());
        for (std::uint32_t task = depth; task >= 1; --task)
            s.timer(1 + 0.1 * (depth - task), task, 500, shown::enrich());
        s.turnEnd(2).turn(50).requestCancel(50, 0, Canceller::User, "by hand", 1);
        for (std::uint32_t task = depth; task >= 1; --task) {
            const double at = 51 + 0.1 * (depth - task);
            s.resume(at, task, shown::enrich()).interrupt(at, task, 1).cancelled(at, task, 1);
        }
        const auto trace = s.turnEnd(52).trace();
        QCOMPARE(story(*trace, TaskId(7)),
            QString("enrich 7 was told through enrich 1 and four below it, down to enrich 6, by the user, who asked at 50 ms."));
    }

    void anEmptyRecordHasNoFacts() { QVERIFY(cascadeFacts(Trace()).empty()); }
};

QTEST_GUILESS_MAIN(CascadeTest)
#include "tst_cascade.moc"
