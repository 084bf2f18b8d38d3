// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/trace/trace_builder.h"
#include "lessons/trace/validator.h"
#include "tests/runtime/recorded_run.h"

#include <QTest>

#include <array>
#include <cstring>
#include <random>

using namespace awaitscope;
using namespace std::chrono_literals;

namespace {

enum Met {
    Sleeps,
    Gathers,
    SettleAlls,
    GatherOrCancels,
    FirstOfs,
    Groups,
    Timeouts,
    Budgets,
    Shields,
    AsyncScopes,
    Semaphores,
    Mutexes,
    Channels,
    Threads,
    Branches,
    Dropped,
    Failures,
    Cancels,
    MetCount
};
constexpr std::array<const char *, MetCount> metNames{"sleep", "gather", "settleAll", "gatherOrCancel", "firstOf", "TaskGroup",
    "withTimeout", "withTimeout of a budget", "shield", "asyncScope", "Semaphore", "Mutex", "Channel", "toThread",
    "branch cancelled", "dropped task", "failure", "root cancelled"};

/// What one tree shares.
struct World
{
    World(Scope &root, unsigned seed) : random(seed), seats(root, 2), mutex(root), channel(root, 2) { }

    int below(int limit) { return static_cast<int>(random() % static_cast<unsigned>(limit)); }
    std::chrono::milliseconds length() { return std::chrono::milliseconds(below(12)); }

    std::minstd_rand random;
    Semaphore seats;
    Mutex mutex;
    Channel<std::string> channel;
};

std::array<int, MetCount> met;
unsigned currentSeed;

QCoro::Task<int> grow(Scope &scope, World *world, int depth);

QCoro::Task<void> hold(Scope &scope, World *world)
{
    co_await sleep(scope, world->length());
}

QCoro::Task<void> tidyUp(Scope &scope, World *&world)
{
    co_await sleep(scope, world->length());
}

QCoro::Task<int> body(Scope &scope, World *&world)
{
    const int value = co_await grow(scope, world, 1);
    co_return value;
}

std::vector<Spawned<int>> branches(Scope &scope, World *world, int depth)
{
    std::vector<Spawned<int>> tasks;
    for (int i = 1 + world->below(3); i > 0; --i)
        tasks.push_back(scope.spawn(grow, world, depth - 1));
    return tasks;
}

QCoro::Task<int> together(Scope &scope, World *world, int depth, int kind)
{
    if (kind == Gathers) {
        const auto values = co_await gather(branches(scope, world, depth));
        co_return static_cast<int>(values.size());
    }
    if (kind == SettleAlls) {
        const auto ends = co_await settleAll(branches(scope, world, depth));
        co_return static_cast<int>(ends.size());
    }
    if (kind == GatherOrCancels) {
        const auto values = co_await gatherOrCancel(branches(scope, world, depth));
        co_return static_cast<int>(values.size());
    }
    const First<int> first = co_await firstOf(branches(scope, world, depth));
    co_return first.value;
}

QCoro::Task<void> put(Scope &scope, World *world)
{
    co_await world->channel.send(scope, std::string("value"));
}

QCoro::Task<void> takeOne(Scope &scope, World *world)
{
    co_await world->channel.receive(scope);
}

QCoro::Task<int> seat(Scope &scope, World *world, int kind)
{
    if (kind == Semaphores) {
        const Permit permit = co_await world->seats.acquire(scope);
        co_await hold(scope, world);
    } else if (kind == Mutexes) {
        const Permit lock = co_await world->mutex.lock(scope);
        co_await hold(scope, world);
    } else if (world->below(2)) {
        co_await withTimeout(scope, 15ms, put, world); // nobody may come to take it
    } else {
        co_await withTimeout(scope, 5ms, takeOne, world);
    }
    co_return 1;
}

QCoro::Task<int> limited(Scope &scope, World *world, int depth, int kind)
{
    if (kind == Timeouts) {
        const int value = co_await withTimeout(scope, world->length(), grow, world, depth - 1);
        co_return value;
    }
    if (kind == Budgets) {
        const Budget rest = remainingBudget(scope) - world->length();
        const int value = co_await withTimeout(scope, rest, grow, world, depth - 1);
        co_return value;
    }
    if (kind == Shields) {
        co_await shield(scope, hold, world);
        co_return 1;
    }
    const int value = co_await asyncScope(scope, world, body, tidyUp);
    co_return value;
}

QCoro::Task<int> group(Scope &scope, World *world, int depth)
{
    TaskGroup members(scope);
    for (int i = world->below(3); i >= 0; --i)
        members.spawn(grow, world, depth - 1);
    if (world->below(4) == 0)
        throw std::runtime_error("left the group");
    co_await members.join();
    co_return 1;
}

QCoro::Task<int> branch(Scope &scope, World *world, int depth)
{
    Scope inner(scope);
    inner.spawn(grow, world, depth - 1);
    co_await sleep(scope, world->length());
    inner.cancel("a branch");
    co_await inner.join();
    co_return 1;
}

QCoro::Task<int> thread(Scope &scope)
{
    const auto compute = [] { return 6 * 7; };
    auto call = toThread(scope, compute);
    const int value = co_await call;
    co_return value;
}

QCoro::Task<int> grow(Scope &scope, World *world, int depth)
{
    const int kind = depth == 0 ? Sleeps : world->below(Failures + 2);
    ++met[static_cast<std::size_t>(std::min<int>(kind, Failures))];
    int value = 1;
    switch (kind) {
    case Gathers:
    case SettleAlls:
    case GatherOrCancels:
    case FirstOfs:
        value = co_await together(scope, world, depth, kind);
        break;
    case Groups:
        value = co_await group(scope, world, depth);
        break;
    case Timeouts:
    case Budgets:
    case Shields:
    case AsyncScopes:
        value = co_await limited(scope, world, depth, kind);
        break;
    case Semaphores:
    case Mutexes:
    case Channels:
        value = co_await seat(scope, world, kind);
        break;
    case Threads:
        value = co_await thread(scope);
        break;
    case Branches:
        value = co_await branch(scope, world, depth);
        break;
    case Dropped:
        scope.spawn(grow, world, depth - 1);
        break;
    case Sleeps:
        co_await sleep(scope, world->length());
        break;
    default:
        co_await sleep(scope, world->length());
        throw std::runtime_error("a failure");
    }
    co_return value;
}

QCoro::Task<void> cancelLater(Scope &scope, std::chrono::milliseconds when, Scope *target)
{
    co_await sleep(scope, when);
    target->cancel("the whole tree");
}

QCoro::Task<void> joinAll(Scope &, Scope *tasks)
{
    try {
        co_await tasks->join();
    } catch (const Cancelled &) {
    }
}

QCoro::Task<void> tree(Scope &scope)
{
    World world(scope, currentSeed);
    Scope all(scope);
    std::vector<Spawned<void>> cancellers;
    if (world.below(3) != 0) {
        ++met[Cancels];
        cancellers.push_back(scope.spawn(cancelLater, world.length() * 2, &all));
    }
    all.spawn(grow, &world, 4);
    all.spawn(grow, &world, 4);
    co_await joinAll(scope, &all);
    for (const Spawned<void> &canceller : cancellers)
        canceller.state().scope().cancel("the tree has ended");
    co_await settleAll(std::move(cancellers)); // it must not outlive what it cancels
}

struct Outcome
{
    std::string error;
    std::vector<RawEvent> events;
    std::vector<Problem> problems;
    int liveFrames = 0;
    bool cancelledInFlight = false;
};

Outcome playTree(unsigned seed)
{
    currentSeed = seed;
    RecordedRun run;
    Outcome outcome;
    outcome.error = run.play(tree);
    outcome.events = run.events;
    outcome.problems = validate(TraceBuilder::build(run.recorder, nullptr));
    outcome.liveFrames = run.scheduler.liveFrames() + run.scheduler.liveTasks() + static_cast<int>(run.scheduler.frames().size());
    outcome.cancelledInFlight = std::ranges::any_of(run.of(EventKind::Interrupted),
        [&run](const RawEvent &event) { return run.text(event) != "the tree has ended"; }); // that one is no part of the tree
    return outcome;
}

bool same(const std::vector<RawEvent> &one, const std::vector<RawEvent> &other)
{
    return one.size() == other.size() && std::memcmp(one.data(), other.data(), one.size() * sizeof(RawEvent)) == 0;
}

} // namespace

