// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workshop/playlist.h"
#include "app/workshop/show_entry.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace awaitscope;

class TestPlaylist : public QObject
{
    Q_OBJECT

private:
    static QByteArray withLessons(const QByteArray &lessons) { return R"({"awaitlist": 1, "lessons": [)" + lessons + "]}"; }

    static void write(const QString &file, const QByteArray &bytes)
    {
        QFile target(file);
        QVERIFY(target.open(QIODevice::WriteOnly));
        QCOMPARE(target.write(bytes), bytes.size());
    }

private Q_SLOTS:
    void comesBackAsItWasWritten()
    {
        Playlist playlist;
        playlist.title = QStringLiteral("Öffentlich „hier“");
        playlist.runs = ShownRuns::Live;
        PlaylistEntry first, second;
        first.lesson = QStringLiteral("sequential-vs-parallel");
        first.parameters.insert(QStringLiteral("getUser"), QStringLiteral("250ms"));
        first.parameters.insert(QStringLiteral("logsNeedUser"), QStringLiteral("on"));
        first.clock = ClockKind::Virtual;
        first.seed = 9007199254740991;
        second.lesson = QStringLiteral("gather-failure");
        second.variants = {QStringLiteral("group"), QStringLiteral("gather")};
        playlist.entries = {first, second};
        const auto read = parsePlaylist(playlistJson(playlist), lessons());
        QVERIFY2(read.ok(), read ? "" : qPrintable(read.problem().sentence));
        QVERIFY(read.value() == playlist);
    }

    void requestHasWhatTheEntrySays()
    {
        PlaylistEntry entry;
        entry.lesson = QStringLiteral("sequential-vs-parallel");
        entry.parameters.insert(QStringLiteral("getUser"), QStringLiteral("250ms"));
        entry.seed = 7;
        const auto request = requestFor(entry, lessons());
        QVERIFY(request.ok());
        QCOMPARE(request.value().parameters.value(u"getUser"), 250'000'000);
        QCOMPARE(request.value().seed, 7U);
        QCOMPARE(request.value().variants, (QStringList{QStringLiteral("sequential"), QStringLiteral("gather")}));
        PlaylistEntry again = entryFor(request.value());
        QCOMPARE(again.parameters, entry.parameters);
        QCOMPARE(again.variants, request.value().variants);
    }

