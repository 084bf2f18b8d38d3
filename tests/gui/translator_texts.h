// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QLibraryInfo>
#include <QProcess>
#include <QXmlStreamReader>

#include <set>

namespace awaitscope::test {

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
    QXmlStreamReader xml(&written);
    QString context;
    while (!xml.atEnd()) {
        if (!xml.readNextStartElement())
            continue;
        if (xml.name() == u"name")
            context = xml.readElementText();
        else if (xml.name() == u"source")
            found.insert({context, xml.readElementText()});
    }
    return found;
}

} // namespace awaitscope::test
