// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/pitfalls/blocking-the-loop/claims.h"
#include "lessons/catalog/define.h"
#include "lessons/catalog/judging.h"
#include "lessons/pitfalls/blocking-the-loop/reading.h"
#include "lessons/trace/analysis.h"
#include "lessons/trace/caption.h"
#include "lessons/trace/wording.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace awaitscope::lesson_blocking_the_loop {

namespace {

using namespace std::chrono_literals;

QString tr(const char *source)
{
    return QCoreApplication::translate("awaitscope::lesson_blocking_the_loop", source);
}

Reading reading(const Run &run, const char *variant)
{
    return Reading(*run.variant(QString::fromLatin1(variant))->trace);
}

Ns blockOf(const Run &run)
{
    return run.parameters.duration(u"block");
}

/// The loop stands still for as long as the call takes, which a busy machine may draw out.
Verdict judgeStall(const Run &run, const char *variant)
{
    const Reading found = reading(run, variant);
    if (!found.block())
        return {false, tr("The record has 0 blocks.")};
    const Ns took = found.block()->end - found.block()->begin;
    const QString call = run.clock == ClockKind::Virtual
        ? tr("the call takes %1.").arg(readableLength(blockOf(run)))
        : tr("the call is meant to take %1 and took %2.").arg(readableLength(blockOf(run)), readableLength(took));
    return {ranItsTime(run, took, blockOf(run)) && isExpected(run, found.longestStall(), took),
        tr("The longest turn of the loop took %1; ").arg(readableLength(found.longestStall())) + call + toleranceNote(run, took)};
}

Verdict judgeSleepStalls(const Run &run)
{
    return judgeStall(run, "blocking-sleep");
}

Verdict judgeCpuStalls(const Run &run)
{
    return judgeStall(run, "cpu-on-loop");
}

Verdict judgeBeats(const Run &run)
{
    const Reading found = reading(run, "blocking-sleep");
    const Block *block = found.block();
    if (!block || found.trace().beats().empty())
        return {false, tr("The record has %1 beats and %2 blocks.").arg(found.trace().beats().size()).arg(block ? 1 : 0)};
    const Ns beat = run.parameters.duration(u"beat"), length = block->end - block->begin;
    const Ns noise = run.clock == ClockKind::Virtual ? Ns(0) : tolerance(run.clock, length) + overslept(found.trace());
    const auto least = std::max<qint64>(0, length / beat - 1), most = qint64((length + noise) / beat);
    const int missed = found.beatsMissed();
    return {!found.beatWhile(*block) && missed >= least && missed <= most,
        tr("The loop was blocked from %1 to %2. %3 came meanwhile, and %4 of those due every %5 never did.")
            .arg(readableLength(block->begin), readableLength(block->end), found.beatWhile(*block) ? tr("A beat") : tr("No beat"))
            .arg(missed)
            .arg(readableLength(beat))};
}

/// When a request can end that is due at a time: then, or where the loop is blocked, after that.
Ns endOf(Ns due, const Block *block)
{
    return block && due >= block->begin && due < block->end ? block->end : due;
}

Verdict judgeRequests(const Run &run, const Reading &found)
{
    QStringList late;
    bool holds = found.requests().size() == queries.size();
    for (std::size_t i = 0; i < found.requests().size(); ++i) {
        const TaskInfo &request = *found.requests()[i];
        const Ns due = request.start + dueOf(i);
        holds = holds && isExpected(run, Stretch{found.trace(), due, request.end}, endOf(due, found.block()) - due);
        late << readableLength(differenceAsRead(request.end, due));
    }
    return {holds,
        tr("The other requests were due at %1, %2 and %3 and came %4 late.")
            .arg(readableLength(queries[0]), readableLength(queries[1]), readableLength(queries[2]), listed(late))};
}

Verdict judgeRequestsLate(const Run &run)
{
    Verdict verdict = judgeRequests(run, reading(run, "blocking-sleep"));
    verdict.measured += toleranceNote(run, blockOf(run));
    return verdict;
}

Verdict judgeCulprit(const Run &run, const char *variant)
{
    const Reading found = reading(run, variant);
    const int line = found.blockingLine(QString::fromLatin1(variant));
    if (!found.block())
        return {false, tr("The record has 0 blocks.")};
    const Site &site = found.trace().site(found.block()->site);
    return {found.blockedAt(line),
        tr("The record names %1, %2 line %3; the shown code blocks on line %4.")
            .arg(found.trace().task(found.block()->task).name, QFileInfo(site.file).fileName())
            .arg(site.line)
            .arg(line)};
}

Verdict judgeSleepCulprit(const Run &run)
{
    return judgeCulprit(run, "blocking-sleep");
}

Verdict judgeCpuCulprit(const Run &run)
{
    return judgeCulprit(run, "cpu-on-loop");
}

/// The loop is held for less than a quarter of the call, and nobody else is late.
Verdict judgeFree(const Run &run, const char *variant)
{
    const Reading found = reading(run, variant);
    const Ns stall = found.longestStall(), quarter = blockOf(run) / 4, noise = tolerance(run.clock, Ns(0));
    const Verdict requests = judgeRequests(run, found);
    const QString measured = tr("The longest turn of the loop took %1; a quarter of the call is %2.")
                                 .arg(readableLength(stall), readableLength(quarter));
    return {(stall < quarter || stall <= noise) && !found.block() && requests.holds,
        measured + u' ' + requests.measured + toleranceNote(run, Ns(0))};
}

Verdict judgeAsyncFree(const Run &run)
{
    return judgeFree(run, "async-sleep");
}

Verdict judgeThreadFree(const Run &run)
{
    return judgeFree(run, "cpu-in-thread");
}

} // namespace

