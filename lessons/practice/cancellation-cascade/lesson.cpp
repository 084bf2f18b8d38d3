// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/define.h"
#include "lessons/catalog/play.h"
#include "lessons/practice/cancellation-cascade/claims.h"
#include "lessons/practice/cancellation-cascade/reading.h"
#include "lessons/practice/cancellation-cascade/tree.h"
#include "lessons/runtime/runtime.h"

namespace awaitscope::lesson_cancellation_cascade {

namespace {

using namespace std::chrono_literals;

// The shown code is laid out by hand, for a narrow pane.
// clang-format off

//! [shared]
QCoro::Task<void> handleRequest(Scope &scope, const Node *node)
{
    TaskGroup group(scope);
    for (const Node &child : node->children)
        group.spawn(child.work, &child);
    co_await group.join();
}

QCoro::Task<void> service(Scope &scope, const Node *node)
{
    TaskGroup group(scope);
    for (const Node &child : node->children)
        group.spawn(child.work, &child);
    co_await group.join();
}

QCoro::Task<void> query(Scope &scope, const Node *node)
{
    TaskGroup group(scope);
    for (const Node &child : node->children)
        group.spawn(child.work, &child);
    co_await group.join();
}
//! [shared]

//! [shared]
QCoro::Task<void> fetchRows(Scope &scope, const Node *node)
{
    co_await sleep(scope, node->takes);
}

QCoro::Task<void> wrapUp(Scope &scope, Ns takes)
{
    co_await sleep(scope, takes);
}

QCoro::Task<void> stubbornReport(Scope &scope, const Node *node)
{
    try {
        co_await sleep(scope, node->takes);
    } catch (const Cancelled &) { } // heard, and dropped
    co_await shield(scope, wrapUp, node->ending);
}

QCoro::Task<void> writeFile(Scope &scope, const Node *node)
{
    try {
        co_await sleep(scope, node->takes);
    } catch (const Cancelled &) { } // heard, and kept for later
    co_await shield(scope, wrapUp, node->ending);
    scope.throwIfCancelled();
}
//! [shared]

//! [failure]
// The first leaf of the tree.
QCoro::Task<void> brokenFetch(Scope &scope, const Node *)
{
    co_await sleep(scope, 120ms);
    throw std::runtime_error("connection lost");
}
//! [failure]

//! [timeout]
QCoro::Task<void> answerInTime(Scope &scope, const Node *tree)
{
    co_await withTimeout(scope, 120ms, handleRequest, tree);
}
//! [timeout]

//! [by-hand]
// A click on a task of the tree.
void cancelClicked(Scope &root, TaskId clicked)
{
    root.cancelTask({clicked});
}
//! [by-hand]

//! [closing]
QCoro::Task<void> openTab(Scope &scope, const Node *tree)
{
    TaskGroup owned(scope);
    owned.spawn(handleRequest, tree);
    co_await sleep(scope, 120ms);
    // The tab closes: its group cancels what it owns.
}
//! [closing]

// clang-format on

/// The work that no request to cancel cuts short.
constexpr Ns usualWork = 400ms;
/// By hand the work goes on for so long after nobody has clicked.
constexpr Ns workAfterHand = 300ms;

Node treeOf(const ParameterSet &parameters, Work firstLeaf, Ns takes)
{
    const TreeSize size = sizeOf(parameters);
    int leaves = 0, tasks = 0;
    const int last = countTasks(size);
    return growTree(size, [&](int level, bool leaf) {
        ++tasks;
        if (!leaf)
            return Node{.work = level == 0 ? handleRequest : level == 1 ? service : query};
        ++leaves;
        Node node{.work = leaves == 1 ? firstLeaf : fetchRows, .takes = takes};
        if (leaves == 2) {
            node.work = stubbornReport;
            node.ending = parameters.duration(u"stubborn");
        } else if (leaves > 2 && tasks == last) {
            node.work = writeFile;
            node.ending = parameters.duration(u"cleanup");
        }
        return node;
    });
}

/// Cancels a task where nobody has cancelled any by then.
class LateHand : public Alarm
{
public:
    LateHand(Scope &root, Ns time, TaskId task) : Alarm(root.scheduler()), root_(root), task_(task) { setFor(time); }

private:
    void ring() override
    {
        if (!root_.scheduler().lastCancel())
            cancelClicked(root_, task_);
    }

    Scope &root_;
    const TaskId task_;
};

QCoro::Task<void> playByHand(Scope *scope, const Node *tree)
{
    const auto &parameters = scope->context<ParameterSet>();
    const auto node = std::min<qint64>(parameters.value(u"node"), countTasks(sizeOf(parameters)));
    auto request = scope->spawn(handleRequest, tree);
    // Tasks are numbered in the order of their start, as the tree's are.
    const LateHand hand(*scope, parameters.duration(u"cancelAt"), TaskId(static_cast<std::uint32_t>(node)));
    co_await request;
}

using Play = QCoro::Task<void> (*)(Scope *, const Node *);

/// The tree lives until nothing is left of those who read it.
QCoro::Task<void> playTree(Scope *scope, Node tree, Play play)
{
    auto kept = std::make_unique<const Node>(std::move(tree));
    auto task = play(scope, kept.get());
    return withAllJoined(scope, std::move(kept), std::move(task));
}

VariantSpec variant(const char *id, Play play, Work firstLeaf, std::vector<RunOutcome> mayEnd, bool shownAtFirst)
{
    VariantSpec spec;
    spec.id = QString::fromLatin1(id);
    spec.play = [play, firstLeaf](Scope &scope, const ParameterSet &parameters) {
        return playTree(&scope, treeOf(parameters, firstLeaf, usualWork), play);
    };
    spec.mayEnd = std::move(mayEnd);
    spec.mayEnd.push_back(RunOutcome::Cancelled); // by the reader
    spec.shownAtFirst = shownAtFirst;
    return spec;
}

VariantSpec byHand()
{
    VariantSpec spec = variant("by-hand", playByHand, fetchRows, {}, false);
    spec.play = [](Scope &scope, const ParameterSet &parameters) {
        return playTree(&scope, treeOf(parameters, fetchRows, parameters.duration(u"cancelAt") + workAfterHand), playByHand);
    };
    return spec;
}

} // namespace

LessonDefinition define()
{
    LessonDefinition lesson;
    lesson.parameters = {
        countParameter("depth", 3, 6, 1),
        countParameter("fanOut", 3, 8, 1),
        durationParameter("stubborn", 100ms, 500ms),
        durationParameter("cleanup", 20ms, 500ms),
        countParameter("node", 2, 100, 1),
        durationParameter("cancelAt", 1500ms, 2500ms),
    };
    const Play failing = [](Scope *scope, const Node *tree) { return handleRequest(*scope, tree); };
    const Play timing = [](Scope *scope, const Node *tree) { return answerInTime(*scope, tree); };
    const Play closing = [](Scope *scope, const Node *tree) { return openTab(*scope, tree); };
    lesson.variants = {
        variant("failure", failing, brokenFetch, {RunOutcome::Failed}, true),
        variant("timeout", timing, fetchRows, {RunOutcome::TimedOut}, true),
        byHand(),
        variant("closing", closing, fetchRows, {}, false),
    };
    lesson.claims = claims();
    lesson.treeFirst = true;
    lesson.challenge = judgeChallenge;
    lesson.metrics = metrics;
    lesson.notes = notes;
    lesson.results = results;
    return lesson;
}

} // namespace awaitscope::lesson_cancellation_cascade
