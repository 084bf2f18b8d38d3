// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/runtime/random_tree.h"

#include <functional>

namespace awaitscope {

/// Predicts what becomes of a random tree in virtual time, by arithmetic on its plan alone: what a node does until a time does
/// not depend on what is cancelled later. So each join looks first at how its children would go on for ever, finds out who
/// decides and when, and then at how they go with the cancellation that follows from it.
class TreeModel
{
public:
    struct Prediction
    {
        std::vector<NodeEnd> nodes; ///< by number
        Ns end{0}; ///< when nothing is left
    };

    static Prediction predict(const RandomTree &tree)
    {
        Prediction prediction;
        prediction.nodes.resize(static_cast<std::size_t>(tree.nodes));
        const Cancel cancel = tree.cancelled ? Cancel{tree.cancelAt, byTheRoot} : Cancel();
        for (const TreeNode &root : tree.roots) {
            const Course course = run(root, Ns(0), {cancel, Ns::max()});
            prediction.end = std::max(prediction.end, course.gone);
            for (const auto &[number, end] : course.nodes)
                prediction.nodes[static_cast<std::size_t>(number)] = end;
        }
        return prediction;
    }

private:
    using How = NodeEnd::How;
    static constexpr int byTheRoot = -1;

    /// When a scope is cancelled, and on behalf of which node. What happens at that very time is what led to it.
    struct Cancel
    {
        Ns at = Ns::max();
        int by = 0;
    };
    static constexpr Ns before{-1}; ///< of a cancellation: the node begins in a cancelled scope
    /// What reaches a node from above.
    struct Limits
    {
        Cancel cancel;
        Ns deadline = Ns::max();
    };
    /// What becomes of a node.
    struct Course
    {
        How how = How::Value;
        std::uint64_t value = 0;
        int cancelledBy = 0;
        Ns end{0};
        Ns gone{0}; ///< when all that it spawned has ended too
        bool atOnce = true; ///< where it begins in a cancelled scope: all of it has ended before it waited for anything
        std::vector<std::pair<int, NodeEnd>> nodes; ///< it and all below it that began

        bool failed() const { return how != How::Value; }
    };
    using Courses = std::vector<Course>;
    enum class Decides { Nobody, FirstFailure, FirstEnd };

    static Cancel earlier(const Cancel &one, const Cancel &other) { return other.at <= one.at ? other : one; }
    static Limits cancelledAt(Limits limits, Ns time, int by)
    {
        limits.cancel = earlier(limits.cancel, {time, by});
        return limits;
    }
    static Limits endless(Limits limits)
    {
        limits.cancel = {};
        return limits;
    }

    static Course ended(How how, Ns time, std::uint64_t value = 0)
    {
        Course course;
        course.how = how;
        course.value = value;
        course.end = course.gone = time;
        return course;
    }
    static Course cancelled(Ns time, int by)
    {
        Course course = ended(How::Cancelled, time);
        course.cancelledBy = by;
        return course;
    }
    static Course cancelled(Ns begin, const Limits &limits)
    {
        return cancelled(std::max(begin, limits.cancel.at), limits.cancel.by);
    }
    /// The same end at a later time.
    static Course passedOn(const Course &child, Ns time)
    {
        Course course = ended(child.how, time, child.value);
        course.cancelledBy = child.cancelledBy;
        return course;
    }
    /// Takes the children into a course, which is gone only when they are.
    static Course with(Course course, const Courses &children)
    {
        for (const Course &child : children) {
            course.gone = std::max(course.gone, child.gone);
            course.atOnce = course.atOnce && child.atOnce;
            course.nodes.insert(course.nodes.end(), child.nodes.begin(), child.nodes.end());
        }
        return course;
    }

    static Courses runAll(const TreeNode &node, Ns begin, const Limits &limits)
    {
        Courses courses;
        for (const TreeNode &child : node.children)
            courses.push_back(run(child, begin, limits));
        return courses;
    }
    static Ns latestGone(const Courses &courses) { return std::ranges::max(courses, {}, &Course::gone).gone; }
    template <class Counts> static const Course *first(const Courses &courses, Counts counts)
    {
        const Course *found = nullptr;
        for (const Course &course : courses) {
            if (std::invoke(counts, course) && (!found || course.end < found->end))
                found = &course;
        }
        return found;
    }
    static std::uint64_t fold(const TreeNode &node, const Courses &courses)
    {
        auto value = static_cast<std::uint64_t>(node.number);
        for (const Course &course : courses)
            value = foldValue(value, course.failed() ? settledFailure(course.how, course.value) : course.value);
        return value;
    }

    static Course run(const TreeNode &node, Ns begin, const Limits &limits)
    {
        Course course = act(node, begin, limits);
        // A foreign task is told of the cancellation in the next turn, at the same time.
        course.atOnce = course.atOnce && course.gone == begin && node.kind != NodeKind::Foreign;
        course.nodes.emplace_back(node.number, NodeEnd{course.how, begin, course.end, course.value});
        return course;
    }

