// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/runtime/task_promise.h"

namespace awaitscope {

/// The scope among the arguments of a traced coroutine: the first one, or the second after an object.
template <class... Rest> Scope &scopeAmong(Scope &scope, Rest &&...)
{
    return scope;
}
template <class Object, class... Rest>
requires(!std::is_same_v<std::remove_cvref_t<Object>, Scope>) Scope &scopeAmong(Object &&, Scope &scope, Rest &&...)
{
    return scope;
}

/// A promise of a traced coroutine that does not begin when it is called, and whose frame belongs to an object: generators and
/// lazy tasks. The record shows it as Created until it begins, and as NeverStarted where it never does.
template <class Promise> class LatePromise : public Promise
{
public:
    using Promise::Promise;
    ~LatePromise()
    {
        if (state_ == State::Made)
            this->dropped();
        else if (state_ == State::Begun)
            Promise::ended();
    }

    bool begun() const { return state_ != State::Made; }
    bool over() const { return state_ == State::Over; }

    auto initial_suspend() noexcept { return Begin(*this); }
    void ended() noexcept
    {
        state_ = State::Over;
        Promise::ended();
    }
    /// Has to be called before the frame is destroyed, unless the promise is of that kind no more: tells the record that a
    /// task that waits ends here.
    void aboutToDestroy()
    {
        if (state_ == State::Begun)
            this->stopped(site_);
    }

protected:
    void makeAt(const std::source_location &end)
    {
        site_ = end;
        this->created(end);
    }
    /// Where the task stands, as far as that is known.
    void standsAt(const std::source_location &where) { site_ = where; }

private:
    enum class State : std::uint8_t { Made, Begun, Over };

    class Begin
    {
    public:
        explicit Begin(LatePromise &task) : task_(task) { }
        bool await_ready() const noexcept { return false; }
        void await_suspend(std::coroutine_handle<>) const noexcept { }
        void await_resume() const
        {
            task_.state_ = State::Begun;
            task_.begins(task_.site_);
        }

    private:
        LatePromise &task_;
    };

    State state_ = State::Made;
    std::source_location site_;
};

/// Owns the frame of a coroutine with a LatePromise.
template <class Promise> class LateFrame
{
public:
    explicit LateFrame(Promise &promise) : frame_(std::coroutine_handle<Promise>::from_promise(promise)) { }
    LateFrame(LateFrame &&other) noexcept : frame_(std::exchange(other.frame_, nullptr)) { }
    LateFrame &operator=(LateFrame &&other) noexcept
    {
        LateFrame old(std::move(*this));
        frame_ = std::exchange(other.frame_, nullptr);
        return *this;
    }
    ~LateFrame() { destroy(); }

    explicit operator bool() const { return static_cast<bool>(frame_); }
    Promise &promise() const { return frame_.promise(); }
    void resume() const { frame_.resume(); }
    void destroy()
    {
        if (!frame_)
            return;
        promise().aboutToDestroy();
        std::exchange(frame_, nullptr).destroy();
    }

private:
    std::coroutine_handle<Promise> frame_;
};

} // namespace awaitscope
