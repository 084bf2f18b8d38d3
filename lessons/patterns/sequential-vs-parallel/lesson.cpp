// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/define.h"
#include "lessons/catalog/play.h"
#include "lessons/patterns/sequential-vs-parallel/claims.h"
#include "lessons/runtime/runtime.h"

namespace awaitscope::lesson_sequential_vs_parallel {

namespace {

using namespace std::chrono_literals;

struct User
{
    int id;
    int key; ///< what the logs are filed under
};

struct Logs
{
    int lines;
    bool complete;
};

struct Metrics
{
    int requests;
};

struct Profile
{
    User user;
    Logs logs;
    Metrics metrics;
};

/// The lengths of the waits, as the reader has set them.
class Waits
{
public:
    explicit Waits(const ParameterSet &parameters) :
        getUser(parameters.duration(u"getUser")),
        getUserLogs(parameters.duration(u"getUserLogs")),
        getUserMetrics(parameters.duration(u"getUserMetrics"))
    {
    }

    const Ns getUser;
    const Ns getUserLogs;
    const Ns getUserMetrics;
};

Waits waits(Scope &scope)
{
    return Waits(scope.context<ParameterSet>());
}

constexpr int firstKey = 1000;

int keyOf(int id)
{
    return firstKey + id;
}

/// Without the user's key only a part of the logs is found, where logs need the user.
Logs findLogs(Scope &scope, int key)
{
    const bool complete = key >= firstKey || !scope.context<ParameterSet>().flag(u"logsNeedUser");
    return {complete ? 120 : 3, complete};
}

Metrics findMetrics(int id)
{
    return {90 + id};
}

// The shown code is laid out by hand, for a narrow pane.
// clang-format off

//! [shared]
QCoro::Task<User> getUser(Scope &scope, int id)
{
    co_await sleep(scope, waits(scope).getUser);
    co_return User{id, keyOf(id)};
}

QCoro::Task<Logs> getUserLogs(Scope &scope, int key)
{
    co_await sleep(scope, waits(scope).getUserLogs);
    co_return findLogs(scope, key);
}

QCoro::Task<Metrics> getUserMetrics(Scope &scope, int id)
{
    co_await sleep(scope, waits(scope).getUserMetrics);
    co_return findMetrics(id);
}
//! [shared]

//! [sequential]
QCoro::Task<Profile> loadSequential(Scope &scope, int id)
{
    auto user = co_await getUser(scope, id);
    auto logs = co_await getUserLogs(scope, user.key);
    auto metrics = co_await getUserMetrics(scope, id);
    co_return Profile{user, logs, metrics};
}
//! [sequential]

//! [gather]
QCoro::Task<Profile> loadParallel(Scope &scope, int id)
{
    auto [user, logs, metrics] = co_await gather(
        scope.spawn(getUser, id),
        scope.spawn(getUserLogs, id),
        scope.spawn(getUserMetrics, id));
    co_return Profile{user, logs, metrics};
}
//! [gather]

//! [start-early]
QCoro::Task<Profile> loadEarly(Scope &scope, int id)
{
    auto userTask = getUser(scope, id);
    auto logsTask = getUserLogs(scope, id);
    auto metricsTask = getUserMetrics(scope, id);
    auto user = co_await userTask;
    auto logs = co_await logsTask;
    auto metrics = co_await metricsTask;
    co_return Profile{user, logs, metrics};
}
//! [start-early]

//! [chain]
QCoro::Task<Profile> loadChained(Scope &scope, int id)
{
    auto metricsTask = getUserMetrics(scope, id);
    auto user = co_await getUser(scope, id);
    auto logs = co_await getUserLogs(scope, user.key);
    auto metrics = co_await metricsTask;
    co_return Profile{user, logs, metrics};
}
//! [chain]

// clang-format on

using Load = QCoro::Task<Profile> (*)(Scope &, int);

VariantSpec variant(const char *id, Load load, bool shownAtFirst)
{
    VariantSpec spec;
    spec.id = QString::fromLatin1(id);
    spec.play = [load](Scope &scope, const ParameterSet &) { return withoutResult(load(scope, 7)); };
    spec.shownAtFirst = shownAtFirst;
    return spec;
}

} // namespace

LessonDefinition define()
{
    LessonDefinition lesson;
    ParameterSpec logsNeedUser;
    logsNeedUser.id = QStringLiteral("logsNeedUser");
    logsNeedUser.type = ParameterType::Flag;
    lesson.parameters = {durationParameter("getUser", 196ms, 1s), durationParameter("getUserLogs", 120ms, 1s),
        durationParameter("getUserMetrics", 90ms, 1s), logsNeedUser};

    lesson.variants = {variant("sequential", loadSequential, true), variant("gather", loadParallel, true),
        variant("start-early", loadEarly, false), variant("chain", loadChained, true)};
    lesson.variants.back().available = [](const ParameterSet &parameters) { return parameters.flag(u"logsNeedUser"); };

    lesson.claims = claims();
    lesson.challenge = judgeChallenge;
    lesson.metrics = metrics;
    lesson.notes = notes;
    return lesson;
}

} // namespace awaitscope::lesson_sequential_vs_parallel
