// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/parts/sql_session.h"
#include "lessons/runtime/counter.h"
#include "lessons/runtime/worker.h"

#include <atomic>
#include <optional>

namespace awaitscope {

/// What a connection shares with its thread and with those who wait for it.
struct ConnectionState
{
    std::atomic<bool> open = false; ///< as the thread has left it
    bool counted = false;
    Counter *counter = nullptr; ///< null where nothing is counted any more

    /// Brings the counter up to what the thread has done. On the scheduler's thread.
    void count();
};

/// The wait for something that a connection does. In the record it is called what it does.
template <class T> class ConnectionAwaiter
{
public:
    using Call = ThreadCall<T, std::function<T()>>;

    ConnectionAwaiter(std::shared_ptr<ConnectionState> state, const Call &call, WaitInfo wait) :
        state_(std::move(state)),
        inner_(call.operator co_await()),
        wait_(wait)
    {
    }

    bool await_ready() const { return inner_.await_ready(); }
    void await_suspend(std::coroutine_handle<> coroutine) { inner_.await_suspend(coroutine); }
    T await_resume()
    {
        state_->count(); // also where Cancelled is thrown: what the thread has done is done
        return inner_.await_resume();
    }
    WaitInfo waitsFor() const { return wait_; }

private:
    const std::shared_ptr<ConnectionState> state_;
    ThreadAwaiter<T, std::function<T()>> inner_;
    const WaitInfo wait_;
};

/// What open(), query() and close() of a connection give, to be awaited once.
template <class T> class [[nodiscard]] ConnectionCall
{
public:
    ConnectionCall(std::shared_ptr<ConnectionState> state, typename ConnectionAwaiter<T>::Call call, WaitInfo wait) :
        state_(std::move(state)),
        call_(std::move(call)),
        wait_(wait)
    {
    }
    ConnectionAwaiter<T> operator co_await() const { return ConnectionAwaiter<T>(state_, call_, wait_); }

private:
    std::shared_ptr<ConnectionState> state_;
    typename ConnectionAwaiter<T>::Call call_;
    WaitInfo wait_;
};

/// A connection to an SQLite file, on a thread of its own that does one thing after another:
/// `co_await connection.open(scope); const auto rows = co_await connection.query(scope, 25ms, sql);`. What is awaited is no task and
/// has no lane of its own. Each `cost` is what the thread needs on the virtual clock; the real clock takes no notice of it.
/// Who is cancelled while the thread is at it gets Cancelled when it is done; what has not begun is left out. Lives on the
/// scheduler's thread.
class Connection
{
public:
    /// Nothing is open yet. `openConnections` counts this one while it is open, and outlives it; `name` is that of the thread.
    Connection(Scope &scope, QString path, Counter &openConnections, std::string_view name = "connection");
    /// Closes what is still open: returns when the thread has done what it was asked for and has ended.
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /// Opens the file for reading. Throws QueryError where that fails, or where it is open.
    ConnectionCall<void> open(Scope &scope, Ns cost = Ns::zero());
    /// Gives the rows of one statement; see SqlSession::query(). Throws QueryError.
    ConnectionCall<Rows> query(Scope &scope, Ns cost, QString sql, QVariantList values = {});
    /// Begins a statement of which nextRow() gives the rows, in place of the one that was begun before. Throws QueryError.
    ConnectionCall<void> select(Scope &scope, Ns cost, QString sql, QVariantList values = {});
    /// The next row of what was begun, which the thread reads from the file only now; std::nullopt after the last. Throws QueryError.
    ConnectionCall<std::optional<QVariantList>> nextRow(Scope &scope, Ns cost = Ns::zero());
    /// Closes it. Throws QueryError where it is not open.
    ConnectionCall<void> close(Scope &scope, Ns cost = Ns::zero());
    /// What becomes of it from now on is not counted: for one that is closed after the run that left it open.
    void stopCounting() { state_->counter = nullptr; }
    /// As of the last thing that somebody has awaited.
    bool isOpen() const { return state_->counted; }

private:
    template <class T> ConnectionCall<T> call(Scope &scope, std::string_view what, Ns cost, std::function<T()> function);

    const QString path_;
    const std::shared_ptr<ConnectionState> state_ = std::make_shared<ConnectionState>();
    std::optional<Worker> worker_;
};

} // namespace awaitscope
