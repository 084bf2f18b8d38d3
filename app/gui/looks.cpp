// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/looks.h"

#include "app/gui/desktop_settings.h"
#include "app/gui/style.h"

namespace awaitscope {

ThemeKind themeFor(ThemeChoice choice, const Settings &settings, const DesktopSettings *desktop)
{
    const ContrastChoice contrast = settings.contrastChoice();
    const bool desktopIsDark = desktop && desktop->dark() ? *desktop->dark() : isDark(desktopTheme());
    const bool dark = choice == ThemeChoice::System ? desktopIsDark : choice == ThemeChoice::Dark;
    const bool high = contrast == ContrastChoice::System ? desktop && desktop->highContrast().value_or(false)
                                                         : contrast == ContrastChoice::High;
    return high ? (dark ? ThemeKind::HighContrastDark : ThemeKind::HighContrastLight)
                : (dark ? ThemeKind::Dark : ThemeKind::Light);
}

bool wantsReducedMotion(const Settings &settings, const DesktopSettings *desktop)
{
    const MotionChoice motion = settings.motionChoice();
    return motion == MotionChoice::Reduced
        || (motion == MotionChoice::System && desktop && desktop->reducedMotion().value_or(false));
}

} // namespace awaitscope