/// Trees of everything that the runtime has, grown by chance, with failures and cancellations. AWAITSCOPE_TEST_SIZE is "ci" for
/// 500 of them, "full" for 10,000.
class TestRandomTrees : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void soundAndTheSameEachTime();
};

void TestRandomTrees::soundAndTheSameEachTime()
{
    const unsigned trees = qEnvironmentVariable("AWAITSCOPE_TEST_SIZE") == QLatin1String("full") ? 10'000 : 500;
    unsigned cancelled = 0;
    std::size_t events = 0;
    met = {};
    for (unsigned seed = 1; seed <= trees; ++seed) {
        const Outcome outcome = playTree(seed);
        const QByteArray which = "tree " + QByteArray::number(seed);
        QVERIFY2(outcome.error.empty(), qPrintable(which + ": " + outcome.error.c_str()));
        QVERIFY2(outcome.problems.empty(),
            qPrintable(which + ": " + (outcome.problems.empty() ? "" : outcome.problems.front().sentence.toUtf8())));
        QVERIFY2(outcome.liveFrames == 0, which.constData());
        const std::array<int, MetCount> counted = met;
        const Outcome again = playTree(seed);
        met = counted;
        QVERIFY2(same(outcome.events, again.events), which.constData());
        cancelled += outcome.cancelledInFlight;
        events += outcome.events.size();
    }
    qInfo("%u trees, %zu events, %u with a cancellation in flight", trees, events, cancelled);
    for (std::size_t i = 0; i < metNames.size(); ++i) {
        qInfo("  %-24s %d", metNames[i], met[i]);
        QVERIFY2(met[i] > 0, metNames[i]);
    }
    QVERIFY(cancelled * 2 >= trees);
}

QTEST_GUILESS_MAIN(TestRandomTrees)
#include "tst_random_trees.moc"
