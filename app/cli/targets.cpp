// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/targets.h"

#include "app/cli/nearest.h"
#include "app/cli/target_file.h"
#include "lessons/catalog/run_file.h"
#include "widgets/timeline/figure.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace awaitscope {

namespace {

struct RunArguments
{
    Q_DECLARE_TR_FUNCTIONS(RunArguments)
};

} // namespace

Result<QString> Targets::add(const char *option, const QString &file)
{
    const QString name = QLatin1String(option);
    if (auto checked = checkTarget(name, file); !checked)
        return checked.problem();
    const QString whole
        = QDir::cleanPath(QFileInfo(QFileInfo(file).path()).canonicalFilePath() + QLatin1Char('/') + QFileInfo(file).fileName());
    if (taken_.contains(whole)) {
        return Problem{QStringLiteral("file-repeated"),
            RunArguments::tr("%1 %2: the file is named twice; accepted once.").arg(name, quoted(file)), name};
    }
    taken_.insert(whole);
    return file;
}

Result<QString> Targets::addFigure(const QString &file)
{
    if (const auto format = figureFormat(file); !format) {
        return Problem{QStringLiteral("export-format"),
            RunArguments::tr("--export %1: the ending is not known; accepted is .png, .svg or .pdf.").arg(quoted(file)),
            QStringLiteral("--export")};
    }
    return add("--export", file);
}

Result<QString> Targets::addTrace(const QString &file)
{
    if (!file.endsWith(runFileExtension)) {
        return Problem{QStringLiteral("trace-format"),
            RunArguments::tr("--trace %1: the ending is not known; accepted is %2.").arg(quoted(file), runFileExtension),
            QStringLiteral("--trace")};
    }
    return add("--trace", file);
}

} // namespace awaitscope
