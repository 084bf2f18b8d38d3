// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/parameters.h"

#include <QTest>

#include <limits>

using namespace awaitscope;
using namespace std::chrono_literals;

namespace {

ParameterSet sample()
{
    ParameterSpec wait{QStringLiteral("wait"), ParameterType::Duration, 196'000'000, 0, 1'000'000'000, 1'000'000, {}};
    ParameterSpec items{QStringLiteral("items"), ParameterType::Count, 8, 1, 50, 1, {}};
    ParameterSpec fails{QStringLiteral("fails"), ParameterType::Flag, 1, 0, 1, 1, {}};
    ParameterSpec level{QStringLiteral("level"), ParameterType::Choice, 0, 0, 1, 1,
        {QStringLiteral("INFO"), QStringLiteral("WARN"), QStringLiteral("ERROR")}};
    return ParameterSet({wait, items, fails, level});
}

} // namespace

class TestParameters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesDefaults()
    {
        const ParameterSet set = sample();
        QCOMPARE(set.duration(u"wait"), Ns(196ms));
        QCOMPARE(set.value(u"items"), 8);
        QVERIFY(set.flag(u"fails"));
        QCOMPARE(set.text(u"wait"), QStringLiteral("196ms"));
        QCOMPARE(set.text(u"items"), QStringLiteral("8"));
        QCOMPARE(set.text(u"fails"), QStringLiteral("on"));
        QCOMPARE(set.text(u"level"), QStringLiteral("INFO"));
    }

