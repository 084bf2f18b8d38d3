// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/parts/http_check.h"
#include "lessons/parts/http_message.h"
#include "lessons/parts/http_stream.h"
#include "lessons/runtime/scope.h"

namespace awaitscope {

class HttpConnection;

/// What went over a server's wire since it was made. Counted at the sockets.
struct HttpTraffic
{
    qint64 accepted = 0; ///< connections, those refused for their number included
    qint64 refused = 0; ///< connections beyond the limit
    qint64 requests = 0; ///< handed to a handler
    qint64 bytesIn = 0;
    qint64 bytesOut = 0;
    qint64 bodyBytesIn = 0; ///< bodies of requests that were complete
    qint64 bodyBytesOut = 0; ///< bodies of answers

    bool operator==(const HttpTraffic &) const = default;
};

/// A real Qt HTTP Server on 127.0.0.1, at a port that the system chooses. Handlers are coroutines: `server.route("POST",
/// "/api/v1/process", processData);` with `QCoro::Task<HttpAnswer> processData(Scope &scope, HttpRequest request)`; a plain function
/// or a lambda without captures. Each request is spawned in a scope of the server, so that its lane bears the handler's name.
///
/// A connection takes one request and is closed after its answer. What is not a request, too long, too slow or too much is refused
/// (400, 408, 411, 413, 431, 503), and so are unknown paths (404) and methods (405); the others go on. A handler's HttpRefusal
/// becomes its status, any other exception 500, each with {"error": text}.
///
/// Lives on the scheduler's thread, on either clock. Its end closes the port and all connections at once and cancels the
/// handlers that still run; their scope's parent joins them.
class HttpServer
{
public:
    /// Listens. Throws HttpError where the system does not allow that.
    explicit HttpServer(Scope &scope, const HttpLimits &limits = HttpLimits());
    ~HttpServer();
    HttpServer(const HttpServer &) = delete;
    HttpServer &operator=(const HttpServer &) = delete;

    quint16 port() const;
    const HttpTraffic &traffic() const;
    /// What handlers run in; for their context.
    Scope &scope();

    /// Has requests for a path answered by `handler(scope, request)`. A last segment `<name>` of the path stands for any, and the
    /// handler finds it as HttpRequest::argument.
    template <class Handler> void route(const QByteArray &method, const QString &path, Handler handler)
    {
        if constexpr (std::is_invocable_v<Handler &, Scope &, HttpRequest, HttpStream>)
            addRoute(method, path, [handler](Scope &scope, HttpRequest request, HttpConnection &connection) {
                HttpStream stream = streamOf(connection);
                endStreamWith(connection, scope.spawn(handler, std::move(request), std::move(stream)));
            });
        else
            addRoute(method, path, [handler](Scope &scope, HttpRequest request, HttpConnection &connection) {
                answerWith(connection, scope.spawn(handler, std::move(request)));
            });
    }

private:
    class Core;
    using Start = std::function<void(Scope &, HttpRequest, HttpConnection &)>;

    void addRoute(const QByteArray &method, const QString &path, Start start);
    static HttpStream streamOf(HttpConnection &connection);
    static void endStreamWith(HttpConnection &connection, Spawned<void> handler);
    static void answerWith(HttpConnection &connection, Spawned<HttpAnswer> handler);

    const std::unique_ptr<Core> core_;
};

} // namespace awaitscope
