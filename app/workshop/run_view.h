// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workshop/slide_view.h"

class QLabel;

namespace awaitscope {

class CodeView;
class TimelineView;

/// Shows a run as it plays, and at a pause the marked code beside it; below, one sentence on what is seen.
class RunView : public QWidget
{
    Q_OBJECT

public:
    explicit RunView(Stage &stage, QWidget *parent = nullptr);

    void setTheme(ThemeKind kind);
    void setZoom(double zoom);
    /// Shows the stage's slide, where it is a run or a pause.
    void showSlide();

    TimelineView *timeline() const { return timeline_; }
    CodeView *code() const { return code_; }
    QString sentence() const;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void showSubjects();
    void showMoment();
    void bringCueIntoSight();
    void fitChart();
    void fitSentence();
    void arrange();
    void fitCode(int width);

    Stage &stage_;
    TimelineView *timeline_;
    CodeView *code_;
    QLabel *sentence_;
    const Theme *theme_;
    double zoom_ = 1.0;
    const Lesson *lesson_ = nullptr; ///< whose runs the timelines show
    std::vector<ShownCode> codes_; ///< of the subjects, in their order
};

} // namespace awaitscope
