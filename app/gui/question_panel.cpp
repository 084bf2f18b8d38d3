// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/question_panel.h"

#include "app/gui/session.h"
#include "lessons/trace/caption.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace awaitscope {

namespace {

using Kind = LessonQuestion::Kind;

/// A button whose text wraps is not to be had from Qt: labels lie on it. `state` stands at its end.
QPushButton *answerButton(const QString &text, int number, const QString &state = {}, bool isDone = false)
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
    auto *end = new QLabel(state);
    end->setProperty("kind", isDone ? QStringLiteral("heading") : QStringLiteral("small"));
    layout->addWidget(end, 0, Qt::AlignTop);
    for (QLabel *label : {key, words, end})
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

QString ordinal(int number)
{
    switch (number) {
    case 1:
        return QuestionPanel::tr("1st");
    case 2:
        return QuestionPanel::tr("2nd");
    case 3:
        return QuestionPanel::tr("3rd");
    default:
        return number > 0 ? QuestionPanel::tr("%1th").arg(number) : QuestionPanel::tr("not at all");
    }
}

/// As HTML, without the full stop at its end.
QString withoutStop(QString words)
{
    words = words.trimmed();
    while (words.endsWith(u'.'))
        words.chop(1);
    return words.toHtmlEscaped();
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

void QuestionPanel::addAnswer(QAbstractButton *button)
{
    button->setEnabled(session_.isQuestionOpen() && !session_.isLive());
    layout_->addWidget(button);
    words_.append(button->accessibleName());
}

void QuestionPanel::addAnswers()
{
    const LessonQuestion &question = session_.lesson().text.question;
    for (int i = 0; i < question.answers.size(); ++i) {
        auto *button = answerButton(session_.filled(question.answers[i]), i + 1);
        button->setChecked(session_.answered() == i);
        connect(
            button, &QPushButton::clicked, &session_, [this, i] { session_.answer(i); }, Qt::QueuedConnection);
        addAnswer(button);
    }
}

void QuestionPanel::addItemsToOrder()
{
    const LessonQuestion &question = session_.lesson().text.question;
    const std::vector<int> &order = session_.prediction().order;
    for (int i = 0; i < static_cast<int>(question.items.size()); ++i) {
        const QString text = session_.filled(question.items[static_cast<std::size_t>(i)].label);
        const auto place = std::ranges::find(order, i) - order.begin();
        const bool picked = place < std::ssize(order);
        auto *button = answerButton(text, i + 1, picked ? ordinal(static_cast<int>(place) + 1) : QString(), true);
        button->setChecked(picked);
        button->setAccessibleName(picked ? tr("%1, predicted as the %2").arg(text, ordinal(static_cast<int>(place) + 1))
                                         : tr("%1: %2, not picked yet").arg(i + 1).arg(text));
        button->setProperty("item", i);
        button->installEventFilter(this);
        connect(
            button, &QPushButton::clicked, &session_, [this, i] { session_.pickNext(i); }, Qt::QueuedConnection);
        addAnswer(button);
    }
}

void QuestionPanel::addItemsToDraw()
{
    const LessonQuestion &question = session_.lesson().text.question;
    for (const int i : session_.drawableItems()) {
        const QuestionItem &item = question.items[static_cast<std::size_t>(i)];
        const auto drawn = session_.prediction().spans.find(i);
        const bool isDrawn = drawn != session_.prediction().spans.end();
        const QString begin = isDrawn && drawn->second.begin > Ns(0) ? readableLength(drawn->second.begin) : QStringLiteral("0");
        const QString length = !isDrawn ? tr("not drawn yet")
            : item.begin.isEmpty()      ? readableLength(drawn->second.end)
                                        : tr("%1 to %2").arg(begin, readableLength(drawn->second.end));
        auto *button = answerButton(item.label, i + 1, length, isDrawn);
        button->setChecked(isDrawn);
        button->setAccessibleName(tr("%1: %2").arg(item.label, length));
        connect(
            button, &QPushButton::clicked, this, [this, i] { Q_EMIT drawingWanted(i); }, Qt::QueuedConnection);
        addAnswer(button);
    }
}

QString QuestionPanel::hint() const
{
    const LessonQuestion &question = session_.lesson().text.question;
    if (session_.isLive())
        return tr("Running. The answer follows.");
    if (session_.isPredicted() || !session_.isQuestionOpen())
        return tr("Press Space to run it and see.");
    switch (question.kind) {
    case Kind::Choose:
        return tr("Answer with 1 to %1, or press Space to run at once.").arg(question.answers.size());
    case Kind::Order:
        return session_.prediction().order.empty()
            ? tr("Press 1 to %1 in the order that you expect, or Space to run at once.").arg(question.items.size())
            : tr("What comes next? Backspace takes the last one back.");
    case Kind::Draw:
        break;
    }
    return tr("Drag in the timeline, or use 1 and the arrow keys. Space runs at once.");
}

void QuestionPanel::addHint()
{
    auto *line = new QHBoxLayout;
    auto *label = new QLabel(hint());
    label->setProperty("kind", QStringLiteral("small"));
    label->setWordWrap(true);
    line->addWidget(label, 1);
    words_.append(label->text());
    auto *skip = new QPushButton(tr("Skip (X)"));
    skip->setProperty("kind", QStringLiteral("link"));
    line->addWidget(skip, 0, Qt::AlignBottom);
    if (session_.isQuestionOpen() && !session_.isPredicted() && !session_.isLive()) {
        skip->setObjectName(QStringLiteral("skip"));
        skip->setFocusPolicy(Qt::TabFocus);
        skip->setAccessibleName(tr("Skip the question"));
        connect(skip, &QPushButton::clicked, &session_, &Session::skipQuestion, Qt::QueuedConnection);
    } else { // its room stays, so that the panels below do not move when the run begins
        QSizePolicy policy = skip->sizePolicy();
        policy.setRetainSizeWhenHidden(true);
        skip->setSizePolicy(policy);
        skip->hide();
    }
    layout_->addLayout(line);
}

void QuestionPanel::showQuestion()
{
    setEdge(QStringLiteral("open"));
    const LessonQuestion &question = session_.lesson().text.question;
    addText(session_.filled(question.text), "heading")->setTextFormat(Qt::PlainText);
    if (question.kind == Kind::Choose)
        addAnswers();
    else if (question.kind == Kind::Order)
        addItemsToOrder();
    else
        addItemsToDraw();
    addHint();
}

/// With the focus on an item, Alt and an arrow move it in the order.
bool QuestionPanel::eventFilter(QObject *watched, QEvent *event)
{
    const bool keys = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    const auto *key = keys ? static_cast<QKeyEvent *>(event) : nullptr;
    const bool moves = key && key->modifiers() == Qt::AltModifier && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down);
    if (!moves)
        return QFrame::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress) {
        const int item = watched->property("item").toInt(), by = key->key() == Qt::Key_Up ? -1 : 1;
        QMetaObject::invokeMethod(
            &session_, [this, item, by] { session_.movePick(item, by); }, Qt::QueuedConnection);
    }
    return true;
}

