// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/action_menu.h"
#include "app/gui/keys_overlay.h"
#include "app/gui/wayfinding.h"
#include "tests/gui/window_fixture.h"

#include <QAction>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>

using namespace awaitscope;
using awaitscope::test::OpenWindow;

class TestKeysOverlay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsEachKeyThatDoesSomethingNow()
    {
        OpenWindow open;
        KeysOverlay &keys = *open.window.wayfinding()->keys();
        open.key(Qt::Key_F1);
        QVERIFY(keys.isOpen());
        qsizetype expected = 0;
        for (const QAction *action : open.window.listedActions()) {
            const bool listed = !keys.lines().filter(action->text() + ": ").isEmpty();
            const bool wanted = action->isEnabled() && action->isVisible() && !action->shortcuts().isEmpty();
            QVERIFY2(listed == wanted, qPrintable(action->text()));
            expected += wanted;
        }
        QCOMPARE(keys.lines().size(), expected);
        QVERIFY(keys.lines().contains("Keys of this window: F1 or ?"));
        open.key(Qt::Key_Escape);
        QVERIFY(!keys.isOpen());
        // What can be done has changed: so has the list.
        QVERIFY(!keys.lines().filter("Back to the lesson").size());
        open.key(Qt::Key_PageDown, Qt::ControlModifier);
        open.key(Qt::Key_Question);
        QCOMPARE(keys.lines().filter("Back to the lesson").size(), 1);
        open.key(Qt::Key_Question);
        QVERIFY(!keys.isOpen());
        QCOMPARE(open.window.focusWidget(), &open.window);
    }

    void typingLeavesWhatIsLookedFor()
    {
        OpenWindow open;
        KeysOverlay &keys = *open.window.wayfinding()->keys();
        open.key(Qt::Key_Question);
        QTest::keyClicks(keys.field(), "zoom");
        QCOMPARE(keys.lines(), (QStringList{"Zoom in: W", "Zoom out: S"}));
        keys.field()->clear();
        QTest::keyClicks(keys.field(), "ctrl+e");
        QCOMPARE(keys.lines().size(), 1);
        QTest::keyClicks(keys.field(), " nothing");
        QVERIFY(keys.lines().isEmpty());
        QVERIFY(!open.window.session().isRunning());
    }

    void smallWindowsScroll()
    {
        OpenWindow open;
        KeysOverlay &keys = *open.window.wayfinding()->keys();
        open.key(Qt::Key_F1);
        QCoreApplication::processEvents();
        QVERIFY(keys.columns() >= 2);
        auto *scroll = keys.findChild<QScrollArea *>();
        QCOMPARE(scroll->verticalScrollBar()->maximum(), 0); // all in sight
        open.window.resize(640, 480);
        QCoreApplication::processEvents();
        QCOMPARE(keys.columns(), 1);
        QCOMPARE(keys.size(), open.window.size());
        QVERIFY(scroll->verticalScrollBar()->maximum() > 0);
        QVERIFY(scroll->widget()->width() <= scroll->viewport()->width()); // nothing is cut at the side
        open.key(Qt::Key_PageDown);
        QVERIFY(scroll->verticalScrollBar()->value() > 0);
    }

    void theSidebarsButtonOpensIt()
    {
        OpenWindow open;
        for (QPushButton *button : open.window.sidebar()->findChildren<QPushButton *>()) {
            if (button->accessibleName() == "Keys of this window")
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QVERIFY(open.window.wayfinding()->keys()->isOpen());
    }

    void theMenuHasAllActions()
    {
        OpenWindow open;
        ActionMenu &menu = *open.window.wayfinding()->menu();
        QTest::mouseClick(open.find<QToolButton>("menu"), Qt::LeftButton);
        QVERIFY(menu.isVisible());
        QList<QAction *> listed;
        for (const QAction *group : menu.actions()) {
            QVERIFY(group->menu());
            listed += group->menu()->actions();
        }
        QList<QAction *> wanted = open.window.listedActions();
        wanted.removeIf([](const QAction *action) { return !action->isVisible(); });
        QCOMPARE(listed, wanted);
        QTest::keyClick(&menu, Qt::Key_Escape);
        QVERIFY(!menu.isVisible());
    }

    void theMenuOpensByKeyAndDoesWhatItSays()
    {
        OpenWindow open;
        ActionMenu &menu = *open.window.wayfinding()->menu();
        open.key(Qt::Key_F10);
        QVERIFY(menu.isVisible());
        QTest::keyClick(&menu, Qt::Key_Down);
        QCOMPARE(menu.activeAction(), menu.actions().first());
        QTest::keyClick(&menu, Qt::Key_Right);
        QMenu *run = menu.actions().first()->menu();
        QTRY_VERIFY(run->isVisible());
        QSignalSpy finished(&open.window.session(), &Session::runFinished);
        QVERIFY(run->activeAction());
        QTest::keyClick(run, Qt::Key_Return);
        QTRY_COMPARE(finished.count(), 1);
        QTRY_VERIFY(!menu.isVisible() && !QApplication::activePopupWidget());
        QTest::mouseClick(open.find<QToolButton>("menu"), Qt::LeftButton); // filled anew
        QTRY_VERIFY(menu.isVisible());
        menu.close();
    }
};

QTEST_MAIN(TestKeysOverlay)
#include "tst_keys_overlay.moc"
