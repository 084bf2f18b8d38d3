// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/challenge_page.h"
#include "app/gui/change_page.h"
#include "app/gui/code_panel.h"
#include "app/gui/findings_panel.h"
#include "app/gui/header.h"
#include "app/gui/notes_page.h"
#include "app/gui/parameter_panel.h"
#include "app/gui/question_panel.h"
#include "app/gui/run_changes.h"
#include "app/gui/step_button.h"
#include "app/gui/step_strip.h"
#include "app/gui/takeaway_page.h"
#include "app/gui/window.h"
#include "widgets/timeline/timeline_view.h"

#include <QPushButton>
#include <QScrollArea>

#include <algorithm>

namespace awaitscope {

namespace {

/// The first that the keyboard can stop at inside a panel; null where there is none.
QWidget *firstStop(const QWidget &panel)
{
    for (QWidget *widget : panel.findChildren<QWidget *>()) {
        if ((widget->focusPolicy() & Qt::TabFocus) && widget->isVisible() && widget->isEnabled())
            return widget;
    }
    return nullptr;
}

} // namespace

void Window::createStepActions()
{
    for (const LessonStep step : lessonSteps)
        addAct(ActionGroup::Lessons, tr("Step %1: %2").arg(stepNumber(step)).arg(stepName(step)),
            {QKeySequence(Qt::CTRL | (Qt::Key_0 + stepNumber(step)))}, [this, step] { goToStep(step, true); });
    addAct(ActionGroup::Lessons, tr("Show the hint of the challenge"), {Qt::Key_H}, [this] {
        goToStep(LessonStep::Challenge, false);
        findings_->challenge()->showHint();
    });
    connect(header_->steps(), &StepStrip::stepWanted, this, [this](LessonStep step) { goToStep(step, false); });
    connect(findings_, &FindingsPanel::pageChanged, this, &Window::showSteps);
    connect(findings_, &FindingsPanel::pageChanged, this, &Window::fitColumns);
    connect(findings_->notes(), &NotesPage::reached, this,
        [this](QWidget *, const NamedEvent &event) { code_->bringIntoSight(event.variant, event.task); });
    connect(findings_->changes(), &ChangePage::parameterWanted, parameters_, &ParameterPanel::focusParameter);
    connect(
        findings_->takeaway()->nextButton(), &QPushButton::clicked, this, [this] { openNeighbour(1); }, Qt::QueuedConnection);
    connect(&session_, &Session::stepsChanged, this, [this](const QString &lesson) {
        sidebar_->setSteps(lesson, session_.stepsDone(lesson));
        showSteps();
    });
    connect(&session_, &Session::lessonOpened, this, [this] {
        const auto here = std::ranges::find(course_, session_.lesson().id, &Lesson::id);
        const bool last = here == course_.end() || std::next(here) == course_.end();
        findings_->takeaway()->setNextLesson(last ? QString() : std::next(here)->text.title);
        showSteps();
    });
    connect(&session_, &Session::subjectsChanged, this, &Window::showBefore);
    connect(&session_, &Session::beforeChanged, this, [this] {
        showBefore();
        findings_->refresh();
    });
}

void Window::showSteps()
{
    if (!session_.isOpen())
        return;
    const StepsDone done = session_.stepsDone(session_.lesson().id);
    const auto inFront = findings_->stepInFront();
    header_->steps()->setSteps(done, inFront ? inFront : done.next());
}

void Window::showBefore()
{
    const auto before = session_.before();
    const bool compared = before && session_.latest() && !session_.isLive();
    timeline_->compareWith(compared ? before->subjects() : std::vector<Subject>(), unnoticed(session_.clock()));
}

/// Who stands at a remark that was gone to stays there; a run ends where one may happen to be.
void Window::lookCloser()
{
    Playback &playback = session_.playback();
    const bool looked = session_.stepsDone(session_.lesson().id).contains(LessonStep::LookCloser);
    if (playback.marks().empty() || (looked && !findings_->currentNotes().empty()))
        return;
    playback.pause();
    playback.toStep(playback.marks().front());
    session_.markStep(LessonStep::LookCloser);
}

/// Where it was asked for by key, the focus goes there too: to what a reader does in that step.
void Window::goToStep(LessonStep step, bool focus)
{
    findings_->showStep(step);
    if (step != LessonStep::Run) { // what is too low to show all scrolls there
        QWidget *place = step == LessonStep::Predict ? static_cast<QWidget *>(question_) : findings_;
        findChild<QScrollArea *>(QStringLiteral("page"))->ensureWidgetVisible(place, 0, 8);
    }
    QWidget *stop = nullptr;
    switch (step) {
    case LessonStep::Predict:
        stop = firstStop(*question_);
        (stop ? stop : question_)->setFocus(Qt::ShortcutFocusReason);
        return;
    case LessonStep::Run:
        return runOrPlay();
    case LessonStep::LookCloser:
        lookCloser();
        stop = findings_->notes()->stop();
        break;
    case LessonStep::Change:
        if (focus && !session_.parameters().specs().empty())
            return parameters_->focusParameter(session_.parameters().specs().front().id);
        break;
    case LessonStep::Challenge:
        stop = findings_->challenge()->hintButton();
        break;
    case LessonStep::Takeaway:
        stop = findings_->takeaway()->nextButton();
        break;
    }
    if (focus && stop && stop->isVisible())
        stop->setFocus(Qt::ShortcutFocusReason);
}

} // namespace awaitscope
