// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/tour.h"
#include "app/gui/wayfinding.h"
#include "tests/gui/window_fixture.h"

#include <QAction>

using namespace awaitscope;
using awaitscope::test::OpenWindow;

namespace {

struct TourWindow : OpenWindow
{
    TourWindow()
    {
        for (QAction *action : window.listedActions()) {
            if (action->text() == "Show the tour")
                action->trigger();
        }
        QCoreApplication::processEvents();
    }

    Tour &tour() { return *window.wayfinding()->tour(); }

    QPushButton *button(const char *text)
    {
        for (QPushButton *button : tour().bubble()->findChildren<QPushButton *>()) {
            if (button->text() == QLatin1String(text) && button->isVisible())
                return button;
        }
        return nullptr;
    }

    /// The bubble is whole, and beside what it points at.
    bool isPlacedWell()
    {
        const QRect bubble = tour().bubble()->geometry();
        return window.rect().contains(bubble) && bubble.size().expandedTo(tour().bubble()->minimumSizeHint()) == bubble.size();
    }
};

} // namespace

class TestTour : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QGuiApplication::setLayoutDirection(Qt::LeftToRight); }

    void doesNotComeUnasked()
    {
        OpenWindow open;
        QVERIFY(!open.window.wayfinding()->tour()->isRunning());
    }

    void keysGoThroughIt()
    {
        TourWindow open;
        QSignalSpy ended(&open.tour(), &Tour::ended);
        QVERIFY(open.tour().isRunning());
        QCOMPARE(open.tour().stop(), std::size_t(0));
        QVERIFY(open.isPlacedWell());
        QVERIFY(open.tour().pointedAt().contains(
            open.window.question()->mapTo(&open.window, open.window.question()->rect().center())));
        open.key(Qt::Key_Return);
        QCOMPARE(open.tour().stop(), std::size_t(1));
        QVERIFY(open.tour().pointedAt().contains(
            open.window.timeline()->mapTo(&open.window, open.window.timeline()->rect().center())));
        QVERIFY(open.isPlacedWell());
        open.key(Qt::Key_Backspace);
        QCOMPARE(open.tour().stop(), std::size_t(0));
        open.key(Qt::Key_Return);
        open.key(Qt::Key_Return);
        QCOMPARE(open.tour().stop(), std::size_t(2));
        QVERIFY(open.isPlacedWell());
        QCOMPARE(ended.count(), 0);
        open.key(Qt::Key_Return);
        QVERIFY(!open.tour().isRunning() && !open.tour().bubble()->isVisible());
        QCOMPARE(ended.count(), 1);
    }

    void buttonsGoThroughIt()
    {
        TourWindow open;
        QVERIFY(!open.button("Back"));
        QTest::mouseClick(open.button("Next"), Qt::LeftButton);
        QTest::mouseClick(open.button("Back"), Qt::LeftButton);
        QCOMPARE(open.tour().stop(), std::size_t(0));
        QTest::mouseClick(open.button("Skip the tour"), Qt::LeftButton);
        QVERIFY(!open.tour().isRunning());
        QCOMPARE(open.window.focusWidget(), &open.window);
    }

    void escapeEndsIt()
    {
        TourWindow open;
        QSignalSpy ended(&open.tour(), &Tour::ended);
        open.key(Qt::Key_Escape);
        QVERIFY(!open.tour().isRunning());
        QCOMPARE(ended.count(), 1);
        open.tour().start(); // and it can be seen again
        QCOMPARE(open.tour().stop(), std::size_t(0));
        QVERIFY(open.tour().isRunning());
    }

    void itKeepsNothingFromBeingUsed()
    {
        TourWindow open;
        QPushButton *answer = nullptr;
        for (QPushButton *button : open.window.question()->findChildren<QPushButton *>()) {
            if (button->property("kind") == "answer")
                answer = button;
        }
        QVERIFY(answer);
        const QPoint there = answer->mapTo(&open.window, answer->rect().center());
        QVERIFY(!open.tour().bubble()->geometry().contains(there));
        QCOMPARE(open.window.childAt(there), answer); // nothing lies over it
        QTest::mouseClick(answer, Qt::LeftButton); // goes to the lane to draw on
        QTRY_VERIFY(open.window.focusWidget() && open.window.focusWidget()->objectName() == "ghost2");
        open.key(Qt::Key_Right);
        QVERIFY(!open.window.session().prediction().isEmpty());
        open.window.setFocus();
        open.runToEnd(); // with Space
        QCOMPARE(open.tour().stop(), std::size_t(1)); // on, as that was understood
        const std::size_t step = open.window.session().playback().moment().step;
        open.key(Qt::Key_Left);
        QCOMPARE(open.window.session().playback().moment().step, step - 1);
        QLineEdit *field = open.window.parameters()->row("getUser")->field();
        field->setFocus();
        QTest::keyClick(field, Qt::Key_Backspace);
        QCOMPARE(open.tour().stop(), std::size_t(1)); // a field keeps its keys
    }

    void fitsSmallWindowsAndBothDirections_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<Qt::LayoutDirection>("direction");
        for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
            const char *name = direction == Qt::LeftToRight ? "ltr" : "rtl";
            QTest::addRow("wide, %s", name) << QSize(1440, 900) << direction;
            QTest::addRow("laptop, %s", name) << QSize(1100, 640) << direction;
            QTest::addRow("narrow, %s", name) << QSize(640, 480) << direction;
        }
    }

    void fitsSmallWindowsAndBothDirections()
    {
        QFETCH(QSize, size);
        QFETCH(Qt::LayoutDirection, direction);
        QGuiApplication::setLayoutDirection(direction);
        TourWindow open;
        open.window.resize(size);
        for (std::size_t stop = 0; stop < 3; ++stop) {
            QCoreApplication::processEvents();
            QCOMPARE(open.tour().stop(), stop);
            QVERIFY(open.isPlacedWell());
            QVERIFY(!open.tour().pointedAt().isEmpty());
            QTest::mouseClick(stop < 2 ? open.button("Next") : open.button("Close the tour"), Qt::LeftButton);
        }
        QVERIFY(!open.tour().isRunning());
    }
};

QTEST_MAIN(TestTour)
#include "tst_tour.moc"
