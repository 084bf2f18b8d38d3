// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/parts/http_server.h"

#include "lessons/parts/http_connection.h"
#include "lessons/parts/quiet_alarm.h"
#include "lessons/runtime/counter.h"

#include <QAbstractHttpServer>
#include <QCoreApplication>
#include <QHttpServerRequest>
#include <QMetaEnum>
#include <QTcpServer>

#include <algorithm>

namespace awaitscope {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HttpServer)
};

/// Accepts connections and keeps them to itself until Qt's server may have one.
class HttpGate final : public QTcpServer
{
public:
    explicit HttpGate(std::function<void(QTcpSocket *)> accepted) : accepted_(std::move(accepted)) { }

    void release(QTcpSocket &socket)
    {
        addPendingConnection(&socket);
        Q_EMIT newConnection();
    }

private:
    void incomingConnection(qintptr descriptor) override
    {
        auto socket = std::make_unique<QTcpSocket>();
        if (socket->setSocketDescriptor(descriptor))
            accepted_(socket.release());
    }

    const std::function<void(QTcpSocket *)> accepted_;
};

QByteArray methodName(QHttpServerRequest::Method method)
{
    return QByteArray(QMetaEnum::fromType<QHttpServerRequest::Method>().valueToKey(int(method))).toUpper();
}

} // namespace

/// The server as Qt knows it, and what its connections report to.
class HttpServer::Core final : public QAbstractHttpServer, public HttpHost
{
public:
    Core(Scope &scope, const HttpLimits &limits) :
        handlers(scope),
        limits_(limits),
        arrivals_(scheduler(), [this] { startArrived(); })
    {
        if (limits.counted) {
            openConnections_.emplace(scope, "open connections");
            inFlight_.emplace(scope, "requests in flight");
        }
        auto gate = std::make_unique<HttpGate>([this](QTcpSocket *socket) { accept(socket); });
        gate->setListenBacklogSize(limits.connections);
        if (!gate->listen(QHostAddress::LocalHost, 0))
            throw HttpError("cannot listen on 127.0.0.1: " + gate->errorString().toStdString());
        gate_ = gate.release();
        bind(gate_); // which takes it as its child
    }
    ~Core() override
    {
        gate_->close();
        qDeleteAll(std::exchange(connections_, {}));
        if (handlers.ownedTasks() > 0)
            handlers.cancel("the server was closed", Canceller::Closing);
    }

    struct Route
    {
        QByteArray method;
        QString path; ///< up to the argument, where it takes one
        bool takesArgument;
        Start start;
    };

    Scope handlers;
    std::vector<Route> routes;
    HttpTraffic traffic;
    quint16 port() const { return gate_->serverPort(); }

private:
    struct Arrived
    {
        HttpConnection *connection;
        HttpRequest request;
    };

    Scheduler &scheduler() override { return handlers.scheduler(); }
    const HttpLimits &limits() const override { return limits_; }
    void received(qsizetype bytes, qsizetype body) override
    {
        traffic.bytesIn += bytes;
        traffic.bodyBytesIn += body;
    }
    void sent(qsizetype bytes) override { traffic.bytesOut += bytes; }
    void bodySent(qsizetype bytes) override { traffic.bodyBytesOut += bytes; }
    void handlerEnded() override { count(inFlight_, -1); }
    void connectionClosed() override { count(openConnections_, -1); }
    static void count(std::optional<Counter> &counter, int change)
    {
        if (counter)
            counter->add(change);
    }
    void connectionOver(HttpConnection &connection) override
    {
        connections_.removeOne(&connection);
        std::erase_if(arrived_, [&](const Arrived &each) { return each.connection == &connection; });
        connection.deleteLater();
    }
    void requestArrived(HttpConnection &connection, QTcpSocket &socket) override
    {
        asked_ = &connection;
        gate_->release(socket);
        Q_EMIT socket.readyRead();
        asked_ = nullptr;
        QObject::disconnect(&socket, &QIODevice::readyRead, this, nullptr); // one request a connection
    }

