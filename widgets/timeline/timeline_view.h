// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/timeline/chart_painter.h"

#include <QImage>
#include <QWidget>

#include <functional>

class QScrollBar;

namespace awaitscope {

class GhostLane;

/// The timelines of one or more runs under one ruler, to look at, to step through and to zoom into. Live runs are shown as they
/// grow; the axis stays as it is meanwhile.
class TimelineView : public QWidget
{
    Q_OBJECT

public:
    explicit TimelineView(QWidget *parent = nullptr);

    /// What is shown from now on; fits the whole of it. Traces may be live: call refresh() when they have grown.
    void setSubjects(std::vector<Subject> subjects);
    /// The same lesson, played again: what is in sight, how far it is scrolled and the selected task stay as far as there is such
    /// a task. The axis stays while the run is live, and afterwards as long as all fits and it is not much too long.
    void replaceSubjects(std::vector<Subject> subjects);
    /// The run before, to compare with: where an end differs by more than `unnoticed`, the chart brackets it from the old one to the
    /// new. Empty: compares no more.
    void compareWith(const std::vector<Subject> &before, Ns unnoticed);
    const std::vector<Subject> &subjects() const { return subjects_; }
    /// Reads the traces again.
    void refresh();
    /// How long the longest run will take, when it is known before; 0: not known.
    void setExpectedLength(Ns length);
    /// What the reader expects, a lane each below its variant's header. Those that are `open` can be drawn by mouse and keyboard.
    void setGhosts(std::vector<Ghost> ghosts, bool open);
    /// The lane of a ghost, by its position in setGhosts(); null where it cannot be drawn or is out of sight.
    GhostLane *ghostLane(std::size_t index) const;
    /// The text in the middle while there are no subjects.
    void setPlaceholder(const QString &text);
    void setTheme(ThemeKind kind);
    /// Size of the labels in px, 12 to 48; all else scales with it.
    void setTextSize(double pixels);

    /// Puts the playhead to a moment.
    void setMoment(const Moment &moment);
    void clearMoment();
    std::optional<Ns> moment() const { return moment_; }

    std::optional<TaskRef> selectedTask() const { return selected_; }
    void selectTask(std::optional<TaskRef> task);

    /// The stretch of time in sight.
    std::pair<Ns, Ns> visibleRange() const;
    /// Puts a stretch of time into sight; what does not fit the runs gives way.
    void showRange(Ns from, Ns to);
    /// How far the lanes are scrolled, px.
    double scrolled() const { return scroll_; }
    void scrollTo(double offset);
    /// False while all of the run is in sight, as after fit().
    bool zoomedIn() const { return !fitted_; }
    /// All that is in sight, as a picture at the screen's scale, without playhead.
    QImage picture();
    const ChartLayout &layoutInSight();
    const ChartModel &model() const { return model_; }
    /// The least height at which no lane has to be scrolled to.
    double heightWithoutScrolling();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

public Q_SLOTS:
    /// Shows the whole run.
    void fit();
    /// Zooms at the cursor where it is over the chart, else at the playhead, else in the middle.
    void zoomIn();
    void zoomOut();
    void panLeft();
    void panRight();
    void selectNextTask();
    void selectPreviousTask();

Q_SIGNALS:
    /// The reader points at a moment.
    void momentWanted(awaitscope::Ns time);
    /// Another task is selected, or none: an invalid id.
    void taskSelected(awaitscope::TaskRef task);
    /// The reader has drawn a ghost, by its position in setGhosts().
    void ghostDrawn(std::size_t index, awaitscope::GhostSpan span);
    /// The stretch in sight has changed.
    void viewChanged();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    enum class Drag { None, Undecided, Pan, Moment };

    bool isRecorded(const TaskRef &ref) const;
    void invalidate();
    void readModel();
    /// True where a lane is of something recorded.
    bool hasLanes() const;
    void placeGhostLanes();
    void layOut();
    void settleWhole();
    void settleAxis(double rowHeight);
    void settleScrollBar();
    ChartRequest request(double rowHeight) const;
    void setAxis(const TimeAxis &axis);
    void zoom(double factor, double x);
    void pan(double dx);
    double zoomCenter() const;
    AxisLimits limits() const;
    void moveSelection(int step);
    void hover(QPointF at);
    void fitSpan(const ChartHit &hit);
    void askForMoment(double x);
    double legendBottom() const;
    double rulerBottom() const;
    bool overRuler(QPointF at) const;
    void paintStatic(QPainter &painter, double scale);
    void paintHover(Canvas &canvas) const;
    void paintPlaceholder(Canvas &canvas) const;

    std::vector<Subject> subjects_;
    ChartReader reader_;
    ChartModel model_;
    std::optional<ChartModel> before_; ///< what is compared with
    Ns unnoticed_{0};
    ChartLayout layout_;
    ChartLayout whole_; ///< the fitted layout, which the legend and the limits follow
    std::vector<LegendItem> legend_;
    double legendHeight_ = 0.0;
    bool laidOut_ = false;
    QImage cache_;

    const Theme *theme_;
    double textSize_ = 12.0;
    QString placeholder_;
    Ns expected_{0};
    std::optional<Ns> moment_;
    std::optional<TaskRef> selected_;
    QString selectedName_; ///< of that task
    bool fitted_ = true;
    Ns from_{0}, to_{0}; ///< in sight when not fitted
    double settledRow_ = 0.0, settledNames_ = 0.0; ///< row height and name column of the last complete run
    Ns liveTo_{0}; ///< the axis' end that a live run began with; 0: as it fits
    double scroll_ = 0.0;
    QScrollBar *scrollBar_;

    std::vector<Ghost> ghosts_;
    std::vector<GhostLane *> ghostLanes_; ///< one for each that can be drawn

    ChartHit hovered_;
    std::optional<QPointF> cursor_;
    Drag drag_ = Drag::None;
    QPointF dragFrom_, dragLast_;
};

} // namespace awaitscope
