// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/timeline/layout_faults.h"
#include "tests/timeline/recording_canvas.h"
#include "tests/timeline/runs.h"
#include "widgets/timeline/chart_ghosts.h"
#include "widgets/timeline/chart_painter.h"
#include "widgets/timeline/figure.h"
#include "widgets/timeline/figure_layout.h"
#include "widgets/timeline/ghost_lane.h"
#include "widgets/timeline/timeline_view.h"

#include <QSignalSpy>
#include <QTest>

using namespace awaitscope;
using namespace std::chrono_literals;
using test::faultOf;

namespace {

Ghost ghost(std::size_t subject, std::optional<GhostSpan> drawn, std::optional<GhostSpan> truth = {}, bool movesBegin = false)
{
    return {.subject = subject,
        .name = subject == 0 ? QStringLiteral("A") : QStringLiteral("B"),
        .movesBegin = movesBegin,
        .drawn = drawn,
        .truth = truth};
}

ChartModel modelWith(const std::vector<Ghost> &ghosts)
{
    return withGhosts(makeChartModel(test::twins()), ghosts);
}

/// What is wrong with the ghosts of a layout; empty for good ones.
QString faultOfGhosts(const ChartLayout &layout)
{
    for (const GhostShape &ghost : layout.ghosts) {
        for (const TextShape &label : layout.labels) {
            const QRectF box = label.box();
            if (box.intersects(ghost.truth))
                return QStringLiteral("“%1” hides the truth").arg(label.text);
            const bool inside = ghost.bar.contains(box);
            if (box.intersects(ghost.bar) && !inside)
                return QStringLiteral("“%1” breaks the outline").arg(label.text);
        }
        for (const SavingShape &saving : layout.savings) {
            for (const TextShape &text : saving.texts) {
                if (text.box().intersects(ghost.bar) || text.box().intersects(ghost.truth))
                    return QStringLiteral("“%1” meets a ghost").arg(text.text);
            }
        }
        for (const BarShape &bar : layout.bars) {
            if (bar.rect.intersects(ghost.bar) || bar.rect.intersects(ghost.truth))
                return QStringLiteral("a bar of the run meets a ghost");
        }
    }
    return {};
}

const TextShape *labelWith(const ChartLayout &layout, const QString &words)
{
    const auto found = std::ranges::find_if(layout.labels, [&](const TextShape &label) { return label.text.contains(words); });
    return found != layout.labels.end() ? &*found : nullptr;
}

bool explains(const std::vector<LegendItem> &items, LegendItem::Kind kind)
{
    return std::ranges::count(items, kind, &LegendItem::kind) == 1;
}

} // namespace

