// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/visit_history.h"
#include "app/gui/wayfinding.h"
#include "tests/gui/window_fixture.h"

#include <QAction>

using namespace awaitscope;
using awaitscope::test::OpenWindow;

namespace {

QAction *actionWith(const Window &window, const QKeySequence &keys)
{
    for (QAction *action : window.listedActions()) {
        if (action->shortcuts().contains(keys))
            return action;
    }
    return nullptr;
}

} // namespace

class TestHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesBackAndForward()
    {
        OpenWindow open;
        Session &session = open.window.session();
        QAction *back = actionWith(open.window, Qt::ALT | Qt::Key_Left),
                *forward = actionWith(open.window, Qt::ALT | Qt::Key_Right);
        QVERIFY(back && forward);
        QVERIFY(!back->isEnabled() && !forward->isEnabled());
        const QString first = session.lesson().id;
        open.key(Qt::Key_PageDown, Qt::ControlModifier);
        const QString second = session.lesson().id;
        open.key(Qt::Key_PageDown, Qt::ControlModifier);
        const QString third = session.lesson().id;
        QVERIFY(back->isEnabled() && !forward->isEnabled());
        open.key(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(session.lesson().id, second);
        QVERIFY(back->isEnabled() && forward->isEnabled());
        open.key(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(session.lesson().id, first);
        QVERIFY(!back->isEnabled());
        open.key(Qt::Key_Left, Qt::AltModifier); // nowhere to go
        QCOMPARE(session.lesson().id, first);
        open.key(Qt::Key_Right, Qt::AltModifier);
        open.key(Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(session.lesson().id, third);
        QVERIFY(!forward->isEnabled());
    }

    void anotherLessonEndsTheWayForward()
    {
        OpenWindow open;
        Session &session = open.window.session();
        open.key(Qt::Key_PageDown, Qt::ControlModifier);
        open.key(Qt::Key_Left, Qt::AltModifier);
        session.open(*findLesson(u"timeouts"));
        QVERIFY(!open.window.wayfinding()->canGoForward());
        open.key(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(session.lesson().id, QString("sequential-vs-parallel"));
    }

    void thePlayheadIsWhereItWasLeft()
    {
        OpenWindow open;
        Session &session = open.window.session();
        open.runToEnd();
        open.key(Qt::Key_Home);
        for (int i = 0; i < 4; ++i)
            open.key(Qt::Key_Right);
        const Ns left = session.playback().moment().time;
        const std::size_t step = session.playback().moment().step;
        QVERIFY(left < session.playback().length());
        open.key(Qt::Key_PageDown, Qt::ControlModifier);
        open.key(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(session.playback().moment().time, left);
        QVERIFY(session.playback().moment().step >= step);
        open.key(Qt::Key_End);
        open.key(Qt::Key_Right, Qt::AltModifier);
        open.key(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(session.playback().moment().time, session.playback().length());
    }

    void theMouseHasButtonsForIt()
    {
        OpenWindow open;
        Session &session = open.window.session();
        open.key(Qt::Key_PageDown, Qt::ControlModifier);
        const QString second = session.lesson().id;
        QTest::mouseClick(open.window.timeline(), Qt::BackButton);
        QCOMPARE(session.lesson().id, QString("sequential-vs-parallel"));
        QTest::mouseClick(open.window.code()->codeView()->viewport(), Qt::ForwardButton);
        QCOMPARE(session.lesson().id, second);
    }

    void theSameLessonIsNoNewVisit()
    {
        VisitHistory history;
        QVERIFY(!history.here() && !history.canGoBack() && !history.canGoForward());
        history.setTime(Ns(3)); // nowhere
        history.visit("a");
        history.visit("a");
        QVERIFY(!history.canGoBack());
        history.setTime(Ns(5));
        history.visit("b");
        QCOMPARE(history.back(), (Visit{"a", Ns(5)}));
        QVERIFY(!history.canGoBack() && history.canGoForward());
        for (int i = 0; i < 500; ++i)
            history.visit(QString::number(i));
        int steps = 0;
        for (; history.canGoBack(); ++steps)
            history.back();
        QCOMPARE(steps, 99); // the oldest are forgotten
    }
};

QTEST_MAIN(TestHistory)
#include "tst_history.moc"
