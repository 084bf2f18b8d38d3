// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/lesson_folder.h"

#include <algorithm>

namespace awaitscope {

const std::vector<Lesson> &lessons()
{
    static const std::vector<Lesson> all = [] {
        std::vector<Lesson> made;
        for (const LessonFolder &folder : lessonFolders())
            made.push_back(makeLesson(folder));
        std::ranges::stable_sort(made,
            [](const Lesson &a, const Lesson &b) { return std::pair(a.group, a.text.order) < std::pair(b.group, b.text.order); });
        return made;
    }();
    return all;
}

const Lesson *findLesson(QStringView id)
{
    for (const Lesson &lesson : lessons()) {
        if (lesson.id == id)
            return &lesson;
    }
    return nullptr;
}

} // namespace awaitscope
