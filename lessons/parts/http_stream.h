// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/parts/http_message.h"
#include "lessons/runtime/scope.h"

namespace awaitscope {

class HttpConnection;
class HttpWriteAwaiter;

/// What the handles of one stream and its connection share.
struct HttpOutlet
{
    HttpConnection *connection = nullptr; ///< null when it has gone
    HttpWriteAwaiter *writer = nullptr; ///< who waits for the client to take what was written
};

/// The wait until the client's side has taken a chunk.
class HttpWriteAwaiter : public Waiter
{
public:
    HttpWriteAwaiter(std::shared_ptr<HttpOutlet> outlet, Scope &scope, const QByteArray &chunk);
    HttpWriteAwaiter(const HttpWriteAwaiter &) = delete;
    HttpWriteAwaiter &operator=(const HttpWriteAwaiter &) = delete;
    ~HttpWriteAwaiter();

    bool await_ready();
    void await_suspend(std::coroutine_handle<> coroutine);
    void await_resume() const;
    WaitInfo waitsFor() const;

private:
    const std::shared_ptr<HttpOutlet> outlet_;
    Scope &scope_;
    const QByteArray &chunk_;
};

/// What HttpStream::write() gives, to be awaited once.
class [[nodiscard]] HttpWrite
{
public:
    HttpWrite(std::shared_ptr<HttpOutlet> outlet, Scope &scope, QByteArray chunk) :
        outlet_(std::move(outlet)),
        scope_(&scope),
        chunk_(std::move(chunk))
    {
    }
    HttpWriteAwaiter operator co_await() const { return HttpWriteAwaiter(outlet_, *scope_, chunk_); }

private:
    std::shared_ptr<HttpOutlet> outlet_;
    Scope *scope_;
    QByteArray chunk_;
};

/// The answer of a streaming handler, written chunk by chunk (HTTP's chunked transfer, status 200). Its handles share one answer.
class HttpStream
{
public:
    explicit HttpStream(std::shared_ptr<HttpOutlet> outlet) : outlet_(std::move(outlet)) { }

    /// Sends a chunk and waits until the system has taken it: `co_await stream.write(scope, line);`. Throws HttpError where the
    /// client has gone, Cancelled where the scope is cancelled. An empty chunk sends nothing.
    HttpWrite write(Scope &scope, QByteArray chunk) const { return HttpWrite(outlet_, scope, std::move(chunk)); }
    /// False when the client has gone: nobody reads what is written.
    bool connected() const { return outlet_->connection != nullptr; }

private:
    std::shared_ptr<HttpOutlet> outlet_;
};

} // namespace awaitscope
