// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/parts/http_call.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>

#include <algorithm>

namespace awaitscope {

namespace {

/// How many connections a QNetworkAccessManager opens to one host.
constexpr int connectionsOfManager = 6;

} // namespace

HttpClientState::HttpClientState(Scope &scope, quint16 serverPort, int connections) :
    scheduler(scope.scheduler()),
    port(serverPort),
    seats(scope, connections, "connection"),
    quiet_(scheduler, [this] { hearAll(); })
{
    if (scheduler.clock() == ClockKind::Virtual)
        return;
    for (int covered = 0; covered < connections; covered += connectionsOfManager) {
        auto manager = std::make_unique<QNetworkAccessManager>();
        manager->setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
        managers_.push_back(std::move(manager));
    }
}

HttpClientState::~HttpClientState() = default;

std::unique_ptr<HttpExchange> HttpClientState::newExchange(HttpCall &call)
{
    const auto onChange = [this, &call] { changed(call); };
    if (managers_.empty())
        return exchangeBySocket(sent, onChange);
    return exchangeByManager(*managers_[call.number() % managers_.size()], sent, onChange);
}

void HttpClientState::changed(HttpCall &call)
{
    if (std::ranges::find(changed_, &call) == changed_.end())
        changed_.push_back(&call);
    quiet_.announce();
}

void HttpClientState::hearAll()
{
    std::vector<HttpCall *> calls = std::exchange(changed_, {});
    std::ranges::sort(calls, {}, &HttpCall::number);
    for (HttpCall *call : calls)
        call->hear();
}

HttpCall::HttpCall(std::shared_ptr<HttpClientState> client, HttpRequest request) :
    client_(std::move(client)),
    request_(std::move(request)),
    number_(++client_->lastCall)
{
}

HttpCall::~HttpCall()
{
    exchange_.reset();
    client_->forget(*this);
}

std::string HttpCall::name() const
{
    return request_.method.toStdString() + ' ' + request_.path.toStdString();
}

void HttpCall::start(Permit seat)
{
    seat_ = std::move(seat);
    ++client_->sent.requests;
    client_->sent.bodyBytesOut += request_.body.size();
    exchange_ = client_->newExchange(*this);
    exchange_->start(request_, client_->port);
}

void HttpCall::hear()
{
    begun_ = exchange_->begun();
    over_ = exchange_->over();
    body_ += exchange_->takeBody();
    if (waiter)
        waiter->look();
}

} // namespace awaitscope
