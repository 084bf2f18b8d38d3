// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/runtime/tree_world.h"

namespace awaitscope {

/// Plays nodes by means of the runtime. A value is what the children's values fold to.
class TreeRunner
{
public:
    using Value = std::uint64_t;

    /// Plays a whole tree in a root scope.
    static QCoro::Task<void> play(Scope &scope, const RandomTree *tree, TreeResult *result)
    {
        TreeWorld world(scope, *tree, *result);
        Scope all(scope);
        std::vector<Spawned<void>> cancellers;
        if (tree->cancelled)
            cancellers.push_back(scope.spawn(cancelLater, tree->cancelAt, &all));
        for (const TreeNode &root : tree->roots)
            all.spawn(run, &root, &world);
        co_await joinAll(scope, &all);
        result->end = scope.scheduler().now();
        world.checkResources(tree->roots.front());
        for (const Spawned<void> &canceller : cancellers)
            canceller.state().scope().cancel(treeEnded);
        co_await settleAll(std::move(cancellers)); // it must not outlive what it cancels
    }
    /// Why the task that was to cancel the tree is cancelled: that is no part of the tree.
    static constexpr const char *treeEnded = "the tree has ended";

private:
    static QCoro::Task<void> cancelLater(Scope &scope, Ns when, Scope *target)
    {
        co_await sleep(scope, when);
        target->cancel("the whole tree");
    }
    static QCoro::Task<void> joinAll(Scope &, Scope *tasks)
    {
        try {
            co_await tasks->join();
        } catch (const Cancelled &) {
        }
    }

    static QCoro::Task<Value> run(Scope &scope, const TreeNode *node, TreeWorld *world)
    {
        world->begins(*node);
        try {
            const Value value = co_await act(scope, node, world);
            world->ends(*node, NodeEnd::How::Value, value);
            co_return value;
        } catch (const Cancelled &) {
            world->ends(*node, NodeEnd::How::Cancelled, 0);
            throw;
        } catch (const TimedOut &) {
            world->ends(*node, NodeEnd::How::TimedOut, 0);
            throw;
        } catch (const NodeFailure &failure) {
            world->ends(*node, NodeEnd::How::Failed, static_cast<Value>(failure.number));
            throw;
        }
    }

    static QCoro::Task<Value> act(Scope &scope, const TreeNode *node, TreeWorld *world)
    {
        switch (node->kind) {
        case NodeKind::Gather:
        case NodeKind::SettleAll:
        case NodeKind::GatherOrCancel:
        case NodeKind::FirstOf:
            return together(scope, node, world);
        case NodeKind::Group:
            return group(scope, node, world);
        case NodeKind::LeftGroup:
            return leftGroup(scope, node, world);
        case NodeKind::Timeout:
            return limited(scope, node, world);
        case NodeKind::Budget:
            return budgeted(scope, node, world);
        case NodeKind::Shield:
            return shielded(scope, node, world);
        case NodeKind::AsyncScope:
            return scoped(scope, node, world);
        case NodeKind::Branch:
            return branch(scope, node, world);
        case NodeKind::Dropped:
            return dropped(scope, node, world);
        case NodeKind::Thread:
            return thread(scope, node);
        case NodeKind::Foreign:
            return foreign(scope, node, world);
        case NodeKind::Generator:
            return generated(scope, node);
        case NodeKind::Lazy:
            return lazy(scope, node, world);
        case NodeKind::Pool:
            return pool(scope, node, world);
        case NodeKind::Pipe:
            return pipe(scope, node);
        case NodeKind::Semaphore:
        case NodeKind::Mutex:
        case NodeKind::Send:
        case NodeKind::Receive:
            return shared(scope, node, world);
        default:
            return rest(scope, node);
        }
    }

    static Value fold(const TreeNode &node, const std::vector<Value> &values)
    {
        auto folded = static_cast<Value>(node.number);
        for (const Value value : values)
            folded = foldValue(folded, value);
        return folded;
    }
    static Value fold(const TreeNode &node, const std::vector<Settled<Value>> &ends)
    {
        auto folded = static_cast<Value>(node.number);
        for (const Settled<Value> &end : ends)
            folded = foldValue(folded, valueOf(end));
        return folded;
    }
    static Value valueOf(const Settled<Value> &end)
    {
        try {
            return end.value();
        } catch (const Cancelled &) {
            return settledFailure(NodeEnd::How::Cancelled, 0);
        } catch (const TimedOut &) {
            return settledFailure(NodeEnd::How::TimedOut, 0);
        } catch (const NodeFailure &failure) {
            return settledFailure(NodeEnd::How::Failed, static_cast<Value>(failure.number));
        }
    }
    static std::vector<Spawned<Value>> branches(Scope &scope, const TreeNode &node, TreeWorld *world)
    {
        std::vector<Spawned<Value>> tasks;
        for (const TreeNode &child : node.children)
            tasks.push_back(scope.spawn(run, &child, world));
        return tasks;
    }

