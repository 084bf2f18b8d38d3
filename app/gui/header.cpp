// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/header.h"

#include "app/gui/live_controls.h"
#include "app/gui/session.h"
#include "app/gui/step_strip.h"
#include "widgets/controls/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace awaitscope {

namespace {

constexpr int noticeLength = 6000; // ms
constexpr int gap = 10; // px, between buttons
constexpr int leastLetters = 44; // of a line of the sentence, beside the buttons

} // namespace

Header::Header(Session &session, QWidget *parent) :
    QWidget(parent),
    session_(session),
    title_(new QLabel),
    sentence_(new QLabel),
    status_(new QLabel),
    steps_(new StepStrip),
    live_(new LiveControls(session)),
    present_(new QPushButton(tr("Present"))),
    export_(new QPushButton(tr("Export"))),
    run_(new QPushButton(tr("Run"))),
    parts_(new QBoxLayout(QBoxLayout::LeftToRight, this)),
    titleLine_(new QBoxLayout(QBoxLayout::LeftToRight)),
    menu_(new QToolButton),
    theme_(&theme(ThemeKind::Light))
{
    title_->setProperty("kind", QStringLiteral("title"));
    sentence_->setProperty("kind", QStringLiteral("secondary"));
    sentence_->setWordWrap(true);
    status_->setProperty("kind", QStringLiteral("small"));
    status_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    status_->setWordWrap(true);
    status_->setMaximumWidth(status_->fontMetrics().averageCharWidth() * 36);
    status_->setObjectName(QStringLiteral("status"));
    for (QPushButton *button : {present_, export_, run_})
        button->setFocusPolicy(Qt::TabFocus);
    present_->setObjectName(QStringLiteral("present"));
    present_->setToolTip(tr("Show the lesson full screen, one thing at a time (F5)"));
    present_->setAccessibleName(tr("Present the lesson"));
    export_->setObjectName(QStringLiteral("export"));
    export_->setToolTip(tr("Write the picture as PNG, SVG or PDF (Ctrl+E)"));
    export_->setAccessibleName(tr("Export the picture"));
    run_->setObjectName(QStringLiteral("run"));
    run_->setProperty("kind", QStringLiteral("primary"));

    menu_->setObjectName(QStringLiteral("menu"));
    menu_->setFocusPolicy(Qt::TabFocus);
    menu_->setToolTip(tr("All that can be done here (F10)"));
    menu_->setAccessibleName(tr("Menu"));

    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    titleLine_->setSpacing(12);
    titleLine_->addWidget(title_);
    titleLine_->addStretch(1);
    titleLine_->addWidget(steps_);
    words->addLayout(titleLine_);
    auto *below = new QHBoxLayout;
    below->setSpacing(10);
    below->addWidget(sentence_, 1);
    below->addWidget(status_);
    words->addLayout(below);
    auto *controls = new QHBoxLayout;
    controls->setSpacing(gap);
    controls->addStretch(1);
    for (QWidget *control : std::initializer_list<QWidget *>{live_, present_, export_, run_, menu_})
        controls->addWidget(control);
    parts_->setContentsMargins({});
    parts_->setSpacing(gap);
    parts_->addLayout(words, 1);
    parts_->addLayout(controls);

    connect(present_, &QPushButton::clicked, this, &Header::presentWanted);
    connect(export_, &QPushButton::clicked, this, &Header::exportWanted);
    connect(menu_, &QToolButton::clicked, this, &Header::menuWanted);
    connect(run_, &QPushButton::clicked, this, [this] {
        if (session_.isLive())
            Q_EMIT cancelWanted();
        else
            Q_EMIT runWanted();
    });
}

void Header::setTheme(const Theme &theme)
{
    theme_ = &theme;
    live_->setTheme(theme);
    steps_->setTheme(theme);
    present_->setIcon(glyphIcon(Glyph::Present, theme.text));
    export_->setIcon(glyphIcon(Glyph::Export, theme.text));
    menu_->setIcon(glyphIcon(Glyph::Menu, theme.text));
    refresh();
}

void Header::rebuild()
{
    notice_.clear();
    live_->rebuild();
}

void Header::refresh()
{
    live_->refresh();
    const LessonText &text = session_.lesson().text;
    title_->setText(text.title);
    const bool pointKnown = session_.isRevealed() && !session_.isLive();
    sentence_->setText(session_.filled(pointKnown ? text.point : text.opening));
    const bool running = session_.isLive();
    run_->setText(running ? tr("Cancel") : session_.latest() ? tr("Run again") : tr("Run"));
    run_->setIcon(glyphIcon(running ? Glyph::Stop : Glyph::Run, theme_->onAccent));
    run_->setToolTip(running    ? tr("End the run (Escape)")
            : session_.latest() ? tr("Play the lesson again (Ctrl+R)")
                                : tr("Play the lesson (Space)"));
    run_->setAccessibleName(run_->text());
    run_->setMinimumWidth(run_->fontMetrics().horizontalAdvance(tr("Run again")) + 62);
    export_->setEnabled(session_.latest() && !running);
    showStatus();
    arrange();
}

