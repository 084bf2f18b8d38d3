// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/runs_model.h"

#include "app/gui/when_in_words.h"
#include "lessons/trace/caption.h"
#include "lessons/trace/subject_letter.h"

#include <QLocale>

#include <algorithm>

namespace awaitscope {

QString claimsInWords(const RunFacts &facts)
{
    if (facts.claims.empty())
        return {};
    const auto holding = std::ranges::count_if(facts.claims, &SavedClaim::holds);
    const auto total = static_cast<qsizetype>(facts.claims.size());
    return holding == total ? RunsModel::tr("✓ %1 of %2").arg(holding).arg(total)
                            : RunsModel::tr("✕ %1 of %2").arg(total - holding).arg(total);
}

QString durationsInWords(const RunFacts &facts)
{
    QStringList parts;
    for (std::size_t i = 0; i < facts.variants.size(); ++i)
        parts << RunsModel::tr("%1 %2").arg(subjectLetter(i)).arg(readableLength(facts.variants[i].duration));
    return parts.join(QStringLiteral(" · "));
}

History historyOf(const std::vector<SavedRun> &runs, const QString &lesson, const Lesson *known)
{
    History history;
    QStringList ids;
    const auto add = [&](const QString &id, const QString &title) {
        history.series.push_back({subjectLetter(history.series.size()).front(), title});
        ids << id;
    };
    if (known) {
        for (const VariantSpec &variant : known->definition.variants)
            add(variant.id, known->text.variantTitles.value(variant.id, variant.id));
    }
    for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
        if (run->facts.lesson != lesson || run->isDamaged)
            continue;
        HistoryRun column{run->number.value(), whenInWords(run->facts.time), {}};
        for (const SavedVariant &variant : run->facts.variants) {
            if (!ids.contains(variant.id))
                add(variant.id, variant.title);
            column.durations.resize(history.series.size());
            column.durations[static_cast<std::size_t>(ids.indexOf(variant.id))] = variant.duration;
        }
        history.runs.push_back(std::move(column));
    }
    return history;
}

RunsModel::RunsModel(const std::vector<Lesson> &course, QObject *parent) : QAbstractTableModel(parent), course_(course) { }

void RunsModel::setRuns(std::vector<SavedRun> runs)
{
    beginResetModel();
    runs_ = std::move(runs);
    endResetModel();
}

void RunsModel::setNote(RunNumber number, const QString &note)
{
    if (const int row = rowOf(number); row >= 0)
        runs_[static_cast<std::size_t>(row)].note = note;
}

int RunsModel::rowOf(RunNumber number) const
{
    const auto found = std::ranges::find(runs_, number, &SavedRun::number);
    return found == runs_.end() ? -1 : static_cast<int>(found - runs_.begin());
}

QString RunsModel::titleOf(const QString &lesson) const
{
    const auto found = std::ranges::find(course_, lesson, &Lesson::id);
    return found == course_.end() ? lesson : found->text.title;
}

int RunsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(runs_.size());
}

int RunsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QString RunsModel::text(const SavedRun &run, Column column) const
{
    switch (column) {
    case Number:
        return run.number.isWaiting() ? tr("–") : QString::number(run.number.value());
    case When:
        return whenInWords(run.facts.time);
    case LessonTitle:
        return titleOf(run.facts.lesson);
    case Name:
        return run.name;
    case Durations:
        return durationsInWords(run.facts);
    case Claims:
        return claimsInWords(run.facts);
    case Clock:
        return run.facts.clock == u"virtual" ? tr("virtual") : tr("real");
    case Size:
        return run.hasTrace ? QLocale().formattedDataSize(run.traceSize, 0) : tr("numbers only");
    case columns:
        break;
    }
    return {};
}

QString RunsModel::hint(const SavedRun &run, Column column) const
{
    if (run.isDamaged)
        return tr("This row is not as it was written. Do not trust its numbers.");
    switch (column) {
    case Number:
        return run.number.isWaiting() ? tr("Kept in memory until the file can be written") : QString();
    case Durations: {
        QStringList lines;
        for (std::size_t i = 0; i < run.facts.variants.size(); ++i) {
            const SavedVariant &variant = run.facts.variants[i];
            lines << tr("%1 %2: %3").arg(subjectLetter(i)).arg(variant.title, readableLength(variant.duration));
        }
        return lines.join(u'\n');
    }
    case Claims: {
        QStringList lines;
        for (const SavedClaim &claim : run.facts.claims)
            lines << (claim.holds ? tr("✓ %1").arg(claim.text) : tr("✕ %1").arg(claim.text));
        return lines.join(u'\n');
    }
    case Size:
        return run.hasTrace ? QString()
                            : tr("The oldest traces were dropped to keep to the limit; the numbers of the run are left.");
    case Name:
        return tr("Press F2 to name this run. Runs with a name keep their traces longest.");
    default:
        return {};
    }
}

QVariant RunsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const SavedRun &run = runs_[static_cast<std::size_t>(index.row())];
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return text(run, column);
    case Qt::ToolTipRole:
        return hint(run, column);
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter) | int(column == Number || column == Size ? Qt::AlignRight : Qt::AlignLeft);
    case Qt::AccessibleTextRole:
        return column == Number ? tr("Run %1, %2, %3").arg(text(run, Number), titleOf(run.facts.lesson), text(run, When))
                                : tr("%1: %2").arg(headerData(column, Qt::Horizontal).toString(), text(run, column));
    default:
        return {};
    }
}

QVariant RunsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Number:
        return tr("Run");
    case When:
        return tr("When");
    case LessonTitle:
        return tr("Lesson");
    case Name:
        return tr("Name");
    case Durations:
        return tr("Durations");
    case Claims:
        return tr("Claims");
    case Clock:
        return tr("Clock");
    case Size:
        return tr("Trace");
    case columns:
        break;
    }
    return {};
}

Qt::ItemFlags RunsModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags all = QAbstractTableModel::flags(index);
    return index.column() == Name ? all | Qt::ItemIsEditable : all;
}

bool RunsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !index.isValid() || index.column() != Name)
        return false;
    const SavedRun &run = runs_[static_cast<std::size_t>(index.row())];
    const QString name = value.toString().trimmed();
    if (name != run.name)
        Q_EMIT nameWanted(run.number, name);
    return true;
}

} // namespace awaitscope