    static QCoro::Task<Value> rest(Scope &scope, const TreeNode *node)
    {
        co_await sleep(scope, node->length());
        if (node->kind == NodeKind::Failure)
            throw NodeFailure(node->number);
        co_return static_cast<Value>(node->number);
    }

    static QCoro::Task<Value> together(Scope &scope, const TreeNode *node, TreeWorld *world)
    {
        if (node->kind == NodeKind::Gather) {
            const auto values = co_await gather(branches(scope, *node, world));
            co_return fold(*node, values);
        }
        const JoinCheck joined(*node, *world);
        if (node->kind == NodeKind::SettleAll) {
            const auto ends = co_await settleAll(branches(scope, *node, world));
            co_return fold(*node, ends);
        }
        if (node->kind == NodeKind::GatherOrCancel) {
            const auto values = co_await gatherOrCancel(branches(scope, *node, world));
            co_return fold(*node, values);
        }
        const First<Value> first = co_await firstOf(branches(scope, *node, world));
        co_return foldValue(first.index, first.value);
    }

    static QCoro::Task<Value> group(Scope &scope, const TreeNode *node, TreeWorld *world)
    {
        const JoinCheck joined(*node, *world);
        TaskGroup members(scope);
        std::vector<Spawned<Value>> tasks;
        for (const TreeNode &child : node->children)
            tasks.push_back(members.spawn(run, &child, world));
        co_await members.join();
        const auto ends = co_await settleAll(std::move(tasks));
        co_return fold(*node, ends);
    }

    static QCoro::Task<Value> leftGroup(Scope &scope, const TreeNode *node, TreeWorld *world)
    {
        TaskGroup members(scope);
        for (const TreeNode &child : node->children)
            members.spawn(run, &child, world);
        co_await sleep(scope, node->length());
        throw NodeFailure(node->number);
    }

    static QCoro::Task<Value> limited(Scope &scope, const TreeNode *node, TreeWorld *world)
    {
        const JoinCheck joined(*node, *world);
        const Value value = co_await withTimeout(scope, node->length(), run, &node->children.front(), world);
        co_return value;
    }

    static QCoro::Task<Value> budgeted(Scope &scope, const TreeNode *node, TreeWorld *world)
    {
        const JoinCheck joined(*node, *world);
        co_await sleep(scope, node->lengths[1]);
        const Budget rest = remainingBudget(scope) - node->length();
        const Value value = co_await withTimeout(scope, rest, run, &node->children.front(), world);
        co_return value;
    }

    static QCoro::Task<Value> shielded(Scope &scope, const TreeNode *node, TreeWorld *world)
    {
        const JoinCheck joined(*node, *world);
        EndCheck check(*node, *world);
        check.reached = node->children.front().kind != NodeKind::Sleep; // others may cancel themselves
        const Value value = co_await shield(scope, run, &node->children.front(), world);
        check.reached = true;
        co_return value;
    }

    struct Held
    {
        const TreeNode *node;
        TreeWorld *world;
    };
    static QCoro::Task<Value> use(Scope &scope, Held &held)
    {
        const Value value = co_await run(scope, &held.node->children.front(), held.world);
        co_return value;
    }
    static QCoro::Task<void> putBack(Scope &scope, Held &held)
    {
        EndCheck check(*held.node, *held.world);
        co_await sleep(scope, held.node->length());
        check.reached = true;
    }
    static QCoro::Task<Value> scoped(Scope &scope, const TreeNode *node, TreeWorld *world)
    {
        const JoinCheck joined(*node, *world);
        const Held held{node, world};
        auto whole = asyncScope(scope, held, use, putBack);
        const Value value = co_await whole;
        co_return foldValue(static_cast<Value>(node->number), value);
    }

    static QCoro::Task<Value> branch(Scope &scope, const TreeNode *node, TreeWorld *world)
    {
        Scope inner(scope);
        inner.spawn(run, &node->children.front(), world);
        co_await sleep(scope, node->length());
        inner.cancel("a branch");
        const JoinCheck joined(*node, *world);
        co_await inner.join();
        co_return 0;
    }

    static QCoro::Task<Value> dropped(Scope &scope, const TreeNode *node, TreeWorld *world)
    {
        scope.spawn(run, &node->children.front(), world);
        co_await sleep(scope, node->length());
        co_return static_cast<Value>(node->number);
    }

    static QCoro::Task<Value> thread(Scope &scope, const TreeNode *node)
    {
        const auto compute = [number = node->number] { return static_cast<Value>(number); };
        auto call = toThread(scope, node->length(), compute);
        const Value value = co_await call;
        co_return value;
    }

