// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workshop/mark_layer.h"
#include "app/workshop/run_view.h"

class QLabel;
class QStackedWidget;

namespace awaitscope {

/// What the room sees: one slide at a time, in letters for the last row.
class ShowWindow : public QWidget
{
    Q_OBJECT

public:
    explicit ShowWindow(Stage &stage);

    void setTheme(ThemeKind kind);
    ThemeKind themeKind() const { return kind_; }
    /// Size of all letters beside the usual, 0.6 to 2.
    void setZoom(double zoom);
    double zoom() const { return zoom_; }
    /// Covers a screen with the window, or gives it a frame on it.
    void placeOn(QScreen *screen, bool fullScreen);

    MarkLayer *markLayer() const { return markLayer_; }
    SlideView *slide() const { return slide_; }
    RunView *run() const { return run_; }
    /// True while a run or a pause is shown, not a slide of text.
    bool showsRun() const;
    QString head() const;

Q_SIGNALS:
    void nextWanted();
    /// The window was closed by other means than a key.
    void closed();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void showSlide();
    void showContent();
    void arrange();

    Stage &stage_;
    ThemeKind kind_ = ThemeKind::Light;
    double zoom_ = 1.0;
    QLabel *lesson_;
    QLabel *place_;
    QStackedWidget *pages_;
    SlideView *slide_;
    RunView *run_;
    MarkLayer *markLayer_;
};

} // namespace awaitscope
