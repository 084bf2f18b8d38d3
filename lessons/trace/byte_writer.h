// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace awaitscope {

/// Writes the elements that trace files are made of; see trace-format.md.
class ByteWriter
{
public:
    void byte(std::uint8_t value) { bytes_.append(static_cast<char>(value)); }
    void flag(bool value) { byte(value ? 1 : 0); }
    /// Seven bits a byte, the lowest first; the highest bit says that more follow.
    void number(std::uint64_t value)
    {
        while (value >= 0x80) {
            byte(static_cast<std::uint8_t>(value | 0x80));
            value >>= 7;
        }
        byte(static_cast<std::uint8_t>(value));
    }
    /// As number(), with the sign in the lowest bit.
    void signedNumber(std::int64_t value)
    {
        number((static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63));
    }
    /// Its length in UTF-8, and that.
    void text(const QString &text)
    {
        const QByteArray utf8 = text.toUtf8();
        number(static_cast<std::uint64_t>(utf8.size()));
        bytes_.append(utf8);
    }
    /// How many there are, and each.
    template <class List, class Write> void list(const List &items, Write &&write)
    {
        number(static_cast<std::uint64_t>(items.size()));
        for (const auto &item : items)
            write(item);
    }

    const QByteArray &bytes() const { return bytes_; }

private:
    QByteArray bytes_;
};

} // namespace awaitscope