/// px that the buttons take, with the gaps before them.
int Header::widthOfControls(bool withWords) const
{
    int taken = 0;
    for (const QWidget *widget : std::initializer_list<QWidget *>{live_, run_, menu_}) {
        if (!widget->isHidden())
            taken += std::max(widget->sizeHint().width(), widget->minimumWidth()) + gap;
    }
    for (const auto &[button, words] : {std::pair(present_, tr("Present")), std::pair(export_, tr("Export"))}) {
        const auto wordsWidth = [button = button](const QString &text) {
            return text.isEmpty() ? 0 : button->fontMetrics().size(Qt::TextShowMnemonic, text).width();
        };
        taken += button->sizeHint().width() - wordsWidth(button->text()) + (withWords ? wordsWidth(words) : 0) + gap;
    }
    return taken;
}

/// px of the longest word of the title, or of the steps without their names.
int Header::leastWords() const
{
    int longest = 0;
    for (const QString &word : title_->text().split(u' '))
        longest = std::max(longest, title_->fontMetrics().horizontalAdvance(word) + 2);
    return std::max({longest, steps_->minimumSizeHint().width(), sentence_->fontMetrics().averageCharWidth() * leastLetters / 2});
}

QSize Header::minimumSizeHint() const
{
    const QMargins margins = contentsMargins();
    const int width = std::max(leastWords(), widthOfControls(false) - gap);
    return {margins.left() + width + margins.right(), QWidget::minimumSizeHint().height()};
}

void Header::arrange()
{
    const int icon = std::max(16, run_->fontMetrics().ascent()), tall = run_->sizeHint().height();
    for (QPushButton *button : {present_, export_, run_}) {
        button->setIconSize(QSize(icon, icon));
        button->setMinimumHeight(tall); // with words and without
    }
    menu_->setIconSize(QSize(icon, icon) * 5 / 4);
    const int whole = width() - contentsMargins().left() - contentsMargins().right();
    const int least = std::max(leastWords(), sentence_->fontMetrics().averageCharWidth() * leastLetters);
    const bool stacked = whole - widthOfControls(false) < least;
    parts_->setDirection(stacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    // The steps are what a learner follows, so their names come before those of two buttons.
    const int title = title_->fontMetrics().horizontalAdvance(title_->text()) + 2 * titleLine_->spacing();
    const bool withWords
        = stacked ? widthOfControls(true) - gap <= whole : whole - title - widthOfControls(true) >= steps_->sizeHint().width();
    present_->setText(withWords ? tr("Present") : QString());
    export_->setText(withWords ? tr("Export") : QString());
    const int room = whole - title - (stacked ? 0 : widthOfControls(withWords));
    const bool beside = room >= steps_->minimumSizeHint().width();
    steps_->setAtEnd(beside);
    title_->setWordWrap(!beside);
    titleLine_->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void Header::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void Header::showStatus()
{
    const QString status = currentStatus();
    if (status == status_->text())
        return;
    status_->setWordWrap(status_->fontMetrics().horizontalAdvance(status) > status_->maximumWidth());
    status_->setText(status);
}

QString Header::currentStatus() const
{
    if (session_.isLive())
        return session_.progress();
    if (!notice_.isEmpty())
        return notice_;
    if (session_.latest() && session_.latest()->cancelled && !session_.isOutdated())
        return tr("Cancelled by you");
    if (!session_.origin().isEmpty() && !session_.isOutdated())
        return tr("From %1").arg(status_->fontMetrics().elidedText(session_.origin(), Qt::ElideMiddle, status_->maximumWidth()));
    // On the virtual clock it has run again before this could be read.
    return session_.isOutdated() && session_.clock() == ClockKind::Real ? tr("Settings changed, running again") : QString();
}

void Header::notify(const QString &sentence)
{
    notice_ = sentence;
    refresh();
    QTimer::singleShot(noticeLength, this, [this, sentence] {
        if (notice_ == sentence) {
            notice_.clear();
            refresh();
        }
    });
}

QString Header::status() const
{
    return status_->text();
}

QString Header::sentence() const
{
    return sentence_->text();
}

} // namespace awaitscope
