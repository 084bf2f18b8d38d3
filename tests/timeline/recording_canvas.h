// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/timeline/canvas.h"

#include <vector>

namespace awaitscope::test {

/// Keeps what is drawn, to be looked at by tests.
class RecordingCanvas : public Canvas
{
public:
    struct Area
    {
        QRectF rect;
        Fill fill;
        Stroke stroke;
    };
    struct Text
    {
        QPointF at;
        QString text;
        TextStyle style;
    };

    void rect(const QRectF &area, const Fill &fill, const Stroke &stroke, double) override
    {
        rects.push_back({area, fill, stroke});
    }
    void line(QPointF from, QPointF to, const Stroke &stroke) override
    {
        lines.push_back({QRectF(from, to).normalized(), {}, stroke});
    }
    void path(const QPainterPath &path, const Fill &fill, const Stroke &stroke) override
    {
        paths.push_back({path.boundingRect(), fill, stroke});
        shapes.push_back(path);
    }
    void text(QPointF at, const QString &text, const TextStyle &style) override { texts.push_back({at, text, style}); }
    void pushClip(const QRectF &) override { ++depth; }
    void popClip() override { --depth; }

    std::vector<Area> rects, lines, paths;
    std::vector<QPainterPath> shapes;
    std::vector<Text> texts;
    int depth = 0;
};

} // namespace awaitscope::test