/// What the run says: the right answer, or the sentences of what was asked for.
QString QuestionPanel::outcome() const
{
    const LessonQuestion &question = session_.lesson().text.question;
    if (question.kind != Kind::Choose)
        return session_.judged().sentences.join(u' ').toHtmlEscaped();
    return tr("The answer: <b>%1</b>.").arg(withoutStop(session_.filled(question.answers.value(question.right))));
}

void QuestionPanel::addOrderTable()
{
    const JudgedPrediction judged = session_.judged();
    std::vector<const JudgedItem *> items;
    for (const JudgedItem &item : judged.items)
        items.push_back(&item);
    std::ranges::stable_sort(items, {}, [](const JudgedItem *item) { return item->place > 0 ? item->place : 100; });
    QString rows, spoken;
    for (const JudgedItem *item : items) {
        const QString place = item->place > 0 ? ordinal(item->place) : tr("not at all");
        const QString at = item->truth ? readableLength(item->truth->end) : QString();
        const QString mark = item->place == item->predictedPlace ? tr("✓") : tr("you: %1").arg(ordinal(item->predictedPlace));
        rows += QStringLiteral(
            "<tr><td><b>%1</b></td><td style='padding:0 10px'>%2</td><td style='padding:0 10px' align='right'>%3"
            "</td><td>%4</td></tr>")
                    .arg(place, item->label.toHtmlEscaped(), at, mark);
        spoken += tr("%1: %2, you predicted it as the %3.").arg(place, item->label, ordinal(item->predictedPlace)) + u' ';
    }
    addText(QStringLiteral("<table cellspacing='0'>%1</table>").arg(rows), "secondary")->setTextFormat(Qt::RichText);
    words_.last() = spoken.trimmed();
}

void QuestionPanel::showOutcome()
{
    const LessonQuestion &question = session_.lesson().text.question;
    const bool hasRun = session_.latest() && !session_.isLive();
    const QString after = hasRun ? session_.filled(question.after).toHtmlEscaped() : tr("Running again.");
    if (session_.prediction().isEmpty()) {
        setEdge({});
        const QString text = hasRun ? tr("Question skipped. %1 %2").arg(outcome(), after)
            : session_.isLive()     ? tr("Question skipped. Running again.")
                                    : tr("Question skipped. Press Space to run.");
        addText(text, "secondary")->setTextFormat(Qt::RichText);
        return;
    }
    if (hasRun && question.kind != Kind::Choose && !session_.isRunPredicted()) {
        setEdge({});
        const QString truth = judgePrediction(question, {}, *session_.latest()).sentences.join(u' ').toHtmlEscaped();
        addText(tr("You made your prediction for other settings. %1 %2").arg(truth, after), "secondary")
            ->setTextFormat(Qt::RichText);
        return;
    }
    const JudgedPrediction judged = session_.judged();
    setEdge(judged.right ? QStringLiteral("right") : QStringLiteral("wrong"));
    const bool drawn = question.kind == Kind::Draw;
    addText(!judged.right ? tr("✕ Not as you predicted")
            : drawn       ? tr("✓ As you predicted, within a tenth")
                          : tr("✓ As you predicted"),
        judged.right ? "good" : "bad");
    if (question.kind == Kind::Order)
        addOrderTable();
    for (const QString &sentence : drawn ? judged.sentences : QStringList())
        addText(sentence.toHtmlEscaped(), "plain")->setTextFormat(Qt::RichText);
    const QString predicted = question.kind == Kind::Choose
        ? tr("You predicted: <b>%1</b>.").arg(withoutStop(session_.filled(question.answers.value(session_.answered()))))
        : QString();
    addText((predicted + u' ' + after).trimmed(), "secondary")->setTextFormat(Qt::RichText);
}

} // namespace awaitscope
