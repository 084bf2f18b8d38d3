// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/trace/caption.h"

#include "lessons/trace/actors.h"
#include "lessons/trace/analysis.h"
#include "lessons/trace/caption_point.h"
#include "lessons/trace/wording.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace awaitscope {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("awaitscope", text);
}

constexpr std::size_t mostPoints = 3; ///< of one run, beside the one that tells its time
constexpr qsizetype lengthOfAll = 600, lengthOfOne = 150; ///< in characters: of a caption, and of what each run beyond four adds

/// What is said of one run, the weightiest first.
struct Told
{
    const Subject *subject;
    CaptionPoints points;
};

CaptionPoints pointsOf(const Trace &trace)
{
    CaptionPoints points;
    for (const CaptionPoints &some : {endPoints(trace), cancelPoints(trace), loopPoints(trace), seatPoints(trace)})
        points.insert(points.end(), some.begin(), some.end());
    std::ranges::stable_sort(points, std::greater(), &CaptionPoint::weight);
    if (points.size() > mostPoints)
        points.resize(mostPoints);
    if (std::ranges::none_of(points, &CaptionPoint::tellsTime))
        points.insert(points.begin(), waitsPoint(trace, !points.empty()));
    return points;
}

/// "A", "Both", "A and C", "All three".
QString lettersOf(const QStringList &letters, std::size_t all)
{
    if (letters.size() == 1 || std::size_t(letters.size()) < all)
        return listed(letters);
    return all == 2 ? tr("Both") : tr("All %1").arg(countWord(qsizetype(all)));
}

QString placeOf(const QStringList &letters, std::size_t all)
{
    if (letters.size() > 1 && std::size_t(letters.size()) == all)
        return all == 2 ? tr("In both") : tr("In all %1").arg(countWord(qsizetype(all)));
    return tr("In %1").arg(listed(letters));
}

QString sentence(const CaptionPoint &point, const QStringList &letters, std::size_t all)
{
    const bool place = point.form == CaptionPoint::Form::Place;
    return tr("%1 %2.").arg(place ? placeOf(letters, all) : lettersOf(letters, all), point.text);
}

/// Chooses what fits, each run's weightiest first, and says once what several share.
class Composition
{
public:
    explicit Composition(std::vector<Told> told, qsizetype room) : told_(std::move(told)), room_(room)
    {
        std::size_t most = 0;
        for (const Told &told_of : told_) {
            chosen_.emplace_back(told_of.points.size(), false);
            most = std::max(most, told_of.points.size());
        }
        for (std::size_t rank = 0; rank < most; ++rank) {
            for (std::size_t run = 0; run < told_.size(); ++run) {
                if (rank < told_[run].points.size())
                    choose(run, rank);
            }
        }
    }

    QStringList sentences() const
    {
        QStringList sentences;
        for (std::size_t run = 0; run < told_.size(); ++run) {
            for (std::size_t rank = 0; rank < told_[run].points.size(); ++rank) {
                const CaptionPoint &point = told_[run].points[rank];
                if (chosenAnywhere(point) && !saidBefore(point, run))
                    sentences << sentence(point, lettersWith(point), told_.size());
            }
        }
        return sentences;
    }
    qsizetype room() const { return room_; }

private:
    void choose(std::size_t run, std::size_t rank)
    {
        const CaptionPoint &point = told_[run].points[rank];
        const qsizetype length
            = saidBefore(point, run) ? 3 : sentence(point, {told_[run].subject->letter}, told_.size()).size() + 1;
        const bool needed = rank == 0;
        if (!needed && length > room_)
            return;
        room_ -= length;
        chosen_[run][rank] = true;
    }

