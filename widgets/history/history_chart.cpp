// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/history/history_chart.h"

#include "lessons/trace/caption.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>

namespace awaitscope {

namespace {

constexpr double markSize = 7.0; // px
constexpr int gap = 8; // px

/// Series are told apart by their marks, not by their colours: these have meanings.
QPainterPath mark(std::size_t series, QPointF at)
{
    constexpr double r = markSize / 2;
    QPainterPath path;
    switch (series % 4) {
    case 0:
        path.addEllipse(at, r, r);
        break;
    case 1:
        path.addRect(QRectF(at - QPointF(r, r), QSizeF(markSize, markSize)).adjusted(0.4, 0.4, -0.4, -0.4));
        break;
    case 2:
        path.addPolygon(QPolygonF({at + QPointF(0, -r - 0.6), at + QPointF(r + 0.4, r - 0.4), at + QPointF(-r - 0.4, r - 0.4)}));
        path.closeSubpath();
        break;
    default:
        path.addPolygon(
            QPolygonF({at + QPointF(0, -r - 1), at + QPointF(r + 1, 0), at + QPointF(0, r + 1), at + QPointF(-r - 1, 0)}));
        path.closeSubpath();
    }
    return path;
}

} // namespace

HistoryChart::HistoryChart(QWidget *parent) : QWidget(parent), theme_(&theme(ThemeKind::Light))
{
    setObjectName(QStringLiteral("history"));
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Durations over runs"));
    setCursor(Qt::PointingHandCursor);
    setHistory({});
}

void HistoryChart::setHistory(History history)
{
    history_ = std::move(history);
    setAccessibleDescription(historyInWords(history_));
    updateGeometry();
    update();
}

void HistoryChart::setTheme(const Theme &theme)
{
    theme_ = &theme;
    update();
}

void HistoryChart::setSelected(std::optional<qint64> number)
{
    selected_ = number;
    update();
}

HistoryMetrics HistoryChart::metrics() const
{
    const QFontMetricsF letters(font());
    HistoryMetrics metrics{letters.height() + 2, letters.horizontalAdvance(tr("0000 ms")) + gap, 0.0};
    for (const HistorySeries &series : history_.series)
        metrics.labelWidth = std::max(metrics.labelWidth, letters.horizontalAdvance(series.letter + u' ' + series.title));
    metrics.labelWidth = std::min(metrics.labelWidth + 3 * gap, width() * 0.4);
    return metrics;
}

HistoryLayout HistoryChart::layoutInSight() const
{
    return layOutHistory(history_, QRectF(rect()), metrics());
}

QSize HistoryChart::sizeHint() const
{
    const int line = fontMetrics().height();
    return {line * 30, line * 9};
}

QSize HistoryChart::minimumSizeHint() const
{
    const int line = fontMetrics().height();
    return {line * 14, line * 6};
}

std::optional<std::size_t> HistoryChart::selectedRun() const
{
    const auto found = std::ranges::find(history_.runs, selected_.value_or(-1), &HistoryRun::number);
    return selected_ && found != history_.runs.end() ? std::optional(static_cast<std::size_t>(found - history_.runs.begin()))
                                                     : std::nullopt;
}

void HistoryChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const HistoryLayout layout = layoutInSight();
    const HistoryMetrics sizes = metrics();
    const QFontMetricsF letters(font());
    if (history_.runs.empty()) {
        painter.setPen(theme_->secondary);
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, historyInWords(history_));
        return;
    }
    for (const HistoryLayout::Tick &tick : layout.ticks) {
        painter.setPen(QPen(theme_->grid, 1));
        painter.drawLine(QPointF(layout.plot.left(), tick.y), QPointF(layout.plot.right(), tick.y));
        painter.setPen(theme_->secondary);
        const QRectF box(0, tick.y - sizes.lineHeight / 2, layout.plot.left() - gap, sizes.lineHeight);
        painter.drawText(box, Qt::AlignRight | Qt::AlignVCenter, tick.label);
    }
    const auto chosen = selectedRun();
    if (chosen && *chosen >= layout.first && layout.step > 0) {
        painter.setPen(QPen(theme_->playhead, 1.5));
        const double x = layout.columnOf(*chosen);
        painter.drawLine(QPointF(x, layout.plot.top()), QPointF(x, layout.plot.bottom()));
    }
    for (std::size_t i = 0; i < layout.series.size(); ++i) {
        const HistoryLayout::Series &series = layout.series[i];
        QPolygonF line;
        for (const auto &point : series.points)
            line.append(QPointF(point.x, point.y));
        painter.setPen(QPen(theme_->axis, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(line);
        for (const auto &point : series.points) {
            painter.setPen(QPen(theme_->panel, 1));
            painter.setBrush(chosen == point.run ? theme_->playhead : theme_->running);
            painter.drawPath(mark(i, QPointF(point.x, point.y)));
        }
        if (series.points.empty())
            continue;
        const double left = layout.plot.right() + gap;
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme_->running);
        painter.drawPath(mark(i, QPointF(left + markSize / 2, series.labelY)));
        painter.setPen(theme_->text);
        const double textLeft = left + markSize + gap * 0.75;
        const QRectF box(textLeft, series.labelY - sizes.lineHeight / 2, width() - textLeft, sizes.lineHeight);
        painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter, letters.elidedText(series.label, Qt::ElideRight, box.width()));
    }
    painter.setPen(theme_->secondary);
    const QRectF below(layout.plot.left(), layout.plot.bottom() + 3, layout.plot.width(), sizes.lineHeight);
    const QString words
        = chosen ? inWords(*chosen) : tr("%n run(s), oldest first", nullptr, static_cast<int>(history_.runs.size()));
    painter.drawText(below, Qt::AlignLeft | Qt::AlignTop, letters.elidedText(words, Qt::ElideRight, width() - below.left()));
    if (hasFocus()) {
        painter.setPen(QPen(theme_->accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    }
}

QString HistoryChart::inWords(std::size_t run) const
{
    const HistoryRun &what = history_.runs[run];
    QStringList parts;
    for (std::size_t i = 0; i < history_.series.size() && i < what.durations.size(); ++i) {
        if (what.durations[i])
            parts << tr("%1 %2").arg(history_.series[i].letter, readableLength(*what.durations[i]));
    }
    return tr("Run %1, %2: %3").arg(what.number).arg(what.when, parts.join(QStringLiteral(" · ")));
}

void HistoryChart::choose(std::size_t run)
{
    setSelected(history_.runs[run].number);
    setAccessibleDescription(inWords(run));
    Q_EMIT runChosen(history_.runs[run].number);
}

bool HistoryChart::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        if (const auto run = layoutInSight().runAt(help->pos()))
            QToolTip::showText(help->globalPos(), inWords(*run), this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

void HistoryChart::mousePressEvent(QMouseEvent *event)
{
    if (const auto run = layoutInSight().runAt(event->position()); run && event->button() == Qt::LeftButton)
        choose(*run);
}

void HistoryChart::keyPressEvent(QKeyEvent *event)
{
    const bool back = event->key() == Qt::Key_Left, on = event->key() == Qt::Key_Right;
    if ((!back && !on) || history_.runs.empty() || event->modifiers() != Qt::NoModifier)
        return QWidget::keyPressEvent(event);
    const std::size_t first = layoutInSight().first, last = history_.runs.size() - 1;
    const auto now = selectedRun();
    if (!now)
        choose(last);
    else if (back && *now > first)
        choose(*now - 1);
    else if (on && *now < last)
        choose(*now + 1);
}

} // namespace awaitscope
