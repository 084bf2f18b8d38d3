// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workshop/slide_view.h"

#include <QMouseEvent>
#include <QPainter>
#include <QWindow>

#include <algorithm>
#include <cmath>

namespace awaitscope {

namespace {

constexpr double fullHdWidth = 1920.0, fullHdHeight = 1080.0;
constexpr double widestText = 1560.0; // px at 1920×1080: longer lines are hard to follow
constexpr double shrink = 0.94;
constexpr int textFlags = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;

double sizeOf(SlideBlock::Kind kind)
{
    switch (kind) {
    case SlideBlock::Kind::Title:
        return 84.0;
    case SlideBlock::Kind::Opening:
    case SlideBlock::Kind::Lead:
        return 52.0;
    case SlideBlock::Kind::Text:
    case SlideBlock::Kind::Answer:
        return 42.0;
    case SlideBlock::Kind::Hint:
        break;
    }
    return 28.0;
}

QFont fontOf(SlideBlock::Kind kind, const ShowType &type)
{
    QFont font(sansFamily());
    font.setPixelSize(static_cast<int>(std::lround(type.px(sizeOf(kind)))));
    if (kind == SlideBlock::Kind::Title)
        font.setWeight(QFont::Bold);
    if (kind == SlideBlock::Kind::Lead)
        font.setWeight(QFont::DemiBold);
    return font;
}

/// All blocks from the top of the area on; `height` is what they take.
std::vector<PlacedBlock> place(const std::vector<SlideBlock> &blocks, QRectF area, const ShowType &type, double *height)
{
    std::vector<PlacedBlock> placed;
    double y = area.top();
    for (const SlideBlock &block : blocks) {
        PlacedBlock each{block, fontOf(block.kind, type), {}, {}, {}, {}};
        const QFontMetricsF metrics(each.font);
        const bool answer = block.kind == SlideBlock::Kind::Answer;
        const double inset = !answer ? 0.0 : metrics.height() * (block.badge.isEmpty() ? 0.6 : 1.9);
        QFont bold = each.font;
        bold.setWeight(QFont::DemiBold);
        const double least = metrics.horizontalAdvance(QStringLiteral("000")); // so that the track stays as votes come
        const double counts
            = answer ? std::max(least, QFontMetricsF(bold).horizontalAdvance(block.value)) + metrics.height() * 0.9 : 0.0;
        const double above = placed.empty() ? 0.0 : type.gap(answer && placed.back().block.kind == block.kind ? 22.0 : 38.0);
        const double pad = answer ? metrics.height() * 0.42 : 0.0;
        const QRectF room(area.left() + inset, y + above + pad, area.width() - inset - counts, 1e6);
        each.text = metrics.boundingRect(room, textFlags, block.text);
        double bottom = each.text.bottom() + pad;
        if (answer) {
            each.bar = QRectF(room.left(), bottom, room.width(), std::max(6.0, type.gap(12.0)));
            bottom = each.bar.bottom() + pad;
            each.value = QRectF(room.right(), y + above, counts, bottom - y - above);
        }
        each.area = QRectF(area.left(), y + above, area.width(), bottom - y - above);
        y = bottom;
        placed.push_back(each);
    }
    *height = y - area.top();
    return placed;
}

} // namespace

ShowType::ShowType(QSizeF screen, double zoom) :
    unit(std::min(screen.width() / fullHdWidth, screen.height() / fullHdHeight)),
    zoom(zoom)
{
}

double ShowType::px(double atFullHd) const
{
    return std::max(least, atFullHd * unit * zoom);
}

std::vector<PlacedBlock> layoutSlide(const std::vector<SlideBlock> &blocks, QRectF area, const ShowType &type)
{
    ShowType fitted = type;
    const double width = std::min(area.width(), widestText * type.unit * std::max(1.0, type.zoom));
    area = QRectF(area.left() + (area.width() - width) / 2.0, area.top(), width, area.height());
    double height = 0.0;
    auto placed = place(blocks, area, fitted, &height);
    while (height > area.height() && fitted.px(sizeOf(SlideBlock::Kind::Title)) > ShowType::least) {
        fitted.zoom *= shrink;
        placed = place(blocks, area, fitted, &height);
    }
    const double down = std::max(0.0, (area.height() - height) * 0.45);
    for (PlacedBlock &each : placed) {
        each.text.translate(0, down);
        each.area.translate(0, down);
        each.bar.translate(0, down);
        each.value.translate(0, down);
    }
    return placed;
}

SlideView::SlideView(QWidget *parent) : QWidget(parent), theme_(&theme(ThemeKind::Light))
{
    setFocusPolicy(Qt::NoFocus);
    setObjectName(QStringLiteral("slide"));
}

void SlideView::setTheme(const Theme &theme)
{
    theme_ = &theme;
    update();
}

void SlideView::setContent(std::vector<SlideBlock> blocks)
{
    blocks_ = std::move(blocks);
    setAccessibleName(slideWords(blocks_));
    layOut();
}

void SlideView::setZoom(double zoom)
{
    zoom_ = zoom;
    layOut();
}

void SlideView::layOut()
{
    const ShowType type(size(), zoom_);
    const double side = type.gap(120.0), edge = type.gap(40.0);
    placed_ = layoutSlide(blocks_, QRectF(rect()).adjusted(side, edge, -side, -edge), type);
    update();
}

void SlideView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOut();
}

void SlideView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        Q_EMIT clicked();
}

void SlideView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), theme_->window);
    for (const PlacedBlock &placed : placed_) {
        if (placed.block.kind == SlideBlock::Kind::Answer)
            paintAnswer(painter, placed);
        painter.setFont(placed.font);
        const bool quiet = placed.block.kind == SlideBlock::Kind::Hint || placed.block.kind == SlideBlock::Kind::Opening;
        painter.setPen(quiet ? theme_->secondary : theme_->text);
        painter.drawText(placed.text, textFlags, placed.block.text);
    }
}

void SlideView::paintAnswer(QPainter &painter, const PlacedBlock &placed) const
{
    const SlideBlock &answer = placed.block;
    const double corner = placed.bar.height();
    const QRectF card = placed.area.adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(QPen(answer.right ? theme_->done : theme_->border, answer.right ? 4.0 : 1.5));
    painter.setBrush(theme_->panel);
    painter.drawRoundedRect(card, corner, corner);

    QFont font = placed.font;
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(answer.right ? theme_->done : theme_->secondary);
    const QFontMetricsF metrics(font);
    const QRectF badge(card.left(), placed.text.top(), placed.bar.left() - card.left(), metrics.height());
    painter.drawText(badge, Qt::AlignCenter, answer.badge);
    painter.setPen(theme_->text);
    painter.drawText(placed.value, Qt::AlignCenter, answer.value);
    if (!answer.track)
        return;
    painter.setPen(Qt::NoPen);
    const double round = placed.bar.height() / 2.0;
    painter.setBrush(theme_->track);
    painter.drawRoundedRect(placed.bar, round, round);
    if (answer.to > answer.from) {
        QRectF filled = placed.bar;
        filled.setLeft(placed.bar.left() + placed.bar.width() * answer.from);
        filled.setWidth(std::max(filled.height(), placed.bar.width() * (answer.to - answer.from)));
        painter.setBrush(answer.right ? theme_->done : theme_->accent);
        painter.drawRoundedRect(filled, round, round);
    }
}

} // namespace awaitscope
