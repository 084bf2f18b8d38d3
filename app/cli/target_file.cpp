// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/target_file.h"

#include "app/cli/nearest.h"
#include "lessons/trace/whole_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <unistd.h>

namespace awaitscope {

namespace {

struct TargetFile
{
    Q_DECLARE_TR_FUNCTIONS(TargetFile)
};

/// Bytes that a file's name may have: a system's 255 less what the temporary file beside it adds.
constexpr qsizetype longestName = 240;

Problem problem(const char *id, const QString &option, const QString &file, const QString &what)
{
    return {QLatin1String(id), QStringLiteral("%1 %2: %3").arg(option, quoted(file), what), file};
}

} // namespace

Result<Done> checkTarget(const QString &option, const QString &file)
{
    if (file.isEmpty())
        return problem("file-name", option, file,
            TargetFile::tr("the file's name is empty; accepted is the path of a file in a folder that exists."));
    if (file.contains(QChar::ReplacementCharacter))
        return problem("file-name", option, file, TargetFile::tr("the file's name is no UTF-8; accepted is one that is."));
    const QFileInfo info(file);
    if (info.fileName().isEmpty() || (info.isDir() && !info.isSymLink()))
        return problem("file-is-folder", option, file, TargetFile::tr("is a folder; accepted is the path of a file."));
    if (info.fileName().toLocal8Bit().size() > longestName)
        return problem(
            "file-name", option, file, TargetFile::tr("the file's name is too long; accepted are %1 bytes.").arg(longestName));
    const QFileInfo folder(info.path());
    if (!folder.exists())
        return problem("folder-missing", option, file,
            TargetFile::tr("the folder %1 does not exist; accepted is one that does.").arg(quoted(info.path())));
    if (!folder.isDir())
        return problem("folder-missing", option, file,
            TargetFile::tr("%1 is not a folder; accepted is the path of a file in one.").arg(quoted(info.path())));
    if (::access(QFile::encodeName(info.path()).constData(), W_OK | X_OK) != 0) {
        return problem("folder-read-only", option, file,
            TargetFile::tr("the folder %1 cannot be written to; accepted is one that can.").arg(quoted(info.path())));
    }
    if (info.isSymLink())
        return problem("file-is-link", option, file,
            TargetFile::tr("is a link, which is not followed; accepted is a regular file or a new one."));
    if (info.exists() && !info.isFile())
        return problem(
            "file-not-regular", option, file, TargetFile::tr("is not a regular file; accepted is a regular file or a new one."));
    if (info.exists() && ::access(QFile::encodeName(file).constData(), W_OK) != 0)
        return problem("file-read-only", option, file,
            TargetFile::tr("is there already and cannot be written to; accepted is one that can."));
    return Done{};
}

Result<Done> writeWhole(const QString &option, const QString &file, const QByteArray &bytes)
{
    if (auto checked = checkTarget(option, file); !checked)
        return checked;
    const auto written = writeWholeFile(file, bytes);
    return written ? written : problem("file-write", option, file, written.problem().sentence);
}

} // namespace awaitscope
