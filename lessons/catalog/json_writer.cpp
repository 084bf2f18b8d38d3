// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/json_writer.h"

namespace awaitscope {

JsonWriter &JsonWriter::key(QStringView name)
{
    separate();
    appendString(name);
    bytes_ += ':';
    needsComma_ = false;
    return *this;
}

JsonWriter &JsonWriter::value(QStringView text)
{
    separate();
    appendString(text);
    return *this;
}

JsonWriter &JsonWriter::open(char bracket)
{
    separate();
    bytes_ += bracket;
    needsComma_ = false;
    return *this;
}

JsonWriter &JsonWriter::close(char bracket)
{
    bytes_ += bracket;
    needsComma_ = true;
    return *this;
}

JsonWriter &JsonWriter::raw(const QByteArray &content)
{
    separate();
    bytes_ += content;
    return *this;
}

void JsonWriter::separate()
{
    if (needsComma_)
        bytes_ += ',';
    needsComma_ = true;
}

void JsonWriter::appendString(QStringView text)
{
    bytes_ += '"';
    const QByteArray utf8 = text.toUtf8();
    for (const char byte : utf8) {
        switch (byte) {
        case '"':
            bytes_ += "\\\"";
            break;
        case '\\':
            bytes_ += "\\\\";
            break;
        case '\n':
            bytes_ += "\\n";
            break;
        case '\t':
            bytes_ += "\\t";
            break;
        default:
            if (static_cast<unsigned char>(byte) < 0x20)
                bytes_ += "\\u00" + QByteArray::number(byte, 16).rightJustified(2, '0');
            else
                bytes_ += byte;
        }
    }
    bytes_ += '"';
}

} // namespace awaitscope
