// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/transport/transport_bar.h"

#include "widgets/controls/icons.h"
#include "widgets/controls/slider.h"
#include "widgets/controls/steady_box.h"
#include "widgets/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>
#include <array>
#include <cmath>

namespace awaitscope {

namespace {

constexpr std::array<double, 3> speeds{1.0, 0.25, 0.1};
constexpr int scrubSteps = 10'000; // the slider's resolution

QString milliseconds(Ns time)
{
    return QLocale::c().toString(static_cast<double>(time.count()) / 1e6, 'f', 1);
}

} // namespace

TransportBar::TransportBar(QWidget *parent) :
    QWidget(parent),
    theme_(&theme(ThemeKind::Light)),
    scrub_(new Slider),
    position_(new QLabel),
    speed_(new QPushButton)
{
    setLayoutDirection(Qt::LeftToRight); // as time runs in every language
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 5, 12, 5);
    layout->setSpacing(0);
    first_ = addButton(tr("First event"), "first");
    previous_ = addButton(tr("Previous event"), "previous");
    play_ = addButton(tr("Play"), "play");
    next_ = addButton(tr("Next event"), "next");
    last_ = addButton(tr("Last event"), "last");
    for (QToolButton *button : {first_, previous_, play_, next_, last_})
        layout->addWidget(button);
    layout->addSpacing(4);
    layout->addWidget(scrub_, 1);
    layout->addSpacing(4);
    layout->addWidget(new SteadyBox(position_));
    layout->addSpacing(4);
    layout->addWidget(speed_);

    scrub_->setSolidKnob(true);
    scrub_->setRange(0, scrubSteps);
    scrub_->setPageStep(scrubSteps / 10);
    scrub_->setSingleStep(scrubSteps / 100);
    scrub_->setAccessibleName(tr("Playhead"));
    position_->setProperty("kind", QStringLiteral("small"));
    position_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);

    connect(first_, &QToolButton::clicked, this, &TransportBar::firstWanted);
    connect(previous_, &QToolButton::clicked, this, &TransportBar::previousWanted);
    connect(play_, &QToolButton::clicked, this, &TransportBar::playWanted);
    connect(next_, &QToolButton::clicked, this, &TransportBar::nextWanted);
    connect(last_, &QToolButton::clicked, this, &TransportBar::lastWanted);
    connect(scrub_, &Slider::valueChanged, this,
        [this](int value) { Q_EMIT timeWanted(Ns(std::llround(static_cast<double>(length_.count()) * value / scrubSteps))); });
    connect(speed_, &QPushButton::clicked, this, [this] {
        const auto now = std::find(speeds.begin(), speeds.end(), speedShown_);
        Q_EMIT speedWanted(now == speeds.end() || now + 1 == speeds.end() ? speeds.front() : *(now + 1));
    });
    speed_->setObjectName(QStringLiteral("speed"));
    speed_->setProperty("kind", QStringLiteral("speed"));
    speed_->setFocusPolicy(Qt::TabFocus);
    setSpeed(1.0);
    setTheme(*theme_);
    setRange(Ns(0), 0);
}

QToolButton *TransportBar::addButton(const QString &name, const char *objectName)
{
    auto *button = new QToolButton;
    button->setObjectName(QLatin1String(objectName));
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setIconSize(QSize(20, 20));
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void TransportBar::setTheme(const Theme &theme)
{
    theme_ = &theme;
    first_->setIcon(glyphIcon(Glyph::First, theme.secondary));
    previous_->setIcon(glyphIcon(Glyph::Previous, theme.secondary));
    next_->setIcon(glyphIcon(Glyph::Next, theme.secondary));
    last_->setIcon(glyphIcon(Glyph::Last, theme.secondary));
    showPlayIcon();
}

void TransportBar::setCompact(bool compact)
{
    layout()->setContentsMargins(8, compact ? 1 : 5, 12, compact ? 1 : 5);
}

void TransportBar::showPlayIcon()
{
    play_->setIcon(glyphIcon(playing_ ? Glyph::Pause : Glyph::Play, theme_->accent));
    const QString name = playing_ ? tr("Pause") : tr("Play");
    play_->setToolTip(name);
    play_->setAccessibleName(name);
}

void TransportBar::setRange(Ns length, std::size_t steps)
{
    length_ = length;
    steps_ = steps;
    for (QWidget *widget : std::initializer_list<QWidget *>{first_, previous_, play_, next_, last_, scrub_})
        widget->setEnabled(steps > 0);
    const QString longest = tr("%1 ms · event %2 of %2").arg(milliseconds(length)).arg(steps);
    position_->setMinimumWidth(position_->fontMetrics().horizontalAdvance(longest) + 4);
}

void TransportBar::setMoment(const Moment &moment)
{
    const QSignalBlocker quiet(scrub_);
    const double share
        = length_.count() > 0 ? static_cast<double>(moment.time.count()) / static_cast<double>(length_.count()) : 0.0;
    if (!scrub_->isSliderDown())
        scrub_->setValue(static_cast<int>(std::lround(share * scrubSteps)));
    if (steps_ > 0)
        position_->setText(tr("%1 ms · event %2 of %3").arg(milliseconds(moment.time)).arg(moment.step).arg(steps_));
    else
        position_->setText(moment.time > Ns(0) ? tr("%1 ms").arg(milliseconds(moment.time)) : QString());
}

void TransportBar::setPlaying(bool playing)
{
    playing_ = playing;
    showPlayIcon();
}

void TransportBar::setSpeed(double speed)
{
    speedShown_ = speed;
    const QString name = speed == 0.25 ? tr("¼×") : speed == 0.1 ? tr("⅒×") : tr("%1×").arg(speed);
    speed_->setText(name);
    speed_->setAccessibleName(tr("Speed: %1").arg(name));
    speed_->setToolTip(tr("Speed of playing: as it was, a quarter, a tenth"));
}

QString TransportBar::position() const
{
    return position_->text();
}

} // namespace awaitscope
