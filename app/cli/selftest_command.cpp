// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/selftest_command.h"

#include "app/cli/nearest.h"
#include "app/selftest/selftest.h"

#include <QCoreApplication>
#include <QEventLoop>

namespace awaitscope {

namespace {

struct CommandLine
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

QStringList checkIds()
{
    QStringList ids;
    for (const CheckSpec &check : checks())
        ids << QLatin1String(check.id);
    return ids;
}

std::optional<Problem> wrongWord(const ParsedArguments &arguments)
{
    if (!arguments.operands.isEmpty())
        return Problem{QStringLiteral("operand-extra"),
            CommandLine::tr("%1: unexpected; the command %2 accepts only %3.")
                .arg(quoted(arguments.operands.first()), QStringLiteral("selftest"),
                    optionNames(*arguments.command).join(QStringLiteral(", "))),
            arguments.operands.first()};
    const QStringList ids = checkIds();
    for (const QString &id : arguments.values("--only")) {
        if (!ids.contains(id))
            return Problem{QStringLiteral("check-unknown"),
                CommandLine::tr("--only %1: is no check; accepted are %2.").arg(quoted(id), ids.join(QStringLiteral(", "))),
                QStringLiteral("--only")};
    }
    return std::nullopt;
}

} // namespace

ExitCode selftestCommand(const ParsedArguments &arguments)
{
    if (const auto problem = wrongWord(arguments)) {
        printProblem(*problem);
        return ExitCode::Refused;
    }
    const bool asJson = arguments.has("--json");
    SelftestRun run(QCoreApplication::applicationFilePath(), checkedPlaces(), arguments.values("--only"));
    bool written = asJson || print(reportHead() + QLatin1Char('\n'));
    QEventLoop loop;
    QObject::connect(&run, &SelftestRun::finished, &loop, &QEventLoop::quit);
    QObject::connect(&run, &SelftestRun::checked, &run,
        [&](const CheckedItem &item) { written = written && (asJson || print(reportLine(item))); });
    run.start();
    loop.exec();
    written = written && (asJson ? print(reportJson(run.items())) : print(QLatin1Char('\n') + reportEnd(run.items())));
    if (!written) {
        printProblem({QStringLiteral("failed"), CommandLine::tr("standard output cannot be written to."), {}});
        return ExitCode::NotHeld;
    }
    return overallFitness(run.items()) == Fitness::Unfit ? ExitCode::NotHeld : ExitCode::Done;
}

} // namespace awaitscope
