// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/trace/recorder.h"

#include <QString>

#include <cstdint>
#include <exception>
#include <string>

namespace awaitscope {

/// What is logged of a failure that nobody can read any more: its text, and the task's function, file and line where `site` tells
/// them (see toPayload(); 0 where it is not known).
QString lostFailureText(const std::exception_ptr &failure, std::uint64_t site);

/// Writes that as one warning of the category "awaitscope.failures", and into the record. From the thread that `log` belongs to.
void reportLostFailure(
    Recorder &recorder, ThreadLog &log, Ns time, TaskId task, const std::exception_ptr &failure, std::uint64_t site);

/// The text of an exception, for messages.
std::string textOf(const std::exception_ptr &failure);

} // namespace awaitscope
