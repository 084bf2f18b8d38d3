// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/trace/recorder.h"

#include <algorithm>
#include <utility>

namespace awaitscope {

namespace {

/// Chunks of records that have gone, for the next ones: fresh pages cost more than what is written into them.
class SpareChunks
{
public:
    ThreadLog::Chunk *take()
    {
        {
            const std::scoped_lock lock(mutex_);
            if (!chunks_.empty()) {
                ThreadLog::Chunk *const chunk = chunks_.back().release();
                chunks_.pop_back();
                return chunk;
            }
        }
        return new ThreadLog::Chunk; // value-initialising the events touches their pages
    }
    void give(ThreadLog::Chunk *chunk)
    {
        std::unique_ptr<ThreadLog::Chunk> owned(chunk);
        const std::scoped_lock lock(mutex_);
        if (chunks_.size() == keptAtMost)
            return;
        chunk->published.store(0, std::memory_order_relaxed);
        chunk->next.store(nullptr, std::memory_order_relaxed);
        chunks_.push_back(std::move(owned));
    }

private:
    static constexpr std::size_t keptAtMost = 256; ///< 25 MB

    std::mutex mutex_;
    std::vector<std::unique_ptr<ThreadLog::Chunk>> chunks_;
};

SpareChunks &spareChunks()
{
    static SpareChunks chunks;
    return chunks;
}

} // namespace

ThreadLog::ThreadLog() : first_(spareChunks().take()), current_(first_), spare_(spareChunks().take()) { }

ThreadLog::~ThreadLog()
{
    spareChunks().give(spare_);
    for (Chunk *chunk = first_; chunk;) {
        Chunk *const next = chunk->next.load(std::memory_order_acquire);
        spareChunks().give(chunk);
        chunk = next;
    }
}

void ThreadLog::nextChunk()
{
    current_->next.store(spare_, std::memory_order_release);
    current_ = spare_;
    used_ = 0;
    spare_ = spareChunks().take();
}

const RawEvent *ThreadLog::Reader::peek()
{
    if (read_ == chunkCapacity) {
        const Chunk *next = chunk_->next.load(std::memory_order_acquire);
        if (!next)
            return nullptr;
        chunk_ = next;
        read_ = 0;
    }
    return read_ < chunk_->published.load(std::memory_order_acquire) ? &chunk_->events[read_] : nullptr;
}

ThreadLog &Recorder::attachThread()
{
    const std::scoped_lock lock(mutex_);
    return logs_.emplace_back();
}

NameId Recorder::intern(std::string_view text)
{
    const std::scoped_lock lock(mutex_);
    auto found = std::ranges::find(names_, text);
    if (found == names_.end())
        found = names_.insert(names_.end(), std::string(text));
    return NameId(static_cast<std::uint32_t>(found - names_.begin() + 1));
}

std::string Recorder::name(NameId id) const
{
    const std::scoped_lock lock(mutex_);
    return id && id.index() < names_.size() ? names_[id.index()] : std::string();
}

void RecordReader::refresh()
{
    const std::scoped_lock lock(recorder_->mutex_);
    while (readers_.size() < recorder_->logs_.size())
        readers_.emplace_back(recorder_->logs_[readers_.size()]);
}

ThreadLog::Reader *RecordReader::earliest(Ns until)
{
    ThreadLog::Reader *best = nullptr;
    std::int64_t bestTime = until.count();
    for (ThreadLog::Reader &reader : readers_) {
        const RawEvent *event = reader.peek();
        if (event && (event->time < bestTime || (!best && event->time <= bestTime))) {
            best = &reader;
            bestTime = event->time;
        }
    }
    return best;
}

} // namespace awaitscope
