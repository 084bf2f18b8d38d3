// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/database.h"
#include "app/store/run_digest.h"
#include "app/store/schema.h"
#include "tests/store/sample_runs.h"

using namespace awaitscope;
using namespace awaitscope::test;

namespace {

/// The tables as version 1 had them. They stand here once more so that nobody changes what is out there already.
const char *const versionOne[] = {
    "CREATE TABLE run (number INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, time INTEGER NOT NULL, lesson TEXT "
    "NOT NULL, "
    "name TEXT NOT NULL, clock TEXT NOT NULL, seed INTEGER NOT NULL, parameters TEXT NOT NULL, caption TEXT NOT NULL, "
    "app_version TEXT NOT NULL, digest BLOB NOT NULL, trace_size INTEGER NOT NULL, trace_digest BLOB NOT NULL)",
    "CREATE TABLE run_variant (run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE, position INTEGER NOT NULL, id TEXT NOT "
    "NULL, "
    "title TEXT NOT NULL, outcome TEXT NOT NULL, duration INTEGER NOT NULL, PRIMARY KEY (run, position)) WITHOUT ROWID",
    "CREATE TABLE run_claim (run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE, position INTEGER NOT NULL, id TEXT NOT NULL, "
    "text TEXT NOT NULL, holds INTEGER NOT NULL, measured TEXT NOT NULL, PRIMARY KEY (run, position)) WITHOUT ROWID",
    "CREATE TABLE trace (run INTEGER PRIMARY KEY REFERENCES run ON DELETE CASCADE, bytes BLOB NOT NULL)",
    "CREATE TABLE prediction (lesson TEXT PRIMARY KEY, time INTEGER NOT NULL, content TEXT NOT NULL)",
    "CREATE TABLE step (lesson TEXT NOT NULL, step TEXT NOT NULL, time INTEGER NOT NULL, PRIMARY KEY (lesson, step)) WITHOUT "
    "ROWID",
    "CREATE TABLE setting (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID",
    "PRAGMA user_version = 1",
    "PRAGMA application_id = 1098339171",
};

/// A file as version 1 left it, with one run, one prediction and one step in it.
void writeVersionOne(const QString &path)
{
    Database database(path, Database::Access::Write);
    for (const char *statement : versionOne)
        database.run(QLatin1String(statement));
    RunFacts facts = sampleRun(5).facts;
    facts.variants.resize(1);
    facts.claims.clear();
    const QByteArray trace = sampleRun(5).trace;
    const QString uid = QStringLiteral("c1");
    database.run(
        QStringLiteral("INSERT INTO run (number, uid, time, lesson, name, clock, seed, parameters, caption, app_version, digest, "
                       "trace_size, trace_digest) VALUES (5, ?, ?, ?, 'first', ?, ?, ?, ?, ?, ?, ?, ?)"),
        {uid, facts.time.toMSecsSinceEpoch(), facts.lesson, facts.clock, qint64(facts.seed), facts.parameters, facts.caption,
            facts.appVersion, factsDigest(uid, facts, sha256(trace)), trace.size(), sha256(trace)});
    const SavedVariant &variant = facts.variants.front();
    database.run(QStringLiteral("INSERT INTO run_variant VALUES (5, 0, ?, ?, ?, ?)"),
        {variant.id, variant.title, variant.outcome, qint64(variant.duration.count())});
    database.run(QStringLiteral("INSERT INTO trace VALUES (5, ?)"), {trace});
    database.run(QStringLiteral("INSERT INTO prediction VALUES ('timeouts', 1, '{}')"));
    database.run(QStringLiteral("INSERT INTO step VALUES ('timeouts', 'run', 1)"));
}

int versionOf(const QString &path)
{
    Database database(path, Database::Access::Read);
    return schemaOf(database);
}

} // namespace

