// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/history/history_layout.h"

#include "lessons/trace/caption.h"
#include "widgets/timeline/axis.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace awaitscope {

namespace {

constexpr double leastStep = 9.0, mostStep = 56.0; // px between two runs
constexpr double headroom = 1.08; // above the longest

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(awaitscope::History)
};

Ns longest(const History &history, std::size_t first)
{
    Ns most{1};
    for (std::size_t run = first; run < history.runs.size(); ++run) {
        for (const auto &duration : history.runs[run].durations)
            most = std::max(most, duration.value_or(Ns(0)));
    }
    return most;
}

/// Moves the labels apart, as little as it takes, and keeps them inside.
void spread(std::vector<HistoryLayout::Series *> labels, double top, double bottom, double distance)
{
    std::ranges::stable_sort(labels, {}, [](const auto *series) { return series->labelY; });
    double least = top + distance / 2;
    for (auto *series : labels) {
        series->labelY = std::max(series->labelY, least);
        least = series->labelY + distance;
    }
    double most = bottom - distance / 2;
    for (auto series = labels.rbegin(); series != labels.rend(); ++series) {
        (*series)->labelY = std::min((*series)->labelY, most);
        most = (*series)->labelY - distance;
    }
}

} // namespace

double HistoryLayout::columnOf(std::size_t run) const
{
    return plot.left() + step * (static_cast<double>(run - first) + 0.5);
}

std::optional<std::size_t> HistoryLayout::runAt(QPointF place) const
{
    if (step <= 0.0 || !plot.contains(place))
        return std::nullopt;
    const auto column = static_cast<std::size_t>((place.x() - plot.left()) / step);
    std::size_t last = 0;
    for (const Series &line : series) {
        if (!line.points.empty())
            last = std::max(last, line.points.back().run);
    }
    return first + column <= last ? std::optional(first + column) : std::nullopt;
}

HistoryLayout layOutHistory(const History &history, const QRectF &area, const HistoryMetrics &metrics)
{
    HistoryLayout layout;
    layout.plot = area.adjusted(metrics.axisWidth, metrics.lineHeight / 2, -metrics.labelWidth, -metrics.lineHeight * 1.4);
    if (history.runs.empty() || layout.plot.width() < leastStep || layout.plot.height() < metrics.lineHeight)
        return layout;
    const auto room = static_cast<std::size_t>(layout.plot.width() / leastStep);
    layout.first = history.runs.size() > room ? history.runs.size() - room : 0;
    const std::size_t shown = history.runs.size() - layout.first;
    layout.step = std::min(layout.plot.width() / static_cast<double>(shown), mostStep);

    const Ns most = longest(history, layout.first);
    // An axis lies: its pixels are counted from the bottom here.
    const TimeAxis axis{Ns(0), Ns(std::llround(static_cast<double>(most.count()) * headroom)), 0.0, layout.plot.height()};
    for (const AxisTick &tick : axisTicks(axis, metrics.lineHeight, [&](const QString &) { return metrics.lineHeight; }))
        layout.ticks.push_back({layout.plot.bottom() - toX(axis, tick.time), tick.label});

    std::vector<HistoryLayout::Series *> labelled;
    layout.series.resize(history.series.size());
    for (std::size_t i = 0; i < history.series.size(); ++i) {
        HistoryLayout::Series &line = layout.series[i];
        for (std::size_t run = layout.first; run < history.runs.size(); ++run) {
            const auto &durations = history.runs[run].durations;
            if (i < durations.size() && durations[i])
                line.points.push_back({layout.columnOf(run), layout.plot.bottom() - toX(axis, *durations[i]), run});
        }
        if (line.points.empty())
            continue;
        const HistorySeries &series = history.series[i];
        line.label = Words::tr("%1 %2").arg(series.letter, series.title);
        line.labelY = line.points.back().y;
        labelled.push_back(&line);
    }
    spread(std::move(labelled), layout.plot.top(), layout.plot.bottom() + metrics.lineHeight, metrics.lineHeight);
    return layout;
}

QString historyInWords(const History &history)
{
    if (history.runs.empty())
        return Words::tr("No run is saved yet.");
    QStringList sentences{
        history.runs.size() == 1 ? Words::tr("One saved run.") : Words::tr("%1 saved runs.").arg(history.runs.size())};
    for (std::size_t i = 0; i < history.series.size(); ++i) {
        std::vector<Ns> durations;
        for (const HistoryRun &run : history.runs) {
            if (i < run.durations.size() && run.durations[i])
                durations.push_back(*run.durations[i]);
        }
        if (durations.empty())
            continue;
        const auto [least, most] = std::ranges::minmax(durations);
        const QString name = Words::tr("%1 %2").arg(history.series[i].letter, history.series[i].title);
        const QString last = readableLength(durations.back());
        sentences << (least == most
                ? Words::tr("%1: %2.").arg(name, last)
                : Words::tr("%1: %2 to %3, the latest %4.").arg(name, readableLength(least), readableLength(most), last));
    }
    return sentences.join(u' ');
}

} // namespace awaitscope
