// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/trace/caption.h"

#include "lessons/trace/analysis.h"
#include "lessons/trace/wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace awaitscope {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Caption", text);
}

/// "getUser 196 ms".
QString waitName(const Trace &trace, const Span *wait)
{
    return QStringLiteral("%1 %2").arg(trace.task(wait->task).name, readableLength(wait->length()));
}

QStringList waitNames(const Trace &trace, const std::vector<const Span *> &waits)
{
    QStringList names;
    for (const Span *wait : waits)
        names << waitName(trace, wait);
    return names;
}

/// Waits long enough to speak of, in order of their begin.
std::vector<const Span *> tellingWaits(const Trace &trace)
{
    std::vector<const Span *> waits = waitsInFlight(trace);
    std::erase_if(waits, [](const Span *wait) { return wait->wait.kind == WaitKind::Turn || wait->length() == Ns(0); });
    return waits;
}

/// Waits that decided how long the run took, of those to speak of.
std::vector<const Span *> decidingWaits(const Trace &trace)
{
    std::vector<const Span *> deciding = criticalWaits(trace);
    std::erase_if(deciding, [](const Span *wait) { return wait->wait.kind == WaitKind::Turn; });
    return deciding;
}

/// For waits in order of their begin.
bool anyOverlap(const std::vector<const Span *> &waits)
{
    Ns until{0};
    for (const Span *wait : waits) {
        if (wait->begin < until)
            return true;
        until = wait->end;
    }
    return false;
}

/// The same: true where there is an instant that lies in each of them.
bool allOverlap(const std::vector<const Span *> &waits)
{
    return std::ranges::all_of(waits, [last = waits.back()->begin](const Span *wait) { return last < wait->end; });
}

QString howItSpentItsTime(const Subject &subject)
{
    const Trace &trace = *subject.trace;
    const std::vector<const Span *> waits = tellingWaits(trace);
    const QString took = tr("%1 took %2").arg(subject.letter, readableLength(trace.duration()));
    if (waits.empty())
        return tr("%1: nothing was waited for.").arg(took);
    if (waits.size() == 1)
        return tr("%1: one wait, %2.").arg(took, waitName(trace, waits.front()));

    const std::vector<const Span *> deciding = decidingWaits(trace);
    if (!anyOverlap(waits)) {
        if (waits.size() > 4)
            return tr("%1: its %2 waits came one after another.").arg(took, countWord(std::ssize(waits)));
        return tr("%1: %2, one after another.").arg(took, listed(waitNames(trace, waits)));
    }
    if (deciding.size() == 1 && allOverlap(waits))
        return tr("%1: its %2 waits overlap, and %3 is the longest of them.")
            .arg(took, countWord(std::ssize(waits)), waitName(trace, deciding.front()));
    if (deciding.size() > 4)
        return tr("%1: its %2 waits overlap, and a chain of %3 decides.")
            .arg(took, countWord(std::ssize(waits)), countWord(std::ssize(deciding)));
    QStringList hidden;
    for (const Span *wait : waits) {
        if (!std::ranges::count(deciding, wait))
            hidden << waitName(trace, wait);
    }
    const QString chain = waitNames(trace, deciding).join(tr(", then "));
    if (hidden.isEmpty() || hidden.size() > 4)
        return tr("%1, decided by %2; its waits overlap.").arg(took, chain);
    return tr("%1, decided by %2; hidden beside that: %3.").arg(took, chain, listed(hidden));
}

/// Loops that stood still, and failures.
QStringList whatWentWrong(const Subject &subject)
{
    const Trace &trace = *subject.trace;
    QStringList sentences;
    if (const Span *longest = longestRunning(trace); longest && blocks(*longest)) {
        sentences << tr("In %1 %2 held the loop for %3, from %4 on.")
                         .arg(subject.letter, trace.task(longest->task).name, readableLength(longest->length()),
                             readableLength(longest->begin));
    }
    for (const TaskInfo &task : trace.tasks()) {
        if (task.depth > 0 || task.outcome == TaskState::Done)
            continue;
        if (task.outcome == TaskState::Failed)
            sentences << tr("%1 failed at %2: %3.").arg(subject.letter, readableLength(task.end), task.error);
        else if (task.outcome == TaskState::Cancelled)
            sentences << tr("%1 was cancelled at %2 (%3).").arg(subject.letter, readableLength(task.end), task.error);
        else if (task.outcome == TaskState::TimedOut)
            sentences << tr("%1 timed out at %2.").arg(subject.letter, readableLength(task.end));
    }
    return sentences;
}

bool allDone(const Subject &subject)
{
    return std::ranges::all_of(subject.trace->tasks(), [](const TaskInfo &task) { return task.outcome == TaskState::Done; });
}

QString difference(const Subject &first, const Subject &other)
{
    const Ns saved = differenceAsRead(first.trace->duration(), other.trace->duration());
    if (!allDone(first) || !allDone(other) || saved == Ns(0))
        return {};
    if (saved > Ns(0))
        return tr("%1 saves %2 against %3.").arg(other.letter, readableLength(saved), first.letter);
    return tr("%1 takes %2 longer than %3.").arg(other.letter, readableLength(-saved), first.letter);
}

} // namespace

QString caption(std::span<const Subject> subjects)
{
    QStringList sentences;
    for (const Subject &subject : subjects) {
        if (!subject.trace || subject.trace->tasks().empty())
            continue;
        sentences << howItSpentItsTime(subject) << whatWentWrong(subject);
        if (&subject != subjects.data())
            sentences << difference(subjects.front(), subject);
    }
    sentences.removeAll(QString());
    if (!sentences.isEmpty())
        sentences << tr("On each loop one coroutine runs at a time; all else waits.");
    return sentences.join(u' ');
}

} // namespace awaitscope
