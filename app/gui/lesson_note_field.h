// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/store.h"

#include <QHash>
#include <QPlainTextEdit>

namespace awaitscope {

/// The user's own words on a lesson. They are kept when another lesson is shown, by keep(), and at the end.
class LessonNoteField : public QPlainTextEdit
{
    Q_OBJECT

public:
    /// `store` must outlive it.
    explicit LessonNoteField(Store &store, QWidget *parent = nullptr);
    ~LessonNoteField() override;

    /// Shows the note on a lesson, as soon as it is read.
    void setLesson(const QString &id, const QString &title);
    /// Keeps what was changed.
    void keep();

Q_SIGNALS:
    /// The note could not be kept.
    void failed(const awaitscope::Problem &problem);

private:
    void showNote();

    Store &store_;
    QString lesson_;
    QHash<QString, QString> notes_; ///< by lesson, as they are kept
    bool read_ = false;
};

} // namespace awaitscope
