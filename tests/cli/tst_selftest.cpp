// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/options.h"
#include "app/selftest/check.h"
#include "app/selftest/check_process.h"
#include "app/store/database.h"
#include "app/store/store.h"
#include "tests/cli/program.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <sys/resource.h>

using namespace awaitscope;

namespace {

/// The program with a home of its own, and what it says of one check.
struct TestedProgram : Program
{
    TestedProgram() { set(QStringLiteral("HOME"), folder()); }

    static QStringList words(const QStringList &only)
    {
        QStringList words{QStringLiteral("selftest"), QStringLiteral("--json")};
        for (const QString &id : only)
            words << QStringLiteral("--only") << id;
        return words;
    }
    static QJsonObject checkIn(const Outcome &outcome, const char *id)
    {
        const QJsonArray checks = QJsonDocument::fromJson(outcome.bytes).object()[QLatin1String("checks")].toArray();
        for (const QJsonValue &check : checks) {
            if (check[QLatin1String("id")].toString() == QLatin1String(id))
                return check.toObject();
        }
        return {};
    }
    QJsonObject check(const char *id) const { return checkIn(run(words({QLatin1String(id)})), id); }

    /// One check, in a process that was changed first.
    QJsonObject checkAfter(const char *id, const std::function<void()> &change) const
    {
        const QString copy = path(QStringLiteral("awaitscope"));
        QFile::copy(built(), copy);
        QFile::setPermissions(copy, QFile::Permissions(0x7555));
        QFile::setPermissions(QFileInfo(folder()).path(), QFile::Permissions(0x7555));
        QProcess process;
        prepare(process, checkArguments(*findCheck(QString::fromLatin1(id)), {}));
        process.setProgram(copy);
        process.setChildProcessModifier(change);
        return QJsonDocument::fromJson(finish(process).bytes).object();
    }
};

QString verdict(const QJsonObject &check)
{
    return check[QLatin1String("verdict")].toString();
}

bool says(const QJsonObject &check, const char *key, const char *words)
{
    const bool there = check[QLatin1String(key)].toString().contains(QString::fromUtf8(words));
    if (!there)
        qWarning().noquote() << QJsonDocument(check).toJson();
    return there;
}

/// A user of whom no other process is, with no right to a second one or a thread.
void becomeLonely()
{
    constexpr rlimit one{1, 1};
    const uid_t nobodyElse = 70000 + static_cast<uid_t>(::getpid() % 50000);
    if (::setgroups(0, nullptr) != 0 || ::setgid(65534) != 0 || ::setrlimit(RLIMIT_NPROC, &one) != 0 || ::setuid(nobodyElse) != 0)
        ::_exit(99);
}

} // namespace

