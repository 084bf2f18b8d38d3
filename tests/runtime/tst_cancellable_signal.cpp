// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/runtime/sound_trace.h"

#include <QTimer>

#include <thread>

using namespace awaitscope;
using namespace std::chrono_literals;

namespace {

Seen seen;

class Sender : public QObject
{
    Q_OBJECT

Q_SIGNALS:
    void nothing();
    void one(const QString &text);
    void two(int number, const QString &text);
};

QCoro::Task<void> waitForOne(Scope &scope, Sender *sender)
{
    try {
        const QString text = co_await cancellable(scope, sender, &Sender::one);
        seen.texts.push_back(text.toStdString());
    } catch (const std::exception &failure) {
        seen.texts.push_back(failure.what());
        throw;
    }
}

const std::string senderGone = "the sender was destroyed while somebody waited for it: signal one";

} // namespace

class TestCancellableSignal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { seen = {}; }
    void givesWhatTheSignalBrings_data() { clocks(); }
    void givesWhatTheSignalBrings();
    void timeGoesOnMeanwhile();
    void whatComesFirstDecides_data();
    void whatComesFirstDecides();
    void cancelledBefore_data() { clocks(); }
    void cancelledBefore();
    void senderGoneBefore();
    void waitersWithQueuedEmissions_data() { clocks(); }
    void waitersWithQueuedEmissions();
    void senderOnAnotherThread();
    void signalsOfQtItself();
    void frameDestroyedWhileItWaits();

private:
    void clocks()
    {
        QTest::addColumn<ClockKind>("clock");
        QTest::newRow("virtual clock") << ClockKind::Virtual;
        QTest::newRow("real clock") << ClockKind::Real;
    }
};

void TestCancellableSignal::givesWhatTheSignalBrings()
{
    QFETCH(ClockKind, clock);
    RecordedRun run(clock);
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        static Sender *known;
        Sender sender;
        known = &sender;
        const auto emitAll = [](Scope &own) -> QCoro::Task<void> {
            co_await sleep(own, 1ms);
            Q_EMIT known->nothing();
            Q_EMIT known->nothing();
            co_await sleep(own, 1ms);
            Q_EMIT known->one(QStringLiteral("text"));
            Q_EMIT known->one(QStringLiteral("too late"));
            co_await sleep(own, 1ms);
            Q_EMIT known->two(2, QStringLiteral("words"));
        };
        scope.spawn(emitAll);
        co_await cancellable(scope, known, &Sender::nothing);
        const QString text = co_await cancellable(scope, known, &Sender::one);
        const auto [number, words] = co_await cancellable(scope, known, &Sender::two);
        seen.texts = {text.toStdString(), words.toStdString()};
        seen.numbers = {number};
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.texts, (std::vector<std::string>{"text", "words"}));
    QCOMPARE(seen.numbers, std::vector<int>{2});
    const Trace trace = soundTrace(run);
    QStringList names;
    for (const std::size_t index : trace.tasks()[0].spans) {
        const Wait &wait = trace.spans()[index].wait;
        if (wait.kind == WaitKind::Foreign)
            names << trace.name(wait.name);
    }
    QCOMPARE(names, (QStringList{QStringLiteral("signal nothing"), QStringLiteral("signal one"), QStringLiteral("signal two")}));
}

void TestCancellableSignal::timeGoesOnMeanwhile()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        Sender sender;
        co_await withTimeout(scope, 1h, waitForOne, &sender);
    });
    QCOMPARE(error, std::string("the deadline of 3600000 ms passed"));
    QCOMPARE(run.scheduler.now(), Ns(1h));
    soundTrace(run);
}

void TestCancellableSignal::whatComesFirstDecides_data()
{
    QTest::addColumn<ClockKind>("clock");
    QTest::addColumn<QString>("what"); // e: emitted, c: cancelled, d: the sender destroyed, all in one turn
    QTest::addColumn<QString>("result");
    const QString gone = QString::fromStdString(senderGone);
    const QString stop = QStringLiteral("stop"), hello = QStringLiteral("hello");
    for (const auto clock : {ClockKind::Virtual, ClockKind::Real}) {
        const auto row = [&](const char *what, const QString &result) {
            const QByteArray name = QByteArray(what) + (clock == ClockKind::Real ? ", real clock" : ", virtual clock");
            QTest::newRow(name.constData()) << clock << QString::fromLatin1(what) << result;
        };
        row("e", hello);
        row("c", stop);
        row("d", gone);
        row("ec", hello);
        row("ce", stop);
        row("ed", hello);
        row("cd", stop);
        row("dc", gone);
        row("edc", hello);
        row("cde", stop);
    }
}