    static Course act(const TreeNode &node, Ns begin, const Limits &limits)
    {
        const auto number = static_cast<std::uint64_t>(node.number);
        switch (node.kind) {
        case NodeKind::Failure:
            return after(begin, limits, ended(How::Failed, begin + node.length(), number));
        case NodeKind::Gather:
            return gathered(node, begin, limits);
        case NodeKind::SettleAll:
            return joined(node, begin, limits, Decides::Nobody);
        case NodeKind::GatherOrCancel:
            return joined(node, begin, limits, Decides::FirstFailure);
        case NodeKind::FirstOf:
            return joined(node, begin, limits, Decides::FirstEnd);
        case NodeKind::Group:
            return grouped(node, begin, limits);
        case NodeKind::LeftGroup:
            return left(node, begin, limits);
        case NodeKind::Timeout:
            return limited(node, begin, begin + node.length(), limits);
        case NodeKind::Budget:
            return budgeted(node, begin, limits);
        case NodeKind::Shield: {
            const Course child = run(node.children.front(), begin, Limits());
            return with(passedOn(child, child.gone), {child});
        }
        case NodeKind::AsyncScope: {
            Course body = joined(node, begin, limits, Decides::FirstFailure);
            if (!body.failed())
                body.value = foldValue(number, body.value);
            body.end = body.gone = body.end + node.length();
            return body;
        }
        case NodeKind::Branch:
            return branched(node, begin, limits);
        case NodeKind::Dropped: {
            const Course own = after(begin, limits, ended(How::Value, begin + node.length(), number));
            return with(own, runAll(node, begin, limits));
        }
        case NodeKind::Thread: {
            const Ns end = begin + node.length();
            if (limits.cancel.at == before)
                return cancelled(begin, limits); // not begun
            return end <= limits.cancel.at ? ended(How::Value, end, number) : cancelled(end, limits.cancel.by);
        }
        case NodeKind::Generator:
            return generated(node, begin, limits);
        case NodeKind::Lazy: {
            const Ns start = begin + node.length();
            if (start > limits.cancel.at)
                return cancelled(begin, limits);
            const Course child = run(node.children.front(), start, limits);
            return with(passedOn(child, child.end), {child});
        }
        case NodeKind::Pool:
            return joined(node, begin, limits, Decides::FirstFailure);
        case NodeKind::Pipe:
            return piped(node, begin, limits);
        default:
            return after(begin, limits, ended(How::Value, begin + node.length(), number));
        }
    }

    /// What a wait ends with, or its cancellation.
    static Course after(Ns begin, const Limits &limits, const Course &next)
    {
        return next.end <= limits.cancel.at ? next : cancelled(begin, limits);
    }

    static Course gathered(const TreeNode &node, Ns begin, const Limits &limits)
    {
        // In a cancelled scope the wait ends at once, where it is not over by then.
        const bool late = limits.cancel.at == before;
        const Courses children = runAll(node, begin, limits);
        const Courses natural = late ? children : runAll(node, begin, endless(limits));
        const Course *failure = first(natural, &Course::failed);
        const Ns end = failure ? failure->end : std::ranges::max(natural, {}, &Course::end).end;
        const Course result = failure ? passedOn(*failure, end) : ended(How::Value, end, fold(node, natural));
        return with(late && end == begin ? result : after(begin, limits, result), children);
    }

    /// Children that wait for a seat begin when one gets free, first come, first served. Who got one at the time of a cancellation
    /// begins in a cancelled scope; who got none does not begin.
    static Courses inTheirSeats(const TreeNode &node, Ns begin, const Limits &limits)
    {
        if (node.kind != NodeKind::Pool)
            return runAll(node, begin, limits);
        std::vector<Ns> seats(static_cast<std::size_t>(node.count), begin);
        Courses courses;
        for (const TreeNode &child : node.children) {
            Ns &seat = *std::ranges::min_element(seats);
            Limits own = limits;
            if (seat == limits.cancel.at)
                own.cancel.at = before;
            courses.push_back(seat <= limits.cancel.at ? run(child, seat, own) : cancelled(begin, limits));
            seat = run(child, seat, endless(limits)).end;
        }
        return courses;
    }

    static Course joined(const TreeNode &node, Ns begin, const Limits &limits, Decides decides)
    {
        const auto counts = [=](const Course &course) {
            return decides == Decides::FirstEnd || (decides == Decides::FirstFailure && course.failed());
        };
        const bool late = limits.cancel.at == before;
        const Courses natural = inTheirSeats(node, begin, late ? limits : endless(limits));
        const Course *decider = first(natural, counts);
        const Ns decision = decider ? decider->end : Ns::max();
        const Ns naturalEnd = latestGone(inTheirSeats(node, begin, cancelledAt(endless(limits), decision, node.number)));
        const Courses courses = inTheirSeats(node, begin, cancelledAt(limits, decision, node.number));
        const Ns end = latestGone(courses);
        const bool interrupted = late ? !std::ranges::all_of(courses, &Course::atOnce) : naturalEnd > limits.cancel.at;
        if (interrupted)
            return with(cancelled(end, limits.cancel.by), courses);
        if (!decider)
            return with(
                ended(How::Value, end, node.kind == NodeKind::AsyncScope ? courses[0].value : fold(node, courses)), courses);
        Course result = passedOn(*decider, end);
        if (!result.failed())
            result.value = foldValue(static_cast<std::uint64_t>(decider - natural.data()), result.value);
        return with(result, courses);
    }

