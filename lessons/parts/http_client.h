// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/parts/http_call.h"

namespace awaitscope {

/// The wait for an answer: first for a connection, then for the other side.
class HttpSendAwaiter : public HttpCallWaiter
{
public:
    HttpSendAwaiter(std::shared_ptr<HttpCall> call, Scope &scope, const std::source_location &where, bool wholeAnswer);
    HttpSendAwaiter(const HttpSendAwaiter &) = delete;
    HttpSendAwaiter &operator=(const HttpSendAwaiter &) = delete;
    ~HttpSendAwaiter();

    bool await_ready();
    void await_suspend(std::coroutine_handle<> coroutine);
    WaitInfo waitsFor() const;

protected:
    /// Throws Cancelled, or HttpError where there is no answer.
    void throwIfFailed() const;
    const std::shared_ptr<HttpCall> call_;

private:
    /// Stands in the line for a connection in place of the task, which goes on only with the answer.
    struct Stand
    {
        struct promise_type
        {
            Stand get_return_object() { return {std::coroutine_handle<promise_type>::from_promise(*this)}; }
            std::suspend_always initial_suspend() const noexcept { return {}; }
            std::suspend_always final_suspend() const noexcept { return {}; }
            void return_void() const { }
            void unhandled_exception() const { std::terminate(); }
        };
        std::coroutine_handle<> frame;
    };

    static Stand standInLine(HttpSendAwaiter &awaiter);
    void connectionGranted();
    bool satisfied() const override;
    WaitInfo answerWait() const;

    Scope &scope_;
    const std::source_location where_;
    const bool wholeAnswer_;
    const TaskId task_;
    PermitAwaiter seat_;
    bool seatFree_ = false;
    Stand stand_{};
    std::exception_ptr failure_;
};

/// Gives the whole answer.
class HttpAnswerAwaiter : public HttpSendAwaiter
{
public:
    using HttpSendAwaiter::HttpSendAwaiter;
    HttpAnswer await_resume();
};

class HttpReader;

/// Gives an answer of which the status is known, to be read on.
class HttpOpenAwaiter : public HttpSendAwaiter
{
public:
    using HttpSendAwaiter::HttpSendAwaiter;
    HttpReader await_resume();
};

/// The wait for the next part of a body.
class HttpPartAwaiter : public HttpCallWaiter
{
public:
    HttpPartAwaiter(std::shared_ptr<HttpCall> call, Scope &scope);
    HttpPartAwaiter(const HttpPartAwaiter &) = delete;
    HttpPartAwaiter &operator=(const HttpPartAwaiter &) = delete;
    ~HttpPartAwaiter();

    bool await_ready() const { return scope_.cancelRequested() || satisfied(); }
    void await_suspend(std::coroutine_handle<> coroutine);
    std::optional<QByteArray> await_resume();
    WaitInfo waitsFor() const;

private:
    bool satisfied() const override { return !call_->body().isEmpty() || call_->over(); }

    const std::shared_ptr<HttpCall> call_;
    Scope &scope_;
};

/// What HttpClient and HttpReader give, to be awaited once.
template <class Awaiter> class [[nodiscard]] HttpSend
{
public:
    HttpSend(std::shared_ptr<HttpCall> call, Scope &scope, const std::source_location &where, bool wholeAnswer) :
        call_(std::move(call)),
        scope_(&scope),
        where_(where),
        wholeAnswer_(wholeAnswer)
    {
    }
    Awaiter operator co_await() { return Awaiter(std::move(call_), *scope_, where_, wholeAnswer_); }

private:
    std::shared_ptr<HttpCall> call_;
    Scope *scope_;
    std::source_location where_;
    bool wholeAnswer_;
};

class [[nodiscard]] HttpPart
{
public:
    HttpPart(std::shared_ptr<HttpCall> call, Scope &scope) : call_(std::move(call)), scope_(&scope) { }
    HttpPartAwaiter operator co_await() const { return HttpPartAwaiter(call_, *scope_); }

private:
    std::shared_ptr<HttpCall> call_;
    Scope *scope_;
};

/// An answer whose body is read as it comes. It holds its connection until it is destroyed.
class HttpReader
{
public:
    explicit HttpReader(std::shared_ptr<HttpCall> call) : call_(std::move(call)) { }

    int status() const { return call_->head().status; }
    /// Gives what came since the last call, or waits for it; std::nullopt at the end: `const auto part = co_await reader.next(scope);`.
    /// How the body is cut into parts is up to the network. Throws HttpError where the answer breaks off, Cancelled where the scope
    /// is cancelled.
    HttpPart next(Scope &scope) const { return HttpPart(call_, scope); }

private:
    std::shared_ptr<HttpCall> call_;
};

/// A client of a server on 127.0.0.1 that has a number of connections: `auto answer = co_await client.send(scope, request);`. Who
/// wants one when all are taken queues, first come, first served. On the real clock it is a QNetworkAccessManager, one for each six
/// connections, which are all that one opens to a host; on the virtual clock a QTcpSocket on this thread, since a manager's own
/// thread is out of that clock's sight. Lives on the scheduler's thread.
class HttpClient
{
public:
    /// Throws std::invalid_argument for fewer than one connection.
    HttpClient(Scope &scope, quint16 port, int connections);

    /// Sends a request and gives the answer, whatever its status is. Throws HttpError where none comes, Cancelled where the scope is
    /// cancelled before: the request is then aborted. It is a wait of the task that awaits it and has no lane of its own.
    HttpSend<HttpAnswerAwaiter> send(
        Scope &scope, HttpRequest request, const std::source_location &where = std::source_location::current()) const;
    /// The same for an answer that is to be read as it comes.
    HttpSend<HttpOpenAwaiter> open(
        Scope &scope, HttpRequest request, const std::source_location &where = std::source_location::current()) const;

    const HttpSent &sent() const { return state_->sent; }

private:
    std::shared_ptr<HttpClientState> state_;
};

} // namespace awaitscope
