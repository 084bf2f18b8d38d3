// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/parts/http_exchange.h"
#include "lessons/parts/quiet_alarm.h"
#include "lessons/runtime/semaphore.h"

#include <source_location>

namespace awaitscope {

class HttpCall;

/// What a client and its calls share.
class HttpClientState
{
public:
    HttpClientState(Scope &scope, quint16 port, int connections);
    ~HttpClientState();

    std::unique_ptr<HttpExchange> newExchange(HttpCall &call);
    /// Something new came for a call; it is heard when the quiet alarm rings.
    void changed(HttpCall &call);
    void forget(HttpCall &call) { std::erase(changed_, &call); }

    Scheduler &scheduler;
    const quint16 port;
    Semaphore seats;
    HttpSent sent;
    quint64 lastCall = 0;

private:
    void hearAll();

    std::vector<std::unique_ptr<QNetworkAccessManager>> managers_;
    std::vector<HttpCall *> changed_;
    QuietAlarm quiet_;
};

/// A task that waits for something of a call.
class HttpCallWaiter : public Waiter
{
public:
    using Waiter::Waiter;
    /// For the call: something new was heard.
    void look()
    {
        if (satisfied())
            wake();
    }

protected:
    ~HttpCallWaiter() = default;
    virtual bool satisfied() const = 0;
};

/// One request with its connection and what has been heard of the answer. Its end gives the connection back.
class HttpCall
{
public:
    HttpCall(std::shared_ptr<HttpClientState> client, HttpRequest request);
    ~HttpCall();

    HttpClientState &client() const { return *client_; }
    quint64 number() const { return number_; }
    /// How a reader calls the wait: "POST /api/v1/process".
    std::string name() const;
    /// The seat has been granted: sends.
    void start(Permit seat);
    /// Takes over what the exchange has so far, and tells who waits.
    void hear();

    bool begun() const { return begun_; }
    bool over() const { return over_; }
    const HttpAnswer &head() const { return exchange_->head(); }
    const QByteArray &body() const { return body_; }
    QByteArray takeBody() { return std::exchange(body_, {}); }
    void throwIfFailed() const { exchange_->throwIfFailed(); }

    HttpCallWaiter *waiter = nullptr;

private:
    const std::shared_ptr<HttpClientState> client_;
    const HttpRequest request_;
    const quint64 number_;
    std::optional<Permit> seat_;
    std::unique_ptr<HttpExchange> exchange_;
    bool begun_ = false;
    bool over_ = false;
    QByteArray body_;
};

} // namespace awaitscope
