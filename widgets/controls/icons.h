// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>

namespace awaitscope {

enum class Glyph {
    First,
    Previous,
    Play,
    Pause,
    Next,
    Last,
    Run,
    Stop,
    Export,
    Check,
    System,
    Sun,
    Moon,
    Keys,
    Find,
    Menu,
    History,
    Present
};

/// A glyph drawn from its path at whatever size and scale it is asked for. Disabled icons are paler.
QIcon glyphIcon(Glyph glyph, const QColor &color);
/// A letter in a filled square, at the left of the icon; the outline of that square for an empty one.
QIcon letterIcon(const QString &letter, const QColor &square, const QColor &ink);

} // namespace awaitscope
