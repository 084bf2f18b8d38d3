// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/lesson.h"
#include "lessons/patterns/resources/claims.h"
#include "lessons/patterns/resources/database.h"
#include "lessons/runtime/runtime.h"

#include <QScopeGuard>

namespace awaitscope::lesson_resources {

namespace {

using namespace std::chrono_literals;

/// What is done with an open connection, and how it ends.
using Work = QCoro::Task<void> (*)(Scope &, Connection *);
/// Opens a connection, works with it, and closes it, or does not.
using Load = QCoro::Task<void> (*)(Scope &, Database &, Work);

Ns workLength(Scope &scope)
{
    return scope.context<ParameterSet>().duration(u"work");
}

Ns closeLength(Scope &scope)
{
    return scope.context<ParameterSet>().duration(u"close");
}

const QString countUsers = QStringLiteral("SELECT count(*) FROM users");

// The shown code is laid out by hand, for a narrow pane.
// clang-format off

//! [shared]
QCoro::Task<void> endsNormally(Scope &scope, Connection *connection)
{
    co_await sleep(scope, workLength(scope));
    co_await connection->query(scope, 0ms, countUsers);
}

QCoro::Task<void> fails(Scope &scope, Connection *)
{
    co_await sleep(scope, workLength(scope));
    throw std::runtime_error("the template is broken");
}

QCoro::Task<void> isCancelled(Scope &scope, Connection *connection)
{
    co_await sleep(scope, workLength(scope));
    co_await connection->query(scope, 0ms, countUsers);
}

QCoro::Task<void> leaveThreeWays(Scope &scope, Database &users, Load load)
{
    Scope visit(scope);
    std::vector<Spawned<void>> tasks;
    tasks.push_back(scope.spawn(load, std::ref(users), endsNormally));
    tasks.push_back(scope.spawn(load, std::ref(users), fails));
    tasks.push_back(visit.spawn(load, std::ref(users), isCancelled));
    co_await sleep(scope, workLength(scope) / 2);
    visit.cancel("the visitor has left");
    co_await settleAll(std::move(tasks));
}
//! [shared]

//! [manual]
QCoro::Task<void> closeByHand(Scope &scope, Connection *connection)
{
    co_await sleep(scope, closeLength(scope)); // says goodbye
    co_await connection->close(scope);
}

QCoro::Task<void> manual(Scope &scope, Database &users, Work work)
{
    Connection *connection = users.newConnection(scope);
    co_await connection->open(scope);
    co_await work(scope, connection);
    co_await closeByHand(scope, connection);
}
//! [manual]

//! [raii]
void sayGoodbye(Scope &scope)
{
    blockFor(scope, closeLength(scope)); // a destructor cannot await
}

QCoro::Task<void> raii(Scope &scope, Database &users, Work work)
{
    Connection connection(scope, users.path, users.open);
    co_await connection.open(scope);
    auto goodbye = qScopeGuard([&] { sayGoodbye(scope); });
    co_await work(scope, &connection);
} // here, whichever way it is left
//! [raii]

//! [async-scope]
QCoro::Task<void> closeAtLast(Scope &scope, Connection *connection)
{
    co_await sleep(scope, closeLength(scope)); // says goodbye
    co_await connection->close(scope);
}

QCoro::Task<void> scoped(Scope &scope, Database &users, Work work)
{
    Connection connection(scope, users.path, users.open);
    co_await connection.open(scope);
    co_await asyncScope(scope, &connection, work, closeAtLast);
}
//! [async-scope]

// clang-format on

/// Keeps the database until nothing of the run is left that uses it.
QCoro::Task<void> withDatabase(Scope *scope, std::unique_ptr<Database> database, QCoro::Task<void> task)
{
    const std::unique_ptr<Database> kept = std::move(database);
    std::exception_ptr failure;
    try {
        co_await task;
    } catch (...) {
        failure = std::current_exception();
    }
    try {
        co_await scope->join();
    } catch (const Cancelled &) {
    }
    if (failure)
        std::rethrow_exception(failure);
}

VariantSpec variant(const char *id, Load load)
{
    VariantSpec spec;
    spec.id = QString::fromLatin1(id);
    spec.play = [load](Scope &scope, const ParameterSet &) {
        auto database = std::make_unique<Database>(scope);
        auto task = leaveThreeWays(scope, *database, load);
        return withDatabase(&scope, std::move(database), std::move(task));
    };
    return spec;
}

ParameterSpec length(const char *id, Ns value, Ns maximum)
{
    ParameterSpec spec;
    spec.id = QString::fromLatin1(id);
    spec.defaultValue = value.count();
    spec.maximum = maximum.count();
    spec.step = Ns(1ms).count();
    return spec;
}

} // namespace

LessonDefinition define()
{
    LessonDefinition lesson;
    lesson.parameters = {length("work", 60ms, 1s), length("close", 20ms, 500ms)};
    lesson.variants = {variant("manual", manual), variant("raii", raii), variant("async-scope", scoped)};
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

} // namespace awaitscope::lesson_resources
