// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/timeline_view.h"

#include "widgets/timeline/painter_canvas.h"
#include "widgets/timeline/text.h"

#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace awaitscope {

namespace {

constexpr double legendPad = 7.0;
constexpr Ns shortestView = std::chrono::microseconds(2);

} // namespace

TimelineView::TimelineView(QWidget *parent) :
    QWidget(parent),
    theme_(&theme(ThemeKind::Light)),
    scrollBar_(new QScrollBar(Qt::Vertical, this))
{
    setFocusPolicy(Qt::StrongFocus);
    setLayoutDirection(Qt::LeftToRight); // as time runs in every language
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Timelines"));
    scrollBar_->setAccessibleName(tr("Scroll the timelines"));
    scrollBar_->setFocusPolicy(Qt::NoFocus);
    scrollBar_->hide();
    connect(scrollBar_, &QScrollBar::valueChanged, this, [this](int value) { scrollTo(value); });
}

void TimelineView::setSubjects(std::vector<Subject> subjects)
{
    subjects_ = std::move(subjects);
    selected_.reset();
    hovered_ = {};
    fitted_ = true;
    liveTo_ = Ns(0);
    scroll_ = 0.0;
    refresh();
    Q_EMIT viewChanged();
}

void TimelineView::refresh()
{
    readModel();
    setAccessibleDescription(description());
    invalidate();
}

void TimelineView::setExpectedLength(Ns length)
{
    expected_ = std::max(length, Ns(0));
    invalidate();
}

void TimelineView::setPlaceholder(const QString &text)
{
    placeholder_ = text;
    if (subjects_.empty())
        setAccessibleDescription(text);
    invalidate();
}

void TimelineView::setTheme(ThemeKind kind)
{
    theme_ = &theme(kind);
    invalidate();
}

void TimelineView::setTextSize(double pixels)
{
    textSize_ = std::clamp(pixels, 12.0, 48.0);
    settledRow_ = settledNames_ = 0.0;
    updateGeometry();
    invalidate();
}

void TimelineView::setMoment(const Moment &moment)
{
    const bool appears = !std::exchange(moment_, moment.time);
    if (appears)
        invalidate(); // the legend now explains the playhead
    update();
}

void TimelineView::clearMoment()
{
    moment_.reset();
    invalidate();
}

void TimelineView::selectTask(std::optional<TaskRef> task)
{
    if (task && !isRecorded(*task))
        task.reset();
    if (task == selected_)
        return;
    selected_ = task;
    readModel();
    selectedName_ = task ? model_.row(*task)->name : QString();
    hovered_ = {};
    invalidate();
    layOut();
    for (const RowShape &row : layout_.rows) {
        if (!row.selected)
            continue;
        if (row.rect.top() < rulerBottom())
            scrollTo(scroll_ - (rulerBottom() - row.rect.top()));
        else if (row.rect.bottom() > height())
            scrollTo(scroll_ + row.rect.bottom() - height());
        break;
    }
    Q_EMIT taskSelected(task.value_or(TaskRef()));
}

bool TimelineView::isRecorded(const TaskRef &ref) const
{
    const Trace *trace = ref.subject < subjects_.size() ? subjects_[ref.subject].trace.get() : nullptr;
    return trace && ref.task && ref.task.index() < trace->tasks().size() && trace->task(ref.task).id;
}

std::pair<Ns, Ns> TimelineView::visibleRange() const
{
    if (!fitted_)
        return {from_, to_};
    return {Ns(0), std::max(model_.end, expected_)};
}

const ChartLayout &TimelineView::layoutInSight()
{
    layOut();
    return layout_;
}

double TimelineView::heightWithoutScrolling()
{
    layOut();
    return rulerBottom() + leastChartHeight(model_, request(0)) + 4.0;
}

QImage TimelineView::picture()
{
    layOut();
    const double scale = devicePixelRatioF();
    QImage image((QSizeF(size()) * scale).toSize(), QImage::Format_RGB32);
    const std::optional<Ns> moment = std::exchange(moment_, std::nullopt);
    invalidate();
    layOut();
    {
        QPainter painter(&image);
        painter.scale(scale, scale);
        paintStatic(painter, scale);
    }
    moment_ = moment;
    invalidate();
    return image;
}

QSize TimelineView::sizeHint() const
{
    return QSizeF(720, 560).toSize() * (textSize_ / 12.0);
}

QSize TimelineView::minimumSizeHint() const
{
    return QSizeF(320, 200).toSize();
}

double TimelineView::legendBottom() const
{
    return legendHeight_ > 0 ? legendHeight_ + 2 * legendPad * textSize_ / 12.0 : 0.0;
}

double TimelineView::rulerBottom() const
{
    return legendBottom() + ChartMetrics::make(textSize_, 32).ruler;
}

