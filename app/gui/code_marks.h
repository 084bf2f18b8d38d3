// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/lesson.h"
#include "widgets/code/code_view.h"

namespace awaitscope {

/// The code of variants of a lesson: the code that ran, which in the run of a file may be an older one; before a run, the code that
/// would.
std::vector<ShownCode> shownCodes(const Lesson &lesson, const QStringList &variants, const std::vector<Subject> &subjects);

/// The code of the variants on screen, captioned like their lanes, and what they share: file by file, where they come from several.
/// `codes` are those of the subjects, in their order.
std::vector<CodeSection> codeSections(const std::vector<ShownCode> &codes, const std::vector<Subject> &subjects);

/// In which of the sections' files the lines of a subject's code are counted.
int fileOf(const std::vector<ShownCode> &codes, const std::vector<Subject> &subjects, std::size_t subject);

/// What is marked in that code at a moment. Where several subjects stand on one statement, the note names them.
std::vector<CodeMark> codeMarks(const std::vector<ShownCode> &codes, const std::vector<Subject> &subjects, const Moment &moment);

} // namespace awaitscope