class TestGhosts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void haveALaneOfTheirOwn()
    {
        const ChartModel without = makeChartModel(test::twins());
        const ChartModel model
            = modelWith({ghost(1, GhostSpan{0ns, 310ms}, GhostSpan{0ns, 197ms}), ghost(1, GhostSpan{10ms, 20ms}, {}, true)});
        QCOMPARE(model.groups[0].rows.size(), without.groups[0].rows.size());
        QCOMPARE(model.groups[1].rows.size(), without.groups[1].rows.size() + 2);
        QCOMPARE(model.groups[1].rows[0].kind, ModelRow::Kind::Ghost);
        QCOMPARE(model.groups[1].rows[0].name, QString("B, predicted"));
        QCOMPARE(withGhosts(model, {}).groups[1].rows.size(), without.groups[1].rows.size());
    }

    void standAtTheirTimes()
    {
        const ChartLayout layout
            = layoutChart(modelWith({ghost(1, GhostSpan{40ms, 310ms}, GhostSpan{0ns, 197ms}, true)}), test::wide(960));
        QCOMPARE(layout.ghosts.size(), std::size_t(1));
        const GhostShape &shape = layout.ghosts.front();
        QCOMPARE(shape.bar.left(), toX(layout.axis, 40ms));
        QCOMPARE(shape.bar.right(), toX(layout.axis, 310ms));
        QCOMPARE(shape.truth.left(), toX(layout.axis, 0ns));
        QCOMPARE(shape.truth.right(), toX(layout.axis, 197ms));
        QVERIFY(labelWith(layout, "you: 40 ms to 310 ms, it was 0 to 197 ms"));
    }

    void nothingCollides_data()
    {
        QTest::addColumn<double>("width");
        for (const double width : {420.0, 713.0, 960.0, 1900.0})
            QTest::addRow("%g", width) << width;
    }

    void nothingCollides()
    {
        QFETCH(double, width);
        for (const Ns drawn : std::initializer_list<Ns>{1ms, 60ms, 197ms, 200ms, 330ms, 409ms, 900ms, 5s}) {
            for (const bool known : {true, false}) {
                const auto truth = [&](Ns time) { return known ? std::optional(GhostSpan{0ns, time}) : std::nullopt; };
                const std::vector<Ghost> ghosts{ghost(0, GhostSpan{0ns, drawn}, truth(407ms)),
                    ghost(1, GhostSpan{0ns, drawn}, truth(196ms)), ghost(1, GhostSpan{drawn / 2, drawn}, truth(2ms), true)};
                const ChartModel model = modelWith(ghosts);
                for (const double textSize : {12.0, 24.0}) {
                    ChartRequest request = test::wide(width * textSize / 12);
                    request.textSize = textSize;
                    for (const Ns to : std::initializer_list<Ns>{0ns, 90ms, 480ms}) { // whole, and zoomed in
                        request.to = to;
                        const ChartLayout layout = layoutChart(model, request);
                        const QString where = QStringLiteral("%1 ms, to %2 ms: ").arg(drawn / 1ms).arg(to / 1ms);
                        QVERIFY2(faultOf(layout).isEmpty(), qPrintable(where + faultOf(layout)));
                        QVERIFY2(faultOfGhosts(layout).isEmpty(), qPrintable(where + faultOfGhosts(layout)));
                    }
                }
            }
        }
    }

    void sayWhatTheyAre()
    {
        for (const Ns drawn : std::initializer_list<Ns>{1ms, 200ms, 900ms}) {
            const ChartLayout layout
                = layoutChart(modelWith({ghost(0, GhostSpan{0ns, drawn}, GhostSpan{0ns, 407ms})}), test::wide(960));
            QVERIFY2(labelWith(layout, ", it was 407 ms"), qPrintable(QString::number(drawn / 1ms)));
        }
    }

    void areInTheLegendOnlyWhereTheyAre()
    {
        const auto legend = [](const std::vector<Ghost> &ghosts) {
            const ChartModel model = modelWith(ghosts);
            return legendItems(model, layoutChart(model, test::wide(960)), false);
        };
        using Kind = LegendItem::Kind;
        const auto both = legend({ghost(0, GhostSpan{0ns, 310ms}, GhostSpan{0ns, 407ms})});
        QVERIFY(explains(both, Kind::Ghost) && explains(both, Kind::Truth));
        const auto open = legend({ghost(0, GhostSpan{0ns, 310ms})});
        QVERIFY(explains(open, Kind::Ghost) && !explains(open, Kind::Truth));
        const auto nothing = legend({ghost(0, {})});
        QVERIFY(!explains(nothing, Kind::Ghost) && !explains(nothing, Kind::Truth));
    }

    void areToldApartWithoutColour()
    {
        const ChartLayout layout
            = layoutChart(modelWith({ghost(0, GhostSpan{0ns, 310ms}, GhostSpan{0ns, 407ms})}), test::wide(960));
        for (const ThemeKind kind : {ThemeKind::Light, ThemeKind::Dark, ThemeKind::Print}) {
            test::RecordingCanvas canvas;
            chart::paintGhosts(canvas, layout, theme(kind));
            QCOMPARE(canvas.rects.size(), std::size_t(1));
            QVERIFY(canvas.rects[0].stroke.dashed);
            QCOMPARE(canvas.rects[0].fill.color.alpha(), 0);
            QVERIFY(canvas.lines.size() == 3 && !canvas.lines[0].stroke.dashed);
            QVERIFY(contrast(canvas.rects[0].stroke.color, theme(kind).panel) >= 3.0);
            QVERIFY(contrast(canvas.lines[0].stroke.color, theme(kind).panel) >= 4.5);
        }
    }

    void theAxisStaysWhileOneDraws()
    {
        ChartRequest request = test::wide(960);
        request.expected = 600ms;
        const TimeAxis before = layoutChart(modelWith({ghost(0, {})}), request).axis;
        for (const Ns end : std::initializer_list<Ns>{1ms, 300ms, 599ms})
            QVERIFY(layoutChart(modelWith({ghost(0, GhostSpan{0ns, end})}), request).axis == before);
    }

    void areInEveryFigure_data()
    {
        QTest::addColumn<QString>("format");
        for (const char *format : {"png", "svg", "pdf"})
            QTest::newRow(format) << format;
    }

    void areInEveryFigure()
    {
        QFETCH(QString, format);
        Figure figure;
        figure.title = QStringLiteral("Sequential vs parallel");
        figure.subjects = test::twins();
        const auto bytes = [&] { return renderFigure(figure, {}, format).value(); };
        const QByteArray without = bytes();
        figure.ghosts = {ghost(1, GhostSpan{0ns, 310ms}, GhostSpan{0ns, 196ms})};
        const QByteArray with = bytes();
        QVERIFY(with != without);
        QCOMPARE(bytes(), with);
        if (format == u"svg")
            QVERIFY(
                with.contains("you: 310 ms, it was 196 ms") && with.contains("as you predicted") && with.contains("as it was"));
        const FigureLayout layout = layoutFigure(figure, {}).value();
        QVERIFY2(faultOf(layout.chart).isEmpty(), qPrintable(faultOf(layout.chart)));
        QVERIFY2(faultOfGhosts(layout.chart).isEmpty(), qPrintable(faultOfGhosts(layout.chart)));
        QVERIFY(explains(layout.legend, LegendItem::Kind::Ghost));
    }

    void aLaneIsThereOnlyWhileItCanBeDrawn()
    {
        TimelineView view;
        view.resize(800, 500);
        view.setSubjects({{"A", "Sequential", std::make_shared<const Trace>()}});
        view.setExpectedLength(500ms);
        view.show();
        QVERIFY(!view.ghostLane(0));
        view.setGhosts({ghost(0, {})}, true);
        QVERIFY(view.ghostLane(0));
        QVERIFY(!view.ghostLane(1));
        QCOMPARE(view.ghostLane(0)->accessibleName(), QString("A: not drawn yet"));
        view.setGhosts({ghost(0, GhostSpan{0ns, 310ms})}, true);
        QCOMPARE(view.ghostLane(0)->accessibleName(), QString("A: 310 ms"));
        view.setGhosts({ghost(0, GhostSpan{0ns, 310ms})}, false);
        QVERIFY(!view.ghostLane(0));
    }
};

QTEST_MAIN(TestGhosts)
#include "tst_ghosts.moc"
