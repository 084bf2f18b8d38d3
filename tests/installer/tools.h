// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QMap>
#include <QProcess>
#include <QStandardPaths>
#include <QString>
#include <QStringList>

namespace awaitscope::test {

const QString appId = QStringLiteral("org.awaitscope.Awaitscope");
const QString traceType = QStringLiteral("application/vnd.awaitscope.trace");

/// A file of resources/desktop.
inline QString desktopFile(const QString &name)
{
    return QStringLiteral(AWAITSCOPE_SOURCE_DIR "/resources/desktop/") + name;
}

inline QString textOf(const QString &file)
{
    QFile opened(file);
    return opened.open(QIODevice::ReadOnly) ? QString::fromUtf8(opened.readAll()) : QString();
}

/// What a tool said, and how it ended.
struct Said
{
    int code = -1; ///< -1: it is not installed, crashed or hung
    QString words; ///< of both its outputs
};

inline Said runTool(const QString &tool, const QStringList &arguments,
    const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment())
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setProcessEnvironment(environment);
    process.start(tool, arguments);
    const bool ended = process.waitForFinished(30'000) && process.exitStatus() == QProcess::NormalExit;
    return {ended ? process.exitCode() : -1, QString::fromUtf8(process.readAll())};
}

/// Groups of the desktop entry with their keys.
inline QMap<QString, QMap<QString, QString>> desktopEntry()
{
    QMap<QString, QMap<QString, QString>> groups;
    QString group;
    for (const QString &line : textOf(desktopFile(appId + QStringLiteral(".desktop"))).split(u'\n', Qt::SkipEmptyParts)) {
        if (line.startsWith(u'['))
            group = line.mid(1, line.size() - 2);
        else if (!line.startsWith(u'#'))
            groups[group].insert(line.section(u'=', 0, 0), line.section(u'=', 1));
    }
    return groups;
}

} // namespace awaitscope::test