/// A file of an earlier version is brought up to date, and kept as it was beside.
class MigrationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fromVersionOne()
    {
        Place place;
        writeVersionOne(place.file());
        {
            Store store(place.file());
            QSignalSpy problems(&store, &Store::problem);
            const auto runs = got(store.list());
            QCOMPARE(runs.size(), std::size_t(1));
            QCOMPARE(runs[0].number, RunNumber(5));
            QCOMPARE(runs[0].name, QStringLiteral("first"));
            QVERIFY(!runs[0].isDamaged);
            QCOMPARE(got(store.loadTrace(RunNumber(5))), sampleRun(5).trace);
            QCOMPARE(got(store.predictions()).size(), std::size_t(1));
            QCOMPARE(got(store.doneSteps()).size(), std::size_t(1));
            QCOMPARE(problems.count(), 1);
            QCOMPARE(problems[0][0].value<Problem>().id, QStringLiteral("store-migrated"));
            // What only version 2 can do.
            got(store.setRunNote(RunNumber(5), QStringLiteral("old")));
            got(store.setLessonNote(QStringLiteral("timeouts"), QStringLiteral("old")));
            got(store.remove(RunNumber(5)));
            QCOMPARE(got(store.save(sampleRun(6))), RunNumber(6));
        }
        QCOMPARE(versionOf(place.file()), newestSchema);
        const QStringList backups = place.files(QStringLiteral("awaitscope-version-1-*.db"));
        QCOMPARE(backups.size(), 1);
        QCOMPARE(versionOf(place.path(backups.first())), 1);
        Database backup(place.path(backups.first()), Database::Access::Read);
        QCOMPARE(backup.value(QStringLiteral("SELECT name FROM run")).toString(), QStringLiteral("first"));
        QCOMPARE(backup.value(QStringLiteral("SELECT bytes FROM trace")).toByteArray(), sampleRun(5).trace);
    }

    void isDoneOnce()
    {
        Place place;
        writeVersionOne(place.file());
        for (int start = 0; start < 2; ++start) {
            Store store(place.file());
            QSignalSpy problems(&store, &Store::problem);
            got(store.list());
            QCOMPARE(problems.count(), start == 0 ? 1 : 0);
        }
        QCOMPARE(place.files(QStringLiteral("awaitscope-version-*")).size(), 1);
    }

    void twoProgramsAtOnce_data()
    {
        QTest::addColumn<std::size_t>("runs");
        QTest::newRow("an older file") << std::size_t(1);
        QTest::newRow("no file yet") << std::size_t(0);
    }

    void twoProgramsAtOnce()
    {
        QFETCH(std::size_t, runs);
        for (int round = 0; round < 20; ++round) { // who is first, and by how little, is chance
            Place place;
            if (runs > 0)
                writeVersionOne(place.file());
            {
                Store one(place.file()), other(place.file());
                auto first = one.list(), second = other.list();
                QCOMPARE(got(first).size(), runs);
                QCOMPARE(got(second).size(), runs);
                const RunNumber saved = got(one.save(sampleRun(1)));
                QCOMPARE(got(other.save(sampleRun(2))), RunNumber(saved.value() + 1));
            }
            QVERIFY(place.files(QStringLiteral("*damaged*")).isEmpty());
        }
    }

    void allOrNothing()
    {
        Place place;
        writeVersionOne(place.file());
        {
            Database database(place.file(), Database::Access::Write);
            database.run(QStringLiteral("CREATE TABLE lesson_note (x)")); // in the way of a later statement
            QVERIFY_THROWS_EXCEPTION(DatabaseError, migrate(database));
        }
        QCOMPARE(versionOf(place.file()), 1);
        Database after(place.file(), Database::Access::Read);
        QCOMPARE(after.value(QStringLiteral("SELECT count(*) FROM pragma_table_info('run') WHERE name = 'note'")).toInt(), 0);
    }

    void whatStandsInTheFileIsWhatIsMigrated()
    {
        Place place;
        {
            Database database(place.file(), Database::Access::Write);
            migrate(database, 1);
        }
        Place other;
        writeVersionOne(other.file());
        const QString tables = QStringLiteral("SELECT group_concat(sql) FROM (SELECT sql FROM sqlite_master ORDER BY name)");
        Database made(place.file(), Database::Access::Read), written(other.file(), Database::Access::Read);
        QCOMPARE(made.value(tables).toString(), written.value(tables).toString());
    }
};

QTEST_GUILESS_MAIN(MigrationTest)
#include "tst_migration.moc"
