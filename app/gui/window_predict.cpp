// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/question_panel.h"
#include "app/gui/window.h"
#include "widgets/timeline/ghost_lane.h"
#include "widgets/timeline/timeline_view.h"

#include <QAction>
#include <QScrollArea>

#include <algorithm>

namespace awaitscope {

using Kind = LessonQuestion::Kind;

namespace {

constexpr int mostAnswers = 9;

GhostSpan shown(const PredictedSpan &span)
{
    return {span.begin, span.end};
}

} // namespace

void Window::createPredictActions()
{
    for (int i = 0; i < mostAnswers; ++i)
        answerKeys_.push_back(
            addAct(ActionGroup::Run, tr("Answer %1").arg(i + 1), {QKeySequence(Qt::Key_1 + i)}, [this, i] { predict(i); }));
    takeBackKey_ = addAct(
        ActionGroup::Run, tr("Take back the last pick of an order"), {Qt::Key_Backspace}, [this] { session_.takeBackPick(); });
    skipKey_ = addAct(ActionGroup::Run, tr("Skip the question"), {Qt::Key_X}, [this] { session_.skipQuestion(); });
}

void Window::connectPrediction()
{
    connect(timeline_, &TimelineView::ghostDrawn, this, [this](std::size_t ghost, const GhostSpan &span) {
        const std::vector<int> items = session_.drawableItems();
        if (ghost < items.size())
            session_.draw(items[ghost], {span.begin, span.end});
    });
    connect(question_, &QuestionPanel::drawingWanted, this, &Window::predict);
}

void Window::refreshPredictActions()
{
    const LessonQuestion &question = session_.lesson().text.question;
    const auto count
        = static_cast<std::size_t>(question.kind == Kind::Choose ? question.answers.size() : std::ssize(question.items));
    const bool open = session_.isQuestionOpen();
    for (std::size_t i = 0; i < answerKeys_.size(); ++i) {
        answerKeys_[i]->setVisible(i < count);
        answerKeys_[i]->setEnabled(open && i < count);
    }
    takeBackKey_->setEnabled(open && !session_.prediction().order.empty());
    skipKey_->setEnabled(open && !session_.isPredicted());
}

/// What a digit does: answers, picks, or goes to the lane to draw on.
void Window::predict(int number)
{
    const Kind kind = session_.lesson().text.question.kind;
    if (kind == Kind::Choose)
        return session_.answer(number);
    if (kind == Kind::Order)
        return session_.pickNext(number);
    const std::vector<int> items = session_.drawableItems();
    const auto lane = std::ranges::find(items, number) - items.begin();
    GhostLane *found = timeline_->ghostLane(static_cast<std::size_t>(lane));
    if (!found)
        return;
    found->setFocus(Qt::ShortcutFocusReason);
    if (auto *page = findChild<QScrollArea *>(QStringLiteral("page"))) // in a narrow window it may be below
        page->ensureWidgetVisible(found);
}

std::vector<Ghost> Window::ghosts() const
{
    const LessonQuestion &question = session_.lesson().text.question;
    const bool compared = session_.isRunPredicted() && !session_.isLive();
    if (question.kind != Kind::Draw || session_.isSkipped() || (session_.latest() && !session_.isRunPredicted()))
        return {};
    const JudgedPrediction judged = compared ? session_.judged() : JudgedPrediction();
    const auto &spans = session_.prediction().spans;
    std::vector<Ghost> ghosts;
    for (const int item : session_.drawableItems()) {
        const QuestionItem &asked = question.items[static_cast<std::size_t>(item)];
        const auto drawn = spans.find(item);
        if (drawn == spans.end() && !session_.isQuestionOpen())
            continue;
        Ghost ghost{.subject = static_cast<std::size_t>(session_.shownVariants().indexOf(asked.end.section(u'.', 0, 0))),
            .name = asked.label,
            .movesBegin = !asked.begin.isEmpty(),
            .drawn = {},
            .truth = {}};
        if (drawn != spans.end())
            ghost.drawn = shown(drawn->second);
        if (const auto &truth = compared ? judged.items[static_cast<std::size_t>(item)].truth : std::nullopt)
            ghost.truth = shown(*truth);
        ghosts.push_back(std::move(ghost));
    }
    return ghosts;
}

void Window::showGhosts()
{
    if (session_.playback().stepCount() == 0 && !session_.isLive())
        timeline_->setExpectedLength(session_.expectedLength());
    timeline_->setGhosts(ghosts(), session_.isQuestionOpen() && !session_.isLive());
    placeRunHint();
}

} // namespace awaitscope
