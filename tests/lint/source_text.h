// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QString>
#include <QStringList>

namespace awaitscope {

/// A file of the tree, its path relative to the root.
struct SourceFile
{
    QString path;
    QString text;
};

/// Files of the tree with one of the endings, in order of their paths; without build folders and hidden ones.
inline std::vector<SourceFile> sourceFiles(const QStringList &patterns, const QStringList &folders = {QStringLiteral(".")})
{
    const QDir root(QStringLiteral(AWAITSCOPE_SOURCE_DIR));
    QStringList paths;
    for (const QString &folder : folders) {
        QDirIterator entries(root.filePath(folder), patterns, QDir::Files, QDirIterator::Subdirectories);
        while (entries.hasNext()) {
            const QString path = root.relativeFilePath(entries.next());
            if (!path.startsWith(QLatin1String("build/")) && !path.startsWith(QLatin1String(".git/")))
                paths << path;
        }
    }
    paths.sort();
    paths.removeDuplicates();
    std::vector<SourceFile> files;
    for (const QString &path : paths) {
        QFile file(root.filePath(path));
        if (file.open(QIODevice::ReadOnly))
            files.push_back({path, QString::fromUtf8(file.readAll())});
    }
    return files;
}

/// Every C++ file of the tree.
inline std::vector<SourceFile> cppFiles()
{
    return sourceFiles({QStringLiteral("*.cpp"), QStringLiteral("*.h")},
        {QStringLiteral("app"), QStringLiteral("lessons"), QStringLiteral("widgets"), QStringLiteral("tests")});
}

/// C++ with comments and the contents of strings and characters blanked out. Lines stay where they are.
inline QString codeOnly(const QString &text)
{
    static const QRegularExpression opaque(QStringLiteral("//[^\\n]*"
                                                          "|/\\*.*?\\*/"
                                                          "|R\"([A-Za-z0-9_]*)\\(.*?\\)\\1\""
                                                          "|\"(?:[^\"\\\\\\n]|\\\\.)*\""
                                                          "|'(?:[^'\\\\\\n]|\\\\.)+'"),
        QRegularExpression::DotMatchesEverythingOption);
    QString code = text;
    auto matches = opaque.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const bool digitSeparator = text[match.capturedStart()] == QLatin1Char('\'') && match.capturedStart() > 0
            && text[match.capturedStart() - 1].isDigit();
        if (digitSeparator)
            continue;
        const bool literal = text[match.capturedStart()] == QLatin1Char('"');
        for (qsizetype i = match.capturedStart(); i < match.capturedEnd(); ++i) {
            const bool edge = literal && (i == match.capturedStart() || i == match.capturedEnd() - 1);
            if (code[i] != QLatin1Char('\n') && !edge)
                code[i] = QLatin1Char(' ');
        }
    }
    return code;
}

/// The line of a position, counted from 1.
inline int lineAt(const QString &text, qsizetype position)
{
    return int(QStringView(text).left(position).count(QLatin1Char('\n'))) + 1;
}

/// "path:line: what", the form that editors jump to.
inline QString finding(const QString &path, int line, const QString &what)
{
    return QStringLiteral("%1:%2: %3").arg(path).arg(line).arg(what);
}

} // namespace awaitscope
