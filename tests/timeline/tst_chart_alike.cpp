// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/timeline/stories.h"
#include "widgets/timeline/chart_model.h"
#include "widgets/timeline/timeline_view.h"

#include <QSignalSpy>
#include <QTest>

using namespace awaitscope;

namespace {

/// Four groups of five, of which one differs where it says so. Task 1 is the root, 2, 8, 14 and 20 are the groups.
struct Tree
{
    std::uint32_t failing = 0; ///< a task that fails at once; its group goes on
    std::uint32_t late = 0; ///< a task that ends later, and its group with it
    std::uint32_t cleaning = 0; ///< a task that is cancelled and cleans up
    std::uint32_t fan = 5;
};

test::RecordScript recordOf(const Tree &tree)
{
    using namespace test::shown;
    test::RecordScript s;
    s.turn(0).start(0, 1, handleRequest());
    std::uint32_t task = 1;
    for (int group = 0; group < 4; ++group) {
        s.start(0, ++task, enrich());
        const std::uint32_t head = task;
        while (task < head + tree.fan) {
            ++task;
            s.start(0, task, query()).timer(0, task, 100, query());
        }
        s.suspend(0, head, WaitKind::Join, tree.fan);
    }
    s.suspend(0, 1, WaitKind::Join, 4).turnEnd(0).turn(100);
    if (tree.cleaning)
        s.requestCancel(100, 0, Canceller::User, "by hand", 1).resume(100, tree.cleaning).interrupt(100, tree.cleaning, 1);
    if (tree.cleaning)
        s.timer(100, tree.cleaning, 1);
    const auto end = [&](std::uint32_t number, double at) {
        s.resume(at, number);
        if (number == tree.failing)
            s.end(at, number, EventKind::Failed, "lost");
        else if (number == tree.cleaning)
            s.cancelled(at, number, 1);
        else
            s.finish(at, number);
    };
    const std::uint32_t step = tree.fan + 1, lateHead = tree.late ? (tree.late - 2) / step * step + 2 : 0;
    for (std::uint32_t each = 3; each <= task; ++each) {
        if ((each - 2) % step != 0 && each != tree.late && each != tree.cleaning)
            end(each, 100);
    }
    s.turnEnd(100).turn(101);
    if (tree.cleaning)
        end(tree.cleaning, 101);
    for (std::uint32_t head = 2; head <= task; head += step) {
        if (head != lateHead)
            end(head, 101);
    }
    s.turnEnd(101).turn(150);
    if (tree.late)
        end(tree.late, 150);
    if (tree.late)
        end(lateHead, 150);
    end(1, 150);
    return s.turnEnd(150);
}

ChartModel modelOf(const test::RecordScript &script)
{
    return makeChartModel(std::vector<Subject>{{"A", "x", script.trace()}});
}

QString lanes(const ChartModel &model)
{
    QStringList names;
    for (const ModelRow &row : model.groups[0].rows) {
        if (row.kind != ModelRow::Kind::Loop)
            names += QString(row.depth, u'>') + row.name + (row.note.isEmpty() ? QString() : u' ' + row.note);
    }
    return names.join(QStringLiteral(", "));
}

QString shortened(const Tree &tree, std::uint32_t kept = 0)
{
    const auto ref = kept ? std::optional(TaskRef{0, TaskId(kept)}) : std::nullopt;
    return lanes(withoutRepetition(modelOf(recordOf(tree)), 10, ref));
}

} // namespace

