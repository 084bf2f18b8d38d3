// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/parts/http_check.h"
#include "lessons/parts/http_message.h"
#include "lessons/parts/http_stream.h"
#include "lessons/runtime/scope.h"

#include <QHttpServerResponder>
#include <QPointer>
#include <QTcpSocket>

#include <optional>

namespace awaitscope {

/// What its connections tell a server. All of it on the scheduler's thread.
class HttpHost
{
public:
    virtual Scheduler &scheduler() = 0;
    virtual const HttpLimits &limits() const = 0;
    /// A request is there as a whole; the socket is to be given to Qt, which parses it.
    virtual void requestArrived(HttpConnection &connection, QTcpSocket &socket) = 0;
    /// Bytes went over the wire; so many of them are the body of a request.
    virtual void received(qsizetype bytes, qsizetype body) = 0;
    virtual void sent(qsizetype bytes) = 0;
    /// Of the bytes sent, so many are the body of an answer.
    virtual void bodySent(qsizetype bytes) = 0;
    virtual void handlerEnded() = 0;
    /// The server has said its last word, or the client has gone.
    virtual void connectionClosed() = 0;
    /// Nothing happens on the connection any more. It may be destroyed, but not inside this call.
    virtual void connectionOver(HttpConnection &connection) = 0;

protected:
    ~HttpHost() = default;
};

/// One connection of a server, for one request: takes its bytes in until they are a request or turn out not to become one, and
/// sends the answer. It owns the socket.
class HttpConnection final : public QObject, private SpawnObserver
{
public:
    /// Numbers count the accepted connections of a server.
    HttpConnection(HttpHost &host, QTcpSocket *socket, quint64 number);
    /// Closes the socket at once; a handler that still runs is not told.
    ~HttpConnection() override;

    quint64 number() const { return number_; }

    /// For the server, once Qt has parsed the request: where to answer.
    void takeResponder(QHttpServerResponder responder) { responder_.emplace(std::move(responder)); }
    /// Answers and closes.
    void answer(const HttpAnswer &answer);
    /// Answers with what the handler gives.
    void answerWith(Spawned<HttpAnswer> handler);
    /// Ends the answer when the handler of stream() has ended.
    void streamFrom(Spawned<void> handler);
    /// Where the handler writes its chunks.
    HttpStream stream() { return HttpStream(outlet_); }

    /// For HttpWriteAwaiter: true where the system has taken it all.
    bool writeChunk(const QByteArray &chunk);

private:
    class TimeLimit : public Alarm
    {
    public:
        explicit TimeLimit(HttpConnection &connection) : Alarm(connection.host_.scheduler()), connection_(connection) { }

    private:
        void ring() override { connection_.timeUp(); }
        HttpConnection &connection_;
    };
    enum class State { Reading, Handling, Closing, Over };

    void listenToSocket();
    void bytesArrived();
    void handOver(qsizetype bodySize);
    void dropInput();
    void refuse(int status, const QString &text);
    void beginClosing();
    void timeUp();
    void bytesLeft();
    void clientGone();
    void leaveStream();
    void stopWatching();
    template <class Task> void watch(std::optional<Task> &slot, Task handler);
    void taskEnded(SpawnState &task) override;
    void finishWith(const std::exception_ptr &failure);
    HttpAnswer refusalOf(const std::exception_ptr &failure) const;
    template <class Write> void send(Write write);

    HttpHost &host_;
    QPointer<QTcpSocket> socket_; ///< Qt's server deletes it when the client has gone
    const quint64 number_;
    State state_ = State::Reading;
    bool closed_ = false; ///< the host was told
    std::optional<TimeLimit> limit_;
    std::optional<QHttpServerResponder> responder_;
    std::optional<Spawned<HttpAnswer>> handler_;
    std::optional<Spawned<void>> streamHandler_;
    std::shared_ptr<HttpOutlet> outlet_;
    bool streaming_ = false; ///< the head of a stream has been sent
};

} // namespace awaitscope
