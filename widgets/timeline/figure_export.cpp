// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/figure.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

namespace awaitscope {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

Problem problem(const char *id, const QString &sentence, const QString &file)
{
    return {.id = QString::fromLatin1(id), .sentence = sentence, .place = file};
}

std::optional<Problem> refused(const QString &file)
{
    if (file.contains(QChar(0)))
        return problem("export-unwritable", Words::tr("The file name contains a NUL character: it cannot be written."), file);
    const QFileInfo info(file);
    if (info.isSymLink())
        return problem(
            "export-link", Words::tr("%1 is a link: name a regular file, or one that does not exist yet.").arg(file), file);
    if (info.isDir())
        return problem(
            "export-directory", Words::tr("%1 is a folder: name a file in it that ends in .png, .svg or .pdf.").arg(file), file);
    if (info.exists() && !info.isFile())
        return problem("export-unwritable",
            Words::tr("%1 is not a regular file: name one, or one that does not exist yet.").arg(file), file);
    if (!QFileInfo(info.path()).isDir())
        return problem("export-folder",
            Words::tr("%1 cannot be written: the folder %2 does not exist; name one that does.").arg(file, info.path()), file);
    return std::nullopt;
}

Problem unwritable(const QString &file, const QString &reason)
{
    return problem("export-unwritable",
        Words::tr("%1 cannot be written (%2): name a file in a folder that you may write to.").arg(file, reason), file);
}

} // namespace

Result<QString> figureFormat(const QString &file)
{
    const QString ending = QFileInfo(file).suffix().toLower();
    if (ending == u"png" || ending == u"svg" || ending == u"pdf")
        return ending;
    return problem(
        "export-ending", Words::tr("%1 names no kind of figure: its ending must be .png, .svg or .pdf.").arg(file), file);
}

Result<Done> exportFigure(const Figure &figure, const FigureOptions &options, const QString &file)
{
    if (const auto reason = refused(file))
        return *reason;
    const Result<QString> format = figureFormat(file);
    if (!format)
        return format.problem();
    // Opened before the drawing, so that a folder that cannot be written to is found out at once.
    QSaveFile target(file);
    target.setDirectWriteFallback(false);
    if (!target.open(QIODevice::WriteOnly))
        return unwritable(file, target.errorString());
    const Result<QByteArray> bytes = renderFigure(figure, options, format.value());
    if (!bytes)
        return bytes.problem();
    if (target.write(bytes.value()) != bytes.value().size() || !target.commit())
        return unwritable(file, target.errorString());
    return Done();
}

} // namespace awaitscope
