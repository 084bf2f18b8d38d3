// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/parts/http_message.h"

namespace awaitscope {

/// Reads one HTTP/1.1 answer from the bytes of a connection. Strict and bounded: it takes an answer with a Content-Length or in
/// chunks, and no more than 16 KiB of head and 64 MiB of body.
class HttpAnswerParser
{
public:
    /// Takes the next bytes. Throws HttpError where they are no answer, or more than one.
    void feed(const QByteArray &bytes);
    /// The status and type are known.
    bool begun() const { return state_ != State::Head; }
    /// The answer is there as a whole.
    bool finished() const { return state_ == State::Finished; }
    /// What is known so far; its body is empty.
    const HttpAnswer &head() const { return head_; }
    /// The part of the body that came since the last call. Of a body in chunks, the chunks as they were written, joined.
    QByteArray takeBody();

private:
    enum class State { Head, Sized, ChunkLine, Chunk, ChunkEnd, LastLine, Finished };

    bool step();
    bool readHead();
    void readHeader(const QByteArray &line);
    bool readBody(State next);
    bool readChunkLine();
    bool readEmptyLine(State next);

    State state_ = State::Head;
    HttpAnswer head_{0, {}, {}};
    bool chunked_ = false;
    qint64 left_ = -1; ///< bytes of the body or of the chunk that are still to come; -1: no length is known
    qint64 taken_ = 0;
    QByteArray pending_;
    QByteArray body_;
};

} // namespace awaitscope
