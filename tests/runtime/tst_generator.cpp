// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/runtime/sound_trace.h"

using namespace awaitscope;
using namespace std::chrono_literals;

namespace {

Seen seen;

/// Notes down that it is destroyed, and in whose name.
struct Cursor
{
    explicit Cursor(Scheduler &owner) : scheduler(owner) { }
    ~Cursor()
    {
        seen.texts.push_back("closed");
        seen.numbers.push_back(static_cast<int>(scheduler.currentTask().number()));
    }
    Scheduler &scheduler;
};

QCoro::AsyncGenerator<int> rows(Scope &scope, int count, std::chrono::milliseconds each)
{
    const Cursor cursor(scope.scheduler());
    for (int i = 1; i <= count; ++i) {
        if (each > 0ms)
            co_await sleep(scope, each);
        co_yield i;
    }
}

QCoro::AsyncGenerator<std::string> brokenRows(Scope &scope)
{
    co_yield std::string("first");
    co_await sleep(scope, 1ms);
    throw std::runtime_error("the connection broke");
}

struct Source
{
    const std::vector<std::string> words{"one", "two"};

    QCoro::AsyncGenerator<std::string> all(Scope &scope)
    {
        for (const std::string &word : words)
            co_yield word;
        co_await sleep(scope, 0ms);
    }
};

QCoro::Task<int> sumUntraced(QCoro::AsyncGenerator<int> numbers)
{
    int sum = 0;
    auto number = co_await numbers.begin();
    while (number != numbers.end()) {
        sum += *number;
        co_await ++number;
    }
    co_return sum;
}

QCoro::Task<int> sumUpTo(Scope &scope, int last)
{
    int sum = 0;
    QCORO_FOREACH(const int row, rows(scope, 10, 1ms))
    {
        sum += row;
        if (row == last)
            break;
    }
    seen.texts.push_back("stopped");
    co_await sleep(scope, 0ms);
    co_return sum;
}

/// A consumer whose frame the test destroys while it waits.
struct Consumer
{
    struct promise_type
    {
        Consumer get_return_object() { return {std::coroutine_handle<promise_type>::from_promise(*this)}; }
        std::suspend_never initial_suspend() const noexcept { return {}; }
        std::suspend_always final_suspend() const noexcept { return {}; }
        void return_void() const { }
        void unhandled_exception() const { std::terminate(); }
    };
    std::coroutine_handle<> frame;
};

Consumer askOnce(QCoro::AsyncGenerator<int> numbers)
{
    const auto number = co_await numbers.begin();
    seen.numbers.push_back(*number);
}

std::vector<EventKind> kindsOf(const RecordedRun &run, const Trace &trace, QStringView name)
{
    std::vector<EventKind> kinds;
    const TaskInfo *task = trace.find(name);
    if (!task)
        return kinds;
    for (const RawEvent &event : run.of(task->id)) {
        if (event.kind != EventKind::WaitsFor)
            kinds.push_back(event.kind);
    }
    return kinds;
}

} // namespace

class TestGenerator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { seen = {}; }
    void givesItsValuesAndTellsEachWait_data();
    void givesItsValuesAndTellsEachWait();
    void stopsAtOnceWhenItsConsumerDoes();
    void isStoppedWhereItAwaits();
    void neverAskedNothingRuns();
    void failureReachesTheConsumer();
    void cancellationReachesItsWaits();
    void constantsAndReferences();
    void awaitedByUntracedCode();
    void generatorOutOfAnother();
    void mayBeMovedBetweenTwoValues();
    void manyValuesAtOnce();
};

void TestGenerator::givesItsValuesAndTellsEachWait_data()
{
    QTest::addColumn<ClockKind>("clock");
    QTest::newRow("virtual clock") << ClockKind::Virtual;
    QTest::newRow("real clock") << ClockKind::Real;
}

