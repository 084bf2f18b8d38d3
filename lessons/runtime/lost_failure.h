// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <exception>
#include <string>

namespace awaitscope {

/// Writes one warning to the logging category "awaitscope.failures" for a failure that nobody can read any more: its text, and the
/// task's function, file and line where `site` tells them (see toPayload(); 0 where it is not known).
void logLostFailure(const std::exception_ptr &failure, std::uint64_t site);

/// The text of an exception, for messages.
std::string textOf(const std::exception_ptr &failure);

} // namespace awaitscope
