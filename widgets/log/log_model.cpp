// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/log/log_model.h"

#include "lessons/trace/caption.h"

#include <QFont>

#include <algorithm>
#include <cmath>

namespace awaitscope {

namespace {

QString sourceWord(LogSource source)
{
    switch (source) {
    case LogSource::SlowCallback:
        return LogModel::tr("slow callback");
    case LogSource::Watchdog:
        return LogModel::tr("watchdog");
    case LogSource::Heartbeat:
        return LogModel::tr("heartbeat");
    case LogSource::LostFailure:
        break;
    }
    return LogModel::tr("lost failure");
}

} // namespace

std::vector<LogRow> logRows(std::span<const Subject> subjects)
{
    std::vector<LogRow> rows;
    for (const Subject &subject : subjects) {
        for (const LogLine &line : subject.trace->logLines())
            rows.push_back({line.time, subject.letter, line.source, subject.trace->name(line.text)});
    }
    return rows;
}

std::size_t logLineCount(std::span<const Subject> subjects)
{
    std::size_t count = 0;
    for (const Subject &subject : subjects)
        count += subject.trace->logLines().size();
    return count;
}

LogModel::LogModel(QObject *parent) : QAbstractTableModel(parent), theme_(&theme(ThemeKind::Light)) { }

void LogModel::setRows(std::vector<LogRow> rows)
{
    const std::size_t hidden = rows.size() - std::min(rows.size(), mostRows);
    rows.resize(rows.size() - hidden);
    const bool grows
        = hidden == 0 && hidden_ == 0 && rows.size() >= rows_.size() && std::equal(rows_.begin(), rows_.end(), rows.begin());
    if (grows && rows.size() == rows_.size())
        return;
    if (grows) {
        beginInsertRows({}, static_cast<int>(rows_.size()), static_cast<int>(rows.size()) - 1);
        rows_ = std::move(rows);
        endInsertRows();
    } else {
        beginResetModel();
        rows_ = std::move(rows);
        hidden_ = hidden;
        endResetModel();
    }
    markAnew();
}

void LogModel::setTime(Ns time)
{
    if (time_ == time)
        return;
    time_ = time;
    markAnew();
}

void LogModel::markAnew()
{
    marked_ = Ns(-1);
    for (const LogRow &row : rows_) {
        if (row.time <= time_)
            marked_ = std::max(marked_, row.time);
    }
    if (!rows_.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columns - 1), {Qt::ForegroundRole, MarkedRole});
}

bool LogModel::isMarked(std::size_t row) const
{
    return row < rows_.size() && rows_[row].time == marked_;
}

void LogModel::setTheme(const Theme &theme)
{
    theme_ = &theme;
    markAnew();
}

void LogModel::setTextSize(double pixels)
{
    beginResetModel();
    textSize_ = pixels;
    endResetModel();
}

int LogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(rows_.size()) + (hidden_ > 0 ? 1 : 0);
}

int LogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QString LogModel::display(const LogRow &row, int column) const
{
    switch (column) {
    case Time:
        return readableLength(row.time);
    case Letter:
        return row.letter;
    case Source:
        return sourceWord(row.source);
    default:
        return row.text;
    }
}

QFont LogModel::font(int column) const
{
    QFont font(column == Text ? monospaceFamily() : sansFamily());
    if (column == Text)
        font.setStyleHint(QFont::Monospace);
    if (column == Letter)
        font.setWeight(QFont::DemiBold);
    font.setPixelSize(static_cast<int>(std::lround(textSize_)));
    return font;
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    const auto at = static_cast<std::size_t>(index.row());
    if (!index.isValid() || at > rows_.size())
        return {};
    if (role == Qt::FontRole)
        return font(index.column());
    if (at == rows_.size()) { // counts the rest
        const bool says = role == Qt::DisplayRole && index.column() == Text;
        return says ? QVariant(tr("… and %1 more").arg(hidden_)) : QVariant();
    }
    const LogRow &row = rows_[at];
    switch (role) {
    case Qt::DisplayRole:
        return display(row, index.column());
    case Qt::ToolTipRole:
        return row.text;
    case Qt::AccessibleTextRole:
        return index.column() == Text
            ? tr("%1 at %2, %3: %4").arg(row.letter, readableLength(row.time), sourceWord(row.source), row.text)
            : display(row, index.column());
    case Qt::TextAlignmentRole:
        return int(Qt::AlignLeft | Qt::AlignTop);
    case Qt::ForegroundRole:
        return index.column() == Text && row.time <= time_ ? theme_->text : theme_->secondary;
    case MarkedRole:
        return isMarked(at);
    default:
        return {};
    }
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("logged at");
    case Letter:
        return tr("run");
    case Source:
        return tr("by");
    default:
        return tr("line");
    }
}

} // namespace awaitscope
