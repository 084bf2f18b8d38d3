// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/session.h"

namespace awaitscope {

void Session::cancelTask(std::size_t subject, TaskId task)
{
    if (!cannotCancel(subject, task).isEmpty())
        return;
    const Trace &trace = *playback_.subjects()[subject].trace;
    std::vector<TaskId> chain;
    for (TaskId link = task; link; link = trace.task(link).parent)
        chain.push_back(link);
    player_.cancelTask(static_cast<int>(subject), std::move(chain));
}

std::optional<std::size_t> Session::cancellableSubject() const
{
    if (!isLive() || clock() != ClockKind::Real || player_.live().empty())
        return std::nullopt;
    const auto current = static_cast<std::size_t>(player_.current());
    const LessonPlayer::Live &live = player_.live()[current];
    return live.trace && !live.ended ? std::optional(current) : std::nullopt;
}

QString Session::cannotCancel(std::size_t subject, TaskId task) const
{
    const auto playing = cancellableSubject();
    if (!playing && clock() == ClockKind::Virtual)
        return tr("The virtual clock is done at once. Choose the real clock to cancel a task in mid-run.");
    if (!playing)
        return tr("Nothing is running. Press Space to run, and cancel while it does.");
    if (!task)
        return tr("Select a task first.");
    const bool known
        = subject < playback_.subjects().size() && playback_.subjects()[subject].trace->tasks().size() > task.index();
    if (!known || subject != *playing)
        return tr("Its variant is not the one that is running now.");
    return isEnd(playback_.subjects()[subject].trace->task(task).outcome) ? tr("It has ended.") : QString();
}

} // namespace awaitscope
