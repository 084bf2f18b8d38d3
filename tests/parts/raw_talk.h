// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/runtime/runtime.h"

#include <QHostAddress>
#include <QTcpSocket>

namespace awaitscope {

/// A plain connection to a server, which knows nothing of HTTP.
class RawTalk
{
public:
    explicit RawTalk(quint16 port)
    {
        QObject::connect(&socket, &QIODevice::readyRead, &socket, [this] { heard += socket.readAll(); });
        QObject::connect(&socket, &QAbstractSocket::disconnected, &socket, [this] { closed = true; });
        QObject::connect(&socket, &QAbstractSocket::errorOccurred, &socket, [this] { closed = true; });
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    }

    ~RawTalk() { socket.disconnect(); }

    void say(const QByteArray &bytes)
    {
        said += bytes.size();
        socket.write(bytes);
    }
    /// What stands in the status line; 0 where there is none.
    int status() const { return heard.startsWith("HTTP/1.1 ") ? heard.mid(9, 3).toInt() : 0; }

    QTcpSocket socket;
    QByteArray heard;
    qint64 said = 0;
    bool closed = false;
};

/// Waits until the other side has closed the connection; at most 30 s of the scope's clock.
inline QCoro::Task<void> heardOut(Scope &scope, const RawTalk &talk)
{
    for (int i = 0; i < 30000 && !talk.closed; ++i)
        co_await sleep(scope, std::chrono::milliseconds(1));
}

/// Says something on a connection of its own and gives what comes back until that is closed.
inline QCoro::Task<QByteArray> exchange(Scope &scope, quint16 port, QByteArray bytes)
{
    RawTalk talk(port);
    talk.say(bytes);
    co_await heardOut(scope, talk);
    co_return talk.closed ? talk.heard : QByteArray("never closed");
}

} // namespace awaitscope
