// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/selftest/selftest_report.h"
#include "app/selftest/thresholds.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace awaitscope;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(awaitscope::Fitness)
Q_DECLARE_METATYPE(std::chrono::nanoseconds)

namespace {

std::vector<CheckedItem> threeItems()
{
    return {{findCheck(u"versions"),
                {Fitness::Fit, QStringLiteral("Awaitscope 1"), {}, {{QStringLiteral("qt"), QStringLiteral("6")}}}},
        {findCheck(u"fonts"), {Fitness::Limited, QStringLiteral("Inter is missing"), QStringLiteral("Install it."), {}}},
        {findCheck(u"loopback"), {Fitness::Unfit, QStringLiteral("no talk"), QStringLiteral("Bring it up."), {}}}};
}

} // namespace

/// From numbers to verdicts, and from verdicts to the report.
class FitnessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void clock_data()
    {
        QTest::addColumn<std::chrono::nanoseconds>("median");
        QTest::addColumn<std::chrono::nanoseconds>("most");
        QTest::addColumn<std::chrono::nanoseconds>("step");
        QTest::addColumn<Fitness>("fitness");
        const auto row = [](const char *name, Nanoseconds median, Nanoseconds most, Nanoseconds step, Fitness fitness) {
            QTest::newRow(name) << median << most << step << fitness;
        };
        row("idle", 100us, 400us, 1ns, Fitness::Fit);
        row("at the limit", 2ms, 2ms, 10us, Fitness::Fit);
        row("busy", 100us, 3ms, 1ns, Fitness::Limited);
        row("very busy, most waits in time", 20ms, 80ms, 1ns, Fitness::Limited);
        row("coarse clock", 100us, 400us, 1ms, Fitness::Limited);
        row("late as a rule", 21ms, 30ms, 1ns, Fitness::Unfit);
    }

    void clock()
    {
        QFETCH(std::chrono::nanoseconds, median);
        QFETCH(std::chrono::nanoseconds, most);
        QFETCH(std::chrono::nanoseconds, step);
        QTEST(clockFitness(median, most, step), "fitness");
    }

    void qt()
    {
        const QVersionNumber built(6, 4, 2);
        QCOMPARE(qtFitness(built, QVersionNumber(6, 4, 2)), Fitness::Fit);
        QCOMPARE(qtFitness(built, QVersionNumber(6, 8, 0)), Fitness::Fit);
        QCOMPARE(qtFitness(built, QVersionNumber(6, 4, 1)), Fitness::Limited);
        QCOMPARE(qtFitness(built, QVersionNumber(6, 3, 9)), Fitness::Unfit);
        QCOMPARE(qtFitness(built, QVersionNumber(7, 0, 0)), Fitness::Unfit);
    }

    void machine()
    {
        QCOMPARE(machineFitness(2, qint64(4) << 30), Fitness::Fit);
        QCOMPARE(machineFitness(2, 0), Fitness::Fit);
        QCOMPARE(machineFitness(1, qint64(4) << 30), Fitness::Limited);
        QCOMPARE(machineFitness(8, qint64(512) << 20), Fitness::Limited);
    }

    void percentiles()
    {
        std::vector<Nanoseconds> hundred;
        for (int i = 1; i <= 100; ++i)
            hundred.emplace_back(i);
        QCOMPARE(percentile(hundred, 50), 50ns);
        QCOMPARE(percentile(hundred, 99), 99ns);
        QCOMPARE(percentile(hundred, 0), 1ns);
        QCOMPARE(percentile(hundred, 100), 100ns);
        QCOMPARE(percentile(std::span(hundred).first(1), 99), 1ns);
        QCOMPARE(percentile({}, 50), 0ns);
    }

    void numbers()
    {
        QCOMPARE(shortTime(480ns), QStringLiteral("480 ns"));
        QCOMPARE(shortTime(1234us), QStringLiteral("1.23 ms"));
        QCOMPARE(shortTime(2s), QStringLiteral("2 s"));
        QCOMPARE(shortTime(0ns), QStringLiteral("0 ns"));
        QCOMPARE(shortSize(7'800'000'000), QStringLiteral("7.8 GB"));
    }

    void theReportHasALineACheck()
    {
        const QStringList lines = reportText(threeItems()).split(QLatin1Char('\n'));
        QVERIFY(lines[0].contains(QLatin1String("Nothing is sent anywhere")));
        QVERIFY(lines[2].startsWith(QString::fromUtf8("✓ Versions ")));
        QVERIFY(lines[3].startsWith(QLatin1String("! Fonts ")));
        QVERIFY(lines[4].trimmed().startsWith(QString::fromUtf8("→ Install it.")));
        QVERIFY(lines[5].startsWith(QString::fromUtf8("✕ Loopback ")));
        QCOMPARE(lines[2].indexOf(QLatin1String("Awaitscope 1")), lines[5].indexOf(QLatin1String("no talk")));
        QVERIFY(lines[8].contains(QLatin1String("not fit")) && lines[8].endsWith(QLatin1String("Loopback.")));
    }

    void theVerdictIsTheWorst()
    {
        auto items = threeItems();
        QCOMPARE(overallFitness(items), Fitness::Unfit);
        items.pop_back();
        QCOMPARE(overallFitness(items), Fitness::Limited);
        QVERIFY(reportEnd(items).contains(QLatin1String("with limits: Fonts.")));
        items.pop_back();
        QCOMPARE(overallFitness(items), Fitness::Fit);
        QCOMPARE(reportEnd(items), QStringLiteral("This machine is fit for Awaitscope.\n"));
    }

    void json()
    {
        const QByteArray bytes = reportJson(threeItems());
        QCOMPARE(bytes.count('\n'), 1);
        const QJsonObject report = QJsonDocument::fromJson(bytes).object();
        QCOMPARE(report.keys(), (QStringList{QStringLiteral("awaitscope"), QStringLiteral("checks"), QStringLiteral("verdict")}));
        QCOMPARE(report[QLatin1String("verdict")].toString(), QStringLiteral("unfit"));
        const QJsonArray checks = report[QLatin1String("checks")].toArray();
        QCOMPARE(checks.size(), 3);
        const QJsonObject fonts = checks[1].toObject();
        QCOMPARE(fonts.keys().join(QLatin1Char(' ')), QStringLiteral("advice id sentence title values verdict"));
        QCOMPARE(fonts[QLatin1String("id")].toString(), QStringLiteral("fonts"));
        QCOMPARE(fonts[QLatin1String("verdict")].toString(), QStringLiteral("limited"));
        QCOMPARE(checks[0].toObject()[QLatin1String("values")].toObject()[QLatin1String("qt")].toString(), QStringLiteral("6"));
    }

    void resultsCross()
    {
        for (const CheckedItem &item : threeItems()) {
            const auto back = decodeResult(encodeResult(item.result));
            QVERIFY(back);
            QCOMPARE(back->verdict, item.result.verdict);
            QCOMPARE(back->sentence, item.result.sentence);
            QCOMPARE(back->advice, item.result.advice);
            QCOMPARE(back->values, item.result.values);
        }
        for (const char *garbage : {"", "{}", "[]", "fit", "{\"verdict\":\"good\"}", "{\"verdict\":\"fit\""})
            QVERIFY2(!decodeResult(garbage), garbage);
    }

    void homeIsShortened_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("home");
        QTest::addColumn<QString>("shortened");
        const auto row = [](const char *text, const char *home, const char *shortened) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(home) << QString::fromUtf8(shortened);
        };
        row("in /people/ada/.config, and", "/people/ada", "in ~/.config, and");
        row("in /people/ada", "/people/ada", "in ~");
        row("/people/adam/x", "/people/ada", "/people/adam/x");
        row("/people/ada-old/x", "/people/ada", "/people/ada-old/x");
        row("/mnt/people/ada/x", "/people/ada", "/mnt/people/ada/x");
        row("/people/jürgen/a /people/jürgen/b", "/people/jürgen", "~/a ~/b");
        row("/etc/fonts", "/", "/etc/fonts");
        row("/etc/passwd", "", "/etc/passwd");
    }

    void homeIsShortened()
    {
        QFETCH(QString, text);
        QFETCH(QString, home);
        QFETCH(QString, shortened);
        QCOMPARE(withoutHome(text, home), shortened);
        CheckResult result;
        result.sentence = result.advice = text;
        result.values
            = {{QStringLiteral("a"), QJsonArray{text, 1}}, {QStringLiteral("b"), QJsonObject{{QStringLiteral("c"), text}}}};
        result = withoutHome(result, home);
        QCOMPARE(result.sentence, shortened);
        QCOMPARE(result.advice, shortened);
        QCOMPARE(result.values[QLatin1String("a")].toArray()[0].toString(), shortened);
        QCOMPARE(result.values[QLatin1String("a")].toArray()[1].toInt(), 1);
        QCOMPARE(result.values[QLatin1String("b")].toObject()[QLatin1String("c")].toString(), shortened);
    }
};

QTEST_GUILESS_MAIN(FitnessTest)
#include "tst_fitness.moc"
