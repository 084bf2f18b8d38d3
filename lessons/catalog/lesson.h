// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/lesson_text.h"
#include "lessons/catalog/run.h"
#include "lessons/runtime/scope.h"

#include <QCoroTask>

#include <functional>

namespace awaitscope {

enum class LessonGroup { Patterns, Pitfalls, Practice };

struct Lesson;

/// A variant of another lesson, and the parameters of that lesson that it is played with.
struct BorrowedVariant
{
    const Lesson *lesson = nullptr;
    QString id;
    ParameterSet parameters;
};

/// One way of doing it. Its title stands in the lesson's text.
struct VariantSpec
{
    QString id;
    /// Plays the variant in its root scope; what it spawned there is joined afterwards.
    std::function<QCoro::Task<void>(Scope &, const ParameterSet &)> play;
    /// Where it exists only for some values of the parameters; empty: always.
    std::function<bool(const ParameterSet &)> available;
    /// How it may end by its design, beside Done: a variant about a failure fails.
    std::vector<RunOutcome> mayEnd = {};
    /// Shown when the lesson is opened; the others can be chosen.
    bool shownAtFirst = true;
    /// What it shows does not exist on the virtual clock.
    bool realClockOnly = false;
    /// Where it is another lesson's variant that is played: which, for these parameters of this lesson. Its code, its numbers, its
    /// notes and how it may end are then that lesson's, and `play` gets that lesson's parameters; of tables, which are read across the
    /// variants of one lesson, it has none. Empty: it is this lesson's own.
    std::function<BorrowedVariant(const ParameterSet &)> borrow = {};
};

/// What a claim's predicate found.
struct Verdict
{
    bool holds = false;
    QString measured;
    bool applies = true; ///< false: the run is none that the claim speaks of, and the report leaves it out
};

/// A statement about every run of a lesson, checked against the record. Its text stands in the lesson's text.
struct ClaimSpec
{
    QString id;
    /// Judges a run that has the variants `needs`; others are left out of the report.
    std::function<Verdict(const Run &)> judge;
    QStringList needs;
};

/// A lesson, one variant of it, and the claims of it that prove a rule by that variant alone.
struct RuleEvidence
{
    QString lesson;
    QString variant;
    QStringList claims;
};

/// A rule of the course. Its name is the title of the variant of the same id, its sentence the text of the claim.
struct RuleSpec
{
    QString id;
    std::vector<RuleEvidence> evidence; ///< the first one is what the variant borrows
    /// What was found when the app was built, beside what runs show; may be empty.
    std::function<Verdict()> builtIn = {};
};

/// What a reader can do while the lesson plays; see ReaderActs. Its label stands in the lesson's text.
struct ActSpec
{
    QString id;
};

/// A goal that a run can meet by its parameters alone. Its text stands in the lesson's text.
using ChallengeJudge = std::function<Verdict(const Run &)>;

/// What `lesson.cpp` of a lesson's folder says of it, in define().
struct LessonDefinition
{
    std::vector<ParameterSpec> parameters;
    std::vector<VariantSpec> variants;
    std::vector<ClaimSpec> claims;
    std::vector<ActSpec> acts = {};
    /// Where the lesson collects what others have shown: the rules, in their order; see rules.h.
    std::vector<RuleSpec> rules = {};
    /// The variant that a reader may play on the window's own loop, to feel it; empty: none.
    QString felt = {};
    /// The tree of the tasks is the point: it is in front when the lesson opens.
    bool treeFirst = false;
    /// Makes what the variants need to find, such as files, before the first one's zero; may be empty. A problem ends the run
    /// before it began.
    std::function<Result<Done>(const ParameterSet &, ClockKind)> prepare = {};
    /// What a process of the lesson's own does with its arguments, and its exit code; see lesson_program.h. Empty: it needs none.
    std::function<int(const QStringList &)> program = {};
    ChallengeJudge challenge;
    /// Numbers over a variant's record for the report, beside those that every variant has.
    std::function<std::vector<Metric>(const VariantRun &)> metrics;
    /// Verdicts on one variant, for its header; may be empty. Judged from the record, like claims.
    std::function<std::vector<SubjectNote>(const VariantRun &, const ParameterSet &)> notes;
    /// Where results are the point: the table of one variant's, from its record.
    std::function<ResultTable(const VariantRun &, const ParameterSet &)> results;
};

/// Where the code of a variant is shown.
struct ShownCode
{
    std::shared_ptr<const SourceMap> source;
    QString block; ///< the id of the variant's block in it
};

/// A lesson as the app knows it: its definition, its text, and the code that it shows.
struct Lesson
{
    QString id;
    LessonGroup group = LessonGroup::Patterns;
    LessonDefinition definition;
    LessonText text;
    std::shared_ptr<const SourceMap> source;

    const VariantSpec *variant(QStringView id) const;
    /// Ids of the variants that exist for these parameters and that clock, in the lesson's order.
    QStringList availableVariants(const ParameterSet &parameters, ClockKind clock) const;
    /// The code that a variant plays: this lesson's, or that of the lesson it is borrowed from. The id must be known.
    ShownCode shownCode(QStringView variant) const;
};

/// All lessons, in the order of the course. Made at the first call; lives as long as the program. Thread-safe.
const std::vector<Lesson> &lessons();
/// The lesson of that id, or null.
const Lesson *findLesson(QStringView id);
/// "patterns", "pitfalls" or "practice".
QString groupId(LessonGroup group);

} // namespace awaitscope
