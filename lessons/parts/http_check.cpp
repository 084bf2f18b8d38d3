// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/parts/http_check.h"

#include <QCoreApplication>
#include <QList>

#include <algorithm>
#include <optional>

namespace awaitscope {

namespace {

QString tr(const char *source)
{
    return QCoreApplication::translate("awaitscope", source);
}

HttpCheck refused(int status, const QString &why)
{
    return {HttpCheck::State::Refused, status, why};
}

bool isLetterOrDigit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// What a header's name may hold (RFC 9110, token).
bool isToken(const QByteArray &word)
{
    static const QByteArray marks = "!#$%&'*+-.^_`|~";
    return !word.isEmpty() && std::ranges::all_of(word, [](char c) { return isLetterOrDigit(c) || marks.contains(c); });
}

bool isPrintable(const QByteArray &word, char lowest)
{
    return std::ranges::all_of(word, [lowest](char c) { return c >= lowest && c <= '~'; });
}

bool mayBeginRequest(const QByteArray &bytes)
{
    static const QList<QByteArray> methods{"GET /", "POST /", "PUT /", "DELETE /", "HEAD /", "OPTIONS /", "PATCH /"};
    return std::ranges::any_of(
        methods, [&](const QByteArray &begin) { return bytes.startsWith(begin) || begin.startsWith(bytes); });
}

std::optional<HttpCheck> flawOfRequestLine(const QByteArray &line)
{
    const QList<QByteArray> parts = line.split(' ');
    if (parts.size() != 3 || !isPrintable(parts[1], '!'))
        return refused(400, tr("the first line is not a method, a path and a version"));
    if (parts[2] != "HTTP/1.1" && parts[2] != "HTTP/1.0")
        return refused(505, tr("the version is not HTTP/1.1 or HTTP/1.0"));
    return {};
}

/// Reads one header into the length; gives what is wrong with it.
std::optional<HttpCheck> readHeader(const QByteArray &line, std::optional<qsizetype> &length, const HttpLimits &limits)
{
    const qsizetype colon = line.indexOf(':');
    const QByteArray name = line.left(colon).toLower();
    const QByteArray value = line.mid(colon + 1).trimmed();
    if (colon < 0 || !isToken(name) || !isPrintable(value, ' '))
        return refused(400, tr("a header is not a name, a colon and a value"));
    if (name == "transfer-encoding")
        return refused(411, tr("the body has no Content-Length"));
    if (name == "upgrade" || name == "expect")
        return refused(400, tr("the header %1 is not understood").arg(QString::fromLatin1(name)));
    if (name != "content-length")
        return {};
    const bool digits = !value.isEmpty() && std::ranges::all_of(value, [](char c) { return c >= '0' && c <= '9'; });
    if (!digits || length)
        return refused(400, tr("the Content-Length is not one whole number"));
    bool fits = false;
    length = value.toLongLong(&fits);
    if (!fits || *length > limits.body)
        return refused(413, tr("the body is longer than %1 bytes").arg(limits.body));
    return {};
}

} // namespace

HttpCheck checkRequest(const QByteArray &bytes, const HttpLimits &limits)
{
    if (!mayBeginRequest(bytes))
        return refused(400, tr("this is not an HTTP request"));
    const QByteArray head = bytes.left(limits.head);
    const qsizetype end = head.indexOf("\r\n\r\n");
    const qsizetype firstLine = head.indexOf('\n');
    if (firstLine > 0) {
        if (const auto flaw = flawOfRequestLine(head.left(firstLine - (head[firstLine - 1] == '\r' ? 1 : 0))))
            return *flaw;
    }
    if (end < 0)
        return bytes.size() < limits.head ? HttpCheck() : refused(431, tr("the head is longer than %1 bytes").arg(limits.head));

    std::optional<qsizetype> length;
    qsizetype begin = head.indexOf("\r\n") + 2;
    while (begin < end + 2) {
        const qsizetype next = head.indexOf("\r\n", begin);
        if (const auto flaw = readHeader(head.mid(begin, next - begin), length, limits))
            return *flaw;
        begin = next + 2;
    }
    const qsizetype whole = end + 4 + length.value_or(0);
    if (bytes.size() > whole)
        return refused(400, tr("something follows the request; a connection takes one"));
    return {bytes.size() < whole ? HttpCheck::State::Incomplete : HttpCheck::State::Complete, 0, {}, length.value_or(0)};
}

} // namespace awaitscope
