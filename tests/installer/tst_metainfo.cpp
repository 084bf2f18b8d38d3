// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/installer/tools.h"

#include <QTest>
#include <QXmlStreamReader>

using namespace awaitscope::test;

namespace {

const QString file = desktopFile(appId + QStringLiteral(".metainfo.xml"));

/// The texts of all elements of a name that are English, or in the given language.
QStringList texts(const QString &name, const QString &language = {})
{
    QStringList found;
    const QString content = textOf(file);
    QXmlStreamReader reader(content);
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement || reader.name() != name)
            continue;
        if (reader.attributes().value(QStringLiteral("xml:lang")) == language)
            found << reader.readElementText();
    }
    return found;
}

} // namespace

/// The page that software centres show.
class MetainfoTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theValidatorHasNothingToSay()
    {
        const Said said = runTool(QStringLiteral("appstreamcli"),
            {QStringLiteral("validate"), QStringLiteral("--no-net"), QStringLiteral("--no-color"), file});
        QVERIFY2(said.code == 0, qPrintable(said.words));
        for (const QString &line : said.words.split(u'\n')) { // errors, warnings and remarks begin with a letter and a colon
            const QString trimmed = line.trimmed();
            const bool isIssue = trimmed.size() > 1 && trimmed[1] == u':' && !trimmed.startsWith(u'P');
            QVERIFY2(!isIssue, qPrintable(line));
        }
    }

    void itBelongsToTheDesktopEntry()
    {
        QCOMPARE(texts(QStringLiteral("id")), QStringList{appId});
        QCOMPARE(texts(QStringLiteral("launchable")), QStringList{appId + QStringLiteral(".desktop")});
        QCOMPARE(texts(QStringLiteral("mediatype")), QStringList{traceType});
        QCOMPARE(texts(QStringLiteral("binary")), QStringList{QStringLiteral("awaitscope")});
        const auto entry = desktopEntry().value(QStringLiteral("Desktop Entry"));
        QCOMPARE(texts(QStringLiteral("name")), QStringList{entry.value(QStringLiteral("Name"))});
        QCOMPARE(texts(QStringLiteral("category")), entry.value(QStringLiteral("Categories")).split(u';', Qt::SkipEmptyParts));
    }

    void everyTextIsGermanToo()
    {
        for (const char *element : {"summary", "p", "li", "developer_name"}) {
            const QString name = QLatin1String(element);
            QVERIFY2(!texts(name).isEmpty(), element);
            QCOMPARE(texts(name, QStringLiteral("de")).size(), texts(name).size());
        }
    }
};

QTEST_GUILESS_MAIN(MetainfoTest)
#include "tst_metainfo.moc"
