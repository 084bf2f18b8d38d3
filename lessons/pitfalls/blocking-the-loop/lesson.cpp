// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/define.h"
#include "lessons/parts/cpu_work.h"
#include "lessons/pitfalls/blocking-the-loop/claims.h"
#include "lessons/runtime/runtime.h"

namespace awaitscope::lesson_blocking_the_loop {

namespace {

using namespace std::chrono_literals;

Ns length(const Scope &scope, QStringView parameter)
{
    return scope.context<ParameterSet>().duration(parameter);
}

// The shown code is laid out by hand, for a narrow pane.
// clang-format off

//! [shared]
QCoro::Task<int> getUser(Scope &scope, int id, Ns query)
{
    co_await sleep(scope, query);
    co_return id;
}
//! [shared]

//! [blocking-sleep]
QCoro::Task<int> badEndpoint(Scope &scope)
{
    const Ns block = length(scope, u"block");
    co_await sleep(scope, arrival);
    blockFor(scope, block); // QThread::msleep
    co_return 200;
}
//! [blocking-sleep]

//! [async-sleep]
QCoro::Task<int> goodEndpoint(Scope &scope)
{
    const Ns block = length(scope, u"block");
    co_await sleep(scope, arrival);
    co_await sleep(scope, block);
    co_return 200;
}
//! [async-sleep]

//! [cpu-on-loop]
QCoro::Task<int> cpuWorkOnLoop(Scope &scope)
{
    const Ns block = length(scope, u"block");
    co_await sleep(scope, arrival);
    auto function = cpuIntensiveFunction(scope, block);
    const int result = blockWith(scope, block, function);
    co_return result;
}
//! [cpu-on-loop]

//! [cpu-in-thread]
QCoro::Task<int> cpuWork(Scope &scope)
{
    const Ns block = length(scope, u"block");
    co_await sleep(scope, arrival);
    auto function = cpuIntensiveFunction(scope, block);
    auto call = toThread(scope, block, function);
    const int result = co_await call;
    co_return result;
}
//! [cpu-in-thread]

// clang-format on

using Endpoint = QCoro::Task<int> (*)(Scope &);

/// One request to the endpoint among those for users, and a beat more, in which the loop is free again.
QCoro::Task<void> serve(Scope *scope, Endpoint endpoint)
{
    const Ns beat = length(*scope, u"beat");
    const Heartbeat heart(scope->scheduler(), beat);
    auto answer = scope->spawn(endpoint);
    std::vector<Spawned<int>> users;
    for (const Ns query : queries)
        users.push_back(scope->spawn(getUser, static_cast<int>(users.size()) + 1, query));
    [[maybe_unused]] const auto ids = co_await gather(std::move(users));
    [[maybe_unused]] const int result = co_await answer;
    co_await sleep(*scope, beat);
}

VariantSpec variant(const char *id, Endpoint endpoint, bool shownAtFirst = true)
{
    VariantSpec spec;
    spec.id = QString::fromLatin1(id);
    spec.play = [endpoint](Scope &scope, const ParameterSet &) { return serve(&scope, endpoint); };
    spec.shownAtFirst = shownAtFirst;
    return spec;
}

} // namespace

LessonDefinition define()
{
    LessonDefinition lesson;
    lesson.parameters = {durationParameter("block", 300ms, 1s), durationParameter("beat", 20ms, 500ms, 5ms)};
    lesson.variants = {variant("blocking-sleep", badEndpoint), variant("async-sleep", goodEndpoint),
        variant("cpu-on-loop", cpuWorkOnLoop, false), variant("cpu-in-thread", cpuWork, false)};
    lesson.claims = claims();
    lesson.felt = QStringLiteral("blocking-sleep");
    lesson.challenge = judgeChallenge;
    lesson.metrics = metrics;
    lesson.notes = notes;
    return lesson;
}

} // namespace awaitscope::lesson_blocking_the_loop
