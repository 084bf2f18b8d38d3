// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/text_match.h"
#include "lessons/catalog/lesson.h"

#include <functional>

namespace awaitscope {

/// Where in a lesson a passage stands.
enum class LessonSection { Opening, Point, Question, Setting, Claim, Note, Code, Asyncio, BuildTime, Challenge, Takeaway };

/// The section's title for a reader.
QString lessonSectionTitle(LessonSection section);
/// True where it would give away the answer to the lesson's question.
bool isHeldBack(LessonSection section);

/// A piece of a lesson's text: a sentence or two, or a line of code.
struct Passage
{
    const Lesson *lesson = nullptr;
    LessonSection section = LessonSection::Opening;
    QString text; ///< composed; placeholders are filled with the parameters' defaults
    QString folded;
    QString event; ///< of a note: the event that it is bound to
    QString parameter; ///< of a setting: its id
    int line = 0; ///< of code: its number in the file
};

struct FoundPassage
{
    const Passage *passage;
    TextMatch match;
};

/// All texts of a course, to be searched. Made once; the course must outlive it.
class LessonSearch
{
public:
    explicit LessonSearch(const std::vector<Lesson> &course);

    /// The passages that hold each word of the query, best first; nothing for fewer than two letters.
    std::vector<FoundPassage> find(const QString &query) const;
    const std::vector<Passage> &passages() const { return passages_; }

private:
    void add(const Lesson &lesson);

    std::vector<Passage> passages_;
};

} // namespace awaitscope
