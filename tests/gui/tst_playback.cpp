// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/playback.h"
#include "tests/support/record_script.h"

#include <QSignalSpy>
#include <QTest>

using namespace awaitscope;
using namespace std::chrono_literals;

namespace {

std::shared_ptr<const Trace> oneTimer(double length)
{
    test::RecordScript s;
    s.turn(0).start(0, 1).timer(0.1, 1, length).turnEnd(0.2);
    s.turn(length).resume(length, 1).finish(length + 0.1, 1).turnEnd(length + 0.2);
    return s.trace();
}

std::vector<Subject> two()
{
    return {{"A", "Long", oneTimer(60)}, {"B", "Short", oneTimer(20)}};
}

} // namespace

class TestPlayback : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stepsThroughEveryEventAndBack()
    {
        Playback playback;
        playback.setSubjects(two(), Playback::Where::Begin);
        QCOMPARE(playback.moment().step, std::size_t(0));
        QVERIFY(playback.stepCount() > 6);
        Ns last{0};
        for (std::size_t step = 1; step <= playback.stepCount(); ++step) {
            playback.stepForward();
            QCOMPARE(playback.moment().step, step);
            QCOMPARE(playback.moment().applied[0] + playback.moment().applied[1], step);
            QVERIFY(playback.moment().time >= last);
            last = playback.moment().time;
        }
        QVERIFY(last <= playback.length());
        playback.stepForward();
        QCOMPARE(playback.moment().step, playback.stepCount());
        for (std::size_t step = playback.stepCount(); step > 0; --step) {
            playback.stepBack();
            QCOMPARE(playback.moment().step, step - 1);
        }
        playback.stepBack();
        QCOMPARE(playback.moment().step, std::size_t(0));
    }

    void scrubbingStaysWithinTheRuns()
    {
        Playback playback;
        playback.setSubjects(two(), Playback::Where::Begin);
        playback.toTime(30ms);
        QCOMPARE(playback.moment().time, Ns(30ms));
        QCOMPARE(playback.moment().applied[1], two()[1].trace->events().size());
        QVERIFY(playback.moment().applied[0] < two()[0].trace->events().size());
        playback.toTime(10s);
        QCOMPARE(playback.moment().time, playback.length());
        playback.toTime(-5ms);
        QCOMPARE(playback.moment().time, Ns(0));
    }

    void playsToTheEndAndStops()
    {
        Playback playback;
        playback.setSubjects(two(), Playback::Where::End);
        QSignalSpy playing(&playback, &Playback::playingChanged);
        Ns last{0};
        bool backwards = false;
        playback.play();
        QCOMPARE(playback.moment().time, Ns(0));
        connect(&playback, &Playback::momentChanged, this, [&](const Moment &moment) {
            backwards = backwards || moment.time < last;
            last = moment.time;
        });
        QVERIFY(playback.isPlaying());
        QTRY_VERIFY(!playback.isPlaying());
        QCOMPARE(playback.moment().time, playback.length());
        QCOMPARE(playback.moment().step, playback.stepCount());
        QVERIFY(!backwards);
        QCOMPARE(playing.count(), 2);
    }

    void changingTheSpeedDoesNotMoveThePlayhead()
    {
        Playback playback;
        playback.setSubjects(two(), Playback::Where::Begin);
        playback.toTime(30ms);
        playback.setSpeed(0.1);
        QCOMPARE(playback.speed(), 0.1);
        QCOMPARE(playback.moment().time, Ns(30ms));
        playback.play();
        playback.pause();
        QCOMPARE(playback.moment().time, Ns(30ms));
        playback.setSpeed(-1);
        QCOMPARE(playback.speed(), 0.1);
    }

    void aStepPauses()
    {
        Playback playback;
        playback.setSubjects(two(), Playback::Where::Begin);
        playback.play();
        playback.stepForward();
        QVERIFY(!playback.isPlaying());
    }

    void growingRunsAreFollowedAndCannotBeSteppedThrough()
    {
        Playback playback;
        playback.follow(two(), 10ms);
        QCOMPARE(playback.stepCount(), std::size_t(0));
        QCOMPARE(playback.moment().time, Ns(10ms));
        // Start, and the suspension of each.
        QCOMPARE(playback.moment().applied, (std::vector<std::size_t>{2, 2}));
        playback.toTime(50ms);
        playback.toEnd();
        playback.play();
        QCOMPARE(playback.moment().time, Ns(10ms));
        QVERIFY(!playback.isPlaying());
    }

    void nothingToPlayIsNoTrouble()
    {
        Playback playback;
        playback.play();
        playback.stepForward();
        playback.stepBack();
        playback.toEnd();
        QVERIFY(!playback.isPlaying());
        QVERIFY(playback.sentence().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPlayback)
#include "tst_playback.moc"
