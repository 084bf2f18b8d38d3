// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QLibraryInfo>
#include <QProcess>
#include <QStringList>
#include <QXmlStreamReader>

#include <map>
#include <set>

namespace awaitscope::test {

/// What a .ts file says of one text: its translation, or one for each number.
struct Translated
{
    QStringList words;
    bool finished = false;
};

/// By context and text.
using Translations = std::map<std::pair<QString, QString>, Translated>;

/// What a .ts file holds, in the form that lupdate writes.
inline Translations readTranslations(QIODevice &file)
{
    Translations found;
    QXmlStreamReader xml(&file);
    QString context, source;
    while (!xml.atEnd()) {
        if (!xml.readNextStartElement())
            continue;
        if (xml.name() == u"name")
            context = xml.readElementText();
        else if (xml.name() == u"source")
            source = xml.readElementText();
        else if (xml.name() == u"translation") {
            Translated &translated = found[{context, source}];
            translated.finished = !xml.attributes().hasAttribute(QLatin1String("type"));
            QString own;
            while (!xml.atEnd()) {
                xml.readNext();
                if (xml.isEndElement() && xml.name() == u"translation")
                    break;
                if (xml.isCharacters())
                    own += xml.text();
                else if (xml.isStartElement() && xml.name() == u"numerusform")
                    translated.words << xml.readElementText();
            }
            if (translated.words.isEmpty())
                translated.words << own;
        }
    }
    return found;
}

using Texts = std::set<std::pair<QString, QString>>; ///< context and text

/// What a translator of the app gets to see: every text that lupdate finds in those folders of the tree. `folder` is one to
/// write to. Nothing where lupdate does not run.
inline Texts textsForTranslators(const QString &folder, const QStringList &sources)
{
    const QString program = QLibraryInfo::path(QLibraryInfo::BinariesPath) + QStringLiteral("/lupdate");
    const QString file = folder + QStringLiteral("/all.ts");
    QProcess lupdate;
    lupdate.setWorkingDirectory(QStringLiteral(AWAITSCOPE_SOURCE_DIR));
    lupdate.start(program, QStringList{"-silent", "-locations", "none", "-I", "."} + sources + QStringList{"-ts", file});
    Texts found;
    if (!lupdate.waitForFinished())
        return found;
    QFile written(file);
    if (!written.open(QIODevice::ReadOnly))
        return found;
    for (const auto &[text, translated] : readTranslations(written))
        found.insert(text);
    return found;
}

} // namespace awaitscope::test