    static bool countsInGroup(const Course &course) { return course.failed() && course.how != How::Cancelled; }
    /// Position of the member that fails first where nobody cancels the group from outside; none of them where nobody fails.
    static std::size_t firstToFail(const Courses &natural)
    {
        const Course *failure = first(natural, countsInGroup);
        return failure ? static_cast<std::size_t>(failure - natural.data()) : natural.size();
    }
    static Ns groupDecision(const TreeNode &node, Ns begin, const Limits &limits)
    {
        const Courses natural = runAll(node, begin, endless(limits));
        const std::size_t decider = firstToFail(natural);
        return decider < natural.size() ? natural[decider].end : Ns::max();
    }

    static Course grouped(const TreeNode &node, Ns begin, const Limits &limits)
    {
        const Ns decision = groupDecision(node, begin, limits);
        const Ns naturalEnd = latestGone(runAll(node, begin, cancelledAt(endless(limits), decision, node.number)));
        const Courses courses = runAll(node, begin, cancelledAt(limits, decision, node.number));
        const Ns end = latestGone(courses);
        if (const Course *failure = first(courses, countsInGroup)) {
            // Others that had failed below, and were waited for, end with the cancellation, at the time of what led to it.
            const std::size_t decider = firstToFail(runAll(node, begin, endless(limits)));
            const bool decides
                = decider < courses.size() && countsInGroup(courses[decider]) && courses[decider].end == failure->end;
            return with(passedOn(decides ? courses[decider] : *failure, end), courses);
        }
        if (naturalEnd > limits.cancel.at)
            return with(cancelled(end, limits.cancel.by), courses);
        return with(ended(How::Value, end, fold(node, courses)), courses);
    }

    static Course left(const TreeNode &node, Ns begin, const Limits &limits)
    {
        const Ns end = begin + node.length();
        const Course own = after(begin, limits, ended(How::Failed, end, static_cast<std::uint64_t>(node.number)));
        const Ns decision = std::min(end, groupDecision(node, begin, limits));
        return with(own, runAll(node, begin, cancelledAt(limits, decision, node.number)));
    }

    static Course limited(const TreeNode &node, Ns begin, Ns due, const Limits &limits)
    {
        Limits inner = due < limits.deadline ? cancelledAt(limits, due, node.number) : limits;
        inner.deadline = std::min(due, limits.deadline);
        const Course child = run(node.children.front(), begin, inner);
        const bool timedOut = child.how == How::Cancelled && child.cancelledBy == node.number;
        return with(timedOut ? ended(How::TimedOut, child.gone) : passedOn(child, child.gone), {child});
    }

    static Course budgeted(const TreeNode &node, Ns begin, const Limits &limits)
    {
        const Ns start = begin + node.lengths[1];
        if (start > limits.cancel.at)
            return cancelled(begin, limits);
        if (limits.deadline == Ns::max())
            return limited(node, start, Ns::max(), limits);
        const Ns due = limits.deadline - node.length();
        return due <= start ? ended(How::TimedOut, start) : limited(node, start, due, limits);
    }

    static Course branched(const TreeNode &node, Ns begin, const Limits &limits)
    {
        const Ns request = begin + node.length();
        const Course child = run(node.children.front(), begin, cancelledAt(limits, request, node.number));
        if (request > limits.cancel.at)
            return with(cancelled(begin, limits), {child});
        return with(cancelled(std::max(request, child.gone), node.number), {child});
    }

    static Course generated(const TreeNode &node, Ns begin, const Limits &limits)
    {
        Ns time = begin;
        auto value = static_cast<std::uint64_t>(node.number);
        for (std::size_t i = 0; i < static_cast<std::size_t>(std::min(node.count, generatedValues)); ++i) {
            time += node.lengths[i] + node.lengths[4 + i];
            value = foldValue(value, i);
        }
        return after(begin, limits, ended(How::Value, time, value));
    }

    static Course piped(const TreeNode &node, Ns begin, const Limits &limits)
    {
        const auto room = static_cast<std::size_t>(node.count);
        std::vector<Ns> sent, received;
        Ns free = begin; // since when the receiver could take the next
        auto value = static_cast<std::uint64_t>(node.number);
        for (std::size_t i = 0; i < pipedValues; ++i) {
            const Ns ready = (i == 0 ? begin : sent.back()) + node.lengths[i];
            sent.push_back(i < room ? ready : std::max(ready, received[i - room]));
            received.push_back(std::max(sent.back(), free));
            free = received.back() + node.lengths[pipedValues + i];
            value = foldValue(value, i);
        }
        return after(begin, limits, ended(How::Value, free, value));
    }
};

} // namespace awaitscope
