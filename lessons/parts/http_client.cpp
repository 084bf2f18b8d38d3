// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/parts/http_client.h"

namespace awaitscope {

HttpSendAwaiter::HttpSendAwaiter(
    std::shared_ptr<HttpCall> call, Scope &scope, const std::source_location &where, bool wholeAnswer) :
    HttpCallWaiter(&scope.scheduler()),
    call_(std::move(call)),
    scope_(scope),
    where_(where),
    wholeAnswer_(wholeAnswer),
    task_(scope.scheduler().currentTask()),
    seat_(call_->client().seats.acquire(scope).operator co_await())
{
}

HttpSendAwaiter::~HttpSendAwaiter()
{
    call_->waiter = nullptr;
    if (stand_.frame)
        stand_.frame.destroy();
}

bool HttpSendAwaiter::await_ready()
{
    if (scope_.cancelRequested())
        return true;
    seatFree_ = seat_.await_ready();
    return false;
}

void HttpSendAwaiter::await_suspend(std::coroutine_handle<> coroutine)
{
    suspend(coroutine, &scope_);
    if (seatFree_) {
        call_->waiter = this;
        call_->start(seat_.await_resume());
    } else {
        stand_ = standInLine(*this);
        seat_.await_suspend(stand_.frame);
    }
}

HttpSendAwaiter::Stand HttpSendAwaiter::standInLine(HttpSendAwaiter &awaiter)
{
    awaiter.connectionGranted();
    co_return;
}

/// The task's wait goes on as one for the answer.
void HttpSendAwaiter::connectionGranted()
{
    if (!waiting())
        return; // cancelled in this turn
    Scheduler &loop = scheduler();
    const std::uint64_t site = toPayload(where_);
    if (task_)
        loop.record(EventKind::Resumed, task_, site);
    const LoopPosition outer = loop.enter({task_, site});
    try {
        call_->waiter = this;
        call_->start(seat_.await_resume());
    } catch (...) {
        failure_ = std::current_exception();
        wake();
    }
    if (task_)
        loop.recordSuspended(task_, site, answerWait());
    loop.enter(outer);
}

WaitInfo HttpSendAwaiter::waitsFor() const
{
    return seatFree_ ? answerWait() : seat_.waitsFor();
}

WaitInfo HttpSendAwaiter::answerWait() const
{
    return {WaitKind::Foreign, scheduler().recorder()->intern(call_->name()).number()};
}

bool HttpSendAwaiter::satisfied() const
{
    return call_->over() || (!wholeAnswer_ && call_->begun());
}

void HttpSendAwaiter::throwIfFailed() const
{
    if (wasCancelled() || !call_->begun())
        scope_.throwIfCancelled();
    if (failure_)
        std::rethrow_exception(failure_);
    if (wholeAnswer_ || !call_->begun())
        call_->throwIfFailed();
}

HttpAnswer HttpAnswerAwaiter::await_resume()
{
    throwIfFailed();
    HttpAnswer answer = call_->head();
    answer.body = call_->takeBody();
    return answer;
}

HttpReader HttpOpenAwaiter::await_resume()
{
    throwIfFailed();
    return HttpReader(call_);
}

HttpPartAwaiter::HttpPartAwaiter(std::shared_ptr<HttpCall> call, Scope &scope) :
    HttpCallWaiter(&scope.scheduler()),
    call_(std::move(call)),
    scope_(scope)
{
}

HttpPartAwaiter::~HttpPartAwaiter()
{
    if (call_->waiter == this)
        call_->waiter = nullptr;
}

void HttpPartAwaiter::await_suspend(std::coroutine_handle<> coroutine)
{
    if (call_->waiter)
        throw std::logic_error("an answer is read twice at once");
    call_->waiter = this;
    suspend(coroutine, &scope_);
}

std::optional<QByteArray> HttpPartAwaiter::await_resume()
{
    if (wasCancelled() || !satisfied())
        scope_.throwIfCancelled();
    if (!call_->body().isEmpty())
        return call_->takeBody();
    call_->throwIfFailed();
    return std::nullopt;
}

WaitInfo HttpPartAwaiter::waitsFor() const
{
    return {WaitKind::Foreign, scheduler().recorder()->intern("next part of " + call_->name()).number()};
}

HttpClient::HttpClient(Scope &scope, quint16 port, int connections) :
    state_(std::make_shared<HttpClientState>(scope, port, connections))
{
}

HttpSend<HttpAnswerAwaiter> HttpClient::send(Scope &scope, HttpRequest request, const std::source_location &where) const
{
    return {std::make_shared<HttpCall>(state_, std::move(request)), scope, where, true};
}

HttpSend<HttpOpenAwaiter> HttpClient::open(Scope &scope, HttpRequest request, const std::source_location &where) const
{
    return {std::make_shared<HttpCall>(state_, std::move(request)), scope, where, false};
}

} // namespace awaitscope