void TestGenerator::givesItsValuesAndTellsEachWait()
{
    QFETCH(ClockKind, clock);
    RecordedRun run(clock);
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        auto numbers = rows(scope, 2, 5ms);
        co_await sleep(scope, 1ms);
        auto number = co_await numbers.begin();
        while (number != numbers.end()) {
            seen.numbers.push_back(*number);
            seen.times.push_back(scope.scheduler().now());
            co_await ++number;
        }
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers, (std::vector<int>{1, 2, 2})); // the last one is the generator's own task, in its destructor
    if (clock == ClockKind::Virtual)
        QCOMPARE(seen.times, (std::vector<Ns>{6ms, 11ms}));
    const Trace trace = soundTrace(run);
    QCOMPARE(trace.tasks().size(), std::size_t(2));
    const TaskInfo &generator = trace.tasks()[1];
    QCOMPARE(generator.name, QStringLiteral("rows"));
    QCOMPARE(generator.parent, trace.tasks()[0].id);
    QCOMPARE(generator.outcome, TaskState::Done);
    using enum EventKind;
    QCOMPARE(kindsOf(run, trace, u"rows"),
        (std::vector{
            Created, Started, Suspended, Resumed, Suspended, Resumed, Suspended, Resumed, Suspended, Resumed, Returned}));
    std::vector<std::uint32_t> given;
    std::vector<int> lines; // of the waits
    for (const std::size_t index : generator.spans) {
        const Span &span = trace.spans()[index];
        if (span.wait.kind == WaitKind::Consumer)
            given.push_back(span.wait.count);
        if (span.wait.kind != WaitKind::None)
            lines.push_back(trace.site(span.site).line);
    }
    QCOMPARE(given, (std::vector<std::uint32_t>{1, 2}));
    QCOMPARE(lines.size(), std::size_t(4));
    QCOMPARE(lines[1], lines[0] + 1);
    int items = 0;
    for (const std::size_t index : trace.tasks()[0].spans) {
        const Wait &wait = trace.spans()[index].wait;
        if (wait.kind == WaitKind::Item) {
            QCOMPARE(wait.task, generator.id);
            ++items;
        }
    }
    QCOMPARE(items, 3);
}

void TestGenerator::stopsAtOnceWhenItsConsumerDoes()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        auto task = scope.spawn(sumUpTo, 3);
        const int sum = co_await task;
        seen.numbers.push_back(sum);
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.texts, (std::vector<std::string>{"closed", "stopped"}));
    const Trace trace = soundTrace(run);
    const TaskInfo *generator = trace.find(u"rows");
    QVERIFY(generator);
    QCOMPARE(seen.numbers, (std::vector<int>{static_cast<int>(generator->id.number()), 6}));
    QCOMPARE(generator->outcome, TaskState::Cancelled);
    QCOMPARE(generator->end, Ns(3ms));
    QCOMPARE(generator->error, QStringLiteral("the consumer stopped"));
    const CancelRequest *request = trace.cancelRequest(generator->cancellation);
    QVERIFY(request);
    QCOMPARE(request->by, Canceller::Closing);
    const auto kinds = kindsOf(run, trace, u"rows");
    QCOMPARE(kinds[kinds.size() - 2], EventKind::Resumed);
    QCOMPARE(kinds.back(), EventKind::Cancelled);
    QCOMPARE(run.scheduler.unreadFailures(), 0);
}

void TestGenerator::isStoppedWhereItAwaits()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        const Consumer consumer = askOnce(rows(scope, 3, 1h));
        co_await sleep(scope, 1ms);
        consumer.frame.destroy();
        seen.texts.push_back("stopped");
        co_await sleep(scope, 1ms);
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.texts, (std::vector<std::string>{"closed", "stopped"}));
    const Trace trace = soundTrace(run);
    QCOMPARE(trace.find(u"rows")->outcome, TaskState::Cancelled);
    QCOMPARE(trace.find(u"rows")->end, Ns(1ms));
    QCOMPARE(run.scheduler.now(), Ns(2ms));
}

void TestGenerator::neverAskedNothingRuns()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        {
            const auto numbers = rows(scope, 2, 1ms);
            co_await sleep(scope, 3ms);
        }
        co_await sleep(scope, 1ms);
    });
    QCOMPARE(error, std::string());
    QVERIFY(seen.texts.empty());
    const Trace trace = soundTrace(run);
    const TaskInfo *generator = trace.find(u"rows");
    QVERIFY(generator);
    QCOMPARE(generator->outcome, TaskState::NeverStarted);
    QCOMPARE(generator->end, Ns(3ms));
    QCOMPARE(run.scheduler.neverAwaited(), 0);
    QCOMPARE(run.scheduler.frames().size(), std::size_t(0));
}

void TestGenerator::failureReachesTheConsumer()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        QCORO_FOREACH(const std::string &text, brokenRows(scope))
        seen.texts.push_back(text);
    });
    QCOMPARE(error, std::string("the connection broke"));
    QCOMPARE(seen.texts, std::vector<std::string>{"first"});
    const Trace trace = soundTrace(run);
    QCOMPARE(trace.find(u"brokenRows")->outcome, TaskState::Failed);
    QCOMPARE(trace.find(u"brokenRows")->error, QStringLiteral("the connection broke"));
    QCOMPARE(run.scheduler.unreadFailures(), 0);
}

