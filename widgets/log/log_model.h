// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/trace/moment.h"
#include "widgets/theme/theme.h"

#include <QAbstractTableModel>

namespace awaitscope {

/// A line of the log, and which of the runs that are looked at together wrote it.
struct LogRow
{
    Ns time{0};
    QString letter; ///< of its run
    LogSource source = LogSource::SlowCallback;
    QString text; ///< as logged
    bool operator==(const LogRow &) const = default;
};

/// The lines of several runs, run by run, as they were written.
std::vector<LogRow> logRows(std::span<const Subject> subjects);
/// How many they are.
std::size_t logLineCount(std::span<const Subject> subjects);

/// Lines of a log as a table: when, in which run, by whom, what. Knows which of them are written at a time, and marks the last of those.
class LogModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Time, Letter, Source, Text, columns };
    enum Role { MarkedRole = Qt::UserRole + 1 }; ///< true for the line at the playhead
    /// More lines than these are not shown, but counted in a last row.
    static constexpr std::size_t mostRows = 500;

    explicit LogModel(QObject *parent = nullptr);

    /// Rows that begin as the ones before are added to those.
    void setRows(std::vector<LogRow> rows);
    /// Without the row that counts what is not shown.
    const std::vector<LogRow> &rows() const { return rows_; }
    void setTime(Ns time);
    bool isMarked(std::size_t row) const;
    void setTheme(const Theme &theme);
    void setTextSize(double pixels);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void markAnew();
    QString display(const LogRow &row, int column) const;
    QFont font(int column) const;

    std::vector<LogRow> rows_;
    std::size_t hidden_ = 0;
    Ns time_{0};
    Ns marked_{-1}; ///< time of the last line that is written by now; -1 where there is none
    const Theme *theme_;
    double textSize_ = 12.0;
};

} // namespace awaitscope
