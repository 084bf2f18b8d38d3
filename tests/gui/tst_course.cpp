// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/claim_card.h"
#include "app/gui/notes_page.h"
#include "tests/gui/course.h"
#include "tests/gui/window_fixture.h"
#include "widgets/controls/segmented.h"

#include <QListWidget>

using namespace awaitscope;
using awaitscope::test::course;
using awaitscope::test::OpenWindow;

class TestCourse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesFromLessonToLessonAndBack()
    {
        OpenWindow open(course()[0], course());
        Session &session = open.window.session();
        QCOMPARE(open.window.sidebar()->shown(), (QStringList{"uploads", "naps"}));
        open.key(Qt::Key_PageUp, Qt::ControlModifier);
        QCOMPARE(session.lesson().id, QString("uploads"));
        open.set("items", "2");
        open.runToEnd();
        const auto run = session.latest();
        open.key(Qt::Key_PageDown, Qt::ControlModifier);
        QCOMPARE(session.lesson().id, QString("naps"));
        QVERIFY(!session.latest());
        QVERIFY(open.find<QPushButton>("runHint")->isVisible());
        QCOMPARE(session.chosenVariants(), QStringList{"upload"});
        open.key(Qt::Key_PageDown, Qt::ControlModifier);
        QCOMPARE(session.lesson().id, QString("naps"));
        open.key(Qt::Key_PageUp, Qt::ControlModifier);
        QCOMPARE(session.latest(), run);
        QCOMPARE(session.parameters().value(u"items"), 2);
        QVERIFY(!open.find<QPushButton>("runHint")->isVisible());
    }

    void aLessonOutsideTheCourseHasNoNeighbours()
    {
        const Lesson alone = test::naps();
        const std::vector<Lesson> none;
        OpenWindow open(alone, none);
        open.key(Qt::Key_PageDown, Qt::ControlModifier);
        open.key(Qt::Key_PageUp, Qt::ControlModifier);
        QCOMPARE(&open.window.session().lesson(), &alone);
    }

    void leavingARunningLessonDropsItsRun()
    {
        OpenWindow open(course()[0], course());
        open.set("wait", "500ms");
        QSignalSpy finished(&open.window.session(), &Session::runFinished);
        open.key(Qt::Key_Space);
        open.key(Qt::Key_PageDown, Qt::ControlModifier);
        QVERIFY(!open.window.session().isRunning());
        open.runToEnd();
        QCOMPARE(open.window.session().latest()->lesson, QString("naps"));
        QCOMPARE(finished.count(), 1);
    }

    void countsAndChoicesCanBeChanged()
    {
        OpenWindow open(course()[0], course());
        Session &session = open.window.session();
        QLineEdit *field = open.window.parameters()->row("items")->field();
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, "5\r");
        QCOMPARE(session.parameters().value(u"items"), 5);
        field->selectAll();
        QTest::keyClicks(field, "500\r");
        QCOMPARE(session.parameters().value(u"items"), 5);
        QVERIFY(!open.window.parameters()->row("items")->problem().isEmpty());
        for (Segmented *box : open.window.findChildren<Segmented *>()) {
            if (box->accessibleName() == "order")
                QTest::mouseClick(box->findChildren<QPushButton *>()[2], Qt::LeftButton);
        }
        QCOMPARE(session.parameters().text(u"order"), QString("any"));
    }

    void aClaimThatDoesNotHoldComesFirstAndSaysSo()
    {
        OpenWindow open(course()[0], course());
        open.runToEnd();
        QVERIFY(open.window.findings()->verdict().contains("1 of 2"));
        QVERIFY(open.window.findings()->claimLines().front().startsWith("Does not hold: It takes no time."));
        const auto cards = open.window.findings()->findChildren<ClaimCard *>();
        const auto broken = std::ranges::find(cards, QString("brokenClaim"), &QObject::objectName);
        QVERIFY(broken != cards.end());
        QVERIFY((*broken)->isChecked()); // its whole sentence is shown
    }

    void aClaimShowsItsNumberOnItsLine()
    {
        const Lesson lesson = test::naps();
        ClaimCard card(
            {"honest", "It takes as long as its waits.", true, "It took 30 ms; the waits are 30 ms."}, theme(ThemeKind::Light));
        card.resize(500, 30);
        QCOMPARE(card.brief(500), QString("It took 30 ms"));
        QCOMPARE(card.brief(200), QString()); // whole or not at all
        const int folded = card.heightForWidth(500);
        card.click();
        QVERIFY(card.heightForWidth(500) > folded);
        QVERIFY(card.heightForWidth(160) > card.heightForWidth(500));
    }

    void marksAreTheMomentsToLookCloserAt()
    {
        OpenWindow open(course()[0], course());
        Session &session = open.window.session();
        Playback &playback = session.playback();
        open.key(Qt::Key_Right, Qt::ShiftModifier); // nothing yet
        open.runToEnd();
        QCOMPARE(playback.marks().size(), std::size_t(3)); // one remark's event does not occur
        open.key(Qt::Key_Home);
        std::vector<std::size_t> visited;
        for (int i = 0; i < 5; ++i) {
            open.key(Qt::Key_Right, Qt::ShiftModifier);
            visited.push_back(playback.moment().step);
            QCOMPARE(open.window.findings()->currentNotes().size(), std::size_t(1));
        }
        QCOMPARE(visited[0], playback.marks()[0]);
        QCOMPARE(visited[1], playback.marks()[1]);
        QCOMPARE(visited[2], playback.marks()[2]);
        QCOMPARE(visited[4], playback.marks()[2]);
        open.key(Qt::Key_Left);
        QVERIFY(open.window.findings()->currentNotes().empty());
        open.key(Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(playback.moment().step, playback.marks()[1]);
        open.key(Qt::Key_Left, Qt::ShiftModifier);
        open.key(Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(playback.moment().step, playback.marks()[0]);
    }

    void aMarkIsTheMomentRightAfterItsEvent()
    {
        OpenWindow open(course()[0], course());
        Session &session = open.window.session();
        session.setClock(ClockKind::Virtual); // many events at one time
        open.runToEnd();
        const auto step = session.stepOf("refuse.fetch.suspended");
        QVERIFY(step);
        session.playback().toStep(*step);
        const auto &subjects = session.playback().subjects();
        const auto applied = session.playback().moment().applied[1];
        const TaskInfo *task = subjects[1].trace->find(u"fetch");
        QVERIFY(task);
        QCOMPARE(subjects[1].trace->stateAfter(task->id, applied), TaskState::InFlight);
        QCOMPARE(subjects[1].trace->stateAfter(task->id, applied - 1), TaskState::Running);
        QVERIFY(!session.stepOf("upload.nobody.ended"));
    }

    void aRemarkLeadsToItsMoment()
    {
        OpenWindow open(course()[0], course());
        open.runToEnd();
        Playback &playback = open.window.session().playback();
        const auto links = open.window.findings()->notes()->findChildren<QPushButton *>();
        int seen = 0;
        for (QPushButton *link : links) {
            if (link->property("kind") != "link" || link->isHidden())
                continue;
            link->click();
            QVERIFY(std::ranges::count(playback.marks(), playback.moment().step) == 1);
            ++seen;
        }
        QCOMPARE(seen, 3);
    }
};

QTEST_MAIN(TestCourse)
#include "tst_course.moc"
