// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/saved_run.h"
#include "lessons/catalog/lesson.h"
#include "widgets/history/history_layout.h"

#include <QAbstractTableModel>

namespace awaitscope {

/// Saved runs as a table, newest first. Only the name can be edited; what was typed is asked for by nameWanted().
class RunsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Number, When, LessonTitle, Name, Durations, Claims, Clock, Size, columns };

    /// `course` gives the lessons their titles and must outlive the model.
    explicit RunsModel(const std::vector<Lesson> &course, QObject *parent = nullptr);

    void setRuns(std::vector<SavedRun> runs);
    const std::vector<SavedRun> &runs() const { return runs_; }
    /// What a note is until the runs are read again.
    void setNote(RunNumber number, const QString &note);
    /// The row of a run; -1 where it is not listed.
    int rowOf(RunNumber number) const;
    /// A lesson's title; its id where this course has no such lesson.
    QString titleOf(const QString &lesson) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

Q_SIGNALS:
    void nameWanted(awaitscope::RunNumber number, const QString &name);

private:
    QString text(const SavedRun &run, Column column) const;
    QString hint(const SavedRun &run, Column column) const;

    const std::vector<Lesson> &course_;
    std::vector<SavedRun> runs_;
};

/// What is called "7 of 7 hold"; empty for a run without claims.
QString claimsInWords(const RunFacts &facts);
/// "A 406 ms · B 196 ms", by the letters that the timelines of that run had.
QString durationsInWords(const RunFacts &facts);
/// The history of one lesson out of runs, newest first as they are listed: its variants in the order of `lesson` where that is known,
/// else as they come.
History historyOf(const std::vector<SavedRun> &runs, const QString &lesson, const Lesson *known);

} // namespace awaitscope
