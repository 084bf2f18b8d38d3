// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/timeline/canvas.h"

#include <vector>

class QPainter;

namespace awaitscope {

/// Draws with a QPainter: on the screen, into an image or into a PDF.
class PainterCanvas : public Canvas
{
public:
    enum class Edges {
        Crisp,
        Exact,
        CrispAgain, ///< crisp, of what is drawn again each frame: halos are remembered
    };

    /// `pixelsPerUnit`: pixels of the device for each px of the picture; crisp edges are aligned to them. The painter is already
    /// scaled, and outlives the canvas.
    PainterCanvas(QPainter &painter, double pixelsPerUnit, Edges edges);

    void rect(const QRectF &area, const Fill &fill, const Stroke &stroke = {}, double radius = 0.0) override;
    void line(QPointF from, QPointF to, const Stroke &stroke) override;
    void path(const QPainterPath &path, const Fill &fill, const Stroke &stroke) override;
    void text(QPointF at, const QString &text, const TextStyle &style) override;
    void pushClip(const QRectF &area) override;
    void popClip() override;

private:
    bool outOfSight(double top, double bottom) const;
    double aligned(double value) const;
    double alignedWidth(double width) const;
    void paintHalo(QPointF left, const QString &text, const TextStyle &style);
    void texture(const QPainterPath &inside, const Fill &fill);

    QPainter &painter_;
    double scale_;
    bool crisp_;
    bool again_;
    std::vector<QRectF> clips_; ///< what of the picture can be seen, innermost last
};

} // namespace awaitscope
