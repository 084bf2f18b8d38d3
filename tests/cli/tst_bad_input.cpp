// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

#include <QTest>

using namespace awaitscope;

namespace {

const QString lesson = QStringLiteral("sequential-vs-parallel");

QStringList words(const char *text)
{
    QStringList list = QString::fromUtf8(text).split(QLatin1Char(' '));
    list.replaceInStrings(QStringLiteral("LESSON"), lesson);
    return list;
}

} // namespace

/// Bad input: exit code 2, one line that names it and what is accepted, and no file.
class BadInputTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refused_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("names");
        QTest::addColumn<QString>("accepts");
        const auto row = [](const char *arguments, const char *names, const char *accepts) {
            QTest::newRow(arguments) << words(arguments) << QString::fromUtf8(names) << QString::fromUtf8(accepts);
        };
        row("frobnicate", "frobnicate", "list, run, export, present, check, runs");
        row("lst", "lst", "Did you mean list?");
        row("chekc", "chekc", "Did you mean check?");
        row("LESSON more", "more", "Known: ");
        row("--frobnicate", "--frobnicate", "--help");
        row("-x", "-x", "--help");
        row("list more", "more", "--json");
        row("check more", "more", "--help");
        row("list --seed 1", "--seed", "--json");
        row("run --frobnicate", "--frobnicate", "--variant");
        row("run LESSON --exprot a.png", "--exprot", "Did you mean --export?");
        row("run", "lesson", "sequential-vs-parallel");
        row("run sequential-vs-paralel", "sequential-vs-paralel", "Did you mean sequential-vs-parallel?");
        row("run nowhere", "nowhere", "sequential-vs-parallel");
        row("run ../LESSON", "../sequential-vs-parallel", "sequential-vs-parallel");
        row("run LESSON other", "other", "--all");
        row("run LESSON --all", "--all", "one lesson");
        row("run LESSON --variant nowhere", "nowhere", "sequential, gather, start-early, chain");
        row("run LESSON --variant gahter", "gahter", "Did you mean gather?");
        row("run LESSON --variant chain", "chain", "--set logsNeedUser=on");
        row("run LESSON --variant gather --variant gather", "--variant", "once");
        row("run LESSON --variant", "--variant", "ID");
        row("run LESSON --variant --all", "--variant", "ID");
        row("run LESSON --set nowhere=1", "nowhere", "getUser, getUserLogs, getUserMetrics, logsNeedUser");
        row("run LESSON --set getUser", "getUser", "NAME=VALUE");
        row("run LESSON --set =5", "=5", "NAME=VALUE");
        row("run LESSON --set getUser=", "getUser", "250ms");
        row("run LESSON --set getUser=-5ms", "-5ms", "0ms");
        row("run LESSON --set getUser=-5", "-5", "0ms");
        row("run LESSON --set getUser=abc", "abc", "250ms");
        row("run LESSON --set getUser=nan", "nan", "250ms");
        row("run LESSON --set getUser=inf", "inf", "250ms");
        row("run LESSON --set getUser=1e3", "1e3", "250ms");
        row("run LESSON --set getUser=5parsecs", "5parsecs", "250ms");
        row("run LESSON --set getUser=9999s", "9999s", "getUser");
        row("run LESSON --set getUser=99999999999999999999999ms", "99999999999999999999999ms", "getUser");
        row("run LESSON --set logsNeedUser=maybe", "maybe", "on or off");
        row("run LESSON --set getUser=1 --set getUser=2", "getUser", "once");
        row("run --all --set nowhere=1", "nowhere", "getUser");
        row("run LESSON --clock sundial", "sundial", "real or virtual");
        row("run LESSON --clock=", "--clock", "real or virtual");
        row("run LESSON --clock real --clock virtual", "--clock", "once");
        row("run LESSON --seed -1", "-1", "from 0");
        row("run LESSON --seed 1.5", "1.5", "whole number");
        row("run LESSON --seed many", "many", "whole number");
        row("run LESSON --seed 9007199254740992", "9007199254740992", "9007199254740991");
        row("run LESSON --seed 99999999999999999999", "99999999999999999999", "9007199254740991");
        row("run LESSON --theme neon --export a.png", "neon", "light, dark or print");
        row("run LESSON --size 1200 --export a.png", "1200", "WIDTHxHEIGHT");
        row("run LESSON --size 0x0 --export a.png", "0x0", "200 to 8192");
        row("run LESSON --size -800x600 --export a.png", "-800x600", "200 to 8192");
        row("run LESSON --size 99999x600 --export a.png", "99999x600", "200 to 8192");
        row("run LESSON --size 800xnan --export a.png", "800xnan", "200 to 8192");
        row("run LESSON --size 800x600x2 --export a.png", "800x600x2", "200 to 8192");
        row("run LESSON --scale 0 --export a.png", "\"0\"", "0.5 to 8");
        row("run LESSON --scale nan --export a.png", "nan", "0.5 to 8");
        row("run LESSON --scale 1e9 --export a.png", "1e9", "0.5 to 8");
        row("run LESSON --size 8192x8192 --scale 8 --export a.png", "--scale", "128 million");
        row("run LESSON --export a", "\"a\"", ".png, .svg or .pdf");
        row("run LESSON --export a.bmp", "a.bmp", ".png, .svg or .pdf");
        row("run LESSON --export png", "\"png\"", ".png, .svg or .pdf");
        row("run LESSON --export a.png.exe", "a.png.exe", ".png, .svg or .pdf");
        row("run LESSON --export a.png --export b.gif", "b.gif", ".png, .svg or .pdf");
        row("run LESSON --export nowhere/a.png", "nowhere", "exist");
        row("run LESSON --export a.png --export nowhere/b.png", "nowhere", "exist");
        row("run LESSON --export regular.txt/a.png", "regular.txt", "folder");
        row("run LESSON --export folder.png", "folder.png", "folder");
        row("run LESSON --export link.png", "link.png", "link");
        row("run LESSON --export dangling.png", "dangling.png", "link");
        row("run LESSON --export a.png --export ./a.png", "a.png", "once");
        row("run LESSON --export=", "--export", ".png, .svg or .pdf");
        row("run LESSON --json=", "--json", "path of a file");
        row("--theme print", "print", "light or dark");
        row("run LESSON --export", "--export", "FILE");
        row("run LESSON --json nowhere/a.json", "nowhere", "exist");
        row("run LESSON --json folder.png", "folder.png", "folder");
        row("run LESSON --json link.png", "link.png", "link");
        row("run LESSON --json /dev/null", "/dev/null", "regular file");
        row("run LESSON --json a.png --export a.png", "a.png", "once");
        row("run LESSON --json nowhere/a.json --export a.png", "nowhere", "exist");
        row("run --all --export a.png", "a.png", "{lesson}");
        row("run --all --json a.json", "a.json", "{lesson}");
        row("run LESSON --all=yes", "--all", "no value");
        QTest::newRow("long name") << (words("run LESSON --export") << QString(300, QLatin1Char('a')) + QStringLiteral(".png"))
                                   << QStringLiteral("aaa") << QStringLiteral("bytes");
        QTest::newRow("name that is no UTF-8") << (words("run LESSON --export") << QStringLiteral("a\uFFFD.png"))
                                               << QStringLiteral("--export") << QStringLiteral("UTF-8");
        QTest::newRow("lines in a value") << (words("run LESSON --set") << QStringLiteral("getUser=1\n2\r3"))
                                          << QStringLiteral("getUser") << QStringLiteral("250ms");
        QTest::newRow("lines in a lesson") << (words("run") << QStringLiteral("a\nb\u2028c")) << QStringLiteral("a\\u000ab")
                                           << lesson;
        QTest::newRow("empty command") << QStringList{QString()} << QStringLiteral("\"\"") << QStringLiteral("run");
        QTest::newRow("escape in an option")
            << QStringList{QStringLiteral("--\x1b[31m")} << QStringLiteral("\\u001b") << QStringLiteral("--help");
    }

    void refused()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, names);
        QFETCH(QString, accepts);
        Program program;
        furnish(program);
        const QStringList before = program.files();

        const Outcome outcome = program.run(arguments);
        expectRefusal(outcome, names, accepts);
        QCOMPARE(program.files(), before);
        QCOMPARE(program.content(QStringLiteral("regular.txt")), QByteArray("kept"));
    }

    void everyLocale()
    {
        for (const char *locale : {"C", "POSIX", "nowhere", ""}) {
            Program program;
            program.set(QStringLiteral("LC_ALL"), QLatin1String(locale));
            expectRefusal(program.run(words("run LESSON --set getUser=-5ms")), QStringLiteral("-5ms"), QStringLiteral("0ms"));
        }
    }

    void noDisplay()
    {
        Program program;
        expectRefusal(program.run({}), QStringLiteral("display"), QStringLiteral("awaitscope run"));
        expectRefusal(program.run({lesson}), QStringLiteral("display"), QStringLiteral("awaitscope run"));
    }

    void displayOutOfReach()
    {
        Program program;
        program.set(QStringLiteral("DISPLAY"), QStringLiteral(":64999"));
        expectRefusal(program.run({}), QStringLiteral("display"), QStringLiteral("awaitscope run"));
    }

    void folderThatCannotBeWritten_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("figure") << words("run LESSON --clock virtual --export locked/a.png");
        QTest::newRow("report") << words("run LESSON --clock virtual --json locked/a.json");
        QTest::newRow("second figure") << words("run LESSON --clock virtual --export open/a.png --export locked/a.svg");
    }

    void folderThatCannotBeWritten()
    {
        QFETCH(QStringList, arguments);
        Program program;
        QDir(program.folder()).mkdir(QStringLiteral("locked"));
        QDir(program.folder()).mkdir(QStringLiteral("open"));
        QVERIFY(QFile::setPermissions(program.path(QStringLiteral("locked")), QFile::Permissions(0x5555)));
        QVERIFY(QFile::setPermissions(program.path(QStringLiteral("open")), QFile::Permissions(0x7777)));

        // Not for another reason: the same user can write next to it.
        const Outcome beside = program.runWithoutRights(words("run LESSON --clock virtual --json open/beside.json"));
        QCOMPARE(beside.code, 0);
        QVERIFY(QFile::exists(program.path(QStringLiteral("open/beside.json"))));

        expectRefusal(program.runWithoutRights(arguments), QStringLiteral("locked"), QStringLiteral("cannot be written to"));
        QVERIFY(QDir(program.path(QStringLiteral("locked"))).isEmpty());
        QCOMPARE(QDir(program.path(QStringLiteral("open"))).entryList(QDir::Files), QStringList{QStringLiteral("beside.json")});
    }

