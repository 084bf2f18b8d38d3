// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/header.h"
#include "app/gui/live_controls.h"
#include "lessons/catalog/reader_acts.h"
#include "tests/gui/course.h"
#include "tests/gui/window_fixture.h"
#include "widgets/controls/spinner.h"

#include <QThread>

using namespace awaitscope;
using namespace std::chrono_literals;
using awaitscope::test::OpenWindow;

namespace {

std::atomic<QThread *> playedOn = nullptr;
std::atomic<int> clicks = 0;

QCoro::Task<void> freeze(Scope &scope, const ParameterSet &parameters)
{
    playedOn = QThread::currentThread();
    const OnReaderAct click(scope, "click", [] { ++clicks; });
    co_await sleep(scope, 30ms);
    blockFor(scope, parameters.duration(u"wait"));
    co_await sleep(scope, parameters.duration(u"wait"));
}

Lesson freezing()
{
    Lesson lesson = test::naps();
    lesson.id = lesson.text.id = QStringLiteral("freezing");
    lesson.definition.variants = {{QStringLiteral("upload"), freeze, {}}, {QStringLiteral("other"), freeze, {}}};
    lesson.definition.felt = QStringLiteral("upload");
    lesson.definition.acts = {{QStringLiteral("click")}};
    lesson.text.acts = {{QStringLiteral("click"), QStringLiteral("Click")}};
    lesson.definition.claims.clear();
    lesson.text.claims.clear();
    return lesson;
}

const std::vector<Lesson> &lessonsToFeel()
{
    static const std::vector<Lesson> lessons{freezing(), test::naps()};
    return lessons;
}

struct FreezingWindow : OpenWindow
{
    FreezingWindow() : OpenWindow(lessonsToFeel()[0], lessonsToFeel())
    {
        playedOn = nullptr;
        clicks = 0;
    }
    Session &session() { return window.session(); }
    LiveControls *live() { return window.header()->live(); }
};

} // namespace

/// A lesson on the window's own loop, and what its reader does while it plays.
class TestOwnLoop : public QObject
{
    Q_OBJECT

    /// Calls a function from an event while the lesson plays on this loop: the test itself goes on when that has unwound.
    static void whilePlaying(const std::function<void()> &act)
    {
        if (!playedOn.load())
            return QTimer::singleShot(1, qApp, [act] { whilePlaying(act); });
        act();
    }

private Q_SLOTS:
    void aRunIsNotFelt()
    {
        FreezingWindow open;
        open.set("wait", "20ms");
        open.runToEnd();
        QVERIFY(playedOn.load() != nullptr);
        QVERIFY(playedOn.load() != QThread::currentThread());
        QVERIFY(!open.session().wasFelt());
    }

    void theSpinnerStopsWithTheLoop()
    {
        FreezingWindow open;
        open.set("wait", "150ms");
        QSignalSpy finished(&open.session(), &Session::runFinished);
        QVERIFY(!open.live()->spinner()->isVisible());
        open.key(Qt::Key_F);
        QVERIFY(open.live()->spinner()->isVisible());
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(playedOn.load(), QThread::currentThread());
        QVERIFY(open.live()->spinner()->longestPause() >= 150ms);
        QVERIFY(open.live()->spinner()->ticks() > 1);
        QVERIFY(!open.live()->spinner()->isVisible());
        QVERIFY2(open.window.header()->status().contains("stood still for"), qPrintable(open.window.header()->status()));
        QVERIFY(!open.session().isOnThisLoop());
        const Run &run = *open.session().latest();
        QCOMPARE(run.variants.size(), std::size_t(1));
        QCOMPARE(run.variants[0].outcome, RunOutcome::Done);
        QCOMPARE(run.clock, ClockKind::Real);
        QVERIFY(open.session().wasFelt());
        QVERIFY(!open.session().isOutdated());
        open.key(Qt::Key_R, Qt::ControlModifier); // and then all of it, off the window's loop
        QTRY_COMPARE(finished.count(), 2);
        QCOMPARE(open.session().latest()->variants.size(), std::size_t(2));
        QVERIFY(playedOn.load() != QThread::currentThread());
    }

    void onTheVirtualClockItIsFeltAllTheSame()
    {
        FreezingWindow open;
        open.set("wait", "20ms");
        open.session().setClock(ClockKind::Virtual);
        QSignalSpy finished(&open.session(), &Session::runFinished);
        QTest::mouseClick(open.live()->feelButton(), Qt::LeftButton);
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(open.session().latest()->clock, ClockKind::Real);
        QVERIFY(!open.session().isOutdated());
    }

    void escapeEndsIt()
    {
        FreezingWindow open;
        open.set("wait", "1s");
        QSignalSpy finished(&open.session(), &Session::runFinished);
        open.key(Qt::Key_F);
        open.key(Qt::Key_Escape);
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY(open.session().latest()->cancelled);
        QCOMPARE(open.session().latest()->liveFrames, 0);
    }

    void anotherLessonDropsIt()
    {
        FreezingWindow open;
        open.set("wait", "50ms");
        QSignalSpy finished(&open.session(), &Session::runFinished);
        QSignalSpy left(&open.session(), &Session::leftThisLoop);
        open.key(Qt::Key_F);
        whilePlaying([&] {
            QVERIFY(open.session().isOnThisLoop());
            open.session().open(lessonsToFeel()[1]);
            open.set("wait", "1ms");
            open.key(Qt::Key_Space); // waits for what plays
        });
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(left.count(), 1);
        QCOMPARE(open.session().latest()->lesson, QString("naps"));
    }

    void aWindowThatIsClosedWaitsUntilItHasUnwound()
    {
        FreezingWindow open;
        open.set("wait", "100ms");
        QSignalSpy closed(&open.window, &Window::closed);
        open.key(Qt::Key_F);
        whilePlaying([&] {
            QVERIFY(open.session().isOnThisLoop());
            QVERIFY(!open.window.close());
            QVERIFY(open.window.isVisible());
        });
        QTRY_COMPARE(closed.count(), 1);
        QVERIFY(!open.window.isVisible());
        QVERIFY(!open.session().isOnThisLoop());
    }

    void theReaderActsWhileItPlays()
    {
        FreezingWindow open;
        open.set("wait", "0ms");
        QPushButton *button = open.live()->actButtons().at(0);
        QVERIFY(!button->isEnabled());
        open.key(Qt::Key_B);
        open.set("wait", "300ms");
        QSignalSpy finished(&open.session(), &Session::runFinished);
        open.key(Qt::Key_Space);
        QVERIFY(button->isEnabled());
        QTRY_VERIFY(playedOn.load() != nullptr);
        QTest::mouseClick(button, Qt::LeftButton);
        open.key(Qt::Key_B);
        QTRY_COMPARE(clicks.load(), 2);
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY(!button->isEnabled());
        open.session().open(lessonsToFeel()[1]);
        QVERIFY(open.live()->actButtons().empty());
        QVERIFY(!open.live()->feelButton()->isVisible());
    }
};

QTEST_MAIN(TestOwnLoop)
#include "tst_own_loop.moc"
