// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"

#include "app/cli/export_plan.h"
#include "app/cli/interrupt.h"
#include "app/cli/nearest.h"
#include "app/cli/run_plan.h"
#include "app/cli/runs_command.h"
#include "app/cli/target_file.h"
#include "app/common/language.h"
#include "app/common/run_figure.h"
#include "lessons/catalog/run_report.h"
#include "lessons/trace/caption.h"

#include <QElapsedTimer>
#include <QGuiApplication>

namespace awaitscope {

namespace {

struct CommandLine
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

ExitCode refuse(const Problem &problem)
{
    printProblem(problem);
    return ExitCode::Refused;
}

ExitCode failed(const QString &sentence)
{
    printProblem({QStringLiteral("failed"), sentence, {}});
    return ExitCode::NotHeld;
}

ExitCode printed(bool written)
{
    return written ? ExitCode::Done : failed(CommandLine::tr("standard output cannot be written to."));
}

std::optional<Problem> operandTooMany(const ParsedArguments &arguments)
{
    if (arguments.operands.isEmpty())
        return std::nullopt;
    const QString name = QLatin1String(arguments.command->name);
    return Problem{QStringLiteral("operand-extra"),
        CommandLine::tr("%1: unexpected; the command %2 accepts only %3.")
            .arg(quoted(arguments.operands.first()), name, optionNames(*arguments.command).join(QStringLiteral(", "))),
        arguments.operands.first()};
}

struct WaitingFile
{
    QString option;
    QString file;
    QByteArray bytes;
};

/// Figures of a run, drawn before the first byte is written.
Result<Done> addFigures(std::vector<WaitingFile> &files, const QStringList &figures, const FigureOptions &options,
    const Lesson &lesson, const Run &run)
{
    for (const QString &file : figures) {
        const auto format = figureFormat(file);
        if (!format)
            return format.problem();
        auto bytes = renderFigure(runFigure(lesson, run, options, file), options, format.value());
        if (!bytes) {
            Problem problem = bytes.problem();
            if (problem.id == QLatin1String("figure-size"))
                problem.sentence.prepend(QStringLiteral("--size: "));
            return problem;
        }
        files.push_back({QStringLiteral("--export"), file, std::move(bytes).value()});
    }
    return Done{};
}

/// Everything that a run is to be written to, made before the first byte is written.
Result<std::vector<WaitingFile>> filesOf(const PlannedRun &planned, const FigureOptions &options, const Run &run)
{
    std::vector<WaitingFile> files;
    if (!planned.report.isEmpty())
        files.push_back({QStringLiteral("--json"), planned.report, runReport(run) + QByteArray("\n")});
    if (const auto drawn = addFigures(files, planned.figures, options, *planned.request.lesson, run); !drawn)
        return drawn.problem();
    for (const QString &file : planned.traces)
        files.push_back({QStringLiteral("--trace"), file, encodeRun(run)});
    return files;
}

/// Writes all; `tell` says so on standard output.
ExitCode writeFiles(const std::vector<WaitingFile> &files, bool tell)
{
    for (const WaitingFile &waiting : files) {
        if (const auto written = writeWhole(waiting.option, waiting.file, waiting.bytes); !written)
            return failed(written.problem().sentence);
        if (tell)
            print(CommandLine::tr("Wrote %1").arg(waiting.file) + QLatin1Char('\n'));
    }
    return ExitCode::Done;
}

ExitCode finish(const RunPlan &plan, const PlannedRun &planned, const Run &run)
{
    const auto files = filesOf(planned, plan.figureOptions, run);
    if (!files)
        return refuse(files.problem());
    if (!print(plan.reportToOutput ? runReport(run) + '\n' : runText(*planned.request.lesson, run).toUtf8()))
        return printed(false);
    if (const ExitCode code = writeFiles(files.value(), !plan.reportToOutput); code != ExitCode::Done)
        return code;
    if (plan.save) {
        if (const auto saved = saveRun(run); !saved)
            return failed(saved.problem().sentence);
        else if (!plan.reportToOutput)
            print(CommandLine::tr("Saved as run %1").arg(saved.value().value()) + QLatin1Char('\n'));
    }
    return isSound(run) ? ExitCode::Done : ExitCode::NotHeld;
}

/// Says of a run on the virtual clock what exists on the real one only, where the user has not chosen the variants.
void tellWhatIsLeftOut(const RunRequest &request)
{
    for (const VariantSpec &variant : request.lesson->definition.variants) {
        if (variant.realClockOnly && request.clock == ClockKind::Virtual)
            printProblem({QStringLiteral("variant-left-out"),
                CommandLine::tr("%1: the variant %2 is left out; it exists on the real clock only.")
                    .arg(request.lesson->id, variant.id),
                variant.id});
    }
}

ExitCode runLessons(const RunPlan &plan)
{
    ExitCode code = ExitCode::Done;
    bool first = true;
    for (const PlannedRun &planned : plan.runs) {
        if (!plan.variantsChosen)
            tellWhatIsLeftOut(planned.request);
        RunControl control;
        const Run run = [&] {
            const InterruptWatch watch([&control] { control.cancel(); });
            return play(planned.request, &control);
        }();
        if (run.cancelled)
            return failed(CommandLine::tr("%1: cancelled; nothing was written of it.").arg(planned.request.lesson->id));
        if (!plan.reportToOutput && !first)
            print(QStringLiteral("\n"));
        first = false;
        code = std::max(code, finish(plan, planned, run));
    }
    return code;
}

ExitCode exportTrace(const ExportPlan &plan)
{
    std::vector<WaitingFile> files;
    if (const auto drawn = addFigures(files, plan.figures, plan.figureOptions, *plan.trace.lesson, plan.trace.run); !drawn)
        return refuse(drawn.problem());
    return writeFiles(files, true);
}

ExitCode listLessons(const ParsedArguments &arguments)
{
    if (const auto problem = operandTooMany(arguments))
        return refuse(*problem);
    return printed(arguments.has("--json") ? print(listReport(lessons()) + QByteArray("\n")) : print(lessonsText(lessons())));
}

/// The runs in which every variant of a lesson is played: the defaults, and what brings in those that are missing then.
std::vector<RunRequest> completeRuns(const Lesson &lesson)
{
    std::vector<RunRequest> requests;
    QStringList played;
    for (const VariantSpec &variant : lesson.definition.variants) {
        const auto parameters = parametersFor(variant, ParameterSet(lesson.definition.parameters));
        if (played.contains(variant.id) || !parameters || variant.realClockOnly)
            continue;
        const QStringList variants = lesson.availableVariants(*parameters, ClockKind::Virtual);
        requests.push_back({&lesson, *parameters, variants, ClockKind::Virtual, 1});
        played << variants;
    }
    return requests;
}

/// Plays a lesson for `check` and prints its line.
bool checkLesson(const Lesson &lesson)
{
    QElapsedTimer time;
    time.start();
    int claims = 0;
    QStringList wrong;
    QSet<QString> variants;
    for (const RunRequest &request : completeRuns(lesson)) {
        const Run run = play(request);
        claims += int(run.claims.size());
        for (const QString &id : request.variants)
            variants.insert(id);
        for (const ClaimResult &claim : run.claims) {
            if (!claim.holds)
                wrong << CommandLine::tr("%1 does not hold: %2").arg(claim.id, claim.measured);
        }
        for (const VariantRun &variant : run.variants) {
            if (!variant.asMeant)
                wrong << CommandLine::tr("variant %1 did not end well: %2").arg(variant.id, variant.error);
        }
        for (const Problem &problem : run.problems)
            wrong << problem.sentence;
        if (run.liveFrames != 0)
            wrong << CommandLine::tr("%1 coroutine frames left alive").arg(run.liveFrames);
    }
    const QString elapsed = readableLength(Ns(time.nsecsElapsed()));
    if (wrong.isEmpty()) {
        print(QStringLiteral("✓ ")
            + (variants.size() == 1 ? CommandLine::tr("%1: %2 claims checked over %3 variant, all hold (%4)")
                                    : CommandLine::tr("%1: %2 claims checked over %3 variants, all hold (%4)"))
                  .arg(lesson.id)
                  .arg(claims)
                  .arg(variants.size())
                  .arg(elapsed)
            + QLatin1Char('\n'));
    } else {
        print(QStringLiteral("✕ ") + CommandLine::tr("%1: %2 (%3)").arg(lesson.id, wrong.join(QStringLiteral("; ")), elapsed)
            + QLatin1Char('\n'));
    }
    return wrong.isEmpty();
}

ExitCode checkLessons(const ParsedArguments &arguments)
{
    if (const auto problem = operandTooMany(arguments))
        return refuse(*problem);
    QElapsedTimer time;
    time.start();
    int sound = 0;
    for (const Lesson &lesson : lessons())
        sound += checkLesson(lesson) ? 1 : 0;
    const bool written = print(CommandLine::tr("%1 of %2 lessons hold, in %3")
                                   .arg(sound)
                                   .arg(lessons().size())
                                   .arg(readableLength(Ns(time.nsecsElapsed())))
        + QLatin1Char('\n'));
    if (!written)
        return printed(false);
    return sound == int(lessons().size()) ? ExitCode::Done : ExitCode::NotHeld;
}

QtMessageHandler messagesBefore = nullptr;

/// Where there is no login session, or another user's, Qt says so as soon as it draws. It does not matter to a file.
void onMessageWhileDrawing(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (!message.startsWith(QLatin1String("QStandardPaths: ")))
        messagesBefore(type, context, message);
}

/// Figures are drawn without a display, and the same wherever they are drawn.
void prepareDrawing()
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    for (const char *name : {"QT_SCALE_FACTOR", "QT_SCREEN_SCALE_FACTORS", "QT_ENABLE_HIGHDPI_SCALING",
             "QT_SCALE_FACTOR_ROUNDING_POLICY", "QT_USE_PHYSICAL_DPI", "QT_FONT_DPI", "QT_QPA_PLATFORMTHEME"})
        qunsetenv(name);
    qputenv("TZ", "UTC"); // a PDF holds the zone of its date
    messagesBefore = qInstallMessageHandler(onMessageWhileDrawing);
}

} // namespace

