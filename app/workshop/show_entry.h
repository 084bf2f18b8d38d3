// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workshop/presenter.h"

namespace awaitscope {

/// Looks up all that the options name. The problem tells what is not there and what is accepted.
Result<ShowRequest> planShow(const ShowOptions &options, const std::vector<Lesson> &course);

/// The show of a playlist; reads the saved runs that it names.
Result<ShowRequest> showOf(const Playlist &playlist, const std::vector<Lesson> &course);

/// Shows it and returns the program's exit code when it has ended. Needs a QApplication.
int runShow(ShowRequest request, std::optional<ThemeKind> theme);

} // namespace awaitscope
