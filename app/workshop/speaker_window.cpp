// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workshop/speaker_window.h"

#include "app/gui/style.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QTime>
#include <QTimerEvent>
#include <QVBoxLayout>

#include <cmath>

namespace awaitscope {

namespace {

constexpr int longestTarget = 600; // minutes

QLabel *label(const char *kind, int px, bool bold = false)
{
    auto *label = new QLabel;
    label->setProperty("kind", QLatin1String(kind));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    const auto size = static_cast<int>(std::lround(px * textScale()));
    label->setStyleSheet(QStringLiteral("font-size: %1px; font-weight: %2;").arg(size).arg(bold ? 600 : 400));
    return label;
}

QString digits(qint64 seconds)
{
    const qint64 hours = seconds / 3600, minutes = seconds / 60 % 60;
    const QString tail = QStringLiteral("%1:%2").arg(minutes, 2, 10, QChar(u'0')).arg(seconds % 60, 2, 10, QChar(u'0'));
    return hours > 0 ? QStringLiteral("%1:%2").arg(hours).arg(tail) : tail;
}

} // namespace

SpeakerWindow::SpeakerWindow(Stage &stage) :
    stage_(stage),
    now_(label("heading", 22, true)),
    notes_(label("", 26)),
    next_(label("secondary", 18)),
    tally_(label("", 20)),
    clock_(label("", 40, true)),
    passed_(label("", 22)),
    target_(new QSpinBox)
{
    setObjectName(QStringLiteral("window"));
    setAttribute(Qt::WA_StyledBackground);
    setWindowTitle(tr("Awaitscope: speaker"));
    setFocusPolicy(Qt::StrongFocus);
    notes_->setObjectName(QStringLiteral("notes"));

    auto *scroll = new QScrollArea;
    scroll->setWidget(notes_);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    notes_->setAutoFillBackground(false);
    auto *words = new QVBoxLayout;
    words->setSpacing(16);
    words->addWidget(now_);
    words->addWidget(scroll, 1);
    words->addWidget(next_);

    target_->setButtonSymbols(QAbstractSpinBox::NoButtons);
    target_->setRange(0, longestTarget);
    target_->setSpecialValueText(tr("not set"));
    target_->setSuffix(tr(" min"));
    target_->setAccessibleName(tr("Minutes that the show is meant to take"));
    target_->setFocusPolicy(Qt::ClickFocus); // the page's keys are the show's
    connect(target_, &QSpinBox::valueChanged, this, &SpeakerWindow::showTime);
    target_->installEventFilter(this);
    connect(target_, &QSpinBox::editingFinished, this, [this] { setFocus(Qt::OtherFocusReason); });
    auto *meant = new QHBoxLayout;
    auto *name = label("secondary", 15);
    name->setText(tr("Meant to take"));
    name->setBuddy(target_);
    meant->addWidget(name, 0, Qt::AlignVCenter);
    meant->addWidget(target_);
    meant->addStretch(1);
    auto *time = new QVBoxLayout;
    time->setSpacing(8);
    time->addWidget(clock_);
    time->addWidget(passed_);
    time->addLayout(meant);
    time->addSpacing(20);
    time->addWidget(tally_);
    time->addStretch(1);

    auto *buttons = new QHBoxLayout;
    const auto button = [&](const QString &text, const char *kind, void (SpeakerWindow::*wanted)()) {
        auto *button = new QPushButton(text);
        button->setProperty("kind", QLatin1String(kind));
        button->setFocusPolicy(Qt::NoFocus); // each has its key
        connect(button, &QPushButton::clicked, this, wanted);
        buttons->addWidget(button);
    };
    button(tr("Keys"), "", &SpeakerWindow::keysWanted);
    buttons->addStretch(1);
    button(tr("Back"), "", &SpeakerWindow::backWanted);
    button(tr("Next"), "primary", &SpeakerWindow::nextWanted);

    auto *columns = new QHBoxLayout;
    columns->setSpacing(36);
    columns->addLayout(words, 2);
    columns->addLayout(time, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(32, 28, 32, 24);
    layout->setSpacing(20);
    layout->addLayout(columns, 1);
    layout->addLayout(buttons);

    connect(&stage, &Stage::slideChanged, this, &SpeakerWindow::showSlide);
    connect(&stage, &Stage::tallyChanged, this, &SpeakerWindow::showTally);
    since_.start();
    second_.start(1000, Qt::CoarseTimer, this);
    resize(1100, 700);
    setTheme(ThemeKind::Light);
    showSlide();
    showTime();
}

void SpeakerWindow::setTheme(ThemeKind kind)
{
    setPalette(paletteFor(theme(kind)));
    setStyleSheet(styleSheetFor(theme(kind), textScale()));
}

void SpeakerWindow::setTarget(int minutes)
{
    target_->setValue(minutes);
}

QString SpeakerWindow::notes() const
{
    return notes_->text();
}

QString SpeakerWindow::following() const
{
    return next_->text();
}

QString SpeakerWindow::tally() const
{
    return tally_->text();
}

QString SpeakerWindow::now() const
{
    return now_->text();
}

void SpeakerWindow::showSlide()
{
    const Deck &deck = stage_.deck();
    const Slide &slide = stage_.slide();
    const auto name = [&](const Slide &each) {
        return each.kind == SlideKind::End ? slideName(deck, each)
                                           : tr("%1: %2").arg(deck.lesson(each.entry).text.title, slideName(deck, each));
    };
    now_->setText(name(slide));
    QStringList notes;
    for (const QString &note : deck.notes(slide))
        notes << stage_.filled(note);
    notes_->setText(notes.isEmpty() ? tr("No notes for this step.") : notes.join(QStringLiteral("\n\n")));
    const Slide next = deck.following();
    next_->setText(next == slide ? (slide.kind == SlideKind::End ? QString() : tr("Next: when the run is there"))
                                 : tr("Next: %1").arg(name(next)));
    showTally();
}

void SpeakerWindow::showTally()
{
    const Slide &slide = stage_.slide();
    QStringList lines;
    if (slide.kind != SlideKind::End) {
        const std::vector<int> tally = stage_.deck().tally(slide.entry);
        const int all = stage_.deck().votes(slide.entry);
        if (all > 0)
            lines << (all == 1 ? tr("1 vote") : tr("%1 votes").arg(all));
        for (std::size_t i = 0; all > 0 && i < tally.size(); ++i)
            lines << tr("%1: %2 (%3 %)").arg(i + 1).arg(tally[i]).arg(std::lround(100.0 * tally[i] / all));
    }
    tally_->setText(lines.join(u'\n'));
}

QString SpeakerWindow::timeWords(qint64 seconds) const
{
    const qint64 target = 60LL * target_->value();
    if (target == 0)
        return tr("%1 passed").arg(digits(seconds));
    return seconds <= target ? tr("%1 passed, %2 left").arg(digits(seconds), digits(target - seconds))
                             : tr("%1 passed, %2 over").arg(digits(seconds), digits(seconds - target));
}

void SpeakerWindow::showTime()
{
    clock_->setText(QLocale().toString(QTime::currentTime(), QLocale::ShortFormat));
    passed_->setText(timeWords(since_.elapsed() / 1000));
}

bool SpeakerWindow::eventFilter(QObject *watched, QEvent *event)
{
    // What ends the entry of a number is not meant for the show.
    if (watched == target_ && event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter)
            event->accept();
    }
    return QWidget::eventFilter(watched, event);
}

void SpeakerWindow::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == second_.timerId())
        showTime();
    else
        QWidget::timerEvent(event);
}

void SpeakerWindow::closeEvent(QCloseEvent *event)
{
    event->accept();
    Q_EMIT closed();
}

} // namespace awaitscope