private:
    /// What stands in the way of some of the rows.
    static void furnish(const Program &program)
    {
        program.put(QStringLiteral("regular.txt"), "kept");
        QVERIFY(QDir(program.folder()).mkdir(QStringLiteral("folder.png")));
        QVERIFY(QFile::link(program.path(QStringLiteral("regular.txt")), program.path(QStringLiteral("link.png"))));
        QVERIFY(QFile::link(program.path(QStringLiteral("not-there")), program.path(QStringLiteral("dangling.png"))));
    }

    static void expectRefusal(const Outcome &outcome, const QString &names, const QString &accepts)
    {
        QVERIFY2(outcome.code == 2, qPrintable(QString::number(outcome.code) + QLatin1Char(' ') + outcome.errors));
        QVERIFY2(outcome.errors.endsWith(QLatin1Char('\n')) && outcome.errors.count(QLatin1Char('\n')) == 1
                && !outcome.errors.contains(QLatin1Char('\r')),
            qPrintable(outcome.errors));
        QVERIFY2(outcome.errors.startsWith(QLatin1String("awaitscope: ")), qPrintable(outcome.errors));
        QVERIFY2(outcome.errors.contains(names), qPrintable(outcome.errors));
        QVERIFY2(outcome.errors.contains(accepts), qPrintable(outcome.errors));
        QCOMPARE(outcome.output, QString());
    }
};

QTEST_GUILESS_MAIN(BadInputTest)
#include "tst_bad_input.moc"
