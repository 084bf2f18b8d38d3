// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/lesson_search.h"

#include "lessons/catalog/event_names.h"
#include "lessons/trace/source_map.h"

#include <QCoreApplication>

#include <algorithm>

namespace awaitscope {

namespace {

constexpr qsizetype leastLetters = 2;

} // namespace

QString lessonSectionTitle(LessonSection section)
{
    const auto title = [](const char *text) { return QCoreApplication::translate("awaitscope::LessonSection", text); };
    switch (section) {
    case LessonSection::Opening:
        return title(QT_TRANSLATE_NOOP("awaitscope::LessonSection", "Opening"));
    case LessonSection::Point:
        return title(QT_TRANSLATE_NOOP("awaitscope::LessonSection", "Point"));
    case LessonSection::Question:
        return title(QT_TRANSLATE_NOOP("awaitscope::LessonSection", "Question"));
    case LessonSection::Setting:
        return title(QT_TRANSLATE_NOOP("awaitscope::LessonSection", "Setting"));
    case LessonSection::Claim:
        return title(QT_TRANSLATE_NOOP("awaitscope::LessonSection", "Claim"));
    case LessonSection::Note:
        return title(QT_TRANSLATE_NOOP("awaitscope::LessonSection", "Look closer"));
    case LessonSection::Code:
        return title(QT_TRANSLATE_NOOP("awaitscope::LessonSection", "Code"));
    case LessonSection::Asyncio:
        return title(QT_TRANSLATE_NOOP("awaitscope::LessonSection", "In asyncio"));
    case LessonSection::BuildTime:
        return title(QT_TRANSLATE_NOOP("awaitscope::LessonSection", "At build time"));
    case LessonSection::Challenge:
        return title(QT_TRANSLATE_NOOP("awaitscope::LessonSection", "Challenge"));
    case LessonSection::Takeaway:
        return title(QT_TRANSLATE_NOOP("awaitscope::LessonSection", "Takeaway"));
    }
    return {};
}

bool isHeldBack(LessonSection section)
{
    switch (section) {
    case LessonSection::Point:
    case LessonSection::Setting:
    case LessonSection::Claim:
    case LessonSection::Note:
    case LessonSection::Challenge:
    case LessonSection::Takeaway:
        return true;
    default:
        return false;
    }
}

LessonSearch::LessonSearch(const std::vector<Lesson> &course)
{
    for (const Lesson &lesson : course)
        add(lesson);
}

void LessonSearch::add(const Lesson &lesson)
{
    const ParameterSet defaults(lesson.definition.parameters);
    const auto addPassage = [&](LessonSection section, const QString &text) -> Passage & {
        Passage passage;
        passage.lesson = &lesson;
        passage.section = section;
        passage.text = composed(text.simplified());
        passage.folded = folded(passage.text);
        passages_.push_back(std::move(passage));
        return passages_.back();
    };
    const auto addText = [&](LessonSection section, const QString &text) {
        for (const QString &paragraph : text.split(QStringLiteral("\n\n"), Qt::SkipEmptyParts))
            addPassage(section, fillPlaceholders(paragraph, defaults));
    };
    const LessonText &text = lesson.text;
    addText(LessonSection::Opening, text.opening);
    addText(LessonSection::Point, text.point);
    addText(LessonSection::Question, text.question.text);
    for (const QString &answer : text.question.answers)
        addText(LessonSection::Question, answer);
    for (const ParameterSpec &spec : lesson.definition.parameters) {
        if (const QString hint = text.parameterHints.value(spec.id); !hint.isEmpty())
            addPassage(LessonSection::Setting, hint).parameter = spec.id;
    }
    for (const ClaimSpec &claim : lesson.definition.claims)
        addText(LessonSection::Claim, text.claims.value(claim.id));
    for (const LessonNote &note : text.lookCloser)
        addPassage(LessonSection::Note, fillPlaceholders(note.text, defaults)).event = note.event;
    if (lesson.source) {
        for (const SourceBlock &block : lesson.source->blocks) {
            for (qsizetype i = 0; i < block.lines.size(); ++i) {
                if (block.lines[i].simplified().size() > 1)
                    addPassage(LessonSection::Code, block.lines[i]).line = block.firstLine + static_cast<int>(i);
            }
        }
    }
    for (const QString &line : text.asyncioCode.split(u'\n', Qt::SkipEmptyParts))
        addPassage(LessonSection::Asyncio, line);
    addText(LessonSection::Asyncio, text.asyncioNotes);
    addText(LessonSection::BuildTime, text.buildNotes);
    addText(LessonSection::Challenge, text.challenge);
    addText(LessonSection::Takeaway, text.takeaway);
}

std::vector<FoundPassage> LessonSearch::find(const QString &query) const
{
    std::vector<FoundPassage> found;
    const MatchQuery wanted(query);
    if (wanted.folded.size() < leastLetters)
        return found;
    for (const Passage &passage : passages_) {
        if (auto match = matchWords(passage.folded, wanted))
            found.push_back({&passage, std::move(*match)});
    }
    std::ranges::stable_sort(found, std::greater(), [](const FoundPassage &passage) { return passage.match.rank; });
    return found;
}

} // namespace awaitscope
