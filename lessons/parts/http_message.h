// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QUrlQuery>

#include <stdexcept>

namespace awaitscope {

/// What a client asks for.
struct HttpRequest
{
    QByteArray method = "GET";
    QString path; ///< "/api/v1/process"
    QUrlQuery query = {};
    QByteArray body = {};
    QString argument = {}; ///< what stood for the `<name>` at the end of the route; the server sets it
};

/// What a server says.
struct HttpAnswer
{
    int status = 200;
    QByteArray type = "application/json";
    QByteArray body = {};
};

/// Thrown by a handler that will not do what it was asked for: the client gets `status` and the text as {"error": text}.
class HttpRefusal : public std::runtime_error
{
public:
    HttpRefusal(int status, const std::string &text) : std::runtime_error(text), status_(status) { }
    int status() const { return status_; }

private:
    int status_;
};

/// Thrown to a client that gets no answer, or none that can be read. The text names the address and what went wrong.
class HttpError : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

/// An answer whose body is that object.
HttpAnswer jsonAnswer(const QJsonObject &object, int status = 200);
/// The answer to what is refused: {"error": text}.
HttpAnswer errorAnswer(int status, const QString &text);
/// The object in a request's body. Throws HttpRefusal 400 where the body is no JSON object; the text tells where it breaks off.
QJsonObject jsonBody(const HttpRequest &request);
/// The text of an answer that errorAnswer() made; empty for others.
QString errorText(const HttpAnswer &answer);

} // namespace awaitscope
