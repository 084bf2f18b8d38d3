// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/rule_row.h"

#include "app/gui/when_in_words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <algorithm>

namespace awaitscope {

namespace {

constexpr int markWidth = 20, gap = 4; // px

QLabel *label(const QString &text, const char *kind)
{
    auto *label = new QLabel(text);
    label->setProperty("kind", QLatin1String(kind));
    label->setWordWrap(true);
    return label;
}

QLabel *textOf(const QString &text, const char *kind)
{
    QLabel *made = label(text, kind);
    made->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return made;
}

/// A number and its unit stay on one line.
QString unbroken(QString text)
{
    static const QRegularExpression beforeUnit(QStringLiteral("(\\d) (ms|s|µs)\\b"));
    return text.replace(beforeUnit, QStringLiteral("\\1\u00a0\\2"));
}

/// The number alone: the first sentence, without its stop.
QString firstSentence(const QString &text)
{
    const qsizetype end = text.indexOf(QLatin1String(". "));
    QString first = end < 0 ? text : text.left(end);
    if (first.endsWith(u'.'))
        first.chop(1);
    return unbroken(first);
}

QString stateOf(const ShownRule &rule)
{
    if (!rule.hasRun())
        return RuleRow::tr("not run yet");
    return rule.holds() ? RuleRow::tr("holds") : RuleRow::tr("does not hold");
}

/// The evidence that says most: what contradicts the rule, else the latest. Null where there is none.
const ShownEvidence *foremost(const ShownRule &rule)
{
    const ShownEvidence *shown = nullptr;
    for (const ShownEvidence &evidence : rule.evidence) {
        if (!evidence.verdict)
            continue;
        if (!evidence.verdict->holds)
            return &evidence;
        if (!shown || evidence.when > shown->when)
            shown = &evidence;
    }
    return shown;
}

} // namespace

bool ShownRule::hasRun() const
{
    return std::ranges::any_of(evidence, [](const ShownEvidence &each) { return each.verdict.has_value(); });
}

bool ShownRule::holds() const
{
    const bool contradicted = (builtIn && !builtIn->holds)
        || std::ranges::any_of(evidence, [](const ShownEvidence &each) { return each.verdict && !each.verdict->holds; });
    return hasRun() && !contradicted;
}

RuleRow::RuleRow(const ShownRule &rule, int number, bool open, QWidget *parent) :
    QFrame(parent),
    title_(new QPushButton(tr("%1  %2").arg(number).arg(rule.title))),
    run_(new QPushButton(rule.hasRun() ? tr("Run again") : tr("Run it"))),
    measured_(label({}, "small")),
    mark_(label(!rule.hasRun() ? QStringLiteral("○")
            : rule.holds()     ? QStringLiteral("✓")
                               : QStringLiteral("✕"),
        !rule.hasRun()     ? "secondary"
            : rule.holds() ? "good"
                           : "bad")),
    when_(label({}, "small")),
    details_(new QWidget)
{
    const ShownEvidence *shown = foremost(rule);
    if (shown) // what was found when the app was built tells more, unless a run says otherwise
        measured_->setText(
            firstSentence(rule.builtIn && shown->verdict->holds ? rule.builtIn->measured : shown->verdict->measured));
    when_->setText(shown ? whenInWords(shown->when) : stateOf(rule));
    when_->setWordWrap(false);
    mark_->setWordWrap(false);
    mark_->setMinimumWidth(markWidth);
    mark_->setAlignment(Qt::AlignHCenter | Qt::AlignVCenter);
    mark_->setToolTip(stateOf(rule));
    title_->setProperty("kind", QStringLiteral("rule"));
    title_->setCheckable(true);
    title_->setChecked(open);
    title_->setFocusPolicy(Qt::TabFocus);
    title_->setCursor(Qt::PointingHandCursor);
    title_->setToolTip(rule.sentence);
    title_->setAccessibleName(tr("Rule %1, %2: %3").arg(number).arg(stateOf(rule), rule.title));
    title_->setAccessibleDescription(rule.sentence + u' ' + measured_->text());
    run_->setProperty("kind", QStringLiteral("link"));
    run_->setFocusPolicy(Qt::TabFocus);
    run_->setCursor(Qt::PointingHandCursor);
    run_->setAccessibleName(tr("Run it: %1").arg(rule.title));
    run_->setToolTip(tr("Plays this rule alone, on the real clock"));

    auto *details = new QVBoxLayout(details_);
    details->setContentsMargins(0, 2, 0, 6);
    details->setSpacing(4);
    details->addWidget(textOf(rule.sentence, "plain"));
    if (rule.builtIn)
        details->addWidget(textOf(rule.builtIn->measured, rule.builtIn->holds ? "small" : "problem"));
    for (const ShownEvidence &evidence : rule.evidence)
        addEvidence(details, evidence);

    auto *head = new QHBoxLayout;
    head->setContentsMargins(0, 0, 0, 0);
    head->setSpacing(gap);
    head->addWidget(mark_);
    head->addWidget(title_, 1);
    head->addWidget(when_);
    head->addWidget(run_);
    auto *body = new QVBoxLayout;
    body->setContentsMargins(markWidth + 8, 0, 4, 0);
    body->setSpacing(0);
    body->addWidget(measured_);
    body->addWidget(details_);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addLayout(body);

    // In the row by now: what is shown alone is a window.
    details_->setVisible(open);
    measured_->setVisible(!open && shown);
    connect(run_, &QPushButton::clicked, this, [this, id = rule.id] { Q_EMIT runWanted(id); });
    connect(title_, &QPushButton::toggled, this, [this, id = rule.id](bool shown) {
        details_->setVisible(shown);
        measured_->setVisible(!shown && !measured_->text().isEmpty());
        Q_EMIT opened(id, shown);
    });
}

void RuleRow::addEvidence(QVBoxLayout *layout, const ShownEvidence &evidence)
{
    auto *link = new QPushButton(evidence.title);
    link->setProperty("kind", QStringLiteral("link"));
    link->setFocusPolicy(Qt::TabFocus);
    link->setCursor(Qt::PointingHandCursor);
    link->setAccessibleName(tr("Go to the lesson %1").arg(evidence.title));
    link->setToolTip(tr("Go to the lesson"));
    connect(link, &QPushButton::clicked, this, [this, id = evidence.lesson] { Q_EMIT lessonWanted(id); });
    auto *line = new QHBoxLayout;
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(link);
    const QString when = !evidence.verdict ? tr("no run that shows it yet")
        : evidence.onVirtualClock          ? tr("run %1, on the virtual clock").arg(whenInWords(evidence.when))
                                           : tr("run %1").arg(whenInWords(evidence.when));
    line->addWidget(label(when, "small"), 1);
    layout->addLayout(line);
    if (evidence.verdict)
        layout->addWidget(
            textOf((evidence.verdict->holds ? tr("✓ %1") : tr("✕ Does not hold: %1")).arg(unbroken(evidence.verdict->measured)),
                evidence.verdict->holds ? "small" : "problem"));
}

bool RuleRow::isOpen() const
{
    return title_->isChecked();
}

QSize RuleRow::minimumSizeHint() const
{
    const int mark = std::max(mark_->sizeHint().width(), markWidth);
    return {mark + title_->sizeHint().width() + run_->sizeHint().width() + 2 * gap, QFrame::minimumSizeHint().height()};
}

void RuleRow::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    when_->setVisible(width() >= minimumSizeHint().width() + when_->sizeHint().width() + gap);
}

QString RuleRow::measured() const
{
    return measured_->text();
}

} // namespace awaitscope
