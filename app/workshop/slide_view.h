// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workshop/slide_content.h"
#include "widgets/theme/theme.h"

#include <QWidget>

namespace awaitscope {

/// Sizes of a show, in px, for a screen: for the last row, and never below 18.
struct ShowType
{
    /// `zoom` is what the speaker chose, 1 is the usual.
    ShowType(QSizeF screen, double zoom);
    /// A size that is meant for 1920×1080 as it is here.
    double px(double atFullHd) const;
    /// A distance that is meant for 1920×1080 as it is here.
    double gap(double atFullHd) const { return atFullHd * unit; }

    double unit;
    double zoom;
    static constexpr double least = 18.0;
};

/// Where a block of a slide stands.
struct PlacedBlock
{
    SlideBlock block;
    QFont font;
    QRectF text; ///< of the letters
    QRectF area; ///< of all of it
    QRectF bar; ///< of an answer: the track of its bar
    QRectF value; ///< of an answer: for its votes or its time
};

/// Places blocks below each other in the middle of an area, with letters as large as fit: where all have no room, smaller, down to
/// 18 px.
std::vector<PlacedBlock> layoutSlide(const std::vector<SlideBlock> &blocks, QRectF area, const ShowType &type);

/// Shows a slide of text. A click asks for the next one.
class SlideView : public QWidget
{
    Q_OBJECT

public:
    explicit SlideView(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setContent(std::vector<SlideBlock> blocks);
    void setZoom(double zoom);
    const std::vector<PlacedBlock> &placed() const { return placed_; }

Q_SIGNALS:
    void clicked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    void layOut();
    void paintAnswer(QPainter &painter, const PlacedBlock &placed) const;

    const Theme *theme_;
    double zoom_ = 1.0;
    std::vector<SlideBlock> blocks_;
    std::vector<PlacedBlock> placed_;
};

} // namespace awaitscope
