// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

class QFrame;

namespace awaitscope {

struct Theme;

/// A panel over a window that dims it and has all keys until it is dismissed: by Escape, a click beside it, or the window's end.
/// Gives the focus back to where it was.
class Overlay : public QWidget
{
    Q_OBJECT

public:
    /// Hidden until open(); `window` owns it.
    explicit Overlay(QWidget *window);
    ~Overlay() override;

    void setTheme(const Theme &theme);
    void open();
    void dismiss();
    bool isOpen() const { return isVisible(); }

Q_SIGNALS:
    void dismissed();

protected:
    QFrame *panel() const { return panel_; }
    /// Where the panel lies within the window, for its present size.
    virtual QRect panelPlace() = 0;
    /// Who has the focus first.
    virtual QWidget *focusTarget() = 0;
    /// What is to be shown, just before it is.
    virtual void prepare() { }
    /// A key that no widget has seen yet; true: it is used up. Escape and Tab do not come here.
    virtual bool takeKey(QKeyEvent &event) = 0;

    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void place();

private:
    bool isInside(QObject *object) const;
    void moveFocus(bool forward);

    QFrame *panel_;
    const Theme *theme_;
    QPointer<QWidget> before_; ///< had the focus
};

} // namespace awaitscope
