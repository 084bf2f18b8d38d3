// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/database.h"
#include "tests/store/sample_runs.h"

using namespace awaitscope;
using namespace awaitscope::test;

/// What is saved comes back, also after the program has ended.
class StoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRunComesBackAsItWas()
    {
        Place place;
        NewRun run = sampleRun(7);
        run.name = QStringLiteral("Grüße; DROP TABLE run");
        RunNumber number;
        {
            Store store(place.file());
            number = got(store.save(run));
            QCOMPARE(number, RunNumber(1));
        }
        Store store(place.file());
        const SavedRun found = got(store.find(number));
        QVERIFY(found.facts == run.facts);
        QCOMPARE(found.name, run.name);
        QVERIFY(found.hasTrace && !found.isDamaged);
        QCOMPARE(found.traceSize, run.trace.size());
        QCOMPARE(got(store.loadTrace(number)), run.trace);
    }

    void emptyTextsAndNoVariantsAreKept()
    {
        Place place;
        Store store(place.file());
        NewRun bare;
        bare.facts.time = QDateTime::fromMSecsSinceEpoch(0, Qt::UTC);
        const RunNumber number = got(store.save(bare));
        QVERIFY(got(store.find(number)).facts == bare.facts);
        QVERIFY(!got(store.find(number)).isDamaged);
    }

    void numbersAreNeverGivenTwice()
    {
        Place place;
        {
            Store store(place.file());
            got(store.save(sampleRun(1)));
            got(store.save(sampleRun(2)));
            got(store.remove(RunNumber(2)));
        }
        {
            Database database(place.file(), Database::Access::Write);
            database.run(QStringLiteral("DELETE FROM run WHERE number = 2"));
        }
        Store store(place.file());
        QCOMPARE(got(store.save(sampleRun(3))), RunNumber(3));
    }

    void listsTheNewestFirst()
    {
        Place place;
        Store store(place.file());
        for (const int number : {1, 3, 2})
            got(store.save(sampleRun(number)));
        QList<quint64> seeds;
        for (const SavedRun &run : got(store.list()))
            seeds << run.facts.seed;
        QCOMPARE(seeds, (QList<quint64>{3, 2, 1}));
    }

    void filters_data()
    {
        QTest::addColumn<RunFilter>("filter");
        QTest::addColumn<QList<quint64>>("seeds");
        RunFilter filter;
        filter.lesson = QStringLiteral("resources");
        QTest::newRow("lesson") << filter << QList<quint64>{4};
        filter = {};
        filter.text = QStringLiteral("RÜCKWÄRTS");
        QTest::newRow("name, in other letters") << filter << QList<quint64>{2};
        filter.text = QStringLiteral("limit=3ms");
        QTest::newRow("parameter") << filter << QList<quint64>{3};
        filter.text = QStringLiteral("for the talk");
        QTest::newRow("note") << filter << QList<quint64>{1};
        filter.text = QStringLiteral("resou");
        QTest::newRow("lesson by text") << filter << QList<quint64>{4};
        filter.text = QStringLiteral("%");
        QTest::newRow("no pattern") << filter << QList<quint64>{};
        filter = {};
        filter.from = sampleRun(2).facts.time;
        filter.to = sampleRun(4).facts.time;
        QTest::newRow("times") << filter << QList<quint64>{3, 2};
        filter = {};
        filter.most = 2;
        QTest::newRow("two") << filter << QList<quint64>{4, 3};
        filter.text = QStringLiteral("timeouts");
        QTest::newRow("two with a text") << filter << QList<quint64>{3, 2};
    }

    void filters()
    {
        QFETCH(RunFilter, filter);
        QFETCH(QList<quint64>, seeds);
        Place place;
        Store store(place.file());
        for (int number = 1; number <= 4; ++number)
            got(store.save(sampleRun(number, number == 4 ? QStringLiteral("resources") : QStringLiteral("timeouts"))));
        got(store.rename(RunNumber(2), QStringLiteral("Rückwärts")));
        got(store.setRunNote(RunNumber(1), QStringLiteral("For the talk")));
        QList<quint64> found;
        for (const SavedRun &run : got(store.list(filter))) {
            found << run.facts.seed;
            QVERIFY(run.facts == sampleRun(int(run.facts.seed), run.facts.lesson).facts);
        }
        QCOMPARE(found, seeds);
    }

    void removingCanBeUndone()
    {
        Place place;
        Store store(place.file());
        const RunNumber number = got(store.save(sampleRun(1)));
        QSignalSpy changed(&store, &Store::runsChanged);
        got(store.remove(number));
        QTRY_COMPARE(changed.count(), 1);
        QVERIFY(got(store.list()).empty());
        QCOMPARE(refusal(store.find(number)).id, QStringLiteral("run-unknown"));
        QCOMPARE(refusal(store.loadTrace(number)).id, QStringLiteral("run-unknown"));
        QCOMPARE(refusal(store.remove(number)).id, QStringLiteral("run-unknown"));
        got(store.restore(number));
        QCOMPARE(got(store.loadTrace(number)), sampleRun(1).trace);
    }

    void whatWasRemovedAWeekAgoIsDeleted()
    {
        Place place;
        {
            Store store(place.file());
            for (int number = 1; number <= 3; ++number)
                got(store.save(sampleRun(number)));
            got(store.remove(RunNumber(1)));
            got(store.remove(RunNumber(2)));
        }
        const auto ago = [](int days) { return QDateTime::currentDateTimeUtc().addDays(-days).toMSecsSinceEpoch(); };
        {
            Database database(place.file(), Database::Access::Write);
            database.run(QStringLiteral("UPDATE run SET removed_at = ? WHERE number = 1"), {ago(8)});
            database.run(QStringLiteral("UPDATE run SET removed_at = ? WHERE number = 2"), {ago(6)});
        }
        {
            Store store(place.file());
            got(store.list());
        }
        Database database(place.file(), Database::Access::Write);
        QCOMPARE(database.value(QStringLiteral("SELECT min(number) || count(*) FROM run")).toString(), QStringLiteral("22"));
        QCOMPARE(database.value(QStringLiteral("SELECT count(*) FROM trace")).toInt(), 2);
        QCOMPARE(database.value(QStringLiteral("SELECT count(*) FROM run_variant")).toInt(), 4);
    }

    void refusals()
    {
        Place place;
        Store store(place.file());
        QCOMPARE(refusal(store.rename(RunNumber(5), QStringLiteral("x"))).id, QStringLiteral("run-unknown"));
        QVERIFY(refusal(store.rename(RunNumber(5), QStringLiteral("x"))).sentence.contains(QLatin1String("5")));
        QCOMPARE(refusal(store.rename(RunNumber(1), QString(201, QLatin1Char('x')))).id, QStringLiteral("text-long"));
        QCOMPARE(refusal(store.keepPrediction(QStringLiteral("timeouts"), QStringLiteral("{broken"))).id,
            QStringLiteral("prediction-form"));
    }

    void durationsOfALesson()
    {
        Place place;
        Store store(place.file());
        got(store.save(sampleRun(2)));
        got(store.save(sampleRun(1)));
        got(store.save(sampleRun(9, QStringLiteral("resources"))));
        const std::vector<DurationPoint> points = got(store.durations(QStringLiteral("timeouts")));
        QCOMPARE(points.size(), std::size_t(4));
        QCOMPARE(points[0].time, sampleRun(1).facts.time);
        QCOMPARE(points[0].variant, QStringLiteral("cut"));
        QCOMPARE(points[0].duration, Ns(1000));
        QCOMPARE(points[3].duration, Ns(4000));
        QCOMPARE(points[3].run, RunNumber(1));
    }

    void progressIsKept()
    {
        Place place;
        const QString lesson = QStringLiteral("timeouts");
        {
            Store store(place.file());
            got(store.keepPrediction(lesson, QStringLiteral("{\"answer\":1}")));
            got(store.keepPrediction(lesson, QStringLiteral("{\"answer\":2}")));
            got(store.keepStep(lesson, stepRun));
            got(store.keepStep(lesson, QStringLiteral("challenge")));
            got(store.dropStep(lesson, QStringLiteral("challenge")));
            got(store.setLessonNote(lesson, QStringLiteral("Show this first")));
            got(store.setLessonNote(QStringLiteral("resources"), QStringLiteral("x")));
            got(store.setLessonNote(QStringLiteral("resources"), QString()));
        }
        Store store(place.file());
        const auto predictions = got(store.predictions());
        QCOMPARE(predictions.size(), std::size_t(1));
        QCOMPARE(predictions[0].content, QStringLiteral("{\"answer\":2}"));
        const auto steps = got(store.doneSteps());
        QCOMPARE(steps.size(), std::size_t(1));
        QCOMPARE(steps[0].step, stepRun);
        const QDateTime first = steps[0].time;
        got(store.keepStep(lesson, stepRun));
        QCOMPARE(got(store.doneSteps())[0].time, first);
        const auto notes = got(store.lessonNotes());
        QCOMPARE(notes.size(), std::size_t(1));
        QCOMPARE(notes[0].text, QStringLiteral("Show this first"));
    }

    void whatIsAskedLastIsWrittenBeforeTheEnd()
    {
        Place place;
        {
            Store store(place.file());
            for (int number = 1; number <= 50; ++number)
                store.save(sampleRun(number));
        }
        Store store(place.file());
        QCOMPARE(got(store.list()).size(), std::size_t(50));
    }
};

QTEST_GUILESS_MAIN(StoreTest)
#include "tst_store.moc"
