// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workshop/show_window.h"

#include <QCloseEvent>
#include <QLabel>
#include <QPainter>
#include <QScreen>
#include <QStackedWidget>

#include <algorithm>
#include <cmath>

namespace awaitscope {

namespace {

constexpr double headText = 24.0; // px at 1920×1080
constexpr double leastZoom = 0.6, mostZoom = 2.0;

} // namespace

ShowWindow::ShowWindow(Stage &stage) :
    stage_(stage),
    lesson_(new QLabel(this)),
    place_(new QLabel(this)),
    pages_(new QStackedWidget(this)),
    slide_(new SlideView),
    run_(new RunView(stage)),
    markLayer_(new MarkLayer(this))
{
    setObjectName(QStringLiteral("show"));
    setWindowTitle(tr("Awaitscope presents"));
    setFocusPolicy(Qt::StrongFocus);
    place_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    lesson_->setTextFormat(Qt::PlainText);
    pages_->addWidget(slide_);
    pages_->addWidget(run_);
    connect(slide_, &SlideView::clicked, this, &ShowWindow::nextWanted);
    connect(&stage, &Stage::slideChanged, this, &ShowWindow::showSlide);
    connect(&stage, &Stage::tallyChanged, this, &ShowWindow::showContent);
    resize(1280, 720);
    setTheme(kind_);
    showSlide();
}

void ShowWindow::setTheme(ThemeKind kind)
{
    kind_ = kind;
    const Theme &colors = theme(kind);
    QPalette quiet = palette();
    quiet.setColor(QPalette::Window, colors.window);
    quiet.setColor(QPalette::WindowText, colors.secondary);
    quiet.setColor(QPalette::Base, colors.codePanel);
    setPalette(quiet);
    slide_->setTheme(colors);
    run_->setTheme(kind);
    markLayer_->setTheme(colors);
    update();
}

void ShowWindow::setZoom(double zoom)
{
    zoom_ = std::clamp(zoom, leastZoom, mostZoom);
    slide_->setZoom(zoom_);
    run_->setZoom(zoom_);
}

void ShowWindow::placeOn(QScreen *screen, bool fullScreen)
{
    const QRect whole = screen->geometry();
    if (fullScreen) {
        setGeometry(whole);
        showFullScreen();
        return;
    }
    const QSize framed = screen->availableGeometry().size() * 4 / 5;
    showNormal();
    setGeometry(QRect(whole.center() - QPoint(framed.width() / 2, framed.height() / 2), framed));
}

bool ShowWindow::showsRun() const
{
    return pages_->currentWidget() == run_;
}

QString ShowWindow::head() const
{
    return lesson_->text() + u'\n' + place_->text();
}

void ShowWindow::showSlide()
{
    const Slide &now = stage_.slide();
    const Deck &deck = stage_.deck();
    const bool end = now.kind == SlideKind::End;
    const bool runs = now.kind == SlideKind::Run || now.kind == SlideKind::Pause;
    lesson_->setText(end || now.kind == SlideKind::Opening ? QString() : deck.lesson(now.entry).text.title);
    place_->setText(end || deck.entryCount() < 2 ? QString() : tr("%1 of %2").arg(now.entry + 1).arg(deck.entryCount()));
    if (runs)
        run_->showSlide();
    else
        showContent();
    pages_->setCurrentWidget(runs ? static_cast<QWidget *>(run_) : slide_);
    markLayer_->setSlide(now);
}

void ShowWindow::showContent()
{
    slide_->setContent(slideContent(stage_));
}

void ShowWindow::arrange()
{
    const ShowType type(size(), 1.0);
    QFont font(sansFamily());
    font.setPixelSize(static_cast<int>(std::lround(type.px(headText))));
    font.setWeight(QFont::Medium);
    const int side = static_cast<int>(std::lround(type.gap(44.0)));
    const int head = static_cast<int>(std::lround(QFontMetricsF(font).height() + type.gap(24.0)));
    for (QLabel *label : {lesson_, place_})
        label->setFont(font);
    lesson_->setGeometry(side, 0, width() * 3 / 4 - side, head);
    place_->setGeometry(width() * 3 / 4, 0, width() / 4 - side, head);
    pages_->setGeometry(0, head, width(), height() - head);
    markLayer_->setGeometry(rect());
    markLayer_->raise();
}

void ShowWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void ShowWindow::closeEvent(QCloseEvent *event)
{
    event->accept();
    Q_EMIT closed();
}

void ShowWindow::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), theme(kind_).window);
}

} // namespace awaitscope
