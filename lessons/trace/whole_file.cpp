// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/trace/whole_file.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

namespace awaitscope {

namespace {

struct WholeFile
{
    Q_DECLARE_TR_FUNCTIONS(WholeFile)
};

} // namespace

Result<Done> writeWholeFile(const QString &file, const QByteArray &bytes)
{
    const QFileInfo info(file);
    if (info.isSymLink() || (info.exists() && !info.isFile())) {
        return Problem{QStringLiteral("file-not-regular"),
            WholeFile::tr("is a link or no regular file; accepted is a regular file or a new one."), file};
    }
    QSaveFile target(file);
    const bool written = target.open(QIODevice::WriteOnly) && target.write(bytes) == bytes.size() && target.commit();
    if (!written)
        return Problem{QStringLiteral("file-write"), WholeFile::tr("could not be written: %1.").arg(target.errorString()), file};
    return Done();
}

} // namespace awaitscope