    /// A task that heeds no cancellation of the tree.
    static QCoro::Task<Value> plain(Scope *root, Ns length, int number)
    {
        co_await sleep(*root, length);
        co_return static_cast<Value>(number);
    }
    static QCoro::Task<Value> foreign(Scope &scope, const TreeNode *node, TreeWorld *world)
    {
        auto wait = cancellable(scope, plain(&world->root, node->length(), node->number));
        const Value value = co_await wait;
        co_return value;
    }

    static QCoro::AsyncGenerator<Value> steps(Scope &scope, const TreeNode *node)
    {
        for (int i = 0; i < generatedValues; ++i) {
            co_await sleep(scope, node->lengths[static_cast<std::size_t>(i)]);
            co_yield static_cast<Value>(i);
        }
    }
    static QCoro::Task<Value> generated(Scope &scope, const TreeNode *node)
    {
        auto folded = static_cast<Value>(node->number);
        int taken = 0;
        auto values = steps(scope, node);
        auto value = co_await values.begin();
        while (value != values.end()) {
            folded = foldValue(folded, *value);
            co_await sleep(scope, node->lengths[4 + *value]);
            if (++taken == node->count)
                break;
            co_await ++value;
        }
        co_return folded;
    }

    static LazyTask<Value> later(Scope &scope, const TreeNode *node, TreeWorld *world)
    {
        const Value value = co_await run(scope, node, world);
        co_return value;
    }
    static QCoro::Task<Value> lazy(Scope &scope, const TreeNode *node, TreeWorld *world)
    {
        auto task = later(scope, &node->children.front(), world);
        co_await sleep(scope, node->length());
        const Value value = co_await task;
        co_return value;
    }

    static QCoro::Task<Value> worker(Scope &scope, const TreeNode *node, TreeWorld *world, Semaphore *seats)
    {
        const Permit permit = co_await seats->acquire(scope);
        const Value value = co_await run(scope, node, world);
        co_return value;
    }
    static QCoro::Task<Value> pool(Scope &scope, const TreeNode *node, TreeWorld *world)
    {
        const JoinCheck joined(*node, *world);
        Semaphore seats(scope, node->count);
        std::vector<Spawned<Value>> workers;
        for (const TreeNode &child : node->children)
            workers.push_back(scope.spawn(worker, &child, world, &seats));
        const auto values = co_await gatherOrCancel(std::move(workers));
        world->requireThat(seats.inUse() == 0, *node, "a permit was lost");
        co_return fold(*node, values);
    }

    static QCoro::Task<Value> produce(Scope &scope, const TreeNode *node, Channel<Value> *pipe)
    {
        for (std::size_t i = 0; i < pipedValues; ++i) {
            co_await sleep(scope, node->lengths[i]);
            co_await pipe->send(scope, static_cast<Value>(i));
        }
        pipe->close();
        co_return 0;
    }
    static QCoro::Task<Value> consume(Scope &scope, const TreeNode *node, Channel<Value> *pipe)
    {
        auto folded = static_cast<Value>(node->number);
        std::size_t taken = 0;
        for (;;) {
            const std::optional<Value> value = co_await pipe->receive(scope);
            if (!value)
                co_return folded;
            folded = foldValue(folded, *value);
            co_await sleep(scope, node->lengths[pipedValues + taken++]);
        }
    }
    static QCoro::Task<Value> pipe(Scope &scope, const TreeNode *node)
    {
        Channel<Value> channel(scope, node->count);
        auto both = gatherOrCancel(scope.spawn(produce, node, &channel), scope.spawn(consume, node, &channel));
        const auto [none, folded] = co_await both;
        co_return folded;
    }

    static QCoro::Task<void> put(Scope &scope, TreeWorld *world)
    {
        co_await world->channel.send(scope, std::string("value"));
        ++world->sent;
    }
    static QCoro::Task<void> takeOne(Scope &scope, TreeWorld *world)
    {
        co_await world->channel.receive(scope);
        ++world->received;
    }
    static QCoro::Task<Value> shared(Scope &scope, const TreeNode *node, TreeWorld *world)
    {
        if (node->kind == NodeKind::Semaphore) {
            const Permit permit = co_await world->seats.acquire(scope);
            co_await sleep(scope, node->length());
        } else if (node->kind == NodeKind::Mutex) {
            const Permit lock = co_await world->mutex.lock(scope);
            co_await sleep(scope, node->length());
        } else if (node->kind == NodeKind::Send) {
            co_await withTimeout(scope, node->length(), put, world); // nobody may come to take it
        } else {
            co_await withTimeout(scope, node->length(), takeOne, world);
        }
        co_return static_cast<Value>(node->number);
    }
};

} // namespace awaitscope