    void parsesDurations_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("ns");
        QTest::newRow("ms") << "250ms" << qint64(250'000'000);
        QTest::newRow("bare") << "250" << qint64(250'000'000);
        QTest::newRow("bare decimal") << "0.5" << qint64(500'000);
        QTest::newRow("s") << "1.5s" << qint64(1'500'000'000);
        QTest::newRow("us") << "80us" << qint64(80'000);
        QTest::newRow("µs") << QStringLiteral("80µs") << qint64(80'000);
        QTest::newRow("zero") << "0" << qint64(0);
        QTest::newRow("no whole") << ".5ms" << qint64(500'000);
        QTest::newRow("no decimals") << "5.ms" << qint64(5'000'000);
        QTest::newRow("blanks") << " 12 ms " << qint64(12'000'000);
        QTest::newRow("nanosecond") << "0.000001ms" << qint64(1);
        QTest::newRow("zeros at the end") << "1.5000000000000s" << qint64(1'500'000'000);
        QTest::newRow("largest") << "9223372036.854775807s" << std::numeric_limits<qint64>::max();
    }
    void parsesDurations()
    {
        QFETCH(QString, text);
        QFETCH(qint64, ns);
        const auto duration = parseDuration(text);
        QVERIFY2(duration.ok(), qPrintable(duration.ok() ? QString() : duration.problem().sentence));
        QCOMPARE(duration.value().count(), ns);
    }

    void refusesDurations_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("id");
        for (const char *text : {"", " ", "ms", "s", ".", ".s", "abc", "nan", "inf", "infinity", "-inf", "1e3", "1e3ms", "0x10",
                 "5 5ms", "5m", "5h", "5ms5", "1.2.3", "+5", "--5", "5,5", "5MS", "0.0000001ms", "0.0001us", "٣ms", "5ms\n6"})
            QTest::newRow(*text ? text : "empty") << QString::fromUtf8(text) << "parameter-text";
        for (const char *text : {"-1", "-1ms", "-0.5s", "9223372036.854775808s", "99999999999999999999", "9223372036854775807s",
                 "18446744073709551616us"})
            QTest::newRow(text) << QString::fromUtf8(text) << "parameter-range";
    }
    void refusesDurations()
    {
        QFETCH(QString, text);
        QFETCH(QString, id);
        const auto duration = parseDuration(text);
        QVERIFY(!duration.ok());
        QCOMPARE(duration.problem().id, id);
        QVERIFY(duration.problem().sentence.contains(QLatin1String("250ms")));
    }

    void durationTextLosesNothing()
    {
        for (const qint64 ns : {qint64(0), qint64(1), qint64(999), qint64(1'000), qint64(80'000), qint64(999'999),
                 qint64(1'000'000), qint64(1'500'000), qint64(196'000'000), qint64(999'999'999), qint64(1'000'000'000),
                 qint64(1'500'000'000), qint64(61'000'000'001), std::numeric_limits<qint64>::max()}) {
            const QString text = durationText(Ns(ns));
            const auto back = parseDuration(text);
            QVERIFY2(back.ok(), qPrintable(text));
            QCOMPARE(back.value().count(), ns);
        }
        QCOMPARE(durationText(196ms), QStringLiteral("196ms"));
        QCOMPARE(durationText(1500ms), QStringLiteral("1.5s"));
        QCOMPARE(durationText(80us), QStringLiteral("80us"));
        QCOMPARE(durationText(0ns), QStringLiteral("0ms"));
    }

    void setsText_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("value");
        QTest::newRow("duration") << "wait"
                                  << "1s" << qint64(1'000'000'000);
        QTest::newRow("least") << "wait"
                               << "0" << qint64(0);
        QTest::newRow("count") << "items"
                               << "50" << qint64(50);
        QTest::newRow("on") << "fails"
                            << "on" << qint64(1);
        QTest::newRow("False") << "fails"
                               << "False" << qint64(0);
        QTest::newRow("0") << "fails"
                           << "0" << qint64(0);
        QTest::newRow("true") << "fails"
                              << "true" << qint64(1);
        QTest::newRow("choice") << "level"
                                << "ERROR" << qint64(2);
    }
    void setsText()
    {
        QFETCH(QString, id);
        QFETCH(QString, text);
        QFETCH(qint64, value);
        ParameterSet set = sample();
        QVERIFY(set.setText(id, text).ok());
        QCOMPARE(set.value(id), value);
        ParameterSet again = sample();
        QVERIFY(again.setText(id, set.text(id)).ok()); // what it writes it also reads
        QVERIFY(again == set);
    }

    void refusesText_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("problem");
        QTest::addColumn<QString>("accepted");
        QTest::newRow("unknown") << "speed"
                                 << "1"
                                 << "parameter-unknown"
                                 << "wait, items, fails, level";
        QTest::newRow("negative") << "wait"
                                  << "-5ms"
                                  << "parameter-range"
                                  << "0ms to 1s";
        QTest::newRow("too long") << "wait"
                                  << "1.001s"
                                  << "parameter-range"
                                  << "0ms to 1s";
        QTest::newRow("overflow") << "wait"
                                  << "99999999999999999999"
                                  << "parameter-range"
                                  << "0ms to 1s";
        QTest::newRow("not a number") << "wait"
                                      << "soon"
                                      << "parameter-text"
                                      << "250ms";
        QTest::newRow("nan") << "wait"
                             << "nan"
                             << "parameter-text"
                             << "250ms";
        QTest::newRow("count too small") << "items"
                                         << "0"
                                         << "parameter-range"
                                         << "1 to 50";
        QTest::newRow("count negative") << "items"
                                        << "-3"
                                        << "parameter-range"
                                        << "1 to 50";
        QTest::newRow("count overflow") << "items"
                                        << "99999999999999999999"
                                        << "parameter-range"
                                        << "1 to 50";
        QTest::newRow("count text") << "items"
                                    << "3.5"
                                    << "parameter-text"
                                    << "whole number";
        QTest::newRow("flag") << "fails"
                              << "maybe"
                              << "parameter-text"
                              << "on or off";
        QTest::newRow("choice") << "level"
                                << "LOUD"
                                << "parameter-text"
                                << "INFO, WARN, ERROR";
    }
    void refusesText()
    {
        QFETCH(QString, id);
        QFETCH(QString, text);
        QFETCH(QString, problem);
        QFETCH(QString, accepted);
        ParameterSet set = sample();
        const auto result = set.setText(id, text);
        QVERIFY(!result.ok());
        QCOMPARE(result.problem().id, problem);
        QCOMPARE(result.problem().place, id);
        const QString sentence = result.problem().sentence;
        QVERIFY2(sentence.contains(id) && sentence.contains(accepted) && !sentence.contains(u'\n'), qPrintable(sentence));
        QVERIFY2(problem == QLatin1String("parameter-unknown") || sentence.contains(text), qPrintable(sentence));
        QVERIFY(set == sample());
    }

    void refusesValuesOutsideTheRange()
    {
        ParameterSet set = sample();
        QVERIFY(!set.set(u"wait", -1).ok());
        QVERIFY(!set.set(u"wait", 1'000'000'001).ok());
        QVERIFY(!set.set(u"level", 3).ok());
        QVERIFY(!set.set(u"fails", 2).ok());
        QVERIFY(!set.set(u"nothing", 0).ok());
        QVERIFY(set == sample());
        QVERIFY(set.set(u"level", 2).ok());
        QVERIFY(!(set == sample()));
    }
};

QTEST_GUILESS_MAIN(TestParameters)
#include "tst_parameters.moc"
