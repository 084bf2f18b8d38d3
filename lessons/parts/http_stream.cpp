// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/parts/http_stream.h"

#include "lessons/parts/http_connection.h"

namespace awaitscope {

HttpWriteAwaiter::HttpWriteAwaiter(std::shared_ptr<HttpOutlet> outlet, Scope &scope, const QByteArray &chunk) :
    Waiter(&scope.scheduler()),
    outlet_(std::move(outlet)),
    scope_(scope),
    chunk_(chunk)
{
}

HttpWriteAwaiter::~HttpWriteAwaiter()
{
    if (outlet_->writer == this)
        outlet_->writer = nullptr;
}

bool HttpWriteAwaiter::await_ready()
{
    if (scope_.cancelRequested() || !outlet_->connection)
        return true;
    if (outlet_->writer)
        throw std::logic_error("a stream is written to twice at once");
    return outlet_->connection->writeChunk(chunk_);
}

void HttpWriteAwaiter::await_suspend(std::coroutine_handle<> coroutine)
{
    outlet_->writer = this;
    suspend(coroutine, &scope_);
}

void HttpWriteAwaiter::await_resume() const
{
    scope_.throwIfCancelled();
    if (!outlet_->connection)
        throw HttpError("the client has gone, and nobody reads the rest of the answer");
}

WaitInfo HttpWriteAwaiter::waitsFor() const
{
    return {WaitKind::Foreign, scheduler().recorder()->intern("chunk to client").number()};
}

} // namespace awaitscope
