// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/rules.h"
#include "lessons/practice/best-practices/lesson.h"
#include "tests/lessons/lesson_test.h"
#include "widgets/timeline/chart_model.h"

#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace awaitscope;
using namespace std::chrono_literals;

namespace {

const Lesson &lesson()
{
    return lessonOf("best-practices");
}

/// The run of a lesson's variant, as the rule's page would get it.
Run lenderRun(const RuleEvidence &evidence, std::initializer_list<Setting> settings = {})
{
    return playOne(lessonOf(evidence.lesson.toLatin1()), evidence.variant.toLatin1(), settings);
}

Ns duration(const Run &run, QStringView variant)
{
    return run.variant(variant)->trace->duration();
}

} // namespace

class TestBestPractices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(home_.isValid());
        qputenv("XDG_CACHE_HOME", home_.path().toLocal8Bit()); // the lessons' databases
    }

    void nineRulesOneVariantAndOneClaimEach()
    {
        const LessonDefinition &definition = lesson().definition;
        QCOMPARE(definition.rules.size(), std::size_t(9));
        QCOMPARE(definition.variants.size(), std::size_t(9));
        QCOMPARE(definition.claims.size(), std::size_t(9));
        for (std::size_t i = 0; i < 9; ++i) {
            QCOMPARE(definition.variants[i].id, definition.rules[i].id);
            QCOMPARE(definition.claims[i].id, definition.rules[i].id);
            QCOMPARE(definition.claims[i].needs, QStringList(definition.rules[i].id));
            const BorrowedVariant borrowed = definition.variants[i].borrow(parametersOf(lesson()));
            QCOMPARE(borrowed.lesson->id, definition.rules[i].evidence.front().lesson);
            QCOMPARE(borrowed.id, definition.rules[i].evidence.front().variant);
            QVERIFY(borrowed.parameters == parametersOf(*borrowed.lesson));
        }
    }

    /// What a rule names is there, and that variant alone is enough to judge it.
    void evidenceIsThere()
    {
        std::set<QString> lessons;
        for (const RuleSpec &rule : lesson().definition.rules) {
            for (const RuleEvidence &evidence : rule.evidence) {
                lessons.insert(evidence.lesson);
                const Lesson &lender = lessonOf(evidence.lesson.toLatin1());
                QVERIFY2(lender.variant(evidence.variant), qPrintable(evidence.variant));
                QVERIFY(!evidence.claims.isEmpty());
                const auto verdict = evidenceIn(lenderRun(evidence), evidence);
                QVERIFY2(verdict && verdict->holds, qPrintable(rule.id + u' ' + evidence.lesson));
                QVERIFY(!verdict->measured.isEmpty());
            }
        }
        const std::set<QString> expected{"sequential-vs-parallel", "timeouts", "missing-await", "resources", "resource-leaks",
            "testing-coroutines", "loop-monitoring", "blocking-the-loop", "nested-event-loops", "database-pool"};
        QVERIFY(lessons == expected);
    }

    void eachRuleHolds()
    {
        const Run run = playAll(lesson());
        verifyAllHold(lesson(), run);
        QCOMPARE(duration(run, u"gather"), Ns(196ms));
        QCOMPARE(duration(run, u"wait-for"), Ns(230ms));
        QCOMPARE(metricOf(run, u"wait-for", u"late_ns"), Ns(30ms).count()); // a number of the lesson that lends it
        QVERIFY(!run.variant(u"cpu-in-threads")->notes.empty());
        QCOMPARE(run.variant(u"await-it")->outcome, RunOutcome::Failed);
        QVERIFY(run.variant(u"await-it")->asMeant);
    }

    void aRuleDoesNotHoldOfAFault_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QByteArray>("lender");
        QTest::addColumn<QByteArray>("variant");
        const auto row = [](const char *rule, const char *lender, const char *variant) {
            QTest::newRow(rule) << QString::fromLatin1(rule) << QByteArray(lender) << QByteArray(variant);
        };
        row("gather", "sequential-vs-parallel", "sequential");
        row("wait-for", "timeouts", "abandon");
        row("await-it", "missing-await", "forgotten");
        row("context-manager", "resources", "manual");
        row("monitor-the-loop", "loop-monitoring", "none");
        row("cpu-in-threads", "blocking-the-loop", "cpu-on-loop");
        row("dont-mix", "nested-event-loops", "nested");
        row("type-hints", "missing-await", "lazy");
    }
    void aRuleDoesNotHoldOfAFault()
    {
        QFETCH(QString, rule);
        QFETCH(QByteArray, lender);
        QFETCH(QByteArray, variant);
        const Run sound = playOne(lesson(), rule.toLatin1());
        QVERIFY(holds(lesson(), sound, rule));
        const Run bad = playOne(lessonOf(lender), variant);
        const Run faulty = withRecord(sound, rule, bad, QString::fromLatin1(variant));
        QVERIFY2(!holds(lesson(), faulty, rule), qPrintable(judged(lesson(), faulty, rule).measured));
    }

    void theRuleOnTestsDoesNotHoldWhereTestsAreMissing()
    {
        const Run sound = playOne(lesson(), "testing");
        QVERIFY(holds(lesson(), sound, "testing"));
        const Run few = playOne(lessonOf("testing-coroutines"), "virtual-clock", {{"seeds", "3"}});
        QVERIFY(!holds(lesson(), withRecord(sound, u"testing", few, u"virtual-clock"), "testing"));
    }

    void theRuleOnTypesAsksTheCompiler()
    {
        const Verdict found = lesson_best_practices::refusedByTheCompiler();
        QVERIFY(found.holds);
        QVERIFY2(found.measured.contains(QStringLiteral("refused 4 of 4 ways")), qPrintable(found.measured));
        const Run run = playOne(lesson(), "type-hints");
        QVERIFY(judged(lesson(), run, "type-hints").measured.startsWith(found.measured));
        RuleSpec careless = *findRule(lesson(), u"type-hints");
        careless.builtIn = [] { return Verdict{false, QStringLiteral("refused 3 of 4 ways.")}; };
        QVERIFY(!judgeRule(lesson(), careless, run).holds);
    }

    void evidenceIsJudgedByTheParametersOfItsRun()
    {
        const RuleEvidence &gather = findRule(lesson(), u"gather")->evidence.front();
        const auto shorter = evidenceIn(lenderRun(gather, {{"getUser", "50ms"}}), gather);
        QVERIFY(shorter && shorter->holds);
        QVERIFY2(shorter->measured.contains(QStringLiteral("120 ms")), qPrintable(shorter->measured));
        const Run other = playOne(lessonOf("sequential-vs-parallel"), "sequential");
        QVERIFY(!evidenceIn(other, gather)); // it did not play the variant
        QVERIFY(!lentRun(lesson(), playOne(lesson(), "wait-for"), u"gather"));
    }

    void timesAreScaled()
    {
        const Run half = playAll(lesson(), {{"percent", "50"}});
        verifyAllHold(lesson(), half);
        QCOMPARE(duration(half, u"gather"), Ns(98ms));
        QCOMPARE(duration(half, u"wait-for"), Ns(115ms));
        const auto lent = lentRun(lesson(), half, u"cpu-in-threads");
        QVERIFY(lent);
        QCOMPARE(lent->parameters.duration(u"block"), Ns(150ms));
        const auto least = lentRun(lesson(), playOne(lesson(), "cpu-in-threads", {{"percent", "20"}}), u"cpu-in-threads");
        QCOMPARE(least->parameters.duration(u"beat"), Ns(5ms)); // the least that the lesson allows
    }

    void showsTheCodeOfTheLessonThatLends()
    {
        const Run run = playOne(lesson(), "gather");
        const ShownCode code = lesson().shownCode(u"gather");
        QCOMPARE(code.block, QStringLiteral("gather"));
        QCOMPARE(code.source->file, QStringLiteral("lessons/patterns/sequential-vs-parallel/lesson.cpp"));
        QCOMPARE(run.variants[0].trace->sourceMap(), code.source.get());
        QVERIFY(lesson().source->blocks.empty());
        QCOMPARE(lessonOf("timeouts").shownCode(u"cancel").source, lessonOf("timeouts").source);
    }

    void whatTheLenderNeedsIsPrepared()
    {
        int prepared = 0;
        Lesson lender = lessonOf("sequential-vs-parallel");
        lender.definition.prepare = [&prepared](const ParameterSet &parameters, ClockKind) -> Result<Done> {
            ++prepared;
            if (parameters.duration(u"getUser") == Ns(196ms))
                return Problem{QStringLiteral("no-file"), QStringLiteral("The file is not there."), {}};
            return Done();
        };
        Lesson borrower = lesson();
        for (VariantSpec &variant : borrower.definition.variants)
            variant.borrow = [&lender, borrow = variant.borrow](const ParameterSet &parameters) {
                BorrowedVariant borrowed = borrow(parameters);
                if (borrowed.lesson->id == lender.id)
                    borrowed.lesson = &lender;
                return borrowed;
            };
        const Run refused = playOne(borrower, "gather");
        QCOMPARE(prepared, 1);
        QCOMPARE(refused.problems.size(), std::size_t(1));
        QVERIFY(refused.variants.empty());
        QVERIFY(playOne(borrower, "gather", {{"percent", "50"}}).problems.empty());
        QCOMPARE(prepared, 2);
        QVERIFY(playOne(borrower, "wait-for").problems.empty());
        QCOMPARE(prepared, 2);
    }

    /// What different lessons took says nothing of one another.
    void runsOfDifferentLessonsAreNotCompared()
    {
        const auto isCompared = [](const Run &run) {
            bool compared = run.caption.contains(QStringLiteral(" against A")) || run.caption.contains(QStringLiteral(" than A"));
            const ChartModel chart = makeChartModel(run.subjects());
            for (const ModelGroup &group : chart.groups) {
                for (const HeaderFact &fact : group.facts)
                    compared = compared || fact.text.endsWith(QStringLiteral(" A"));
            }
            return compared || !chart.savings.empty();
        };
        QVERIFY(isCompared(playAll(lessonOf("sequential-vs-parallel"))));
        const Run run = playAll(lesson());
        QVERIFY2(!isCompared(run), qPrintable(run.caption));
        for (const VariantRun &variant : run.variants)
            QVERIFY(variant.results.empty()); // nor do their tables have lines in common
    }

    void challenge()
    {
        const auto &challenge = lesson().definition.challenge;
        QVERIFY(challenge(playAll(lesson(), {{"percent", "20"}})).holds);
        QVERIFY(!challenge(playAll(lesson())).holds);
        const Run one = playOne(lesson(), "gather");
        const Verdict few = challenge(one);
        QVERIFY(!few.holds);
        QVERIFY2(few.measured.startsWith(QStringLiteral("1 of 9 rules hold")), qPrintable(few.measured));
    }

private:
    QTemporaryDir home_;
};

QTEST_GUILESS_MAIN(TestBestPractices)
#include "tst_best_practices.moc"
