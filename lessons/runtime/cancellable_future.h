// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/runtime/foreign_wait.h"

#include <QFutureWatcher>
#include <QTimer>

namespace awaitscope {

/// A QFuture was cancelled by somebody else, or ended without a result.
class FutureCancelled : public std::runtime_error
{
public:
    FutureCancelled() : std::runtime_error("the future was cancelled and has no result") { }
};

/// Throws the exception that `read` meets; one that Qt has wrapped, because it does not know its type, is unwrapped.
template <class Read> auto unwrapFailure(Read read)
{
    try {
        return read();
    } catch (const QUnhandledException &wrapped) {
        if (const std::exception_ptr failure = wrapped.exception())
            std::rethrow_exception(failure);
        throw;
    }
}

/// The wait for the end of a future.
template <class T> class FutureAwaiter : public ForeignWait
{
public:
    FutureAwaiter(Scope &scope, QFuture<T> future) : ForeignWait(scope, "future"), future_(std::move(future)) { }

    bool await_ready() const { return future_.isFinished(); }
    void await_suspend(std::coroutine_handle<> coroutine)
    {
        countAsExternalWork();
        giveUp_.setSingleShot(true);
        QObject::connect(&giveUp_, &QTimer::timeout, receiver(), [this] { wake(); });
        QObject::connect(&watcher_, &QFutureWatcher<T>::finished, receiver(), [this] { wake(); });
        QObject::connect(&watcher_, &QFutureWatcher<T>::canceled, receiver(), [this] { expectNoResult(); });
        watcher_.setFuture(future_);
        if (future_.isCanceled())
            expectNoResult();
        suspend(coroutine, &scope());
    }
    T await_resume()
    {
        if (wasCancelled()) {
            future_.cancel();
            throw scope().cancelled();
        }
        if (!future_.isFinished())
            throw FutureCancelled();
        return unwrapFailure([this] { return result(); });
    }

private:
    /// How long a cancelled future is given to finish: a failure cancels it too, just before it finishes with that.
    static constexpr std::chrono::milliseconds grace{100};

    void expectNoResult() { giveUp_.start(grace); }
    T result()
    {
        future_.waitForFinished(); // throws a failure
        if (future_.isCanceled())
            throw FutureCancelled();
        if constexpr (!std::is_void_v<T>) {
            if (future_.resultCount() == 0)
                throw FutureCancelled();
            if constexpr (std::is_copy_constructible_v<T>)
                return future_.result();
            else
                return future_.takeResult();
        }
    }

    QFuture<T> future_;
    QFutureWatcher<T> watcher_;
    QTimer giveUp_; ///< of real time on both clocks, as the future's work runs in it
};

/// What cancellable() gives for a future, to be awaited.
template <class T> class [[nodiscard]] CancellableFuture
{
public:
    CancellableFuture(Scope &scope, QFuture<T> future) : scope_(&scope), future_(std::move(future)) { }
    FutureAwaiter<T> operator co_await() const { return FutureAwaiter<T>(*scope_, future_); }

private:
    Scope *scope_;
    QFuture<T> future_;
};

} // namespace awaitscope
