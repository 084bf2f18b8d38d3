// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/pdf_bytes.h"

#include "widgets/timeline/painter_canvas.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>

namespace awaitscope {

namespace {

constexpr double pointsPerPixel = 72.0 / 96.0;
constexpr int resolution = 1200;

/// Where a table of objects begins, by its header; the last one counts.
qsizetype tableBegin(const QByteArray &pdf)
{
    return pdf.lastIndexOf("\nxref\n") + 1;
}

/// Makes up for bytes that were taken out of the file at `place`, before the table of objects: every offset behind it moves.
void moveOffsets(QByteArray &pdf, qsizetype place, qsizetype removed)
{
    constexpr qsizetype digits = 10, entry = 20;
    const qsizetype table = tableBegin(pdf);
    const qsizetype counts = pdf.indexOf('\n', table) + 1;
    const qsizetype entries = pdf.indexOf('\n', counts) + 1;
    for (qsizetype at = entries; at + entry <= pdf.size() && pdf.mid(at + digits, 1) == " "; at += entry) {
        const qlonglong offset = pdf.mid(at, digits).toLongLong();
        if (offset > place)
            pdf.replace(at, digits, QByteArray::number(offset - removed).rightJustified(digits, '0'));
    }
    static const QByteArray key("startxref\n");
    const qsizetype start = pdf.lastIndexOf(key) + key.size();
    pdf.replace(start, pdf.indexOf('\n', start) - start, QByteArray::number(table));
}

/// Puts a fixed day for the day on which the file was made, in whatever zone that was.
void fixDate(QByteArray &pdf)
{
    static const QByteArray key("/CreationDate (D:"), fixedDay("20000101000000Z");
    const qsizetype begin = pdf.indexOf(key) + key.size();
    const qsizetype end = pdf.indexOf(')', begin);
    if (begin < key.size() || end < begin)
        return;
    pdf.replace(begin, end - begin, fixedDay);
    moveOffsets(pdf, begin, end - begin - fixedDay.size());
}

} // namespace

Result<QByteArray> pdfBytes(const FigureLayout &layout, const Figure &figure, const Theme &theme)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(resolution);
        writer.setTitle(figure.title);
        writer.setCreator(QStringLiteral("Awaitscope"));
        writer.setPageSize(QPageSize(layout.size * pointsPerPixel, QPageSize::Point, QString(), QPageSize::ExactMatch));
        writer.setPageMargins({});
        QPainter painter(&writer);
        const double scale = resolution / 96.0;
        painter.scale(scale, scale);
        PainterCanvas canvas(painter, scale, PainterCanvas::Edges::Exact);
        paintFigure(canvas, layout, theme);
    }
    fixDate(bytes);
    return bytes;
}

} // namespace awaitscope
