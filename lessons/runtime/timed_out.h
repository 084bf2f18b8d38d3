// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/trace/ids.h"

#include <stdexcept>

namespace awaitscope {

/// Thrown by withTimeout() when its own timer has ended the work.
class TimedOut : public std::runtime_error
{
public:
    explicit TimedOut(Ns length);

    /// The time that was given; zero or less where nothing was left of a budget.
    Ns length() const { return length_; }

private:
    Ns length_;
};

} // namespace awaitscope
