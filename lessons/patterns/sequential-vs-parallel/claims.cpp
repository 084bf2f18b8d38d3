// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/patterns/sequential-vs-parallel/claims.h"
#include "lessons/catalog/define.h"
#include "lessons/catalog/judging.h"
#include "lessons/trace/analysis.h"
#include "lessons/trace/caption.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>
#include <ranges>

namespace awaitscope::lesson_sequential_vs_parallel {

namespace {

using namespace std::chrono_literals;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(lesson_sequential_vs_parallel)
};

struct Waits
{
    Ns user, logs, metrics;

    explicit Waits(const ParameterSet &parameters) :
        user(parameters.duration(u"getUser")),
        logs(parameters.duration(u"getUserLogs")),
        metrics(parameters.duration(u"getUserMetrics"))
    {
    }
    Ns sum() const { return user + logs + metrics; }
    Ns longest() const { return std::max({user, logs, metrics}); }
    Ns longestChain() const { return std::max(user + logs, metrics); }
    QString listed() const
    {
        return Words::tr("%1, %2 and %3").arg(readableLength(user), readableLength(logs), readableLength(metrics));
    }
};

Verdict judgeLength(const Run &run, const char *variant, Ns expected, const QString &why)
{
    const Ns took = run.variant(QString::fromLatin1(variant))->trace->duration();
    return {isExpected(run, took, expected),
        Words::tr("It took %1; %2.").arg(readableLength(took), why) + toleranceNote(run, expected)};
}

Verdict judgeSequential(const Run &run)
{
    const Waits waits(run.parameters);
    return judgeLength(
        run, "sequential", waits.sum(), Words::tr("%1 add up to %2").arg(waits.listed(), readableLength(waits.sum())));
}

QString longestOf(const Waits &waits)
{
    return Words::tr("the longest of %1 is %2").arg(waits.listed(), readableLength(waits.longest()));
}

Verdict judgeGather(const Run &run)
{
    const Waits waits(run.parameters);
    return judgeLength(run, "gather", waits.longest(), longestOf(waits));
}

Verdict judgeStartEarly(const Run &run)
{
    const Waits waits(run.parameters);
    return judgeLength(run, "start-early", waits.longest(), longestOf(waits));
}

Verdict judgeChain(const Run &run)
{
    const Waits waits(run.parameters);
    const QString why = Words::tr("user and logs are %1 + %2 = %3, metrics %4")
                            .arg(readableLength(waits.user), readableLength(waits.logs), readableLength(waits.user + waits.logs),
                                readableLength(waits.metrics));
    return judgeLength(run, "chain", waits.longestChain(), why);
}

Verdict judgeSaved(const Run &run)
{
    const Waits waits(run.parameters);
    const Ns sequential = run.variant(u"sequential")->trace->duration();
    const Ns gathered = run.variant(u"gather")->trace->duration();
    const Ns expected = waits.sum() - waits.longest();
    const Ns difference = sequential - gathered;
    const Ns allowed = tolerance(run.clock, waits.sum());
    const QString measured
        = Words::tr("It saved %1 − %2 = %3; the waits without the longest one are %4 − %5 = %6.")
              .arg(readableLength(sequential), readableLength(gathered), readableLength(differenceAsRead(sequential, gathered)),
                  readableLength(waits.sum()), readableLength(waits.longest()),
                  readableLength(differenceAsRead(waits.sum(), waits.longest())));
    return {difference >= expected - allowed && difference <= expected + allowed, measured + toleranceNote(run, waits.sum())};
}

Verdict judgeOneAtATime(const Run &run)
{
    qsizetype spans = 0;
    for (const VariantRun &variant : run.variants) {
        spans += std::ranges::count(variant.trace->spans(), TaskState::Running, &Span::state);
        const auto [first, second] = overlappingSpans(*variant.trace);
        if (first) {
            return {false,
                Words::tr("In %1, %2 and %3 both run at %4.")
                    .arg(variant.title, variant.trace->task(first->task).name, variant.trace->task(second->task).name,
                        readableLength(second->begin))};
        }
    }
    return {true,
        Words::tr("%1 running stretches, and no two of them overlap; at most %2 waits overlap.")
            .arg(spans)
            .arg(std::ranges::max(
                run.variants | std::views::transform([](const VariantRun &variant) { return mostInFlight(*variant.trace); })))};
}

/// When the logs were asked for, and when the caller had the user.
struct LogsAndUser
{
    std::size_t askedEvent = 0;
    std::size_t knownEvent = 0;
    Ns asked{0};
    Ns known{0};

