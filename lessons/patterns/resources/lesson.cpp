// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/define.h"
#include "lessons/catalog/play.h"
#include "lessons/patterns/resources/claims.h"
#include "lessons/patterns/resources/users.h"
#include "lessons/runtime/runtime.h"

#include <QCoreApplication>
#include <QScopeGuard>

namespace awaitscope::lesson_resources {

namespace {

using namespace std::chrono_literals;

/// What is done with an open connection, and how it ends.
using Work = QCoro::Task<void> (*)(Scope &, Connection *);
/// Opens a connection, works with it, and closes it, or does not.
using Load = QCoro::Task<void> (*)(Scope &, Users *, Work);

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
QCoro::Task<void> endsNormally(Scope &scope, Connection *db)
{
    co_await sleep(scope, workLength(scope));
    co_await db->query(scope, 0ms, countUsers);
}

QCoro::Task<void> fails(Scope &scope, Connection *)
{
    co_await sleep(scope, workLength(scope));
    throw std::runtime_error("the template is broken");
}

QCoro::Task<void> isCancelled(Scope &scope, Connection *db)
{
    co_await sleep(scope, workLength(scope));
    co_await db->query(scope, 0ms, countUsers);
}

QCoro::Task<void> leaveThreeWays(Scope &scope, Users *users,
                                 Load load)
{
    Scope visit(scope);
    std::vector<Spawned<void>> tasks;
    tasks.push_back(scope.spawn(load, users, endsNormally));
    tasks.push_back(scope.spawn(load, users, fails));
    tasks.push_back(visit.spawn(load, users, isCancelled));
    co_await sleep(scope, workLength(scope) / 2);
    visit.cancel("the visitor has left");
    co_await settleAll(std::move(tasks));
}
//! [shared]

//! [manual]
QCoro::Task<void> closeByHand(Scope &scope, Connection *db)
{
    co_await sleep(scope, closeLength(scope)); // says goodbye
    co_await db->close(scope);
}

QCoro::Task<void> manual(Scope &scope, Users *users, Work work)
{
    Connection *db = users->newConnection(scope);
    co_await db->open(scope);
    co_await work(scope, db);
    co_await closeByHand(scope, db);
}
//! [manual]

//! [raii]
// For a destructor, which cannot await.
void sayGoodbye(Scope &scope)
{
    blockFor(scope, closeLength(scope));
}

QCoro::Task<void> raii(Scope &scope, Users *users, Work work)
{
    Connection db(scope, users->path, users->open);
    co_await db.open(scope);
    auto goodbye = qScopeGuard([&] { sayGoodbye(scope); });
    co_await work(scope, &db);
} // here, whichever way it is left
//! [raii]

//! [async-scope]
QCoro::Task<void> closeAtLast(Scope &scope, Connection *db)
{
    co_await sleep(scope, closeLength(scope)); // says goodbye
    co_await db->close(scope);
}

QCoro::Task<void> scoped(Scope &scope, Users *users, Work work)
{
    Connection db(scope, users->path, users->open);
    co_await db.open(scope);
    co_await asyncScope(scope, &db, work, closeAtLast);
}
//! [async-scope]

// clang-format on

std::string leftOpen(int connections)
{
    return QCoreApplication::translate("awaitscope::lesson_resources", "left open: %1").arg(connections).toStdString();
}

void noteLeftOpen(Scope &scope, Users &users)
{
    if (const int open = static_cast<int>(users.open.value()))
        note(scope, leftOpen(open));
}

VariantSpec variant(const char *id, Load load)
{
    VariantSpec spec;
    spec.id = QString::fromLatin1(id);
    spec.play = [load](Scope &scope, const ParameterSet &) {
        auto users = std::make_unique<Users>(scope);
        auto task = leaveThreeWays(scope, users.get(), load);
        return withAllJoined(&scope, std::move(users), std::move(task), noteLeftOpen);
    };
    return spec;
}

} // namespace

LessonDefinition define()
{
    LessonDefinition lesson;
    lesson.parameters = {durationParameter("work", 60ms, 1s), durationParameter("close", 20ms, 500ms)};
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
