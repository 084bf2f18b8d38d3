// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/run_report.h"
#include "lessons/catalog/runner.h"
#include "lessons/runtime/runtime.h"
#include "lessons/trace/validator.h"

#include "tests/support/record_script.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <stdexcept>
#include <thread>

using namespace awaitscope;
using namespace std::chrono_literals;

namespace {

QCoro::Task<void> nap(Scope &scope, Ns length)
{
    co_await sleep(scope, length);
}

QCoro::Task<void> waitOnce(Scope &scope, const ParameterSet &parameters)
{
    const Ns length = parameters.duration(u"wait");
    co_await nap(scope, length);
}

QCoro::Task<void> fail(Scope &scope, const ParameterSet &)
{
    co_await sleep(scope, 5ms);
    throw std::runtime_error("no such user");
}

QCoro::Task<void> abandon(Scope &scope, const ParameterSet &)
{
    scope.spawn(nap, Ns(30ms));
    auto dropped = nap(scope, Ns(50ms));
    co_await sleep(scope, 1ms);
}

QCoro::Task<void> hang(Scope &, const ParameterSet &)
{
    co_await std::suspend_always();
}

Lesson sampleLesson()
{
    Lesson lesson;
    lesson.id = QStringLiteral("sample");
    lesson.source = std::make_shared<const SourceMap>();
    lesson.definition.parameters = {{QStringLiteral("wait"), ParameterType::Duration, 10'000'000, 0, 100'000'000'000, 1, {}}};
    lesson.definition.variants = {{QStringLiteral("once"), waitOnce, {}}, {QStringLiteral("fails"), fail, {}},
        {QStringLiteral("abandons"), abandon, {}}, {QStringLiteral("hangs"), hang, {}}};
    lesson.definition.claims = {
        {QStringLiteral("both"),
            [](const Run &) {
                return Verdict{true, QStringLiteral("both are there")};
            },
            {QStringLiteral("once"), QStringLiteral("fails")}},
        {QStringLiteral("any"),
            [](const Run &run) {
                return Verdict{false, QStringLiteral("%1 \"variants\"").arg(run.variants.size())};
            },
            {}},
    };
    lesson.definition.metrics = [](const VariantRun &variant) {
        return std::vector<Metric>{{QStringLiteral("own_ns"), variant.trace->duration().count()}};
    };
    lesson.text.variantTitles = {{QStringLiteral("once"), QStringLiteral("Once")}};
    return lesson;
}

RunRequest request(const Lesson &lesson, const QStringList &variants, ClockKind clock = ClockKind::Virtual)
{
    return {&lesson, ParameterSet(lesson.definition.parameters), variants, clock, 7};
}

qint64 metric(const VariantRun &variant, const char *name)
{
    for (const Metric &metric : variant.metrics) {
        if (metric.name == QLatin1String(name))
            return metric.value;
    }
    return -1;
}

} // namespace

class TestRunner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void playsEachVariantFromItsOwnZero()
    {
        const Lesson lesson = sampleLesson();
        const Run run = play(request(lesson, {QStringLiteral("once"), QStringLiteral("once")}));
        QCOMPARE(run.variants.size(), std::size_t(2));
        QCOMPARE(run.lesson, lesson.id);
        QCOMPARE(run.seed, quint64(7));
        QVERIFY(run.problems.empty());
        QCOMPARE(run.liveFrames, 0);
        QVERIFY(!run.cancelled);
        QVERIFY(!run.caption.isEmpty());
        for (const VariantRun &variant : run.variants) {
            QCOMPARE(variant.outcome, RunOutcome::Done);
            QCOMPARE(variant.title, QStringLiteral("Once"));
            QCOMPARE(variant.trace->duration(), Ns(10ms));
            QVERIFY(variant.trace->complete());
            QCOMPARE(metric(variant, "waits_sum_ns"), qint64(10'000'000));
            QCOMPARE(metric(variant, "saved_by_overlap_ns"), qint64(0));
            QCOMPARE(metric(variant, "most_in_flight"), qint64(1));
            QCOMPARE(metric(variant, "longest_run_ns"), qint64(0));
            QVERIFY(metric(variant, "loop_turns") >= 2);
            QCOMPARE(metric(variant, "own_ns"), qint64(10'000'000));
        }
    }

    void reportsAFailureAndGoesOn()
    {
        const Lesson lesson = sampleLesson();
        const Run run = play(request(lesson, {QStringLiteral("fails"), QStringLiteral("once")}));
        QCOMPARE(run.variants[0].outcome, RunOutcome::Failed);
        QCOMPARE(run.variants[0].error, QStringLiteral("no such user"));
        QCOMPARE(run.variants[1].outcome, RunOutcome::Done);
        QCOMPARE(run.liveFrames, 0);
        QVERIFY(run.problems.empty());
    }

    void judgesWhatItHasTheVariantsFor()
    {
        const Lesson lesson = sampleLesson();
        const Run one = play(request(lesson, {QStringLiteral("once")}));
        QCOMPARE(one.claims.size(), std::size_t(1));
        QCOMPARE(one.claims[0].id, QStringLiteral("any"));
        QVERIFY(!one.claims[0].holds);
        const Run two = play(request(lesson, {QStringLiteral("once"), QStringLiteral("fails")}));
        QCOMPARE(two.claims.size(), std::size_t(2));
        QVERIFY(two.claims[0].holds);
        QCOMPARE(two.claims[0].measured, QStringLiteral("both are there"));
    }

    void seesAbandonedTasksToTheirEnd()
    {
        const Lesson lesson = sampleLesson();
        const Run run = play(request(lesson, {QStringLiteral("abandons")}));
        QCOMPARE(run.variants[0].trace->duration(), Ns(50ms));
        QCOMPARE(run.variants[0].trace->tasks().size(), std::size_t(3));
        QCOMPARE(run.liveFrames, 0);
        QVERIFY(run.problems.empty());
    }

    void doesNotHideWhatWasLeftBehind()
    {
        const Lesson lesson = sampleLesson();
        const Run run = play(request(lesson, {QStringLiteral("hangs")}));
        QCOMPARE(run.variants[0].outcome, RunOutcome::LeftBehind);
        QVERIFY(run.liveFrames > 0);
        QVERIFY(!run.problems.empty());
        QVERIFY(!run.variants[0].error.isEmpty());
    }

    void isCancelledFromAnotherThread_data()
    {
        QTest::addColumn<ClockKind>("clock");
        QTest::newRow("real") << ClockKind::Real;
    }
    void isCancelledFromAnotherThread()
    {
        QFETCH(ClockKind, clock);
        const Lesson lesson = sampleLesson();
        RunRequest asked = request(lesson, {QStringLiteral("once"), QStringLiteral("fails")}, clock);
        QVERIFY(asked.parameters.set(u"wait", 100'000'000'000).ok());
        RunControl control;
        std::thread canceller([&control] {
            while (control.live().empty())
                std::this_thread::yield();
            control.cancel();
        });
        const Run run = play(asked, &control);
        canceller.join();
        QVERIFY(run.cancelled);
        QCOMPARE(run.variants.size(), std::size_t(1));
        QCOMPARE(run.variants[0].outcome, RunOutcome::Cancelled);
        QCOMPARE(run.variants[0].error, QStringLiteral("by the user"));
        QCOMPARE(run.liveFrames, 0);
        QVERIFY2(run.problems.empty(), qPrintable(run.problems.empty() ? QString() : run.problems[0].sentence));
        QCOMPARE(control.live().size(), std::size_t(1));
        QVERIFY(control.live()[0].ended);
        for (const TaskInfo &task : run.variants[0].trace->tasks())
            QCOMPARE(cancelledBy(*run.variants[0].trace, task), QStringLiteral("user"));
        const QJsonObject report = QJsonDocument::fromJson(runReport(run)).object();
        const QJsonObject variant = report[QLatin1String("variants")][0].toObject();
        QCOMPARE(variant[QLatin1String("outcome")].toString(), QStringLiteral("cancelled"));
    }

    void whoCancelledIsWhoMadeThatRequest()
    {
        test::RecordScript script;
        const NameId stop = script.recorder()->intern("stop");
        const auto request = [&](double ms, std::uint32_t asker, std::uint32_t number, Canceller by) {
            script.push(
                ms, EventKind::CancelRequested, asker, packCancel(stop, CancelId(number)), WaitKind::None, std::uint16_t(by));
        };
        const auto end = [&](double ms, std::uint32_t task, std::uint32_t number) {
            script.turn(ms).resume(ms, task).push(ms, EventKind::Cancelled, task, packCancel(stop, CancelId(number))).turnEnd(ms);
        };
        script.turn(0).start(0, 1).start(0, 2).timer(0, 2, 50).start(0, 3).timer(0, 3, 50).start(0, 4).timer(0, 4, 50);
        request(0, 1, 1, Canceller::Task);
        script.timer(0, 1, 50).turnEnd(0);
        request(1, 0, 2, Canceller::User);
        request(1, 0, 3, Canceller::Deadline);
        request(1, 0, 4, Canceller::Closing);
        end(2, 2, 1);
        end(3, 1, 2);
        end(4, 3, 3);
        end(5, 4, 4);
        const auto trace = script.trace();
        QVERIFY(validate(*trace).empty());
        QCOMPARE(cancelledBy(*trace, trace->task(TaskId(2))), QStringLiteral("1"));
        QCOMPARE(cancelledBy(*trace, trace->task(TaskId(1))), QStringLiteral("user"));
        QCOMPARE(cancelledBy(*trace, trace->task(TaskId(3))), QStringLiteral("deadline"));
        QCOMPARE(cancelledBy(*trace, trace->task(TaskId(4))), QStringLiteral("closing"));
    }

    void playsNothingWhenCancelledBefore()
    {
        const Lesson lesson = sampleLesson();
        RunControl control;
        control.cancel();
        const Run run = play(request(lesson, {QStringLiteral("once")}), &control);
        QVERIFY(run.cancelled);
        QVERIFY(run.variants.empty());
        QVERIFY(run.claims.empty());
        QVERIFY(!QJsonDocument::fromJson(runReport(run)).isNull());
    }

    void runsInsideAnEventLoopOfTheCaller()
    {
        const Lesson lesson = sampleLesson();
        bool played = false;
        QMetaObject::invokeMethod(
            this,
            [&] {
                played = play(request(lesson, {QStringLiteral("once")}, ClockKind::Real)).variants[0].outcome == RunOutcome::Done;
            },
            Qt::QueuedConnection);
        QTRY_VERIFY(played);
    }

    void reportKeepsTheOrderOfTheContract()
    {
        const Lesson lesson = sampleLesson();
        const QByteArray report = runReport(play(request(lesson, {QStringLiteral("once"), QStringLiteral("fails")})));
        QVERIFY(!report.contains('\n'));
        const QJsonDocument parsed = QJsonDocument::fromJson(report);
        QVERIFY(parsed.isObject());
        qsizetype last = -1;
        for (const char *key :
            {"{\"awaitscope\":", ",\"lesson\":", ",\"clock\":\"virtual\"", ",\"seed\":7", ",\"parameters\":{\"wait\":10000000}",
                ",\"variants\":[{\"id\":\"once\"", ",\"title\":", ",\"outcome\":\"done\"", ",\"duration_ns\":10000000",
                ",\"tasks\":[{\"id\":1,\"parent\":null,\"name\":\"waitOnce\",\"start_ns\":0,\"end_ns\":10000000,\"outcome\":"
                "\"done\",\"cancelled_by\":null}",
                ",{\"id\":2,\"parent\":1,\"name\":\"nap\"", ",\"metrics\":{", ",\"claims\":[{\"id\":\"both\",\"text\":",
                ",\"holds\":true", ",\"measured\":", "2 \\\"variants\\\"", ",\"caption\":"}) {
            const qsizetype at = report.indexOf(key, last + 1);
            QVERIFY2(at > last, key);
            last = at;
        }
        const QJsonObject failed = parsed[QLatin1String("variants")][1].toObject();
        QCOMPARE(failed[QLatin1String("outcome")].toString(), QStringLiteral("failed"));
        QCOMPARE(failed[QLatin1String("tasks")][0][QLatin1String("outcome")].toString(), QStringLiteral("failed"));
    }
};

QTEST_GUILESS_MAIN(TestRunner)
#include "tst_runner.moc"
