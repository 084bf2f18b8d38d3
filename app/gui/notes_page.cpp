// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/notes_page.h"

#include "app/gui/page_text.h"
#include "app/gui/session.h"
#include "lessons/trace/caption.h"
#include "lessons/trace/subject_letter.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QPushButton>

#include <algorithm>

namespace awaitscope {

NotesPage::NotesPage(Session &session, QWidget *parent) : QWidget(parent), session_(session), layout_(new QVBoxLayout(this))
{
    layout_->setContentsMargins(0, 0, 0, 0);
    layout_->setSpacing(4);
}

void NotesPage::showText(const QString &text)
{
    notes_.clear();
    deleteAll(layout_);
    layout_->addWidget(wrapped(text, "small"));
    layout_->addStretch(1);
}

void NotesPage::showNotes()
{
    notes_.clear();
    deleteAll(layout_);
    for (const LessonNote &note : session_.lesson().text.lookCloser) {
        const auto event = findEvent(*session_.latest(), note.event);
        const auto step = session_.stepOf(note.event);
        if (event && step)
            addNote(session_.filled(note.text), *event, *step);
    }
    if (notes_.empty())
        layout_->addWidget(wrapped(tr("None of the lesson's remarks is on a moment of this run."), "small"));
    layout_->addStretch(1);
}

void NotesPage::addNote(const QString &text, const NamedEvent &event, std::size_t step)
{
    const QString when = tr("%1 at %2").arg(subjectLetter(event.variant), readableLength(event.time));
    auto *words = new QLabel(text);
    words->setWordWrap(true);
    words->setProperty("kind", QStringLiteral("secondary"));
    words->setContentsMargins(0, 3, 0, 2);
    words->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto *jump = new QPushButton(when);
    jump->setProperty("kind", QStringLiteral("link"));
    jump->setFocusPolicy(Qt::TabFocus);
    jump->setFixedWidth(jump->fontMetrics().horizontalAdvance(QStringLiteral("A at 0000 ms")) + 12);
    jump->setAccessibleName(QStringLiteral("%1: %2").arg(when, text));
    auto *frame = new QFrame;
    frame->setObjectName(QStringLiteral("note"));
    frame->setAccessibleName(jump->accessibleName());
    frame->setToolTip(tr("Go there (Shift+Left and Shift+Right go from one to the next)"));
    frame->setCursor(Qt::PointingHandCursor);
    frame->setProperty("step", QVariant::fromValue(static_cast<qulonglong>(step)));
    frame->installEventFilter(this);
    connect(jump, &QPushButton::clicked, this, [this, step] { goTo(step); });
    auto *layout = new QHBoxLayout(frame);
    layout->setContentsMargins(4, 2, 4, 2);
    layout->addWidget(jump, 0, Qt::AlignTop);
    layout->addWidget(words, 1);
    layout_->addWidget(frame);
    frame->show(); // at once, so that it can take the focus
    notes_.push_back({frame, jump, event, step});
}

void NotesPage::goTo(std::size_t step)
{
    session_.playback().pause();
    session_.playback().toStep(step);
    session_.markStep(LessonStep::LookCloser);
}

bool NotesPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonRelease && static_cast<QMouseEvent *>(event)->button() == Qt::LeftButton)
        goTo(watched->property("step").toULongLong());
    return QWidget::eventFilter(watched, event);
}

void NotesPage::showMoment()
{
    const std::size_t step = session_.playback().moment().step;
    const QWidget *focused = window()->focusWidget();
    const bool focusHere = focused && isAncestorOf(focused);
    for (const Line &note : notes_) {
        const bool current = note.step == step && !session_.isLive();
        if (note.frame->property("current").toBool() == current)
            continue;
        note.frame->setProperty("current", current);
        restyle(note.frame);
        if (!current)
            continue;
        // Who reads by ear is told: by the focus where it is among the remarks, else without moving it.
        if (focusHere) {
            note.jump->setFocus(Qt::OtherFocusReason);
        } else if (isVisible()) {
            QAccessibleEvent told(note.frame, QAccessible::Alert);
            QAccessible::updateAccessibility(&told);
        }
        Q_EMIT reached(note.frame, note.event);
    }
}

std::vector<std::size_t> NotesPage::current() const
{
    std::vector<std::size_t> result;
    for (std::size_t i = 0; i < notes_.size(); ++i) {
        if (notes_[i].frame->property("current").toBool())
            result.push_back(i);
    }
    return result;
}

QPushButton *NotesPage::stop() const
{
    const auto now = current();
    return notes_.empty() ? nullptr : notes_[now.empty() ? 0 : now.front()].jump;
}

} // namespace awaitscope
