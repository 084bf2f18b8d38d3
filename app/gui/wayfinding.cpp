// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/wayfinding.h"

#include "app/gui/action_menu.h"
#include "app/gui/code_panel.h"
#include "app/gui/findings_panel.h"
#include "app/gui/keys_overlay.h"
#include "app/gui/lesson_search.h"
#include "app/gui/palette.h"
#include "app/gui/palette_sources.h"
#include "app/gui/parameter_panel.h"
#include "app/gui/question_panel.h"
#include "app/gui/tour.h"
#include "app/gui/window.h"
#include "lessons/trace/source_map.h"
#include "widgets/timeline/timeline_view.h"

#include <QApplication>
#include <QMouseEvent>

#include <algorithm>

#include <utility>

namespace awaitscope {

namespace {

constexpr qsizetype mostRecent = 8;

} // namespace

Wayfinding::Wayfinding(Window &window) :
    QObject(&window),
    window_(window),
    palette_(new Palette(&window)),
    keys_(new KeysOverlay(&window, [&window] { return window.listedActions(); })),
    menu_(new ActionMenu([&window] { return window.listedActions(); }, &window))
{
    addSources();
    createTour();
    connect(&window.session(), &Session::lessonOpened, this, &Wayfinding::onLessonOpened);
    connect(&window.session().playback(), &Playback::momentChanged, this, [this](const Moment &moment) {
        Session &session = window_.session();
        // While another lesson is being opened, the moment is no longer that of the present visit.
        if (!session.isOpen() || !history_.here() || history_.here()->lesson != session.lesson().id)
            return;
        const bool inside = session.playback().stepCount() > 0 && moment.time < session.playback().length();
        history_.setTime(inside ? std::optional(moment.time) : std::nullopt);
    });
    qApp->installEventFilter(this);
}

void Wayfinding::end()
{
    qApp->removeEventFilter(this);
    delete std::exchange(tour_, nullptr);
    delete std::exchange(palette_, nullptr);
    delete std::exchange(keys_, nullptr);
}

void Wayfinding::addSources()
{
    Session &session = window_.session();
    const std::vector<Lesson> &course = window_.course();
    palette_->addSource(std::make_unique<LessonSource>(
        course, [this] { return recent_.mid(1); }, [&session](const Lesson &lesson) { session.open(lesson); }));
    palette_->addSource(std::make_unique<ActionSource>([this] { return window_.listedActions(); }));
    palette_->addSource(
        std::make_unique<ParameterSource>(session, [this](const QString &id) { window_.parameters()->focusControl(id); }));
    palette_->addSource(std::make_unique<TextSource>(course, session, [this](const Passage &passage) { open(passage); }));
}

void Wayfinding::createTour()
{
    std::vector<TourStop> stops;
    stops.push_back({tr("A question, then a run"),
        tr("Answer it, or leave it. Press Space: real coroutines run, and each of their steps is recorded."),
        [this] { return window_.question(); }});
    stops.push_back({tr("Where each one waits"),
        tr("The timeline shows the record. Left and Right go from event to event; beside it, the code shows the line at which "
           "each "
           "coroutine is suspended."),
        [this] { return window_.timeline()->parentWidget(); }, true}); // not over the code it speaks of
    stops.push_back({tr("Change it"),
        tr("Change a value, and the lesson runs again. Ctrl+K finds any lesson, action, setting or word; ? lists the keys."),
        [this] { return window_.parameters(); }});
    tour_ = new Tour(&window_, std::move(stops));
    // Who runs the lesson has understood the first stop.
    connect(&window_.session(), &Session::runFinished, tour_, [this] {
        if (tour_->isRunning() && tour_->stop() == 0)
            tour_->next();
    });
}

void Wayfinding::setTheme(const Theme &theme)
{
    palette_->setTheme(theme);
    keys_->setTheme(theme);
    tour_->setTheme(theme);
}

void Wayfinding::onLessonOpened()
{
    const QString id = window_.session().lesson().id;
    recent_.removeAll(id);
    recent_.prepend(id);
    recent_ = recent_.mid(0, mostRecent);
    if (!going_)
        history_.visit(id);
    Q_EMIT historyChanged();
}

void Wayfinding::setRecentLessons(const QStringList &lessons)
{
    for (const QString &id : lessons) {
        if (!recent_.contains(id) && recent_.size() < mostRecent
            && std::ranges::find(window_.course(), id, &Lesson::id) != window_.course().end())
            recent_.append(id);
    }
}

void Wayfinding::back()
{
    if (canGoBack())
        goTo(history_.back());
}

void Wayfinding::forward()
{
    if (canGoForward())
        goTo(history_.forward());
}

void Wayfinding::goTo(const Visit &visit)
{
    const auto time = visit.time; // opening the lesson writes the visit anew
    const auto lesson = std::ranges::find(window_.course(), visit.lesson, &Lesson::id);
    going_ = true;
    if (lesson != window_.course().end())
        window_.session().open(*lesson);
    going_ = false;
    if (time && window_.session().playback().stepCount() > 0)
        window_.session().playback().toTime(*time);
    Q_EMIT historyChanged();
}

void Wayfinding::open(const Passage &passage)
{
    Session &session = window_.session();
    session.open(*passage.lesson);
    switch (passage.section) {
    case LessonSection::Setting:
        return window_.parameters()->focusControl(passage.parameter);
    case LessonSection::Code: {
        const SourceBlock *block = passage.lesson->source->blockAt(passage.line);
        if (block && passage.lesson->variant(block->id) && !session.shownVariants().contains(block->id)
            && session.isAvailable(block->id))
            session.choose(block->id, true);
        return window_.code()->showLine(passage.line);
    }
    case LessonSection::Asyncio:
        return window_.code()->showAsyncio();
    case LessonSection::BuildTime:
        return window_.code()->showBuildTime();
    case LessonSection::Claim:
        return window_.findings()->showClaims();
    case LessonSection::Note:
        window_.findings()->showStep(LessonStep::LookCloser);
        if (const auto step = session.stepOf(passage.event)) {
            session.playback().pause();
            session.playback().toStep(*step);
        }
        return;
    case LessonSection::Challenge:
        return window_.findings()->showStep(LessonStep::Challenge);
    case LessonSection::Takeaway:
        return window_.findings()->showStep(LessonStep::Takeaway);
    case LessonSection::Opening:
    case LessonSection::Point:
    case LessonSection::Question:
        return;
    }
}

bool Wayfinding::eventFilter(QObject *watched, QEvent *event)
{
    const bool pressed = event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonDblClick;
    if (!pressed || !watched->isWidgetType() || static_cast<QWidget *>(watched)->window() != &window_ || palette_->isOpen()
        || keys_->isOpen())
        return QObject::eventFilter(watched, event);
    const Qt::MouseButton button = static_cast<QMouseEvent *>(event)->button();
    if (button != Qt::BackButton && button != Qt::ForwardButton)
        return false;
    button == Qt::BackButton ? back() : forward();
    return true;
}

} // namespace awaitscope
