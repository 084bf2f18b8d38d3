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
    /// What is in sight of a chart that is scrolled; strips stay there while their lanes pass. Both zero: all is in sight.
    double viewTop = 0.0;
    double viewBottom = 0.0;
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
    double flag = 17.0; ///< of the band above a lane that has flags
    double stripRow = 20.0; ///< of a strip's row with bars
    double stripLine = 36.0; ///< of a strip's row with a step line

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
    bool orphaned = false; ///< dashed, with its own look faint inside
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
    int order = 0; ///< its number in the order of a cancellation; 0: none
    double numberX = 0.0, numberWidth = 0.0; ///< of the ring around that number; the middle, and how wide
    QRectF badgeBox() const { return {badge.x() - radius, badge.y() - radius, 2 * radius, 2 * radius}; }
    QRectF numberBox() const
    {
        return order > 0 ? QRectF(numberX - numberWidth / 2, badge.y() - radius, numberWidth, 2 * radius) : QRectF();
    }
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

/// A flag above a lane, with a pole at its exact time.
struct FlagShape
{
    ModelFlag::Kind kind = ModelFlag::Kind::Deadline;
    double x = 0.0;
    double top = 0.0, bottom = 0.0; ///< of the pole
    bool beyond = false; ///< the time lies right of what is shown: there is no pole
    QRectF mark;
    double budgetFrom = 0.0, budgetTo = 0.0; ///< of the line that shows what is left of a deadline; none where equal
    std::size_t group = 0, row = 0, flag = 0;
};

/// A line from mark to mark.
struct GapShape
{
    double from = 0.0, to = 0.0, y = 0.0;
};

struct StripBarShape
{
    Cue cue = Cue::SeatHeld;
    QRectF rect;
    std::size_t row = 0, bar = 0; ///< indices into the strip
};

struct StepLineShape
{
    QRectF area; ///< from 0 to the most
    std::vector<QPointF> points; ///< corners, left to right
    std::optional<double> limit; ///< y
    StepLine line; ///< for the value at a moment
    std::size_t row = 0;
};

/// A strip under the lanes.
struct StripShape
{
    QRectF rect; ///< from edge to edge
    TextShape name;
    std::vector<TextShape> notes, labels;
    std::vector<StripBarShape> bars;
    std::vector<StepLineShape> lines;
    std::size_t group = 0, strip = 0;
};

/// An enlarged cancellation, on an axis of its own.
struct CascadeShape
{
    struct Step
    {
        Cue cue = Cue::Cancelled;
        QRectF bar;
        QRectF badge;
        QString number; ///< "3", "3–7"
        std::vector<TextShape> texts; ///< what happened, and when
    };

    QRectF frame;
    TimeAxis axis;
    double axisY = 0.0; ///< of its ruler's labels; the lines go from below them to the frame's bottom
    std::vector<AxisTick> ticks;
    std::vector<TextShape> titles;
    std::vector<Step> steps;
    double from = 0.0, to = 0.0; ///< x of the stretch on the axis of the chart
    double lanesBottom = 0.0;
    bool inSight = false; ///< the stretch is
};

/// What was expected, and what was.
struct GhostShape
{
    QRectF bar; ///< null: nothing is drawn yet
    QRectF truth; ///< null: not known, or not yet to be known
    std::size_t group = 0, row = 0;
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

/// What a variant's end differs by from the run before; it has a line of its own, below the lanes.
struct DifferenceShape
{
    double before = 0.0, now = 0.0; ///< x of the old end and of the new one
    double y = 0.0;
    bool bracket = false; ///< there is room for it, between the two
    double top = 0.0; ///< of the line at the old end, down to the bracket
    bool line = false; ///< the old end is in sight
    std::vector<TextShape> texts; ///< where there is room
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
    std::vector<FlagShape> flags;
    std::vector<GapShape> gaps;
    std::vector<GhostShape> ghosts;
    std::vector<ArrowShape> arrows;
    std::vector<SavingShape> savings;
    std::vector<DifferenceShape> differences;
    std::vector<StripShape> strips;
    std::vector<CascadeShape> cascades;
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
    enum class Kind { Nothing, Header, Row, Bar, End, Flag, Strip };
    Kind kind = Kind::Nothing;
    std::size_t group = 0, row = 0; ///< of a strip: its number
    std::size_t bar = 0; ///< of a flag: its number
    std::size_t stripRow = 0;
    bool operator==(const ChartHit &) const = default;
};
ChartHit hitTest(const ChartLayout &layout, QPointF at);
/// What is known of it, a line a fact; empty where there is nothing to say.
QStringList hitDetails(const ChartModel &model, const ChartHit &hit);

} // namespace awaitscope
