// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/trace/trace_builder.h"
#include "lessons/trace/validator.h"
#include "tests/runtime/recorded_run.h"
#include "tests/runtime/tree_model.h"
#include "tests/runtime/tree_runner.h"

#include <QLoggingCategory>
#include <QTest>

#include <cstring>

using namespace awaitscope;
using namespace std::chrono_literals;

namespace {

struct Outcome
{
    std::string error;
    TreeResult result;
    std::vector<RawEvent> events;
    std::vector<Problem> problems;
    int liveFrames = 0;
    bool cancelledInFlight = false;
};

Outcome playTree(const RandomTree &tree)
{
    RecordedRun run;
    Outcome outcome;
    outcome.error = run.play([&](Scope &scope) { return TreeRunner::play(scope, &tree, &outcome.result); });
    outcome.events = run.events;
    outcome.problems = validate(TraceBuilder::build(run.recorder, nullptr));
    outcome.liveFrames = run.scheduler.liveFrames() + run.scheduler.liveTasks() + static_cast<int>(run.scheduler.frames().size());
    outcome.cancelledInFlight = std::ranges::any_of(
        run.of(EventKind::Interrupted), [&run](const RawEvent &event) { return run.text(event) != TreeRunner::treeEnded; });
    return outcome;
}

bool same(const std::vector<RawEvent> &one, const std::vector<RawEvent> &other)
{
    return one.size() == other.size() && std::memcmp(one.data(), other.data(), one.size() * sizeof(RawEvent)) == 0;
}

/// How often the trees came to each kind of node, and to its ends.
struct Tally
{
    unsigned trees = 0;
    unsigned cancelledInFlight = 0;
    unsigned rootsCancelled = 0;
    std::size_t events = 0;
    std::array<std::array<int, 5>, nodeKinds> ends{}; ///< by kind and NodeEnd::How

    void add(const TreeNode &node, const TreeResult &result)
    {
        const NodeEnd &end = result.nodes[static_cast<std::size_t>(node.number)];
        ++ends[static_cast<std::size_t>(node.kind)][static_cast<std::size_t>(end.how)];
        for (const TreeNode &child : node.children)
            add(child, result);
    }
    void add(const RandomTree &tree, const Outcome &outcome)
    {
        ++trees;
        cancelledInFlight += outcome.cancelledInFlight;
        rootsCancelled += tree.cancelled;
        events += outcome.events.size();
        for (const TreeNode &root : tree.roots)
            add(root, outcome.result);
    }
    void print() const
    {
        qInfo("%u trees, %zu events, %u with a cancellation in flight, %u cancelled at the root", trees, events,
            cancelledInFlight, rootsCancelled);
        qInfo("  %-24s %8s %8s %8s %8s %8s", "", "begun", "value", "failed", "timed out", "cancelled");
        for (std::size_t kind = 0; kind < nodeKinds; ++kind) {
            const auto &[none, value, failed, timedOut, cancelled] = ends[kind];
            qInfo("  %-24s %8d %8d %8d %8d %8d", nodeNames[kind], begun(kind), value, failed, timedOut, cancelled);
        }
    }
    int begun(std::size_t kind) const { return ends[kind][1] + ends[kind][2] + ends[kind][3] + ends[kind][4]; }
};

QByteArray inWords(const NodeEnd &end)
{
    constexpr std::array<const char *, 5> how{"did not begin", "gave", "failed by", "timed out", "was cancelled"};
    return QByteArray(how[static_cast<std::size_t>(end.how)]) + ' ' + QByteArray::number(end.value) + " from "
        + QByteArray::number(qint64(end.begin.count())) + " to " + QByteArray::number(qint64(end.end.count()));
}

/// "gather 3 > sleep 5": the nodes from the root down to one.
QByteArray pathTo(const std::vector<TreeNode> &nodes, int number)
{
    const auto node = std::ranges::find_if(nodes, [=](const TreeNode &n) { return number <= n.last; });
    const QByteArray name = QByteArray(nodeNames[static_cast<std::size_t>(node->kind)]) + ' ' + QByteArray::number(node->number);
    return node->number == number ? name : name + " > " + pathTo(node->children, number);
}

/// The first difference, lowest in the tree, or nothing.
QByteArray difference(const RandomTree &tree, const TreeResult &result)
{
    const TreeModel::Prediction expected = TreeModel::predict(tree);
    for (int number = tree.nodes - 1; number >= 0; --number) {
        const NodeEnd &was = result.nodes[static_cast<std::size_t>(number)];
        const NodeEnd &should = expected.nodes[static_cast<std::size_t>(number)];
        if (was != should)
            return pathTo(tree.roots, number) + ": " + inWords(was) + "; foreseen: " + inWords(should);
    }
    if (result.end != expected.end)
        return "the tree ended at " + QByteArray::number(qint64(result.end.count()))
            + "; foreseen: " + QByteArray::number(qint64(expected.end.count()));
    return {};
}

unsigned treeCount()
{
    return qEnvironmentVariable("AWAITSCOPE_TEST_SIZE") == QLatin1String("full") ? 10'000 : 500;
}

} // namespace

/// Trees of everything that the runtime has, grown by chance, with failures and cancellations. Each is sound, and the same when it
/// is played again; of each second one the value and the time of every node are predicted. AWAITSCOPE_TEST_SIZE is "ci" for 500
/// trees, "full" for 10,000.
class TestRandomTrees : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(QStringLiteral("awaitscope.failures=false")); }
    void soundAndTheSameEachTime();
};

void TestRandomTrees::soundAndTheSameEachTime()
{
    const unsigned trees = treeCount();
    Tally tally;
    for (unsigned seed = 1; seed <= trees; ++seed) {
        const bool predictable = seed % 2 == 0;
        const RandomTree tree(seed, predictable ? Ns(1) : Ns(1ms), !predictable);
        const Outcome outcome = playTree(tree);
        const QByteArray which = "tree " + QByteArray::number(seed) + ": ";
        QVERIFY2(outcome.error.empty(), qPrintable(which + outcome.error.c_str()));
        QVERIFY2(outcome.problems.empty(),
            qPrintable(which + (outcome.problems.empty() ? "" : outcome.problems.front().sentence.toUtf8())));
        QVERIFY2(outcome.result.wrong.empty(),
            qPrintable(which + (outcome.result.wrong.empty() ? "" : outcome.result.wrong.front().c_str())));
        QVERIFY2(outcome.liveFrames == 0, qPrintable(which + "frames are alive"));
        if (predictable) {
            const QByteArray different = difference(tree, outcome.result);
            QVERIFY2(different.isEmpty(), qPrintable(which + different));
        }
        QVERIFY2(same(outcome.events, playTree(tree).events), qPrintable(which + "another record the second time"));
        tally.add(tree, outcome);
    }
    tally.print();
    for (std::size_t kind = 0; kind < nodeKinds; ++kind)
        QVERIFY2(tally.begun(kind) > 0, nodeNames[kind]);
    QVERIFY(tally.cancelledInFlight * 2 >= trees);
}

QTEST_GUILESS_MAIN(TestRandomTrees)
#include "tst_random_trees.moc"
