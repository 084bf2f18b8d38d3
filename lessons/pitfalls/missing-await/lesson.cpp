// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/define.h"
#include "lessons/catalog/play.h"
#include "lessons/pitfalls/missing-await/claims.h"
#include "lessons/runtime/runtime.h"

namespace awaitscope::lesson_missing_await {

namespace {

using namespace std::chrono_literals;

Ns work(const Scope &scope)
{
    return scope.context<ParameterSet>().duration(u"work");
}

bool fails(const Scope &scope)
{
    return scope.context<ParameterSet>().flag(u"fails");
}

/// Leaves the answer in the record, in the name of the endpoint that gives it.
std::string answer(Scope &scope, std::string text)
{
    note(scope, text);
    return text;
}

// The shown code is laid out by hand, for a narrow pane.
// clang-format off

//! [shared]
struct User
{
    int id = 0;
    std::string name;
};

QCoro::Task<User> getUser(Scope &scope, int id)
{
    co_await sleep(scope, work(scope));
    if (fails(scope))
        throw std::out_of_range(
            "no user " + std::to_string(id));
    co_return User{id, "Ada"};
}
//! [shared]

//! [forgotten]
QCoro::Task<std::string> badEndpoint(Scope &scope)
{
    auto result = getUser(scope, 123); // a task, no user
    co_return answer(scope, "200 user loaded");
}
//! [forgotten]

//! [awaited]
QCoro::Task<std::string> goodEndpoint(Scope &scope)
{
    auto result = co_await getUser(scope, 123);
    co_return answer(scope, "200 " + result.name);
}
//! [awaited]

//! [lazy]
LazyTask<User> getUserLazily(Scope &scope, int id)
{
    auto user = co_await getUser(scope, id);
    co_return user;
}

QCoro::Task<std::string> lazyEndpoint(Scope &scope)
{
    auto result = getUserLazily(scope, 123); // as in Python
    co_return answer(scope, "200 user loaded");
}
//! [lazy]

//! [spawned]
QCoro::Task<std::string> owningEndpoint(Scope &scope)
{
    TaskGroup group(scope);
    auto user = group.spawn(getUser, 123); // no co_await here
    co_await group.join();
    auto result = co_await user;
    co_return answer(scope, "200 " + result.name);
}
//! [spawned]

// clang-format on

VariantSpec variant(const char *id, QCoro::Task<std::string> (*endpoint)(Scope &), bool mayFail)
{
    VariantSpec spec;
    spec.id = QString::fromLatin1(id);
    spec.play = [endpoint](Scope &scope, const ParameterSet &) { return withoutResult(endpoint(scope)); };
    if (mayFail)
        spec.mayEnd = {RunOutcome::Failed};
    return spec;
}

} // namespace

LessonDefinition define()
{
    LessonDefinition lesson;
    lesson.parameters = {durationParameter("work", 120ms, 1s), flagParameter("fails", true)};
    lesson.variants = {variant("forgotten", badEndpoint, false), variant("awaited", goodEndpoint, true),
        variant("lazy", lazyEndpoint, false), variant("spawned", owningEndpoint, true)};
    lesson.claims = claims();
    lesson.challenge = judgeChallenge;
    lesson.metrics = metrics;
    lesson.notes = notes;
    return lesson;
}

} // namespace awaitscope::lesson_missing_await
