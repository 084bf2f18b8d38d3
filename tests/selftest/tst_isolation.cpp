// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/selftest/selftest.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace awaitscope;
using namespace std::chrono_literals;

namespace {

/// A program that answers as the checks of a broken machine would.
constexpr const char *brokenMachine
    = "#!/bin/sh\n"
      "case \"$2\" in\n"
      "versions) exec sleep 1000 ;;\n"
      "machine) kill -SEGV $$ ;;\n"
      "display) echo 'no answer at all' ;;\n"
      "fonts) echo '{\"verdict\":\"fit\",\"sentence\":\"but too soon\"}'; exec sleep 1000 ;;\n"
      "plugins) echo 'a line before'\n"
      "  printf '{\"verdict\":\"limited\",\"sentence\":\"in %s/x\",\"advice\":\"a\",\"values\":{\"n\":1}}' \"$HOME\" ;;\n"
      "clock) printf '{\"verdict\":\"fit\",\"sentence\":\"%s\"}' \"$AWAITSCOPE_LANGUAGE\" ;;\n"
      "esac\n";

QString scriptIn(const QTemporaryDir &folder)
{
    QFile script(folder.filePath(QStringLiteral("script")));
    if (!script.open(QIODevice::WriteOnly) || script.write(brokenMachine) < 0)
        return {};
    script.close();
    script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return script.fileName();
}

QStringList ids(const char *words)
{
    return QString::fromLatin1(words).split(QLatin1Char(' '));
}

void finish(SelftestRun &run)
{
    QSignalSpy finished(&run, &SelftestRun::finished);
    run.start();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 40000);
}

} // namespace

/// A check that hangs, crashes or talks nonsense does not take the others with it.
class IsolationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("HOME", home_.path().toUtf8()); }

    void theOthersGoOn()
    {
        SelftestRun run(scriptIn(folder_), {}, ids("versions machine display fonts plugins clock"));
        run.setLimit(3s); // of which the two that hang take all
        run.setLanguage(QStringLiteral("de"));
        finish(run);
        QVERIFY(run.isFinished());
        QCOMPARE(run.items().size(), std::size_t(6));
        const char *sentences[] = {"gave no answer within 3 s", "ended by a crash", "ended without an answer",
            "gave no answer within 3 s", "in ~/x", "de"};
        const Fitness verdicts[]
            = {Fitness::Unfit, Fitness::Unfit, Fitness::Unfit, Fitness::Unfit, Fitness::Limited, Fitness::Fit};
        for (std::size_t i = 0; i < run.items().size(); ++i) {
            QCOMPARE(run.items()[i].check, run.planned()[i]);
            QCOMPARE(run.items()[i].result.sentence, QString::fromLatin1(sentences[i]));
            QCOMPARE(run.items()[i].result.verdict, verdicts[i]);
            QCOMPARE(run.items()[i].result.advice.isEmpty(), i == 5);
        }
        QCOMPARE(run.items()[4].result.values[QLatin1String("n")].toInt(), 1);
    }

    void aProgramThatIsGone()
    {
        SelftestRun run(folder_.filePath(QStringLiteral("nowhere")), {}, ids("machine fonts"));
        finish(run);
        for (const CheckedItem &item : run.items()) {
            QCOMPARE(item.result.verdict, Fitness::Unfit);
            QVERIFY2(item.result.sentence.startsWith(QLatin1String("could not begin: ")), qPrintable(item.result.sentence));
        }
    }

    void inTheirOrder()
    {
        SelftestRun run({}, {}, ids("clock versions"));
        QCOMPARE(QLatin1String(run.planned()[0]->id), QLatin1String("versions"));
        QCOMPARE(QLatin1String(run.planned()[1]->id), QLatin1String("clock"));
        QCOMPARE(SelftestRun({}, {}).planned().size(), checks().size());
    }

private:
    QTemporaryDir folder_, home_;
};

QTEST_GUILESS_MAIN(IsolationTest)
#include "tst_isolation.moc"
