// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/trace/analysis.h"
#include "lessons/trace/caption.h"
#include "lessons/trace/caption_point.h"
#include "lessons/trace/wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace awaitscope {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("awaitscope", text);
}

/// What a task said after its last wait, or nothing.
QString saidAfter(const Trace &trace, const Span *wait)
{
    const auto later = [&](const Span &span) {
        return span.task == wait->task && span.state == TaskState::InFlight && span.begin >= wait->end && &span != wait;
    };
    if (std::ranges::any_of(trace.spans(), later))
        return {};
    QString said;
    for (const Note &note : trace.notes()) {
        if (note.task == wait->task && note.time >= wait->end)
            said = trace.name(note.text);
    }
    return said;
}

/// "984 ms (57 passed, 3 failed)".
QString waitLength(const Trace &trace, const Span *wait)
{
    const QString length = readableLength(wait->length()), said = saidAfter(trace, wait);
    return said.isEmpty() ? length : tr("%1 (%2)").arg(length, said);
}

/// The one name of the tasks that waited, or nothing.
QString nameOfAll(const Trace &trace, const std::vector<const Span *> &waits)
{
    const QString &name = trace.task(waits.front()->task).name;
    const bool same = std::ranges::all_of(waits, [&](const Span *wait) { return trace.task(wait->task).name == name; });
    return same ? name : QString();
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

QString waitsText(const Trace &trace, bool briefly)
{
    const std::vector<const Span *> waits = tellingWaits(trace);
    const QString took = tr("took %1").arg(readableLength(trace.duration()));
    if (briefly)
        return took;
    if (waits.empty())
        return tr("%1: nothing was waited for").arg(took);
    if (waits.size() == 1)
        return tr("%1: one wait, %2").arg(took, waitName(trace, waits.front()));

    const std::vector<const Span *> deciding = decidingWaits(trace);
    if (!anyOverlap(waits)) {
        if (waits.size() > 4)
            return tr("%1: the %2 waits came one after another").arg(took, countWord(std::ssize(waits)));
        const QString name = nameOfAll(trace, waits);
        if (name.isEmpty())
            return tr("%1: %2, one after another").arg(took, listed(waitNames(trace, waits)));
        QStringList lengths;
        for (const Span *wait : waits)
            lengths << waitLength(trace, wait);
        return tr("%1: %2 waits of %3, one after another, %4").arg(took, countWord(std::ssize(waits)), name, listed(lengths));
    }
    if (deciding.size() == 1 && allOverlap(waits))
        return tr("%1: the %2 waits overlap, and %3 is the longest of them")
            .arg(took, countWord(std::ssize(waits)), waitName(trace, deciding.front()));
    if (deciding.size() > 4)
        return tr("%1: the %2 waits overlap; %3 of them, one after another, decide")
            .arg(took, countWord(std::ssize(waits)), countWord(std::ssize(deciding)));
    QStringList hidden;
    for (const Span *wait : waits) {
        if (!std::ranges::count(deciding, wait))
            hidden << waitName(trace, wait);
    }
    const QString chain = waitNames(trace, deciding).join(tr(", then "));
    if (hidden.isEmpty() || hidden.size() > 4)
        return tr("%1, decided by %2; the waits overlap").arg(took, chain);
    return tr("%1, decided by %2; hidden beside that: %3").arg(took, chain, listed(hidden));
}

} // namespace

bool waitsOverlap(const Trace &trace)
{
    return anyOverlap(tellingWaits(trace));
}

CaptionPoint waitsPoint(const Trace &trace, bool briefly)
{
    return {weight::waits, CaptionPoint::Form::Subject, true, waitsText(trace, briefly)};
}

} // namespace awaitscope
