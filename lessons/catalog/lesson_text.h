// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/trace/result.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <vector>

namespace awaitscope {

/// Something that a question to order or to draw asks about. Its truth is read from the record, never written down.
struct QuestionItem
{
    QString label; ///< "B's answer"
    QString begin; ///< the event or measure with which its bar begins; empty: it begins at zero, or is only to be ordered
    QString end; ///< the event or measure that is asked for: "gather.duration", "gather.enrich.ended"
};

/// The question to answer before the first run.
struct LessonQuestion
{
    enum class Kind {
        Choose, ///< one of the answers
        Order, ///< the items, by when they happen
        Draw, ///< a bar for each item, on the time axis
    };

    Kind kind = Kind::Choose;
    QString text;
    QStringList answers; ///< to choose from
    int right = -1; ///< position in `answers`
    std::vector<QuestionItem> items; ///< to order or to draw
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
