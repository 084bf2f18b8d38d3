// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/trace/ids.h"

#include <QString>

#include <functional>
#include <vector>

namespace awaitscope {

/// Which stretch of time lies between which two pixels. `to` is later than `from`, `right` is right of `left`.
struct TimeAxis
{
    Ns from{0};
    Ns to{1};
    double left = 0.0; ///< px of `from`
    double right = 1.0; ///< px of `to`

    Ns length() const { return to - from; }
    bool operator==(const TimeAxis &) const = default;
};

/// How far an axis may be zoomed and panned.
struct AxisLimits
{
    Ns from{0};
    Ns to{1};
    Ns shortest{1000}; ///< the least length that zooming in reaches
};

/// The pixel of a time. Exact to a fraction of a pixel at every zoom; times outside of the axis give pixels outside.
double toX(const TimeAxis &axis, Ns time);
/// The time of a pixel, rounded to the nearest ns.
Ns toTime(const TimeAxis &axis, double x);
/// Width of a length of time in px.
double widthOf(const TimeAxis &axis, Ns length);

/// The axis with its length divided by `factor` (over 1 zooms in); the time under `x` stays under it.
TimeAxis zoomed(const TimeAxis &axis, double factor, double x);
/// The axis moved so that its content goes right by `dx` px.
TimeAxis panned(const TimeAxis &axis, double dx);
/// The nearest axis that keeps to the limits: never shorter or longer than they allow, and inside of them.
TimeAxis clamped(const TimeAxis &axis, const AxisLimits &limits);
/// The axis between two pixels on which `from` and `to` keep so many px of free space at their side.
TimeAxis fitted(Ns from, Ns to, double left, double right, double padLeft, double padRight);

/// One labelled line of a ruler.
struct AxisTick
{
    Ns time{0};
    QString label;
    bool operator==(const AxisTick &) const = default;
};

/// The label of a time on a ruler with ticks so far apart: "0", "50 ms", "1.2 s", "196.012 ms".
QString tickLabel(Ns time, Ns step, Ns largest);
/// The shortest step out of 1, 2, 5 times a power of ten ns whose labels, as measured by `labelWidth` in px, keep `gap` px
/// between them.
Ns tickStep(const TimeAxis &axis, double gap, const std::function<double(const QString &)> &labelWidth);
/// The ticks that lie on the axis, at multiples of tickStep().
std::vector<AxisTick> axisTicks(const TimeAxis &axis, double gap, const std::function<double(const QString &)> &labelWidth);

} // namespace awaitscope
