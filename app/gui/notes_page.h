// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/event_names.h"

#include <QWidget>

class QFrame;
class QPushButton;
class QVBoxLayout;

namespace awaitscope {

class Session;

/// Look closer: remarks on moments of the run. One that is pressed moves the playhead to its moment.
class NotesPage : public QWidget
{
    Q_OBJECT

public:
    explicit NotesPage(Session &session, QWidget *parent = nullptr);

    /// Shows the remarks on the session's latest run.
    void showNotes();
    /// Says in their place why there are none yet.
    void showText(const QString &text);
    /// Marks the remarks on the moment that is shown.
    void showMoment();
    bool isEmpty() const { return notes_.empty(); }
    /// Positions of the remarks on the moment that is shown.
    std::vector<std::size_t> current() const;
    /// The button of the remark on the moment that is shown, else of the first; null where there are none.
    QPushButton *stop() const;

Q_SIGNALS:
    /// A remark is on the moment that is shown now; its line is to be in sight.
    void reached(QWidget *line, const awaitscope::NamedEvent &event);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Line
    {
        QFrame *frame;
        QPushButton *jump;
        NamedEvent event;
        std::size_t step; ///< right after the event
    };

    void addNote(const QString &text, const NamedEvent &event, std::size_t step);
    void goTo(std::size_t step);

    Session &session_;
    QVBoxLayout *layout_;
    std::vector<Line> notes_;
};

} // namespace awaitscope
