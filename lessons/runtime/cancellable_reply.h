// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/runtime/foreign_wait.h"

namespace awaitscope {

/// What can be waited for by its signal finished(), and aborted: QNetworkReply, and what has the same three members.
template <class Reply>
concept AbortableReply = std::derived_from<Reply, QObject> && requires(Reply reply)
{
    reply.abort();
    {
        reply.isFinished()
        } -> std::convertible_to<bool>;
    &Reply::finished;
};

/// The wait for the end of a reply.
template <class Reply> class ReplyAwaiter : public ForeignWait
{
public:
    ReplyAwaiter(Scope &scope, QPointer<Reply> reply) : ForeignWait(scope, "reply"), reply_(std::move(reply)) { }

    bool await_ready() const { return !reply_ || reply_->isFinished(); }
    void await_suspend(std::coroutine_handle<> coroutine)
    {
        countAsExternalWork();
        QObject::connect(reply_, &Reply::finished, receiver(), [this] { wake(); });
        wakeWhenDestroyed(reply_);
        suspend(coroutine, &scope());
    }
    Reply *await_resume()
    {
        if (wasCancelled()) {
            if (reply_ && !reply_->isFinished())
                reply_->abort();
            throw scope().cancelled();
        }
        if (!reply_)
            throw SenderDestroyed(name());
        return reply_;
    }

private:
    QPointer<Reply> reply_;
};

/// What cancellable() gives for a reply, to be awaited.
template <class Reply> class [[nodiscard]] CancellableReply
{
public:
    CancellableReply(Scope &scope, Reply *reply) : scope_(&scope), reply_(reply) { }
    ReplyAwaiter<Reply> operator co_await() const { return ReplyAwaiter<Reply>(*scope_, reply_); }

private:
    Scope *scope_;
    QPointer<Reply> reply_;
};

} // namespace awaitscope
