// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/runtime/sound_trace.h"

#include <QTest>

using namespace awaitscope;
using namespace std::chrono_literals;

namespace {

Seen seen;

QCoro::Task<int> number(Scope &scope, int value, std::chrono::milliseconds length)
{
    co_await sleep(scope, length);
    co_return value;
}

QCoro::Task<void> nothing(Scope &scope)
{
    co_await sleep(scope, 1ms);
}

QCoro::Task<int> failing(Scope &scope, std::string what, std::chrono::milliseconds length)
{
    co_await sleep(scope, length);
    throw std::runtime_error(what);
}
constexpr int failingEnd = __LINE__ - 1;

/// Whose result nobody read, and since when.
std::vector<std::pair<std::uint32_t, Ns>> unreadOf(const RecordedRun &run)
{
    std::vector<std::pair<std::uint32_t, Ns>> unread;
    const Trace trace = soundTrace(run);
    for (const TaskInfo &task : trace.tasks()) {
        if (task.unread)
            unread.emplace_back(task.id.number(), task.unreadSince);
    }
    return unread;
}
using Unread = std::vector<std::pair<std::uint32_t, Ns>>;

} // namespace

class TestUnread : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { seen = {}; }
    void aDroppedHandleOfATaskThatRunsOn();
    void aHandleThatIsDroppedAfterTheEnd();
    void resultsThatAreReadOrEmptyOrCancelled();
    void siblingsThatGatherGaveUp();
    void siblingsThatGatherOrCancelGaveUp();
    void failuresThatAGroupNoticed();
    void lostFailuresAreLogged();
    void tasksUnderAShieldSaySo();
};

void TestUnread::aDroppedHandleOfATaskThatRunsOn()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        scope.spawn(number, 1, 10ms);
        scope.spawn(nothing);
        co_await scope.join();
    });
    QCOMPARE(error, std::string());
    QCOMPARE(unreadOf(run), (Unread{{2, 10ms}}));
    QCOMPARE(run.scheduler.unreadFailures(), 0);
}

void TestUnread::aHandleThatIsDroppedAfterTheEnd()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        const auto value = scope.spawn(number, 1, 10ms);
        const auto failure = scope.spawn(failing, std::string("quota"), 5ms);
        co_await sleep(scope, 30ms);
    });
    QCOMPARE(error, std::string());
    QCOMPARE(unreadOf(run), (Unread{{2, 30ms}, {3, 30ms}}));
    QCOMPARE(run.scheduler.unreadFailures(), 1);
}

void TestUnread::resultsThatAreReadOrEmptyOrCancelled()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        auto read = scope.spawn(number, 1, 1ms);
        co_await read;
        try {
            auto failure = scope.spawn(failing, std::string("read"), 1ms);
            co_await failure;
        } catch (const std::runtime_error &) {
        }
        co_await settleAll(scope.spawn(failing, std::string("settled"), 1ms), scope.spawn(number, 1, 1ms));
        const auto empty = scope.spawn(nothing);
        const auto cancelled = scope.spawn(number, 1, 100ms);
        co_await sleep(scope, 10ms);
        cancelled.state().scope().cancel("enough");
        co_await sleep(scope, 10ms);
    });
    QCOMPARE(error, std::string());
    QCOMPARE(unreadOf(run), Unread());
    QCOMPARE(run.scheduler.unreadFailures(), 0);
}

void TestUnread::siblingsThatGatherGaveUp()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        co_await gather(scope.spawn(number, 1, 10ms), scope.spawn(failing, std::string("first"), 20ms),
            scope.spawn(number, 2, 100ms), scope.spawn(failing, std::string("second"), 50ms));
    });
    QCOMPARE(error, std::string("first"));
    QCOMPARE(unreadOf(run), (Unread{{2, 20ms}, {4, 100ms}, {5, 50ms}}));
    QCOMPARE(run.scheduler.unreadFailures(), 1);
}

void TestUnread::siblingsThatGatherOrCancelGaveUp()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        co_await gatherOrCancel(
            scope.spawn(number, 1, 10ms), scope.spawn(failing, std::string("first"), 20ms), scope.spawn(number, 2, 100ms));
    });
    QCOMPARE(error, std::string("first"));
    QCOMPARE(unreadOf(run), (Unread{{2, 20ms}}));
    QCOMPARE(run.scheduler.now(), Ns(20ms));
}

void TestUnread::failuresThatAGroupNoticed()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        TaskGroup group(scope);
        group.spawn(failing, std::string("noticed"), 5ms);
        group.spawn(failing, std::string("noticed too"), 5ms);
        co_await group.join();
    });
    QCOMPARE(error, std::string("noticed"));
    QCOMPARE(unreadOf(run), Unread());
    QCOMPARE(run.scheduler.unreadFailures(), 0);
}

void TestUnread::lostFailuresAreLogged()
{
    static QStringList lines;
    lines.clear();
    const auto handler = [](QtMsgType type, const QMessageLogContext &context, const QString &text) {
        if (type == QtWarningMsg && qstrcmp(context.category, "awaitscope.failures") == 0)
            lines.append(text);
    };
    const QtMessageHandler before = qInstallMessageHandler(handler);
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        scope.spawn(failing, std::string("spawned"), 1ms);
        failing(scope, "detached", 2ms);
        co_await sleep(scope, 5ms);
        try {
            co_await scope.spawn(failing, std::string("read"), 1ms);
        } catch (const std::runtime_error &) {
        }
    });
    qInstallMessageHandler(before);
    QCOMPARE(error, std::string());
    QCOMPARE(run.scheduler.unreadFailures(), 2);
    const QString place
        = QStringLiteral("nobody read the failure of failing (tests/runtime/tst_unread.cpp:%1): ").arg(failingEnd);
    QCOMPARE(lines, (QStringList{place + "spawned", place + "detached"}));
    QCOMPARE(unreadOf(run), (Unread{{2, 1ms}, {3, 2ms}})); // the record says so of both
    const Trace trace = soundTrace(run);
    QStringList recorded;
    for (const LogLine &line : trace.logLines()) {
        recorded << trace.name(line.text);
        QCOMPARE(line.source, LogSource::LostFailure);
        QVERIFY(trace.task(line.task).outcome == TaskState::Failed);
    }
    QCOMPARE(recorded, lines); // the very lines
}

void TestUnread::tasksUnderAShieldSaySo()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        const auto outer = [](Scope &own) -> QCoro::Task<void> { co_await own.spawn(nothing); };
        co_await nothing(scope);
        co_await shield(scope, outer);
        co_await nothing(scope);
    });
    QCOMPARE(error, std::string());
    std::vector<int> shielded;
    const Trace trace = soundTrace(run);
    for (const TaskInfo &task : trace.tasks())
        shielded.push_back(task.shielded);
    QCOMPARE(shielded, (std::vector<int>{0, 0, 1, 1, 0}));
}

QTEST_GUILESS_MAIN(TestUnread)
#include "tst_unread.moc"
