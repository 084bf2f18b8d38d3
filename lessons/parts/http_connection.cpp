// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/parts/http_connection.h"

#include <QCoreApplication>

namespace awaitscope {

namespace {

using Status = QHttpServerResponder::StatusCode;

QByteArray plainAnswer(const HttpAnswer &answer)
{
    return "HTTP/1.1 " + QByteArray::number(answer.status) + " Refused\r\nContent-Type: " + answer.type
        + "\r\nContent-Length: " + QByteArray::number(answer.body.size()) + "\r\nConnection: close\r\n\r\n" + answer.body;
}

} // namespace

HttpConnection::HttpConnection(HttpHost &host, QTcpSocket *socket, quint64 number) :
    host_(host),
    socket_(socket),
    number_(number),
    outlet_(std::make_shared<HttpOutlet>())
{
    outlet_->connection = this;
    socket_->setParent(this);
    socket_->setReadBufferSize(host_.limits().head + host_.limits().body + 1);
    listenToSocket();
    limit_.emplace(*this).setFor(host_.scheduler().now() + host_.limits().time);
}

HttpConnection::~HttpConnection()
{
    stopWatching();
    leaveStream();
    if (socket_) {
        disconnect(socket_, nullptr, this, nullptr);
        socket_->abort();
        delete socket_;
    }
}

void HttpConnection::listenToSocket()
{
    connect(socket_, &QIODevice::readyRead, this, &HttpConnection::bytesArrived, Qt::UniqueConnection);
    connect(socket_, &QIODevice::bytesWritten, this, &HttpConnection::bytesLeft, Qt::UniqueConnection);
    connect(socket_, &QAbstractSocket::disconnected, this, &HttpConnection::clientGone, Qt::UniqueConnection);
}

void HttpConnection::bytesArrived()
{
    if (state_ != State::Reading) {
        dropInput();
        return;
    }
    const HttpLimits &limits = host_.limits();
    const HttpCheck check = checkRequest(socket_->peek(limits.head + limits.body + 1), limits);
    if (check.state == HttpCheck::State::Refused) {
        refuse(check.status, check.text);
    } else if (check.state == HttpCheck::State::Complete) {
        handOver(check.bodySize);
    }
}

void HttpConnection::handOver(qsizetype bodySize)
{
    limit_.reset();
    state_ = State::Handling;
    host_.received(socket_->bytesAvailable(), bodySize);
    disconnect(socket_, &QIODevice::readyRead, this, nullptr); // Qt's server reads this time
    host_.requestArrived(*this, *socket_);
    listenToSocket(); // a request that Qt's parser refuses cuts all connections of its socket
    if (!responder_)
        refuse(400, QCoreApplication::translate("awaitscope::HttpServer", "this is not an HTTP request"));
}

/// What comes after the request, or instead of one, is read and forgotten, so that it does not pile up.
void HttpConnection::dropInput()
{
    host_.received(socket_->readAll().size(), 0);
}

template <class Write> void HttpConnection::send(Write write)
{
    const qint64 before = socket_->bytesToWrite();
    write();
    host_.sent(socket_->bytesToWrite() - before);
}

void HttpConnection::refuse(int status, const QString &text)
{
    const HttpAnswer refusal = errorAnswer(status, text);
    dropInput();
    send([&] { socket_->write(plainAnswer(refusal)); });
    host_.bodySent(refusal.body.size());
    beginClosing();
}

void HttpConnection::answer(const HttpAnswer &answer)
{
    if (state_ != State::Handling)
        return;
    send([&] {
        responder_->write(answer.body, {{"Content-Type", answer.type}, {"Connection", "close"}}, Status(answer.status));
    });
    host_.bodySent(answer.body.size());
    beginClosing();
}

void HttpConnection::beginClosing()
{
    state_ = State::Closing;
    limit_.emplace(*this).setFor(host_.scheduler().now() + host_.limits().time);
    leaveStream();
    socket_->disconnectFromHost();
}

void HttpConnection::timeUp()
{
    if (state_ == State::Reading)
        refuse(408, QCoreApplication::translate("awaitscope::HttpServer", "the request did not come to its end in time"));
    else
        socket_->abort();
}

void HttpConnection::bytesLeft()
{
    if (outlet_->writer && socket_->bytesToWrite() == 0)
        std::exchange(outlet_->writer, nullptr)->wake();
}

void HttpConnection::clientGone()
{
    limit_.reset();
    state_ = State::Over;
    leaveStream();
    if (!handler_ && !streamHandler_)
        host_.connectionOver(*this);
}

/// From here on no stream writes to the socket, and the host counts the connection as closed.
void HttpConnection::leaveStream()
{
    outlet_->connection = nullptr;
    if (outlet_->writer)
        std::exchange(outlet_->writer, nullptr)->wake();
    if (!std::exchange(closed_, true))
        host_.connectionClosed();
}

void HttpConnection::stopWatching()
{
    if (handler_)
        handler_->state().unobserve(*this);
    if (streamHandler_)
        streamHandler_->state().unobserve(*this);
}

template <class Task> void HttpConnection::watch(std::optional<Task> &slot, Task handler)
{
    SpawnState &task = slot.emplace(std::move(handler)).state();
    if (task.ended())
        taskEnded(task);
    else
        task.observe(*this);
}

void HttpConnection::answerWith(Spawned<HttpAnswer> handler)
{
    watch(handler_, std::move(handler));
}

void HttpConnection::streamFrom(Spawned<void> handler)
{
    watch(streamHandler_, std::move(handler));
}

void HttpConnection::taskEnded(SpawnState &)
{
    host_.handlerEnded();
    stopWatching();
    std::exception_ptr failure;
    std::optional<HttpAnswer> result;
    try {
        if (handler_)
            result = handler_->state().take();
        else
            streamHandler_->state().take();
    } catch (...) {
        failure = std::current_exception();
    }
    handler_.reset();
    streamHandler_.reset();
    if (state_ == State::Over)
        host_.connectionOver(*this);
    else if (result)
        answer(*result);
    else
        finishWith(failure);
}

/// Ends a stream, or tells of a failure as far as that can be told.
void HttpConnection::finishWith(const std::exception_ptr &failure)
{
    if (!failure) {
        writeChunk({});
        send([this] { socket_->write("0\r\n\r\n"); });
        beginClosing();
        return;
    }
    const HttpAnswer refusal = refusalOf(failure);
    if (streaming_ || refusal.status == 0)
        socket_->abort(); // the client sees an answer that breaks off
    else
        answer(refusal);
}

/// Status 0 stands for none: the handler was cancelled.
HttpAnswer HttpConnection::refusalOf(const std::exception_ptr &failure) const
{
    try {
        std::rethrow_exception(failure);
    } catch (const Cancelled &) {
        return {0};
    } catch (const HttpRefusal &refusal) {
        return errorAnswer(refusal.status(), QString::fromUtf8(refusal.what()));
    } catch (const std::exception &exception) {
        return errorAnswer(500, QString::fromUtf8(exception.what()));
    } catch (...) {
        return errorAnswer(500, QCoreApplication::translate("awaitscope::HttpServer", "an exception of a type of its own"));
    }
}

bool HttpConnection::writeChunk(const QByteArray &chunk)
{
    send([&] {
        if (!std::exchange(streaming_, true)) {
            responder_->writeStatusLine(Status::Ok);
            responder_->writeHeaders(
                {{"Content-Type", "text/plain; charset=utf-8"}, {"Transfer-Encoding", "chunked"}, {"Connection", "close"}});
            socket_->write("\r\n");
        }
        if (!chunk.isEmpty())
            socket_->write(QByteArray::number(chunk.size(), 16) + "\r\n" + chunk + "\r\n");
    });
    host_.bodySent(chunk.size());
    socket_->flush();
    return socket_->bytesToWrite() == 0;
}

} // namespace awaitscope