    void accept(QTcpSocket *socket);
    void startArrived();
    void start(HttpConnection &connection, HttpRequest request);
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) override;
    void missingHandler(const QHttpServerRequest &, QTcpSocket *) override { }

    const HttpLimits limits_;
    HttpGate *gate_ = nullptr;
    std::optional<Counter> openConnections_;
    std::optional<Counter> inFlight_;
    QList<HttpConnection *> connections_;
    HttpConnection *asked_ = nullptr; ///< whose request Qt is parsing now
    std::vector<Arrived> arrived_;
    QuietAlarm arrivals_; ///< starts what has arrived, in the order in which the connections were accepted
};

void HttpServer::Core::accept(QTcpSocket *socket)
{
    ++traffic.accepted;
    if (connections_.size() >= limits_.connections) {
        ++traffic.refused;
        const std::unique_ptr<QTcpSocket> owned(socket);
        traffic.bytesOut += socket->write("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        socket->flush();
        return;
    }
    count(openConnections_, 1);
    connections_.append(new HttpConnection(*this, socket, quint64(traffic.accepted)));
}

bool HttpServer::Core::handleRequest(const QHttpServerRequest &request, QTcpSocket *socket)
{
    if (!asked_)
        return true; // a connection takes one request, and this is not the first
    asked_->takeResponder(makeResponder(request, socket));
    arrived_.push_back({asked_, {methodName(request.method()), request.url().path(), request.query(), request.body()}});
    arrivals_.announce();
    return true;
}

void HttpServer::Core::startArrived()
{
    std::vector<Arrived> arrived = std::exchange(arrived_, {});
    std::ranges::sort(arrived, {}, [](const Arrived &each) { return each.connection->number(); });
    for (Arrived &each : arrived)
        start(*each.connection, std::move(each.request));
}

void HttpServer::Core::start(HttpConnection &connection, HttpRequest request)
{
    QList<QByteArray> methods;
    for (const Route &route : routes) {
        const bool fits = route.takesArgument ? request.path.startsWith(route.path)
                && !request.path.mid(route.path.size()).contains(u'/') && request.path.size() > route.path.size()
                                              : request.path == route.path;
        if (!fits)
            continue;
        if (route.method == request.method) {
            if (route.takesArgument)
                request.argument = request.path.mid(route.path.size());
            ++traffic.requests;
            count(inFlight_, 1);
            route.start(handlers, std::move(request), connection);
            return;
        }
        methods.append(route.method);
    }
    if (methods.isEmpty())
        connection.answer(errorAnswer(404, Words::tr("there is nothing at %1").arg(request.path)));
    else
        connection.answer(errorAnswer(405,
            Words::tr("%1 takes %2, not %3")
                .arg(request.path, QString::fromLatin1(methods.join(", ")), QString::fromLatin1(request.method))));
}

HttpServer::HttpServer(Scope &scope, const HttpLimits &limits) : core_(std::make_unique<Core>(scope, limits)) { }

HttpServer::~HttpServer() = default;

quint16 HttpServer::port() const
{
    return core_->port();
}

const HttpTraffic &HttpServer::traffic() const
{
    return core_->traffic;
}

Scope &HttpServer::scope()
{
    return core_->handlers;
}

void HttpServer::addRoute(const QByteArray &method, const QString &path, Start start)
{
    const bool takesArgument = path.endsWith(u'>');
    core_->routes.push_back({method, takesArgument ? path.left(path.lastIndexOf(u'<')) : path, takesArgument, std::move(start)});
}

HttpStream HttpServer::streamOf(HttpConnection &connection)
{
    return connection.stream();
}

void HttpServer::endStreamWith(HttpConnection &connection, Spawned<void> handler)
{
    connection.streamFrom(std::move(handler));
}

void HttpServer::answerWith(HttpConnection &connection, Spawned<HttpAnswer> handler)
{
    connection.answerWith(std::move(handler));
}

} // namespace awaitscope
