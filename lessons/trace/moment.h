// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/trace/trace.h"

namespace awaitscope {

/// A verdict on one run, in words: "31 ms late".
struct SubjectNote
{
    QString text;
    bool good = false; ///< colour only repeats what the words say
    bool operator==(const SubjectNote &) const = default;
};

/// One of the runs that are looked at together, and how it is called there.
struct Subject
{
    QString letter; ///< "A"
    QString title; ///< "Sequential"
    std::shared_ptr<const Trace> trace;
    std::vector<SubjectNote> notes = {}; ///< what the lesson says of it beside its times
};

/// Where a reader is in the runs that are looked at together: the one state that playhead, event number, marked
/// lines and sentence are made from.
struct Moment
{
    Ns time{0};
    std::size_t step = 0; ///< events that have happened, of all subjects
    std::vector<std::size_t> applied; ///< the same for each subject
};

/// The events of several runs in one order of time, to step through.
class Steps
{
public:
    Steps() = default;
    explicit Steps(std::span<const Subject> subjects);

    /// How many events there are.
    std::size_t count() const { return steps_.size(); }
    /// The moment at a time: all events up to and at that time have happened.
    Moment at(Ns time) const;
    /// The moment right after the first `step` events; at(0) with nothing happened for 0.
    Moment after(std::size_t step) const;

private:
    struct Step
    {
        Ns time;
        std::uint32_t subject;
        std::uint32_t event;
    };
    std::vector<Step> steps_;
    std::size_t subjects_ = 0;
};

/// The lines of the shown code on which something is going on.
struct MarkedStatement
{
    LineRange lines;
    enum class Kind { Running, Nested, Suspended, Threw } kind = Kind::Suspended;
    QString note; ///< "suspended", "nested, depth 2", "threw at 120 ms"
    std::vector<TaskId> tasks;
};

/// What is marked in the code of one subject at a moment, in order of lines; innermost last.
std::vector<MarkedStatement> markedStatements(const Trace &trace, std::size_t applied);

/// One or two sentences on what the moment shows: "A waits on line 23 for getUser. B …".
QString momentSentence(std::span<const Subject> subjects, const Moment &moment);

} // namespace awaitscope
