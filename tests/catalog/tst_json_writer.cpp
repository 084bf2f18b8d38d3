// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/json_writer.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <limits>

using namespace awaitscope;

class TestJsonWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheOrderOfKeys()
    {
        JsonWriter json;
        json.beginObject()
            .field(u"z", qint64(1))
            .key(u"a")
            .beginArray()
            .value(true)
            .null()
            .beginObject()
            .endObject()
            .beginArray()
            .endArray()
            .endArray()
            .field(u"m", QStringLiteral("x"))
            .endObject();
        QCOMPARE(json.bytes(), QByteArray("{\"z\":1,\"a\":[true,null,{},[]],\"m\":\"x\"}"));
    }

    void escapes()
    {
        QString text = QStringLiteral("\"\\/\n\t\r");
        for (char16_t code = 0; code < 0x30; ++code)
            text += QChar(code);
        text += QString::fromUtf8("é“→😀");
        JsonWriter json;
        json.beginObject().field(u"text", text).endObject();
        const QJsonDocument parsed = QJsonDocument::fromJson(json.bytes());
        QVERIFY(parsed.isObject());
        QCOMPARE(parsed[QLatin1String("text")].toString(), text);
        QVERIFY(!json.bytes().contains('\n'));
    }

    void writesWholeNumbers()
    {
        JsonWriter json;
        json.beginArray().value(std::numeric_limits<qint64>::min()).value(std::numeric_limits<quint64>::max()).endArray();
        QCOMPARE(json.bytes(), QByteArray("[-9223372036854775808,18446744073709551615]"));
    }
};

QTEST_GUILESS_MAIN(TestJsonWriter)
#include "tst_json_writer.moc"
