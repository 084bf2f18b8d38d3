// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/runs_command.h"

#include "app/cli/nearest.h"
#include "app/cli/runs_text.h"
#include "app/cli/target_file.h"
#include "app/common/places.h"
#include "app/common/run_record.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace awaitscope {

namespace {

struct CommandLine
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

constexpr std::chrono::seconds patience(30); // for a file that another program has locked

/// The user's store, as a command uses it: what is mended goes to standard error, and what it waits for is remembered.
class OpenStore
{
public:
    OpenStore()
    {
        QObject::connect(&store_, &Store::problem, &store_, [this](const Problem &problem) {
            if (problem.id == QLatin1String("store-locked"))
                waitsFor_ = problem;
            else if (problem.severity == Severity::Warning)
                printProblem(problem);
        });
        QObject::connect(&store_, &Store::tracesPruned, &store_, [](int count) {
            printProblem({QStringLiteral("traces-pruned"),
                CommandLine::tr("to stay within the limit, %1 old run(s) were left without a trace.").arg(count), {},
                Severity::Warning});
        });
    }

    Store *operator->() { return &store_; }

    template <class T> Result<T> wait(Answer<T> answer)
    {
        auto result = waitFor(std::move(answer), patience);
        if (!result && result.problem().id == QLatin1String("store-silent") && waitsFor_)
            return *waitsFor_;
        return result;
    }

private:
    std::optional<Problem> waitsFor_;
    Store store_;
};

ExitCode refuse(const Problem &problem)
{
    printProblem(problem);
    return ExitCode::Refused;
}

/// What the user named was not right: 2. What was right could not be done: 1.
ExitCode failed(const Problem &problem)
{
    printProblem(problem);
    const bool usersFault = !problem.id.startsWith(QLatin1String("store-")) && problem.id != QLatin1String("export-failed");
    return usersFault ? ExitCode::Refused : ExitCode::NotHeld;
}

ExitCode printed(bool written)
{
    return written ? ExitCode::Done
                   : failed({QStringLiteral("store-output"), CommandLine::tr("standard output cannot be written to."), {}});
}

Result<RunNumber> numberFrom(const QString &action, const QString &text)
{
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    if (isNumber && number > 0)
        return RunNumber(number);
    return Problem{QStringLiteral("run-number"),
        CommandLine::tr("runs %1 %2: is no run; accepted is a number that “runs list” shows.").arg(action, quoted(text)), text};
}

ExitCode list(OpenStore &store, bool asJson)
{
    auto runs = store.wait(store->list());
    const bool isNone
        = !runs && runs.problem().id == QLatin1String("store-unwritable") && !QFileInfo::exists(places().storeFile());
    if (!runs && !isNone)
        return failed(runs.problem());
    if (isNone) { // nothing could be kept so far, which is worth a sentence
        printProblem(runs.problem());
        runs = std::vector<SavedRun>();
    }
    return printed(asJson ? print(savedRunsReport(runs.value()) + '\n') : print(savedRunsText(runs.value())));
}

ExitCode show(OpenStore &store, RunNumber number, bool asJson)
{
    const auto run = store.wait(store->find(number));
    if (!run)
        return failed(run.problem());
    return printed(asJson ? print(savedRunReport(run.value()) + '\n') : print(savedRunText(run.value())));
}

ExitCode setRemoved(OpenStore &store, RunNumber number, bool removed, bool asJson)
{
    const auto done = store.wait(removed ? store->remove(number) : store->restore(number));
    if (!done)
        return failed(done.problem());
    const QString value = QString::number(number.value());
    if (asJson)
        return printed(
            print(QStringLiteral("{\"%1\":%2}\n").arg(removed ? QStringLiteral("deleted") : QStringLiteral("restored"), value)));
    return printed(print((removed ? CommandLine::tr("Deleted run %1; for seven days, “runs restore %1” brings it back")
                                  : CommandLine::tr("Restored run %1"))
                             .arg(value)
        + QLatin1Char('\n')));
}

ExitCode exportAll(OpenStore &store, const QString &file, bool asJson)
{
    if (const auto checked = checkTarget(QStringLiteral("runs export"), file); !checked)
        return refuse(checked.problem());
    const auto result = store.wait(store->exportTo(file));
    if (!result)
        return failed(result.problem());
    const int runs = result.value().runs;
    if (asJson)
        return printed(print(QStringLiteral("{\"runs\":%1}\n").arg(runs)));
    return printed(print(CommandLine::tr("Wrote %1; runs in it: %2").arg(file).arg(runs) + QLatin1Char('\n')));
}

ExitCode importAll(OpenStore &store, const QString &file, bool asJson)
{
    const auto result = store.wait(store->importFrom(file));
    if (!result)
        return failed(result.problem());
    const Transferred &moved = result.value();
    if (asJson)
        return printed(print(QStringLiteral("{\"runs\":%1,\"known\":%2}\n").arg(moved.runs).arg(moved.known)));
    return printed(print(CommandLine::tr("Read %1; new runs: %2, known before: %3").arg(file).arg(moved.runs).arg(moved.known)
        + QLatin1Char('\n')));
}

Problem wrongUse(const QString &action)
{
    const QStringList actions{QStringLiteral("list"), QStringLiteral("show"), QStringLiteral("delete"), QStringLiteral("restore"),
        QStringLiteral("export"), QStringLiteral("import")};
    const QString accepted = QStringLiteral("list, show N, delete N, restore N, export FILE, import FILE");
    if (!actions.contains(action))
        return {QStringLiteral("runs-action"),
            CommandLine::tr("runs %1: unknown; accepted: %2.").arg(quoted(action), accepted) + suggestion(action, actions),
            action};
    return {QStringLiteral("runs-form"),
        CommandLine::tr("runs %1: is given too little or too much; accepted: %2.").arg(action, accepted), action};
}

} // namespace

Result<RunNumber> saveRun(const Run &run)
{
    OpenStore store;
    auto saved = store.wait(store->save([&run, time = QDateTime::currentDateTimeUtc()] { return recordOf(run, time); }));
    if (saved)
        return saved;
    Problem problem = saved.problem();
    problem.sentence = CommandLine::tr("--save: %1 The run was not saved.").arg(problem.sentence);
    return problem;
}

ExitCode runsCommand(const ParsedArguments &arguments)
{
    const QStringList &words = arguments.operands;
    const QString action = words.value(0, QStringLiteral("list"));
    const bool asJson = arguments.has("--json");
    const bool takesOne = action != QLatin1String("list");
    static const QStringList known{QStringLiteral("show"), QStringLiteral("delete"), QStringLiteral("restore"),
        QStringLiteral("export"), QStringLiteral("import"), QStringLiteral("list")};
    if (!known.contains(action) || words.size() > (takesOne ? 2 : 1) || (takesOne && words.size() < 2))
        return refuse(wrongUse(action));
    if (action == QLatin1String("list")) {
        OpenStore store;
        return list(store, asJson);
    }
    if (action == QLatin1String("export") || action == QLatin1String("import")) {
        OpenStore store;
        return action == QLatin1String("export") ? exportAll(store, words[1], asJson) : importAll(store, words[1], asJson);
    }
    const auto number = numberFrom(action, words[1]);
    if (!number)
        return refuse(number.problem());
    OpenStore store;
    if (action == QLatin1String("show"))
        return show(store, number.value(), asJson);
    return setRemoved(store, number.value(), action == QLatin1String("delete"), asJson);
}

} // namespace awaitscope
