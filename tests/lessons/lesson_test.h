// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/runner.h"

#include <QTest>

#include <initializer_list>
#include <utility>

namespace awaitscope {

// What the tests of the lessons share.

/// A parameter and its value as the command line takes it: {"work", "80ms"}.
using Setting = std::pair<const char *, const char *>;

inline const Lesson &lessonOf(const char *id)
{
    const Lesson *lesson = findLesson(QString::fromLatin1(id));
    if (!lesson)
        qFatal("no lesson %s", id);
    return *lesson;
}

/// The defaults but for those settings.
inline ParameterSet parametersOf(const Lesson &lesson, std::initializer_list<Setting> settings = {})
{
    ParameterSet parameters(lesson.definition.parameters);
    for (const auto &[id, value] : settings) {
        if (const auto set = parameters.setText(QString::fromLatin1(id), QString::fromLatin1(value)); !set)
            qFatal("%s", qPrintable(set.problem().sentence));
    }
    return parameters;
}

/// All variants that there are, played once, with seed 1.
inline Run playAll(const Lesson &lesson, const ParameterSet &parameters, ClockKind clock = ClockKind::Virtual)
{
    return play({&lesson, parameters, lesson.availableVariants(parameters, clock), clock, 1});
}

inline Run playAll(const Lesson &lesson, std::initializer_list<Setting> settings = {}, ClockKind clock = ClockKind::Virtual)
{
    return playAll(lesson, parametersOf(lesson, settings), clock);
}

/// One variant, played once, with seed 1.
inline Run playOne(const Lesson &lesson, const char *variant, std::initializer_list<Setting> settings = {},
    ClockKind clock = ClockKind::Virtual, RunControl *control = nullptr)
{
    return play({&lesson, parametersOf(lesson, settings), {QString::fromLatin1(variant)}, clock, 1}, control);
}

/// Judges a claim anew over a run that may have been changed.
inline Verdict judged(const Lesson &lesson, const Run &run, const QString &claim)
{
    for (const ClaimSpec &spec : lesson.definition.claims) {
        if (spec.id == claim)
            return spec.judge(run);
    }
    qFatal("no claim %s", qPrintable(claim));
}

inline bool holds(const Lesson &lesson, const Run &run, const QString &claim)
{
    return judged(lesson, run, claim).holds;
}

/// The run, in which one variant has the record of a variant of another run: a planted fault.
inline Run withRecord(Run run, QStringView variant, const Run &other, QStringView otherVariant)
{
    const auto trace = other.variant(otherVariant)->trace;
    for (VariantRun &each : run.variants) {
        if (each.id == variant)
            each.trace = trace;
    }
    return run;
}

/// Fails the test where the run is not sound, or a claim of the lesson does not hold or was not judged.
inline void verifyAllHold(const Lesson &lesson, const Run &run)
{
    QVERIFY2(run.problems.empty(), run.problems.empty() ? "" : qPrintable(run.problems[0].sentence));
    QCOMPARE(run.liveFrames, 0);
    QCOMPARE(run.claims.size(), lesson.definition.claims.size());
    for (const ClaimResult &claim : run.claims)
        QVERIFY2(claim.holds, qPrintable(claim.id + u' ' + claim.measured));
}

/// The kinds of a variant's results, a letter each in their order: succeeded, failed, cancelled, unread.
inline QString kindsOf(const Run &run, QStringView variant)
{
    QString text;
    for (const ResultRow &row : run.variant(variant)->results)
        text += QStringLiteral("sfcu")[int(row.kind)];
    return text;
}

/// A number of a variant by its name; asserts that there is one.
inline qint64 metricOf(const Run &run, QStringView variant, QStringView name)
{
    for (const Metric &each : run.variant(variant)->metrics) {
        if (each.name == name)
            return each.value;
    }
    qFatal("no metric %s", qPrintable(name.toString()));
}

} // namespace awaitscope
