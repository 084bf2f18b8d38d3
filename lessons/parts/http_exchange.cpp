// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/parts/http_exchange.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTcpSocket>

namespace awaitscope {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HttpClient)
};

QString address(quint16 port)
{
    return QStringLiteral("127.0.0.1:%1").arg(port);
}

QByteArray target(const HttpRequest &request)
{
    QUrl url;
    url.setPath(request.path);
    url.setQuery(request.query);
    return url.toEncoded();
}

class SocketExchange final : public HttpExchange
{
public:
    using HttpExchange::HttpExchange;
    ~SocketExchange() override
    {
        socket_.disconnect();
        socket_.abort();
    }

    void start(const HttpRequest &request, quint16 port) override
    {
        port_ = port;
        QObject::connect(&socket_, &QIODevice::readyRead, &socket_, [this] { read(); });
        QObject::connect(&socket_, &QAbstractSocket::disconnected, &socket_, [this] {
            read();
            fail(Words::tr("the connection to %1 was closed before the answer was there").arg(address(port_)));
        });
        QObject::connect(&socket_, &QAbstractSocket::errorOccurred, &socket_, [this](QAbstractSocket::SocketError error) {
            if (error != QAbstractSocket::RemoteHostClosedError)
                fail(Words::tr("the connection to %1 failed: %2").arg(address(port_), socket_.errorString()));
        });
        const QByteArray bytes = request.method + ' ' + target(request) + " HTTP/1.1\r\nHost: " + address(port).toLatin1()
            + "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(request.body.size())
            + "\r\nConnection: close\r\n\r\n" + request.body;
        sent_.bytesOut += bytes.size();
        QObject::connect(&socket_, &QAbstractSocket::connected, &socket_, [this, bytes] { socket_.write(bytes); });
        socket_.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    }

private:
    void read()
    {
        if (over())
            return;
        const QByteArray bytes = socket_.readAll();
        sent_.bytesIn += bytes.size();
        try {
            parser_.feed(bytes);
        } catch (const HttpError &error) {
            fail(QString::fromUtf8(error.what()));
            return;
        }
        if (parser_.begun() && !begun())
            begin(parser_.head());
        addBody(parser_.takeBody());
        if (parser_.finished())
            end({});
        tell();
    }
    void fail(const QString &why)
    {
        if (over())
            return;
        end(why);
        tell();
    }

    QTcpSocket socket_;
    HttpAnswerParser parser_;
    quint16 port_ = 0;
};

class ReplyExchange final : public HttpExchange
{
public:
    ReplyExchange(QNetworkAccessManager &manager, HttpSent &sent, std::function<void()> changed) :
        HttpExchange(sent, std::move(changed)),
        manager_(manager)
    {
    }
    ~ReplyExchange() override
    {
        listener_.reset();
        if (reply_)
            reply_->abort();
    }

    void start(const HttpRequest &request, quint16 port) override
    {
        QUrl url;
        url.setScheme(QStringLiteral("http"));
        url.setHost(QStringLiteral("127.0.0.1"));
        url.setPort(port);
        url.setPath(request.path);
        url.setQuery(request.query);
        QNetworkRequest message(url);
        message.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        message.setRawHeader("Connection", "close");
        message.setRawHeader("Accept-Encoding", "identity");
        message.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
        message.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
        message.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        reply_.reset(manager_.sendCustomRequest(message, request.method, request.body));
        QObject::connect(reply_.get(), &QIODevice::readyRead, listener_.get(), [this] { read(); });
        QObject::connect(reply_.get(), &QNetworkReply::finished, listener_.get(), [this, port] { finish(port); });
    }

private:
    void read()
    {
        const int status = reply_->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (!begun() && status > 0)
            begin({status, reply_->header(QNetworkRequest::ContentTypeHeader).toByteArray(), {}});
        addBody(reply_->readAll());
        tell();
    }
    void finish(quint16 port)
    {
        read();
        // A status such as 400 is an error to the reply, and an answer to us.
        const QNetworkReply::NetworkError error = reply_->error();
        const bool answered = begun() && (error == QNetworkReply::NoError || error >= QNetworkReply::ContentAccessDenied);
        end(answered ? QString() : Words::tr("the connection to %1 failed: %2").arg(address(port), reply_->errorString()));
        tell();
    }

    QNetworkAccessManager &manager_;
    struct Deleter
    {
        void operator()(QNetworkReply *reply) const { reply->deleteLater(); }
    };
    std::unique_ptr<QNetworkReply, Deleter> reply_;
    std::unique_ptr<QObject> listener_ = std::make_unique<QObject>(); ///< what the reply says reaches nobody without it
};

} // namespace

void HttpExchange::throwIfFailed() const
{
    if (!failure_.isEmpty())
        throw HttpError(failure_.toStdString());
}

void HttpExchange::addBody(const QByteArray &part)
{
    sent_.bodyBytesIn += part.size();
    body_ += part;
}

void HttpExchange::end(const QString &failure)
{
    over_ = true;
    failure_ = failure;
}

std::unique_ptr<HttpExchange> exchangeBySocket(HttpSent &sent, std::function<void()> changed)
{
    return std::make_unique<SocketExchange>(sent, std::move(changed));
}

std::unique_ptr<HttpExchange> exchangeByManager(QNetworkAccessManager &manager, HttpSent &sent, std::function<void()> changed)
{
    return std::make_unique<ReplyExchange>(manager, sent, std::move(changed));
}

} // namespace awaitscope
