// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/database.h"
#include "tests/store/sample_runs.h"

#include <QCryptographicHash>

using namespace awaitscope;
using namespace awaitscope::test;

namespace {

const QString lesson = QStringLiteral("timeouts");

/// A file with runs 1 to 3, of which 2 was removed, a prediction, a step and a note.
QByteArray sampleExport()
{
    Place place;
    Store store(place.file());
    for (int number = 1; number <= 3; ++number)
        got(store.save(sampleRun(number)));
    got(store.rename(RunNumber(3), QStringLiteral("named")));
    got(store.setRunNote(RunNumber(1), QStringLiteral("noted")));
    got(store.remove(RunNumber(2)));
    got(store.keepPrediction(lesson, QStringLiteral("{\"answer\":1}")));
    got(store.keepStep(lesson, stepRun));
    got(store.setLessonNote(lesson, QStringLiteral("words")));
    const QString file = place.path(QStringLiteral("all.progress"));
    const Transferred result = got(store.exportTo(file));
    if (result.runs != 2 || place.files(QStringLiteral("*")).size() > 4)
        return {};
    return contentOf(file);
}

/// The same content with a head that fits it.
QByteArray packed(const QByteArray &database)
{
    return "awaitscope-progress 1\nsha256 " + QCryptographicHash::hash(database, QCryptographicHash::Sha256).toHex() + "\nbytes "
        + QByteArray::number(database.size()) + "\n\n" + database;
}

/// An exported database in which a statement was run.
QByteArray changed(const QByteArray &content, const QStringList &statements)
{
    Place place;
    write(place.file(), content.mid(content.indexOf("\n\n") + 2));
    {
        Database database(place.file(), Database::Access::Write);
        for (const QString &statement : statements)
            database.run(statement);
    }
    return packed(contentOf(place.file()));
}

} // namespace

