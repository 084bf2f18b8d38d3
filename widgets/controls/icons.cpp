// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/icons.h"

#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>

namespace awaitscope {

namespace {

// All glyphs live in a square of 20 units.
struct Shape
{
    QPainterPath filled;
    QPainterPath stroked;
};

void addTriangle(QPainterPath &path, double base, double tip)
{
    path.moveTo(base, 4.5);
    path.lineTo(tip, 10);
    path.lineTo(base, 15.5);
    path.closeSubpath();
}

QPainterPath bar(double x, double width)
{
    QPainterPath path;
    path.addRoundedRect(QRectF(x, 4.5, width, 11), 0.6, 0.6);
    return path;
}

Shape exportShape()
{
    Shape shape;
    shape.stroked.moveTo(10, 12.5);
    shape.stroked.lineTo(10, 3.5);
    shape.stroked.moveTo(6.5, 6.8);
    shape.stroked.lineTo(10, 3.3);
    shape.stroked.lineTo(13.5, 6.8);
    shape.stroked.moveTo(4, 11.5);
    shape.stroked.lineTo(4, 16);
    shape.stroked.lineTo(16, 16);
    shape.stroked.lineTo(16, 11.5);
    return shape;
}

Shape presentShape()
{
    Shape shape;
    shape.stroked.addRoundedRect(QRectF(3, 4, 14, 9), 1, 1);
    shape.stroked.moveTo(10, 13);
    shape.stroked.lineTo(10, 15.5);
    shape.stroked.moveTo(6.5, 16.5);
    shape.stroked.lineTo(10, 14.5);
    shape.stroked.lineTo(13.5, 16.5);
    return shape;
}

Shape historyShape()
{
    Shape shape;
    shape.stroked.addEllipse(QPointF(10, 10), 6.6, 6.6);
    shape.stroked.moveTo(10, 6);
    shape.stroked.lineTo(10, 10.2);
    shape.stroked.lineTo(13, 11.8);
    return shape;
}

Shape sunShape()
{
    Shape shape;
    shape.stroked.addEllipse(QPointF(10, 10), 3.4, 3.4);
    for (int i = 0; i < 8; ++i) {
        const QLineF ray = QLineF::fromPolar(1, 45.0 * i);
        shape.stroked.moveTo(10 + ray.dx() * 5.6, 10 + ray.dy() * 5.6);
        shape.stroked.lineTo(10 + ray.dx() * 7.6, 10 + ray.dy() * 7.6);
    }
    return shape;
}

Shape moonShape()
{
    QPainterPath disc, bite;
    disc.addEllipse(QPointF(10, 10), 6.6, 6.6);
    bite.addEllipse(QPointF(13, 7.6), 5.6, 5.6);
    return {{}, disc.subtracted(bite)};
}

Shape systemShape()
{
    Shape shape;
    shape.stroked.addEllipse(QPointF(10, 10), 6.6, 6.6);
    shape.filled.moveTo(10, 3.4);
    shape.filled.arcTo(QRectF(3.4, 3.4, 13.2, 13.2), 90, 180);
    shape.filled.closeSubpath();
    return shape;
}

Shape keysShape()
{
    Shape shape;
    shape.stroked.addRoundedRect(QRectF(2.5, 5, 15, 10), 2, 2);
    for (double x : {6.0, 10.0, 14.0})
        shape.filled.addEllipse(QPointF(x, 8.4), 0.9, 0.9);
    shape.stroked.moveTo(7, 12);
    shape.stroked.lineTo(13, 12);
    return shape;
}

Shape findShape()
{
    Shape shape;
    shape.stroked.addEllipse(QPointF(8.8, 8.8), 5, 5);
    shape.stroked.moveTo(12.5, 12.5);
    shape.stroked.lineTo(16.6, 16.6);
    return shape;
}

Shape menuShape()
{
    Shape shape;
    for (double x : {4.5, 10.0, 15.5})
        shape.filled.addEllipse(QPointF(x, 10), 1.6, 1.6);
    return shape;
}

Shape shapeOf(Glyph glyph)
{
    Shape shape;
    switch (glyph) {
    case Glyph::First:
        shape.filled = bar(4, 2);
        addTriangle(shape.filled, 15, 7.5);
        break;
    case Glyph::Previous:
        addTriangle(shape.filled, 13.5, 6);
        break;
    case Glyph::Play:
    case Glyph::Run:
        addTriangle(shape.filled, 6, 15);
        break;
    case Glyph::Pause:
        shape.filled = bar(5.5, 3).united(bar(11.5, 3));
        break;
    case Glyph::Next:
        addTriangle(shape.filled, 6.5, 14);
        break;
    case Glyph::Last:
        shape.filled = bar(14, 2);
        addTriangle(shape.filled, 5, 12.5);
        break;
    case Glyph::Stop:
        shape.filled.addRoundedRect(QRectF(5, 5, 10, 10), 1.2, 1.2);
        break;
    case Glyph::Export:
        return exportShape();
    case Glyph::Check:
        shape.stroked.moveTo(4.5, 10.5);
        shape.stroked.lineTo(8.5, 14.2);
        shape.stroked.lineTo(15.5, 5.8);
        break;
    case Glyph::System:
        return systemShape();
    case Glyph::Sun:
        return sunShape();
    case Glyph::Moon:
        return moonShape();
    case Glyph::Keys:
        return keysShape();
    case Glyph::Find:
        return findShape();
    case Glyph::Menu:
        return menuShape();
    case Glyph::Present:
        return presentShape();
    case Glyph::History:
        return historyShape();
    }
    return shape;
}

class GlyphEngine : public QIconEngine
{
public:
    GlyphEngine(Glyph glyph, const QColor &color) : glyph_(glyph), color_(color) { }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        QColor color = color_;
        if (mode == QIcon::Disabled)
            color.setAlphaF(0.4F);
        const double side = std::min(rect.width(), rect.height());
        const Shape shape = shapeOf(glyph_);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->translate(QRectF(rect).center() - QPointF(side, side) / 2.0);
        painter->scale(side / 20.0, side / 20.0);
        painter->fillPath(shape.filled, color);
        painter->strokePath(shape.stroked, QPen(color, 1.7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->restore();
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    QIconEngine *clone() const override { return new GlyphEngine(*this); }

private:
    Glyph glyph_;
    QColor color_;
};

class LetterEngine : public QIconEngine
{
public:
    LetterEngine(const QString &letter, const QColor &square, const QColor &ink) : letter_(letter), square_(square), ink_(ink) { }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const double side = std::min(rect.width(), rect.height());
        const QRectF square(rect.left(), QRectF(rect).center().y() - side / 2.0, side, side);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setOpacity(mode == QIcon::Disabled ? 0.4 : 1.0);
        if (letter_.isEmpty()) {
            painter->setPen(QPen(square_, 1.2));
            painter->drawRoundedRect(square.adjusted(0.6, 0.6, -0.6, -0.6), side * 0.2, side * 0.2);
        } else {
            painter->setPen(Qt::NoPen);
            painter->setBrush(square_);
            painter->drawRoundedRect(square, side * 0.2, side * 0.2);
            QFont font = painter->font();
            font.setPixelSize(std::max(1, static_cast<int>(side * 0.72)));
            font.setBold(true);
            painter->setFont(font);
            painter->setPen(ink_);
            painter->drawText(square, Qt::AlignCenter, letter_);
        }
        painter->restore();
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    QIconEngine *clone() const override { return new LetterEngine(*this); }

private:
    QString letter_;
    QColor square_, ink_;
};

} // namespace

QIcon letterIcon(const QString &letter, const QColor &square, const QColor &ink)
{
    return QIcon(new LetterEngine(letter, square, ink));
}

QIcon glyphIcon(Glyph glyph, const QColor &color)
{
    return QIcon(new GlyphEngine(glyph, color));
}

} // namespace awaitscope
