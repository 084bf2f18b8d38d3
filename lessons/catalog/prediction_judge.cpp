// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/event_names.h"
#include "lessons/catalog/prediction.h"
#include "lessons/trace/caption.h"

#include <QCoreApplication>

#include <algorithm>

namespace awaitscope {

namespace {

using namespace std::chrono_literals;
using Kind = LessonQuestion::Kind;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Prediction)
};

QString position(Ns time)
{
    return time == Ns(0) ? QStringLiteral("0") : readableLength(time);
}

std::optional<PredictedSpan> truthOf(const QuestionItem &item, const Run &run)
{
    const auto end = timeNamed(run, item.end);
    const auto begin = item.begin.isEmpty() ? std::optional(Ns(0)) : timeNamed(run, item.begin);
    return begin && end ? std::optional(PredictedSpan{*begin, *end}) : std::nullopt;
}

bool isNear(Ns drawn, Ns truth)
{
    const Ns allowed = std::max<Ns>(truth / 10, 10ms);
    return drawn >= truth - allowed && drawn <= truth + allowed;
}

QString drawnSentence(const JudgedItem &item, bool begins)
{
    if (!item.truth)
        return Words::tr("%1 did not come about in this run.").arg(item.label);
    const PredictedSpan &was = *item.truth;
    if (begins) {
        const QString went = Words::tr("%1 went from %2 to %3.").arg(item.label, position(was.begin), position(was.end));
        return item.predicted ? Words::tr("You drew %1 from %2 to %3. It went from %4 to %5.")
                                    .arg(item.label, position(item.predicted->begin), position(item.predicted->end),
                                        position(was.begin), position(was.end))
                              : went;
    }
    return item.predicted
        ? Words::tr("You drew %1 %2. It took %3.").arg(item.label, readableLength(item.predicted->end), readableLength(was.end))
        : Words::tr("%1 took %2.").arg(item.label, readableLength(was.end));
}

void judgeDrawn(JudgedPrediction &judged, const LessonQuestion &question, const Prediction &prediction)
{
    judged.right = !prediction.spans.empty();
    for (std::size_t i = 0; i < judged.items.size(); ++i) {
        JudgedItem &item = judged.items[i];
        if (const auto drawn = prediction.spans.find(int(i)); drawn != prediction.spans.end())
            item.predicted = drawn->second;
        judged.sentences.append(drawnSentence(item, !question.items[i].begin.isEmpty()));
        if (item.predicted)
            judged.right = judged.right && item.truth && isNear(item.predicted->begin, item.truth->begin)
                && isNear(item.predicted->end, item.truth->end);
    }
}

/// When something happened: its time, and for what happens within one instant its place in the record.
std::pair<Ns, std::size_t> instantOf(const QuestionItem &item, const JudgedItem &judged, const Run &run)
{
    const auto event = findEvent(run, item.end);
    return {judged.truth->end, event ? event->event : 0};
}

void judgeOrder(JudgedPrediction &judged, const LessonQuestion &question, const Prediction &prediction, const Run &run)
{
    std::vector<std::pair<std::pair<Ns, std::size_t>, std::size_t>> happened; // when, and which item
    for (std::size_t i = 0; i < judged.items.size(); ++i) {
        if (judged.items[i].truth)
            happened.emplace_back(instantOf(question.items[i], judged.items[i], run), i);
    }
    std::ranges::sort(happened);
    QStringList words;
    for (std::size_t i = 0; i < happened.size(); ++i) {
        JudgedItem &item = judged.items[happened[i].second];
        const bool together = i > 0 && happened[i].first == happened[i - 1].first;
        item.place = together ? judged.items[happened[i - 1].second].place : int(i) + 1;
        words.append(Words::tr("%1. %2").arg(item.place).arg(item.label));
    }
    judged.right = prediction.order.size() == judged.items.size();
    int before = 1;
    for (std::size_t i = 0; i < prediction.order.size(); ++i) {
        const auto at = std::size_t(prediction.order[i]);
        if (at >= judged.items.size())
            continue;
        JudgedItem &item = judged.items[at];
        item.predictedPlace = int(i) + 1;
        judged.right = judged.right && item.place >= before;
        before = item.place;
    }
    if (!words.isEmpty())
        judged.sentences.append(Words::tr("It was: %1.").arg(words.join(QStringLiteral("; "))));
    for (const JudgedItem &item : judged.items) {
        if (!item.truth)
            judged.sentences.append(Words::tr("“%1” did not happen in this run.").arg(item.label));
    }
}

} // namespace

JudgedPrediction judgePrediction(const LessonQuestion &question, const Prediction &prediction, const Run &run)
{
    JudgedPrediction judged;
    if (question.kind == Kind::Choose) {
        judged.right = prediction.choice >= 0 && prediction.choice == question.right;
        return judged;
    }
    for (const QuestionItem &item : question.items)
        judged.items.push_back({.label = item.label, .predicted = {}, .truth = truthOf(item, run)});
    if (question.kind == Kind::Draw)
        judgeDrawn(judged, question, prediction);
    else
        judgeOrder(judged, question, prediction, run);
    return judged;
}

} // namespace awaitscope
