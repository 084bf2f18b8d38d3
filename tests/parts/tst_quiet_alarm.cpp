// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/parts/quiet_alarm.h"
#include "tests/runtime/sound_trace.h"

#include <QTimer>

using namespace awaitscope;
using namespace std::chrono_literals;

namespace {

/// Does `step` and, from events of their own, what is left of its repetitions: as sockets tell of one another's bytes.
void inEvents(QObject *context, int times, const std::function<void()> &step)
{
    QTimer::singleShot(0, context, [=] {
        step();
        if (times > 1)
            inEvents(context, times - 1, step);
    });
}

} // namespace

/// When a QuietAlarm rings, and how often.
class TestQuietAlarm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ringsWhenAllHasBeenSaid()
    {
        RecordedRun run(ClockKind::Virtual);
        QObject context;
        int said = 0;
        std::vector<int> heard;
        std::vector<Ns> times;
        const std::string error = run.play([&](Scope &scope) -> QCoro::Task<void> {
            QuietAlarm alarm(scope.scheduler(), [&] {
                heard.push_back(said);
                times.push_back(run.scheduler.now());
            });
            for (int round = 0; round < 2; ++round) {
                inEvents(&context, 20, [&] {
                    ++said;
                    alarm.announce();
                });
                co_await sleep(scope, 10ms);
            }
        });
        QCOMPARE(QString::fromStdString(error), QString());
        QCOMPARE(heard, (std::vector{20, 40}));
        QCOMPARE(times, (std::vector<Ns>{0ms, 10ms}));
        soundTrace(run);
    }

    void ringsBeforeTimeGoesOn()
    {
        RecordedRun run(ClockKind::Virtual);
        Seen seen;
        const std::string error = run.play([&](Scope &scope) -> QCoro::Task<void> {
            QuietAlarm alarm(scope.scheduler(), [&] { seen.numbers.push_back(1); });
            alarm.announce();
            co_await sleep(scope, 1ns);
            seen.numbers.push_back(2);
        });
        QCOMPARE(QString::fromStdString(error), QString());
        QCOMPARE(seen.numbers, (std::vector{1, 2}));
    }

    void ringsOnceATurnOnTheRealClock()
    {
        RecordedRun run(ClockKind::Real);
        int rings = 0;
        const std::string error = run.play([&](Scope &scope) -> QCoro::Task<void> {
            QuietAlarm alarm(scope.scheduler(), [&] { ++rings; });
            for (int round = 0; round < 3; ++round) {
                alarm.announce();
                alarm.announce();
                co_await sleep(scope, 0ms);
                co_await sleep(scope, 0ms);
            }
        });
        QCOMPARE(QString::fromStdString(error), QString());
        QCOMPARE(rings, 3);
    }

    void ringsNoMoreAfterItsEnd()
    {
        for (const ClockKind clock : {ClockKind::Virtual, ClockKind::Real}) {
            RecordedRun run(clock);
            int rings = 0;
            const std::string error = run.play([&](Scope &scope) -> QCoro::Task<void> {
                {
                    QuietAlarm alarm(scope.scheduler(), [&] { ++rings; });
                    alarm.announce();
                }
                co_await sleep(scope, 5ms);
            });
            QCOMPARE(QString::fromStdString(error), QString());
            QCOMPARE(rings, 0);
        }
    }
};

QTEST_GUILESS_MAIN(TestQuietAlarm)
#include "tst_quiet_alarm.moc"
