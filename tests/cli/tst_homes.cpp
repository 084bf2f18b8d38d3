// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

#include <QTest>

using namespace awaitscope;

namespace {

const QStringList variables{QStringLiteral("XDG_CONFIG_HOME"), QStringLiteral("XDG_DATA_HOME"), QStringLiteral("XDG_STATE_HOME"),
    QStringLiteral("XDG_CACHE_HOME")};

/// What a command of a row is played in.
void settle(Program &program, const QString &home)
{
    const QString own = program.path(QStringLiteral("home"));
    QVERIFY(QDir().mkpath(own));
    program.set(QStringLiteral("HOME"), own);
    if (home == QLatin1String("not there"))
        program.set(QStringLiteral("HOME"), program.path(QStringLiteral("gone/home")));
    else if (home == QLatin1String("not set"))
        program.unset(QStringLiteral("HOME"));
    else if (home == QLatin1String("a file"))
        program.set(QStringLiteral("HOME"), Program::built());
    for (const QString &variable : variables) {
        if (home == QLatin1String("folders are files"))
            program.set(variable, Program::built());
        else if (home == QLatin1String("folders are relative"))
            program.set(variable, QStringLiteral("."));
    }
    program.set(QStringLiteral("XDG_RUNTIME_DIR"), program.folder());
    QVERIFY(QDir(program.folder()).mkdir(QStringLiteral("out")));
    QVERIFY(QFile::setPermissions(program.path(QStringLiteral("out")), QFile::Permissions(0x7777)));
    QVERIFY(QFile::setPermissions(own, QFile::Permissions(0x5555)));
}

} // namespace

/// A user whose home cannot be written to, or is none: each command works, and says in one sentence what it cannot keep.
class HomesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachCommandWorks_data()
    {
        QTest::addColumn<QString>("home");
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("says");
        for (const char *home : {"read only", "not there", "not set", "a file", "folders are files", "folders are relative"}) {
            const auto row = [home](const char *name, const char *command, const char *says) {
                QTest::addRow("%s, %s", home, name) << QString::fromLatin1(home) << command << says;
            };
            row("check", "check", "lessons hold");
            row("run", "run resources --clock virtual --export out/figure.png", "Wrote out/figure.png");
            row("list", "list", "sequential-vs-parallel");
            row("runs", "runs", "No runs are saved.");
        }
    }

    void eachCommandWorks()
    {
        QFETCH(QString, home);
        QFETCH(QString, command);
        QFETCH(QString, says);
        Program program;
        settle(program, home);
        const QStringList before = program.files();
        const Outcome outcome = program.runWithoutRights(command.split(u' '));
        QVERIFY2(outcome.code == 0, qPrintable(outcome.errors));
        QVERIFY2(outcome.output.contains(says), qPrintable(outcome.output));
        QCOMPARE(program.files(), before);
        if (command != QLatin1String("runs")) {
            QVERIFY2(outcome.errors.isEmpty(), qPrintable(outcome.errors));
            return;
        }
        QCOMPARE(outcome.errors.count(u'\n'), 1);
        QVERIFY2(outcome.errors.contains(QLatin1String("awaitscope.db cannot be written to")), qPrintable(outcome.errors));
    }

    void whatIsAskedForAndCannotBeKeptFails()
    {
        Program program;
        settle(program, QStringLiteral("read only"));
        const Outcome outcome = program.runWithoutRights({QStringLiteral("run"), QStringLiteral("sequential-vs-parallel"),
            QStringLiteral("--clock"), QStringLiteral("virtual"), QStringLiteral("--save")});
        QCOMPARE(outcome.code, 1);
        QCOMPARE(outcome.errors.count(u'\n'), 1);
        QVERIFY2(outcome.errors.contains(QLatin1String("The run was not saved")), qPrintable(outcome.errors));
    }

    void aReadOnlyHomeAsJson()
    {
        Program program;
        settle(program, QStringLiteral("read only"));
        const Outcome outcome = program.runWithoutRights({QStringLiteral("runs"), QStringLiteral("--json")});
        QCOMPARE(outcome.code, 0);
        QCOMPARE(outcome.bytes.trimmed(), QByteArray("[]"));
    }
};

QTEST_GUILESS_MAIN(HomesTest)
#include "tst_homes.moc"
