// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/practice/cancellation-cascade/tree.h"

#include <algorithm>

namespace awaitscope::lesson_cancellation_cascade {

namespace {

/// How many tasks each level has, the root's first.
std::vector<int> levelsOf(const TreeSize &size, int most)
{
    std::vector<int> levels{1};
    int left = most - 1;
    for (int level = 1; level <= size.depth && left > 0; ++level) {
        levels.push_back(std::min(levels.back() * size.fanOut, left));
        left -= levels.back();
    }
    return levels;
}

/// Adds a task with all below it. What a level has is given to its parents from the left.
class Grower
{
public:
    Grower(const TreeSize &size, const std::function<Node(int, bool)> &makeTask) :
        fanOut_(size.fanOut),
        left_(levelsOf(size, mostTasks)),
        makeTask_(makeTask)
    {
    }

    Node grow(std::size_t level)
    {
        const int children = level + 1 < left_.size() ? std::min(fanOut_, left_[level + 1]) : 0;
        Node node = makeTask_(static_cast<int>(level), children == 0);
        if (children == 0)
            return node;
        left_[level + 1] -= children;
        for (int child = 0; child < children; ++child)
            node.children.push_back(grow(level + 1));
        return node;
    }

private:
    const int fanOut_;
    std::vector<int> left_; ///< by level: tasks that nobody has started yet
    const std::function<Node(int, bool)> &makeTask_;
};

} // namespace

Node growTree(const TreeSize &size, const std::function<Node(int, bool)> &makeTask)
{
    return Grower(size, makeTask).grow(0);
}

int countTasks(const TreeSize &size)
{
    int count = 0;
    for (const int tasks : levelsOf(size, mostTasks))
        count += tasks;
    return count;
}

bool isCutOff(const TreeSize &size)
{
    int level = 1, count = 1;
    for (int depth = 1; depth <= size.depth; ++depth) {
        level *= size.fanOut;
        count += level;
    }
    return count > mostTasks;
}

} // namespace awaitscope::lesson_cancellation_cascade
