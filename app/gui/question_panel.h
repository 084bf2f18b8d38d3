// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QStringList>

class QAbstractButton;

class QLabel;
class QVBoxLayout;

namespace awaitscope {

class Session;

/// The question of the lesson; after the run, the prediction beside what happened.
class QuestionPanel : public QFrame
{
    Q_OBJECT

public:
    explicit QuestionPanel(Session &session, QWidget *parent = nullptr);

    /// Shows the session's state.
    void refresh();
    /// Smaller margins, for a low window.
    void setCompact(bool compact);
    /// The words that are shown, for assistive technology and tests.
    QString words() const;

Q_SIGNALS:
    /// The reader wants to draw the bar of an item, by its position in the question.
    void drawingWanted(int item);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void clear();
    void showQuestion();
    void addAnswers();
    void addItemsToOrder();
    void addItemsToDraw();
    void addHint();
    void addOrderTable();
    void showOutcome();
    QString hint() const;
    QString outcome() const;
    void addAnswer(QAbstractButton *button);
    QLabel *addText(const QString &text, const char *kind);
    void setEdge(const QString &edge);

    Session &session_;
    QVBoxLayout *layout_;
    QStringList words_;
};

} // namespace awaitscope