    bool askedAfter() const { return askedEvent > knownEvent; }
};

/// The caller has the user once it goes on after its wait for getUser, or for all three; where getUser did not
/// suspend, with its end.
std::optional<LogsAndUser> logsAndUser(const Trace &trace)
{
    const TaskInfo *user = trace.find(u"getUser");
    const TaskInfo *logs = trace.find(u"getUserLogs");
    if (!user || !logs || !isEnd(user->outcome) || user->parent != logs->parent)
        return {};
    const std::vector<TraceEvent> &events = trace.events();
    LogsAndUser result;
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (events[i].task == logs->id && events[i].kind == EventKind::Started) {
            result.askedEvent = i;
            result.asked = events[i].time;
        }
    }
    result.knownEvent = user->endEvent;
    for (std::size_t i = user->endEvent + 1; i < events.size(); ++i) {
        const bool callerGoesOn
            = events[i].task == user->parent && (events[i].kind == EventKind::Resumed || isEnd(trace.task(user->parent).outcome));
        if (callerGoesOn) {
            result.knownEvent = i;
            break;
        }
    }
    result.known = events[result.knownEvent].time;
    return result;
}

Verdict judgeLogsAsked(const Run &run)
{
    Verdict verdict{true, {}};
    QStringList findings;
    for (const VariantRun &variant : run.variants) {
        if (variant.outcome == RunOutcome::Cancelled)
            continue;
        const auto found = logsAndUser(*variant.trace);
        const bool awaitsUserFirst = variant.id == QLatin1String("sequential") || variant.id == QLatin1String("chain");
        if (!found || found->askedAfter() != awaitsUserFirst)
            verdict.holds = false;
        if (!found)
            findings.append(Words::tr("%1 did not ask for both").arg(variant.title));
        else if (found->askedAfter())
            findings.append(
                Words::tr("%1 asked for the logs at %2, with the user known").arg(variant.title, readableLength(found->asked)));
        else
            findings.append(Words::tr("%1 asked at %2, before it knew the user at %3")
                                .arg(variant.title, readableLength(found->asked), readableLength(found->known)));
    }
    verdict.measured = findings.join(QStringLiteral("; ")) + u'.';
    if (run.parameters.flag(u"logsNeedUser"))
        verdict.measured += Words::tr(" Logs that are asked for without the user are incomplete.");
    return verdict;
}

} // namespace

std::vector<ClaimSpec> claims()
{
    constexpr auto sequential = "sequential";
    constexpr auto gather = "gather";
    return {
        claim("sequential-sum", judgeSequential, {sequential}),
        claim("gather-longest", judgeGather, {gather}),
        claim("start-early-longest", judgeStartEarly, {"start-early"}),
        claim("chain-longest", judgeChain, {"chain"}),
        claim("saved", judgeSaved, {sequential, gather}),
        claim("one-at-a-time", judgeOneAtATime, {}),
        claim("logs-asked", judgeLogsAsked, {sequential, gather}),
    };
}

Verdict judgeChallenge(const Run &run)
{
    const VariantRun *gathered = run.variant(u"gather");
    if (!gathered)
        return {false, Words::tr("This run has no gather.")};
    const Waits waits(run.parameters);
    // As the chart has it where A is there to compare with; else what the waits of gather overlap by.
    const VariantRun *sequential = run.variant(u"sequential");
    const Ns saved = sequential ? std::max(Ns(0), differenceAsRead(sequential->trace->duration(), gathered->trace->duration()))
                                : savedByOverlap(*gathered->trace);
    const bool allWait = std::min({waits.user, waits.logs, waits.metrics}) > Ns(0);
    const QString measured = Words::tr("gather saved %1 of %2.").arg(readableLength(saved), readableLength(waits.sum()));
    return {allWait && saved < Ns(10ms), allWait ? measured : measured + Words::tr(" One wait is 0.")};
}

std::vector<Metric> metrics(const VariantRun &variant)
{
    const auto found = logsAndUser(*variant.trace);
    if (!found)
        return {};
    return {metric("logs_before_user_ns", std::max(Ns(0), found->known - found->asked))};
}

std::vector<SubjectNote> notes(const VariantRun &variant, const ParameterSet &parameters)
{
    const auto found = logsAndUser(*variant.trace);
    if (!found || !parameters.flag(u"logsNeedUser"))
        return {};
    return {found->askedAfter() ? SubjectNote{Words::tr("logs complete"), true}
                                : SubjectNote{Words::tr("logs asked without the user"), false}};
}

} // namespace awaitscope::lesson_sequential_vs_parallel
