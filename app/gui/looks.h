// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/settings.h"
#include "widgets/theme/theme.h"

namespace awaitscope {

class DesktopSettings;

/// The colours for what is chosen: `choice` for light or dark, the settings for the contrast, and the desktop for what they leave
/// to it. `desktop` may be null.
ThemeKind themeFor(ThemeChoice choice, const Settings &settings, const DesktopSettings *desktop);
/// Whether nothing may move by itself, as the settings say, or where they leave it to the desktop, as that says.
bool wantsReducedMotion(const Settings &settings, const DesktopSettings *desktop);

} // namespace awaitscope
