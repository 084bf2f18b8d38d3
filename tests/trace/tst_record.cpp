// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/trace/record_codec.h"
#include "lessons/trace/trace_builder.h"
#include "lessons/trace/validator.h"

#include "tests/support/record_script.h"
#include "tests/support/trace_text.h"

#include <QTest>

#include <cstring>

using namespace awaitscope;
using namespace awaitscope::test;

namespace {

constexpr std::int64_t enough = 64 << 20;

/// A record with one of everything.
std::shared_ptr<Recorder> everything()
{
    const auto recorder = std::make_shared<Recorder>();
    ThreadLog &loop = recorder->attachThread();
    ThreadLog &watchdog = recorder->attachThread();
    const auto name = [&](const char *text) { return recorder->intern(text).number(); };
    const auto place = [](std::source_location where = std::source_location::current()) { return toPayload(where); };
    std::int64_t time = 0;
    const auto push = [&](EventKind kind, std::uint32_t task, std::uint64_t payload = 0, std::uint16_t detail = 0,
                          WaitKind wait = WaitKind::None) {
        loop.push({.time = time += 1000, .payload = payload, .task = task, .kind = kind, .wait = wait, .detail = detail});
    };
    push(EventKind::TurnBegan, 0);
    push(EventKind::Started, 1, place(), startedShielded);
    push(EventKind::Created, 2, place());
    push(EventKind::DeadlineSet, 1, 5'000'000);
    push(EventKind::ResourceMade, 0, packPair(name("permits"), 3));
    push(EventKind::SeatChanged, 1, packPair(1, 1), std::uint16_t(SeatChange::Taken));
    push(EventKind::CounterMade, 0, packPair(name("open"), 4));
    push(EventKind::CounterChanged, 1, packPair(1, 2));
    push(EventKind::Noted, 1, name("Größe: 3 µs"));
    push(EventKind::BlockBegan, 1, place());
    push(EventKind::BlockEnded, 1, 250'000);
    push(EventKind::NestedBegan, 1, place());
    push(EventKind::NestedEnded, 1);
    push(EventKind::Suspended, 1, place());
    push(EventKind::WaitsFor, 1, packPair(1, 7), 0, WaitKind::Permit);
    push(EventKind::TurnEnded, 0);
    watchdog.push({.time = time + 10,
        .payload = place(),
        .task = 1,
        .kind = EventKind::StallSeen,
        .detail = std::uint16_t(Monitor::Watchdog)});
    watchdog.push({.time = time + 11, .payload = 77, .kind = EventKind::StallLength});
    push(EventKind::StallSeen, 0, 0, std::uint16_t(Monitor::Heartbeat));
    push(EventKind::TurnBegan, 0);
    push(EventKind::Beat, 0, 14'000);
    push(EventKind::CancelRequested, 0, packPair(name("by the user"), 1), std::uint16_t(Canceller::User));
    push(EventKind::Asked, 1, packPair(name("by the user"), 1));
    push(EventKind::DeadlineLifted, 1, 1);
    push(EventKind::Resumed, 1, place());
    push(EventKind::Interrupted, 1, packPair(name("by the user"), 1));
    push(EventKind::WorkBegan, 1, 3000, 2);
    push(EventKind::WorkEnded, 1, 4000, 2);
    push(EventKind::Suspended, 1, place());
    push(EventKind::WaitsFor, 1, name("reply"), 0, WaitKind::Foreign);
    push(EventKind::Resumed, 1, place());
    push(EventKind::NeverStarted, 2);
    push(EventKind::Logged, 1, name("lost"), std::uint16_t(LogSource::LostFailure));
    push(EventKind::Unread, 1);
    push(EventKind::Cancelled, 1, packPair(name("by the user"), 1));
    push(EventKind::TurnEnded, 0);
    return recorder;
}

QByteArray encoded(const Record &record)
{
    ByteWriter writer;
    writeRecord(writer, record);
    return writer.bytes();
}

/// What is wrong with a record of these events, whose names and places are one each.
QString mistakeIn(const std::vector<RawEvent> &events)
{
    Record record;
    record.events = events;
    record.threads.assign(events.size(), 0);
    record.names = {QStringLiteral("name")};
    record.places = {{QStringLiteral("file.cpp"), 1, QStringLiteral("f")}};
    const QByteArray bytes = encoded(record);
    ByteReader reader(bytes, enough);
    const Record read = readRecord(reader);
    return reader.ok() ? QString() : reader.problem().sentence;
}

RawEvent raw(EventKind kind, std::uint32_t task, std::uint64_t payload = 0, std::uint16_t detail = 0, std::int64_t time = 1)
{
    return {.time = time, .payload = payload, .task = task, .kind = kind, .detail = detail};
}

} // namespace

class TestRecord : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTraceOfARecordIsThatOfItsRecorder();
    void aRecordComesBackEqual();
    void lambdasAndFunctionsKeepTheirNames();
    void mistakesAreNamed_data();
    void mistakesAreNamed();
    void cutAtEveryByteItIsRefused();
    void memoryIsBounded();
    void aBuilderStandsAnyEvents();
};

void TestRecord::aTraceOfARecordIsThatOfItsRecorder()
{
    const auto recorder = everything();
    const Record record = Record::of(recorder);
    QCOMPARE(record.events.size(), 36u);
    TraceBuilder live(nullptr);
    RecordReader reader(recorder);
    reader.read(Ns::max(), [&](const RawEvent &raw, std::uint16_t thread) { live.add(raw, thread, *recorder); });
    live.advanceTo(Ns(0));
    live.finish();
    const QStringList expected = traceText(live.trace());
    QVERIFY(expected.size() > 60);
    QCOMPARE(firstDifference(traceText(TraceBuilder::build(record, nullptr)), expected), QString());
}

void TestRecord::aRecordComesBackEqual()
{
    const Record record = Record::of(everything());
    const QByteArray bytes = encoded(record);
    ByteReader reader(bytes, enough);
    const Record read = readRecord(reader);
    QVERIFY2(reader.ok(), qPrintable(reader.problem().sentence)); // empty where nothing is wrong
    QVERIFY(reader.atEnd());
    QCOMPARE(read.names, record.names);
    QCOMPARE(read.threads, record.threads);
    QCOMPARE(read.events.size(), record.events.size());
    for (std::size_t i = 0; i < read.events.size(); ++i)
        QVERIFY2(std::memcmp(&read.events[i], &record.events[i], sizeof(RawEvent)) == 0, qPrintable(QString::number(i)));
    QCOMPARE(firstDifference(traceText(TraceBuilder::build(read, nullptr)), traceText(TraceBuilder::build(record, nullptr))),
        QString());
    QCOMPARE(encoded(read), bytes);
    QVERIFY2(bytes.size() < qsizetype(16 * record.events.size() + 700), qPrintable(QString::number(bytes.size())));
}

void TestRecord::lambdasAndFunctionsKeepTheirNames()
{
    const Record record = Record::of(everything());
    QVERIFY(!record.places.empty());
    QVERIFY(record.places.front().file.endsWith(QLatin1String("tst_record.cpp")));
    QVERIFY2(record.places.front().function.contains(QLatin1String("everything")), qPrintable(record.places.front().function));
    const Trace trace = TraceBuilder::build(record, nullptr);
    QCOMPARE(trace.tasks().front().name, plainFunctionName(record.places.front().function));
}

void TestRecord::mistakesAreNamed_data()
{
    QTest::addColumn<std::vector<RawEvent>>("events");
    QTest::addColumn<QString>("words");
    const RawEvent started = raw(EventKind::Started, 1, 1);
    const auto row = [&](const char *name, const RawEvent &last, const char *words, bool begun = true) {
        std::vector<RawEvent> events;
        if (begun)
            events.push_back(started);
        events.push_back(last);
        QTest::newRow(name) << events << QString::fromLatin1(words);
    };
    row("unknown task", raw(EventKind::Returned, 2), "a task that has not begun");
    row("task 0 starts", raw(EventKind::Started, 0, 1), "without a number");
    row("starts twice", raw(EventKind::Started, 1, 1), "the task 1 begins a second time");
    row("huge task", raw(EventKind::Started, UINT32_MAX, 1), "more memory than a trace may take");
    row("no place", raw(EventKind::Suspended, 1, 0), "without the place");
    row("place beyond", raw(EventKind::Suspended, 1, 2), "2 stands there, where the most is 1");
    row("name beyond", raw(EventKind::Failed, 1, 2), "2 stands there, where the most is 1");
    row("unknown canceller", raw(EventKind::CancelRequested, 0, packPair(1, 1), 4), "nobody known asked");
    row("unknown resource", raw(EventKind::SeatChanged, 1, packPair(1, 1)), "a resource that was made");
    row("unknown counter", raw(EventKind::CounterChanged, 1, packPair(1, 1)), "a counter that was not made");
    row("unknown deadline", raw(EventKind::DeadlineMet, 1, 1), "a deadline that was not set");
    row("work of nobody", raw(EventKind::WorkBegan, 1, 5, 0), "work of no worker");
    row("work before the run", raw(EventKind::WorkBegan, 1, std::uint64_t(-5), 1), "before the run began");
    row("length below 0", raw(EventKind::BlockEnded, 1, std::uint64_t(-1)), "a length below 0");
    row("unknown monitor", raw(EventKind::StallSeen, 1, 1, 3), "no known monitor");
    row("unknown log", raw(EventKind::Logged, 1, 1, 4), "nobody known wrote");
    row("backwards", raw(EventKind::Returned, 1, 0, 0, 0), "-1 stands there, where accepted is 0 to");
    row("too long", raw(EventKind::Returned, 1, 0, 0, longestRecord.count() + 1), "stands there, where accepted is 0 to");
    row("negative time", raw(EventKind::Started, 1, 1, 0, -1), "-1 stands there", false);
    row("wait outside a wait", RawEvent{.time = 1, .task = 1, .kind = EventKind::Returned, .wait = WaitKind::Timer},
        "is no wait");
    row("unknown wait", RawEvent{.time = 1, .task = 1, .kind = EventKind::WaitsFor, .wait = WaitKind(99)}, "99 stands there");
    row("wait for nobody", RawEvent{.time = 1, .payload = 9, .task = 1, .kind = EventKind::WaitsFor, .wait = WaitKind::Task},
        "a wait for a task that has not begun");
    row("unknown kind", raw(EventKind(40), 1), "an event of no known kind, 40");
    std::vector<RawEvent> deep(mostNestedLoops + 2, raw(EventKind::NestedBegan, 1, 1));
    deep.front() = started;
    QTest::newRow("too deep") << deep << QStringLiteral("more than 1000 event loops inside one another");
}

void TestRecord::mistakesAreNamed()
{
    QFETCH(std::vector<RawEvent>, events);
    QFETCH(QString, words);
    const QString said = mistakeIn(events);
    QVERIFY2(said.contains(words), qPrintable(said));
    QVERIFY2(said.startsWith(QLatin1String("the trace is damaged at byte ")), qPrintable(said));
    events.pop_back();
    QCOMPARE(mistakeIn(events), QString());
}

void TestRecord::cutAtEveryByteItIsRefused()
{
    const QByteArray bytes = encoded(Record::of(everything()));
    for (qsizetype size = 0; size < bytes.size(); ++size) {
        const QByteArray cut = bytes.first(size);
        ByteReader reader(cut, enough);
        const Record read = readRecord(reader);
        QVERIFY2(!reader.ok() || !reader.atEnd(), qPrintable(QString::number(size)));
        QVERIFY(!reader.ok());
        QVERIFY(reader.problem().place.toInt() <= size);
    }
}

void TestRecord::memoryIsBounded()
{
    ByteWriter writer;
    writer.number(std::uint64_t(1) << 63);
    ByteReader huge(writer.bytes(), enough);
    QCOMPARE(huge.count(24), 0u);
    QVERIFY(huge.problem().sentence.contains(QLatin1String("9223372036854775808 elements")));

    ByteWriter empties;
    empties.number(1000);
    for (int i = 0; i < 1000; ++i)
        empties.text({});
    ByteReader tight(empties.bytes(), 1000);
    QVERIFY(tight.list<QString>([&] { return tight.text(); }).empty());
    QVERIFY(tight.problem().sentence.contains(QLatin1String("more memory")));
    ByteReader roomy(empties.bytes(), enough);
    QCOMPARE(roomy.list<QString>([&] { return roomy.text(); }).size(), 1000u);

    const QByteArray overlong(11, char(0x80));
    ByteReader wide(overlong, enough);
    wide.number();
    QVERIFY(wide.problem().sentence.contains(QLatin1String("more than 64 bits")));
    const QByteArray wrongText("\x02\xc3\x28", 3);
    ByteReader letters(wrongText, enough);
    letters.text();
    QVERIFY(letters.problem().sentence.contains(QLatin1String("not UTF-8")));
}

void TestRecord::aBuilderStandsAnyEvents()
{
    // What a program that has lost its way might leave: any kind, for any of few tasks, in any order.
    std::uint64_t state = 88172645463325252;
    const auto random = [&state](std::uint64_t below) {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        return state % below;
    };
    for (int round = 0; round < 300; ++round) {
        Record record;
        record.names = {QStringLiteral("a"), QStringLiteral("b")};
        record.places = {{QStringLiteral("file.cpp"), 1, QStringLiteral("f")}};
        std::int64_t time = 0;
        for (int i = 0; i < 400; ++i) {
            RawEvent raw{.time = time += std::int64_t(random(3)),
                .payload = random(2) ? packPair(std::uint32_t(random(4)), std::uint32_t(random(4))) : random(4),
                .task = std::uint32_t(random(6)),
                .kind = EventKind(random(std::uint64_t(EventKind::Asked) + 1)),
                .detail = std::uint16_t(random(6))};
            if (raw.kind == EventKind::WaitsFor)
                raw.wait = WaitKind(random(std::uint64_t(WaitKind::Settle) + 1));
            record.events.push_back(raw);
            record.threads.push_back(std::uint16_t(random(3)));
        }
        const Trace trace = TraceBuilder::build(record, nullptr);
        QVERIFY(!validate(trace).empty());
    }
}

QTEST_GUILESS_MAIN(TestRecord)
#include "tst_record.moc"