void TestCancellableSignal::whatComesFirstDecides()
{
    QFETCH(ClockKind, clock);
    QFETCH(QString, what);
    QFETCH(QString, result);
    RecordedRun run(clock);
    static QString steps;
    steps = what;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        auto sender = std::make_unique<Sender>();
        auto task = scope.spawn(waitForOne, sender.get());
        co_await sleep(scope, 1ms);
        for (const QChar step : steps) {
            if (step == QLatin1Char('c'))
                task.state().scope().cancel("stop");
            else if (step == QLatin1Char('d'))
                sender.reset();
            else if (sender)
                Q_EMIT sender->one(QStringLiteral("hello"));
        }
        const auto [end] = co_await settleAll(std::move(task));
        co_await sleep(scope, 1ms);
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.texts, std::vector<std::string>{result.toStdString()});
    soundTrace(run);
}

void TestCancellableSignal::cancelledBefore()
{
    QFETCH(ClockKind, clock);
    RecordedRun run(clock);
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        Sender sender;
        scope.cancel("no more");
        co_await waitForOne(scope, &sender);
    });
    QCOMPARE(error, std::string("no more"));
    soundTrace(run);
}

void TestCancellableSignal::senderGoneBefore()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        auto sender = std::make_unique<Sender>();
        auto signal = cancellable(scope, sender.get(), &Sender::one);
        sender.reset();
        try {
            co_await signal;
        } catch (const SenderDestroyed &failure) {
            seen.texts.push_back(failure.what());
        }
        co_await waitForOne(scope, nullptr);
    });
    QCOMPARE(error, senderGone);
    QCOMPARE(seen.texts.front(), senderGone);
    soundTrace(run);
}

/// Two waiters on one signal of another thread: both are resumed by the first emission, while more are under way.
void TestCancellableSignal::waitersWithQueuedEmissions()
{
    QFETCH(ClockKind, clock);
    RecordedRun run(clock);
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        for (int i = 0; i < 20; ++i) {
            Sender sender;
            auto first = scope.spawn(waitForOne, &sender);
            auto second = scope.spawn(waitForOne, &sender);
            std::thread other([&sender] { // all of them stand in the queue before anybody is resumed
                for (int emission = 0; emission < 5; ++emission)
                    Q_EMIT sender.one(QString::number(emission));
            });
            other.join();
            co_await gather(std::move(first), std::move(second));
        }
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.texts, std::vector<std::string>(40, "0"));
    soundTrace(run);
}

void TestCancellableSignal::senderOnAnotherThread()
{
    RecordedRun run(ClockKind::Real);
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        static std::thread::id loop;
        loop = std::this_thread::get_id();
        QThread thread;
        auto *sender = new Sender;
        sender->moveToThread(&thread);
        QObject::connect(&thread, &QThread::started, sender, [sender] { Q_EMIT sender->one(QStringLiteral("from there")); });
        QObject::connect(&thread, &QThread::finished, sender, &QObject::deleteLater);
        auto task = scope.spawn(waitForOne, sender);
        thread.start();
        co_await task;
        seen.numbers.push_back(std::this_thread::get_id() == loop);
        auto other = scope.spawn(waitForOne, sender);
        thread.quit();
        const auto [end] = co_await settleAll(std::move(other)); // the sender is destroyed over there
        thread.wait();
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.texts, (std::vector<std::string>{"from there", senderGone}));
    QCOMPARE(seen.numbers, std::vector<int>{1});
    soundTrace(run);
}

void TestCancellableSignal::signalsOfQtItself()
{
    RecordedRun run(ClockKind::Real);
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        QTimer timer;
        timer.start(1);
        co_await cancellable(scope, &timer, &QTimer::timeout); // of a kind that only QTimer can emit
        QObject object;
        QTimer::singleShot(0, &object, [&object] { object.setObjectName(QStringLiteral("named")); });
        const QString name = co_await cancellable(scope, &object, &QObject::objectNameChanged);
        seen.texts.push_back(name.toStdString());
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.texts, std::vector<std::string>{"named"});
    soundTrace(run);
}

void TestCancellableSignal::frameDestroyedWhileItWaits()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        Sender sender;
        {
            SignalAwaiter<Sender, void (Sender::*)(), SignalValues<>> wait(scope, &sender, &Sender::nothing);
            wait.await_suspend(std::noop_coroutine());
        }
        Q_EMIT sender.nothing();
        scope.cancel("and nobody is woken");
        co_return;
    });
    QCOMPARE(error, std::string("and nobody is woken"));
    soundTrace(run);
}

QTEST_GUILESS_MAIN(TestCancellableSignal)
#include "tst_cancellable_signal.moc"
