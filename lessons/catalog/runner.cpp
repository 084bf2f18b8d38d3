// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/runner.h"
#include "lessons/catalog/reader_acts.h"
#include "lessons/runtime/runtime.h"
#include "lessons/trace/analysis.h"
#include "lessons/trace/caption.h"
#include "lessons/trace/trace_builder.h"
#include "lessons/trace/validator.h"

#include <algorithm>

namespace awaitscope {

namespace {

/// What one variant plays on.
struct Stage
{
    Stage(const VariantSpec &variant, const ParameterSet &set, ClockKind clock) :
        parameters(set),
        recorder(std::make_shared<Recorder>()),
        scheduler(clock, recorder),
        root(scheduler),
        acts(root),
        play([this, start = variant.play](Scope &scope) { return start(scope, parameters); })
    {
        root.setContext(parameters);
        root.setContext(readersActs);
    }

    const ParameterSet parameters;
    const std::shared_ptr<Recorder> recorder;
    Scheduler scheduler;
    Scope root;
    ReaderActs acts;
    ReaderActs *const readersActs = &acts;
    const std::function<QCoro::Task<void>(Scope &)> play;
};

/// What was left behind still refers to its stage.
void keepForGood(std::unique_ptr<Stage> stage)
{
    static std::mutex mutex;
    static auto *const kept = new std::vector<std::unique_ptr<Stage>>; // never destroyed, the stages neither
    const std::scoped_lock lock(mutex);
    kept->push_back(std::move(stage));
}

void takeOutcome(VariantRun &result, const std::exception_ptr &error)
{
    if (!error)
        return;
    try {
        std::rethrow_exception(error);
    } catch (const Cancelled &cancelled) {
        result.outcome = RunOutcome::Cancelled;
        result.error = QString::fromUtf8(cancelled.what());
    } catch (const TimedOut &timedOut) {
        result.outcome = RunOutcome::TimedOut;
        result.error = QString::fromUtf8(timedOut.what());
    } catch (const std::exception &failure) {
        result.outcome = RunOutcome::Failed;
        result.error = QString::fromUtf8(failure.what());
    } catch (...) {
        result.outcome = RunOutcome::Failed;
        result.error = QStringLiteral("an exception that is no std::exception");
    }
}

std::vector<Metric> standardMetrics(const Trace &trace)
{
    const Span *longest = longestRunning(trace);
    return {
        {QStringLiteral("waits_sum_ns"), sumOfWaits(trace).count()},
        {QStringLiteral("saved_by_overlap_ns"), savedByOverlap(trace).count()},
        {QStringLiteral("most_in_flight"), mostInFlight(trace)},
        {QStringLiteral("longest_run_ns"), longest ? longest->length().count() : 0},
        {QStringLiteral("loop_turns"), qint64(trace.turns().size())},
    };
}

/// Whose variant is played, and with which parameters.
BorrowedVariant played(const RunRequest &request, const VariantSpec &variant)
{
    return variant.borrow ? variant.borrow(request.parameters) : BorrowedVariant{request.lesson, variant.id, request.parameters};
}

} // namespace

void judgeClaims(Run &run, const Lesson &lesson)
{
    for (const ClaimSpec &claim : lesson.definition.claims) {
        const bool judgeable = std::ranges::all_of(claim.needs, [&run](const QString &id) {
            const VariantRun *variant = run.variant(id);
            return variant && variant->outcome != RunOutcome::Cancelled;
        });
        if (!judgeable || run.variants.empty())
            continue;
        const Verdict verdict = claim.judge(run);
        if (!verdict.applies)
            continue;
        run.claims.push_back({claim.id, lesson.text.claims.value(claim.id), verdict.holds, verdict.measured});
    }
}

namespace {

void cancelRoot(Scope &root, ReaderActs &)
{
    root.cancel("by the user", Canceller::User);
}

} // namespace

void RunControl::cancel()
{
    const std::scoped_lock lock(mutex_);
    cancelled_.store(true);
    if (callCurrent_)
        callCurrent_(cancelRoot);
}

void RunControl::cancelTask(int variant, std::vector<TaskId> chain)
{
    const std::scoped_lock lock(mutex_);
    if (callCurrent_ && live_.back().index == variant)
        callCurrent_([chain = std::move(chain)](Scope &root, ReaderActs &) { root.cancelTask(chain); });
}

void RunControl::act(int variant, const QString &act)
{
    const std::scoped_lock lock(mutex_);
    if (callCurrent_ && live_.back().index == variant)
        callCurrent_([act](Scope &, ReaderActs &acts) { acts.happen(act); });
}

std::vector<RunControl::LiveVariant> RunControl::live() const
{
    const std::scoped_lock lock(mutex_);
    return live_;
}

/// Plays one request and keeps a control informed.
class Runner
{
public:
    Runner(const RunRequest &request, RunControl &control) : request_(request), control_(control) { }