void TimelineView::invalidate()
{
    laidOut_ = false;
    cache_ = QImage();
    update();
}

ChartRequest TimelineView::request(double rowHeight) const
{
    ChartRequest request;
    request.width = width() - (scrollBar_->isHidden() ? 0.0 : scrollBar_->sizeHint().width());
    request.top = rulerBottom() - scroll_;
    request.fillHeight = std::max(height() - rulerBottom() - 4.0, 1.0);
    request.rowHeight = rowHeight;
    request.textSize = textSize_;
    request.expected = expected_;
    request.selected = selected_;
    request.to = liveTo_;
    request.viewTop = rulerBottom();
    request.viewBottom = height();
    if (!model_.complete)
        request.nameColumn = settledNames_;
    return request;
}

/// While a run is live its axis ends where it ended at first, with room for what the ends will have beside them; a run that
/// outlasts it gets one twice as long. Afterwards the axis stays if all fits.
void TimelineView::settleAxis(double rowHeight)
{
    const bool live = !model_.complete && !subjects_.empty();
    if (!live && liveTo_ > Ns(0)) {
        ChartRequest fitting = request(rowHeight);
        fitting.from = fitting.to = Ns(0);
        const Ns needed = layoutChart(model_, fitting).axis.to;
        if (needed > liveTo_ || needed < liveTo_ * 2 / 3)
            liveTo_ = Ns(0);
    }
    if (!live)
        return;
    if (liveTo_ == Ns(0)) {
        const Ns length = expected_ > Ns(0) ? expected_ : std::max<Ns>(model_.end, std::chrono::milliseconds(100));
        liveTo_ = length + length / 5;
    }
    while (model_.end > liveTo_)
        liveTo_ *= 2;
}

/// The whole run, fitted; the legend's height, and whether lanes have to be scrolled.
void TimelineView::settleWhole()
{
    // While a run is live its lanes keep their height, and the names their column: what comes must not move what is there.
    const bool live = !model_.complete && !subjects_.empty();
    const double rowHeight = live ? (settledRow_ > 0 ? settledRow_ : ChartMetrics::usualRow(textSize_)) : 0.0;
    settleAxis(rowHeight);
    // A legend has nothing to explain before there is a lane.
    const bool begun = hasLanes();
    // The legend's height decides where lanes begin, and the lanes decide what the legend has.
    const double before = live ? legendHeight_ : 0.0;
    for (int round = 0; round < 2; ++round) {
        const double legendWas = legendHeight_;
        const bool barWasHidden = scrollBar_->isHidden();
        whole_ = layoutChart(model_, request(rowHeight));
        const auto items = withInteraction(legendItems(model_, whole_, true), model_);
        legendHeight_ = !begun ? 0.0 : std::max(before, legendHeight(items, width() - 28.0 * textSize_ / 12.0, textSize_));
        scrollBar_->setVisible(whole_.height > height() - rulerBottom() + 0.5);
        if (legendHeight_ == legendWas && scrollBar_->isHidden() == barWasHidden)
            break; // a second round would find the same
    }
    if (subjects_.empty())
        return;
    settledNames_ = whole_.clipLeft;
    if (!live)
        settledRow_ = whole_.metrics.row;
}

void TimelineView::settleScrollBar()
{
    const double overflow = std::max(0.0, std::ceil(whole_.height - (height() - rulerBottom())));
    scroll_ = std::clamp(scroll_, 0.0, overflow);
    if (scrollBar_->isHidden())
        return;
    const QSignalBlocker quiet(scrollBar_);
    const int barWidth = scrollBar_->sizeHint().width(), top = static_cast<int>(rulerBottom());
    scrollBar_->setGeometry(width() - barWidth, top, barWidth, height() - top);
    scrollBar_->setRange(0, static_cast<int>(overflow));
    scrollBar_->setPageStep(std::max(1, height() - top));
    scrollBar_->setValue(static_cast<int>(std::lround(scroll_)));
}

void TimelineView::layOut()
{
    if (std::exchange(laidOut_, true))
        return;
    settleWhole();
    settleScrollBar();
    ChartRequest shown = request(whole_.metrics.row);
    if (!fitted_) {
        shown.from = from_;
        shown.to = to_;
    }
    layout_ = layoutChart(model_, shown);
    // The legend keeps its height while one zooms, and explains what is in sight.
    legend_ = legendHeight_ > 0 ? legendItems(model_, layout_, moment_.has_value()) : std::vector<LegendItem>();
    placeGhostLanes();
}

AxisLimits TimelineView::limits() const
{
    return {Ns(0), std::max(whole_.axis.to, Ns(1)), shortestView};
}

void TimelineView::setAxis(const TimeAxis &axis)
{
    const AxisLimits within = limits();
    const TimeAxis next = clamped(axis, within);
    fitted_ = next.from == within.from && next.to == within.to;
    from_ = next.from;
    to_ = next.to;
    invalidate();
    Q_EMIT viewChanged();
}

