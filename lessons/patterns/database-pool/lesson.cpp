// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/lesson.h"
#include "lessons/patterns/database-pool/claims.h"
#include "lessons/patterns/database-pool/pool.h"
#include "lessons/runtime/runtime.h"

#include <numeric>

namespace awaitscope::lesson_database_pool {

namespace {

using namespace std::chrono_literals;

using Search = QCoro::Task<int> (*)(Scope &, Pool &, int);

int queries(Scope &scope)
{
    return static_cast<int>(scope.context<ParameterSet>().value(u"queries"));
}

/// What a query takes on the virtual clock.
Ns cost(Scope &scope)
{
    return scope.context<ParameterSet>().duration(u"queryCost");
}

QVariantList valuesFor(Scope &scope, int user)
{
    return {scope.context<ParameterSet>().value(u"rows"), QStringLiteral("user %1 ").arg(user)};
}

int linesIn(const Rows &rows)
{
    return rows.at(0).at(0).toInt();
}

int sum(const std::vector<int> &numbers)
{
    return std::accumulate(numbers.begin(), numbers.end(), 0);
}

// The shown code is laid out by hand, for a narrow pane.
// clang-format off

//! [shared]
// No index helps: each row is read.
const QString searchLogs = QStringLiteral(
    "SELECT count(*) FROM logs "
    "WHERE id <= ? AND instr(lower(message), ?) > 0");

ConnectionCall<Rows> search(
    Scope &scope, Connection *connection, int id)
{
    return connection->query(scope, cost(scope), searchLogs,
                             valuesFor(scope, id));
}

QCoro::Task<int> searchAll(Scope &scope, Pool &pool, Search how)
{
    for (Connection *connection : pool.connections())
        co_await connection->open(scope);
    std::vector<Spawned<int>> tasks;
    for (int id = 1; id <= queries(scope); ++id)
        tasks.push_back(scope.spawn(how, std::ref(pool), id));
    auto found = co_await gatherOrCancel(std::move(tasks));
    for (Connection *connection : pool.connections())
        co_await connection->close(scope);
    co_return sum(found);
}
//! [shared]

//! [on-the-loop]
QCoro::Task<int> searchOnLoop(Scope &scope, Pool &pool, int id)
{
    Rows rows = pool.onLoop().query(
        scope, cost(scope), searchLogs, valuesFor(scope, id));
    co_return linesIn(rows);
}
//! [on-the-loop]

//! [early-release]
QCoro::Task<int> searchEarly(Scope &scope, Pool &pool, int id)
{
    Connection *connection = nullptr;
    {
        Permit permit = co_await pool.permits().acquire(scope);
        connection = pool.next();
    } // here the permit goes back
    Use use(pool, connection);
    Rows rows = co_await search(scope, connection, id);
    co_return linesIn(rows);
}
//! [early-release]

//! [bounded]
QCoro::Task<int> searchBounded(Scope &scope, Pool &pool, int id)
{
    Permit permit = co_await pool.permits().acquire(scope);
    Connection *connection = pool.next();
    Use use(pool, connection);
    Rows rows = co_await search(scope, connection, id);
    co_return linesIn(rows);
} // here the permit goes back
//! [bounded]

// clang-format on

/// Keeps the pool until all that use it have ended.
QCoro::Task<void> withPool(std::unique_ptr<Pool> pool, QCoro::Task<int> task)
{
    const std::unique_ptr<Pool> kept = std::move(pool);
    co_await task;
}

VariantSpec variant(const char *id, Pool::Kind kind, Search search)
{
    VariantSpec spec;
    spec.id = QString::fromLatin1(id);
    spec.play = [kind, search](Scope &scope, const ParameterSet &parameters) {
        auto pool = std::make_unique<Pool>(scope, kind, static_cast<int>(parameters.value(u"poolSize")));
        auto task = searchAll(scope, *pool, search);
        return withPool(std::move(pool), std::move(task));
    };
    return spec;
}

ParameterSpec number(const char *id, int value, int minimum, int maximum, int step)
{
    ParameterSpec spec;
    spec.id = QString::fromLatin1(id);
    spec.type = ParameterType::Count;
    spec.defaultValue = value;
    spec.minimum = minimum;
    spec.maximum = maximum;
    spec.step = step;
    return spec;
}

} // namespace

LessonDefinition define()
{
    LessonDefinition lesson;
    ParameterSpec queryCost;
    queryCost.id = QStringLiteral("queryCost");
    queryCost.defaultValue = Ns(25ms).count();
    queryCost.maximum = Ns(200ms).count();
    queryCost.step = Ns(1ms).count();
    lesson.parameters = {
        number("queries", 20, 1, 200, 1), number("poolSize", 3, 1, 32, 1), number("rows", 100'000, 0, 100'000, 1000), queryCost};
    lesson.variants = {variant("on-the-loop", Pool::Kind::OnLoop, searchOnLoop),
        variant("early-release", Pool::Kind::OnThreads, searchEarly), variant("bounded", Pool::Kind::OnThreads, searchBounded)};
    lesson.claims = claims();
    lesson.prepare = [](const ParameterSet &, ClockKind clock) -> Result<Done> {
        if (const auto path = databaseFor(clock); !path)
            return path.problem();
        return Done();
    };
    lesson.challenge = judgeChallenge;
    lesson.metrics = metrics;
    lesson.notes = notes;
    return lesson;
}

} // namespace awaitscope::lesson_database_pool
