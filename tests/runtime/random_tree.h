// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/trace/ids.h"

#include <algorithm>
#include <array>
#include <random>
#include <vector>

namespace awaitscope {

/// What a node of a random tree does.
enum class NodeKind {
    Sleep,
    Failure,
    Gather,
    SettleAll,
    GatherOrCancel,
    FirstOf,
    Group,
    LeftGroup,
    Timeout,
    Budget,
    Shield,
    AsyncScope,
    Branch,
    Dropped,
    Thread,
    Foreign,
    Generator,
    Lazy,
    Pool,
    Pipe,
    // From here on the nodes of one tree share something, and nothing is predicted.
    Semaphore,
    Mutex,
    Send,
    Receive,
    Count
};
constexpr auto nodeKinds = static_cast<std::size_t>(NodeKind::Count);
constexpr std::array<const char *, nodeKinds> nodeNames{"sleep", "failure", "gather", "settleAll", "gatherOrCancel", "firstOf",
    "TaskGroup", "TaskGroup, left", "withTimeout", "withTimeout of a budget", "shield", "asyncScope", "branch cancelled",
    "dropped task", "toThread", "cancellable", "generator", "lazy task", "Semaphore of its own", "Channel of its own",
    "shared Semaphore", "shared Mutex", "shared Channel, send", "shared Channel, receive"};

/// One node, with all that is left to chance decided in advance.
struct TreeNode
{
    NodeKind kind = NodeKind::Sleep;
    int number = 0; ///< in preorder
    int last = 0; ///< the highest number below it, or its own
    int count = 1; ///< how many: permits of a pool, room in a pipe, values to ask a generator for
    std::vector<Ns> lengths; ///< what they mean depends on the kind
    std::vector<TreeNode> children;

    Ns length() const { return lengths.front(); }
};

/// A tree, and when its root is cancelled.
struct RandomTree
{
    /// With a grain of 1 ns no two things happen by chance at one instant, and the nodes share nothing: then the outcome can be
    /// predicted. With a coarse one, much coincides.
    RandomTree(unsigned seed, Ns grainOfTime, bool withShared) : random_(seed), grain_(grainOfTime), shared_(withShared)
    {
        for (int i = 0; i < 2; ++i)
            roots.push_back(grow(4));
        cancelled = below(3) != 0;
        cancelAt = length() * 2;
    }

    std::vector<TreeNode> roots;
    bool cancelled = false;
    Ns cancelAt{0};
    int nodes = 0;

private:
    static constexpr Ns longest = std::chrono::milliseconds(12);

    int below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }
    Ns length() { return grain_ * below(static_cast<int>(longest / grain_)) + (grain_ == Ns(1) ? Ns(1) : Ns(0)); }

    TreeNode grow(int depth)
    {
        TreeNode node;
        node.number = nodes++;
        const auto kinds = static_cast<int>(shared_ ? NodeKind::Count : NodeKind::Semaphore);
        do
            node.kind = depth == 0 ? NodeKind::Sleep : static_cast<NodeKind>(below(kinds));
        while (depth > 2 && isLeaf(node.kind)); // else most trees are small
        node.count = 1 + below(3);
        for (int i = 0; i < 8; ++i)
            node.lengths.push_back(length());
        for (int i = childrenOf(node.kind); i > 0; --i)
            node.children.push_back(grow(depth - 1));
        node.last = nodes - 1;
        return node;
    }
    static bool isLeaf(NodeKind kind)
    {
        return kind == NodeKind::Sleep || kind == NodeKind::Failure || kind == NodeKind::Thread || kind == NodeKind::Foreign
            || kind == NodeKind::Generator || kind >= NodeKind::Pipe;
    }
    int childrenOf(NodeKind kind)
    {
        switch (kind) {
        case NodeKind::Gather:
        case NodeKind::SettleAll:
        case NodeKind::GatherOrCancel:
        case NodeKind::FirstOf:
        case NodeKind::Group:
        case NodeKind::LeftGroup:
        case NodeKind::Pool:
            return 1 + below(3);
        case NodeKind::Timeout:
        case NodeKind::Budget:
        case NodeKind::Shield:
        case NodeKind::AsyncScope:
        case NodeKind::Branch:
        case NodeKind::Dropped:
        case NodeKind::Lazy:
            return 1;
        default:
            return 0;
        }
    }

    std::minstd_rand random_;
    const Ns grain_;
    const bool shared_;
};

/// How one node of a tree ended.
struct NodeEnd
{
    enum class How { NotStarted, Value, Failed, TimedOut, Cancelled };

    How how = How::NotStarted;
    Ns begin{0};
    Ns end{0};
    std::uint64_t value = 0; ///< of a value; of a failure, the number of the node that failed

    bool operator==(const NodeEnd &) const = default;
};

/// Folds a value into others; the order makes a difference.
constexpr std::uint64_t foldValue(std::uint64_t fold, std::uint64_t value)
{
    return (fold ^ value) * 0x100000001B3ull + 1;
}

/// What a child that failed counts as where that is no failure of its parent.
constexpr std::uint64_t settledFailure(NodeEnd::How how, std::uint64_t value)
{
    return foldValue(static_cast<std::uint64_t>(how), value);
}

constexpr int generatedValues = 2; ///< of a generator
constexpr std::size_t pipedValues = 4; ///< through a channel of a node's own

} // namespace awaitscope
