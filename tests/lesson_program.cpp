// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/lesson_program.h"

/// Part of each test program that plays lessons: what they start is the real program, not the test.
[[maybe_unused]] static const bool lessonProgramChosen = [] {
    awaitscope::setLessonProgramFile(QStringLiteral(AWAITSCOPE_BINARY_DIR "/awaitscope"));
    return true;
}();
