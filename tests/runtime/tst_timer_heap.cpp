// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/runtime/ready_queue.h"
#include "lessons/runtime/timer_heap.h"

#include <QTest>

#include <memory>
#include <random>

using namespace awaitscope;

namespace {

struct Alarm : TimerNode
{
    Ns deadline{0};
    int number = 0;
};

struct Entry : ReadyNode
{
    int number = 0;
};

} // namespace

class TestTimerHeap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalDeadlinesKeepTheirOrder();
    void nothingIsDueTooEarly();
    void randomInsertionsAndRemovalsComeOutSorted();
    void destroyedNodesLeave();
    void tellsWhetherOnlyDaemonsWait();
    void heapLetsGoOfItsNodes();
    void queueIsFirstInFirstOut();
    void queueStopsAtATicket();
    void destroyedEntriesLeaveTheQueue();
};

void TestTimerHeap::equalDeadlinesKeepTheirOrder()
{
    TimerHeap heap;
    std::vector<std::unique_ptr<Alarm>> alarms;
    for (int i = 0; i < 100; ++i) {
        alarms.push_back(std::make_unique<Alarm>());
        alarms.back()->number = i;
        heap.insert(*alarms.back(), Ns(i % 3));
    }
    std::vector<std::pair<int, int>> order;
    while (auto *alarm = static_cast<Alarm *>(heap.takeDue(Ns(2))))
        order.emplace_back(alarm->number % 3, alarm->number);
    QCOMPARE(order.size(), std::size_t(100));
    QVERIFY(std::ranges::is_sorted(order));
}

void TestTimerHeap::nothingIsDueTooEarly()
{
    TimerHeap heap;
    Alarm alarm;
    heap.insert(alarm, Ns(10));
    QVERIFY(!heap.takeDue(Ns(9)));
    QVERIFY(alarm.timerRuns());
    QCOMPARE(heap.head(), Ns(10));
    QCOMPARE(heap.takeDue(Ns(10)), static_cast<TimerNode *>(&alarm));
    QVERIFY(!alarm.timerRuns());
    QVERIFY(heap.empty());
}

void TestTimerHeap::randomInsertionsAndRemovalsComeOutSorted()
{
    std::mt19937 random(1);
    for (int round = 0; round < 200; ++round) {
        TimerHeap heap;
        std::vector<std::unique_ptr<Alarm>> alarms;
        for (int i = 0; i < 200; ++i) {
            alarms.push_back(std::make_unique<Alarm>());
            Alarm &alarm = *alarms.back();
            alarm.number = i;
            alarm.deadline = Ns(random() % 50);
            heap.insert(alarm, alarm.deadline);
            if (random() % 3 == 0)
                alarms[random() % alarms.size()]->stopTimer();
        }
        std::size_t running = 0;
        for (const auto &alarm : alarms)
            running += alarm->timerRuns();
        QCOMPARE(heap.size(), running);
        std::vector<std::pair<Ns, int>> order;
        while (auto *alarm = static_cast<Alarm *>(heap.takeDue(Ns(50))))
            order.emplace_back(alarm->deadline, alarm->number);
        QCOMPARE(order.size(), running);
        QVERIFY(std::ranges::is_sorted(order));
    }
}

void TestTimerHeap::destroyedNodesLeave()
{
    TimerHeap heap;
    Alarm kept;
    heap.insert(kept, Ns(2));
    {
        Alarm gone;
        heap.insert(gone, Ns(1));
        QCOMPARE(heap.head(), Ns(1));
    }
    QCOMPARE(heap.size(), std::size_t(1));
    QCOMPARE(heap.head(), Ns(2));
}

void TestTimerHeap::tellsWhetherOnlyDaemonsWait()
{
    TimerHeap heap;
    QVERIFY(heap.onlyDaemons());
    Alarm daemon, plain;
    heap.insert(daemon, Ns(1), TimerKind::Daemon);
    QVERIFY(heap.onlyDaemons());
    {
        Alarm passing;
        heap.insert(passing, Ns(2));
        QVERIFY(!heap.onlyDaemons());
    }
    QVERIFY(heap.onlyDaemons());
    heap.insert(plain, Ns(2));
    QCOMPARE(heap.takeDue(Ns(2)), &daemon);
    QVERIFY(!heap.onlyDaemons());
    heap.insert(daemon, Ns(3)); // the same node, this time as a plain one
    plain.stopTimer();
    QVERIFY(!heap.onlyDaemons());
    daemon.stopTimer();
    QVERIFY(heap.onlyDaemons() && heap.empty());
}

void TestTimerHeap::heapLetsGoOfItsNodes()
{
    Alarm alarm;
    {
        TimerHeap heap;
        heap.insert(alarm, Ns(1));
    }
    QVERIFY(!alarm.timerRuns());
}

void TestTimerHeap::queueIsFirstInFirstOut()
{
    ReadyQueue queue;
    Entry entries[5];
    for (int i = 0; i < 5; ++i) {
        entries[i].number = i;
        queue.push(entries[i]);
    }
    for (int i = 0; i < 5; ++i)
        QCOMPARE(static_cast<Entry *>(queue.takeUpTo(queue.lastTicket()))->number, i);
    QVERIFY(queue.empty());
    QVERIFY(!queue.takeUpTo(queue.lastTicket()));
}

void TestTimerHeap::queueStopsAtATicket()
{
    ReadyQueue queue;
    Entry early;
    Entry late;
    queue.push(early);
    const std::uint64_t ticket = queue.lastTicket();
    queue.push(late);
    QCOMPARE(queue.takeUpTo(ticket), static_cast<ReadyNode *>(&early));
    queue.push(early);
    QVERIFY(!queue.takeUpTo(ticket));
    QCOMPARE(queue.takeUpTo(queue.lastTicket()), static_cast<ReadyNode *>(&late));
    QCOMPARE(queue.takeUpTo(queue.lastTicket()), static_cast<ReadyNode *>(&early));
}

void TestTimerHeap::destroyedEntriesLeaveTheQueue()
{
    ReadyQueue queue;
    Entry kept;
    {
        Entry gone;
        queue.push(gone);
        queue.push(kept);
    }
    QCOMPARE(queue.takeUpTo(queue.lastTicket()), static_cast<ReadyNode *>(&kept));
    QVERIFY(queue.empty());
}

QTEST_APPLESS_MAIN(TestTimerHeap)
#include "tst_timer_heap.moc"
