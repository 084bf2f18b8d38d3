// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/runtime/late_promise.h"

namespace awaitscope {

/// The promise of a traced generator. As with tasks, what the caller gets is a bridge: a generator of QCoro's that asks ours.
template <class T> class GeneratorPromise : public LatePromise<TracedPromiseBase>
{
    static_assert(!std::is_rvalue_reference_v<T>, "a generator gives values or lvalue references");

public:
    using Item = std::remove_reference_t<T>;

    template <class... Arguments> explicit GeneratorPromise(Arguments &&...arguments) :
        LatePromise<TracedPromiseBase>(scopeAmong(arguments...))
    {
    }

    QCoro::AsyncGenerator<T> get_return_object(std::source_location end = std::source_location::current());
    auto yield_value(Item &item, std::source_location where = std::source_location::current())
    {
        return Yield(*this, &item, where);
    }
    auto yield_value(Item &&item, std::source_location where = std::source_location::current())
    {
        return Yield(*this, &item, where);
    }
    auto yield_value(const Item &item, std::source_location where = std::source_location::current()) requires(
        !std::is_const_v<Item>)
    {
        return YieldCopy(*this, item, where);
    }
    void return_void() const noexcept { }

    /// Runs on to the next value, or to a wait; false where it waits and will resume the bridge itself.
    bool advance(const LateFrame<GeneratorPromise> &frame)
    {
        asked_ = inAdvance_ = true;
        frame.resume();
        inAdvance_ = false;
        return !asked_ || this->over();
    }
    Item *item() const { return item_; }
    /// Who goes on when the generator has given a value or ended.
    std::coroutine_handle<> bridge() const { return inAdvance_ ? std::noop_coroutine() : TracedTask::bridge(); }

private:
    /// The pause at a co_yield, until the consumer asks for the next value.
    class Yield
    {
    public:
        Yield(GeneratorPromise &task, Item *item, const std::source_location &where) : task_(task), item_(item), where_(where) { }
        bool await_ready() const noexcept { return false; }
        std::coroutine_handle<> await_suspend(std::coroutine_handle<>) { return give(item_); }
        void await_resume() const { task_.resumed(where_); }

    protected:
        std::coroutine_handle<> give(Item *item)
        {
            task_.item_ = item;
            task_.asked_ = false;
            task_.standsAt(where_);
            task_.suspended(where_, {WaitKind::Consumer, ++task_.given_});
            return task_.bridge();
        }

    private:
        GeneratorPromise &task_;
        Item *item_;
        std::source_location where_;
    };

    /// The same for a constant, of which the consumer gets a copy.
    class YieldCopy : public Yield
    {
    public:
        YieldCopy(GeneratorPromise &task, const Item &item, const std::source_location &where) :
            Yield(task, nullptr, where),
            copy_(item)
        {
        }
        std::coroutine_handle<> await_suspend(std::coroutine_handle<>) { return this->give(&copy_); }

    private:
        Item copy_;
    };

    Item *item_ = nullptr;
    std::uint64_t given_ = 0;
    bool asked_ = false; ///< the consumer waits for a value
    bool inAdvance_ = false;
};

/// Waits in the bridge for the next value: null at the end; throws what the generator threw.
template <class T> class NextItem
{
public:
    explicit NextItem(LateFrame<GeneratorPromise<T>> &generator) : generator_(generator) { }

    bool await_ready() const noexcept { return false; }
    bool await_suspend(std::coroutine_handle<> bridge)
    {
        bridge_ = bridge;
        generator_.promise().setBridge(bridge);
        return !generator_.promise().advance(generator_);
    }
    std::remove_reference_t<T> *await_resume()
    {
        Question::answer(bridge_.address());
        if (!generator_.promise().over())
            return generator_.promise().item();
        const std::exception_ptr failure = generator_.promise().failure();
        generator_.destroy();
        if (failure)
            std::rethrow_exception(failure);
        return nullptr;
    }

private:
    LateFrame<GeneratorPromise<T>> &generator_;
    std::coroutine_handle<> bridge_;
};

/// The coroutine behind the QCoro::AsyncGenerator of a traced one, and the owner of that.
template <class T> QCoro::AsyncGenerator<T> bridgeTo(LateFrame<GeneratorPromise<T>> generator)
{
    std::remove_reference_t<T> *item = nullptr;
    for (;;) {
        item = co_await NextItem<T>(generator);
        if (!item)
            co_return;
        co_yield *item;
    }
}

template <class T> QCoro::AsyncGenerator<T> GeneratorPromise<T>::get_return_object(std::source_location end)
{
    this->makeAt(end);
    QCoro::AsyncGenerator<T> generator = bridgeTo<T>(LateFrame<GeneratorPromise>(*this));
    const auto first = generator.begin();
    if (const void *frame = AskedGenerator::frameOf(first)) {
        this->setBridge(std::coroutine_handle<>::from_address(const_cast<void *>(frame)));
        this->announceFrame();
    }
    return generator;
}

} // namespace awaitscope

template <class T, class... Arguments> struct std::coroutine_traits<QCoro::AsyncGenerator<T>, awaitscope::Scope &, Arguments...>
{
    using promise_type = awaitscope::GeneratorPromise<T>;
};

template <class T, class Object, class... Arguments>
requires(!std::is_same_v<std::remove_cvref_t<Object>, awaitscope::Scope>) struct std::coroutine_traits<QCoro::AsyncGenerator<T>,
    Object, awaitscope::Scope &, Arguments...>
{
    using promise_type = awaitscope::GeneratorPromise<T>;
};
