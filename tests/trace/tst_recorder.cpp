// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/trace/recorder.h"

#include <QTest>

#include <thread>

using namespace awaitscope;

namespace {

RawEvent eventAt(std::int64_t time, std::uint64_t payload)
{
    RawEvent event;
    event.time = time;
    event.payload = payload;
    event.kind = EventKind::Resumed;
    return event;
}

struct Taken
{
    std::int64_t time;
    std::uint64_t payload;
    std::uint16_t thread;
    bool operator==(const Taken &) const = default;
};

std::vector<Taken> readAll(RecordReader &reader, Ns until = Ns::max())
{
    std::vector<Taken> taken;
    reader.read(until, [&taken](const RawEvent &event, std::uint16_t thread) {
        taken.push_back({event.time, event.payload, thread});
    });
    return taken;
}

} // namespace

class TestRecorder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eventsComeBackOnceAndInOrder();
    void chunksAreCrossed();
    void threadsAreMergedByTime();
    void readingStopsAtATime();
    void logsThatComeLaterAreFound();
    void namesAreInterned();
    void taskIdsCountFromOne();
    void readWhileItIsWritten();
};

void TestRecorder::eventsComeBackOnceAndInOrder()
{
    auto recorder = std::make_shared<Recorder>();
    ThreadLog &log = recorder->attachThread();
    RecordReader reader(recorder);
    QVERIFY(readAll(reader).empty());
    log.push(eventAt(1, 10));
    log.push(eventAt(1, 11));
    QCOMPARE(readAll(reader), (std::vector<Taken>{{1, 10, 0}, {1, 11, 0}}));
    QVERIFY(readAll(reader).empty());
    log.push(eventAt(2, 12));
    QCOMPARE(readAll(reader), (std::vector<Taken>{{2, 12, 0}}));
}

void TestRecorder::chunksAreCrossed()
{
    auto recorder = std::make_shared<Recorder>();
    ThreadLog &log = recorder->attachThread();
    RecordReader reader(recorder);
    constexpr std::uint64_t count = 3 * ThreadLog::chunkCapacity + 1;
    std::uint64_t next = 0;
    for (std::uint64_t i = 0; i < count; ++i) {
        log.push(eventAt(static_cast<std::int64_t>(i), i));
        // Around the ends of the chunks, and only there, the reader keeps up with each event.
        if (i % ThreadLog::chunkCapacity > 2 && i % ThreadLog::chunkCapacity < ThreadLog::chunkCapacity - 2)
            continue;
        for (const Taken &taken : readAll(reader))
            QCOMPARE(taken.payload, next++);
        QCOMPARE(next, i + 1);
    }
    QCOMPARE(next, count);
}

void TestRecorder::threadsAreMergedByTime()
{
    auto recorder = std::make_shared<Recorder>();
    ThreadLog &loop = recorder->attachThread();
    ThreadLog &worker = recorder->attachThread();
    worker.push(eventAt(1, 1));
    loop.push(eventAt(2, 2));
    worker.push(eventAt(2, 3));
    loop.push(eventAt(2, 4));
    worker.push(eventAt(3, 5));
    RecordReader reader(recorder);
    // At the same time the loop's thread comes first.
    QCOMPARE(readAll(reader), (std::vector<Taken>{{1, 1, 1}, {2, 2, 0}, {2, 4, 0}, {2, 3, 1}, {3, 5, 1}}));
}

void TestRecorder::readingStopsAtATime()
{
    auto recorder = std::make_shared<Recorder>();
    ThreadLog &log = recorder->attachThread();
    for (int i = 0; i < 5; ++i)
        log.push(eventAt(i, static_cast<std::uint64_t>(i)));
    RecordReader reader(recorder);
    QCOMPARE(readAll(reader, Ns(2)).size(), std::size_t(3));
    QCOMPARE(readAll(reader, Ns(2)).size(), std::size_t(0));
    QCOMPARE(readAll(reader).size(), std::size_t(2));
}

void TestRecorder::logsThatComeLaterAreFound()
{
    auto recorder = std::make_shared<Recorder>();
    recorder->attachThread().push(eventAt(1, 1));
    RecordReader reader(recorder);
    QCOMPARE(readAll(reader).size(), std::size_t(1));
    recorder->attachThread().push(eventAt(2, 2));
    QCOMPARE(readAll(reader), (std::vector<Taken>{{2, 2, 1}}));
}

void TestRecorder::namesAreInterned()
{
    Recorder recorder;
    const NameId boom = recorder.intern("boom");
    const NameId other = recorder.intern("other");
    QVERIFY(boom && other && boom != other);
    QCOMPARE(recorder.intern("boom"), boom);
    QCOMPARE(recorder.name(boom), std::string("boom"));
    QCOMPARE(recorder.name(other), std::string("other"));
    QCOMPARE(recorder.name({}), std::string());
    QCOMPARE(recorder.name(NameId(99)), std::string());
}

void TestRecorder::taskIdsCountFromOne()
{
    Recorder recorder;
    QCOMPARE(recorder.newTask(), TaskId(1));
    QCOMPARE(recorder.newTask(), TaskId(2));
}

void TestRecorder::readWhileItIsWritten()
{
    constexpr std::uint64_t count = 200'000;
    auto recorder = std::make_shared<Recorder>();
    const auto write = [&recorder] {
        ThreadLog &log = recorder->attachThread();
        for (std::uint64_t i = 1; i <= count; ++i) {
            log.push(eventAt(static_cast<std::int64_t>(i), i));
            if (i % 10'000 == 0)
                recorder->intern(std::to_string(i));
        }
    };
    std::thread first(write);
    std::thread second(write);
    RecordReader reader(recorder);
    std::uint64_t last[2] = {};
    bool inOrder = true;
    while (last[0] < count || last[1] < count) {
        for (const Taken &taken : readAll(reader)) {
            inOrder = inOrder && taken.thread < 2 && taken.payload == last[taken.thread] + 1
                && taken.time == static_cast<std::int64_t>(taken.payload);
            last[taken.thread < 2 ? taken.thread : 0] = taken.payload;
        }
        recorder->name(NameId(1));
    }
    first.join();
    second.join();
    QVERIFY(inOrder);
    QVERIFY(readAll(reader).empty());
}

QTEST_APPLESS_MAIN(TestRecorder)
#include "tst_recorder.moc"
