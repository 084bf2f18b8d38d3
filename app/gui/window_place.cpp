// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/wayfinding.h"
#include "app/gui/window.h"
#include "widgets/timeline/timeline_view.h"

#include <QListWidget>
#include <QScrollBar>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace awaitscope {

KeptPlace Window::place() const
{
    KeptPlace kept;
    const Session &session = session_;
    kept.lesson = session.lesson().id;
    for (const ParameterSpec &spec : session.parameters().specs())
        kept.parameters.emplace_back(spec.id, session.parameters().text(spec.id));
    kept.clock = session.clock();
    kept.variants = session.chosenVariants();
    if (session.latest() && !session.isLive()) {
        if (timeline_->zoomedIn()) {
            const auto [from, to] = timeline_->visibleRange();
            kept.from = from;
            kept.to = to;
        }
        kept.scrolled = timeline_->scrolled();
        if (timeline_->moment() && *timeline_->moment() < timeline_->model().end)
            kept.playhead = timeline_->moment();
    }
    kept.sidebarScrolled = sidebar_->list()->verticalScrollBar()->value();
    kept.recent = way_->recentLessons();
    return kept;
}

void Window::restorePlace(const KeptPlace &kept)
{
    way_->setRecentLessons(kept.recent);
    const auto lesson = std::ranges::find(course_, kept.lesson, &Lesson::id);
    if (lesson == course_.end())
        return;
    session_.open(*lesson);
    // After the list has its size, and has scrolled to the open lesson.
    QTimer::singleShot(0, sidebar_,
        [list = sidebar_->list(), scrolled = kept.sidebarScrolled] { list->verticalScrollBar()->setValue(scrolled); });
    for (const auto &[id, text] : kept.parameters) {
        if (std::ranges::find(session_.parameters().specs(), id, &ParameterSpec::id) != session_.parameters().specs().end())
            (void)session_.setParameterText(id, text); // what is no longer accepted stays as it is
    }
    session_.setClock(kept.clock);
    const auto exists = [this](const QString &id) { return session_.lesson().variant(id) != nullptr; };
    if (std::ranges::any_of(kept.variants, exists)) {
        for (const QString &id : kept.variants) {
            if (exists(id) && session_.isAvailable(id))
                session_.choose(id, true);
        }
        for (const QString &id : session_.chosenVariants()) {
            if (!kept.variants.contains(id))
                session_.choose(id, false);
        }
    }
    sightToCome_ = kept;
    restoreSight();
}

void Window::restoreSight()
{
    Playback &playback = session_.playback();
    if (!sightToCome_ || sightToCome_->lesson != session_.lesson().id || playback.stepCount() == 0)
        return;
    const KeptPlace kept = *std::exchange(sightToCome_, std::nullopt);
    if (kept.from && kept.to)
        timeline_->showRange(*kept.from, *kept.to);
    timeline_->scrollTo(kept.scrolled);
    if (kept.playhead)
        playback.toTime(*kept.playhead);
}

} // namespace awaitscope
