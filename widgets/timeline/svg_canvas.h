// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/timeline/canvas.h"

#include <QByteArray>
#include <QMap>
#include <QSizeF>

namespace awaitscope {

/// Writes compact SVG whose text stays text. The same drawing gives the same bytes.
class SvgCanvas : public Canvas
{
public:
    /// `title` and `description` are for assistive technology.
    SvgCanvas(QSizeF size, const QString &title, const QString &description);

    void rect(const QRectF &area, const Fill &fill, const Stroke &stroke = {}, double radius = 0.0) override;
    void line(QPointF from, QPointF to, const Stroke &stroke) override;
    void path(const QPainterPath &path, const Fill &fill, const Stroke &stroke) override;
    void text(QPointF at, const QString &text, const TextStyle &style) override;
    void pushClip(const QRectF &area) override;
    void popClip() override;

    /// The whole document. Nothing may be drawn afterwards.
    QByteArray finish();

private:
    QByteArray paint(const Fill &fill);
    QByteArray strokeAttributes(const Stroke &stroke) const;

    QSizeF size_;
    QString title_;
    QString description_;
    QByteArray body_;
    QByteArray definitions_;
    QMap<QByteArray, QByteArray> patterns_; ///< definition → id
    int clips_ = 0;
};

} // namespace awaitscope
