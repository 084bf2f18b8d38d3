// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/trace/trace.h"

namespace awaitscope {

/// What the requests to cancel meant for one task, and what became of it when its caller had gone.
struct CascadeFact
{
    CancelId request; ///< the one that concerned it; none where none did
    std::size_t requestEvent = noEvent;
    Ns requested{0};

    std::size_t toldEvent = noEvent; ///< the event with which it was told: thrown into a wait of its, or into what it awaited
    Ns told{0};
    TaskId toldBy; ///< the task above it that the same request reached; none where it stands at the head
    std::optional<Ns> afterAbove; ///< from the moment that one was told to the moment this one was, where it was told later

    bool shielded = false; ///< the request passed it over: it runs under a shield
    bool ignored = false; ///< it had been asked, went on, and ended as if it had not been

    std::size_t callerGoneEvent = noEvent; ///< the event with which the first of those above it ended, where it outlived that one
    Ns callerGone{0};

    bool wasTold() const { return toldEvent != noEvent; }
    bool outlived() const { return callerGoneEvent != noEvent; }
    /// From the request to the moment that the task was told of it; only where it was told.
    Ns latency() const { return told - requested; }
};

/// One for each task of the record, in order of their ids. May be made of a live record; it goes through all of it.
std::vector<CascadeFact> cascadeFacts(const Trace &trace);

/// Who asked for the cancellation of a task, as far as it can be pointed at.
struct CascadeAsker
{
    TaskId task; ///< who asked, or whose deadline or failure did; none for the reader and for the closing of a run
    std::size_t event = noEvent; ///< the request
};
/// Nothing where no request concerned the task.
std::optional<CascadeAsker> askerOf(const Trace &trace, const CascadeFact &fact);

/// The chain from a task back to who asked for its cancellation, in one sentence or two; says so where nobody asked.
QString cascadeStory(const Trace &trace, const std::vector<CascadeFact> &facts, TaskId task);

} // namespace awaitscope
