// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/halos.h"

#include "widgets/timeline/text.h"
#include "widgets/timeline/textures.h"

#include <QCache>
#include <QPainter>

#include <cmath>

namespace awaitscope {

namespace {

constexpr int parts = 8; ///< of a pixel
constexpr int mostBytes = 16 << 20;

struct Key
{
    QString text;
    QRgb color;
    long size;
    int weight;
    bool monospace;
    long part;
    double pixelsPerUnit;
    bool operator==(const Key &) const = default;
};

size_t qHash(const Key &key, size_t seed)
{
    return qHashMulti(seed, key.text, key.color, key.size, key.weight, key.monospace, key.part, key.pixelsPerUnit);
}

Halo drawn(const QString &text, const TextStyle &style, double fraction, double scale)
{
    const int margin = static_cast<int>(std::ceil(haloWidth * scale)) + 2;
    const int above = static_cast<int>(std::ceil(1.2 * style.size * scale)) + margin;
    const int below = static_cast<int>(std::ceil(0.5 * style.size * scale)) + margin;
    const int wide = static_cast<int>(std::ceil(textWidth(text, style) * scale)) + 2 * margin + 1;
    Halo halo{QImage(wide, above + below, QImage::Format_ARGB32_Premultiplied), {margin, above}};
    halo.pixels.fill(Qt::transparent);
    QPainter painter(&halo.pixels);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(scale, scale);
    painter.strokePath(outlineOf(QPointF(margin + fraction, above) / scale, text, style), haloPen(style));
    return halo;
}

} // namespace

/// Taken from a font of a size that nothing is drawn in: the outlines of a font that has been drawn in depend, in their last
/// digits, on what was drawn before.
QPainterPath outlineOf(QPointF at, const QString &text, const TextStyle &style)
{
    constexpr double designSize = 512.0;
    TextStyle large = style;
    large.size = designSize;
    QPainterPath path;
    path.addText(QPointF(0, 0), fontFor(large), text);
    const double scale = std::round(style.size) / designSize;
    return QTransform::fromTranslate(at.x(), at.y()).scale(scale, scale).map(path);
}

QPen haloPen(const TextStyle &style)
{
    return QPen(style.halo, haloWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
}

Halo halo(const QString &text, const TextStyle &style, double fraction, double pixelsPerUnit)
{
    thread_local QCache<Key, Halo> known(mostBytes);
    const long part = std::lround(fraction * parts);
    const Key key{text, style.halo.rgba(), std::lround(style.size), style.weight, style.monospace, part, pixelsPerUnit};
    if (const Halo *found = known.object(key))
        return *found;
    Halo made = drawn(text, style, static_cast<double>(part) / parts, pixelsPerUnit);
    known.insert(key, new Halo(made), made.pixels.sizeInBytes());
    return made;
}

} // namespace awaitscope
