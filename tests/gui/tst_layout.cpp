// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/claim_card.h"
#include "tests/gui/course.h"
#include "tests/gui/window_fixture.h"

#include <QScrollArea>
#include <QScrollBar>

using namespace awaitscope;
using awaitscope::test::OpenWindow;

namespace {

/// The part of a widget that can be seen, in the window's px.
QRect seen(QWidget *widget, QWidget *window)
{
    return widget->visibleRegion().boundingRect().translated(widget->mapTo(window, QPoint()));
}

bool pageScrolls(OpenWindow &open)
{
    return open.find<QScrollArea>("page")->verticalScrollBar()->maximum() > 0;
}

} // namespace

class TestLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTimelineHasTheLargerPart()
    {
        OpenWindow open(false);
        open.window.session().setClock(ClockKind::Virtual);
        open.runToEnd();
        QCoreApplication::processEvents();
        QVERIFY2(open.window.code()->width() <= 540, qPrintable(QString::number(open.window.code()->width())));
        QVERIFY(open.window.timeline()->width() > open.window.code()->width() * 1.15);
        QVERIFY(!pageScrolls(open));
        // No line of the code wraps, and the word beside a marked statement is whole.
        CodeView *code = open.window.code()->codeView();
        QVERIFY(code->width() >= code->widthWithoutWraps());
        open.key(Qt::Key_Home);
        int words = 0;
        for (std::size_t i = 0; i < open.window.session().playback().stepCount(); ++i) {
            open.key(Qt::Key_Right);
            for (const CodeMark &mark : code->marks()) {
                if (mark.shortNote.isEmpty())
                    words += mark.note == "suspended" && code->noteShown(mark) == mark.note;
                QVERIFY(code->noteShown(mark) == mark.note || code->noteShown(mark) == mark.shortNote);
            }
        }
        QVERIFY(words > 0);
    }

    void everyClaimHasItsLineInSight()
    {
        OpenWindow open;
        open.runToEnd();
        QCoreApplication::processEvents();
        const auto cards = open.window.findings()->findChildren<ClaimCard *>();
        int shown = 0;
        for (ClaimCard *card : cards) {
            if (card->isHidden())
                continue;
            ++shown;
            QVERIFY2(seen(card, &open.window).height() >= card->height() - 1, qPrintable(card->accessibleName()));
        }
        QCOMPARE(shown, static_cast<int>(open.window.session().latest()->claims.size()));
    }

    void aLowWindowIsStillUsable()
    {
        OpenWindow open;
        open.window.resize(1280, 720);
        open.runToEnd();
        QCoreApplication::processEvents();
        QVERIFY(!pageScrolls(open));
        // Every lane is in sight without scrolling.
        const ChartLayout &layout = open.window.timeline()->layoutInSight();
        QVERIFY2(layout.bottom() <= open.window.timeline()->height() + 1,
            qPrintable(QString("%1 > %2").arg(layout.bottom()).arg(open.window.timeline()->height())));
        QVERIFY(seen(open.window.findings(), &open.window).bottom() <= 720);
        QVERIFY(open.window.code()->codeView()->viewport()->height() > 12 * 20);
    }

    void manyTabsFitASmallWindow_data()
    {
        QTest::addColumn<QString>("id");
        QTest::newRow("four tabs of code") << "missing-await";
        QTest::newRow("a log and results") << "loop-monitoring";
    }

    void manyTabsFitASmallWindow()
    {
        QFETCH(const QString, id);
        OpenWindow open(*findLesson(id), lessons());
        open.window.resize(1100, 700);
        open.window.session().setClock(ClockKind::Virtual);
        open.runToEnd();
        QCoreApplication::processEvents();
        QCOMPARE(open.find<QScrollArea>("page")->horizontalScrollBar()->maximum(), 0);
        // The verdict gives way before anything else does, and is read out in full.
        QVERIFY(open.window.findings()->verdict().endsWith(QStringLiteral("hold")));
    }

    void fourVariantsCanBeScrolledThrough()
    {
        OpenWindow open;
        QVERIFY(open.window.session().setParameter("logsNeedUser", 1).ok());
        for (const char *id : {"start-early", "chain"})
            open.window.session().choose(QLatin1String(id), true);
        open.runToEnd();
        QCoreApplication::processEvents();
        TimelineView *view = open.window.timeline();
        const ChartLayout first = view->layoutInSight();
        QCOMPARE(first.headers.size(), std::size_t(4));
        for (std::size_t i = 1; i < first.rows.size(); ++i)
            QVERIFY(first.rows[i].rect.top() >= first.rows[i - 1].rect.bottom() - 0.5);
        QVERIFY(first.bottom() > view->height());
        view->setFocus();
        for (int i = 0; i < 4; ++i)
            QTest::keyClick(view, Qt::Key_PageDown);
        QVERIFY(view->layoutInSight().bottom() <= view->height() + 1);
        QVERIFY(view->layoutInSight().bottom() > view->height() - 60);
    }

    void thePanelsStayWhereTheyAreWhileARunPlays()
    {
        OpenWindow open;
        for (const int lane : {Qt::Key_1, Qt::Key_2}) {
            open.key(lane);
            open.key(Qt::Key_PageUp);
        }
        QCoreApplication::processEvents();
        const auto places = [&open] {
            QCoreApplication::processEvents();
            return std::array{
                open.window.code()->geometry(), open.window.findings()->geometry(), open.window.timeline()->geometry()};
        };
        const auto before = places();
        QSignalSpy finished(&open.window.session(), &Session::runFinished);
        open.key(Qt::Key_Space);
        const auto during = places();
        QVERIFY(during == before || finished.count() > 0);
        QTRY_COMPARE(finished.count(), 1);
        const auto after = places();
        QVERIFY(after[1] == before[1]);
        QVERIFY(after[2] == before[2]);
        open.key(Qt::Key_R, Qt::ControlModifier);
        const auto again = places();
        QVERIFY(again == after || finished.count() > 1);
        QTRY_COMPARE(finished.count(), 2);
        QVERIFY(places() == after);
    }

    void aReadyTimelineIsQuiet()
    {
        OpenWindow open;
        const ChartLayout &layout = open.window.timeline()->layoutInSight();
        QVERIFY(!layout.rows.empty());
        for (const RowShape &row : layout.rows)
            QVERIFY2(row.note.text.isEmpty(), qPrintable(row.note.text));
        auto *invite = open.find<QPushButton>("runHint");
        QVERIFY(invite->y() > layout.bottom());
        QVERIFY(invite->geometry().bottom() < open.window.timeline()->height());
        QTest::mouseClick(invite, Qt::LeftButton);
        QVERIFY(open.window.session().isRunning());
    }

    void tabGoesThroughThePageInReadingOrder()
    {
        OpenWindow open;
        QCoreApplication::processEvents();
        const QList<QWidget *> panels{open.window.header(), open.window.parameters(), open.window.question(), open.window.code(),
            open.window.timeline(), open.window.transport()};
        open.window.sidebar()->filter()->setFocus();
        QList<int> visited;
        bool stayed = true;
        for (int i = 0; i < 80; ++i) {
            QTest::keyClick(open.window.focusWidget(), Qt::Key_Tab);
            QWidget *now = open.window.focusWidget();
            for (int panel = 0; panel < panels.size(); ++panel) {
                if ((now == panels[panel] || panels[panel]->isAncestorOf(now)) && (visited.isEmpty() || visited.last() != panel))
                    visited.append(panel);
            }
            stayed = stayed && now->isVisible();
            if (now == open.window.sidebar()->filter())
                break;
        }
        QVERIFY(stayed);
        QVERIFY(std::ranges::is_sorted(visited));
        QCOMPARE(visited.size(), panels.size());
    }

    void anAnswerKeepsTheFocusAndSpacePressesIt()
    {
        OpenWindow open(*findLesson(u"missing-await"), lessons());
        auto *answer = open.find<QPushButton>("answer3");
        answer->setFocus();
        QTest::keyClick(answer, Qt::Key_Space);
        QTRY_COMPARE(open.window.session().answered(), 2);
        QVERIFY(!open.window.session().isRunning());
        QCOMPARE(open.window.focusWidget()->objectName(), QString("answer3"));
    }

    void escapeGivesTheKeysBackToThePage()
    {
        OpenWindow open;
        open.runToEnd();
        Slider *slider = open.window.parameters()->row("getUser")->slider();
        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_Escape);
        const std::size_t step = open.window.session().playback().moment().step;
        open.key(Qt::Key_Left);
        QCOMPARE(open.window.session().playback().moment().step, step - 1);
        TimelineView *view = open.window.timeline();
        view->selectNextTask();
        QVERIFY(view->selectedTask());
        open.key(Qt::Key_Escape);
        QVERIFY(!view->selectedTask());
    }
};

QTEST_MAIN(TestLayout)
#include "tst_layout.moc"
