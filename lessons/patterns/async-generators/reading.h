// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/trace/trace.h"

namespace awaitscope::lesson_async_generators {

/// What a variant's record says of its rows, its generator, the consumer of that, and its client.
class Reading
{
public:
    explicit Reading(const Trace &trace);

    /// Client, consumer and generator are in the record; without rows or with them.
    bool sound() const { return client_ && consumer_ && generator_; }
    int rowsRead() const { return static_cast<int>(read_.size()); }
    int mostHeld() const { return mostHeld_; }
    int rowsReceived() const { return rowsReceived_; }
    /// How many rows were read later than that.
    int rowsReadAfter(Ns time) const;
    /// Only where a row was read.
    Ns firstRead() const { return read_.front(); }
    Ns lastRead() const { return read_.back(); }
    /// When the client had the first row, from the run's zero. Only where it received one.
    Ns firstReceived() const { return firstReceived_; }

    /// When the client had what it wanted.
    Ns clientGone() const { return client_->end; }
    const TaskInfo &generator() const { return *generator_; }
    /// It was destroyed by its consumer before it was through.
    bool stoppedByConsumer() const;
    int connectionsLeft() const { return connectionsLeft_; }
    /// When the last connection to the database was closed.
    Ns connectionClosed() const { return connectionClosed_; }
    /// That was done by the generator as it ended: in the last stretch in which it ran.
    bool closedAsItEnded() const;

    /// How long the generator waited at its co_yield, all rows together.
    Ns producerWaited() const;
    /// How long the consumer of the generator worked on rows, all together.
    Ns consumerWorked() const;

    /// What the two ends say of their bytes and connections, in the server's words and the client's. Empty where they say nothing.
    std::pair<QString, QString> bytes() const;

private:
    Ns waited(const TaskInfo &task, WaitKind kind) const;

    const Trace &trace_;
    const TaskInfo *client_ = nullptr;
    const TaskInfo *generator_ = nullptr;
    const TaskInfo *consumer_ = nullptr;
    std::vector<Ns> read_; ///< when each row was read
    int mostHeld_ = 0;
    int rowsReceived_ = 0;
    Ns firstReceived_{0};
    int connectionsLeft_ = 0;
    Ns connectionClosed_{0};
};

} // namespace awaitscope::lesson_async_generators
