// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/window_fixture.h"

using namespace awaitscope;
using namespace std::chrono_literals;
using awaitscope::test::OpenWindow;

/// A change of a setting plays the lesson again at once, and leaves the reader where he was.
class TestLive : public QObject
{
    Q_OBJECT

    static void select(OpenWindow &open, const QString &name)
    {
        TimelineView *view = open.window.timeline();
        const auto &groups = view->model().groups;
        for (std::size_t group = 0; group < groups.size(); ++group) {
            for (const ModelRow &row : groups[group].rows) {
                if (row.name == name)
                    return view->selectTask(TaskRef{group, row.task});
            }
        }
    }

private Q_SLOTS:
    void manyChangesMakeOneRun()
    {
        OpenWindow open;
        open.runToEnd();
        QSignalSpy finished(&open.window.session(), &Session::runFinished);
        for (const char *value : {"21ms", "22ms", "23ms", "24ms"})
            open.set("getUser", value);
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(open.window.session().latest()->parameters.text(u"getUser"), QString("24ms"));
        QVERIFY(!open.window.session().isOutdated());
    }

    void aChangeCancelsTheRunThatPlays()
    {
        OpenWindow open;
        open.set("getUser", "1s");
        QSignalSpy grew(&open.window.session(), &Session::recordGrew);
        QSignalSpy finished(&open.window.session(), &Session::runFinished);
        open.key(Qt::Key_Space);
        QTRY_VERIFY(grew.count() > 2);
        open.set("getUser", "20ms");
        QTRY_COMPARE(finished.count(), 1);
        const Run &run = *open.window.session().latest();
        QVERIFY(!run.cancelled);
        QCOMPARE(run.parameters.text(u"getUser"), QString("20ms"));
        QCOMPARE(run.liveFrames, 0);
    }

