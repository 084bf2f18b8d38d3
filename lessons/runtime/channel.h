// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/runtime/semaphore.h"

#include <deque>

namespace awaitscope {

/// Thrown by Channel::send() into a channel that is or gets closed.
class ChannelClosed : public std::logic_error
{
public:
    ChannelClosed() : std::logic_error("the channel is closed: nobody would receive the value") { }
};

/// A value on its way, with its seat in the channel.
template <class T> struct ChannelItem
{
    T value;
    Permit room;
};

template <class T> class ReceiveAwaiter;

/// What those who send and receive share.
template <class T> class ChannelState
{
public:
    ChannelState(Scope &scope, int capacity, std::string_view name) :
        room(std::make_shared<SemaphoreState>(scope.scheduler(), capacity, name))
    {
    }

    /// Hands an item to whoever waits for one, else keeps it.
    void put(ChannelItem<T> item)
    {
        while (ReceiveAwaiter<T> *first = receivers.front()) {
            first->ListNode<ReceiveAwaiter<T>>::unlink();
            if (first->give(item))
                return;
        }
        items.push_back(std::move(item));
    }

    const std::shared_ptr<SemaphoreState> room;
    std::deque<ChannelItem<T>> items;
    List<ReceiveAwaiter<T>, ReceiveAwaiter<T>> receivers;
    bool closed = false;
};

/// The wait for room; puts the value in when it is over.
template <class T> class SendAwaiter : public PermitAwaiter
{
public:
    SendAwaiter(std::shared_ptr<ChannelState<T>> channel, Scope &scope, T &value) :
        PermitAwaiter(channel->room, scope),
        channel_(std::move(channel)),
        value_(value)
    {
    }

    bool await_ready() { return channel_->closed || PermitAwaiter::await_ready(); }
    void await_resume()
    {
        if (channel_->closed && !scopeCancelled())
            throw ChannelClosed();
        Permit room = PermitAwaiter::await_resume();
        channel_->put({std::move(value_), std::move(room)});
    }

private:
    const std::shared_ptr<ChannelState<T>> channel_;
    T &value_;
};

/// The wait for a value.
template <class T> class ReceiveAwaiter : public Waiter, public ListNode<ReceiveAwaiter<T>>
{
public:
    ReceiveAwaiter(std::shared_ptr<ChannelState<T>> channel, Scope &scope) :
        Waiter(&scope.scheduler()),
        channel_(std::move(channel)),
        scope_(scope)
    {
    }

    bool await_ready()
    {
        if (scope_.cancelRequested())
            return true;
        if (!channel_->items.empty()) {
            item_.emplace(std::move(channel_->items.front()));
            channel_->items.pop_front();
        }
        return item_ || channel_->closed;
    }
    void await_suspend(std::coroutine_handle<> coroutine)
    {
        channel_->receivers.pushBack(*this);
        suspend(coroutine, &scope_);
    }
    std::optional<T> await_resume()
    {
        if (!item_) {
            scope_.throwIfCancelled();
            return std::nullopt;
        }
        item_->room.release();
        return std::move(item_->value);
    }
    WaitInfo waitsFor() const { return {WaitKind::Permit, packPair(channel_->room->id().number(), 1)}; }

    /// Takes the item and wakes; false where the wait is over already.
    bool give(ChannelItem<T> &item)
    {
        if (!waiting())
            return false;
        item_.emplace(std::move(item));
        wake();
        return true;
    }

private:
    const std::shared_ptr<ChannelState<T>> channel_;
    Scope &scope_;
    std::optional<ChannelItem<T>> item_;
};

/// What Channel::send() gives, to be awaited once.
template <class T> class [[nodiscard]] Send
{
public:
    Send(std::shared_ptr<ChannelState<T>> channel, Scope &scope, T value) :
        channel_(std::move(channel)),
        scope_(&scope),
        value_(std::move(value))
    {
    }
    SendAwaiter<T> operator co_await() { return SendAwaiter<T>(channel_, *scope_, value_); }

private:
    std::shared_ptr<ChannelState<T>> channel_;
    Scope *scope_;
    T value_;
};

/// What Channel::receive() gives, to be awaited once.
template <class T> class [[nodiscard]] Receive
{
public:
    Receive(std::shared_ptr<ChannelState<T>> channel, Scope &scope) : channel_(std::move(channel)), scope_(&scope) { }
    ReceiveAwaiter<T> operator co_await() const { return ReceiveAwaiter<T>(channel_, *scope_); }

private:
    std::shared_ptr<ChannelState<T>> channel_;
    Scope *scope_;
};

/// A line of values between tasks that holds at most `capacity` of them: who sends into a full one waits, and so does who receives
/// from an empty one, first come, first served. Values come out in the order in which they went in. A value that was handed to
/// a receiver is received, also when the receiver is cancelled in the same turn; a sender that is cancelled while it waits for
/// room has sent nothing. Lives on the scheduler's thread; its end closes it.
template <class T> class Channel
{
public:
    /// `name` is what the record calls it. Throws std::invalid_argument for a capacity below one.
    Channel(Scope &scope, int capacity, std::string_view name = "channel") : state_(make(scope, capacity, name)) { }
    ~Channel() { close(); }
    Channel(const Channel &) = delete;
    Channel &operator=(const Channel &) = delete;

    /// Puts a value in, at once or when there is room. Throws Cancelled where `scope` is cancelled before, ChannelClosed where the
    /// channel is closed.
    Send<T> send(Scope &scope, T value) { return Send<T>(state_, scope, std::move(value)); }
    /// Takes the oldest value, at once or when there is one; std::nullopt when the channel is closed and empty. Throws Cancelled
    /// where `scope` is cancelled before.
    Receive<T> receive(Scope &scope) { return Receive<T>(state_, scope); }
    /// From now on nothing goes in; what is in comes out. Wakes all who wait.
    void close();

    int capacity() const { return state_->room->permits(); }
    /// How many values are in it, those included that were handed to a receiver in this turn.
    int size() const { return state_->room->inUse(); }
    bool closed() const { return state_->closed; }

private:
    static std::shared_ptr<ChannelState<T>> make(Scope &scope, int capacity, std::string_view name)
    {
        if (capacity < 1)
            throw std::invalid_argument(
                "a channel for " + std::to_string(capacity) + " values could never hold one; it needs at least 1");
        return std::make_shared<ChannelState<T>>(scope, capacity, name);
    }

    std::shared_ptr<ChannelState<T>> state_;
};

template <class T> void Channel<T>::close()
{
    if (std::exchange(state_->closed, true))
        return;
    state_->room->close();
    while (ReceiveAwaiter<T> *first = state_->receivers.front()) {
        first->ListNode<ReceiveAwaiter<T>>::unlink();
        first->wake();
    }
}

} // namespace awaitscope
