// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/practice/loop-monitoring/claims.h"
#include "lessons/catalog/define.h"
#include "lessons/catalog/judging.h"
#include "lessons/practice/loop-monitoring/reading.h"
#include "lessons/trace/analysis.h"
#include "lessons/trace/caption.h"

#include <QCoreApplication>

#include <algorithm>

namespace awaitscope::lesson_loop_monitoring {

namespace {

using namespace std::chrono_literals;

QString tr(const char *source)
{
    return QCoreApplication::translate("awaitscope::lesson_loop_monitoring", source);
}

Reading reading(const Run &run, const char *variant)
{
    return Reading(*run.variant(QString::fromLatin1(variant))->trace);
}

bool isVirtual(const Run &run)
{
    return run.clock == ClockKind::Virtual;
}

/// The work went as it should: the loop was blocked for `slow`.
bool blockedAsSet(const Run &run, const Reading &found)
{
    return found.block() && ranItsTime(run, found.stall(), run.parameters.duration(u"slow"));
}

QString stallText(const Run &run, const Reading &found)
{
    return tr("The loop was blocked for %1 (threshold %2)")
        .arg(readableLength(found.stall()), readableLength(run.parameters.duration(u"threshold")));
}

QString silentText(const Run &run, const Reading &found)
{
    return stallText(run, found) + tr(", and %1 lines were logged.").arg(found.trace().logLines().size());
}

Verdict judgeNone(const Run &run)
{
    const Reading found = reading(run, "none");
    const bool silent = found.trace().logLines().empty() && found.trace().stalls().empty();
    return {blockedAsSet(run, found) && silent, silentText(run, found)};
}

/// Every monitor keeps silent below its threshold, whatever the machine made of the work.
bool silenceIsRight(const Run &run, const Reading &found, Ns margin)
{
    const Ns threshold = run.parameters.duration(u"threshold");
    return found.trace().logLines().empty() && found.stall() < threshold + margin;
}

Verdict judgeSlowCallback(const Run &run)
{
    const Reading found = reading(run, "slow-callback");
    if (!found.line())
        return {blockedAsSet(run, found) && silenceIsRight(run, found, Ns(0)), silentText(run, found)};
    const Ns threshold = run.parameters.duration(u"threshold"), after = found.afterStall();
    const bool whole = found.word() && found.word()->blocked >= std::max(found.stall(), threshold);
    return {blockedAsSet(run, found) && whole && found.namesCulprit() && isExpected(run, after, Ns(0)) && after >= Ns(0)
            && found.line()->source == LogSource::SlowCallback,
        stallText(run, found)
            + tr(" until %1; the line was logged at %2, %3 after that.")
                  .arg(readableLength(found.block()->end), readableLength(found.line()->time), readableLength(after))};
}

Verdict judgeWatchdog(const Run &run)
{
    const Reading found = reading(run, "watchdog");
    if (isVirtual(run))
        return {blockedAsSet(run, found) && found.trace().logLines().empty(),
            silentText(run, found)
                + tr(" On the virtual clock a block takes no time that a thread could see: the watchdog is judged on the real "
                     "clock.")};
    const Ns threshold = run.parameters.duration(u"threshold");
    if (!found.line())
        return {blockedAsSet(run, found) && silenceIsRight(run, found, tolerance(run.clock, threshold)), silentText(run, found)};
    const bool inTime = found.line()->time >= found.block()->begin + threshold && found.line()->time < found.block()->end;
    return {blockedAsSet(run, found) && inTime && found.namesCulprit() && found.line()->source == LogSource::Watchdog,
        stallText(run, found)
            + tr(" from %1 to %2; the line was logged at %3, %4 before its end.")
                  .arg(readableLength(found.block()->begin), readableLength(found.block()->end),
                      readableLength(found.line()->time), readableLength(-found.afterStall()))};
}

Verdict judgeOffLoop(const Run &run)
{
    const Ns offLoop = run.parameters.duration(u"offLoop");
    bool holds = true;
    int lines = 0;
    for (const char *variant : {"slow-callback", "watchdog"}) {
        const Reading found = reading(run, variant);
        holds = holds && found.work() && ranItsTime(run, found.work()->end - found.work()->begin, offLoop);
        lines += found.otherLines() + found.linesDuringWork(tolerance(run.clock, Ns(0)));
    }
    return {holds && lines == 0, tr("Twice %1 of computing in a thread gave %2 lines.").arg(readableLength(offLoop)).arg(lines)};
}

/// How long a variant's work took.
Ns took(const Reading &found)
{
    const auto &tasks = found.trace().tasks();
    return tasks.empty() ? Ns(0) : tasks.front().end - tasks.front().start;
}

/// How much of that the machine added: a block, the thread or the waking of the loop took longer than asked for.
Ns addedByMachine(const Run &run, const Reading &found)
{
    if (isVirtual(run) || !found.block() || !found.work())
        return Ns(0);
    const Ns block = found.stall() - run.parameters.duration(u"slow");
    const Ns thread = found.threadTook() - run.parameters.duration(u"offLoop");
    return std::max(block, Ns(0)) + std::max(thread, Ns(0)) + overslept(found.trace());
}

Verdict judgeSameWork(const Run &run)
{
    const Ns alone = arrival + run.parameters.duration(u"slow") + run.parameters.duration(u"offLoop");
    const Reading slow = reading(run, "slow-callback"), dog = reading(run, "watchdog");
    const Ns addedToSlow = addedByMachine(run, slow), addedToDog = addedByMachine(run, dog);
    const auto isSame = [&](const Reading &found, Ns added) {
        return isExpected(run, took(found), alone)
            || (took(found) > alone && isExpected(run, std::max(alone, took(found) - added), alone));
    };
    QString measured = tr("Unwatched the work takes %1; it took %2 beside one monitor and %3 beside the other.")
                           .arg(readableLength(alone), readableLength(took(slow)), readableLength(took(dog)));
    if (std::max(addedToSlow, addedToDog) >= 1ms)
        measured += tr(" Of that the machine added %1 and %2, where it slept, computed or woke up for longer than asked.")
                        .arg(readableLength(addedToSlow), readableLength(addedToDog));
    return {isSame(slow, addedToSlow) && isSame(dog, addedToDog), measured + toleranceNote(run, alone)};
}

} // namespace

std::vector<ClaimSpec> claims()
{
    return {
        claim("none-silent", judgeNone, {"none"}),
        claim("slow-callback-after", judgeSlowCallback, {"slow-callback"}),
        claim("watchdog-before", judgeWatchdog, {"watchdog"}),
        claim("off-loop-quiet", judgeOffLoop, {"slow-callback", "watchdog"}),
        claim("same-work", judgeSameWork, {"slow-callback", "watchdog"}),
    };
}

Verdict judgeChallenge(const Run &run)
{
    if (!run.variant(u"slow-callback"))
        return {false, tr("This run has no slow-callback monitor.")};
    const Reading found = reading(run, "slow-callback");
    qsizetype lines = 0;
    for (const VariantRun &variant : run.variants)
        lines += qsizetype(variant.trace->logLines().size());
    return {found.stall() >= 80ms && lines == 0,
        tr("The loop was blocked for %1, and the monitors logged %2 lines.").arg(readableLength(found.stall())).arg(lines)};
}

std::vector<Metric> metrics(const VariantRun &variant)
{
    const Reading found(*variant.trace);
    std::vector<Metric> metrics{metric("stall_ns", found.stall()), metric("log_lines", qint64(variant.trace->logLines().size()))};
    if (found.line()) {
        metrics.push_back(metric("logged_ns", found.line()->time));
        metrics.push_back(metric("after_stall_ns", found.afterStall()));
    }
    return metrics;
}

std::vector<SubjectNote> notes(const VariantRun &variant, const ParameterSet &parameters)
{
    const Reading found(*variant.trace);
    if (!found.block())
        return {};
    const bool over = found.stall() >= parameters.duration(u"threshold");
    if (!found.line())
        return {{tr("nothing logged"), !over}};
    const Ns after = found.afterStall();
    if (after < Ns(0))
        return {{tr("logged %1 before the end").arg(readableLength(-after)), true}};
    return {{tr("logged at the end"), true}};
}

} // namespace awaitscope::lesson_loop_monitoring
