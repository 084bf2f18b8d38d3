// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/trace/result.h"

#include <QByteArrayView>
#include <QStringList>

#include <cstdint>
#include <vector>

namespace awaitscope {

/// Reads what ByteWriter wrote, out of bytes that may be damaged or hostile: never beyond them, and never more than a given
/// amount of memory for what is made of them. The first mistake stays; from then on everything reads as 0 or empty.
class ByteReader
{
public:
    /// `memory`: bytes that what is read may take. The bytes must outlive the reader.
    ByteReader(QByteArrayView bytes, std::int64_t memory) : bytes_(bytes), memory_(memory) { }

    bool ok() const { return !wrong_; }
    /// Where the next element begins, from 0.
    qsizetype position() const { return position_; }
    bool atEnd() const { return position_ == bytes_.size(); }
    /// What was wrong, with the offset of the element; only where not ok().
    const Problem &problem() const { return problem_; }

    /// Says what is wrong with the element that was read last, as the end of a sentence. The first one stays.
    void fail(const QString &what) { failAt(begin_, what); }
    /// The same, of one that began elsewhere.
    void failAt(qsizetype offset, const QString &what);

    std::uint8_t byte();
    bool flag();
    std::uint64_t number();
    /// One from 0 to `most`.
    std::uint64_t number(std::uint64_t most);
    std::int64_t signedNumber();
    /// One from `least` to `most`.
    std::int64_t signedNumber(std::int64_t least, std::int64_t most);
    QString text();
    /// How many elements follow of which each is at least a byte long here and takes `memoryEach` bytes when it is made; at most
    /// `most`.
    std::size_t count(std::size_t memoryEach, std::size_t most = SIZE_MAX);
    /// Takes memory that what is made of the elements needs beside them.
    void take(std::uint64_t memory);

    /// A value of an enumeration that counts from 0 to `last`.
    template <class Enum> Enum choice(Enum last) { return static_cast<Enum>(number(static_cast<std::uint64_t>(last))); }
    /// A list as ByteWriter::list() writes it, of at most `most` elements.
    template <class Item, class Read> std::vector<Item> list(Read &&read, std::size_t most = SIZE_MAX)
    {
        std::vector<Item> items;
        const std::size_t size = count(sizeof(Item), most);
        items.reserve(size);
        while (ok() && items.size() < size)
            items.push_back(read());
        return items;
    }
    QStringList texts();

private:
    QByteArrayView bytes_;
    qsizetype position_ = 0;
    qsizetype begin_ = 0; ///< of the element that is read or was read last
    std::int64_t memory_;
    bool wrong_ = false;
    Problem problem_;
};

} // namespace awaitscope