/// All that is kept goes into one file, and comes out of it somewhere else.
class TransferTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesOutElsewhere()
    {
        const QByteArray content = sampleExport();
        QVERIFY(!content.isEmpty());
        Place place;
        const QString file = place.path(QStringLiteral("all.progress"));
        write(file, content);
        Store store(place.file());
        got(store.save(sampleRun(9)));
        const Transferred first = got(store.importFrom(file));
        QCOMPARE(first.runs, 2);
        QCOMPARE(first.known, 0);
        QList<quint64> seeds;
        for (const SavedRun &run : got(store.list())) {
            seeds << run.facts.seed;
            QVERIFY(run.facts == sampleRun(int(run.facts.seed)).facts && !run.isDamaged);
            QCOMPARE(got(store.loadTrace(run.number)), sampleRun(int(run.facts.seed)).trace);
            QCOMPARE(run.name, run.facts.seed == 3 ? QStringLiteral("named") : QString());
            QCOMPARE(run.note, run.facts.seed == 1 ? QStringLiteral("noted") : QString());
        }
        QCOMPARE(seeds, (QList<quint64>{9, 3, 1}));
        QCOMPARE(got(store.predictions()).size(), std::size_t(1));
        QCOMPARE(got(store.doneSteps()).size(), std::size_t(1));
        QCOMPARE(got(store.lessonNotes()).front().text, QStringLiteral("words"));

        const Transferred again = got(store.importFrom(file));
        QCOMPARE(again.runs, 0);
        QCOMPARE(again.known, 2);
        QCOMPARE(got(store.list()).size(), std::size_t(3));
    }

    void whatIsHereIsNotOverwritten()
    {
        Place place;
        const QString file = place.path(QStringLiteral("all.progress"));
        write(file, sampleExport());
        Store store(place.file());
        got(store.keepPrediction(lesson, QStringLiteral("{\"answer\":0}")));
        got(store.setLessonNote(lesson, QStringLiteral("newer words")));
        got(store.importFrom(file));
        QCOMPARE(got(store.predictions()).front().content, QStringLiteral("{\"answer\":0}"));
        QCOMPARE(got(store.lessonNotes()).front().text, QStringLiteral("newer words"));
    }

    void whatWasRemovedDoesNotLeaveTheHouse()
    {
        QVERIFY(sampleRun(2).trace.size() > 100);
        QVERIFY(!sampleExport().contains(sampleRun(2).trace.first(100)));
        QVERIFY(sampleExport().contains(sampleRun(3).trace.first(100)));
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("id");
        const QByteArray content = sampleExport();
        const QByteArray database = content.mid(content.indexOf("\n\n") + 2);
        QTest::newRow("empty") << QByteArray() << QStringLiteral("import-form");
        QTest::newRow("garbage") << QByteArray(5000, 'x') << QStringLiteral("import-form");
        QTest::newRow("bare database") << database << QStringLiteral("import-form");
        QByteArray later = content;
        later.replace(0, 21, "awaitscope-progress 2");
        QTest::newRow("later form") << later << QStringLiteral("import-form");
        QTest::newRow("cut") << content.chopped(1) << QStringLiteral("import-size");
        QTest::newRow("cut to the head") << content.first(content.indexOf("\n\n") + 2) << QStringLiteral("import-size");
        QTest::newRow("grown") << content + 'x' << QStringLiteral("import-size");
        QByteArray flipped = content;
        flipped[content.size() - 2000] = char(flipped[content.size() - 2000] ^ 4);
        QTest::newRow("flipped bit") << flipped << QStringLiteral("import-digest");
        QTest::newRow("no database, digest fits") << packed(QByteArray(9000, 'x')) << QStringLiteral("import-database");
        QTest::newRow("nothing, digest fits") << packed({}) << QStringLiteral("import-database");
        const auto changedBy = [&content](const char *statement) { return changed(content, {QLatin1String(statement)}); };
        QTest::newRow("later version") << changedBy("PRAGMA user_version = 9") << QStringLiteral("import-database");
        QTest::newRow("another program's") << changedBy("PRAGMA application_id = 5") << QStringLiteral("import-database");
        QTest::newRow("a table more") << changedBy("CREATE TABLE more (x)") << QStringLiteral("import-database");
        QTest::newRow("a trigger") << changedBy("CREATE TRIGGER t AFTER INSERT ON run BEGIN DELETE FROM run; END")
                                   << QStringLiteral("import-database");
        QTest::newRow("a view that never ends") << changed(content,
            {QStringLiteral("DROP TABLE step"),
                QStringLiteral("CREATE VIEW step AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) "
                               "SELECT 'a' lesson, 'b' step, x time FROM n")})
                                                << QStringLiteral("import-database");
        QTest::newRow("changed numbers") << changedBy("UPDATE run SET seed = 77 WHERE number = 3")
                                         << QStringLiteral("import-run");
        QTest::newRow("changed trace") << changedBy("UPDATE trace SET bytes = x'00' WHERE run = 3")
                                       << QStringLiteral("import-run");
    }

    void refused()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, id);
        Place place;
        const QString file = place.path(QStringLiteral("all.progress"));
        write(file, content);
        Store store(place.file());
        got(store.save(sampleRun(1)));
        QSignalSpy problems(&store, &Store::problem);
        const Problem problem = refusal(store.importFrom(file));
        QCOMPARE(problem.id, id);
        QVERIFY2(problem.sentence.startsWith(file), qPrintable(problem.sentence));
        QCOMPARE(got(store.list()).size(), std::size_t(1));
        QVERIFY(got(store.predictions()).empty() && got(store.doneSteps()).empty());
        QCOMPARE(problems.count(), 0);
        QVERIFY(place.files(QStringLiteral("*damaged*")).isEmpty());
    }

    void everyCut()
    {
        const QByteArray content = sampleExport();
        Place place;
        const QString file = place.path(QStringLiteral("all.progress"));
        Store store(place.file());
        for (qsizetype length = 0; length < content.size(); length += length < 200 ? 1 : 4001) {
            write(file, content.first(length));
            QVERIFY2(!refusal(store.importFrom(file)).id.isEmpty(), qPrintable(QString::number(length)));
        }
    }

    void targets()
    {
        Place place;
        Store store(place.file());
        got(store.save(sampleRun(1)));
        QCOMPARE(refusal(store.exportTo(place.path(QStringLiteral("nowhere/all")))).id, QStringLiteral("export-failed"));
        QCOMPARE(refusal(store.exportTo(place.folder())).id, QStringLiteral("export-target"));
        const QString link = place.path(QStringLiteral("link"));
        QVERIFY(QFile::link(place.file(), link));
        QCOMPARE(refusal(store.exportTo(link)).id, QStringLiteral("export-target"));
        const QString old = place.path(QStringLiteral("old"));
        write(old, "old");
        got(store.exportTo(old));
        QVERIFY(contentOf(old).startsWith("awaitscope-progress 1\n"));
        QCOMPARE(QDir(place.folder()).entryList({QStringLiteral(".awaitscope*")}, QDir::AllEntries | QDir::Hidden).size(), 0);
        QCOMPARE(refusal(store.importFrom(place.path(QStringLiteral("nowhere")))).id, QStringLiteral("import-unreadable"));
    }
};

QTEST_GUILESS_MAIN(TransferTest)
#include "tst_transfer.moc"
