// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/trace/byte_reader.h"

#include <QCoreApplication>
#include <QStringDecoder>

namespace awaitscope {

namespace {

constexpr std::uint64_t memoryOfText = 32; ///< of one that is not empty, beside its letters

QString tr(const char *text)
{
    return QCoreApplication::translate("ByteReader", text);
}

} // namespace

void ByteReader::failAt(qsizetype offset, const QString &what)
{
    if (wrong_)
        return;
    wrong_ = true;
    const QString sentence = tr("the trace is damaged at byte %1 of its unpacked part: %2.").arg(offset).arg(what);
    problem_ = {QStringLiteral("trace-damaged"), sentence, QString::number(offset)};
}

std::uint8_t ByteReader::byte()
{
    begin_ = position_;
    if (wrong_)
        return 0;
    if (atEnd()) {
        fail(tr("it ends there, and more should follow"));
        return 0;
    }
    return static_cast<std::uint8_t>(bytes_[position_++]);
}

bool ByteReader::flag()
{
    return number(1) != 0;
}

std::uint64_t ByteReader::number()
{
    const qsizetype begin = position_;
    std::uint64_t value = 0;
    for (int shift = 0;; shift += 7) {
        const std::uint8_t next = byte();
        begin_ = begin;
        if (wrong_)
            return 0;
        if (shift == 63 && next > 1) {
            fail(tr("a number there has more than 64 bits"));
            return 0;
        }
        value |= static_cast<std::uint64_t>(next & 0x7f) << shift;
        if (next < 0x80)
            return value;
    }
}

std::uint64_t ByteReader::number(std::uint64_t most)
{
    const std::uint64_t value = number();
    if (value <= most)
        return value;
    fail(tr("%1 stands there, where the most is %2").arg(value).arg(most));
    return 0;
}

std::int64_t ByteReader::signedNumber()
{
    const std::uint64_t value = number();
    return static_cast<std::int64_t>((value >> 1) ^ (~(value & 1) + 1));
}

std::int64_t ByteReader::signedNumber(std::int64_t least, std::int64_t most)
{
    const std::int64_t value = signedNumber();
    if (value >= least && value <= most)
        return value;
    fail(tr("%1 stands there, where accepted is %2 to %3").arg(value).arg(least).arg(most));
    return 0;
}

QString ByteReader::text()
{
    const std::uint64_t length = number();
    if (wrong_)
        return {};
    if (length > static_cast<std::uint64_t>(bytes_.size() - position_)) {
        fail(tr("a text of %1 bytes should follow, and only %2 are left").arg(length).arg(bytes_.size() - position_));
        return {};
    }
    take(2 * length + memoryOfText);
    if (wrong_)
        return {};
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    QString text = decoder.decode(bytes_.sliced(position_, static_cast<qsizetype>(length)));
    if (decoder.hasError()) {
        fail(tr("a text there is not UTF-8"));
        return {};
    }
    position_ += static_cast<qsizetype>(length);
    return text;
}

std::size_t ByteReader::count(std::size_t memoryEach, std::size_t most)
{
    const std::uint64_t size = number();
    if (wrong_)
        return 0;
    if (size > static_cast<std::uint64_t>(bytes_.size() - position_)) {
        fail(tr("%1 elements should follow, and only %2 bytes are left").arg(size).arg(bytes_.size() - position_));
        return 0;
    }
    if (size > most) {
        fail(tr("%1 elements should follow, where the most is %2").arg(size).arg(most));
        return 0;
    }
    take(size * memoryEach); // neither is large enough to overflow
    return wrong_ ? 0 : size;
}

void ByteReader::take(std::uint64_t memory)
{
    if (memory > static_cast<std::uint64_t>(memory_))
        return fail(tr("what follows needs more memory than a trace may take"));
    memory_ -= static_cast<std::int64_t>(memory);
}

QStringList ByteReader::texts()
{
    QStringList items;
    const std::size_t size = count(sizeof(QString));
    items.reserve(static_cast<qsizetype>(size));
    while (ok() && static_cast<std::size_t>(items.size()) < size)
        items.append(text());
    return items;
}

} // namespace awaitscope
