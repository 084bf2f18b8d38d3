// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/event_names.h"
#include "lessons/catalog/runner.h"
#include "lessons/patterns/concurrent-requests/claims.h"
#include "lessons/runtime/counter.h"
#include "tests/lessons/lesson_test.h"

#include <QTest>

using namespace awaitscope;
using namespace std::chrono_literals;

namespace {

const Lesson &lesson()
{
    return lessonOf("concurrent-requests");
}

struct Given
{
    const char *parameter;
    qint64 value;
};

ParameterSet parametersWith(const std::vector<Given> &settings)
{
    ParameterSet parameters(lesson().definition.parameters);
    for (const Given &setting : settings) {
        if (!parameters.set(QString::fromLatin1(setting.parameter), setting.value).ok())
            qFatal("%s is refused", setting.parameter);
    }
    return parameters;
}

Run playWith(const std::vector<Given> &settings, ClockKind clock = ClockKind::Virtual)
{
    const ParameterSet parameters = parametersWith(settings);
    return playAll(lesson(), parameters, clock);
}

Ns duration(const Run &run, QStringView variant)
{
    return run.variant(variant)->trace->duration();
}

qint64 ms(int milliseconds)
{
    return Ns(milliseconds * 1ms).count();
}

} // namespace

class TestConcurrentRequests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesWhatItSays_data()
    {
        QTest::addColumn<int>("requests");
        QTest::addColumn<int>("connections");
        QTest::addColumn<int>("malformed");
        QTest::addColumn<int>("oneByOne");
        QTest::addColumn<int>("concurrent");
        const auto row = [](int requests, int connections, int malformed, int oneByOne, int concurrent) {
            QTest::addRow("%d over %d, %d malformed", requests, connections, malformed)
                << requests << connections << malformed << oneByOne << concurrent;
        };
        row(8, 6, 1, 7 * 170, 200);
        row(8, 6, 0, 8 * 170, 200);
        row(7, 6, 1, 6 * 170, 100);
        row(1, 6, 0, 170, 100);
        row(1, 1, 1, 0, 0);
        row(8, 6, 8, 0, 0);
        row(8, 6, 200, 0, 0);
        row(2, 6, 1, 170, 100);
        row(12, 1, 3, 9 * 170, 900);
        row(30, 32, 0, 30 * 170, 100);
        row(200, 32, 100, 100 * 170, 400);
        row(200, 1, 0, 200 * 170, 20000);
    }
    void takesWhatItSays()
    {
        QFETCH(int, requests);
        QFETCH(int, connections);
        QFETCH(int, malformed);
        QFETCH(int, oneByOne);
        QFETCH(int, concurrent);
        const Run run = playWith({{"requests", requests}, {"clientConnections", connections}, {"malformed", malformed}});
        QCOMPARE(duration(run, u"one-by-one"), Ns(oneByOne * 1ms));
        QCOMPARE(duration(run, u"concurrent"), Ns(concurrent * 1ms));
        QCOMPARE(run.claims.size(), std::size_t(5));
        for (const ClaimResult &claim : run.claims)
            QVERIFY2(claim.holds, qPrintable(claim.id + u' ' + claim.measured));
        for (const VariantRun &variant : run.variants) {
            QCOMPARE(variant.outcome, RunOutcome::Done);
            QCOMPARE(qsizetype(variant.results.size()), qsizetype(requests));
            QVERIFY(variant.notes.size() == 1 && variant.notes[0].good);
        }
    }

    void theLongestStepDecides()
    {
        const Run run = playWith({{"validate", ms(30)}, {"enrich", ms(0)}, {"permissions", ms(300)}, {"malformed", 0}});
        QCOMPARE(duration(run, u"concurrent"), Ns(600ms));
        QCOMPARE(duration(run, u"one-by-one"), Ns(8 * 330ms));
        for (const ClaimResult &claim : run.claims)
            QVERIFY2(claim.holds, qPrintable(claim.id + u' ' + claim.measured));
    }

    void claimFailsOnAPlantedFault_data()
    {
        QTest::addColumn<QString>("claim");
        QTest::addColumn<QString>("variant");
        QTest::addColumn<QString>("other");
        QTest::newRow("one-by-one-sum") << "one-by-one-sum"
                                        << "one-by-one"
                                        << "concurrent";
        QTest::newRow("concurrent-waves") << "concurrent-waves"
                                          << "concurrent"
                                          << "one-by-one";
        QTest::newRow("at-once, too many") << "at-once"
                                           << "one-by-one"
                                           << "concurrent";
        QTest::newRow("at-once, too few") << "at-once"
                                          << "concurrent"
                                          << "one-by-one";
    }
    void claimFailsOnAPlantedFault()
    {
        QFETCH(QString, claim);
        QFETCH(QString, variant);
        QFETCH(QString, other);
        const Run run = playWith({});
        QVERIFY(judged(lesson(), run, claim).holds);
        const Verdict verdict = judged(lesson(), withRecord(run, variant, run, other), claim);
        QVERIFY(!verdict.holds);
        QVERIFY(!verdict.measured.isEmpty());
    }

    /// The record of another load, judged by the parameters of this one.
    void claimFailsOnAnotherLoad_data()
    {
        QTest::addColumn<QString>("claim");
        QTest::addColumn<QString>("parameter");
        QTest::addColumn<int>("value");
        QTest::newRow("a request is lost") << "wire-agrees"
                                           << "requests" << 7;
        QTest::newRow("a request too many") << "malformed-refused"
                                            << "requests" << 9;
        QTest::newRow("none is refused") << "malformed-refused"
                                         << "malformed" << 0;
        QTest::newRow("one more is refused") << "malformed-refused"
                                             << "malformed" << 2;
        QTest::newRow("a wave more") << "concurrent-waves"
                                     << "clientConnections" << 3;
        QTest::newRow("fewer at once") << "at-once"
                                       << "clientConnections" << 5;
    }
    void claimFailsOnAnotherLoad()
    {
        QFETCH(QString, claim);
        QFETCH(QString, parameter);
        QFETCH(int, value);
        const Run run = playWith({});
        const Run other = playWith({{qPrintable(parameter), value}});
        QVERIFY(judged(lesson(), run, claim).holds);
        QVERIFY(!judged(lesson(), withRecord(run, u"concurrent", other, u"concurrent"), claim).holds);
    }

    /// A server that missed some bytes, or saw a connection that nobody opened.
    void trafficThatDiffersIsNoticed()
    {
        using namespace lesson_concurrent_requests;
        const Traffic sent = *trafficOf(*playWith({}).variant(u"concurrent")->trace, Side::Clients);
        QCOMPARE(sent.connections, 8);
        for (const Traffic &wrong : {Traffic{sent.connections, sent.bytes - 1}, Traffic{sent.connections + 1, sent.bytes}}) {
            Lesson faulty = lesson();
            for (VariantSpec &variant : faulty.definition.variants) {
                variant.play = [play = variant.play, wrong](Scope &scope, const ParameterSet &set) {
                    note(scope, trafficNote(Side::Server, wrong)); // it stands before the right one
                    return play(scope, set);
                };
            }
            const ParameterSet parameters = parametersWith({});
            const Run run
                = play({&faulty, parameters, faulty.availableVariants(parameters, ClockKind::Virtual), ClockKind::Virtual, 1});
            QVERIFY(!judged(lesson(), run, QStringLiteral("wire-agrees")).holds);
        }
    }

    void realClockHasATolerance()
    {
        Run run = playWith({});
        run.clock = ClockKind::Real;
        run.parameters = parametersWith({{"validate", ms(50)}}); // 100 ms more than expected
        QVERIFY(judged(lesson(), run, QStringLiteral("concurrent-waves")).holds);
        QVERIFY(judged(lesson(), run, QStringLiteral("concurrent-waves")).measured.contains(QLatin1String("real clock")));
        run.parameters = parametersWith({{"validate", ms(20)}, {"enrich", ms(20)}}); // 160 ms more
        QVERIFY(!judged(lesson(), run, QStringLiteral("concurrent-waves")).holds);
        run.parameters = parametersWith({{"validate", ms(110)}}); // a timer is not early
        QVERIFY(!judged(lesson(), run, QStringLiteral("concurrent-waves")).holds);
    }

    void measuresLatency()
    {
        const Run run = playWith({{"malformed", 0}});
        QCOMPARE(metricOf(run, u"concurrent", u"p50_ns"), ms(100));
        QCOMPARE(metricOf(run, u"concurrent", u"p95_ns"), ms(200));
        QCOMPARE(metricOf(run, u"concurrent", u"most_requests_at_work"), 6);
        QCOMPARE(metricOf(run, u"concurrent", u"requests_per_second"), 40);
        QCOMPARE(metricOf(run, u"one-by-one", u"p50_ns"), ms(4 * 170));
        QCOMPARE(metricOf(run, u"one-by-one", u"p95_ns"), ms(8 * 170));
        QCOMPARE(metricOf(run, u"one-by-one", u"most_requests_at_work"), 1);
        QCOMPARE(metricOf(run, u"one-by-one", u"requests_per_second"), 5);
    }

    void tellsWhatBecameOfEach()
    {
        const Run run = playWith({});
        const ResultTable &table = run.variant(u"concurrent")->results;
        QCOMPARE(table[0].what, QStringLiteral("request 1"));
        QCOMPARE(table[0].detail, QStringLiteral("200 after 100 ms"));
        QCOMPARE(table[1].kind, ResultRow::Kind::Failed);
        QVERIFY2(
            table[1].detail.startsWith(QLatin1String("after 0 ms: 400: the body is not JSON: ")), qPrintable(table[1].detail));
        QCOMPARE(table[7].detail, QStringLiteral("200 after 200 ms"));
        QCOMPARE(run.variant(u"concurrent")->notes[0].text, QStringLiteral("7 got 200, 1 got 400"));
    }

    /// Clients queue for a connection, handlers for their turn, each in order.
    void seatsAreRecorded()
    {
        const Run run = playWith({});
        QStringList names;
        for (const Resource &resource : run.variant(u"one-by-one")->trace->resources())
            names.append(run.variant(u"one-by-one")->trace->name(resource.name) + QString::number(resource.seats));
        QCOMPARE(names, (QStringList{QStringLiteral("server1"), QStringLiteral("connection6")}));
        QCOMPARE(run.variant(u"concurrent")->trace->resources().size(), std::size_t(1));
    }

    void challengeCanBeMet()
    {
        const auto &challenge = lesson().definition.challenge;
        QVERIFY(!challenge(playWith({})).holds);
        QVERIFY(!challenge(playWith({{"clientConnections", 1}, {"malformed", 0}})).holds);
        const std::vector<Given> meets = {{"clientConnections", 1}, {"malformed", 0}, {"enrich", ms(5)}, {"permissions", ms(5)}};
        QVERIFY(challenge(playWith(meets)).holds);
        QVERIFY(!challenge(playWith({{"clientConnections", 1}, {"malformed", 0}, {"enrich", 0}, {"permissions", 0}})).holds);
        QVERIFY(
            !challenge(playWith({{"clientConnections", 1}, {"malformed", 1}, {"enrich", ms(5)}, {"permissions", ms(5)}})).holds);
    }

    void isTheSameHundredTimes()
    {
        const auto shape = [](const Run &run) {
            QStringList lines;
            for (const VariantRun &variant : run.variants) {
                for (const TraceEvent &event : variant.trace->events())
                    lines.append(
                        QStringLiteral("%1 %2 %3").arg(event.time.count()).arg(event.task.number()).arg(int(event.kind)));
                for (const CounterTrack &counter : variant.trace->counters()) {
                    for (const CounterChange &change : counter.changes)
                        lines.append(QStringLiteral("%1 %2").arg(change.time.count()).arg(change.value));
                }
            }
            return lines;
        };
        const QStringList first = shape(playWith({{"requests", 20}}));
        for (int i = 0; i < 100; ++i)
            QCOMPARE(shape(playWith({{"requests", 20}})), first);
    }

    void namesOfEventsResolve()
    {
        const Run run = playWith({});
        QCOMPARE(findEvent(run, u"one-by-one.processData.ended")->time, Ns(170ms));
        QCOMPARE(findEvent(run, u"concurrent.processData#2.failed")->time, Ns(0));
        QCOMPARE(findEvent(run, u"concurrent.postData#2.failed")->time, Ns(0));
        QCOMPARE(findEvent(run, u"concurrent.postData#8.resumed")->time, Ns(100ms));
        QCOMPARE(findEvent(run, u"concurrent.postData#8.ended")->time, Ns(200ms));
    }
};

QTEST_GUILESS_MAIN(TestConcurrentRequests)
#include "tst_concurrent_requests.moc"
