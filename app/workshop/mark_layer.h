// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workshop/marks.h"
#include "widgets/theme/theme.h"

#include <QTimer>
#include <QWidget>

namespace awaitscope {

/// Lies over a slide: the marks drawn by hand, the pointer that follows the mouse, and black or white over all of it. Lets the
/// mouse through where none of these needs it, and hides it when it rests.
class MarkLayer : public QWidget
{
    Q_OBJECT

public:
    enum class Cover { None, Black, White };

    explicit MarkLayer(QWidget *parent);

    void setTheme(const Theme &theme);
    void setSlide(const Slide &slide);
    const Marks &marks() const { return marks_; }

    bool penIsOn() const { return pen_; }
    void setPen(bool on);
    void nextColor();
    void undo();
    void clear();
    bool pointerIsOn() const { return pointer_; }
    void setPointer(bool on);
    Cover cover() const { return cover_; }
    void setCover(Cover cover);
    bool mouseIsHidden() const { return hidden_; }
    /// The pen's colours on a theme.
    static std::vector<QColor> colors(const Theme &theme);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    void settle();
    void mouseMoved();
    QPointF share(QPointF at) const;

    const Theme *theme_;
    Slide slide_;
    Marks marks_;
    bool pen_ = false, pointer_ = false, hidden_ = false, drawing_ = false;
    int color_ = 0;
    Cover cover_ = Cover::None;
    QPointF at_;
    QTimer rest_;
};

} // namespace awaitscope
