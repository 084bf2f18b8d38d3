// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/runtime/spawned.h"

#include <variant>

namespace awaitscope {

/// What awaiting several spawned tasks has in common, whatever their types are.
class GatherWait : public Waiter, protected SpawnObserver
{
public:
    bool await_ready() const { return decided(); }
    /// Whose cancellation ends the wait: by default that of the scope in which the first task was spawned.
    void awaitedIn(Scope &scope) { scope_ = &scope; }
    WaitInfo waitsFor() const { return {WaitKind::Gather, count_}; }

protected:
    GatherWait(std::uint64_t count, Scope *first) :
        Waiter(first ? &first->scheduler() : nullptr),
        scope_(first ? first->parent() : nullptr),
        count_(count)
    {
    }
    ~GatherWait() = default;

    /// Takes a task into account. For each, before anything else.
    void look(const SpawnState &task)
    {
        if (!task.ended())
            ++pending_;
        else if (task.failed() && (!failed_ || task.endOrder() < failed_->endOrder()))
            failed_ = &task;
    }
    /// Watches a task that look() has seen.
    void watch(SpawnState &task)
    {
        if (!task.ended())
            task.observe(*this);
    }
    void begin(std::coroutine_handle<> coroutine) { suspend(coroutine, scope_); }
    bool isFirstFailure(const SpawnState &task) const { return failed_ == &task; }
    void throwIfCancelled() const
    {
        if (wasCancelled())
            throw scope_->cancelled();
    }

private:
    bool decided() const { return failed_ || pending_ == 0; }
    void taskEnded(SpawnState &task) override;

    Scope *scope_;
    std::uint64_t count_;
    std::uint64_t pending_ = 0;
    const SpawnState *failed_ = nullptr; ///< the first one
};

/// The await of a fixed number of tasks, each with a type of its own.
template <class... Ts> class TupleGatherAwaiter : public GatherWait
{
public:
    explicit TupleGatherAwaiter(std::tuple<Spawned<Ts>...> &tasks) : GatherWait(sizeof...(Ts), firstScope(tasks)), tasks_(tasks)
    {
        eachTask([this](SpawnState &task) { look(task); });
    }
    ~TupleGatherAwaiter()
    {
        eachTask([this](SpawnState &task) { task.unobserve(*this); });
    }

    void await_suspend(std::coroutine_handle<> coroutine)
    {
        eachTask([this](SpawnState &task) { watch(task); });
        begin(coroutine);
    }
    auto await_resume()
    {
        throwIfCancelled();
        eachTask([this](SpawnState &task) {
            if (isFirstFailure(task))
                task.beginRead();
        });
        return std::apply([](auto &...tasks) { return std::tuple{valueOf(tasks)...}; }, tasks_);
    }

private:
    static Scope *firstScope(const std::tuple<Spawned<Ts>...> &tasks)
    {
        if constexpr (sizeof...(Ts) > 0)
            return &std::get<0>(tasks).state().scope();
        else
            return nullptr;
    }
    template <class T> static auto valueOf(Spawned<T> &task)
    {
        if constexpr (std::is_void_v<T>) {
            task.state().take();
            return std::monostate();
        } else {
            return task.state().take();
        }
    }
    template <class Use> void eachTask(Use use)
    {
        std::apply([&use](auto &...tasks) { (use(tasks.state()), ...); }, tasks_);
    }

    std::tuple<Spawned<Ts>...> &tasks_;
};

/// The await of any number of tasks of one type.
template <class T> class VectorGatherAwaiter : public GatherWait
{
public:
    explicit VectorGatherAwaiter(std::vector<Spawned<T>> &tasks) :
        GatherWait(tasks.size(), tasks.empty() ? nullptr : &tasks.front().state().scope()),
        tasks_(tasks)
    {
        for (const Spawned<T> &task : tasks_)
            look(task.state());
    }
    ~VectorGatherAwaiter()
    {
        for (const Spawned<T> &task : tasks_)
            task.state().unobserve(*this);
    }

    void await_suspend(std::coroutine_handle<> coroutine)
    {
        for (const Spawned<T> &task : tasks_)
            watch(task.state());
        begin(coroutine);
    }
    auto await_resume()
    {
        throwIfCancelled();
        for (const Spawned<T> &task : tasks_) {
            if (isFirstFailure(task.state()))
                task.state().beginRead();
        }
        if constexpr (std::is_void_v<T>) {
            for (const Spawned<T> &task : tasks_)
                task.state().take();
        } else {
            std::vector<T> values;
            values.reserve(tasks_.size());
            for (const Spawned<T> &task : tasks_)
                values.push_back(task.state().take());
            return values;
        }
    }

private:
    std::vector<Spawned<T>> &tasks_;
};

/// What gather() gives, to be awaited once.
template <class... Ts> class [[nodiscard]] TupleGather
{
public:
    explicit TupleGather(Spawned<Ts>... tasks) : tasks_(std::move(tasks)...) { }
    TupleGatherAwaiter<Ts...> operator co_await() { return TupleGatherAwaiter<Ts...>(tasks_); }

private:
    std::tuple<Spawned<Ts>...> tasks_;
};

/// The same for a vector.
template <class T> class [[nodiscard]] VectorGather
{
public:
    explicit VectorGather(std::vector<Spawned<T>> tasks) : tasks_(std::move(tasks)) { }
    VectorGatherAwaiter<T> operator co_await() { return VectorGatherAwaiter<T>(tasks_); }

private:
    std::vector<Spawned<T>> tasks_;
};

/// Awaits spawned tasks together: `auto [user, logs] = co_await gather(scope.spawn(getUser, 1), scope.spawn(getLogs, 1));`.
/// Gives a tuple of their values in the order of the arguments, std::monostate for void. The first failure is thrown at
/// once; the others run on, unread, until the scope joins them, as in asyncio. Throws Cancelled where the awaiting scope
/// is cancelled.
template <class... Ts> TupleGather<Ts...> gather(Spawned<Ts>... tasks)
{
    return TupleGather<Ts...>(std::move(tasks)...);
}

/// The same for any number of tasks of one type: gives a vector of their values, nothing for void.
template <class T> VectorGather<T> gather(std::vector<Spawned<T>> tasks)
{
    return VectorGather<T>(std::move(tasks));
}

} // namespace awaitscope
