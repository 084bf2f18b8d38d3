// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/session.h"
#include "lessons/catalog/planned_length.h"

#include <algorithm>

namespace awaitscope {

using Kind = LessonQuestion::Kind;

namespace {

bool isItem(const LessonQuestion &question, Kind kind, int item)
{
    return question.kind == kind && item >= 0 && static_cast<std::size_t>(item) < question.items.size();
}

} // namespace

bool Session::isQuestionOpen() const
{
    return !state().settled && !state().prediction.skipped && !state().run && !lesson().text.question.text.isEmpty();
}

void Session::answer(int index)
{
    const LessonQuestion &question = lesson().text.question;
    if (!isQuestionOpen() || question.kind != Kind::Choose || index < 0 || index >= question.answers.size())
        return;
    state().prediction.choice = index;
    Q_EMIT questionChanged();
}

void Session::pickNext(int item)
{
    const LessonQuestion &question = lesson().text.question;
    if (!isQuestionOpen() || !isItem(question, Kind::Order, item))
        return;
    std::vector<int> &order = state().prediction.order;
    if (const auto found = std::ranges::find(order, item); found != order.end()) {
        order.erase(found, order.end());
    } else {
        order.push_back(item);
        for (int last = 0; order.size() + 1 == question.items.size(); ++last) {
            if (!std::ranges::count(order, last))
                order.push_back(last);
        }
    }
    Q_EMIT questionChanged();
}

void Session::takeBackPick()
{
    std::vector<int> &order = state().prediction.order;
    if (!isQuestionOpen() || order.empty())
        return;
    if (isPredicted())
        order.pop_back(); // it followed by itself
    order.pop_back();
    Q_EMIT questionChanged();
}

void Session::movePick(int item, int by)
{
    std::vector<int> &order = state().prediction.order;
    const auto from = std::ranges::find(order, item) - order.begin();
    const auto to = from + by;
    if (!isQuestionOpen() || from == std::ssize(order) || to < 0 || to >= std::ssize(order))
        return;
    const auto moved = order.begin() + from;
    if (by > 0)
        std::rotate(moved, moved + 1, moved + by + 1);
    else
        std::rotate(moved + by, moved, moved + 1);
    Q_EMIT questionChanged();
}

void Session::draw(int item, PredictedSpan span)
{
    if (!isQuestionOpen() || !isItem(lesson().text.question, Kind::Draw, item) || span.begin < Ns(0) || span.end < span.begin)
        return;
    state().prediction.spans[item] = span;
    Q_EMIT questionChanged();
}

std::vector<int> Session::drawableItems() const
{
    const LessonQuestion &question = lesson().text.question;
    std::vector<int> items;
    for (std::size_t i = 0; i < question.items.size(); ++i) {
        if (shown_.contains(question.items[i].end.section(u'.', 0, 0)))
            items.push_back(static_cast<int>(i));
    }
    return items;
}

void Session::skipQuestion()
{
    if (!isQuestionOpen() || isPredicted())
        return;
    Prediction &prediction = state().prediction;
    prediction = {};
    prediction.kind = lesson().text.question.kind;
    prediction.skipped = true;
    Q_EMIT questionChanged();
}

bool Session::isPredicted() const
{
    const LessonQuestion &question = lesson().text.question;
    const Prediction &prediction = state().prediction;
    switch (question.kind) {
    case Kind::Choose:
        return prediction.choice >= 0;
    case Kind::Order:
        return !question.items.empty() && prediction.order.size() == question.items.size();
    case Kind::Draw:
        break;
    }
    // Of a variant that is not played nothing can be drawn.
    const QStringList variants = chosenVariants();
    bool any = false;
    for (std::size_t i = 0; i < question.items.size(); ++i) {
        const bool drawn = prediction.spans.contains(static_cast<int>(i));
        any = any || drawn;
        if (!drawn && variants.contains(question.items[i].end.section(u'.', 0, 0)))
            return false;
    }
    return any;
}

std::optional<Ns> Session::roomToDraw() const
{
    return isSkipped() ? std::nullopt : awaitscope::roomToDraw(lesson().text.question, parameters());
}

/// What is there when a run begins stays: an order that is not whole is none, of what was to be drawn one bar is enough.
void Session::settlePrediction()
{
    if (state().settled)
        return;
    if (!isPredicted() && state().prediction.spans.empty())
        skipQuestion();
    state().settled = true;
    state().prediction.settings = settingsOf(parameters());
    Q_EMIT predictionSettled(lesson().id, state().prediction);
    Q_EMIT questionChanged();
}

bool Session::isRevealed() const
{
    return isRevealed(*lesson_);
}

bool Session::isRevealed(const Lesson &lesson) const
{
    const auto found = states_.constFind(lesson.id);
    return lesson.text.question.text.isEmpty() || (found != states_.constEnd() && (found->prediction.skipped || found->run));
}

JudgedPrediction Session::judged() const
{
    return state().run ? judgePrediction(lesson().text.question, state().prediction, *state().run) : JudgedPrediction();
}

bool Session::isRunPredicted() const
{
    return state().run && !state().prediction.isEmpty() && settingsOf(state().run->parameters) == state().prediction.settings;
}

void Session::restorePrediction(const Lesson &lesson, const Prediction &prediction)
{
    if (!states_.contains(lesson.id))
        states_.insert(lesson.id, fresh(lesson));
    State &kept = *states_.find(lesson.id);
    if (kept.settled || prediction.kind != lesson.text.question.kind)
        return;
    kept.prediction = prediction;
    kept.settled = true;
    if (lesson_ && lesson_->id == lesson.id)
        Q_EMIT questionChanged();
}

} // namespace awaitscope