    void refusesWithThePlace_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *name, const QByteArray &json, const char *said) {
            QTest::newRow(name) << json << QString::fromUtf8(said);
        };
        row("empty", "", "line 1, column 1");
        row("no JSON", "{\n \"awaitlist\": 1,\n oops}", "line 3, column 3");
        row("a list", "[]", "object in braces");
        row("no version", R"({"lessons": [{"lesson": "timeouts"}]})", "awaitlist");
        row("a later version", R"({"awaitlist": 2, "lessons": [{"lesson": "timeouts"}]})", "accepted is 1");
        row("no lessons", R"({"awaitlist": 1, "lessons": []})", "1 to 200");
        row("lessons that are no list", R"({"awaitlist": 1, "lessons": "timeouts"})", "1 to 200");
        row("an unknown member", R"({"awaitlist": 1, "speed": 2, "lessons": [{"lesson": "timeouts"}]})", "speed: is not known");
        row("other runs", R"({"awaitlist": 1, "runs": "fast", "lessons": [{"lesson": "timeouts"}]})", "recorded or live");
        row("an entry that is a text", withLessons("\"timeouts\""), "lessons[0]: accepted is an object");
        row("an unknown lesson", withLessons(R"({"lesson": "timeouts"}, {"lesson": "time"})"),
            "lessons[1].lesson: “time” is no lesson");
        row("no lesson", withLessons("{}"), "lessons[0].lesson");
        row("an unknown parameter", withLessons(R"({"lesson": "timeouts", "parameters": {"slow": "1"}})"),
            "lessons[0].parameters.slow: timeouts has no such parameter");
        row("a value out of range", withLessons(R"({"lesson": "timeouts", "parameters": {"timeout": "1h"}})"),
            "lessons[0].parameters.timeout");
        row("a value that is a number", withLessons(R"({"lesson": "timeouts", "parameters": {"timeout": 5}})"), "text in quotes");
        row("parameters in a list", withLessons(R"({"lesson": "timeouts", "parameters": []})"), "lessons[0].parameters");
        row("an unknown variant", withLessons(R"({"lesson": "timeouts", "variants": ["never"]})"), "lessons[0].variants");
        row("a variant twice", withLessons(R"({"lesson": "timeouts", "variants": ["cancel", "cancel"]})"), "named twice");
        row("a variant that is a number", withLessons(R"({"lesson": "timeouts", "variants": [1]})"), "texts in quotes");
        row("an unknown clock", withLessons(R"({"lesson": "timeouts", "clock": "sun"})"), "real or virtual");
        row("a negative seed", withLessons(R"({"lesson": "timeouts", "seed": -1})"), "lessons[0].seed");
        row("half a seed", withLessons(R"({"lesson": "timeouts", "seed": 1.5})"), "whole number");
        row("too long", QByteArray((1 << 20) + 1, ' '), "accepted are up to");
        row("deeply nested", QByteArray(100'000, '['), "line 1");
    }

    void refusesWithThePlace()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, said);
        const auto read = parsePlaylist(json, lessons());
        QVERIFY(!read.ok());
        QVERIFY2(read.problem().sentence.contains(said), qPrintable(read.problem().sentence));
        QVERIFY(!read.problem().id.isEmpty());
    }

    void aFileIsNamed()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("a.awaitlist"));
        const auto missing = loadPlaylist(file, lessons());
        QVERIFY(!missing.ok());
        QVERIFY(missing.problem().sentence.contains(QStringLiteral("a.awaitlist")));
        QVERIFY(!loadPlaylist(folder.path(), lessons()).ok());
        write(file, "{");
        const auto broken = loadPlaylist(file, lessons());
        QVERIFY(!broken.ok());
        QVERIFY(broken.problem().sentence.contains(QStringLiteral("a.awaitlist")));
        QVERIFY(broken.problem().sentence.contains(QStringLiteral("line 1")));
        write(file, withLessons(R"({"lesson": "timeouts", "trace": "gone.trace"})"));
        const auto without = loadPlaylist(file, lessons());
        QVERIFY(!without.ok());
        QVERIFY(without.problem().sentence.contains(QStringLiteral("gone.trace")));
    }

    void filesOfRunsAreRelativeToTheFolder()
    {
        QTemporaryDir folder;
        const QString trace = folder.filePath(QStringLiteral("run.trace"));
        write(trace, "x");
        Playlist playlist;
        playlist.entries.resize(1);
        playlist.entries[0].lesson = QStringLiteral("timeouts");
        playlist.entries[0].trace = trace;
        const QString file = folder.filePath(QStringLiteral("b.awaitlist"));
        QVERIFY(savePlaylist(file, playlist).ok());
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QVERIFY(written.readAll().contains("\"run.trace\""));
        const auto read = loadPlaylist(file, lessons());
        QVERIFY(read.ok());
        QCOMPARE(read.value().entries[0].trace, trace);
    }

    void whatCannotBeWrittenSaysSo()
    {
        Playlist playlist;
        playlist.entries.resize(1);
        playlist.entries[0].lesson = QStringLiteral("timeouts");
        const auto saved = savePlaylist(QStringLiteral("/nowhere/at/all.awaitlist"), playlist);
        QVERIFY(!saved.ok());
        QVERIFY(saved.problem().sentence.contains(QStringLiteral("all.awaitlist")));
    }

    void theCommandLineTakesLessonsOrAFile()
    {
        ShowOptions options;
        const auto all = planShow(options, lessons());
        QVERIFY(all.ok());
        QCOMPARE(all.value().lessons.size(), lessons().size());
        options.operands = {QStringLiteral("timeouts"), QStringLiteral("resources")};
        options.clock = ClockKind::Virtual;
        options.seed = 5;
        options.runs = ShownRuns::Live;
        const auto two = planShow(options, lessons());
        QVERIFY(two.ok());
        QCOMPARE(two.value().lessons.size(), 2U);
        QCOMPARE(two.value().lessons[1].lesson->id, QStringLiteral("resources"));
        QCOMPARE(two.value().lessons[1].clock, ClockKind::Virtual);
        QCOMPARE(two.value().lessons[1].seed, 5U);
        QCOMPARE(two.value().runs, ShownRuns::Live);
        options.operands = {QStringLiteral("nothing")};
        QVERIFY(!planShow(options, lessons()).ok());
        options.operands = {QStringLiteral("a.awaitlist"), QStringLiteral("timeouts")};
        QVERIFY(!planShow(options, lessons()).ok());
    }
};

QTEST_MAIN(TestPlaylist)
#include "tst_playlist.moc"
