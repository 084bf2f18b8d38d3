// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/axis.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace awaitscope {

namespace {

Ns rounded(double ns)
{
    constexpr double limit = 9.0e18;
    return Ns(std::llround(std::clamp(ns, -limit, limit)));
}

double nsPerPixel(const TimeAxis &axis)
{
    return static_cast<double>(axis.length().count()) / (axis.right - axis.left);
}

struct Unit
{
    Ns size;
    const char *name;
};

Unit unitFor(Ns step, Ns largest)
{
    using namespace std::chrono_literals;
    if (largest >= 1s && step >= 1ms)
        return {1s, QT_TRANSLATE_NOOP("Timeline", "s")};
    if (largest >= 1ms)
        return {1ms, QT_TRANSLATE_NOOP("Timeline", "ms")};
    if (largest >= 1us)
        return {1us, QT_TRANSLATE_NOOP("Timeline", "µs")};
    return {1ns, QT_TRANSLATE_NOOP("Timeline", "ns")};
}

} // namespace

double toX(const TimeAxis &axis, Ns time)
{
    return axis.left + static_cast<double>((time - axis.from).count()) / nsPerPixel(axis);
}

Ns toTime(const TimeAxis &axis, double x)
{
    return axis.from + rounded((x - axis.left) * nsPerPixel(axis));
}

double widthOf(const TimeAxis &axis, Ns length)
{
    return static_cast<double>(length.count()) / nsPerPixel(axis);
}

TimeAxis zoomed(const TimeAxis &axis, double factor, double x)
{
    const double share = (x - axis.left) / (axis.right - axis.left);
    const double cursor = static_cast<double>(axis.length().count()) * share;
    const Ns length = std::max(rounded(static_cast<double>(axis.length().count()) / factor), Ns(1));
    const Ns before = rounded(static_cast<double>(length.count()) * share);
    TimeAxis result = axis;
    result.from = axis.from + rounded(cursor) - before;
    result.to = result.from + length;
    return result;
}

TimeAxis panned(const TimeAxis &axis, double dx)
{
    const Ns shift = rounded(dx * nsPerPixel(axis));
    TimeAxis result = axis;
    result.from -= shift;
    result.to -= shift;
    return result;
}

TimeAxis clamped(const TimeAxis &axis, const AxisLimits &limits)
{
    const Ns longest = std::max(limits.to - limits.from, Ns(1));
    const Ns shortest = std::min(std::max(limits.shortest, Ns(1)), longest);
    const Ns length = std::clamp(axis.length(), shortest, longest);
    TimeAxis result = axis;
    if (length != axis.length())
        result.from = axis.from + (axis.length() - length) / 2;
    result.from = std::clamp(result.from, limits.from, limits.to - length);
    result.to = result.from + length;
    return result;
}

TimeAxis fitted(Ns from, Ns to, double left, double right, double padLeft, double padRight)
{
    const double inner = std::max(right - left - padLeft - padRight, 1.0);
    const double scale = static_cast<double>(std::max(to - from, Ns(1)).count()) / inner;
    TimeAxis result{from - rounded(padLeft * scale), to + rounded(padRight * scale), left, right};
    result.to = std::max(result.to, result.from + Ns(1));
    return result;
}

QString tickLabel(Ns time, Ns step, Ns largest)
{
    if (time == Ns(0))
        return QStringLiteral("0");
    const Unit unit = unitFor(step, largest);
    int decimals = 0;
    for (Ns digit = unit.size; step.count() % digit.count() != 0 && digit > Ns(1); digit /= 10)
        ++decimals;
    const std::int64_t whole = time.count() / unit.size.count();
    std::int64_t rest = std::abs(time.count() % unit.size.count());
    std::int64_t scale = unit.size.count();
    for (int i = 0; i < decimals; ++i)
        scale /= 10;
    QString number = QString::number(whole);
    if (whole == 0 && time < Ns(0))
        number.prepend(u'-');
    if (decimals > 0)
        number += u'.' + QString::number(rest / scale).rightJustified(decimals, u'0');
    return QStringLiteral("%1 %2").arg(number, QCoreApplication::translate("Timeline", unit.name));
}

Ns tickStep(const TimeAxis &axis, double gap, const std::function<double(const QString &)> &labelWidth)
{
    constexpr std::int64_t largestPower = 1'000'000'000'000'000'000;
    for (std::int64_t power = 1; power < largestPower; power *= 10) {
        for (const std::int64_t digit : {1, 2, 5}) {
            const Ns step(digit * power);
            const double room = widthOf(axis, step);
            if (room < gap)
                continue;
            const Ns last((axis.to.count() / step.count()) * step.count());
            const double widest
                = std::max(labelWidth(tickLabel(last, step, axis.to)), labelWidth(tickLabel(last - step, step, axis.to)));
            if (room >= widest + gap)
                return step;
        }
    }
    return Ns(largestPower);
}

std::vector<AxisTick> axisTicks(const TimeAxis &axis, double gap, const std::function<double(const QString &)> &labelWidth)
{
    const Ns step = tickStep(axis, gap, labelWidth);
    std::int64_t number = axis.from.count() / step.count();
    if (Ns(number * step.count()) < axis.from)
        ++number;
    std::vector<AxisTick> ticks;
    for (Ns time(number * step.count()); time <= axis.to; time += step)
        ticks.push_back({time, tickLabel(time, step, axis.to)});
    return ticks;
}

} // namespace awaitscope
