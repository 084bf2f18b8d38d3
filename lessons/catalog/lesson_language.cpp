// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/lesson_language.h"

namespace awaitscope {

namespace {

struct Chosen
{
    QString code;
    std::function<QString(const QString &)> reword;
};

Chosen &chosen()
{
    static Chosen now;
    return now;
}

} // namespace

void setLessonLanguage(const QString &code, std::function<QString(const QString &)> reword)
{
    chosen() = {code, std::move(reword)};
}

QString lessonLanguage()
{
    return chosen().code;
}

void reword(LessonText &text)
{
    const auto &as = chosen().reword;
    if (!as)
        return;
    for (QString *each : {&text.title, &text.opening, &text.point, &text.question.text, &text.question.after, &text.asyncioNotes,
             &text.buildNotes, &text.challenge, &text.challengeHint, &text.takeaway})
        *each = as(*each);
    for (auto *texts : {&text.parameterLabels, &text.parameterHints, &text.variantTitles, &text.claims, &text.acts}) {
        for (QString &each : *texts)
            each = as(each);
    }
    for (QString &answer : text.question.answers)
        answer = as(answer);
    for (QuestionItem &item : text.question.items)
        item.label = as(item.label);
    for (LessonNote &note : text.lookCloser)
        note.text = as(note.text);
    for (SpeakerNote &note : text.speakerNotes)
        note.text = as(note.text);
}

} // namespace awaitscope
