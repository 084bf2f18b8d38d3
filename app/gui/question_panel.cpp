// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/question_panel.h"

#include "app/gui/session.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace awaitscope {

namespace {

/// A button whose text wraps is not to be had from Qt: a label lies on it.
QPushButton *answerButton(const QString &text, int number)
{
    auto *button = new QPushButton;
    auto *key = new QLabel(QString::number(number));
    key->setProperty("kind", QStringLiteral("small"));
    auto *words = new QLabel(text);
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    auto *layout = new QHBoxLayout(button);
    layout->setContentsMargins(10, 6, 10, 6);
    layout->setSpacing(10);
    layout->addWidget(key, 0, Qt::AlignTop);
    layout->addWidget(words, 1);
    for (QLabel *label : {key, words})
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
    button->setObjectName(QStringLiteral("answer%1").arg(number));
    button->setProperty("kind", QStringLiteral("answer"));
    button->setCheckable(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(QuestionPanel::tr("Answer %1: %2").arg(number).arg(text));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    button->setSizePolicy(policy);
    return button;
}

/// Takes a widget out of sight and out of reach of a search by name.
void retire(QWidget *widget)
{
    widget->setObjectName({});
    widget->hide();
    widget->deleteLater();
}

} // namespace

QuestionPanel::QuestionPanel(Session &session, QWidget *parent) :
    QFrame(parent),
    session_(session),
    layout_(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("question"));
    layout_->setContentsMargins(14, 12, 14, 12);
    layout_->setSpacing(6);
}

void QuestionPanel::setCompact(bool compact)
{
    layout_->setContentsMargins(14, compact ? 7 : 12, 14, compact ? 7 : 12);
    layout_->setSpacing(compact ? 3 : 6);
}

void QuestionPanel::clear()
{
    words_.clear();
    while (QLayoutItem *item = layout_->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            retire(widget);
        }
        if (QLayout *inner = item->layout()) {
            while (QLayoutItem *innerItem = inner->takeAt(0)) {
                if (QWidget *widget = innerItem->widget()) {
                    retire(widget);
                }
                delete innerItem;
            }
        }
        delete item;
    }
}

QLabel *QuestionPanel::addText(const QString &text, const char *kind)
{
    auto *label = new QLabel(text);
    label->setWordWrap(true);
    label->setProperty("kind", QLatin1String(kind));
    layout_->addWidget(label);
    words_.append(text);
    return label;
}

void QuestionPanel::setEdge(const QString &edge)
{
    if (property("edge").toString() == edge)
        return;
    setProperty("edge", edge);
    style()->unpolish(this);
    style()->polish(this);
}

void QuestionPanel::refresh()
{
    const QWidget *focused = window()->focusWidget();
    const QString hadFocus = focused && isAncestorOf(focused) ? focused->objectName() : QString();
    // While a run plays again nothing below moves.
    const bool again = session_.isLive() && session_.latest();
    setMinimumHeight(again ? std::max(minimumHeight(), height()) : 0);
    clear();
    const LessonQuestion &question = session_.lesson().text.question;
    setVisible(!question.text.isEmpty());
    if (question.text.isEmpty())
        return;
    if (session_.latest() || (session_.isSkipped() && !session_.isLive()))
        showOutcome();
    else
        showQuestion();
    setAccessibleName(tr("Question"));
    setAccessibleDescription(words_.join(u' '));
    if (hadFocus.isEmpty())
        return;
    // What is new takes the focus of what it stands for; where nothing does, the keys are the page's again.
    auto *successor = findChild<QWidget *>(hadFocus);
    const bool usable = successor && successor->isEnabled();
    if (usable)
        successor->show(); // what is hidden takes no focus
    (usable ? successor : window())->setFocus(Qt::OtherFocusReason);
}

QString QuestionPanel::words() const
{
    return accessibleDescription();
}

void QuestionPanel::showQuestion()
{
    setEdge(QStringLiteral("open"));
    const LessonQuestion &question = session_.lesson().text.question;
    auto *text = addText(session_.filled(question.text), "heading");
    text->setTextFormat(Qt::PlainText);
    for (int i = 0; i < question.answers.size(); ++i) {
        auto *button = answerButton(session_.filled(question.answers[i]), i + 1);
        button->setChecked(session_.answered() == i);
        button->setEnabled(!session_.isLive());
        connect(
            button, &QPushButton::clicked, &session_, [this, i] { session_.answer(i); }, Qt::QueuedConnection);
        layout_->addWidget(button);
        words_.append(button->accessibleName());
    }
    auto *line = new QHBoxLayout;
    const bool chosen = session_.answered() >= 0;
    auto *hint = new QLabel(session_.isLive() ? tr("Running. The answer follows.")
            : chosen                          ? tr("Press Space to run it and see.")
                     : tr("Answer with 1 to %1, or press Space to run at once.").arg(question.answers.size()));
    hint->setProperty("kind", QStringLiteral("small"));
    hint->setWordWrap(true);
    line->addWidget(hint, 1);
    if (!chosen && !session_.isLive()) {
        auto *skip = new QPushButton(tr("Skip"));
        skip->setObjectName(QStringLiteral("skip"));
        skip->setProperty("kind", QStringLiteral("link"));
        skip->setFocusPolicy(Qt::TabFocus);
        skip->setAccessibleName(tr("Skip the question"));
        connect(skip, &QPushButton::clicked, &session_, &Session::skipQuestion, Qt::QueuedConnection);
        line->addWidget(skip);
    }
    layout_->addLayout(line);
}

void QuestionPanel::showOutcome()
{
    const LessonQuestion &question = session_.lesson().text.question;
    const auto answerText = [&](int index) {
        QString words = session_.filled(question.answers.value(index)).trimmed();
        while (words.endsWith(u'.'))
            words.chop(1);
        return words.toHtmlEscaped();
    };
    const bool hasRun = session_.latest() && !session_.isLive();
    const QString after = hasRun ? session_.filled(question.after).toHtmlEscaped() : tr("Running again.");
    if (session_.answered() < 0) {
        setEdge({});
        const QString text = hasRun ? tr("Question skipped. The answer: <b>%1</b>. %2").arg(answerText(question.right), after)
            : session_.isLive()     ? tr("Question skipped. Running again.")
                                    : tr("Question skipped. Press Space to run.");
        addText(text, "secondary")->setTextFormat(Qt::RichText);
        return;
    }
    const bool right = session_.answerIsRight();
    setEdge(right ? QStringLiteral("right") : QStringLiteral("wrong"));
    addText(right ? tr("✓ As you predicted") : tr("✕ Not as you predicted"), right ? "good" : "bad");
    addText(tr("You predicted: <b>%1</b>. %2").arg(answerText(session_.answered()), after), "secondary")
        ->setTextFormat(Qt::RichText);
}

} // namespace awaitscope
