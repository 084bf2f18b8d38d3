// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

#include <QTest>

using namespace awaitscope;

class TestPresentCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesInOneLine_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("named");
        QTest::addColumn<QString>("accepted");
        const auto row = [](const char *command, const char *named, const char *accepted) {
            QTest::newRow(command) << QString::fromUtf8(command) << QString::fromUtf8(named) << QString::fromUtf8(accepted);
        };
        row("present nothing", "nothing", "timeouts");
        row("present timeouts a.awaitlist", "a.awaitlist", "one playlist alone");
        row("present gone.awaitlist", "gone.awaitlist", "accepted is a playlist");
        row("present broken.awaitlist", "broken.awaitlist", "line 2");
        row("present control.awaitlist", "control.awaitlist", "timeouts");
        row("present timeouts --runs fast", "fast", "recorded or live");
        row("present timeouts --clock sun", "sun", "real or virtual");
        row("present timeouts --seed -1", "-1", "from 0");
        row("present timeouts --minutes 0", "0", "1 to 600");
        row("present timeouts --minutes 601", "601", "1 to 600");
        row("present timeouts --theme print", "print", "light or dark");
        row("present timeouts --loud", "--loud", "--minutes");
        row("present timeouts", "display", "accepted without one");
    }

    void refusesInOneLine()
    {
        QFETCH(QString, command);
        QFETCH(QString, named);
        QFETCH(QString, accepted);
        Program program;
        program.put(QStringLiteral("broken.awaitlist"), "{\n oops");
        program.put(QStringLiteral("control.awaitlist"), "{\"awaitlist\": 1, \"lessons\": [{\"lesson\": \"a\\n\\u001b[31m\"}]}");
        const Outcome outcome = program.run(command.split(u' '));
        QCOMPARE(outcome.code, 2);
        QVERIFY(outcome.output.isEmpty());
        QCOMPARE(outcome.errors.count(u'\n'), 1);
        QVERIFY(!outcome.errors.contains(QChar(0x1b)));
        QVERIFY2(outcome.errors.contains(named), qPrintable(outcome.errors));
        QVERIFY2(outcome.errors.contains(accepted), qPrintable(outcome.errors));
    }

    void help()
    {
        const Outcome outcome = Program().run({QStringLiteral("present"), QStringLiteral("--help")});
        QCOMPARE(outcome.code, 0);
        QVERIFY(outcome.output.contains(QStringLiteral("--runs")));
        QVERIFY(outcome.output.contains(QStringLiteral("PLAYLIST")));
    }
};

QTEST_GUILESS_MAIN(TestPresentCommand)
#include "tst_present.moc"