void TimelineView::paintStatic(QPainter &painter, double scale)
{
    PainterCanvas canvas(painter, scale, PainterCanvas::Edges::CrispAgain);
    const double unit = textSize_ / 12.0;
    canvas.rect(QRectF(rect()), {theme_->panel, Texture::Solid, Qt::transparent});
    if (subjects_.empty()) {
        paintPlaceholder(canvas);
        return;
    }
    canvas.pushClip({0, rulerBottom(), static_cast<double>(width()), height() - rulerBottom()});
    paintChart(canvas, layout_, *theme_);
    canvas.popClip();
    paintLegend(canvas, legend_, {14 * unit, legendPad * unit, width() - 28 * unit, legendHeight_}, textSize_, *theme_);
    if (legendHeight_ > 0)
        canvas.line({0, legendBottom()}, {static_cast<double>(width()), legendBottom()}, {theme_->border, 1.0});
    paintRuler(canvas, layout_, legendBottom(), *theme_);
}

void TimelineView::paintPlaceholder(Canvas &canvas) const
{
    const double unit = textSize_ / 12.0, row = ChartMetrics::usualRow(textSize_);
    for (double y = 60 * unit; y < height() - 20 * unit; y += row)
        canvas.line({20 * unit, y}, {width() - 20 * unit, y}, {theme_->grid, 1.0});
    const TextStyle style{std::round(15 * unit), 500, false, theme_->secondary, theme_->panel, Align::Center};
    const QStringList lines = wrapped(placeholder_, style, width() - 60 * unit);
    const double lineHeight = 22 * unit;
    double y = height() / 2.0 - (static_cast<double>(lines.size()) - 1) / 2 * lineHeight;
    for (const QString &line : lines) {
        const double wide = textWidth(line, style) + 24 * unit;
        canvas.rect(
            {width() / 2.0 - wide / 2, y - lineHeight / 2, wide, lineHeight}, {theme_->panel, Texture::Solid, Qt::transparent});
        canvas.text({width() / 2.0, y + baselineOffset(style)}, line, style);
        y += lineHeight;
    }
}

void TimelineView::paintHover(Canvas &canvas) const
{
    const QStringList lines = hitDetails(model_, hovered_);
    if (lines.isEmpty() || !cursor_ || drag_ == Drag::Pan)
        return;
    const double unit = textSize_ / 12.0, pad = 10 * unit, lineHeight = 18 * unit;
    TextStyle first{textSize_, 600, false, theme_->text, Qt::transparent, Align::Left};
    TextStyle other{textSize_, 400, false, theme_->secondary, Qt::transparent, Align::Left};
    double wide = textWidth(lines.front(), first);
    for (const QString &line : lines)
        wide = std::max(wide, textWidth(line, other));
    QRectF box(
        0, 0, std::min(wide + 2 * pad, width() - 8.0), static_cast<double>(lines.size()) * lineHeight + 2 * pad - 4 * unit);
    box.moveTopLeft(*cursor_ + QPointF(14, 16) * unit);
    if (box.bottom() > height() - 4)
        box.moveBottom(cursor_->y() - 8 * unit);
    box.moveLeft(std::clamp(box.left(), 4.0, std::max(4.0, width() - 4 - box.width())));
    box.moveTop(std::max(box.top(), 4.0));
    canvas.rect(box, {theme_->panel, Texture::Solid, Qt::transparent}, {theme_->axis, 1.0}, 5 * unit);
    double y = box.top() + pad - 2 * unit + lineHeight / 2;
    for (qsizetype i = 0; i < lines.size(); ++i, y += lineHeight) {
        const TextStyle &style = i == 0 ? first : other;
        canvas.text({box.left() + pad, y + baselineOffset(style)}, elided(lines[i], style, box.width() - 2 * pad), style);
    }
}

void TimelineView::paintEvent(QPaintEvent *)
{
    layOut();
    const double scale = devicePixelRatioF();
    const QSize pixels = (QSizeF(size()) * scale).toSize();
    if (cache_.size() != pixels) {
        cache_ = QImage(pixels, QImage::Format_RGB32);
        QPainter painter(&cache_);
        painter.scale(scale, scale);
        paintStatic(painter, scale);
    }
    QPainter painter(this);
    painter.drawImage(QRectF(rect()), cache_);
    PainterCanvas canvas(painter, scale, PainterCanvas::Edges::CrispAgain);
    if (moment_ && !subjects_.empty())
        paintPlayhead(
            canvas, layout_, *moment_, legendBottom(), std::min(layout_.bottom(), static_cast<double>(height())), *theme_);
    paintHover(canvas);
    if (hasFocus())
        canvas.rect(QRectF(rect()), {}, {theme_->accent, 1.0});
}

} // namespace awaitscope
