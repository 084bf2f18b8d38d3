// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/code/code_view.h"

namespace awaitscope {

/// The code of the variants on screen, captioned like their lanes, and what they share.
std::vector<CodeSection> codeSections(const SourceMap &source, const QStringList &variants, const std::vector<Subject> &subjects);

/// What is marked in that code at a moment. Where several subjects stand on one statement, the note names them.
std::vector<CodeMark> codeMarks(const SourceMap &source, const std::vector<Subject> &subjects, const Moment &moment);

} // namespace awaitscope