/// `selftest` on the built program: that it reports this machine, and that each check can say no.
class SelftestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reportsInText()
    {
        const TestedProgram program;
        const Outcome outcome = program.run({QStringLiteral("selftest")});
        QCOMPARE(outcome.errors, QString());
        const QStringList lines = outcome.output.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QVERIFY(lines.first().contains(QLatin1String("Nothing is sent anywhere")));
        QVERIFY(lines.last().startsWith(QLatin1String("This machine is ")));
        QCOMPARE(outcome.code, lines.last().contains(QLatin1String("not fit")) ? 1 : 0);
        for (const CheckSpec &check : checks())
            QCOMPARE(lines.filter(QLatin1Char(' ') + QLatin1String(check.title) + QLatin1Char(' ')).size() >= 1, true);
        QVERIFY(!outcome.output.contains(program.folder()));
        QVERIFY(outcome.output.contains(QLatin1String("~/.local/share/awaitscope")));
        QVERIFY2(program.files().filter(QRegularExpression(QStringLiteral("^(?!\\.cache$)"))).isEmpty(),
            qPrintable(program.files().join(QLatin1Char(' '))));
    }

    void reportsInJson()
    {
        const TestedProgram program;
        const Outcome outcome = program.run(TestedProgram::words({}));
        const QJsonArray found = QJsonDocument::fromJson(outcome.bytes).object()[QLatin1String("checks")].toArray();
        QCOMPARE(found.size(), qsizetype(checks().size()));
        for (qsizetype i = 0; i < found.size(); ++i)
            QCOMPARE(found[i][QLatin1String("id")].toString(), QLatin1String(checks()[std::size_t(i)].id));
        QVERIFY(!outcome.output.contains(program.folder()));
        for (const char *id : {"versions", "fonts", "plugins", "loop", "processes", "loopback", "store", "lesson", "drawing"})
            QVERIFY2(verdict(TestedProgram::checkIn(outcome, id)) == QLatin1String("fit"), outcome.bytes.constData());
        QVERIFY(verdict(TestedProgram::checkIn(outcome, "database")) != QLatin1String("unfit")); // a slow disk is a limit
        const QJsonObject clock = TestedProgram::checkIn(outcome, "clock")[QLatin1String("values")].toObject();
        QVERIFY(clock[QLatin1String("late_worst_ns")].toInteger() >= clock[QLatin1String("late_p50_ns")].toInteger());
        QCOMPARE(clock[QLatin1String("waits")].toInt(), 100);
    }

    void theTableNamesAllChecks()
    {
        const OptionSpec *only = findOption(*findCommand(u"selftest"), u"--only");
        QVERIFY(only);
        QStringList named, all;
        for (const char *word : only->accepts.words)
            named << QLatin1String(word);
        for (const CheckSpec &check : checks())
            all << QLatin1String(check.id);
        QCOMPARE(named, all);
    }

    void wrongWords()
    {
        const TestedProgram program;
        for (const char *words : {"selftest all", "selftest --only nothing", "selftest --theme dark"}) {
            const Outcome outcome = program.run(QString::fromLatin1(words).split(QLatin1Char(' ')));
            QCOMPARE(outcome.code, 2);
            QCOMPARE(outcome.output, QString());
            QCOMPARE(outcome.errors.count(QLatin1Char('\n')), 1);
        }
        QVERIFY(program.run({QStringLiteral("selftest"), QStringLiteral("--only"), QStringLiteral("nothing")})
                    .errors.contains(QLatin1String("loopback")));
    }

    void noFonts()
    {
        TestedProgram program;
        program.put(QStringLiteral("fonts.conf"), "<?xml version=\"1.0\"?><fontconfig></fontconfig>");
        program.set(QStringLiteral("FONTCONFIG_FILE"), program.path(QStringLiteral("fonts.conf")));
        const QJsonObject fonts = program.check("fonts");
        QVERIFY(verdict(fonts) == QLatin1String("unfit") && says(fonts, "advice", "fonts-inter"));
    }

    void otherFonts()
    {
        TestedProgram program;
        program.put(QStringLiteral("fonts.conf"),
            "<?xml version=\"1.0\"?><fontconfig><dir>/usr/share/fonts</dir><selectfont><rejectfont><pattern>"
            "<patelt name=\"family\"><string>Inter</string></patelt></pattern></rejectfont></selectfont></fontconfig>");
        program.set(QStringLiteral("FONTCONFIG_FILE"), program.path(QStringLiteral("fonts.conf")));
        const QJsonObject fonts = program.check("fonts");
        QVERIFY(verdict(fonts) != QLatin1String("fit") && says(fonts, "sentence", "Inter is missing"));
        QVERIFY(says(fonts, "sentence", "JetBrains Mono is there"));
    }

    void noPlugins()
    {
        TestedProgram program;
        const QString copy = program.path(QStringLiteral("awaitscope"));
        QVERIFY(QFile::copy(Program::built(), copy));
        program.put(QStringLiteral("qt.conf"), "[Paths]\nPlugins=/nowhere\n");
        QProcess process;
        program.prepare(process,
            TestedProgram::words(
                {QStringLiteral("plugins"), QStringLiteral("fonts"), QStringLiteral("database"), QStringLiteral("lesson")}));
        process.setProgram(copy);
        const Outcome outcome = Program::finish(process);
        QCOMPARE(outcome.code, 1);
        const QJsonObject plugins = TestedProgram::checkIn(outcome, "plugins");
        QCOMPARE(verdict(plugins), QStringLiteral("unfit"));
        for (const char *missing : {"xcb", "offscreen", "SQLite", "SVG"})
            QVERIFY(says(plugins, "sentence", missing));
        QVERIFY(says(plugins, "advice", "libqt6sql6-sqlite"));
        QVERIFY(says(TestedProgram::checkIn(outcome, "database"), "sentence", "no driver for SQLite"));
        QVERIFY(says(TestedProgram::checkIn(outcome, "fonts"), "sentence", "ended by a crash"));
        QCOMPARE(verdict(TestedProgram::checkIn(outcome, "lesson")), QStringLiteral("fit"));
    }

    void noDisplay()
    {
        TestedProgram program;
        const QJsonObject without = program.check("display");
        QVERIFY(verdict(without) == QLatin1String("limited") && says(without, "sentence", "no display"));
        program.set(QStringLiteral("DISPLAY"), QStringLiteral(":64321"));
        const QJsonObject unreachable = program.check("display");
        QVERIFY(verdict(unreachable) == QLatin1String("unfit") && says(unreachable, "advice", ":64321"));
        program.set(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        const QJsonObject unseen = program.check("display");
        QVERIFY(verdict(unseen) == QLatin1String("limited") && says(unseen, "advice", "QT_QPA_PLATFORM"));
    }

    void noTemporaryFolder()
    {
        TestedProgram program;
        program.put(QStringLiteral("file"), "no folder");
        program.set(QStringLiteral("TMPDIR"), program.path(QStringLiteral("file")));
        const Outcome outcome = program.run(TestedProgram::words({QStringLiteral("database"), QStringLiteral("drawing")}));
        const QJsonObject database = TestedProgram::checkIn(outcome, "database");
        QVERIFY(verdict(database) == QLatin1String("unfit") && says(database, "advice", "TMPDIR"));
        const QJsonObject drawing = TestedProgram::checkIn(outcome, "drawing");
        QVERIFY(verdict(drawing) == QLatin1String("limited") && says(drawing, "advice", "TMPDIR"));
    }

    void garbageAsStore()
    {
        TestedProgram program;
        program.set(QStringLiteral("XDG_DATA_HOME"), program.folder());
        QVERIFY(QDir(program.folder()).mkdir(QStringLiteral("awaitscope")));
        const QByteArray garbage(5000, 'g');
        program.put(QStringLiteral("awaitscope/awaitscope.db"), garbage);
        const Outcome outcome = program.run(TestedProgram::words({QStringLiteral("store")}));
        const QJsonObject store = TestedProgram::checkIn(outcome, "store");
        QVERIFY(verdict(store) == QLatin1String("limited") && says(store, "sentence", "cannot be read"));
        QVERIFY(says(store, "advice", "moves the file aside"));
        QCOMPARE(outcome.code, 0);
        QCOMPARE(program.content(QStringLiteral("awaitscope/awaitscope.db")), garbage);
    }

    void savedRunsAreCountedAndLeftAlone()
    {
        TestedProgram program;
        program.set(QStringLiteral("XDG_DATA_HOME"), program.folder());
        const QStringList save{QStringLiteral("run"), QStringLiteral("sequential-vs-parallel"), QStringLiteral("--clock"),
            QStringLiteral("virtual"), QStringLiteral("--save")};
        QCOMPARE(program.run(save).code, 0);
        const QByteArray before = program.content(QStringLiteral("awaitscope/awaitscope.db"));
        const QStringList files = QDir(program.path(QStringLiteral("awaitscope"))).entryList(QDir::Files);
        const QJsonObject store = program.check("store");
        QVERIFY(verdict(store) == QLatin1String("fit") && says(store, "sentence", "runs: 1"));
        QCOMPARE(program.content(QStringLiteral("awaitscope/awaitscope.db")), before);
        QCOMPARE(QDir(program.path(QStringLiteral("awaitscope"))).entryList(QDir::Files), files);

        QByteArray broken = before;
        broken.replace(100, broken.size() - 100, QByteArray(broken.size() - 100, '\xff'));
        program.put(QStringLiteral("awaitscope/awaitscope.db"), broken);
        QCOMPARE(verdict(program.check("store")), QStringLiteral("limited"));
        QCOMPARE(program.content(QStringLiteral("awaitscope/awaitscope.db")), broken);
    }

    void aStoreInUse()
    {
        TestedProgram program;
        program.set(QStringLiteral("XDG_DATA_HOME"), program.folder());
        Store store(program.path(QStringLiteral("awaitscope/awaitscope.db")));
        QVERIFY(waitFor(store.keepStep(QStringLiteral("timeouts"), QStringLiteral("run")), std::chrono::seconds(20)).ok());
        const QJsonObject found = program.check("store");
        QVERIFY(verdict(found) == QLatin1String("fit") && says(found, "sentence", "runs: 0"));
        QVERIFY(waitFor(store.keepStep(QStringLiteral("timeouts"), QStringLiteral("challenge")), std::chrono::seconds(20)).ok());
    }

    void aStoreOfALaterVersion()
    {
        TestedProgram program;
        program.set(QStringLiteral("XDG_DATA_HOME"), program.folder());
        const QString file = program.path(QStringLiteral("awaitscope/awaitscope.db"));
        {
            Store store(file);
            QVERIFY(waitFor(store.predictions(), std::chrono::seconds(20)).ok());
        }
        Database(file, Database::Access::Write).run(QStringLiteral("PRAGMA user_version = 99"));
        const QJsonObject found = program.check("store");
        QVERIFY(verdict(found) == QLatin1String("limited") && says(found, "sentence", "version 99"));
        QVERIFY(says(found, "advice", "Update Awaitscope"));
    }

    void aPortableFolder()
    {
        TestedProgram program;
        const QStringList words = TestedProgram::words({QStringLiteral("places")})
            + QStringList{QStringLiteral("--portable"), QStringLiteral("stick")};
        const QJsonObject places = TestedProgram::checkIn(program.run(words), "places");
        QVERIFY(says(places, "sentence", "~/stick/"));
        QVERIFY(!places[QLatin1String("sentence")].toString().contains(QLatin1String(".config")));
    }

    void foldersThatCannotBeWritten()
    {
        TestedProgram program;
        for (const char *variable : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"})
            program.set(QLatin1String(variable), QStringLiteral("/usr/share"));
        const Outcome outcome = program.runWithoutRights(TestedProgram::words({QStringLiteral("places")}));
        QCOMPARE(outcome.code, 0);
        const QJsonObject places = TestedProgram::checkIn(outcome, "places");
        QVERIFY(verdict(places) == QLatin1String("limited") && says(places, "sentence", "settings, data, state, cache; free"));
        QVERIFY(says(places, "advice", "--portable"));
    }

    void noLoopback()
    {
        if (::geteuid() != 0)
            QSKIP("only root can take the loopback interface away from a process");
        TestedProgram program;
        QProcess process;
        program.prepare(
            process, QStringList{QStringLiteral("-n"), Program::built()} + TestedProgram::words({QStringLiteral("loopback")}));
        process.setProgram(QStringLiteral("unshare"));
        const Outcome outcome = Program::finish(process);
        if (outcome.errors.contains(QLatin1String("unshare failed")))
            QSKIP("this system gives no network of its own to a process");
        QCOMPARE(outcome.code, 1);
        const QJsonObject loopback = TestedProgram::checkIn(outcome, "loopback");
        QVERIFY(verdict(loopback) == QLatin1String("unfit") && says(loopback, "advice", "ip link set lo up"));
    }

    void noSecondProcessOrThread()
    {
        if (::geteuid() != 0)
            QSKIP("only root can start a process for a user of whom there is no other");
        const TestedProgram program;
        const QJsonObject processes = program.checkAfter("processes", becomeLonely);
        QVERIFY(verdict(processes) == QLatin1String("unfit") && says(processes, "sentence", "did not run"));
        const QJsonObject loop = program.checkAfter("loop", becomeLonely);
        QVERIFY(verdict(loop) == QLatin1String("unfit") && says(loop, "sentence", "no thread can be started"));
    }
};

QTEST_GUILESS_MAIN(SelftestTest)
#include "tst_selftest.moc"
