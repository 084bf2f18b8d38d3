// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/lesson_note_field.h"

#include "app/store/when_there.h"

namespace awaitscope {

LessonNoteField::LessonNoteField(Store &store, QWidget *parent) : QPlainTextEdit(parent), store_(store)
{
    setObjectName(QStringLiteral("lessonNote"));
    setTabChangesFocus(true);
    setEnabled(false); // until the notes are read
    whenThere(this, store.lessonNotes(), [this](const Result<std::vector<SavedNote>> &notes) {
        if (!notes)
            return Q_EMIT failed(notes.problem());
        for (const SavedNote &note : notes.value())
            notes_.insert(note.lesson, note.text);
        read_ = true;
        showNote();
    });
}

LessonNoteField::~LessonNoteField()
{
    keep();
}

void LessonNoteField::setLesson(const QString &id, const QString &title)
{
    setPlaceholderText(tr("Your note on “%1”").arg(title));
    setAccessibleName(tr("Note on the lesson %1").arg(title));
    if (id == lesson_)
        return;
    keep();
    lesson_ = id;
    showNote();
}

void LessonNoteField::showNote()
{
    if (!read_ || lesson_.isEmpty())
        return;
    setEnabled(true);
    setPlainText(notes_.value(lesson_));
}

void LessonNoteField::keep()
{
    if (!read_ || lesson_.isEmpty() || toPlainText() == notes_.value(lesson_))
        return;
    notes_[lesson_] = toPlainText();
    whenThere(this, store_.setLessonNote(lesson_, toPlainText()), [this](const Result<Done> &done) {
        if (!done)
            Q_EMIT failed(done.problem());
    });
}

} // namespace awaitscope