    bool says(std::size_t run, const CaptionPoint &point) const
    {
        return std::ranges::any_of(told_[run].points, [&](const CaptionPoint &other) { return other.saysTheSameAs(point); });
    }
    bool chosenAnywhere(const CaptionPoint &point) const
    {
        for (std::size_t run = 0; run < told_.size(); ++run) {
            for (std::size_t rank = 0; rank < told_[run].points.size(); ++rank) {
                if (chosen_[run][rank] && told_[run].points[rank].saysTheSameAs(point))
                    return true;
            }
        }
        return false;
    }
    bool saidBefore(const CaptionPoint &point, std::size_t run) const
    {
        for (std::size_t before = 0; before < run; ++before) {
            if (says(before, point))
                return true;
        }
        return false;
    }
    QStringList lettersWith(const CaptionPoint &point) const
    {
        QStringList letters;
        for (std::size_t run = 0; run < told_.size(); ++run) {
            if (says(run, point))
                letters << told_[run].subject->letter;
        }
        return letters;
    }

    std::vector<Told> told_;
    std::vector<std::vector<bool>> chosen_;
    qsizetype room_;
};

/// How many roots ended in each way.
QHash<int, int> ends(const Trace &trace)
{
    QHash<int, int> ends;
    for (const TaskInfo *root : rootsOf(trace))
        ++ends[static_cast<int>(root->outcome)];
    return ends;
}

/// True where two runs did the same work, so that their lengths can be compared.
bool comparable(const Trace &first, const Trace &other)
{
    const auto plain = [](const Trace &trace) {
        return trace.cancelRequests().empty() && trace.deadlines().empty()
            && std::ranges::none_of(trace.tasks(), &TaskInfo::unread);
    };
    return ofSameCode(first, other) && plain(first) && plain(other) && failedTasks(first) == failedTasks(other)
        && ends(first).contains(int(TaskState::Done)) && ends(first) == ends(other);
}

/// How much longer or shorter the others took than the first run, said once of those that took the same.
QStringList differences(std::span<const Subject> subjects)
{
    const Subject &first = subjects.front();
    std::vector<std::pair<Ns, QStringList>> saved; // in order of the letters
    for (const Subject &other : subjects.subspan(1)) {
        const Ns length = differenceAsRead(first.trace->duration(), other.trace->duration());
        const bool noise = length == Ns(0) || std::max(length, -length) * 50 < first.trace->duration();
        if (noise || !comparable(*first.trace, *other.trace))
            continue;
        const auto same = std::ranges::find(saved, length, &std::pair<Ns, QStringList>::first);
        if (same == saved.end())
            saved.emplace_back(length, QStringList{other.letter});
        else
            same->second << other.letter;
    }
    QStringList sentences;
    for (const auto &[length, letters] : saved) {
        const bool one = letters.size() == 1;
        const QString text = length > Ns(0) ? (one ? tr("%1 saves %2 against %3.") : tr("%1 save %2 against %3."))
                                            : (one ? tr("%1 takes %2 longer than %3.") : tr("%1 take %2 longer than %3."));
        sentences << text.arg(listed(letters), readableLength(length > Ns(0) ? length : -length), first.letter);
    }
    return sentences;
}

} // namespace

QString caption(std::span<const Subject> subjects)
{
    std::vector<Subject> shown;
    std::ranges::copy_if(subjects, std::back_inserter(shown),
        [](const Subject &subject) { return subject.trace && !subject.trace->tasks().empty(); });
    if (shown.empty())
        return {};
    std::vector<Told> told;
    bool onlyWaits = true, overlap = false;
    for (const Subject &subject : shown) {
        told.push_back({&subject, pointsOf(*subject.trace)});
        overlap = overlap || waitsOverlap(*subject.trace);
        onlyWaits = onlyWaits && told.back().points.front().weight == weight::waits && told.back().points.size() == 1;
    }
    const Composition composition(std::move(told), lengthOfAll + lengthOfOne * std::max<qsizetype>(0, std::ssize(shown) - 4));
    QStringList sentences = composition.sentences();
    qsizetype room = composition.room();
    QStringList rest = counterSentences(shown) + differences(shown);
    if (onlyWaits && overlap)
        rest << tr("On each loop one coroutine runs at a time; all else waits.");
    for (const QString &more : rest) {
        if (more.isEmpty() || more.size() + 1 > room)
            continue;
        room -= more.size() + 1;
        sentences << more;
    }
    return sentences.join(u' ');
}

} // namespace awaitscope
