// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace awaitscope {

/// Which screen the room looks at, and which the speaker.
struct ScreenPlan
{
    int show = 0;
    int speaker = 0; ///< the same where there is only one

    bool operator==(const ScreenPlan &) const = default;
};

/// The show stands on the first screen that is not the primary one, the speaker's window on the primary one; swapped, the other way
/// round. `count` is at least 1.
inline ScreenPlan planScreens(int count, int primary, bool swapped)
{
    if (count < 2)
        return {0, 0};
    const int other = primary == 0 ? 1 : 0;
    return swapped ? ScreenPlan{primary, other} : ScreenPlan{other, primary};
}

} // namespace awaitscope
