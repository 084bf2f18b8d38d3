// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/cues.h"

#include <QCoreApplication>

#include <array>

namespace awaitscope {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

CueStyle solid(const QColor &color, double height, double radius, const QColor &text, const QString &word)
{
    CueStyle style;
    style.fill = {color, Texture::Solid, Qt::transparent};
    style.height = height;
    style.radius = radius;
    style.color = color;
    style.text = text;
    style.word = word;
    return style;
}

CueStyle outlined(const Fill &fill, const Stroke &outline, double height, double radius, const QColor &text, const QString &word)
{
    return {fill, outline, height, radius, Mark::None, outline.color, text, word};
}

CueStyle ending(Mark mark, const QColor &color, const QString &word)
{
    CueStyle style = solid(color, 0.0, 0.0, color, word);
    style.mark = mark;
    return style;
}

CueStyle marked(CueStyle style, Mark mark)
{
    style.mark = mark;
    return style;
}

} // namespace

std::span<const Cue> allCues()
{
    static constexpr std::array cues{Cue::Created, Cue::Running, Cue::Paused, Cue::InFlight, Cue::Awaiting, Cue::Queued,
        Cue::Blocking, Cue::OnWorker, Cue::Orphaned, Cue::Nested, Cue::Cleanup, Cue::SeatHeld, Cue::Overused, Cue::Counted,
        Cue::Beat, Cue::Done, Cue::Failed, Cue::Cancelled, Cue::TimedOut, Cue::NeverStarted, Cue::Deadline, Cue::Stall,
        Cue::Note};
    return cues;
}

CueStyle cueStyle(Cue cue, const Theme &t)
{
    switch (cue) {
    case Cue::Created:
        return marked(
            outlined({t.panel, Texture::Solid, Qt::transparent}, {t.awaitingLine, 1.0}, 0.8, 2.0, t.text, Words::tr("created")),
            Mark::HollowDot);
    case Cue::Running:
        return solid(t.running, 1.3, 1.0, t.panel, Words::tr("running, one at a time"));
    case Cue::Paused:
        return solid(t.awaitingLine, 0.1, 0.0, t.text, Words::tr("paused by its call"));
    case Cue::InFlight:
        return outlined({t.inFlightFill, Texture::Solid, Qt::transparent}, {t.inFlightLine, 1.0}, 1.0, 2.0, t.inFlightText,
            Words::tr("in flight"));
    case Cue::Awaiting:
        return outlined(
            {t.awaitingFill, Texture::Hatched, t.awaitingInk}, {t.awaitingLine, 1.0}, 0.66, 0.0, t.text, Words::tr("awaiting"));
    case Cue::Queued:
        return marked(
            outlined({t.queuedFill, Texture::Dotted, t.queuedInk}, {t.queuedInk, 1.0}, 0.8, 2.0, t.text, Words::tr("queued")),
            Mark::Seat);
    case Cue::Blocking:
        return marked(solid(t.blocking, 1.15, 1.0, t.onBlocking, Words::tr("loop held 50 ms or more, shaded")), Mark::Column);
    case Cue::OnWorker:
        return marked(solid(t.arrow, 0.7, 3.0, t.panel, Words::tr("on a worker thread")), Mark::Band);
    case Cue::Orphaned:
        return marked(outlined({t.panel, Texture::Solid, Qt::transparent}, {t.orphaned, 1.4, true}, 1.0, 0.0, t.orphaned,
                          Words::tr("orphaned, unread")),
            Mark::Unread);
    case Cue::Nested:
        return marked(outlined({t.awaitingFill, Texture::Solid, Qt::transparent}, {t.text, 2.5}, 1.15, 0.0, t.text,
                          Words::tr("nested loop")),
            Mark::Depth);
    case Cue::Cleanup:
        return outlined(
            {t.cleanupFill, Texture::Striped, t.cancelled}, {t.cancelled, 1.0}, 0.5, 0.0, t.text, Words::tr("cleanup"));
    case Cue::SeatHeld:
        return outlined(
            {t.group, Texture::Solid, Qt::transparent}, {t.secondary, 1.0}, 0.95, 4.0, t.text, Words::tr("holds a seat"));
    case Cue::Overused:
        return outlined({t.overusedFill, Texture::Striped, t.failed}, {t.failed, 1.5}, 1.05, 0.0, t.text,
            Words::tr("more in use than seats"));
    case Cue::Counted:
        return marked(outlined({t.awaitingFill, Texture::Solid, Qt::transparent}, {t.arrow, 1.5}, 0.0, 0.0, t.text,
                          Words::tr("count over time")),
            Mark::Steps);
    case Cue::Beat:
        return solid(t.arrow, 0.7, 0.0, t.panel, Words::tr("heartbeat"));
    case Cue::Done:
        return ending(Mark::Check, t.done, Words::tr("done"));
    case Cue::Failed:
        return ending(Mark::Cross, t.failed, Words::tr("failed"));
    case Cue::Cancelled:
        return ending(Mark::Slash, t.cancelled, Words::tr("cancelled"));
    case Cue::TimedOut:
        return ending(Mark::Clock, t.timedOut, Words::tr("timed out"));
    case Cue::NeverStarted:
        return ending(Mark::HollowDot, t.secondary, Words::tr("never started"));
    case Cue::Deadline:
        return ending(Mark::Flag, t.deadline, Words::tr("deadline"));
    case Cue::Stall:
        return ending(Mark::Bell, t.blocking, Words::tr("a monitor's alarm"));
    case Cue::Note:
        return ending(Mark::Pin, t.secondary, Words::tr("note of the run"));
    }
    Q_UNREACHABLE();
}

Cue cueOf(const Span &span)
{
    if (span.cleanup && !blocks(span))
        return Cue::Cleanup;
    switch (span.state) {
    case TaskState::Running:
        return span.thread != 0 ? Cue::OnWorker : blocks(span) ? Cue::Blocking : Cue::Running;
    case TaskState::Paused:
        return Cue::Paused;
    case TaskState::Awaiting:
        return Cue::Awaiting;
    case TaskState::Queued:
        return Cue::Queued;
    case TaskState::Created:
        return Cue::Created;
    default:
        return Cue::InFlight;
    }
}

Cue cueOfEnd(TaskState outcome)
{
    switch (outcome) {
    case TaskState::Failed:
        return Cue::Failed;
    case TaskState::Cancelled:
        return Cue::Cancelled;
    case TaskState::TimedOut:
        return Cue::TimedOut;
    case TaskState::NeverStarted:
        return Cue::NeverStarted;
    default:
        return Cue::Done;
    }
}

} // namespace awaitscope
