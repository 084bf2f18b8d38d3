// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/timeline/axis.h"
#include "widgets/timeline/chart_model.h"

namespace awaitscope {

/// Where a chart may go, and how it is to be seen. All lengths in px.
struct ChartRequest
{
    double left = 0.0;
    double top = 0.0; ///< of the first header; may be negative where the chart is scrolled
    double width = 700.0;
    double fillHeight = 0.0; ///< rows grow towards this height as far as they may; 0: rows of the usual height
    double rowHeight = 0.0; ///< other than 0: rows of just this height
    double nameColumn = 0.0; ///< the names get at least this much
    double textSize = 12.0; ///< of labels; all else scales with it
    Ns from{0}; ///< the stretch to show; both zero: the whole of it, with room for what stands beside the ends
    Ns to{0};
    Ns expected{0}; ///< the whole of it lasts at least this long
    std::optional<TaskRef> selected;
};

/// All sizes that follow from text size and row height, px.
struct ChartMetrics
{
    double unit = 1.0; ///< 1 at a text size of 12
    double text = 12.0;
    double name = 13.0; ///< text of headers and row names
    double header = 30.0;
    double row = 32.0;
    double bar = 20.0;
    double lane = 28.0; ///< height of end marks
    double badge = 7.5; ///< radius
    double groupPad = 5.0; ///< between header and first row; after the last row there are two
    double ruler = 30.0;

    static ChartMetrics make(double textSize, double rowHeight);
    /// Least, usual and largest height of a row.
    static double leastRow(double textSize) { return 22.0 * textSize / 12.0; }
    static double usualRow(double textSize) { return 32.0 * textSize / 12.0; }
    static double largestRow(double textSize) { return 44.0 * textSize / 12.0; }
};

/// What a text is, from which the painter knows its colour.
enum class Ink { Name, Secondary, OnBar, Beside, End, Plain, Good, Bad, Saved };

/// A text with its place.
struct TextShape
{
    QPointF at; ///< on the baseline
    QString text;
    TextStyle style; ///< without colours
    Ink ink = Ink::Name;
    Cue cue = Cue::Running; ///< of OnBar and End
    std::size_t group = 0, row = 0;
    QRectF box() const;
};

/// A bar or tick of a lane, or of the loop.
struct BarShape
{
    Cue cue = Cue::Running;
    QRectF rect;
    std::size_t group = 0, row = 0, bar = 0; ///< indices into the model
    bool tick() const { return cue == Cue::Running; }
};

struct EndShape
{
    Cue cue = Cue::Done;
    double x = 0.0; ///< the exact time
    double top = 0.0, bottom = 0.0;
    QPointF badge; ///< its centre
    double radius = 0.0;
    std::size_t group = 0, row = 0;
    QRectF badgeBox() const { return {badge.x() - radius, badge.y() - radius, 2 * radius, 2 * radius}; }
    QRectF lineBox() const { return {x - 1.0, top, 2.0, bottom - top}; }
};

struct RowShape
{
    QRectF rect; ///< from edge to edge
    TextShape name;
    TextShape note; ///< may be empty
    std::size_t group = 0, row = 0;
    bool loop = false;
    bool selected = false;
    double lineFrom = 0.0, lineTo = 0.0; ///< of the loop's thin line
};

struct HeaderShape
{
    QRectF rect;
    std::vector<TextShape> title; ///< letter and title
    std::vector<TextShape> facts;
    QRectF lanes; ///< below the header: all rows of the group
};

/// A line along points with a head at its end.
struct ArrowShape
{
    enum class Kind { Spawn, Return } kind = Kind::Spawn;
    std::vector<QPointF> points;
};

struct SavingShape
{
    double from = 0.0, to = 0.0; ///< x
    double y = 0.0;
    bool arrow = false; ///< there is room for it
    double top = 0.0, bottom = 0.0; ///< of the dashed line
    bool line = false; ///< the reference's end is in sight
    std::vector<TextShape> texts; ///< those for which there is room
};

/// A chart in pixels: what is drawn, and where.
struct ChartLayout
{
    ChartMetrics metrics;
    TimeAxis axis;
    double left = 0.0, right = 0.0; ///< of the whole
    double top = 0.0, height = 0.0;
    double clipLeft = 0.0; ///< nothing of the lanes is drawn left of this
    std::vector<AxisTick> ticks;
    std::vector<HeaderShape> headers;
    std::vector<RowShape> rows;
    std::vector<QRectF> shades;
    std::vector<BarShape> bars;
    std::vector<EndShape> ends;
    std::vector<TextShape> labels;
    std::vector<ArrowShape> arrows;
    std::vector<SavingShape> savings;
    std::optional<TaskRef> selected;

    double bottom() const { return top + height; }
    QRectF plot() const { return {clipLeft, top, right - clipLeft, height}; }
};

/// Places everything. Colours are left to the painter.
ChartLayout layoutChart(const ChartModel &model, const ChartRequest &request);
/// The height that layoutChart() needs with rows as low as they may be.
double leastChartHeight(const ChartModel &model, const ChartRequest &request);

/// What lies under a point.
struct ChartHit
{
    enum class Kind { Nothing, Header, Row, Bar, End };
    Kind kind = Kind::Nothing;
    std::size_t group = 0, row = 0, bar = 0;
    bool operator==(const ChartHit &) const = default;
};
ChartHit hitTest(const ChartLayout &layout, QPointF at);
/// What is known of it, a line a fact; empty where there is nothing to say.
QStringList hitDetails(const ChartModel &model, const ChartHit &hit);

} // namespace awaitscope
