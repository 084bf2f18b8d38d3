// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/trace/actors.h"
#include "lessons/trace/analysis.h"
#include "lessons/trace/caption.h"
#include "lessons/trace/caption_point.h"
#include "lessons/trace/wording.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace awaitscope {

namespace {

using Form = CaptionPoint::Form;
using Tasks = std::vector<const TaskInfo *>;

QString tr(const char *text)
{
    return QCoreApplication::translate("awaitscope", text);
}

/// A name of the record that stands for one of several: "connection" as "connections". A phrase, "rows held", says it itself.
QString plural(const QString &name)
{
    return name.endsWith(u's') || name.contains(u' ') ? name : tr("%1s").arg(name);
}

/// Everybody who asked for a unit of a resource.
std::set<TaskId> askersOf(const Resource &resource)
{
    std::set<TaskId> askers;
    for (const SeatEvent &event : resource.changes) {
        if (event.change == SeatChange::Queued || event.change == SeatChange::Taken)
            askers.insert(event.task);
    }
    return askers;
}

CaptionPoints queuePoints(const Trace &trace, const Resource &resource)
{
    std::vector<LineWait> waits = lineWaits(resource);
    std::erase_if(waits, [](const LineWait &wait) { return wait.length() == Ns(0); });
    if (waits.empty())
        return {};
    std::set<TaskId> waiting;
    for (const LineWait &wait : waits)
        waiting.insert(wait.task);
    const LineWait &longest = std::ranges::max(waits, {}, &LineWait::length);
    const QString name = trace.name(resource.name);
    const auto all = std::ssize(askersOf(resource)), some = std::ssize(waiting);
    QString text = some == 1 && longest.task ? laneName(trace, trace.task(longest.task))
        : some == all                        ? tr("all %1").arg(countWord(all))
                                             : tr("%1 of %2").arg(countWord(some), countWord(all));
    text += resource.seats == 1 ? tr(" waited for the %1").arg(name)
                                : tr(" waited for one of %1 %2").arg(countWord(resource.seats), plural(name));
    text += some == 1 ? tr(", for %1").arg(readableLength(longest.length()))
                      : tr(", the longest for %1").arg(readableLength(longest.length()));
    if (longest.before && longest.before != longest.task)
        text += tr(" until %1 gave it back").arg(laneName(trace, trace.task(longest.before)));
    return {{weight::queued, Form::Place, false, text}};
}

/// The resource for which tasks waited longest in all, or null.
const Resource *mostWaitedFor(const Trace &trace)
{
    const Resource *most = nullptr;
    Ns longest{0};
    for (const Resource &resource : trace.resources()) {
        Ns sum{0};
        for (const LineWait &wait : lineWaits(resource))
            sum += wait.length();
        if (sum > longest) {
            longest = sum;
            most = &resource;
        }
    }
    return most;
}

/// How many units of a counter were left to whatever cleaned up after the tasks: their tasks took them and no task gave them
/// back. Of a counter that only goes up nothing is left: it is a sum.
std::uint32_t leftBehind(const Trace &trace, const CounterTrack &counter)
{
    std::uint32_t before = 0, left = 0;
    bool down = false, takenByTasks = true;
    for (const CounterChange &change : counter.changes) {
        if (change.value > before && !change.task)
            takenByTasks = false;
        if (change.value < before) {
            down = true;
            left += change.task ? 0 : before - change.value;
        }
        before = change.value;
    }
    return (takenByTasks ? left : 0) + (down && trace.complete() ? before : 0);
}

/// All that was left behind, in one sentence.
CaptionPoints leakPoints(const Trace &trace)
{
    QStringList words;
    std::uint32_t most = 0;
    for (const CounterTrack &counter : trace.counters()) {
        const std::uint32_t left = leftBehind(trace, counter);
        const QString name = plural(trace.name(counter.name));
        if (left > 0)
            words << (left == 1 ? tr("one of the %1").arg(name) : tr("%1 %2").arg(countWord(left), name));
        most = std::max(most, left);
    }
    if (words.isEmpty())
        return {};
    const bool one = words.size() == 1 && most == 1;
    return {{weight::leak, Form::Place, false, (one ? tr("%1 was left behind") : tr("%1 were left behind")).arg(listed(words))}};
}

CaptionPoints overusePoints(const Trace &trace, const CounterTrack &counter)
{
    if (counter.limit == 0 || counter.changes.empty())
        return {};
    const std::uint32_t most = std::ranges::max(counter.changes, {}, &CounterChange::value).value;
    if (most <= counter.limit)
        return {};
    const QString name = trace.name(counter.name);
    return {{weight::overuse, Form::Place, false,
        tr("%1 used %2 %3 at once: %4 too many")
            .arg(countWord(most), countWord(counter.limit), counter.limit == 1 ? name : plural(name),
                countWord(most - counter.limit))}};
}

std::uint32_t valuesGiven(const Trace &trace, const TaskInfo &task, Ns &waited)
{
    std::uint32_t given = 0;
    for (const std::size_t index : task.spans) {
        const Span &span = trace.spans()[index];
        if (span.wait.kind == WaitKind::Consumer) {
            given = std::max(given, span.wait.count);
            waited += span.length();
        }
    }
    return given;
}

/// What generators gave, and for how long their consumers let them wait.
CaptionPoints generatorPoints(const Trace &trace)
{
    CaptionPoints points;
    for (const TaskInfo &task : trace.tasks()) {
        Ns waited{0};
        const std::uint32_t given = task.id ? valuesGiven(trace, task, waited) : 0;
        if (given == 0)
            continue;
        const bool stopped = stoppedByItsConsumer(trace, task);
        const bool kept = waited >= std::chrono::milliseconds(5) && waited > trace.duration() / 5;
        QString text = given == 1 ? tr("%1 gave one value") : tr("%1 gave %2 values").arg(QStringLiteral("%1"), countWord(given));
        text = text.arg(laneName(trace, task));
        if (stopped)
            text += tr(" and was stopped by its consumer");
        if (kept)
            text += (stopped ? tr(", after it had waited %1 for it") : tr(" and waited %1 for its consumer"))
                        .arg(readableLength(waited));
        points.push_back({stopped ? weight::stopped : kept ? weight::consumer : weight::given, Form::Place, false, text});
    }
    return points;
}

/// The counter of that name in a record, or null.
const CounterTrack *counterNamed(const Trace &trace, const QString &name)
{
    const auto found
        = std::ranges::find(trace.counters(), name, [&](const CounterTrack &track) { return trace.name(track.name); });
    return found == trace.counters().end() ? nullptr : &*found;
}

bool goesDown(const CounterTrack &track)
{
    return std::ranges::adjacent_find(track.changes, std::greater(), &CounterChange::value) != track.changes.end();
}

/// "40 in A, one in B and C".
QString valuesByLetter(const std::vector<std::pair<QString, std::uint32_t>> &values)
{
    QStringList parts;
    std::vector<std::uint32_t> told;
    for (const auto &[letter, value] : values) {
        if (std::ranges::count(told, value) > 0)
            continue;
        told.push_back(value);
        QStringList letters;
        for (const auto &[other, same] : values) {
            if (same == value)
                letters << other;
        }
        parts << tr("%1 in %2").arg(countWord(value), listed(letters));
    }
    return parts.size() < 3 ? parts.join(tr(", ")) : listed(parts);
}

QStringList sentencesOf(std::span<const Subject> subjects, const QString &name)
{
    std::vector<std::pair<QString, std::uint32_t>> most;
    bool down = false, limited = false;
    for (const Subject &subject : subjects) {
        const CounterTrack *track = counterNamed(*subject.trace, name);
        if (!track || track->changes.empty())
            continue;
        down = down || goesDown(*track);
        limited = limited || track->limit > 0;
        most.emplace_back(subject.letter, std::ranges::max(track->changes, {}, &CounterChange::value).value);
    }
    QStringList sentences;
    if (!down)
        return sentences;
    const auto [least, greatest] = std::ranges::minmax(most, {}, [](const auto &value) { return value.second; });
    if (!limited && subjects.size() > 1 && greatest.second >= 2 * least.second && greatest.second > least.second + 1)
        sentences << tr("Most %1 at once: %2.").arg(plural(name), valuesByLetter(most));
    return sentences;
}

} // namespace

CaptionPoints seatPoints(const Trace &trace)
{
    CaptionPoints points = generatorPoints(trace);
    if (const Resource *resource = mostWaitedFor(trace)) {
        const CaptionPoints some = queuePoints(trace, *resource);
        points.insert(points.end(), some.begin(), some.end());
    }
    for (const CounterTrack &counter : trace.counters()) {
        const CaptionPoints some = overusePoints(trace, counter);
        points.insert(points.end(), some.begin(), some.end());
    }
    const CaptionPoints leaks = leakPoints(trace);
    points.insert(points.end(), leaks.begin(), leaks.end());
    return points;
}

QStringList counterSentences(std::span<const Subject> subjects)
{
    QStringList names, sentences;
    for (const Subject &subject : subjects) {
        for (const CounterTrack &track : subject.trace->counters()) {
            if (const QString name = subject.trace->name(track.name); !names.contains(name))
                names << name;
        }
    }
    for (const QString &name : names)
        sentences << sentencesOf(subjects, name);
    return sentences;
}

} // namespace awaitscope
