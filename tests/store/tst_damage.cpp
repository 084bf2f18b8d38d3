// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/database.h"
#include "tests/store/sample_runs.h"

#include <QRandomGenerator>

using namespace awaitscope;
using namespace awaitscope::test;

namespace {

/// A closed database with runs, a prediction and a step in it.
QByteArray sampleDatabase(int runs)
{
    Place place;
    {
        Store store(place.file());
        for (int number = 1; number <= runs; ++number)
            got(store.save(sampleRun(number, QStringLiteral("timeouts"), 700)));
        got(store.keepPrediction(QStringLiteral("timeouts"), QStringLiteral("{\"answer\":1}")));
        got(store.keepStep(QStringLiteral("timeouts"), stepRun));
    }
    return contentOf(place.file());
}

} // namespace

/// A file that is not as it was written: told, moved aside, never deleted, and nothing wrong comes out of it.
class DamageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void movedAside_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("garbage") << QByteArray("nothing that SQLite knows, and rather short");
        QTest::newRow("two bytes") << QByteArray("xy");
        QByteArray noise(60'000, '\0');
        QRandomGenerator random(7);
        for (char &byte : noise)
            byte = char(random.bounded(256));
        QTest::newRow("noise") << noise;
        QTest::newRow("head of SQLite, then noise") << QByteArray("SQLite format 3\0", 16) + noise;
        const QByteArray whole = sampleDatabase(20);
        for (const int part : {1, 10, 50, 90, 99})
            QTest::addRow("%d percent", part) << whole.left(whole.size() * part / 100);
        QByteArray holed = whole;
        holed.replace(4096 * 3, 4096, QByteArray(4096, '\0'));
        QTest::newRow("a page of zeros") << holed;
    }

    void movedAside()
    {
        QFETCH(QByteArray, content);
        Place place;
        write(place.file(), content);
        Store store(place.file());
        QSignalSpy problems(&store, &Store::problem);
        QCOMPARE(got(store.list()).size(), std::size_t(0));
        QCOMPARE(problems.count(), 1);
        const auto problem = problems[0][0].value<Problem>();
        QCOMPARE(problem.id, QStringLiteral("store-damaged"));
        const QStringList aside = place.files(QStringLiteral("awaitscope-damaged-*.db"));
        QCOMPARE(aside.size(), 1);
        QVERIFY2(problem.sentence.contains(aside.first()), qPrintable(problem.sentence));
        QCOMPARE(contentOf(place.path(aside.first())), content);
        QCOMPARE(got(store.save(sampleRun(1))), RunNumber(1));
        QCOMPARE(got(store.loadTrace(RunNumber(1))), sampleRun(1).trace);
        QCOMPARE(problems.count(), 1);
    }

    void anotherProgramsDatabaseIsNotTouched()
    {
        Place place;
        {
            Database other(place.file(), Database::Access::Write);
            other.run(QStringLiteral("CREATE TABLE songs (title TEXT)"));
        }
        const QByteArray before = contentOf(place.file());
        Store store(place.file());
        got(store.save(sampleRun(1)));
        const QStringList aside = place.files(QStringLiteral("awaitscope-damaged-*.db"));
        QCOMPARE(aside.size(), 1);
        QCOMPARE(contentOf(place.path(aside.first())), before);
    }

    void anEmptyFileIsANewOne()
    {
        Place place;
        write(place.file(), {});
        Store store(place.file());
        QSignalSpy problems(&store, &Store::problem);
        QCOMPARE(got(store.save(sampleRun(1))), RunNumber(1));
        QCOMPARE(problems.count(), 0);
    }

    void laterVersionIsReadOnly()
    {
        Place place;
        {
            Store store(place.file());
            got(store.save(sampleRun(1)));
        }
        {
            Database database(place.file(), Database::Access::Write);
            database.run(QStringLiteral("PRAGMA user_version = 99"));
        }
        const QByteArray before = contentOf(place.file());
        {
            Store store(place.file());
            QSignalSpy problems(&store, &Store::problem);
            QCOMPARE(got(store.list()).size(), std::size_t(1));
            QCOMPARE(got(store.loadTrace(RunNumber(1))), sampleRun(1).trace);
            QCOMPARE(problems.count(), 1);
            QCOMPARE(problems[0][0].value<Problem>().id, QStringLiteral("store-newer"));
            QVERIFY(problems[0][0].value<Problem>().sentence.contains(QLatin1String("99")));
            QCOMPARE(refusal(store.save(sampleRun(2))).id, QStringLiteral("store-newer"));
            const auto runs = got(store.list());
            QCOMPARE(runs.size(), std::size_t(2));
            QVERIFY(runs[0].number.isWaiting());
            QCOMPARE(got(store.loadTrace(runs[0].number)), sampleRun(2).trace);
            QCOMPARE(refusal(store.rename(RunNumber(1), QStringLiteral("x"))).id, QStringLiteral("store-newer"));
            QCOMPARE(problems.count(), 1);
        }
        QCOMPARE(contentOf(place.file()), before);
        QVERIFY(place.files(QStringLiteral("*damaged*")).isEmpty());
    }

    /// A flipped bit anywhere: the store goes on, and what it gives is what was saved, or said to be damaged.
    void flippedBits()
    {
        constexpr int runs = 12;
        const QByteArray whole = sampleDatabase(runs);
        QVERIFY(whole.size() > 40'000);
        const bool full = qEnvironmentVariable("AWAITSCOPE_TEST_SIZE") == QLatin1String("full");
        const int flips = full ? 3000 : 150;
        QRandomGenerator random(11);
        int movedAside = 0, refused = 0, unharmed = 0;
        for (int flip = 0; flip < flips; ++flip) {
            // One in each region of the file, and many in the heads of its pages, where most bits matter.
            const qsizetype region = whole.size() * flip / flips;
            const qsizetype position = flip % 3 == 0 ? region / 4096 * 4096 + random.bounded(100) : region;
            QByteArray content = whole;
            content[position] = char(content[position] ^ (1 << random.bounded(8)));
            Place place;
            write(place.file(), content);
            Store store(place.file());
            const auto listed = waitFor(store.list(), patience);
            if (!place.files(QStringLiteral("*damaged*")).isEmpty()) {
                ++movedAside;
                QVERIFY(listed.ok());
                continue;
            }
            bool whole = listed.ok();
            for (const SavedRun &run : listed ? listed.value() : std::vector<SavedRun>()) {
                const NewRun expected = sampleRun(int(run.facts.seed), QStringLiteral("timeouts"), 700);
                if (!run.isDamaged)
                    QVERIFY2(run.facts == expected.facts, qPrintable(QString::number(position)));
                const auto trace = waitFor(store.loadTrace(run.number), patience);
                if (trace && !run.isDamaged)
                    QVERIFY2(trace.value() == expected.trace, qPrintable(QString::number(position)));
                QVERIFY(!trace || !run.isDamaged);
                whole = whole && trace.ok();
            }
            whole ? ++unharmed : ++refused;
        }
        qInfo("%d flips: %d files moved aside, %d runs or lists refused, %d without effect on runs", flips, movedAside, refused,
            unharmed);
        QVERIFY(movedAside > 0 && refused > 0);
    }
};

QTEST_GUILESS_MAIN(DamageTest)
#include "tst_damage.moc"
