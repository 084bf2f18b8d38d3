// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/runtime/scope.h"

#include <vector>

namespace awaitscope::lesson_cancellation_cascade {

struct Node;
/// What a task of the tree does.
using Work = QCoro::Task<void> (*)(Scope &, const Node *);

/// One task of the tree, with those that it starts.
struct Node
{
    Work work = nullptr;
    Ns takes{0}; ///< of a leaf: its work
    Ns ending{0}; ///< of a leaf that does more after that
    std::vector<Node> children = {};
};

/// How big a tree is.
struct TreeSize
{
    int depth = 3; ///< levels below the root, from 1
    int fanOut = 3; ///< children of each task that has any, from 1
};

/// A tree has no more tasks than this.
inline constexpr int mostTasks = 1000;

/// Grows a tree level by level, and stops with the last task for which there is room; tasks without children are leaves.
/// `makeTask` gives a task for its level, from 0, and whether it is a leaf; it is called for each in the order of their start.
Node growTree(const TreeSize &size, const std::function<Node(int level, bool leaf)> &makeTask);
/// How many tasks that tree has: 40 for depth 3 and fan-out 3.
int countTasks(const TreeSize &size);
/// True where the tree would have more tasks than there is room for.
bool isCutOff(const TreeSize &size);

} // namespace awaitscope::lesson_cancellation_cascade
