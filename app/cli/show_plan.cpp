// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/show_plan.h"

#include "app/cli/nearest.h"

#include <QCoreApplication>

#include <algorithm>

namespace awaitscope {

namespace {

struct PresentArguments
{
    Q_DECLARE_TR_FUNCTIONS(PresentArguments)
};

constexpr quint64 largestSeed = 9007199254740991, longestShow = 600; // what JSON keeps exactly; minutes

Problem refused(const char *id, const char *option, const QString &given, const QString &accepted)
{
    return {QLatin1String(id), QStringLiteral("%1 %2: %3").arg(QLatin1String(option), quoted(given), accepted),
        QLatin1String(option)};
}

std::optional<quint64> wholeNumber(const QString &text, quint64 least, quint64 most)
{
    const bool digits = !text.isEmpty()
        && std::ranges::all_of(text, [](QChar letter) { return letter >= QLatin1Char('0') && letter <= QLatin1Char('9'); });
    bool understood = false;
    const quint64 number = digits ? text.toULongLong(&understood) : 0;
    return understood && number >= least && number <= most ? std::optional(number) : std::nullopt;
}

} // namespace

Result<ShowOptions> planPresent(const ParsedArguments &arguments)
{
    ShowOptions options;
    options.operands = arguments.operands;
    if (arguments.has("--runs")) {
        const QString given = arguments.value("--runs");
        if (given != QLatin1String("recorded") && given != QLatin1String("live"))
            return refused(
                "runs-unknown", "--runs", given, PresentArguments::tr("is no kind of runs; accepted is recorded or live."));
        options.runs = given == QLatin1String("live") ? ShownRuns::Live : ShownRuns::Recorded;
    }
    if (arguments.has("--clock")) {
        const QString given = arguments.value("--clock");
        if (given != QLatin1String("real") && given != QLatin1String("virtual"))
            return refused("clock-unknown", "--clock", given, PresentArguments::tr("is no clock; accepted is real or virtual."));
        options.clock = given == QLatin1String("virtual") ? ClockKind::Virtual : ClockKind::Real;
    }
    if (arguments.has("--seed")) {
        const QString given = arguments.value("--seed");
        options.seed = wholeNumber(given, 0, largestSeed);
        if (!options.seed)
            return refused("seed-range", "--seed", given,
                PresentArguments::tr("is no seed; accepted is a whole number from 0 to %1.").arg(largestSeed));
    }
    if (arguments.has("--minutes")) {
        const QString given = arguments.value("--minutes");
        const auto minutes = wholeNumber(given, 1, longestShow);
        if (!minutes)
            return refused("minutes-range", "--minutes", given,
                PresentArguments::tr("is no length; accepted is a whole number from 1 to %1.").arg(longestShow));
        options.minutes = static_cast<int>(*minutes);
    }
    if (arguments.has("--theme")) {
        const QString given = arguments.value("--theme");
        if (given != QLatin1String("light") && given != QLatin1String("dark"))
            return refused(
                "theme-unknown", "--theme", given, PresentArguments::tr("is no theme of a window; accepted is light or dark."));
        options.theme = given == QLatin1String("dark") ? ThemeKind::Dark : ThemeKind::Light;
    }
    return options;
}

} // namespace awaitscope
