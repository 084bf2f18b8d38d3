// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/reader_acts.h"
#include "lessons/runtime/runtime.h"
#include "tests/lessons/lesson_test.h"

#include <QTest>

#include <thread>

using namespace awaitscope;
using namespace std::chrono_literals;

namespace {

const Lesson &lesson()
{
    return lessonOf("nested-event-loops");
}

QStringList brokenClaims(const Run &run)
{
    QStringList broken;
    for (const ClaimResult &claim : run.claims) {
        if (!claim.holds)
            broken += claim.id + u' ' + claim.measured;
    }
    return broken;
}

QStringList notesOf(const Run &run, QStringView variant)
{
    const Trace &trace = *run.variant(variant)->trace;
    QStringList texts;
    for (const Note &note : trace.notes())
        texts += trace.name(note.text);
    return texts;
}

/// Names and ends of the handlers, in order of their ends: "2 at 420 ms".
QStringList returns(const Run &run, QStringView variant)
{
    std::vector<std::pair<const TaskInfo *, int>> handlers;
    for (const TaskInfo &task : run.variant(variant)->trace->tasks()) {
        if (!task.parent)
            handlers.emplace_back(&task, int(handlers.size()) + 1);
    }
    std::ranges::sort(handlers, {}, [](const auto &handler) { return handler.first->endEvent; });
    QStringList texts;
    for (const auto &[task, number] : handlers)
        texts += QStringLiteral("%1 at %2 ms").arg(number).arg(task->end.count() / 1000000);
    return texts;
}

/// Not traced, as a reader's hand.
QCoro::Task<void> clickAt(Scope *scope, Ns moment, int times)
{
    co_await sleep(*scope, moment);
    for (int i = 0; i < times; ++i)
        scope->context<ReaderActs *>()->happen(QStringLiteral("click"));
}

QCoro::Task<void> both(QCoro::Task<void> first, QCoro::Task<void> second)
{
    co_await first;
    co_await second;
}

/// All variants, while a reader clicks at a time of the run.
Run playWithClicks(std::initializer_list<Setting> settings, Ns moment, int times)
{
    Lesson clicked = lesson();
    for (VariantSpec &variant : clicked.definition.variants) {
        variant.play = [play = variant.play, moment, times](Scope &scope, const ParameterSet &set) {
            auto hand = clickAt(&scope, moment, times);
            return both(play(scope, set), std::move(hand));
        };
    }
    return playAll(clicked, settings);
}

/// Plays a variant on the real clock while `hand` acts on another thread, from the moment on at which the variant has begun.
Run playWithHand(const char *variant, std::initializer_list<Setting> settings, const std::function<void(RunControl &)> &hand)
{
    RunControl control;
    std::thread other([&] {
        while (control.live().empty())
            std::this_thread::yield();
        hand(control);
    });
    Run run = playOne(lesson(), variant, settings, ClockKind::Real, &control);
    other.join();
    return run;
}

} // namespace

