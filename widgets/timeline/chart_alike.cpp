// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/chart_model.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace awaitscope {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

using namespace std::chrono_literals;

constexpr Ns unwinding = 500us; ///< cleanup that takes less is none to speak of
constexpr std::size_t fewestAlike = 3, fewestBelow = 2; ///< less is not worth a word

/// Puts the lanes of one variant together anew, without what repeats what others show.
class Shortener
{
public:
    Shortener(std::vector<ModelRow> rows, TaskId kept, Ns whole) :
        rows_(std::move(rows)),
        near_(std::max(Ns(1ms), whole / 50)),
        same_(std::clamp(whole / 200, Ns(1ms), Ns(5ms))),
        branchEnds_(rows_.size()),
        uniform_(rows_.size()),
        kept_(rows_.size())
    {
        for (const ModelRow &row : rows_)
            ++named_[row.name];
        std::vector<std::size_t> open; // the rows around the current one
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            while (!open.empty() && rows_[open.back()].depth >= rows_[i].depth)
                close(open, i);
            open.push_back(i);
            if (rows_[i].task == kept) {
                for (const std::size_t around : open)
                    kept_[around] = true;
            }
        }
        while (!open.empty())
            close(open, rows_.size());
    }

    std::vector<ModelRow> shortened()
    {
        for (std::size_t root = 0; root < rows_.size(); root = branchEnds_[root])
            take(root);
        return std::move(shown_);
    }

private:
    void close(std::vector<std::size_t> &open, std::size_t end)
    {
        const std::size_t row = open.back();
        open.pop_back();
        branchEnds_[row] = end;
        bool uniform = isPlain(rows_[row]);
        for (std::size_t child = row + 1; uniform && child < end; child = branchEnds_[child])
            uniform = uniform_[child] && wentTheSameWay(rows_[child], rows_[row]);
        uniform_[row] = uniform;
    }

    /// A task of which there are others, and that did nothing which a reader would look for.
    bool isPlain(const ModelRow &row) const
    {
        const bool failed = row.ending == Cue::Failed || row.ending == Cue::TimedOut;
        const auto tells = [](const ModelBar &bar) {
            return bar.cue == Cue::Queued || (bar.cue == Cue::Cleanup && bar.end - bar.begin > unwinding);
        };
        return named_[row.name] > 1 && !failed && row.flags.empty() && row.unreadNote.isEmpty()
            && std::ranges::none_of(row.bars, tells);
    }

    bool wentTheSameWay(const ModelRow &row, const ModelRow &other) const
    {
        const auto within = [](Ns one, Ns another, Ns limit) { return one - another <= limit && another - one <= limit; };
        return row.ending == other.ending && row.orphaned.has_value() == other.orphaned.has_value()
            && within(row.start, other.start, near_)
            && (!row.ending || within(row.end, other.end, row.ending == Cue::Cancelled ? near_ : same_));
    }

    std::size_t below(std::size_t row) const { return branchEnds_[row] - row - 1; }

    bool alike(std::size_t row, std::size_t other) const
    {
        return uniform_[row] && uniform_[other] && !kept_[row] && !kept_[other] && rows_[row].name == rows_[other].name
            && below(row) == below(other) && wentTheSameWay(rows_[row], rows_[other]);
    }

    void take(std::size_t row)
    {
        shown_.push_back(rows_[row]);
        if (uniform_[row] && !kept_[row] && rows_[row].depth > 0 && below(row) >= fewestBelow) {
            shown_.back().hidden = below(row);
            shown_.back().note = Words::tr("%1 + %2 below").arg(rows_[row].note).arg(below(row)).trimmed();
            return;
        }
        std::vector<std::size_t> children;
        for (std::size_t child = row + 1; child < branchEnds_[row]; child = branchEnds_[child])
            children.push_back(child);
        while (!children.empty()) {
            const std::size_t first = children.front();
            const auto [same, end] = std::ranges::stable_partition(
                children, [&](std::size_t child) { return child != first && !alike(first, child); });
            std::vector<std::size_t> others(same, end);
            if (others.size() < fewestAlike) {
                std::ranges::sort(children);
                children.erase(children.begin());
                take(first);
                continue;
            }
            children.erase(same, end);
            take(first);
            others.erase(others.begin());
            addWord(others);
        }
    }

    void addWord(const std::vector<std::size_t> &others)
    {
        std::size_t tasks = 0;
        for (const std::size_t other : others)
            tasks += below(other) + 1;
        ModelRow word;
        word.kind = ModelRow::Kind::Folded;
        word.depth = rows_[others.front()].depth;
        word.hides = rows_[others.front()].task;
        word.hidden = tasks;
        word.name = Words::tr("and %1 more %2").arg(others.size()).arg(rows_[others.front()].name);
        if (tasks > others.size())
            word.name = Words::tr("%1, %2 tasks").arg(word.name).arg(tasks);
        shown_.push_back(std::move(word));
    }

    const std::vector<ModelRow> rows_;
    const Ns near_; ///< so near are the ends that one request made of many tasks, and the starts of tasks that began together
    const Ns same_; ///< ends that are so near are one for the eye
    QHash<QString, int> named_;
    std::vector<std::size_t> branchEnds_; ///< by row: where what is below it ends
    std::vector<bool> uniform_; ///< by row: it and all below it are plain and went the same way
    std::vector<bool> kept_;
    std::vector<ModelRow> shown_;
};

} // namespace

ChartModel withoutRepetition(ChartModel model, std::size_t most, const std::optional<TaskRef> &kept)
{
    for (std::size_t g = 0; g < model.groups.size(); ++g) {
        std::vector<ModelRow> &rows = model.groups[g].rows;
        const auto others = std::ranges::find_if(rows, [](const ModelRow &row) { return row.kind != ModelRow::Kind::Task; });
        if (static_cast<std::size_t>(others - rows.begin()) <= most)
            continue;
        std::vector<ModelRow> rest(std::make_move_iterator(others), std::make_move_iterator(rows.end()));
        rows.erase(others, rows.end());
        rows = Shortener(std::move(rows), kept && kept->subject == g ? kept->task : TaskId(), model.end).shortened();
        rows.insert(rows.end(), std::make_move_iterator(rest.begin()), std::make_move_iterator(rest.end()));
    }
    return model;
}

} // namespace awaitscope
