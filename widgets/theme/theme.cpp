// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/theme.h"

#include <algorithm>
#include <cmath>

namespace awaitscope {

namespace {

Theme lightTheme()
{
    Theme t;
    t.kind = ThemeKind::Light;
    t.window = "#f3f5f8";
    t.sidebar = "#ffffff";
    t.panel = "#ffffff";
    t.codePanel = "#fafbfd";
    t.border = "#dde2ea";
    t.text = "#11151d";
    t.secondary = "#535d6e";
    t.accent = "#1a62e0";
    t.onAccent = "#ffffff";
    t.selection = "#e2edfd";
    t.hover = "#eef2f8";
    t.track = "#dfe4ec";
    t.keyword = "#7a1fc0";
    t.literal = "#0b6e4f";
    t.comment = "#5d6778";
    t.lineNumber = "#6a7484";
    t.group = "#eff5fe";
    t.grid = "#e6eaf0";
    t.axis = "#b5bdca";
    t.running = "#0d1526";
    t.inFlightFill = "#d3e4fa";
    t.inFlightLine = "#5f94e0";
    t.inFlightText = "#14305c";
    t.awaitingFill = "#f1f3f6";
    t.awaitingLine = "#8b94a3";
    t.awaitingInk = "#c3cad4";
    t.queuedFill = "#ffffff";
    t.queuedInk = "#6c7686";
    t.done = "#13713d";
    t.failed = "#b8231a";
    t.cancelled = "#7431c4";
    t.timedOut = "#a8135c";
    t.deadline = "#955300";
    t.orphaned = "#686100";
    t.blocking = "#cf3a12";
    t.blockingShade = "#fbe9e4";
    t.playhead = "#1a62e0";
    t.saved = "#13713d";
    t.arrow = "#5b6576";
    return t;
}

Theme darkTheme()
{
    Theme t;
    t.kind = ThemeKind::Dark;
    t.window = "#13151a";
    t.sidebar = "#1a1d24";
    t.panel = "#1a1d24";
    t.codePanel = "#15171c";
    t.border = "#2e343f";
    t.text = "#f1f4f9";
    t.secondary = "#a7b0bf";
    t.accent = "#6aacff";
    t.onAccent = "#08162b";
    t.selection = "#203556";
    t.hover = "#242933";
    t.track = "#343b47";
    t.keyword = "#c79bff";
    t.literal = "#6fd3a8";
    t.comment = "#8d97a8";
    t.lineNumber = "#8791a2";
    t.group = "#1e2b43";
    t.grid = "#2a2f39";
    t.axis = "#596374";
    t.running = "#ffffff";
    t.inFlightFill = "#25497a";
    t.inFlightLine = "#6ba5f0";
    t.inFlightText = "#eaf3ff";
    t.awaitingFill = "#23272f";
    t.awaitingLine = "#7f8999";
    t.awaitingInk = "#4a5261";
    t.queuedFill = "#1a1d24";
    t.queuedInk = "#98a2b3";
    t.done = "#4ec98f";
    t.failed = "#ff7d6e";
    t.cancelled = "#c09aff";
    t.timedOut = "#ff8ec2";
    t.deadline = "#f2b247";
    t.orphaned = "#cfc455";
    t.blocking = "#ff6c40";
    t.blockingShade = "#3a2320";
    t.playhead = "#6aacff";
    t.saved = "#4ec98f";
    t.arrow = "#97a1b2";
    return t;
}

Theme printTheme()
{
    Theme t = lightTheme();
    t.kind = ThemeKind::Print;
    t.window = "#ffffff";
    t.codePanel = "#ffffff";
    return t;
}

double luminance(const QColor &color)
{
    const auto linear
        = [](double channel) { return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

const Theme &theme(ThemeKind kind)
{
    static const std::array<Theme, 3> themes{lightTheme(), darkTheme(), printTheme()};
    return themes[static_cast<std::size_t>(kind)];
}

QString sansFamily()
{
    return QStringLiteral("Inter");
}

QString monospaceFamily()
{
    return QStringLiteral("JetBrains Mono");
}

double contrast(const QColor &first, const QColor &second)
{
    const double a = luminance(first), b = luminance(second);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace awaitscope
