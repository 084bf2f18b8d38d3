// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/text.h"

#include "widgets/theme/theme.h"

#include <QFontMetricsF>
#include <QHash>

#include <cmath>

namespace awaitscope {

QFont fontFor(const TextStyle &style)
{
    QFont font(style.monospace ? monospaceFamily() : sansFamily());
    font.setStyleHint(style.monospace ? QFont::Monospace : QFont::SansSerif, QFont::NoSubpixelAntialias);
    font.setPixelSize(std::max(1, static_cast<int>(std::lround(style.size))));
    font.setWeight(static_cast<QFont::Weight>(style.weight));
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

double baselineOffset(const TextStyle &style)
{
    return std::lround(style.size) * 0.36;
}

double textWidth(const QString &text, const TextStyle &style)
{
    struct Measured
    {
        QFontMetricsF metrics;
        QHash<QString, double> widths;
    };
    thread_local QHash<quint64, std::shared_ptr<Measured>> fonts;
    constexpr qsizetype mostRemembered = 4096;
    const quint64 key = (static_cast<quint64>(std::lround(style.size)) << 16) | (static_cast<quint64>(style.weight) << 1)
        | (style.monospace ? 1 : 0);
    std::shared_ptr<Measured> &measured = fonts[key];
    if (!measured)
        measured = std::make_shared<Measured>(Measured{QFontMetricsF(fontFor(style)), {}});
    const auto known = measured->widths.constFind(text);
    if (known != measured->widths.constEnd())
        return *known;
    if (measured->widths.size() >= mostRemembered)
        measured->widths.clear();
    return *measured->widths.insert(text, measured->metrics.horizontalAdvance(text));
}

QString elided(const QString &text, const TextStyle &style, double width)
{
    if (textWidth(text, style) <= width)
        return text;
    qsizetype fits = 0, tooMany = text.size();
    const auto cut = [&](qsizetype letters) { return text.left(letters).trimmed() + QChar(0x2026); };
    while (tooMany - fits > 1) {
        const qsizetype middle = (fits + tooMany) / 2;
        (textWidth(cut(middle), style) <= width ? fits : tooMany) = middle;
    }
    return fits == 0 ? QString() : cut(fits);
}

QRectF textBox(QPointF at, const QString &text, const TextStyle &style)
{
    const double width = textWidth(text, style);
    const double left = at.x() - (style.align == Align::Left ? 0.0 : style.align == Align::Center ? width / 2 : width);
    return {left, at.y() - 0.8 * style.size, width, 1.05 * style.size};
}

QStringList wrapped(const QString &text, const TextStyle &style, double width)
{
    QStringList lines;
    QString line;
    for (QString word : text.split(u' ', Qt::SkipEmptyParts)) {
        const QString longer = line.isEmpty() ? word : line + u' ' + word;
        if (textWidth(longer, style) <= width) {
            line = longer;
            continue;
        }
        if (!line.isEmpty())
            lines += line;
        while (word.size() > 1 && textWidth(word, style) > width) {
            qsizetype letters = word.size() - 1;
            while (letters > 1 && textWidth(word.left(letters), style) > width)
                --letters;
            lines += word.left(letters);
            word.remove(0, letters);
        }
        line = word;
    }
    if (!line.isEmpty())
        lines += line;
    return lines;
}

} // namespace awaitscope
