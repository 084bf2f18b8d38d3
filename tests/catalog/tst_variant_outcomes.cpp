// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/event_names.h"
#include "lessons/catalog/runner.h"
#include "lessons/runtime/runtime.h"

#include <QTest>

#include <stdexcept>

using namespace awaitscope;
using namespace std::chrono_literals;

namespace {

QCoro::Task<void> work(Scope &scope, Ns length)
{
    co_await sleep(scope, length);
}

QCoro::Task<void> twice(Scope &scope, const ParameterSet &)
{
    co_await work(scope, Ns(10ms));
    co_await work(scope, Ns(20ms));
}

QCoro::Task<void> tooLong(Scope &scope, const ParameterSet &)
{
    co_await withTimeout(scope, 30ms, work, Ns(1s));
}

QCoro::Task<void> failing(Scope &scope, const ParameterSet &)
{
    co_await work(scope, Ns(5ms));
    throw std::runtime_error("no such user");
}

VariantSpec variant(const char *id, QCoro::Task<void> (*play)(Scope &, const ParameterSet &), std::vector<RunOutcome> mayEnd)
{
    VariantSpec spec;
    spec.id = QString::fromLatin1(id);
    spec.play = play;
    spec.mayEnd = std::move(mayEnd);
    return spec;
}

Lesson sample()
{
    Lesson lesson;
    lesson.id = QStringLiteral("sample");
    lesson.source = std::make_shared<const SourceMap>();
    lesson.definition.variants = {variant("twice", twice, {}), variant("late", tooLong, {RunOutcome::TimedOut}),
        variant("late-unmeant", tooLong, {RunOutcome::Failed}), variant("fails", failing, {RunOutcome::Failed})};
    lesson.definition.metrics = [](const VariantRun &) {
        return std::vector<Metric>{{QStringLiteral("open_ns"), 12'000'000}, {QStringLiteral("rows"), 7}};
    };
    lesson.definition.results = [](const VariantRun &variant, const ParameterSet &) {
        ResultTable table;
        for (const TaskInfo &task : variant.trace->tasks())
            table.push_back(
                {task.name, task.outcome == TaskState::Done ? ResultRow::Kind::Succeeded : ResultRow::Kind::Failed, task.error});
        return table;
    };
    return lesson;
}

Run playAll(const Lesson &lesson)
{
    QStringList ids;
    for (const VariantSpec &spec : lesson.definition.variants)
        ids << spec.id;
    return play({&lesson, ParameterSet(), ids, ClockKind::Virtual, 1});
}

} // namespace

class TestVariantOutcomes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aVariantMayEndAsItsDesignSays()
    {
        const Run run = playAll(sample());
        const auto ended = [&](QStringView id) { return std::pair(run.variant(id)->outcome, run.variant(id)->asMeant); };
        QCOMPARE(ended(u"twice"), std::pair(RunOutcome::Done, true));
        QCOMPARE(ended(u"late"), std::pair(RunOutcome::TimedOut, true));
        QCOMPARE(ended(u"late-unmeant"), std::pair(RunOutcome::TimedOut, false));
        QCOMPARE(ended(u"fails"), std::pair(RunOutcome::Failed, true));
        QCOMPARE(run.variant(u"late")->error, QStringLiteral("the deadline of 30 ms passed"));
    }

    void resultsComeFromTheRecord()
    {
        const Run run = playAll(sample());
        const ResultTable &table = run.variant(u"fails")->results;
        QCOMPARE(table.size(), std::size_t(2));
        QCOMPARE(table[0].kind, ResultRow::Kind::Failed);
        QCOMPARE(table[0].detail, QStringLiteral("no such user"));
        QCOMPARE(table[1].what, QStringLiteral("work"));
        QCOMPARE(table[1].kind, ResultRow::Kind::Succeeded);
    }

    void textsNameMetricsAndTheNthTask()
    {
        const Run run = playAll(sample());
        const auto filled = [&](const char *text) { return fillPlaceholders(QString::fromLatin1(text), run); };
        QCOMPARE(filled("{twice.open_ns} and {twice.rows} rows"), QStringLiteral("12 ms and 7 rows"));
        QCOMPARE(
            filled("{twice.work.ended}, {twice.work#2.started}, {twice.work#2.ended}"), QStringLiteral("10 ms, 10 ms, 30 ms"));
        QCOMPARE(filled("{twice.work#3.ended} {nobody.rows}"), QStringLiteral("… …"));
        QCOMPARE(filled("{late.work.interrupted} {late.tooLong.timedOut}"), QStringLiteral("30 ms 30 ms"));
    }
};

QTEST_GUILESS_MAIN(TestVariantOutcomes)
#include "tst_variant_outcomes.moc"
