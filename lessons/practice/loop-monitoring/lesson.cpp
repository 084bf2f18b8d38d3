// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/define.h"
#include "lessons/parts/cpu_work.h"
#include "lessons/practice/loop-monitoring/claims.h"
#include "lessons/runtime/runtime.h"

namespace awaitscope::lesson_loop_monitoring {

namespace {

using namespace std::chrono_literals;

constexpr Ns beat = 20ms;

Ns length(const Scope &scope, QStringView parameter)
{
    return scope.context<ParameterSet>().duration(parameter);
}

// The shown code is laid out by hand, for a narrow pane.
// clang-format off

//! [shared]
void renderReport(Scope &scope)
{
    blockFor(scope, length(scope, u"slow"));
}

QCoro::Task<int> resizeImages(Scope &scope)
{
    const Ns takes = length(scope, u"offLoop");
    auto resize = cpuIntensiveFunction(scope, takes);
    auto call = toThread(scope, takes, resize);
    const int resized = co_await call;
    co_return resized;
}
//! [shared]

//! [none]
QCoro::Task<int> unwatched(Scope &scope)
{
    co_await sleep(scope, arrival);
    renderReport(scope);
    const int images = co_await resizeImages(scope);
    co_return images;
}
//! [none]

//! [slow-callback]
QCoro::Task<int> withSlowCallback(Scope &scope)
{
    const Ns threshold = length(scope, u"threshold");
    Scheduler &loop = scope.scheduler();
    const SlowCallback monitor(loop, threshold);
    co_await sleep(scope, arrival);
    renderReport(scope);
    const int images = co_await resizeImages(scope);
    co_return images;
}
//! [slow-callback]

//! [watchdog]
QCoro::Task<int> withWatchdog(Scope &scope)
{
    const Ns threshold = length(scope, u"threshold");
    Scheduler &loop = scope.scheduler();
    const Watchdog monitor(loop, threshold);
    co_await sleep(scope, arrival);
    renderReport(scope);
    const int images = co_await resizeImages(scope);
    co_return images;
}
//! [watchdog]

// clang-format on

using Serve = QCoro::Task<int> (*)(Scope &);

/// A heart without a threshold, which logs nothing, beats beside the work.
QCoro::Task<void> beside(Scope *scope, Serve serve)
{
    const Heartbeat heart(scope->scheduler(), beat);
    auto serving = serve(*scope);
    [[maybe_unused]] const int images = co_await serving;
}

VariantSpec variant(const char *id, Serve serve, bool shownAtFirst)
{
    VariantSpec spec;
    spec.id = QString::fromLatin1(id);
    spec.play = [serve](Scope &scope, const ParameterSet &) { return beside(&scope, serve); };
    spec.shownAtFirst = shownAtFirst;
    return spec;
}

} // namespace

LessonDefinition define()
{
    LessonDefinition lesson;
    lesson.parameters = {durationParameter("threshold", 100ms, 1s, 20ms), durationParameter("slow", 150ms, 1s),
        durationParameter("offLoop", 300ms, 1s)};
    // The texts speak of A and B, also where all three run.
    lesson.variants = {variant("slow-callback", withSlowCallback, true), variant("watchdog", withWatchdog, true),
        variant("none", unwatched, false)};
    lesson.claims = claims();
    lesson.challenge = judgeChallenge;
    lesson.metrics = metrics;
    lesson.notes = notes;
    lesson.results = results;
    return lesson;
}

} // namespace awaitscope::lesson_loop_monitoring
