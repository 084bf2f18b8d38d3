// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/trace/cascade.h"
#include "lessons/trace/moment.h"
#include "widgets/timeline/chart_model.h"

#include <QAbstractItemModel>

#include <array>

namespace awaitscope {

/// How many tasks below one are in which state.
struct BranchCount
{
    enum Kind { Cancelled, Ignored, Failed, TimedOut, Done, NeverStarted, Living, NotBegun, kinds };
    std::array<int, kinds> of{};
    int all = 0;
    bool operator==(const BranchCount &) const = default;
};

/// The tasks of the runs on screen as trees by who started whom, each as it is at the playhead. Under one row for each run. Traces
/// may be live: tasks are then added as they begin. Only rows that have changed are told of.
class TaskTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { TaskColumn, StateColumn, NumberColumn, ToldColumn, CleanupColumn, EndedColumn, columns };
    enum Role {
        CueRole = Qt::UserRole, ///< int of a Cue; invalid for a task that has not begun, and for a run
        RunRole, ///< true for the row of a run
        SummaryRole, ///< "26 tasks below: 24 cancelled, one ignored it, one not ended"; empty where nothing is below
    };

    explicit TaskTreeModel(QObject *parent = nullptr);

    /// What is shown from now on. The rows stay where the runs have the same tasks as before, as when a run has ended.
    void setSubjects(const std::vector<Subject> &subjects);
    /// Puts the rows to a moment of these runs; takes what has been added to the records meanwhile.
    void setMoment(const Moment &moment);
    /// The numbers of the end marks are those of the timeline.
    void setNumbers(const ChartModel &chart);

    const std::vector<Subject> &subjects() const { return subjects_; }
    /// The task of a row; no task for the row of a run, and no value for an invalid index.
    std::optional<TaskRef> taskAt(const QModelIndex &index) const;
    QModelIndex indexOf(const TaskRef &ref, int column = TaskColumn) const;
    QModelIndex indexOfRun(std::size_t subject) const;
    /// Tasks of a run that have rows.
    int taskCount(std::size_t subject) const;
    /// 0 for a run, 1 for its roots.
    int level(const QModelIndex &index) const;
    /// It has begun and has not ended.
    bool isLiving(const QModelIndex &index) const;
    const std::vector<CascadeFact> &facts(std::size_t subject) const { return facts_[subject]; }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    /// What a row shows of a task.
    struct Cells
    {
        bool begun = false;
        bool ended = false;
        Cue cue = Cue::Created;
        bool orphaned = false, ignored = false, shielded = false, asked = false;
        int number = 0;
        std::optional<Ns> told, cleanup;
        Ns end{0};
        bool operator==(const Cells &) const = default;
    };
    struct Node
    {
        TaskRef ref;
        std::size_t parent = 0;
        int row = 0;
        int level = 0;
        QString name;
        std::vector<std::size_t> children;
        Cells cells;
        int number = 0; ///< of the end mark, whether or not it has come to that
        BranchCount below;
    };
    static constexpr std::size_t none = SIZE_MAX;

    bool continuesWith(const std::vector<Subject> &subjects) const;
    void rebuild();
    bool addTasks(std::size_t subject);
    void addNode(std::size_t parent, const TaskInfo &task);
    void nameTasks(std::size_t subject);
    void readFacts(std::size_t subject);
    Cells cellsOf(const Node &node) const;
    void refreshRows();
    void tell(const std::vector<std::size_t> &changed);
    std::size_t nodeAt(const QModelIndex &index) const;
    QModelIndex indexAt(std::size_t node, int column) const;
    QString text(const Node &node, int column) const;
    QString stateText(const Node &node) const;
    QString summary(const Node &node) const;
    QString details(const Node &node) const;
    QString spoken(const Node &node, int column) const;

    std::vector<Subject> subjects_;
    Moment moment_;
    std::vector<Node> nodes_; ///< the runs first; what is above stands before what is below
    std::vector<std::vector<std::size_t>> nodeOf_; ///< by subject and position of the task
    std::vector<std::vector<CascadeFact>> facts_;
    std::vector<std::size_t> factsFor_; ///< events of the records that the facts were made from
};

/// What a state is called in a table; the words of the lanes, shortened.
QString stateWord(Cue cue);

} // namespace awaitscope
