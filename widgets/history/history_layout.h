// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/trace/ids.h"

#include <QPointF>
#include <QRectF>
#include <QString>

#include <optional>
#include <vector>

namespace awaitscope {

/// A variant, as a line of the history.
struct HistorySeries
{
    QString letter; ///< as on the timelines: "A"
    QString title;
};

/// A run of the lesson, as a column of the history.
struct HistoryRun
{
    qint64 number = 0;
    QString when; ///< for a reader
    std::vector<std::optional<Ns>> durations; ///< one for each series; none where the run has not played that variant
};

/// How long the variants of one lesson took, run after run, oldest first.
struct History
{
    std::vector<HistorySeries> series;
    std::vector<HistoryRun> runs;
};

/// Where everything of a history stands in a rectangle, px.
struct HistoryLayout
{
    struct Tick
    {
        double y = 0.0;
        QString label;
    };
    struct Point
    {
        double x = 0.0, y = 0.0;
        std::size_t run = 0; ///< position in History::runs
    };
    struct Series
    {
        std::vector<Point> points; ///< left to right
        QString label; ///< stands at the end of the line
        double labelY = 0.0; ///< its middle
    };
    QRectF plot;
    std::vector<Tick> ticks;
    std::vector<Series> series;
    std::size_t first = 0; ///< the oldest run for which there is room

    /// The middle of a run's column. Only for a run from `first` on.
    double columnOf(std::size_t run) const;
    double step = 0.0; ///< between two columns

    /// The run whose column is nearest to a place in the plot; none outside of it.
    std::optional<std::size_t> runAt(QPointF place) const;
};

/// The size of the letters that a layout counts with, px.
struct HistoryMetrics
{
    double lineHeight = 16.0;
    double axisWidth = 56.0; ///< for the longest label of the axis
    double labelWidth = 120.0; ///< for the longest label of a series
};

/// Lays a history out: the axis begins at zero, labels of lines keep a line's distance from one another, and where the runs are
/// more than there is room for, the oldest are left out.
HistoryLayout layOutHistory(const History &history, const QRectF &area, const HistoryMetrics &metrics);

/// The history in words: how many runs, and for each variant its shortest, longest and latest time.
QString historyInWords(const History &history);

} // namespace awaitscope
