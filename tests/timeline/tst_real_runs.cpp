// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/trace/trace_builder.h"
#include "tests/runtime/recorded_run.h"
#include "tests/timeline/layout_faults.h"

#include <QTest>

using namespace awaitscope;
using namespace std::chrono_literals;

namespace {

QCoro::Task<void> rest(Scope &scope, std::chrono::milliseconds length)
{
    co_await sleep(scope, length);
}

QCoro::Task<int> work(Scope &scope, std::chrono::milliseconds length, std::chrono::milliseconds cleanup)
{
    std::exception_ptr stopped;
    try {
        co_await sleep(scope, length);
    } catch (const Cancelled &) {
        stopped = std::current_exception();
    }
    if (stopped) {
        co_await shield(scope, rest, cleanup);
        std::rethrow_exception(stopped);
    }
    co_return 1;
}

QCoro::Task<int> failing(Scope &scope, std::chrono::milliseconds length)
{
    co_await sleep(scope, length);
    throw std::runtime_error("no quota");
}

QCoro::Task<void> useSeat(Scope &scope, Semaphore *seats)
{
    const Permit permit = co_await seats->acquire(scope);
    co_await sleep(scope, 20ms);
}

ChartModel played(const RecordedRun::Play &play)
{
    RecordedRun run;
    run.play(play);
    const auto trace = std::make_shared<const Trace>(TraceBuilder::build(run.recorder, nullptr));
    return makeChartModel(std::vector<Subject>{{QStringLiteral("A"), QStringLiteral("real"), trace}});
}

QStringList facts(const ChartModel &model)
{
    QStringList result;
    for (const HeaderFact &fact : model.groups[0].facts)
        result += fact.text;
    return result;
}

const ModelRow &row(const ChartModel &model, const QString &name)
{
    return *std::ranges::find(model.groups[0].rows, name, &ModelRow::name);
}

} // namespace

/// What the runtime records, as the timeline shows it. On the virtual clock, so that all times are exact.
class TestRealRuns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTimeoutWithCleanupAnswersLate()
    {
        const ChartModel model
            = played([](Scope &scope) -> QCoro::Task<void> { co_await withTimeout(scope, 200ms, work, 380ms, 30ms); });
        QVERIFY2(facts(model).contains(QStringLiteral("30 ms late")), qPrintable(facts(model).join(u' ')));
        QCOMPARE(model.groups[0].rows[0].flags[0].label, QStringLiteral("deadline 200 ms"));
        QCOMPARE(row(model, QStringLiteral("work")).endNote, QStringLiteral("by the deadline, 30 ms of cleanup"));
    }

    void aTimeoutThatIsMetIsOnTime()
    {
        const ChartModel model
            = played([](Scope &scope) -> QCoro::Task<void> { co_await withTimeout(scope, 200ms, work, 80ms, 30ms); });
        QVERIFY(facts(model).contains(QStringLiteral("answer on time")));
        QCOMPARE(model.groups[0].rows[0].flags[0].details, QStringList({"met with 120 ms left"}));
    }

    void aGroupCancelsItsMembers()
    {
        const ChartModel model = played([](Scope &scope) -> QCoro::Task<void> {
            TaskGroup group(scope);
            group.spawn(work, 300ms, 0ms);
            group.spawn(failing, 119ms);
            co_await group.join();
        });
        QCOMPARE(row(model, QStringLiteral("work")).endNote, QStringLiteral("by the group"));
        QCOMPARE(*row(model, QStringLiteral("failing")).ending, Cue::Failed);
    }

    void gatherLeavesOrphans()
    {
        const ChartModel model = played([](Scope &scope) -> QCoro::Task<void> {
            co_await gather(scope.spawn(work, 300ms, 0ms), scope.spawn(failing, 119ms));
        });
        QCOMPARE(*row(model, QStringLiteral("work")).orphaned, Ns(119ms));
        QVERIFY(facts(model).contains(QStringLiteral("last work ends 300 ms")));
    }

    void settlingAwaitsTasks()
    {
        const ChartModel model = played([](Scope &scope) -> QCoro::Task<void> {
            co_await settleAll(scope.spawn(work, 30ms, 0ms), scope.spawn(failing, 10ms));
        });
        const std::vector<ModelBar> &bars = model.groups[0].rows[0].bars;
        QVERIFY(std::ranges::any_of(bars, [](const ModelBar &bar) { return bar.label == u"awaits 2 tasks"; }));
    }

    void aSemaphoreHasSeatsAndALine()
    {
        const ChartModel model = played([](Scope &scope) -> QCoro::Task<void> {
            Semaphore seats(scope, 2, "connections");
            for (int i = 0; i < 5; ++i)
                scope.spawn(useSeat, &seats);
            co_await scope.join();
        });
        QCOMPARE(model.groups[0].strips.size(), 1u);
        const ModelStrip &strip = model.groups[0].strips[0];
        QCOMPARE(strip.name, QStringLiteral("connections"));
        QStringList told;
        for (const StripRow &line : strip.rows) {
            for (const StripBar &bar : line.bars)
                told += line.note + u' ' + bar.label + u' ' + QString::number(bar.begin / 1ms) + u'-'
                    + QString::number(bar.end / 1ms);
        }
        QCOMPARE(told,
            QStringList({"seat 1 useSeat 1 0-20", "seat 1 useSeat 3 20-40", "seat 1 useSeat 5 40-60", "seat 2 useSeat 2 0-20",
                "seat 2 useSeat 4 20-40", "1st in line useSeat 3 0-20", "1st in line useSeat 5 20-40",
                "2nd in line useSeat 4 0-20", "3rd in line useSeat 5 0-20"}));
    }
};

QTEST_MAIN(TestRealRuns)
#include "tst_real_runs.moc"
