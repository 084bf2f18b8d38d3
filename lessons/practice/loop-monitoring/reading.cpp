// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/practice/loop-monitoring/reading.h"

#include "lessons/trace/analysis.h"

#include <QFileInfo>

#include <algorithm>

namespace awaitscope::lesson_loop_monitoring {

Reading::Reading(const Trace &trace) : trace_(trace)
{
    if (!trace.blocks().empty())
        block_ = &trace.blocks().front();
    for (const LogLine &line : trace.logLines()) {
        if (!line_ && block_ && line.task == block_->task)
            line_ = &line;
    }
    for (const Stall &stall : trace.stalls()) {
        if (!word_ && line_ && stall.seen == line_->time && stall.task == line_->task)
            word_ = &stall;
    }
}

Ns Reading::threadTook() const
{
    for (const Span &span : trace_.spans()) {
        if (work() && span.task == work()->task && span.wait.kind == WaitKind::Thread)
            return work()->end - span.begin;
    }
    return Ns(0);
}

Ns Reading::longestTurn() const
{
    const Turn *longest = awaitscope::longestTurn(trace_);
    return longest ? longest->end - longest->begin : Ns(0);
}

int Reading::otherLines() const
{
    return static_cast<int>(
        std::ranges::count_if(trace_.logLines(), [this](const LogLine &line) { return !block_ || line.task != block_->task; }));
}

int Reading::linesDuringWork(Ns margin) const
{
    return static_cast<int>(std::ranges::count_if(trace_.logLines(), [&](const LogLine &line) {
        return block_ && line.task == block_->task && work() && line.time > work()->begin && line.time > block_->end + margin;
    }));
}

bool Reading::namesCulprit() const
{
    return word_ && word_->task == block_->task && word_->site == block_->site
        && trace_.site(word_->site).function == u"renderReport";
}

QString Reading::culprit() const
{
    const Site &site = trace_.site(word_->site);
    return QStringLiteral("%1, %2:%3").arg(site.function, QFileInfo(site.file).fileName()).arg(site.line);
}

Ns Reading::latestBeat() const
{
    Ns latest{0};
    for (const Beat &beat : trace_.beats())
        latest = std::max(latest, beat.at - beat.due);
    return latest;
}

} // namespace awaitscope::lesson_loop_monitoring