ExitCode runCommand(int &argc, char **argv, const ParsedArguments &arguments)
{
    const QString name = QLatin1String(arguments.command->name);
    if (name == QLatin1String("export")) {
        const auto plan = [&] {
            const QCoreApplication early(argc, argv);
            speak(languageForCommands());
            return planExport(arguments, lessons());
        }();
        if (!plan)
            return refuse(plan.problem());
        prepareDrawing();
        const QGuiApplication application(argc, argv);
        speak(languageForCommands());
        return exportTrace(plan.value());
    }
    if (name != QLatin1String("run")) {
        const QCoreApplication application(argc, argv);
        speak(languageForCommands());
        if (name == QLatin1String("runs"))
            return runsCommand(arguments);
        return name == QLatin1String("list") ? listLessons(arguments) : checkLessons(arguments);
    }
    const auto plan = [&] {
        const QCoreApplication early(argc, argv);
        speak(languageForCommands());
        return planRun(arguments, lessons());
    }();
    if (!plan)
        return refuse(plan.problem());
    if (!arguments.has("--export")) {
        const QCoreApplication application(argc, argv);
        speak(languageForCommands());
        return runLessons(plan.value());
    }
    prepareDrawing();
    const QGuiApplication application(argc, argv);
    speak(languageForCommands());
    return runLessons(plan.value());
}

} // namespace awaitscope
