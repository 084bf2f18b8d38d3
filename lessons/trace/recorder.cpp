// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/trace/recorder.h"

#include <algorithm>
#include <utility>

namespace awaitscope {

namespace {

ThreadLog::Chunk *makeChunk()
{
    auto *chunk = new ThreadLog::Chunk; // value-initialising the events touches their pages
    return chunk;
}

} // namespace

ThreadLog::ThreadLog() : first_(makeChunk()), current_(first_), spare_(makeChunk()) { }

ThreadLog::~ThreadLog()
{
    delete spare_;
    for (Chunk *chunk = first_; chunk;)
        delete std::exchange(chunk, chunk->next.load(std::memory_order_acquire));
}

void ThreadLog::nextChunk()
{
    current_->next.store(spare_, std::memory_order_release);
    current_ = spare_;
    used_ = 0;
    spare_ = makeChunk();
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
