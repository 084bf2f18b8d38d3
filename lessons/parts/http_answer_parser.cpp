// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/parts/http_answer_parser.h"

#include <QList>

#include <utility>

namespace awaitscope {

namespace {

constexpr qsizetype longestHead = 16 * 1024;
constexpr qsizetype longestChunkLine = 32;
constexpr qint64 longestBody = 64 * 1024 * 1024;

[[noreturn]] void fail(const char *why)
{
    throw HttpError(std::string("the answer cannot be read: ") + why);
}

qint64 lengthFrom(const QByteArray &digits, int base)
{
    bool ok = false;
    const qint64 length = digits.toLongLong(&ok, base);
    if (!ok || length < 0 || digits.startsWith('+'))
        fail("a length is not a number");
    if (length > longestBody)
        fail("its body is too long");
    return length;
}

} // namespace

void HttpAnswerParser::feed(const QByteArray &bytes)
{
    pending_ += bytes;
    while (step()) { }
    if (state_ == State::Finished && !pending_.isEmpty())
        fail("something follows it");
}

QByteArray HttpAnswerParser::takeBody()
{
    return std::exchange(body_, {});
}

/// Reads on as far as one state goes; false where it needs more bytes.
bool HttpAnswerParser::step()
{
    switch (state_) {
    case State::Head:
        return readHead();
    case State::Sized:
        return readBody(State::Finished);
    case State::ChunkLine:
        return readChunkLine();
    case State::Chunk:
        return readBody(State::ChunkEnd);
    case State::ChunkEnd:
        return readEmptyLine(State::ChunkLine);
    case State::LastLine:
        return readEmptyLine(State::Finished);
    case State::Finished:
        break;
    }
    return false;
}

bool HttpAnswerParser::readHead()
{
    const qsizetype end = pending_.indexOf("\r\n\r\n");
    if (end > longestHead || (end < 0 && pending_.size() > longestHead))
        fail("its head is too long");
    if (end < 0)
        return false;
    const QByteArray head = std::exchange(pending_, pending_.mid(end + 4)).left(end);
    QList<QByteArray> lines = head.split('\n');
    const QList<QByteArray> words = lines.takeFirst().trimmed().split(' ');
    if (words.size() < 2 || !words[0].startsWith("HTTP/1.") || words[1].size() != 3)
        fail("its first line is no status line");
    head_.status = int(lengthFrom(words[1], 10));
    for (const QByteArray &line : lines)
        readHeader(line);
    if (!chunked_ && left_ < 0)
        fail("it has no length");
    state_ = chunked_ ? State::ChunkLine : State::Sized;
    return true;
}

void HttpAnswerParser::readHeader(const QByteArray &line)
{
    const qsizetype colon = line.indexOf(':');
    if (colon <= 0)
        fail("a header is not a name and a value");
    const QByteArray name = line.left(colon).toLower();
    const QByteArray value = line.mid(colon + 1).trimmed();
    if (name == "content-length")
        left_ = lengthFrom(value, 10);
    else if (name == "transfer-encoding")
        chunked_ = value.toLower() == "chunked" || (fail("its transfer encoding is not known"), false);
    else if (name == "content-type")
        head_.type = value;
}

bool HttpAnswerParser::readBody(State next)
{
    const QByteArray part = pending_.left(left_);
    pending_.remove(0, part.size());
    taken_ += part.size();
    if (taken_ > longestBody)
        fail("its body is too long");
    body_ += part;
    left_ -= part.size();
    if (left_ > 0)
        return false;
    state_ = next;
    return true;
}

bool HttpAnswerParser::readChunkLine()
{
    const qsizetype end = pending_.indexOf("\r\n");
    if (end > longestChunkLine || (end < 0 && pending_.size() > longestChunkLine))
        fail("the length of a chunk is too long");
    if (end < 0)
        return false;
    left_ = lengthFrom(std::exchange(pending_, pending_.mid(end + 2)).left(end), 16);
    state_ = left_ == 0 ? State::LastLine : State::Chunk;
    return true;
}

bool HttpAnswerParser::readEmptyLine(State next)
{
    if (pending_.size() < 2)
        return false;
    if (!pending_.startsWith("\r\n"))
        fail("a chunk is longer than it says");
    pending_.remove(0, 2);
    state_ = next;
    return true;
}

} // namespace awaitscope
