// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

namespace awaitscope {

// The values of each theme's tokens; see theme().
Theme lightTheme();
Theme darkTheme();
Theme printTheme();
Theme highContrastLightTheme();
Theme highContrastDarkTheme();

/// The colour that lies between two opaque ones: 0 the first, 1 the second.
QColor mixed(const QColor &first, const QColor &second, double share);

} // namespace awaitscope
