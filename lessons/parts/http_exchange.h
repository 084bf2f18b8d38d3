// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/parts/http_answer_parser.h"
#include "lessons/runtime/clock.h"

#include <functional>
#include <memory>

class QNetworkAccessManager;

namespace awaitscope {

/// What went over a client's wire since it was made.
struct HttpSent
{
    qint64 requests = 0;
    qint64 bodyBytesOut = 0; ///< bodies of requests
    qint64 bodyBytesIn = 0; ///< bodies of answers, as far as they came
    qint64 bytesOut = 0; ///< all bytes; only on the virtual clock, QNetworkAccessManager keeps them to itself
    qint64 bytesIn = 0;
};

/// One request on its way and its answer as it comes in. Its end closes the connection.
class HttpExchange
{
public:
    /// Both are called from the event loop or the start; `changed` after each change.
    HttpExchange(HttpSent &sent, std::function<void()> changed) : sent_(sent), changed_(std::move(changed)) { }
    HttpExchange(const HttpExchange &) = delete;
    HttpExchange &operator=(const HttpExchange &) = delete;
    virtual ~HttpExchange() = default;

    virtual void start(const HttpRequest &request, quint16 port) = 0;

    /// Status and type of the answer are known.
    bool begun() const { return begun_; }
    /// Nothing more will come.
    bool over() const { return over_; }
    const HttpAnswer &head() const { return head_; }
    /// What came of the body since the last call.
    QByteArray takeBody() { return std::exchange(body_, {}); }
    bool hasBody() const { return !body_.isEmpty(); }
    /// Throws HttpError where the exchange has failed.
    void throwIfFailed() const;

protected:
    void begin(const HttpAnswer &head)
    {
        head_ = head;
        begun_ = true;
    }
    void addBody(const QByteArray &part);
    /// Ends the exchange, with what went wrong or an empty text. Only the first end counts.
    void end(const QString &failure);
    void tell() { changed_(); }

    HttpSent &sent_;

private:
    const std::function<void()> changed_;
    bool begun_ = false;
    bool over_ = false;
    HttpAnswer head_{0, {}, {}};
    QByteArray body_;
    QString failure_;
};

/// An exchange over a QTcpSocket of this thread, so that nothing happens behind the virtual clock's back.
std::unique_ptr<HttpExchange> exchangeBySocket(HttpSent &sent, std::function<void()> changed);
/// An exchange over a manager, which must outlive it and does its work on a thread of its own.
std::unique_ptr<HttpExchange> exchangeByManager(QNetworkAccessManager &manager, HttpSent &sent, std::function<void()> changed);

} // namespace awaitscope
