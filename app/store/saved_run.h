// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/trace/ids.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <compare>
#include <vector>

namespace awaitscope {

/// The number of a saved run, as a user names it. Those on disk count from 1 and are never given twice; one that could not be
/// written yet has a negative number until it is, and 0 is none.
class RunNumber
{
public:
    RunNumber() = default;
    explicit RunNumber(qint64 value) : value_(value) { }

    qint64 value() const { return value_; }
    explicit operator bool() const { return value_ != 0; }
    /// True where the run is held in memory only.
    bool isWaiting() const { return value_ < 0; }
    auto operator<=>(const RunNumber &) const = default;

private:
    qint64 value_ = 0;
};

/// One variant of a saved run.
struct SavedVariant
{
    QString id;
    QString title;
    QString outcome; ///< as in a report: "done", "failed", "cancelled", "timedOut" or "leftBehind"
    Ns duration{0};
    bool operator==(const SavedVariant &) const = default;
};

/// A claim with its verdict.
struct SavedClaim
{
    QString id;
    QString text;
    bool holds = false;
    QString measured;
    bool operator==(const SavedClaim &) const = default;
};

/// What is known of a run beside its trace. Never changes once it is saved.
struct RunFacts
{
    QString lesson;
    QDateTime time; ///< when it ended, UTC, in ms
    QString clock; ///< "real" or "virtual"
    quint64 seed = 1; ///< to 9007199254740991
    QString parameters; ///< one line each, NAME=VALUE as the command line takes it
    QString caption;
    QString appVersion;
    std::vector<SavedVariant> variants; ///< in the order in which they were played
    std::vector<SavedClaim> claims;
    bool operator==(const RunFacts &) const = default;
};

/// A run to be saved.
struct NewRun
{
    RunFacts facts;
    QString name; ///< given by the user; empty: none
    QByteArray trace; ///< whatever the reader of traces understands; kept as it is
};

/// A run as it is listed.
struct SavedRun
{
    RunNumber number;
    QString uid; ///< the same wherever the run is imported to
    RunFacts facts;
    QString name; ///< empty: none
    QString note; ///< the user's; empty: none
    qint64 traceSize = 0; ///< bytes that the trace takes, or took before it was pruned
    bool hasTrace = false; ///< false: the trace was pruned, its numbers are left
    bool isDamaged = false; ///< its row is not as it was written; do not trust its numbers
};

/// Which runs to list. What is not set does not filter.
struct RunFilter
{
    QString lesson; ///< its id
    QString text; ///< in number, name, note, lesson or parameters; capitals do not matter
    QDateTime from; ///< at this time or later
    QDateTime to; ///< before this time
    int most = 0; ///< this many of the newest; 0: all
};

/// How long a variant took in one run.
struct DurationPoint
{
    RunNumber run;
    QDateTime time; ///< UTC
    QString clock; ///< "real" or "virtual"
    QString variant; ///< its id
    QString title;
    QString outcome;
    Ns duration{0};
};

/// What the user predicted for a lesson.
struct SavedPrediction
{
    QString lesson;
    QString content; ///< JSON, written and read by who asks the question
    QDateTime time; ///< UTC
};

/// A step of a lesson that the user has done.
struct SavedStep
{
    QString lesson;
    QString step; ///< its name, as in stepRun
    QDateTime time; ///< UTC, when it was done first
};

/// The step that a lesson's first complete run is.
inline const QString stepRun = QStringLiteral("run");

/// A user's own words on a lesson.
struct SavedNote
{
    QString lesson;
    QString text;
    QDateTime time; ///< UTC, of the last change
};

/// How many traces are kept at most. Beyond either limit the oldest go, those of runs with a name last; the newest stays.
struct TraceLimits
{
    int count = 200; ///< from 1
    qint64 bytes = 256 * 1024 * 1024; ///< from 1 MB
    bool operator==(const TraceLimits &) const = default;
};

/// What an export or import went over.
struct Transferred
{
    int runs = 0; ///< written; of an import: new here, or brought back
    int known = 0; ///< of an import: runs that were here already
};

} // namespace awaitscope
