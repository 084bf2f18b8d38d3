// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/figure.h"

#include "widgets/timeline/figure_layout.h"
#include "widgets/timeline/painter_canvas.h"
#include "widgets/timeline/pdf_bytes.h"
#include "widgets/timeline/svg_canvas.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImage>
#include <QImageWriter>
#include <QPainter>

#include <cmath>

namespace awaitscope {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

Problem sizeProblem(const QString &sentence)
{
    return {.id = QStringLiteral("figure-size"), .sentence = sentence, .place = QStringLiteral("--size")};
}

std::optional<Problem> checked(const FigureOptions &options)
{
    // A default QSizeF is -1x-1: not given.
    const auto bad
        = [](double side) { return side != 0 && side != -1 && !(side >= minimumFigureSide && side <= maximumFigureSide); };
    if (bad(options.size.width()) || bad(options.size.height())) {
        return sizeProblem(Words::tr("A figure of %1x%2 cannot be made: width and height are from %3 to %4.")
                               .arg(options.size.width())
                               .arg(options.size.height())
                               .arg(minimumFigureSide)
                               .arg(maximumFigureSide));
    }
    if (!(options.scale >= minimumFigureScale && options.scale <= maximumFigureScale)) {
        return Problem{.id = QStringLiteral("figure-scale"),
            .sentence = Words::tr("A scale of %1 cannot be used: it is from %2 to %3.")
                            .arg(options.scale)
                            .arg(minimumFigureScale)
                            .arg(maximumFigureScale),
            .place = QStringLiteral("--scale")};
    }
    return std::nullopt;
}

Result<QByteArray> pngBytes(const FigureLayout &layout, const Figure &figure, const FigureOptions &options)
{
    constexpr double dotsPerMeter = 96.0 / 0.0254;
    const QSize pixels = (layout.size * options.scale).toSize();
    QImage image(pixels, QImage::Format_RGB32);
    if (image.isNull())
        return sizeProblem(
            Words::tr("There is not enough memory for a picture of %1x%2 pixels.").arg(pixels.width()).arg(pixels.height()));
    image.fill(theme(options.theme).panel);
    image.setDotsPerMeterX(static_cast<int>(std::lround(dotsPerMeter * options.scale)));
    image.setDotsPerMeterY(static_cast<int>(std::lround(dotsPerMeter * options.scale)));
    {
        QPainter painter(&image);
        painter.scale(options.scale, options.scale);
        PainterCanvas canvas(painter, options.scale, PainterCanvas::Edges::Crisp);
        paintFigure(canvas, layout, theme(options.theme));
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "png");
    writer.setText(QStringLiteral("Title"), figure.title);
    writer.setText(QStringLiteral("Description"), figure.caption);
    if (!writer.write(image))
        return Problem{.id = QStringLiteral("figure-png"),
            .sentence = Words::tr("The picture could not be encoded: %1.").arg(writer.errorString()),
            .place = {}};
    return bytes;
}

} // namespace

Result<QByteArray> renderFigure(const Figure &figure, const FigureOptions &options, const QString &format)
{
    if (const auto problem = checked(options))
        return *problem;
    const Result<FigureLayout> layout = layoutFigure(figure, options.size);
    if (!layout)
        return layout.problem();
    if (layout.value().size.height() > maximumFigureSide)
        return sizeProblem(Words::tr("This figure would be %1 px high: at most %2 can be made.")
                               .arg(layout.value().size.height())
                               .arg(maximumFigureSide));
    if (format == u"svg") {
        SvgCanvas canvas(layout.value().size, figure.title, figure.caption);
        paintFigure(canvas, layout.value(), theme(options.theme));
        return canvas.finish();
    }
    if (format == u"pdf")
        return pdfBytes(layout.value(), figure, theme(options.theme));
    if (format == u"png")
        return pngBytes(layout.value(), figure, options);
    return figureFormat(QStringLiteral("figure.") + format).problem();
}

} // namespace awaitscope
