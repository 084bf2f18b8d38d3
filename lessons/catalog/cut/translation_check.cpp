// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/cut/translation_check.h"

namespace awaitscope::cut {

namespace {

QStringList sortedKeys(const QHash<QString, QString> &texts)
{
    QStringList keys = texts.keys();
    keys.sort();
    return keys;
}

QStringList eventsOf(const LessonText &text)
{
    QStringList events;
    for (const LessonNote &note : text.lookCloser)
        events << note.event;
    return events;
}

QStringList pausesOf(const LessonText &text)
{
    QStringList pauses;
    for (const SpeakerNote &note : text.speakerNotes)
        pauses << note.pauseAt;
    return pauses;
}

QStringList buildCode(const LessonText &text)
{
    QStringList code;
    for (const BuildExample &example : text.buildExamples)
        code << example.code << example.said;
    return code;
}

/// The first thing in which the two differ, in the words of a lesson's author; empty: none.
QString difference(const LessonText &a, const LessonText &b)
{
    if (a.id != b.id)
        return QStringLiteral("id");
    if (a.order != b.order)
        return QStringLiteral("order");
    if (sortedKeys(a.parameterLabels) != sortedKeys(b.parameterLabels))
        return QStringLiteral("parameters");
    if (sortedKeys(a.variantTitles) != sortedKeys(b.variantTitles))
        return QStringLiteral("variants");
    if (sortedKeys(a.acts) != sortedKeys(b.acts))
        return QStringLiteral("acts");
    if (sortedKeys(a.claims) != sortedKeys(b.claims))
        return QStringLiteral("claims");
    if (a.question.answers.size() != b.question.answers.size() || a.question.right != b.question.right)
        return QStringLiteral("answers, of which the same one is true");
    if (eventsOf(a) != eventsOf(b))
        return QStringLiteral("events to look closer at");
    if (a.asyncioCode != b.asyncioCode)
        return QStringLiteral("code for asyncio");
    if (buildCode(a) != buildCode(b))
        return QStringLiteral("code and messages at build time");
    if (pausesOf(a) != pausesOf(b))
        return QStringLiteral("speaker notes with the same pauses");
    return {};
}

} // namespace

std::optional<Problem> translationProblem(const QString &markdown, const LessonText &english)
{
    const auto text = parseLessonText(markdown);
    if (!text)
        return text.problem();
    const QString differs = difference(english, text.value());
    if (differs.isEmpty())
        return {};
    return Problem{QStringLiteral("lesson-translation"),
        QStringLiteral("The text differs from the English one in more than its language: lesson.md has other %1.").arg(differs),
        QStringLiteral("line 1"), Severity::Error};
}

} // namespace awaitscope::cut
