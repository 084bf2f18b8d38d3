// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/trace/ids.h"

#include <QByteArray>
#include <QString>

namespace awaitscope {

/// What an HttpServer puts up with.
struct HttpLimits
{
    int connections = 256; ///< open at once; further ones are refused with 503
    qsizetype head = 8 * 1024; ///< bytes up to the empty line
    qsizetype body = 64 * 1024; ///< bytes
    bool counted = true; ///< the record counts open connections and requests in flight
    Ns time = std::chrono::seconds(10); ///< from accepting a connection to the end of its request, and for taking the answer
};

/// What is known of a request from the bytes that have arrived.
struct HttpCheck
{
    enum class State { Incomplete, Complete, Refused };

    State state = State::Incomplete;
    int status = 0; ///< of a refused one
    QString text = {}; ///< of a refused one: why
    qsizetype bodySize = 0; ///< of a complete one, bytes
};

/// Judges bytes from a connection that is to carry exactly one request. Strict: what it calls complete is a request with a length
/// that Qt's parser takes too. It looks at no more than the limits allow.
HttpCheck checkRequest(const QByteArray &bytes, const HttpLimits &limits);

} // namespace awaitscope
