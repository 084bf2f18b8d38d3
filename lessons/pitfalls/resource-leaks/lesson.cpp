// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/define.h"
#include "lessons/catalog/play.h"
#include "lessons/pitfalls/resource-leaks/claims.h"
#include "lessons/pitfalls/resource-leaks/pool.h"
#include "lessons/runtime/runtime.h"

#include <QCoreApplication>

namespace awaitscope::lesson_resource_leaks {

namespace {

using namespace std::chrono_literals;

/// Answers one request.
using Handler = QCoro::Task<QByteArray> (*)(Scope &, Pool *);

constexpr Ns interval = 10ms; ///< from one request to the next
constexpr Ns rendering = 25ms;
constexpr Ns queryCost = 100us; ///< on the virtual clock

const QString someUsers = QStringLiteral("SELECT name FROM users WHERE id <= 5");

int requests(const Scope &scope)
{
    return static_cast<int>(scope.context<ParameterSet>().value(u"requests"));
}

QByteArray toJson(const Rows &users)
{
    QStringList names;
    for (const QVariantList &user : users)
        names << u'"' + user.at(0).toString() + u'"';
    return "[" + names.join(u',').toUtf8() + "]";
}

// The shown code is laid out by hand, for a narrow pane.
// clang-format off

//! [shared]
QCoro::Task<void> serve(Scope &scope, Pool *pool,
                        Handler handler)
{
    std::vector<Spawned<QByteArray>> answers;
    for (int i = 0; i < requests(scope); ++i) {
        answers.push_back(scope.spawn(handler, pool));
        co_await sleep(scope, interval);
    }
    co_await settleAll(std::move(answers));
}
//! [shared]

namespace leaking {

//! [leak]
QCoro::Task<QByteArray> getData(Scope &scope, Pool *pool)
{
    LoopConnection *db = pool->open();
    Rows users = db->query(scope, queryCost, someUsers);
    co_await sleep(scope, rendering);
    co_return toJson(users);
    // pool->close(db) is never called.
}
//! [leak]

} // namespace leaking

namespace owning {

//! [raii]
QCoro::Task<QByteArray> getData(Scope &scope, Pool *pool)
{
    Lease db = pool->lease();
    Rows users = db->query(scope, queryCost, someUsers);
    co_await sleep(scope, rendering);
    co_return toJson(users);
} // ~Lease closes it here, whichever way it is left.
//! [raii]

} // namespace owning

// clang-format on

std::string closedWithTheRun(std::uint32_t connections)
{
    return QCoreApplication::translate("awaitscope::lesson_resource_leaks", "left open: %1, closed with the run")
        .arg(connections)
        .toStdString();
}

void closeWhatIsOpen(Scope &scope, Pool &pool)
{
    if (const std::uint32_t open = pool.openConnections())
        note(scope, closedWithTheRun(open));
    pool.closeAll();
}

VariantSpec variant(const char *id, Handler handler)
{
    VariantSpec spec;
    spec.id = QString::fromLatin1(id);
    spec.play = [handler](Scope &scope, const ParameterSet &parameters) {
        auto pool = std::make_unique<Pool>(scope, static_cast<std::uint32_t>(parameters.value(u"limit")));
        auto task = serve(scope, pool.get(), handler);
        return withAllJoined(&scope, std::move(pool), std::move(task), closeWhatIsOpen);
    };
    return spec;
}

} // namespace

LessonDefinition define()
{
    LessonDefinition lesson;
    lesson.parameters = {countParameter("requests", 30, 60, 1), countParameter("limit", 16, 64, 1)};
    lesson.variants = {variant("leak", leaking::getData), variant("raii", owning::getData)};
    lesson.claims = claims();
    lesson.prepare = [](const ParameterSet &, ClockKind) -> Result<Done> {
        if (const auto path = usersFile(); !path)
            return path.problem();
        return Done();
    };
    lesson.challenge = judgeChallenge;
    lesson.metrics = metrics;
    lesson.notes = notes;
    lesson.results = results;
    return lesson;
}

} // namespace awaitscope::lesson_resource_leaks
