// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/trace/result.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <vector>

namespace awaitscope {

/// The question to answer before the first run.
struct LessonQuestion
{
    QString text;
    QStringList answers;
    int right = -1; ///< position in `answers`
    QString after; ///< why, once the run has been seen
};

/// A remark bound to an event of the record: "gather.getUser.ended".
struct LessonNote
{
    QString event;
    QString text;
};

struct SpeakerNote
{
    QString text;
    QString pauseAt; ///< an event, or "before run", or empty
};

/// A piece of code, and what the compiler says of it.
struct BuildExample
{
    QStringList code;
    QStringList said; ///< "line 3: error: …", a line each; counted in `code`
};

/// What `lesson.md` of a lesson's folder says. The format is described in CONTRIBUTING.md.
struct LessonText
{
    QString id;
    QString title;
    int order = 0; ///< within its group
    QString opening; ///< neutral: stands where the point will stand, until the question is answered or skipped
    QString point;
    QHash<QString, QString> parameterLabels;
    QHash<QString, QString> parameterHints;
    QHash<QString, QString> variantTitles;
    QHash<QString, QString> claims;
    QHash<QString, QString> acts; ///< labels of buttons
    LessonQuestion question;
    std::vector<LessonNote> lookCloser;
    QString asyncioCode;
    QString asyncioNotes;
    std::vector<BuildExample> buildExamples; ///< empty where the lesson has nothing to show at build time
    QString buildNotes;
    QString challenge;
    QString challengeHint;
    QString takeaway;
    std::vector<SpeakerNote> speakerNotes;
};

/// Reads a lesson's Markdown. The problem names the line and what is missing or not known there.
Result<LessonText> parseLessonText(const QString &markdown);

} // namespace awaitscope
