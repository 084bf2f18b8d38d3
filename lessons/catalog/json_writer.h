// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace awaitscope {

/// Writes compact JSON whose keys keep the order in which they are written. Calls have to nest; that is not checked.
class JsonWriter
{
public:
    JsonWriter &beginObject() { return open('{'); }
    JsonWriter &endObject() { return close('}'); }
    JsonWriter &beginArray() { return open('['); }
    JsonWriter &endArray() { return close(']'); }

    JsonWriter &key(QStringView name);
    JsonWriter &value(QStringView text);
    JsonWriter &value(qint64 number) { return raw(QByteArray::number(number)); }
    JsonWriter &value(quint64 number) { return raw(QByteArray::number(number)); }
    JsonWriter &value(bool flag) { return raw(flag ? "true" : "false"); }
    JsonWriter &null() { return raw("null"); }
    template <class Value> JsonWriter &field(QStringView name, const Value &content) { return key(name).value(content); }

    /// What was written, in UTF-8.
    const QByteArray &bytes() const { return bytes_; }

private:
    JsonWriter &open(char bracket);
    JsonWriter &close(char bracket);
    JsonWriter &raw(const QByteArray &content);
    void separate();
    void appendString(QStringView text);

    QByteArray bytes_;
    bool needsComma_ = false;
};

} // namespace awaitscope
