// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/trace/moment.h"

namespace awaitscope {

/// What the runs show, in sentences made from their records alone: speaker note, alt text and screen-reader text.
QString caption(std::span<const Subject> subjects);

/// A length for reading: "212 ms", "1.24 s", "350 µs"; whole ms from 10 ms on, one decimal below.
QString readableLength(Ns length);

/// longer − shorter, as one reckons it who reads both by readableLength(): "407 ms" less "196 ms" is "211 ms", whatever
/// was rounded away.
Ns differenceAsRead(Ns longer, Ns shorter);

} // namespace awaitscope
