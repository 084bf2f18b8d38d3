// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/timeline/runs.h"
#include "widgets/timeline/timeline_view.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <cmath>

using namespace awaitscope;
using namespace std::chrono_literals;

namespace {

Moment at(Ns time)
{
    Moment moment;
    moment.time = time;
    return moment;
}

class ShownView : public TimelineView
{
public:
    explicit ShownView(std::vector<Subject> subjects = test::twins(), QSize size = {713, 680})
    {
        setSubjects(std::move(subjects));
        resize(size);
        show();
        activateWindow();
        setFocus();
        if (!QTest::qWaitForWindowExposed(this))
            qFatal("the view does not show");
    }

    void turnWheel(QPointF where, QPoint angle, Qt::KeyboardModifiers modifiers = {})
    {
        QWheelEvent event(where, mapToGlobal(where), {}, angle, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(this, &event);
    }
    QPointF middleOf(std::size_t group, std::size_t row, Ns time)
    {
        const ChartLayout &layout = layoutInSight();
        for (const RowShape &shape : layout.rows) {
            if (shape.group == group && shape.row == row)
                return {toX(layout.axis, time), shape.rect.center().y()};
        }
        return {};
    }
    double timeUnder(double x) { return static_cast<double>(toTime(layoutInSight().axis, x).count()); }
};

} // namespace

class TestTimelineView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<Ns>(); }

    void wheelZoomsAtTheCursor()
    {
        ShownView view;
        const QPointF cursor(420, 300);
        const double before = view.timeUnder(cursor.x());
        QSignalSpy changed(&view, &TimelineView::viewChanged);
        for (int i = 0; i < 8; ++i) {
            view.turnWheel(cursor, {0, 120}, Qt::ControlModifier);
            const double nsPerPixel = static_cast<double>(view.layoutInSight().axis.length().count()) / 500;
            QVERIFY(std::abs(view.timeUnder(cursor.x()) - before) <= nsPerPixel);
        }
        QCOMPARE(changed.count(), 8);
        QVERIFY(view.zoomedIn());
        const auto [from, to] = view.visibleRange();
        QVERIFY(to - from < 409ms / 4);
        for (int i = 0; i < 20; ++i)
            view.turnWheel(cursor, {0, -120}, Qt::ControlModifier);
        QVERIFY(!view.zoomedIn());
    }

    void keysZoomPanAndFit()
    {
        ShownView view;
        view.setMoment(at(200ms));
        const double x = toX(view.layoutInSight().axis, 200ms);
        QTest::keyClick(&view, Qt::Key_W);
        QTest::keyClick(&view, Qt::Key_W);
        QVERIFY(view.zoomedIn());
        QVERIFY(std::abs(toX(view.layoutInSight().axis, 200ms) - x) < 1);
        const auto from = view.visibleRange().first;
        QTest::keyClick(&view, Qt::Key_D);
        QVERIFY(view.visibleRange().first > from);
        QTest::keyClick(&view, Qt::Key_A);
        QVERIFY(std::abs((view.visibleRange().first - from).count()) <= 2);
        QTest::keyClick(&view, Qt::Key_S);
        QVERIFY(view.zoomedIn());
        QTest::keyClick(&view, Qt::Key_0);
        QVERIFY(!view.zoomedIn());
        for (int i = 0; i < 100; ++i)
            QTest::keyClick(&view, Qt::Key_W);
        const auto [deepFrom, deepTo] = view.visibleRange();
        QVERIFY(deepTo - deepFrom >= 2us && deepTo - deepFrom <= 3us);
        for (int i = 0; i < 50; ++i)
            QTest::keyClick(&view, Qt::Key_A);
        QVERIFY(view.visibleRange().first >= 0ns);
        view.grab();
    }

    void dragPansAndDoubleClickFitsASpan()
    {
        ShownView view;
        view.turnWheel({420, 300}, {0, 480}, Qt::ControlModifier);
        const double before = view.timeUnder(420);
        QTest::mousePress(&view, Qt::LeftButton, {}, {420, 300});
        QTest::mouseMove(&view, {440, 300});
        QTest::mouseMove(&view, {460, 300});
        QTest::mouseRelease(&view, Qt::LeftButton, {}, {460, 300});
        const double nsPerPixel = static_cast<double>(view.layoutInSight().axis.length().count()) / 500;
        QVERIFY(std::abs(view.timeUnder(460) - before) <= 22 * nsPerPixel);
        QVERIFY(std::abs(view.timeUnder(420) - before) > 15 * nsPerPixel);
        QVERIFY(!view.selectedTask()); // a drag selects nothing
        view.fit();
        QTest::mouseDClick(&view, Qt::LeftButton, {}, view.middleOf(0, 2, 250ms).toPoint());
        const auto [from, to] = view.visibleRange();
        QVERIFY(from > 150ms && from < 197ms && to > 316ms && to < 360ms);
    }

    void shiftWheelPansAndWheelScrolls()
    {
        ShownView view(test::twins(), {713, 300});
        auto *bar = view.findChild<QScrollBar *>();
        QVERIFY(bar->isVisible());
        const double y = view.layoutInSight().rows.front().rect.top();
        view.turnWheel({400, 200}, {0, -120});
        QVERIFY(view.layoutInSight().rows.front().rect.top() < y);
        QVERIFY(bar->value() > 0);
        bar->setValue(0);
        QCOMPARE(view.layoutInSight().rows.front().rect.top(), y);
        view.turnWheel({400, 200}, {0, 360}, Qt::ControlModifier);
        const auto from = view.visibleRange().first;
        view.turnWheel({400, 200}, {0, -120}, Qt::ShiftModifier);
        QVERIFY(view.visibleRange().first > from);
        QCOMPARE(bar->value(), 0);
        view.turnWheel({400, 200}, {120, 0});
        QVERIFY(std::abs((view.visibleRange().first - from).count()) <= 2);
    }

    void clickSelectsAndAsksForTheMoment()
    {
        ShownView view;
        QSignalSpy selected(&view, &TimelineView::taskSelected), wanted(&view, &TimelineView::momentWanted);
        QTest::mouseClick(&view, Qt::LeftButton, {}, view.middleOf(1, 2, 60ms).toPoint());
        QCOMPARE(selected.count(), 1);
        QCOMPARE(*view.selectedTask(), (TaskRef{1, TaskId(3)}));
        QCOMPARE(wanted.count(), 1);
        QVERIFY(std::abs((wanted[0][0].value<Ns>() - 60ms).count()) < 2'000'000);
        // Selecting moves nothing: the room for the arrows' legend is there from the start.
        QVERIFY(std::abs(view.middleOf(1, 2, 60ms).x() - toX(view.layoutInSight().axis, 60ms)) < 0.01);
        const double top = view.layoutInSight().top;
        QTest::keyClick(&view, Qt::Key_Down);
        QCOMPARE(*view.selectedTask(), (TaskRef{1, TaskId(4)}));
        QTest::keyClick(&view, Qt::Key_Down);
        QCOMPARE(*view.selectedTask(), (TaskRef{1, TaskId(4)}));
        QTest::keyClick(&view, Qt::Key_Escape);
        QVERIFY(!view.selectedTask());
        QTest::keyClick(&view, Qt::Key_Up);
        QCOMPARE(*view.selectedTask(), (TaskRef{1, TaskId(4)}));
        QCOMPARE(view.layoutInSight().top, top);
    }

    void theRulerMovesThePlayhead()
    {
        ShownView view;
        const ChartLayout &layout = view.layoutInSight();
        const int y = static_cast<int>(layout.top - 10);
        QSignalSpy wanted(&view, &TimelineView::momentWanted);
        QTest::mousePress(&view, Qt::LeftButton, {}, {static_cast<int>(toX(layout.axis, 100ms)), y});
        QTest::mouseMove(&view, {static_cast<int>(toX(layout.axis, 300ms)), y});
        QTest::mouseRelease(&view, Qt::LeftButton, {}, {static_cast<int>(toX(layout.axis, 300ms)), y});
        QVERIFY(wanted.count() >= 2);
        QVERIFY(std::abs((wanted.first()[0].value<Ns>() - 100ms).count()) < 2'000'000);
        QVERIFY(std::abs((wanted.last()[0].value<Ns>() - 300ms).count()) < 2'000'000);
        QTest::mousePress(&view, Qt::LeftButton, {}, {400, y});
        QTest::mouseMove(&view, {-500, y});
        QTest::mouseRelease(&view, Qt::LeftButton, {}, {-500, y});
        QCOMPARE(wanted.last()[0].value<Ns>().count(), 0);
    }

    void thePlayheadIsPaintedButNotInPictures()
    {
        ShownView view;
        const auto column = [](const QImage &image, int x) {
            int found = 0;
            for (int y = 0; y < image.height(); ++y)
                found += image.pixelColor(x, y) == theme(ThemeKind::Light).playhead;
            return found;
        };
        view.setMoment(at(250ms));
        const int x = static_cast<int>(std::round(toX(view.layoutInSight().axis, 250ms)));
        QVERIFY(column(view.grab().toImage(), x) > 200);
        QVERIFY(column(view.picture(), x) < 20);
        QCOMPARE(*view.moment(), Ns(250ms));
        view.clearMoment();
        QVERIFY(column(view.grab().toImage(), x) < 20);
    }

    void hoverShowsDetails()
    {
        ShownView view;
        const QImage before = view.grab().toImage();
        QTest::mouseMove(&view, view.middleOf(0, 1, 120ms).toPoint());
        QVERIFY(view.grab().toImage() != before);
        QTest::mouseMove(&view, {30, view.height() - 4});
        QCOMPARE(view.grab().toImage(), before);
    }

    void liveRunsGrowUnderAFixedAxis()
    {
        const auto script = test::sequentialRun();
        TraceBuilder builder(nullptr);
        RecordReader reader(script.recorder());
        const std::shared_ptr<const Trace> live(&builder.trace(), [](const Trace *) {});
        TimelineView view;
        view.resize(713, 500);
        view.setExpectedLength(410ms);
        view.setSubjects({{QStringLiteral("A"), QStringLiteral("Sequential"), live}});
        const double x = toX(view.layoutInSight().axis, 300ms);
        std::size_t bars = 0;
        for (Ns now = 50ms; now <= 400ms; now += 50ms) {
            reader.read(now, [&](const RawEvent &event, std::uint16_t thread) { builder.add(event, thread, reader.recorder()); });
            builder.advanceTo(now);
            view.refresh();
            view.grab();
            QCOMPARE(toX(view.layoutInSight().axis, 300ms), x);
            QVERIFY(view.layoutInSight().bars.size() >= bars);
            bars = view.layoutInSight().bars.size();
        }
        QVERIFY(bars > 8);
    }

    void withoutSubjectsThereIsAPlaceholder()
    {
        ShownView view(std::vector<Subject>{});
        const QImage empty = view.grab().toImage();
        view.setPlaceholder(QStringLiteral("Press Space to run."));
        QVERIFY(view.grab().toImage() != empty);
        QCOMPARE(view.accessibleDescription(), QStringLiteral("Press Space to run."));
        QTest::keyClick(&view, Qt::Key_W);
        QTest::keyClick(&view, Qt::Key_Down);
        view.turnWheel({300, 300}, {0, 120}, Qt::ControlModifier);
        QTest::mouseClick(&view, Qt::LeftButton, {}, {300, 300});
        view.setSubjects(test::twins());
        QVERIFY(view.accessibleDescription().contains(QStringLiteral("2.07")));
    }

    void anySizeAndTextSizePaints()
    {
        ShownView view;
        for (const QSize size : {QSize(1, 1), QSize(60, 40), QSize(320, 200), QSize(2000, 1500)}) {
            for (const double text : {12.0, 24.0, 48.0}) {
                view.resize(size);
                view.setTextSize(text);
                view.setTheme(ThemeKind::Dark);
                view.grab();
                QVERIFY(view.layoutInSight().metrics.row > 0);
            }
        }
    }
};

QTEST_MAIN(TestTimelineView)
#include "tst_timeline_view.moc"
