// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/trace/event.h"

#include <array>
#include <atomic>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace awaitscope {

/// The events of one thread, in the order in which they happened: a chain of preallocated chunks.
/// One thread writes, any one other thread may read what is published at the same time, without locks.
class ThreadLog
{
public:
    static constexpr std::uint32_t chunkCapacity = 4096;

    ThreadLog();
    ~ThreadLog();
    ThreadLog(const ThreadLog &) = delete;
    ThreadLog &operator=(const ThreadLog &) = delete;

    /// Appends an event and publishes it. Only on the writing thread.
    void push(const RawEvent &event)
    {
        if (used_ == chunkCapacity) [[unlikely]]
            nextChunk();
        current_->events[used_] = event;
        current_->published.store(++used_, std::memory_order_release);
    }

    struct Chunk
    {
        std::array<RawEvent, chunkCapacity> events;
        std::atomic<std::uint32_t> published{0};
        std::atomic<Chunk *> next{nullptr};
    };

    /// Reads a log from its begin, once each event. Must not outlive the log.
    class Reader
    {
    public:
        explicit Reader(const ThreadLog &log) : chunk_(log.first_) { }
        /// The next published event, or null when there is none yet. Stays valid as long as the log.
        const RawEvent *peek();
        void advance() { ++read_; }

    private:
        const Chunk *chunk_;
        std::uint32_t read_ = 0;
    };

private:
    void nextChunk();

    Chunk *first_;
    Chunk *current_;
    Chunk *spare_; ///< touched in advance, so that no push pays for fresh pages
    std::uint32_t used_ = 0;
};

/// Takes the record of one run. The threads of the run write, one other thread may read meanwhile.
class Recorder
{
public:
    Recorder() = default;

    /// A log for the calling thread, owned by the recorder; the first one is the event loop's. Thread-safe.
    ThreadLog &attachThread();

    /// Ids in order of calls, from 1. Thread-safe.
    TaskId newTask() { return TaskId(nextTask_.fetch_add(1, std::memory_order_relaxed)); }

    /// An id for a text of the record, the same for the same text. Thread-safe; meant for rare texts (errors, reasons).
    NameId intern(std::string_view text);
    /// The text of an id that intern() gave. Thread-safe.
    std::string name(NameId id) const;

private:
    friend class RecordReader;

    mutable std::mutex mutex_;
    std::deque<ThreadLog> logs_;
    std::deque<std::string> names_;
    std::atomic<std::uint32_t> nextTask_{1};
};

/// Reads what a recorder has taken so far, all threads merged by time. Use from one thread.
class RecordReader
{
public:
    /// Keeps the recorder alive.
    explicit RecordReader(std::shared_ptr<const Recorder> recorder) : recorder_(std::move(recorder)) { }

    /// Calls `take(const RawEvent &, thread)` for each event not yet read and not later than `until`, in order of time.
    template <class Take> void read(Ns until, Take &&take)
    {
        refresh();
        while (auto *reader = earliest(until)) {
            take(*reader->peek(), static_cast<std::uint16_t>(reader - readers_.data()));
            reader->advance();
        }
    }

    const Recorder &recorder() const { return *recorder_; }

private:
    void refresh();
    ThreadLog::Reader *earliest(Ns until);

    std::shared_ptr<const Recorder> recorder_;
    std::vector<ThreadLog::Reader> readers_;
};

} // namespace awaitscope