class TestNestedEventLoops : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstWaitReturnsLast()
    {
        const Run run = playAll(lesson());
        QVERIFY(run.problems.empty());
        QCOMPARE(run.liveFrames, 0);
        QCOMPARE(returns(run, u"nested"), (QStringList{QStringLiteral("2 at 420 ms"), QStringLiteral("1 at 420 ms")}));
        QCOMPARE(returns(run, u"awaited"), (QStringList{QStringLiteral("1 at 100 ms"), QStringLiteral("2 at 420 ms")}));
        QCOMPARE(notesOf(run, u"nested"),
            (QStringList{QStringLiteral("click"), QStringLiteral("click"), QStringLiteral("shows data of click 2"),
                QStringLiteral("shows data of click 1")}));
        QCOMPARE(metricOf(run, u"nested", u"data_ns"), Ns(100ms).count());
        QCOMPARE(metricOf(run, u"nested", u"late_ns"), Ns(320ms).count());
        QCOMPARE(metricOf(run, u"nested", u"depth"), qint64(2));
        QCOMPARE(metricOf(run, u"awaited", u"late_ns"), qint64(0));
        QCOMPARE(metricOf(run, u"awaited", u"depth"), qint64(0));
        QCOMPARE(run.variant(u"nested")->notes.front().text, QStringLiteral("onClick 1 returns 320 ms late"));
    }

    void nothingNestsWhereTheClicksAreApart()
    {
        const Run run = playAll(lesson(), {{"secondClick", "150ms"}});
        QCOMPARE(metricOf(run, u"nested", u"depth"), qint64(1));
        QCOMPARE(returns(run, u"nested"), returns(run, u"awaited"));
        QVERIFY(run.variant(u"nested")->notes.front().good);
    }

    void nobodyIsCalledByTheOneBelow()
    {
        const Run run = playAll(lesson());
        const Trace &trace = *run.variant(u"nested")->trace;
        for (const TaskInfo &task : trace.tasks())
            QCOMPARE(bool(task.parent), task.name == QStringLiteral("fetchData"));
        for (const Note &note : trace.notes())
            QCOMPARE(bool(note.task), trace.name(note.text).startsWith(QStringLiteral("shows")));
    }

    void aReadersClicksGoDeeper_data()
    {
        QTest::addColumn<int>("times");
        QTest::newRow("one") << 1;
        QTest::newRow("several at once") << 7;
    }
    void aReadersClicksGoDeeper()
    {
        QFETCH(int, times);
        const Run run = playWithClicks({}, 50ms, times);
        QVERIFY(run.problems.empty());
        QCOMPARE(run.liveFrames, 0);
        QVERIFY2(brokenClaims(run).isEmpty(), qPrintable(brokenClaims(run).join(u'\n')));
        QCOMPARE(metricOf(run, u"nested", u"depth"), qint64(times + 2));
        QCOMPARE(metricOf(run, u"nested", u"handlers"), qint64(times + 2));
        QCOMPARE(metricOf(run, u"nested", u"returned_ns"), Ns(450ms).count());
        QCOMPARE(metricOf(run, u"awaited", u"returned_ns"), Ns(100ms).count());
        QCOMPARE(returns(run, u"nested").front(), QStringLiteral("%1 at 450 ms").arg(times + 2));
        QCOMPARE(notesOf(run, u"nested").count(QStringLiteral("you: click")), times);
    }

    void theStackIsBounded()
    {
        const Run run = playWithClicks({}, 50ms, 30);
        QVERIFY(run.problems.empty());
        QVERIFY2(brokenClaims(run).isEmpty(), qPrintable(brokenClaims(run).join(u'\n')));
        QCOMPARE(metricOf(run, u"nested", u"depth"), qint64(20));
        QCOMPARE(metricOf(run, u"nested", u"handlers"), qint64(20));
        QCOMPARE(notesOf(run, u"nested").count(QStringLiteral("ignored: 20 handlers are open")), 12);
    }

    void aHandClicksWhileItPlays_data()
    {
        QTest::addColumn<QString>("variant");
        QTest::newRow("nested") << "nested";
        QTest::newRow("awaited") << "awaited";
    }
    void aHandClicksWhileItPlays()
    {
        QFETCH(QString, variant);
        const Run run = playWithHand(variant.toLatin1(), {{"first", "800ms"}, {"second", "30ms"}}, [](RunControl &control) {
            for (int i = 0; i < 5; ++i) {
                control.act(0, QStringLiteral("click"));
                control.act(0, QStringLiteral("no such act"));
                std::this_thread::sleep_for(5ms);
            }
        });
        QVERIFY2(run.problems.empty(), qPrintable(run.problems.empty() ? QString() : run.problems.front().sentence));
        QCOMPARE(run.liveFrames, 0);
        QCOMPARE(metricOf(run, variant, u"handlers"), qint64(7));
        for (const char *claim : {"nested-lifo", "nested-reenters", "awaited-flat"}) {
            if (QString::fromLatin1(claim).startsWith(variant))
                QVERIFY2(holds(lesson(), run, claim), qPrintable(judged(lesson(), run, claim).measured));
        }
    }

    void aCancelledRunUnwindsAllItsLoops_data()
    {
        QTest::addColumn<int>("clicks");
        QTest::addColumn<int>("pause");
        QTest::newRow("at once") << 0 << 0;
        QTest::newRow("right behind clicks") << 6 << 0;
        QTest::newRow("from the depth") << 6 << 30;
    }
    void aCancelledRunUnwindsAllItsLoops()
    {
        QFETCH(int, clicks);
        QFETCH(int, pause);
        const auto hand = [&](RunControl &control) {
            for (int i = 0; i < clicks; ++i)
                control.act(0, QStringLiteral("click"));
            std::this_thread::sleep_for(pause * 1ms);
            control.cancel();
        };
        const Run run = playWithHand("nested", {{"first", "3s"}, {"second", "3s"}}, hand);
        QVERIFY(run.cancelled);
        QCOMPARE(run.liveFrames, 0);
        QVERIFY2(run.problems.empty(), qPrintable(run.problems.empty() ? QString() : run.problems.front().sentence));
        QCOMPARE(run.variants.front().outcome, RunOutcome::Cancelled);
        QVERIFY(run.variants.front().trace->duration() < 2s); // no wait went by
    }

    void aClaimDoesNotHoldOfAnotherRecord_data()
    {
        QTest::addColumn<QString>("claim");
        QTest::newRow("returned in order") << "nested-lifo";
        QTest::newRow("returned when its data was there") << "nested-waits";
        QTest::newRow("no loop nested") << "nested-reenters";
        QTest::newRow("returned late") << "awaited-own-time";
        QTest::newRow("loops nested") << "awaited-flat";
    }
    void aClaimDoesNotHoldOfAnotherRecord()
    {
        QFETCH(QString, claim);
        const Run run = playAll(lesson());
        const QString variant = claim.section(u'-', 0, 0);
        const QString other = variant == QLatin1String("nested") ? QStringLiteral("awaited") : QStringLiteral("nested");
        QVERIFY(holds(lesson(), run, claim.toLatin1()));
        QVERIFY(!holds(lesson(), withRecord(run, variant, run, other), claim.toLatin1()));
    }

    void dataAtAnotherTimeIsNoticed()
    {
        const Run run = playAll(lesson()), other = playAll(lesson(), {{"first", "120ms"}});
        QVERIFY(!holds(lesson(), withRecord(run, u"nested", other, u"nested"), "nested-waits"));
        QVERIFY(!holds(lesson(), withRecord(run, u"awaited", other, u"awaited"), "awaited-own-time"));
    }

    void theChallengeTakesALongSecondWait()
    {
        const auto met = [](std::initializer_list<Setting> settings) {
            return lesson().definition.challenge(playAll(lesson(), settings)).holds;
        };
        QVERIFY(met({{"second", "1080ms"}}));
        QVERIFY(!met({{"second", "1079ms"}}));
        QVERIFY(!met({{"second", "3s"}, {"secondClick", "101ms"}}));
    }
};

QTEST_GUILESS_MAIN(TestNestedEventLoops)
#include "tst_nested_event_loops.moc"
