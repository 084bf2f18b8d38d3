// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/runtime/runtime.h"
#include "tests/runtime/random_tree.h"

namespace awaitscope {

/// What a node of kind Failure throws.
class NodeFailure : public std::runtime_error
{
public:
    explicit NodeFailure(int node) : std::runtime_error("node " + std::to_string(node) + " failed"), number(node) { }
    int number;
};

/// What a played tree leaves behind.
struct TreeResult
{
    std::vector<NodeEnd> nodes; ///< by number
    Ns end{0}; ///< when nothing was left
    std::vector<std::string> wrong; ///< rules that did not hold, in words
};

/// What the nodes of one tree share.
class TreeWorld
{
public:
    TreeWorld(Scope &around, const RandomTree &tree, TreeResult &into) :
        root(around),
        result(into),
        seats(around, 2),
        mutex(around),
        channel(around, 2),
        scheduler_(around.scheduler())
    {
        result.nodes.resize(static_cast<std::size_t>(tree.nodes));
        running_.resize(static_cast<std::size_t>(tree.nodes));
    }

    void begins(const TreeNode &node)
    {
        of(node).begin = scheduler_.now();
        running_[static_cast<std::size_t>(node.number)] = true;
    }
    void ends(const TreeNode &node, NodeEnd::How how, std::uint64_t value)
    {
        of(node).how = how;
        of(node).value = value;
        of(node).end = scheduler_.now();
        running_[static_cast<std::size_t>(node.number)] = false;
    }
    void requireThat(bool holds, const TreeNode &node, const char *rule)
    {
        if (!holds)
            result.wrong.push_back(std::string(nodeNames[static_cast<std::size_t>(node.kind)]) + ", node "
                + std::to_string(node.number) + ": " + rule);
    }
    bool anyRunsBelow(const TreeNode &node) const
    {
        return std::find(running_.begin() + node.number + 1, running_.begin() + node.last + 1, true)
            != running_.begin() + node.last + 1;
    }
    /// When all has ended.
    void checkResources(const TreeNode &first)
    {
        requireThat(seats.inUse() == 0 && seats.queued() == 0, first, "a permit of the semaphore was lost");
        requireThat(!mutex.locked() && mutex.queued() == 0, first, "the mutex stayed locked");
        requireThat(sent == received + channel.size(), first, "the channel lost or doubled a value");
    }

    Scope &root; ///< which is not cancelled with the tree
    TreeResult &result;
    Semaphore seats;
    Mutex mutex;
    Channel<std::string> channel;
    int sent = 0;
    int received = 0;

private:
    NodeEnd &of(const TreeNode &node) { return result.nodes[static_cast<std::size_t>(node.number)]; }

    Scheduler &scheduler_;
    std::vector<bool> running_;
};

/// Stands in the frame of a node that joins all that it begins, however it is left.
class JoinCheck
{
public:
    JoinCheck(const TreeNode &node, TreeWorld &world) : node_(node), world_(world) { }
    JoinCheck(const JoinCheck &) = delete;
    JoinCheck &operator=(const JoinCheck &) = delete;
    ~JoinCheck() { world_.requireThat(!world_.anyRunsBelow(node_), node_, "went on before all below it had ended"); }

private:
    const TreeNode &node_;
    TreeWorld &world_;
};

/// Stands in a frame that must come to its end: without a cancellation.
class EndCheck
{
public:
    EndCheck(const TreeNode &node, TreeWorld &world) : node_(node), world_(world) { }
    EndCheck(const EndCheck &) = delete;
    EndCheck &operator=(const EndCheck &) = delete;
    ~EndCheck() { world_.requireThat(reached, node_, "shielded work was interrupted"); }

    bool reached = false;

private:
    const TreeNode &node_;
    TreeWorld &world_;
};

} // namespace awaitscope
