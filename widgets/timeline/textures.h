// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/timeline/canvas.h"

namespace awaitscope {

/// How a texture is drawn, the same on every canvas; px.
struct TexturePattern
{
    double pitch = 0.0; ///< from one line or dot to the next along x; 0: nothing to draw
    double thickness = 0.0; ///< of the lines; radius of the dots
    bool dots = false;
    bool mirrored = false; ///< lines fall to the right instead of rising
};

constexpr TexturePattern patternOf(Texture texture)
{
    switch (texture) {
    case Texture::Hatched:
        return {8.0, 1.1, false, false};
    case Texture::Dotted:
        return {5.0, 0.9, true, false};
    case Texture::Striped:
        return {5.0, 1.7, false, true};
    case Texture::Solid:
        break;
    }
    return {};
}

inline constexpr double dashLength = 4.0, dashGap = 3.0; ///< px of a dashed line
inline constexpr double haloWidth = 3.5; ///< px of the line around haloed letters

} // namespace awaitscope
