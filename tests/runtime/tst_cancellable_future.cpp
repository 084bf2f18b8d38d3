// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/runtime/sound_trace.h"

#include <QException>
#include <QPromise>
#include <QThreadPool>

using namespace awaitscope;
using namespace std::chrono_literals;

namespace {

Seen seen;

class QtFailure : public QException
{
public:
    const char *what() const noexcept override { return "a failure of Qt's kind"; }
    void raise() const override { throw *this; }
    QException *clone() const override { return new QtFailure(*this); }
};

/// Calls a function with a promise on a thread of Qt's pool.
template <class T, class Function> QFuture<T> onThread(Function function)
{
    auto promise = std::make_shared<QPromise<T>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, function] {
        function(*promise);
        promise->finish();
    });
    return promise->future();
}

template <class T> QCoro::Task<void> waitFor(Scope &scope, QFuture<T> future)
{
    try {
        auto waiting = cancellable(scope, future);
        if constexpr (std::is_void_v<T>) {
            co_await waiting;
            seen.texts.push_back("done");
        } else if constexpr (std::is_same_v<T, int>) {
            const int value = co_await waiting;
            seen.texts.push_back(std::to_string(value));
        } else {
            const std::unique_ptr<int> value = co_await waiting;
            seen.texts.push_back(std::to_string(*value));
        }
    } catch (const std::exception &failure) {
        seen.texts.push_back(failure.what());
        throw;
    }
}

/// Plays `play` for a future that the test holds in its hand.
QPromise<int> *held = nullptr;

QCoro::Task<void> holdAndWait(Scope &scope, void (*act)(Scope &))
{
    QPromise<int> promise;
    held = &promise;
    promise.start();
    auto task = scope.spawn(waitFor<int>, promise.future());
    co_await sleep(scope, 0ms);
    act(task.state().scope());
    co_await settleAll(std::move(task));
    seen.numbers.push_back(promise.isCanceled());
}

const std::string cancelledFuture = "the future was cancelled and has no result";

} // namespace

class TestCancellableFuture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { seen = {}; }
    void results_data() { clocks(); }
    void results();
    void failuresAreUnwrapped_data() { clocks(); }
    void failuresAreUnwrapped();
    void scopeCancelled_data() { clocks(); }
    void scopeCancelled();
    void resultInTheTurnOfTheCancellation();
    void cancelledByOthers_data() { clocks(); }
    void cancelledByOthers();
    void promiseThatIsGone();

private:
    void clocks()
    {
        QTest::addColumn<ClockKind>("clock");
        QTest::newRow("virtual clock") << ClockKind::Virtual;
        QTest::newRow("real clock") << ClockKind::Real;
    }
};

void TestCancellableFuture::results()
{
    QFETCH(ClockKind, clock);
    RecordedRun run(clock);
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        co_await waitFor<int>(scope, onThread<int>([](QPromise<int> &promise) { promise.addResult(42); }));
        co_await waitFor<void>(scope, onThread<void>([](QPromise<void> &) {}));
        co_await waitFor<std::unique_ptr<int>>(scope, onThread<std::unique_ptr<int>>([](QPromise<std::unique_ptr<int>> &promise) {
            promise.addResult(std::make_unique<int>(7));
        }));
        QPromise<int> early;
        early.start();
        early.addResult(1);
        early.finish();
        co_await waitFor<int>(scope, early.future());
        seen.times.push_back(scope.scheduler().now());
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.texts, (std::vector<std::string>{"42", "done", "7", "1"}));
    if (clock == ClockKind::Virtual)
        QCOMPARE(seen.times, std::vector<Ns>{0ms});
    soundTrace(run);
}

void TestCancellableFuture::failuresAreUnwrapped()
{
    QFETCH(ClockKind, clock);
    RecordedRun run(clock);
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        for (int i = 0; i < 20; ++i) {
            auto qts = onThread<int>([](QPromise<int> &promise) { promise.setException(QtFailure()); });
            auto first = scope.spawn(waitFor<int>, qts);
            auto plain = onThread<void>([](QPromise<void> &promise) {
                // as QtConcurrent does with what its function throws
                promise.setException(QUnhandledException(std::make_exception_ptr(std::out_of_range("a plain failure"))));
            });
            try {
                co_await cancellable(scope, plain);
            } catch (const std::out_of_range &failure) {
                seen.numbers.push_back(std::string_view(failure.what()) == "a plain failure");
            }
            co_await settleAll(std::move(first));
        }
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.texts, std::vector<std::string>(20, "a failure of Qt's kind"));
    QCOMPARE(seen.numbers, std::vector<int>(20, 1));
    soundTrace(run);
}

void TestCancellableFuture::scopeCancelled()
{
    QFETCH(ClockKind, clock);
    RecordedRun run(clock);
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        co_await holdAndWait(scope, [](Scope &waiter) { waiter.cancel("stop"); });
        co_await holdAndWait(scope, [](Scope &waiter) {
            waiter.cancel("stop first");
            held->addResult(1);
            held->finish();
        });
        scope.cancel("before");
        QPromise<int> promise;
        promise.start();
        try {
            co_await waitFor<int>(scope, promise.future());
        } catch (const Cancelled &) {
            seen.numbers.push_back(promise.isCanceled());
        }
    });
    QCOMPARE(error, std::string("before"));
    QCOMPARE(seen.texts, (std::vector<std::string>{"stop", "stop first", "before"}));
    QCOMPARE(seen.numbers, (std::vector<int>{1, 1, 1}));
    const Trace trace = soundTrace(run);
    QVERIFY(std::ranges::any_of(trace.spans(), [&](const Span &span) {
        return span.wait.kind == WaitKind::Foreign && trace.name(span.wait.name) == QLatin1String("future");
    }));
}

void TestCancellableFuture::resultInTheTurnOfTheCancellation()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        co_await holdAndWait(scope, [](Scope &waiter) {
            held->addResult(5);
            held->finish();
            QCoreApplication::sendPostedEvents(); // the watcher's tidings come, and nobody is resumed by them
            waiter.cancel("too late");
        });
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.texts, std::vector<std::string>{"5"});
    soundTrace(run);
}

void TestCancellableFuture::cancelledByOthers()
{
    QFETCH(ClockKind, clock);
    RecordedRun run(clock);
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        co_await holdAndWait(scope, [](Scope &) { held->future().cancel(); }); // never finishes
        co_await holdAndWait(scope, [](Scope &) {
            held->future().cancel();
            held->finish();
        });
        QPromise<int> promise;
        promise.start();
        promise.future().cancel();
        auto before = scope.spawn(waitFor<int>, promise.future());
        co_await settleAll(std::move(before));
        promise.finish();
        co_await waitFor<int>(scope, promise.future());
    });
    QCOMPARE(error, cancelledFuture);
    QCOMPARE(seen.texts, std::vector<std::string>(4, cancelledFuture));
    soundTrace(run);
}

void TestCancellableFuture::promiseThatIsGone()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        auto promise = std::make_unique<QPromise<int>>();
        promise->start();
        auto task = scope.spawn(waitFor<int>, promise->future());
        co_await sleep(scope, 0ms);
        promise.reset();
        co_await settleAll(std::move(task));
        co_await waitFor<int>(scope, QFuture<int>()); // of no promise at all
    });
    QCOMPARE(error, cancelledFuture);
    QCOMPARE(seen.texts, std::vector<std::string>(2, cancelledFuture));
    soundTrace(run);
}

QTEST_GUILESS_MAIN(TestCancellableFuture)
#include "tst_cancellable_future.moc"
