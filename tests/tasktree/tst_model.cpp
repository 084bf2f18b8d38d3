// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/timeline/stories.h"
#include "widgets/tasktree/task_tree_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace awaitscope;
using namespace awaitscope::test;
using namespace std::chrono_literals;

namespace {

Subject subject(const RecordScript &script, const char *letter = "A")
{
    return {QString::fromLatin1(letter), QStringLiteral("Run"), script.trace()};
}

/// A root with that many branches of that many tasks, all in flight at 10 ms; at 100 ms the last one ends.
RecordScript wideRun(std::uint32_t branches, std::uint32_t leaves)
{
    RecordScript s;
    std::uint32_t task = 1;
    s.turn(0).start(0, task, shown::handleRequest());
    for (std::uint32_t branch = 0; branch < branches; ++branch) {
        const std::uint32_t above = ++task;
        s.start(0.001 * above, above, shown::enrich());
        for (std::uint32_t leaf = 0; leaf < leaves; ++leaf) {
            ++task;
            s.start(0.001 * task, task, shown::query()).timer(0.001 * task, task, 100, shown::query());
        }
        s.suspend(0.001 * task, above, WaitKind::Settle, leaves, shown::enrich());
    }
    s.suspend(0.001 * task, 1, WaitKind::Settle, branches, shown::handleRequest()).turnEnd(9);
    s.turn(100).resume(100, task, shown::query()).finish(100, task).turnEnd(100.1);
    return s;
}

/// A model with a tester that fails the test where the rules of item models are broken.
struct Tested
{
    explicit Tested(std::vector<Subject> runs) :
        subjects(std::move(runs)),
        tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest)
    {
        model.setSubjects(subjects);
        at(Ns::max());
    }

    void at(Ns time)
    {
        const Steps steps{subjects};
        Moment moment = steps.at(time);
        moment.time = std::min(time, subjects[0].trace->duration());
        model.setMoment(moment);
    }
    QString cell(std::uint32_t task, int column, std::size_t run = 0)
    {
        return model.indexOf({run, TaskId(task)}, column).data().toString();
    }
    QString state(std::uint32_t task) { return cell(task, TaskTreeModel::StateColumn); }

    std::vector<Subject> subjects;
    TaskTreeModel model;
    QAbstractItemModelTester tester;
};

} // namespace

class TestTaskTreeModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsStandBelowWhoStartedThem()
    {
        Tested t({subject(groupFailureRun()), subject(gatherFailureRun(), "B")});
        QCOMPARE(t.model.rowCount(), 2);
        const QModelIndex root = t.model.indexOf({0, TaskId(1)});
        QCOMPARE(root.parent(), t.model.indexOfRun(0));
        QCOMPARE(t.model.rowCount(root), 3);
        QCOMPARE(t.model.indexOf({0, TaskId(5)}).parent(), t.model.indexOf({0, TaskId(4)}));
        QCOMPARE(t.model.level(t.model.indexOf({0, TaskId(5)})), 3);
        QCOMPARE(t.model.indexOfRun(1).data().toString(), QString("B  Run"));
        QVERIFY(!t.model.taskAt(t.model.indexOfRun(0))->task);
        QVERIFY(!t.model.indexOf({0, TaskId(99)}).isValid());
        QVERIFY(!t.model.indexOf({7, TaskId(1)}).isValid());
    }

    void cellsAreThoseOfTheMoment()
    {
        Tested t({subject(groupFailureRun())});
        QCOMPARE(t.state(2), QString("cancelled"));
        QCOMPARE(t.state(3), QString("failed"));
        QCOMPARE(t.cell(2, TaskTreeModel::ToldColumn), QString("400 µs"));
        QCOMPARE(t.cell(5, TaskTreeModel::CleanupColumn), QString("2.3 ms"));
        QCOMPARE(t.cell(5, TaskTreeModel::EndedColumn), QString("122 ms"));
        QCOMPARE(t.cell(3, TaskTreeModel::ToldColumn), QString());
        t.at(119'300us);
        QCOMPARE(t.state(2), QString("in flight"));
        QCOMPARE(t.cell(2, TaskTreeModel::ToldColumn), QString("not yet"));
        QCOMPARE(t.cell(2, TaskTreeModel::CleanupColumn), QString());
        t.at(121ms);
        QCOMPARE(t.state(5), QString("cleanup"));
        QCOMPARE(t.cell(5, TaskTreeModel::CleanupColumn), QString("1.0 ms…"));
        QCOMPARE(t.cell(5, TaskTreeModel::EndedColumn), QString());
        t.at(50ms);
        QCOMPARE(t.cell(2, TaskTreeModel::ToldColumn), QString());
        QCOMPARE(t.state(4), QString("awaiting"));
        t.at(-1ns);
        QCOMPARE(t.state(1), QString("not begun"));
    }

    void whoOutlivedItsCallerIsSaid()
    {
        Tested t({subject(gatherFailureRun())});
        QCOMPARE(t.state(2), QString("orphaned, done"));
        QVERIFY(t.model.indexOf({0, TaskId(2)}).data(Qt::ToolTipRole).toString().contains("outlived those above it by"));
        t.at(150ms);
        QCOMPARE(t.state(5), QString("orphaned, in flight"));
        t.at(100ms);
        QCOMPARE(t.state(5), QString("in flight"));
    }

    void sumsTellWhatIsBelow()
    {
        Tested t({subject(groupFailureRun())});
        const auto sum = [&](const QModelIndex &index) { return index.data(TaskTreeModel::SummaryRole).toString(); };
        QCOMPARE(sum(t.model.indexOfRun(0)), QString("5 tasks: 3 cancelled, 2 failed"));
        QCOMPARE(sum(t.model.indexOf({0, TaskId(1)})), QString("4 tasks below: 3 cancelled, 1 failed"));
        QCOMPARE(sum(t.model.indexOf({0, TaskId(4)})), QString("1 task below: 1 cancelled"));
        QCOMPARE(sum(t.model.indexOf({0, TaskId(5)})), QString());
        t.at(120'500us);
        QCOMPARE(sum(t.model.indexOf({0, TaskId(1)})), QString("4 tasks below: 1 cancelled, 1 failed, 2 not ended"));
    }

    void whoIgnoresItIsCountedAsThat()
    {
        RecordScript s;
        s.turn(0).start(0, 1, shown::handleRequest()).start(0.1, 2, shown::query()).timer(0.2, 2, 90, shown::query());
        s.suspend(0.3, 1, WaitKind::Task, 2, shown::handleRequest()).turnEnd(1);
        s.turn(20).requestCancel(20, 0, Canceller::User, "by hand", 1).resume(20, 2, shown::query()).interrupt(20, 2, 1);
        s.timer(20, 2, 70, shown::query()).turnEnd(21).turn(90).resume(90, 2, shown::query()).finish(90, 2);
        s.resume(90, 1, shown::handleRequest()).cancelled(90, 1, 1).turnEnd(91);
        Tested t({subject(s)});
        QCOMPARE(t.state(2), QString("ignored it, done"));
        QCOMPARE(t.cell(2, TaskTreeModel::CleanupColumn), QString("70 ms"));
        QCOMPARE(
            t.model.indexOfRun(0).data(TaskTreeModel::SummaryRole).toString(), QString("2 tasks: 1 cancelled, 1 ignored it"));
        t.at(50ms); // whether it will ignore it cannot be known yet
        QCOMPARE(t.state(2), QString("cleanup"));
    }

    void numbersAreThoseOfTheChart()
    {
        Tested t({subject(groupFailureRun()), subject(timeoutRun(), "B")});
        const ChartModel chart = makeChartModel(t.subjects);
        t.model.setNumbers(chart);
        int numbered = 0;
        for (const ModelRow &row : chart.groups[0].rows) {
            if (row.task)
                QCOMPARE(
                    t.cell(row.task.number(), TaskTreeModel::NumberColumn), row.order ? QString::number(row.order) : QString());
            numbered += row.order > 0;
        }
        QVERIFY(numbered > 2);
        t.at(50ms); // nothing has ended
        for (std::uint32_t task = 1; task <= 5; ++task)
            QCOMPARE(t.cell(task, TaskTreeModel::NumberColumn), QString());
    }

    void aGrowingRecordAddsRows()
    {
        // The same run as long as it is live, and when it has ended.
        const RecordScript whole = groupFailureRun();
        RecordScript begun;
        begun.turn(0).start(0, 1, shown::handleRequest()).start(0.1, 2, shown::validate());
        Tested t({subject(begun)});
        QCOMPARE(t.model.taskCount(0), 2);
        QSignalSpy reset(&t.model, &QAbstractItemModel::modelReset);
        QSignalSpy inserted(&t.model, &QAbstractItemModel::rowsInserted);
        const QPersistentModelIndex kept = t.model.indexOf({0, TaskId(2)});
        t.subjects = {subject(whole)};
        t.model.setSubjects(t.subjects);
        t.at(200ms);
        QCOMPARE(reset.count(), 0);
        QCOMPARE(inserted.count(), 3);
        QCOMPARE(t.model.taskCount(0), 5);
        QCOMPARE(QModelIndex(kept), t.model.indexOf({0, TaskId(2)}));
        QCOMPARE(t.state(2), QString("cancelled"));
    }

    void anotherRunIsAnotherTree()
    {
        Tested t({subject(groupFailureRun())});
        QSignalSpy reset(&t.model, &QAbstractItemModel::modelReset);
        t.subjects = {subject(sequentialRun())};
        t.model.setSubjects(t.subjects);
        QCOMPARE(reset.count(), 1);
        t.at(Ns::max());
        QCOMPARE(t.cell(1, TaskTreeModel::TaskColumn), QString("loadSequential"));
        t.subjects = {{QStringLiteral("A"), QStringLiteral("Run"), std::make_shared<const Trace>()}};
        t.model.setSubjects(t.subjects);
        t.model.setMoment({});
        QCOMPARE(t.model.taskCount(0), 0);
        QCOMPARE(t.model.rowCount(), 1);
    }

    void onlyWhatHasChangedIsTold()
    {
        Tested t({subject(wideRun(30, 32))});
        QCOMPARE(t.model.taskCount(0), 991);
        t.at(50ms);
        QSignalSpy changed(&t.model, &QAbstractItemModel::dataChanged);
        t.at(60ms);
        QCOMPARE(changed.count(), 0);
        t.at(100ms); // one leaf ends: it, its branch, the root and the run are others
        QCOMPARE(changed.count(), 4);
        changed.clear();
        t.at(50ms);
        QCOMPARE(changed.count(), 4);
        changed.clear();
        t.at(-1ns); // each branch's leaves are told of together
        QVERIFY(changed.count() <= 64);
    }

    void everyCellHasWordsForWhoDoesNotSee()
    {
        Tested t({subject(groupFailureRun())});
        for (std::uint32_t task = 1; task <= 5; ++task) {
            for (int column = 0; column < TaskTreeModel::columns; ++column) {
                const QString words = t.model.indexOf({0, TaskId(task)}, column).data(Qt::AccessibleTextRole).toString();
                QVERIFY2(!words.isEmpty(), qPrintable(QStringLiteral("%1, %2").arg(task).arg(column)));
            }
        }
        QCOMPARE(t.model.indexOf({0, TaskId(5)}).data(Qt::AccessibleTextRole).toString(), QString("fetchGeo, cancelled"));
        QCOMPARE(t.model.indexOf({0, TaskId(5)}, TaskTreeModel::CleanupColumn).data(Qt::AccessibleTextRole).toString(),
            QString("cleanup: 2.3 ms"));
        QCOMPARE(t.model.indexOf({0, TaskId(3)}, TaskTreeModel::NumberColumn).data(Qt::AccessibleTextRole).toString(),
            QString("number: none"));
        for (int column = 0; column < TaskTreeModel::columns; ++column) {
            QVERIFY(!t.model.headerData(column, Qt::Horizontal, Qt::AccessibleTextRole).toString().isEmpty());
            QVERIFY(!t.model.headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty());
        }
    }

    void everyStateHasAShortWord()
    {
        for (const Cue cue : allCues())
            QVERIFY(!stateWord(cue).isEmpty());
        QCOMPARE(stateWord(Cue::Running), QString("running"));
        QCOMPARE(stateWord(Cue::InFlight), cueStyle(Cue::InFlight, theme(ThemeKind::Light)).word);
        Tested nested({subject(nestedRun())});
        nested.at(200ms);
        QCOMPARE(nested.state(2), QString("in a nested loop"));
        Tested lazy({subject(lazyRun())});
        lazy.at(20ms);
        QCOMPARE(lazy.state(2), QString("created"));
        lazy.at(Ns::max());
        QCOMPARE(lazy.state(2), QString("never started"));
    }
};

QTEST_MAIN(TestTaskTreeModel)
#include "tst_model.moc"
