// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/selftest/thresholds.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace awaitscope {

Nanoseconds percentile(std::span<const Nanoseconds> sorted, int p)
{
    if (sorted.empty())
        return {};
    const auto rank = static_cast<std::size_t>(std::ceil(double(sorted.size()) * p / 100.0));
    return sorted[std::clamp<std::size_t>(rank, 1, sorted.size()) - 1];
}

Fitness clockFitness(Nanoseconds medianLate, Nanoseconds lateOf99, Nanoseconds step)
{
    if (medianLate > usableWakeUp)
        return Fitness::Unfit;
    return lateOf99 > fineWakeUp || step > fineClockStep ? Fitness::Limited : Fitness::Fit;
}

Fitness qtFitness(const QVersionNumber &built, const QVersionNumber &running)
{
    const auto minor
        = [](const QVersionNumber &version) { return QVersionNumber(version.majorVersion(), version.minorVersion()); };
    if (running.majorVersion() != built.majorVersion() || minor(running) < minor(built))
        return Fitness::Unfit;
    return running < built ? Fitness::Limited : Fitness::Fit;
}

Fitness machineFitness(int processors, qint64 memory)
{
    return processors < 2 || (memory > 0 && memory < fineMemory) ? Fitness::Limited : Fitness::Fit;
}

QString shortTime(Nanoseconds time)
{
    struct Unit
    {
        double ns;
        const char16_t *name;
    };
    static constexpr std::array units{Unit{1e9, u"s"}, Unit{1e6, u"ms"}, Unit{1e3, u"µs"}, Unit{1.0, u"ns"}};
    const double ns = double(time.count());
    const auto unit = std::ranges::find_if(units, [ns](const Unit &each) { return std::abs(ns) >= each.ns; });
    const Unit &chosen = unit == units.end() ? units.back() : *unit;
    return QStringLiteral("%1 %2").arg(QString::number(ns / chosen.ns, 'g', 3), QStringView(chosen.name).toString());
}

QString shortSize(qint64 bytes)
{
    return QLocale::c().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

} // namespace awaitscope
