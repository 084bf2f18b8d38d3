// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/trace/trace.h"
#include "widgets/theme/theme.h"
#include "widgets/timeline/canvas.h"

#include <span>

namespace awaitscope {

/// Everything that a stretch or an end of a lane can say. Each has four cues: fill, texture, mark and word.
enum class Cue {
    Created,
    Running,
    Paused, ///< on the stack, below a task that it called
    InFlight,
    Awaiting,
    Queued,
    Blocking,
    OnWorker,
    Orphaned,
    Nested,
    Cleanup,
    SeatHeld,
    Overused, ///< more users than seats
    Counted,
    Beat,
    Done,
    Failed,
    Cancelled,
    TimedOut,
    NeverStarted,
    Deadline,
    Stall,
    Note,
};

/// The small drawing beside a bar or an end.
enum class Mark { None, HollowDot, Seat, Column, Band, Unread, Depth, Steps, Check, Cross, Slash, Clock, Flag, Bell, Pin };

/// How one cue looks in one theme.
struct CueStyle
{
    Fill fill;
    Stroke outline;
    double height = 0.0; ///< of the bar, as a share of the height of a usual bar; 0 for ends
    double radius = 0.0; ///< of the corners, px
    Mark mark = Mark::None;
    QColor color; ///< of mark and word
    QColor text; ///< of a label that lies on the bar
    QString word;
};

/// All cues, in the order in which a legend names them.
std::span<const Cue> allCues();
/// The one table from which every drawing of a state is made.
CueStyle cueStyle(Cue cue, const Theme &theme);
/// The cue of a stretch of a record.
Cue cueOf(const Span &span);
/// The cue of an end; only for a state that isEnd().
Cue cueOfEnd(TaskState outcome);

/// Draws a stretch in a state, filling `area` as its cue says.
void drawBar(Canvas &canvas, Cue cue, const QRectF &area, const Theme &theme);
/// Draws a mark within a circle of `radius` px.
void drawMark(Canvas &canvas, Mark mark, QPointF center, double radius, const QColor &color, const QColor &background);
/// Draws bar, mark and word of a cue side by side: what a legend shows. `at` is the left end, on the middle line.
void drawSample(Canvas &canvas, Cue cue, QPointF at, double textSize, const Theme &theme, const QString &word);
/// Width of what drawSample() draws.
double sampleWidth(Cue cue, double textSize, const Theme &theme, const QString &word);

} // namespace awaitscope