std::vector<ClaimSpec> claims()
{
    return {
        claim("sleep-stalls", judgeSleepStalls, {"blocking-sleep"}),
        claim("beats-missed", judgeBeats, {"blocking-sleep"}),
        claim("requests-late", judgeRequestsLate, {"blocking-sleep"}),
        claim("culprit-line", judgeSleepCulprit, {"blocking-sleep"}),
        claim("async-free", judgeAsyncFree, {"async-sleep"}),
        claim("cpu-stalls", judgeCpuStalls, {"cpu-on-loop"}),
        claim("cpu-culprit", judgeCpuCulprit, {"cpu-on-loop"}),
        claim("thread-free", judgeThreadFree, {"cpu-in-thread"}),
    };
}

Verdict judgeChallenge(const Run &run)
{
    if (!run.variant(u"blocking-sleep"))
        return {false, tr("This run has no blocking sleep.")};
    const Reading found = reading(run, "blocking-sleep");
    return {found.latest() >= 30ms && found.beatsMissed() == 0 && !found.trace().beats().empty(),
        tr("A request was %1 late, and %2 beats were missed.").arg(readableLength(found.latest())).arg(found.beatsMissed())};
}

std::vector<Metric> metrics(const VariantRun &variant)
{
    const Reading found(*variant.trace);
    return {metric("longest_stall_ns", found.longestStall()), metric("beats_missed", found.beatsMissed()),
        metric("latest_ns", found.latest())};
}

std::vector<SubjectNote> notes(const VariantRun &variant, const ParameterSet &)
{
    const Reading found(*variant.trace);
    const Block *block = found.block();
    if (!block || block->end == block->begin)
        return {{tr("longest stall %1").arg(readableLength(found.longestStall())), true}};
    const int missed = found.beatsMissed();
    const QString beats = missed == 1 ? tr("1 beat missed") : tr("%1 beats missed").arg(missed);
    return {{tr("blocked for %1").arg(readableLength(block->end - block->begin)), false}, {beats, missed == 0}};
}

} // namespace awaitscope::lesson_blocking_the_loop
