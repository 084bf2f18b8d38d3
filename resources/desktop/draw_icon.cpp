// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>

#include <cstdio>

/// The build tool that draws an icon: DRAWING.svg SIZE ICON.png. One pixel is one unit of a drawing of that size, so that a drawing
/// made for it stays on the grid. Returns 1, with one line on standard error, where it cannot.
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    const int size = words.value(2).toInt();
    QSvgRenderer drawing(words.value(1));
    if (words.size() != 4 || size < 1 || size > 1024 || !drawing.isValid()) {
        std::fprintf(stderr, "%s: no drawing for an icon of %d px\n", qPrintable(words.value(1)), size);
        return 1;
    }
    QImage icon(size, size, QImage::Format_ARGB32_Premultiplied);
    icon.fill(Qt::transparent);
    icon.setDotsPerMeterX(3780);
    icon.setDotsPerMeterY(3780); // 96 dpi, whatever the machine has
    QPainter painter(&icon);
    drawing.render(&painter, QRectF(0, 0, size, size));
    painter.end();
    if (icon.convertToFormat(QImage::Format_ARGB32).save(words[3], "PNG", 0))
        return 0;
    std::fprintf(stderr, "%s: cannot be written\n", qPrintable(words[3]));
    return 1;
}
