// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/palettes.h"

namespace awaitscope {

namespace {

/// What lies between two tokens.
Theme withMixtures(Theme t)
{
    t.accentHover = mixed(t.accent, t.text, 0.15);
    t.control = mixed(t.border, t.secondary, 0.7);
    t.scroll = mixed(t.track, t.secondary, 0.35);
    return t;
}

} // namespace

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
    t.cleanupFill = "#f3ecfd";
    t.overusedFill = "#fdeceb";
    t.blocking = "#cf3a12";
    t.onBlocking = "#ffffff";
    t.blockingShade = "#fbe9e4";
    t.playhead = "#1a62e0";
    t.saved = "#13713d";
    t.arrow = "#5b6576";
    t.scrim = QColor(10, 14, 22, 70);
    t.shadow = QColor(0, 0, 0, 5);
    return withMixtures(t);
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
    t.comment = "#98a2b3";
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
    t.cleanupFill = "#2b2440";
    t.overusedFill = "#3d2322";
    t.blocking = "#ff6c40";
    t.onBlocking = "#1c0a04";
    t.blockingShade = "#3a2320";
    t.playhead = "#6aacff";
    t.saved = "#4ec98f";
    t.arrow = "#97a1b2";
    t.scrim = QColor(10, 14, 22, 150);
    t.shadow = QColor(0, 0, 0, 14);
    return withMixtures(t);
}

Theme printTheme()
{
    Theme t = lightTheme();
    t.kind = ThemeKind::Print;
    t.window = "#ffffff";
    t.codePanel = "#ffffff";
    return t;
}

Theme highContrastLightTheme()
{
    Theme t;
    t.kind = ThemeKind::HighContrastLight;
    t.window = "#ffffff";
    t.sidebar = "#ffffff";
    t.panel = "#ffffff";
    t.codePanel = "#ffffff";
    t.border = "#3a3f47";
    t.text = "#000000";
    t.secondary = "#2b313b";
    t.accent = "#0b3fa8";
    t.onAccent = "#ffffff";
    t.selection = "#cfe0ff";
    t.hover = "#e4ecf8";
    t.track = "#767f8d";
    t.keyword = "#5a0f98";
    t.literal = "#07523a";
    t.comment = "#3d4552";
    t.lineNumber = "#454d5a";
    t.group = "#e3edfc";
    t.grid = "#c3c9d2";
    t.axis = "#6b7482";
    t.running = "#000000";
    t.inFlightFill = "#cfe0f8";
    t.inFlightLine = "#1f5cb8";
    t.inFlightText = "#06183a";
    t.awaitingFill = "#eef0f3";
    t.awaitingLine = "#4d5664";
    t.awaitingInk = "#8b93a0";
    t.queuedFill = "#ffffff";
    t.queuedInk = "#434b58";
    t.done = "#0a5229";
    t.failed = "#8f130c";
    t.cancelled = "#54169e";
    t.timedOut = "#860b48";
    t.deadline = "#6b3a00";
    t.orphaned = "#4a4500";
    t.cleanupFill = "#f0e5fd";
    t.overusedFill = "#fbe2df";
    t.blocking = "#a52800";
    t.onBlocking = "#ffffff";
    t.blockingShade = "#f9dcd3";
    t.playhead = "#0b3fa8";
    t.saved = "#0a5229";
    t.arrow = "#3c4450";
    t.scrim = QColor(10, 14, 22, 70);
    t.shadow = QColor(0, 0, 0, 5);
    return withMixtures(t);
}

Theme highContrastDarkTheme()
{
    Theme t;
    t.kind = ThemeKind::HighContrastDark;
    t.window = "#000000";
    t.sidebar = "#000000";
    t.panel = "#000000";
    t.codePanel = "#000000";
    t.border = "#b9c2d0";
    t.text = "#ffffff";
    t.secondary = "#dfe5ee";
    t.accent = "#9cc9ff";
    t.onAccent = "#000000";
    t.selection = "#173a6e";
    t.hover = "#1d2430";
    t.track = "#606b7b";
    t.keyword = "#dcc2ff";
    t.literal = "#9aeccb";
    t.comment = "#c3cbd8";
    t.lineNumber = "#c3cbd8";
    t.group = "#12233f";
    t.grid = "#3a424f";
    t.axis = "#8a95a6";
    t.running = "#ffffff";
    t.inFlightFill = "#1d467f";
    t.inFlightLine = "#8fbdfa";
    t.inFlightText = "#ffffff";
    t.awaitingFill = "#161a20";
    t.awaitingLine = "#b3bccb";
    t.awaitingInk = "#67707f";
    t.queuedFill = "#000000";
    t.queuedInk = "#c9d1de";
    t.done = "#7be6b3";
    t.failed = "#ffa296";
    t.cancelled = "#d7bdff";
    t.timedOut = "#ffb3d7";
    t.deadline = "#ffc966";
    t.orphaned = "#eae07a";
    t.cleanupFill = "#2b2440";
    t.overusedFill = "#4a2320";
    t.blocking = "#ff8a66";
    t.onBlocking = "#1c0a04";
    t.blockingShade = "#45221a";
    t.playhead = "#9cc9ff";
    t.saved = "#7be6b3";
    t.arrow = "#c3cbd8";
    t.scrim = QColor(10, 14, 22, 150);
    t.shadow = QColor(0, 0, 0, 14);
    return withMixtures(t);
}

QColor mixed(const QColor &first, const QColor &second, double share)
{
    const auto mix = [share](float x, float y) { return static_cast<float>(x + (y - x) * share); };
    return QColor::fromRgbF(
        mix(first.redF(), second.redF()), mix(first.greenF(), second.greenF()), mix(first.blueF(), second.blueF()));
}

} // namespace awaitscope