void TestGenerator::cancellationReachesItsWaits()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        const auto consume = [](Scope &own) -> QCoro::Task<void> {
            QCORO_FOREACH(const int row, rows(own, 10, 10ms))
            seen.numbers.push_back(row);
        };
        co_await withTimeout(scope, 25ms, consume);
    });
    QCOMPARE(error, std::string("the deadline of 25 ms passed"));
    const Trace trace = soundTrace(run);
    QCOMPARE(trace.find(u"rows")->outcome, TaskState::Cancelled);
    QCOMPARE(trace.find(u"rows")->end, Ns(25ms));
    QVERIFY(trace.find(u"rows")->interrupted);
    QCOMPARE(seen.numbers.size(), std::size_t(3));
    QCOMPARE(seen.texts, std::vector<std::string>{"closed"});
}

void TestGenerator::constantsAndReferences()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        Source source;
        QCORO_FOREACH(std::string & word, source.all(scope))
        {
            word += "!";
            seen.texts.push_back(word);
        }
        seen.texts.push_back(source.words[0]);
        const auto lend = [](Scope &, std::vector<int> &numbers) -> QCoro::AsyncGenerator<int &> {
            for (int &number : numbers)
                co_yield number;
        };
        std::vector<int> numbers{1, 2};
        QCORO_FOREACH(int &number, lend(scope, numbers))
        number *= 10;
        seen.numbers = numbers;
        const auto own = [](Scope &) -> QCoro::AsyncGenerator<std::unique_ptr<int>> { co_yield std::make_unique<int>(7); };
        QCORO_FOREACH(const std::unique_ptr<int> &number, own(scope))
        seen.numbers.push_back(*number);
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.texts, (std::vector<std::string>{"one!", "two!", "one"}));
    QCOMPARE(seen.numbers, (std::vector<int>{10, 20, 7}));
    soundTrace(run);
}

void TestGenerator::awaitedByUntracedCode()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        auto task = sumUntraced(rows(scope, 4, 2ms));
        const int sum = co_await task;
        seen.numbers.push_back(sum);
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers.back(), 10);
    const Trace trace = soundTrace(run);
    QCOMPARE(trace.find(u"rows")->outcome, TaskState::Done);
    QCOMPARE(run.scheduler.now(), Ns(8ms));
}

void TestGenerator::generatorOutOfAnother()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        const auto evens = [](Scope &own) -> QCoro::AsyncGenerator<int> {
            QCORO_FOREACH(const int row, rows(own, 100, 1ms))
            {
                if (row % 2 == 0)
                    co_yield row;
            }
        };
        int sum = 0;
        QCORO_FOREACH(const int number, evens(scope))
        {
            sum += number;
            if (number == 6)
                break;
        }
        seen.numbers.push_back(sum);
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers.back(), 12);
    QCOMPARE(seen.texts, std::vector<std::string>{"closed"});
    const Trace trace = soundTrace(run);
    QCOMPARE(trace.tasks().size(), std::size_t(3));
    QCOMPARE(trace.tasks()[1].outcome, TaskState::Cancelled);
    QCOMPARE(trace.tasks()[2].outcome, TaskState::Cancelled);
    QCOMPARE(trace.tasks()[2].parent, trace.tasks()[1].id);
}

void TestGenerator::mayBeMovedBetweenTwoValues()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        auto first = rows(scope, 3, 1ms);
        auto number = co_await first.begin();
        seen.times.push_back(Ns(*number));
        const auto second = std::make_unique<QCoro::AsyncGenerator<int>>(std::move(first));
        co_await ++number;
        seen.times.push_back(Ns(*number));
        QCoro::AsyncGenerator<int> third;
        third = std::move(*second);
        co_await ++number;
        seen.times.push_back(Ns(*number));
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.times, (std::vector<Ns>{1ns, 2ns, 3ns}));
    QCOMPARE(seen.texts, std::vector<std::string>{"closed"});
    soundTrace(run);
}

void TestGenerator::manyValuesAtOnce()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        std::int64_t sum = 0;
        QCORO_FOREACH(const int row, rows(scope, 200'000, 0ms))
        sum += row;
        seen.times.push_back(Ns(sum));
        co_await sleep(scope, 0ms);
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.times, std::vector<Ns>{Ns(20'000'100'000)});
    soundTrace(run);
}

QTEST_GUILESS_MAIN(TestGenerator)
#include "tst_generator.moc"