    Run run()
    {
        run_.lesson = request_.lesson->id;
        run_.clock = request_.clock;
        run_.seed = request_.seed;
        run_.parameters = request_.parameters;
        if (!prepare())
            return std::move(run_);
        for (const QString &id : request_.variants) {
            const VariantSpec *variant = request_.lesson->variant(id);
            Q_ASSERT_X(variant, "play", "unknown variant");
            if (variant && !control_.cancelRequested())
                playVariant(*variant);
        }
        run_.cancelled = control_.cancelRequested();
        judgeClaims(run_, *request_.lesson);
        const std::vector<Subject> subjects = run_.subjects();
        run_.caption = caption(subjects);
        return std::move(run_);
    }

private:
    bool prepare()
    {
        bool ready = prepare(*request_.lesson, request_.parameters);
        for (const QString &id : request_.variants) {
            const VariantSpec *variant = request_.lesson->variant(id);
            if (!ready || !variant || !variant->borrow)
                continue;
            const BorrowedVariant borrowed = variant->borrow(request_.parameters);
            ready = prepare(*borrowed.lesson, borrowed.parameters);
        }
        return ready;
    }

    bool prepare(const Lesson &lesson, const ParameterSet &parameters)
    {
        if (!lesson.definition.prepare)
            return true;
        const auto prepared = lesson.definition.prepare(parameters, request_.clock);
        if (!prepared)
            run_.problems.push_back(prepared.problem());
        return prepared.ok();
    }

    void playVariant(const VariantSpec &variant)
    {
        const BorrowedVariant whose = played(request_, variant);
        const LessonDefinition &definition = whose.lesson->definition;
        VariantRun result;
        result.id = variant.id;
        result.title = request_.lesson->text.variantTitles.value(variant.id);
        auto stage = std::make_unique<Stage>(variant, whose.parameters, request_.clock);
        const std::shared_ptr<Recorder> recorder = stage->recorder;
        announce(*stage);
        takeOutcome(result, runToEnd(stage->root, stage->play));
        conclude();

        const int leftFrames = stage->scheduler.liveFrames();
        if (leftFrames > 0) {
            result.outcome = RunOutcome::LeftBehind;
            run_.liveFrames += leftFrames;
        }
        const std::vector<RunOutcome> &mayEnd = variant.borrow ? whose.lesson->variant(whose.id)->mayEnd : variant.mayEnd;
        result.asMeant = result.outcome == RunOutcome::Done || std::ranges::find(mayEnd, result.outcome) != mayEnd.end();
        if (leftFrames > 0 || stage->scheduler.liveTasks() > 0)
            keepForGood(std::move(stage));
        stage.reset();

        result.record = std::make_shared<const Record>(Record::of(recorder));
        result.trace = std::make_shared<const Trace>(TraceBuilder::build(*result.record, whose.lesson->source));
        for (Problem problem : validate(*result.trace)) {
            problem.place = variant.id;
            run_.problems.push_back(std::move(problem));
        }
        result.metrics = standardMetrics(*result.trace);
        if (definition.metrics) {
            const auto more = definition.metrics(result);
            result.metrics.insert(result.metrics.end(), more.begin(), more.end());
        }
        if (definition.notes && result.asMeant)
            result.notes = definition.notes(result, whose.parameters);
        if (definition.results && !variant.borrow)
            result.results = definition.results(result, whose.parameters);
        run_.variants.push_back(std::move(result));
    }

    /// Lets the control see and cancel what plays now.
    void announce(Stage &stage)
    {
        const std::scoped_lock lock(control_.mutex_);
        control_.live_.push_back({int(run_.variants.size()), stage.recorder, stage.scheduler.zero(), false});
        control_.callCurrent_ = [&stage](std::function<void(Scope &, ReaderActs &)> call) {
            stage.scheduler.postFromAnyThread([&stage, call = std::move(call)] { call(stage.root, stage.acts); });
        };
        if (control_.cancelRequested())
            control_.callCurrent_(cancelRoot);
    }

    void conclude()
    {
        const std::scoped_lock lock(control_.mutex_);
        control_.callCurrent_ = nullptr;
        control_.live_.back().ended = true;
    }

    const RunRequest &request_;
    RunControl &control_;
    Run run_;
};

Run play(const RunRequest &request, RunControl *control)
{
    RunControl own;
    return Runner(request, control ? *control : own).run();
}

} // namespace awaitscope
