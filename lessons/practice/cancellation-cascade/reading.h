// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/run.h"
#include "lessons/practice/cancellation-cascade/tree.h"

namespace awaitscope::lesson_cancellation_cascade {

TreeSize sizeOf(const ParameterSet &parameters);

using Tasks = std::vector<const TaskInfo *>;

/// What one variant's record says of the requests to cancel and of whom they reached.
class Cascade
{
public:
    Cascade(const VariantRun &variant, const ParameterSet &parameters);

    const Trace &trace() const { return trace_; }
    const std::vector<CancelRequest> &requests() const { return trace_.cancelRequests(); }
    std::vector<const CancelRequest *> requestsBy(Canceller by) const;
    /// By the reader, in whose name nothing else cancels but in the variant by hand.
    bool byReader() const { return !requestsBy(Canceller::User).empty(); }

    /// The tasks whose scopes a request reached, in the order in which it did.
    Tasks asked(const CancelRequest &request) const;
    /// Until the last of them was reached; 0 where none was.
    Ns askingTook(const CancelRequest &request) const;
    /// Of those the ones that nobody above them was asked with.
    Tasks heads(const CancelRequest &request) const;
    /// A task that lived when the request came, below one that it asked, and that nobody has asked; null where there is none.
    const TaskInfo *missed(const CancelRequest &request) const;
    /// From the request to the end of the last that it asked.
    Ns took(const CancelRequest &request) const;
    /// From the request to the end of what the slowest of those below it did after they were told; 0 where they did nothing.
    Ns slowest(const CancelRequest &request) const;

    /// The tasks that do more after they were told: the stubborn one, the one that cleans up.
    const Tasks &slow() const { return slow_; }
    /// What such a task does then; null where it has not come to that.
    const TaskInfo *ending(const TaskInfo &task) const;
    /// How long that takes, if nobody cancels it.
    Ns endingTakes(const TaskInfo &task) const;

    /// The root of the tree; null in a run that was cut short before it.
    const TaskInfo *root() const { return root_; }
    /// When the last task ended.
    Ns lastEnd() const;

private:
    const Trace &trace_;
    const Ns stubborn_;
    const Ns cleanup_;
    const TaskInfo *root_ = nullptr;
    Tasks slow_;
};

} // namespace awaitscope::lesson_cancellation_cascade