/// What repeats what other lanes show is left out, and nothing else.
class TestChartAlike : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void branchesThatWentOneWayAreToldByOneLane()
    {
        QCOMPARE(shortened({}), QStringLiteral("handleRequest, >enrich 1 + 5 below, >and 3 more enrich, 18 tasks"));
    }

    void fewLanesStay()
    {
        const ChartModel model = modelOf(recordOf({}));
        QCOMPARE(lanes(withoutRepetition(model, 25)), lanes(model));
        QVERIFY(lanes(withoutRepetition(model, 24)) != lanes(model));
        QCOMPARE(withoutRepetition(model, 10).groups[0].rows.back().kind, ModelRow::Kind::Loop);
    }

    void whatDiffersStays_data()
    {
        QTest::addColumn<QString>("what");
        QTest::newRow("failing") << QStringLiteral("failing");
        QTest::newRow("late") << QStringLiteral("late");
        QTest::newRow("cleaning") << QStringLiteral("cleaning");
    }
    void whatDiffersStays()
    {
        QFETCH(QString, what);
        Tree tree;
        (what == u"failing" ? tree.failing : what == u"late" ? tree.late : tree.cleaning) = 10;
        QCOMPARE(shortened(tree),
            QStringLiteral("handleRequest, >enrich 1 + 5 below, >and 2 more enrich, 12 tasks, >enrich 2, >>query 6, "
                           ">>and 3 more query, >>query 7"));
    }

    void whatIsKeptStays()
    {
        // A task in a branch, the branch itself, and one behind the word.
        QVERIFY(shortened({}, 4).startsWith(
            QStringLiteral("handleRequest, >enrich 1, >>query 1, >>and 3 more query, >>query 2, >enrich 2 + 5 below")));
        QVERIFY(
            shortened({}, 2).startsWith(QStringLiteral("handleRequest, >enrich 1, >>query 1, >>and 4 more query, >enrich 2 ")));
        QVERIFY(shortened({}, 20).endsWith(QStringLiteral(">enrich 4, >>query 16, >>and 4 more query")));
    }

    void whatGoesOneAfterTheOtherOrQueuesStays()
    {
        // 20 that end 6 ms apart in a run of half a second, and 60 that queue for three seats.
        using namespace test::shown;
        test::RecordScript s;
        s.turn(0).start(0, 1, handleRequest());
        for (std::uint32_t task = 2; task < 22; ++task)
            s.start(0, task, query()).timer(0, task, 380 + 6 * task, query());
        s.suspend(0, 1, WaitKind::Join, 20).turnEnd(0);
        for (std::uint32_t task = 2; task < 22; ++task)
            s.turn(380 + 6 * task).resume(380 + 6 * task, task).finish(380 + 6 * task, task).turnEnd(380 + 6 * task);
        s.turn(510).resume(510, 1).finish(510, 1).turnEnd(510);
        for (const ChartModel &model : {modelOf(s), modelOf(test::poolRun(60))})
            QCOMPARE(lanes(withoutRepetition(model, 10)), lanes(model));
    }

    void whatIsFoldedAfterwardsCountsTheTasksBehindWords()
    {
        const ChartModel model = withoutRepetition(modelOf(recordOf({.late = 10})), 10);
        const auto tasks = [](const ChartModel &some) {
            std::size_t sum = 0;
            for (const ModelRow &row : some.groups[0].rows)
                sum += row.hidden + (row.kind == ModelRow::Kind::Task ? 1 : 0);
            return sum;
        };
        QCOMPARE(tasks(model), 25u);
        const ChartModel fewer = folded(model, 5);
        QCOMPARE(fewer.groups[0].rows.size(), 5u);
        QCOMPARE(tasks(fewer), 25u);
        QCOMPARE(fewer.groups[0].rows[3].name, QStringLiteral("and 6 more tasks"));
        QCOMPARE(fewer.groups[0].rows.back().kind, ModelRow::Kind::Loop);
    }

    void twoAlikeAreNotWorthAWord()
    {
        Tree tree{.failing = 4, .fan = 3};
        QVERIFY(
            shortened(tree).startsWith(QStringLiteral("handleRequest, >enrich 1, >>query 1, >>query 2, >>query 3, >enrich 2 +")));
    }

    void aClickOnTheWordShowsWhatItHides()
    {
        TimelineView view;
        view.resize(900, 700);
        Tree tree;
        tree.fan = 9;
        view.setSubjects({{"A", "x", recordOf(tree).trace()}});
        QSignalSpy selected(&view, &TimelineView::taskSelected);
        const auto word = [&]() -> QRectF {
            for (const RowShape &row : view.layoutInSight().rows) {
                if (row.name.text.startsWith(QStringLiteral("and 3 more")))
                    return row.rect;
            }
            return {};
        };
        const QRectF rect = word();
        QVERIFY(!rect.isNull());
        QTest::mouseClick(&view, Qt::LeftButton, {}, QPoint(40, int(rect.center().y())));
        QCOMPARE(selected.size(), 1);
        QCOMPARE(view.selectedTask()->task, TaskId(12)); // the second group
        QVERIFY(word().isNull());
        view.selectTask(TaskRef{0, TaskId(17)}); // as from elsewhere: its lane was not there
        QCOMPARE(view.selectedTask()->task, TaskId(17));
        view.selectTask(TaskRef{0, TaskId(170)});
        QVERIFY(!view.selectedTask() && !word().isNull());
    }
};

QTEST_MAIN(TestChartAlike)
#include "tst_chart_alike.moc"