    void onTheVirtualClockTheNewRunTakesThePlaceOfTheOld()
    {
        OpenWindow open;
        Session &session = open.window.session();
        session.setClock(ClockKind::Virtual);
        open.runToEnd();
        const std::size_t events = session.playback().stepCount();
        bool wasEmpty = false, wasLive = false;
        const auto look = [&] {
            wasEmpty = wasEmpty || session.playback().stepCount() == 0 || open.window.findings()->claimLines().isEmpty();
            wasLive = wasLive || open.find<QPushButton>("run")->text() == "Cancel";
        };
        connect(&session, &Session::subjectsChanged, this, look);
        connect(&session, &Session::settingsChanged, this, look);
        connect(&session.playback(), &Playback::momentChanged, this, look);
        QSignalSpy finished(&session, &Session::runFinished);
        Slider *slider = open.window.parameters()->row("getUser")->slider();
        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_Right);
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY(!wasEmpty);
        QVERIFY(!wasLive);
        QVERIFY(session.playback().stepCount() >= events);
        QCOMPARE(session.playback().length(), session.latest()->variant(u"sequential")->trace->duration());
    }

    void whatIsInSightStays_data()
    {
        QTest::addColumn<bool>("virtually");
        QTest::newRow("real clock") << false;
        QTest::newRow("virtual clock") << true;
    }

    void whatIsInSightStays()
    {
        QFETCH(bool, virtually);
        OpenWindow open;
        Session &session = open.window.session();
        if (virtually)
            session.setClock(ClockKind::Virtual);
        open.runToEnd();
        TimelineView *view = open.window.timeline();
        session.playback().toTime(20ms);
        select(open, "getUserLogs");
        QVERIFY(view->selectedTask());
        const TaskRef selected = *view->selectedTask();
        view->zoomIn();
        view->zoomIn();
        const auto range = view->visibleRange();
        QSignalSpy finished(&session, &Session::runFinished);
        open.set("getUserMetrics", "12ms");
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY(view->zoomedIn());
        QCOMPARE(view->visibleRange(), range);
        QVERIFY(view->selectedTask() == selected);
        QCOMPARE(session.playback().moment().time, Ns(20ms));
    }

    void aSelectionGoesWithItsVariant()
    {
        OpenWindow open;
        Session &session = open.window.session();
        session.setClock(ClockKind::Virtual);
        open.runToEnd();
        TimelineView *view = open.window.timeline();
        const QString title = view->model().groups[1].title;
        view->selectTask(TaskRef{1, view->model().groups[1].rows[0].task});
        QSignalSpy finished(&session, &Session::runFinished);
        QTest::mouseClick(open.window.parameters()->chip("sequential"), Qt::LeftButton);
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(view->model().groups.size(), std::size_t(1));
        QCOMPARE(view->model().groups[0].title, title);
        QVERIFY(view->selectedTask());
        QCOMPARE(view->selectedTask()->subject, std::size_t(0));
        // With its variant it goes.
        QTest::mouseClick(open.window.parameters()->chip("start-early"), Qt::LeftButton);
        QTRY_COMPARE(finished.count(), 2);
        QTest::mouseClick(open.window.parameters()->chip("gather"), Qt::LeftButton);
        QTRY_COMPARE(finished.count(), 3);
        QVERIFY(!view->selectedTask());
    }

    void theAxisStaysWhileARunIsLive()
    {
        OpenWindow open;
        Session &session = open.window.session();
        for (const auto &[parameter, wait] :
            {std::pair("getUser", "200ms"), {"getUserLogs", "100ms"}, {"getUserMetrics", "50ms"}})
            open.set(parameter, wait); // frames are drawn meanwhile on a busy machine, too
        open.runToEnd();
        // A run that a busy machine made longer than was expected, 350 ms, has its own axis.
        QSignalSpy ranAgain(&session, &Session::runFinished);
        for (int runs = 1; runs <= 10 && session.playback().length() > std::chrono::milliseconds(364); ++runs) {
            session.run();
            QTRY_COMPARE(ranAgain.count(), runs);
        }
        for (int round = 0; round < 8; ++round) // the panels find their sizes
            QCoreApplication::processEvents();
        TimelineView *view = open.window.timeline();
        const Ns before = view->layoutInSight().axis.to;
        std::vector<Ns> ends;
        const auto look = [&] {
            if (session.isLive())
                ends.push_back(view->layoutInSight().axis.to);
        };
        connect(&session.playback(), &Playback::momentChanged, view, look, Qt::QueuedConnection);
        QSignalSpy finished(&session, &Session::runFinished);
        open.set("getUser", "150ms"); // shorter: all fits where it was
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY(ends.size() > 1);
        if (session.playback().length() < before) // and the same here
            QCOMPARE(std::ranges::count(ends, before), static_cast<std::ptrdiff_t>(ends.size()));
        ends.clear();
        open.set("getUser", "600ms"); // longer: one new axis, from the beginning on
        QTRY_COMPARE(finished.count(), 2);
        QVERIFY(ends.size() > 1);
        QVERIFY(ends.front() > before);
        QVERIFY(ends.front() >= 750ms); // what is expected of the run has its place
        // Only a run that a busy machine made longer than the axis may have got another.
        if (session.playback().length() < ends.front())
            QCOMPARE(std::ranges::count(ends, ends.front()), static_cast<std::ptrdiff_t>(ends.size()));
    }

    void anotherLessonIsSeenWhole()
    {
        OpenWindow open;
        Session &session = open.window.session();
        session.setClock(ClockKind::Virtual);
        open.runToEnd();
        TimelineView *view = open.window.timeline();
        view->zoomIn();
        select(open, "getUserLogs");
        session.open(*findLesson(QStringLiteral("batch-errors")));
        QVERIFY(!view->zoomedIn());
        QVERIFY(!view->selectedTask());
        session.open(*findLesson(QStringLiteral("sequential-vs-parallel")));
        QVERIFY(!view->zoomedIn());
    }
};

QTEST_MAIN(TestLive)
#include "tst_live.moc"
