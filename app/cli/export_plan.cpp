// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/export_plan.h"

#include "app/cli/figure_options.h"
#include "app/cli/nearest.h"
#include "app/cli/targets.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace awaitscope {

namespace {

struct ExportArguments
{
    Q_DECLARE_TR_FUNCTIONS(ExportArguments)
};

Problem problem(const char *id, const QString &sentence, const QString &place)
{
    return {QLatin1String(id), sentence, place};
}

} // namespace

Result<ExportPlan> planExport(const ParsedArguments &arguments, const std::vector<Lesson> &lessons)
{
    if (arguments.operands.isEmpty()) {
        return problem("trace-missing",
            ExportArguments::tr("export: no trace named; accepted is a file that run --trace or the window has saved."),
            QStringLiteral("TRACE"));
    }
    if (arguments.operands.size() > 1) {
        return problem("operand-extra",
            ExportArguments::tr("%1: unexpected; accepted is one trace.").arg(quoted(arguments.operands[1])),
            arguments.operands[1]);
    }
    if (!arguments.has("--export")) {
        return problem("export-missing",
            ExportArguments::tr("export: no file to draw into; accepted is --export FILE with a .png, .svg or .pdf file."),
            QStringLiteral("--export"));
    }
    ExportPlan plan;
    auto options = figureOptionsFrom(arguments);
    if (!options)
        return options.problem();
    plan.figureOptions = options.value();
    auto trace = openRunFile(arguments.operands.first(), lessons);
    if (!trace)
        return trace.problem();
    plan.trace = std::move(trace).value();
    Targets targets;
    for (QString file : arguments.values("--export")) {
        auto target = targets.addFigure(file.replace(QStringLiteral("{lesson}"), plan.trace.lesson->id));
        if (!target)
            return target.problem();
        plan.figures << target.value();
    }
    return plan;
}

bool namesFile(const QString &operand)
{
    return operand.endsWith(runFileExtension) || operand.contains(QLatin1Char('/')) || QFileInfo::exists(operand);
}

} // namespace awaitscope
