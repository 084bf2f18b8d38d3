// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"
#include "app/cli/export_plan.h"
#include "app/cli/nearest.h"
#include "app/cli/run_plan.h"
#include "app/cli/show_plan.h"
#include "app/common/language.h"
#include "app/common/places.h"
#include "app/gui/settings.h"
#include "app/gui/window_entry.h"
#include "app/workshop/show_entry.h"
#include "app/workshop/window_workshop.h"
#include "lessons/catalog/lesson_program.h"

#include <QApplication>
#include <QHashSeed>
#include <QLoggingCategory>

#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>

#include <langinfo.h>

using namespace awaitscope;

namespace {

struct Main
{
    Q_DECLARE_TR_FUNCTIONS(Main)
};

/// Qt wants UTF-8; without it, it would say so on standard error, where only our own line belongs.
void chooseUtf8()
{
    std::setlocale(LC_ALL, "");
    if (std::strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
        qputenv("LC_ALL", "C.UTF-8");
}

Problem noDisplay()
{
    return {QStringLiteral("no-display"),
        Main::tr("the window needs a display, and none can be reached; accepted without one are the commands %1, such as: "
                 "awaitscope run %2")
            .arg(commandNames().join(QStringLiteral(", ")), lessons().empty() ? QString() : lessons().front().id),
        QStringLiteral("DISPLAY")};
}

/// While the connection to the display is made: Qt's own words on a display that is out of reach give way to ours.
void onMessageWhileConnecting(QtMsgType type, const QMessageLogContext &, const QString &)
{
    if (type != QtFatalMsg)
        return;
    printProblem(noDisplay());
    std::_Exit(int(ExitCode::Refused));
}

/// Connects to the display and calls what shows a window there. `early`, by which texts were translated so far, ends before.
template <class Show> ExitCode withApplication(int &argc, char **argv, std::unique_ptr<QCoreApplication> early, Show show)
{
    const bool displayNamed = qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY");
    if (!displayNamed && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        printProblem(noDisplay());
        return ExitCode::Refused;
    }
    early.reset();
    const auto before = qInstallMessageHandler(onMessageWhileConnecting);
    const QApplication application(argc, argv);
    qInstallMessageHandler(before);
    speak(languageToSpeak(Settings(Settings::file()).language()));
    return ExitCode(show());
}

ExitCode openWindow(int &argc, char **argv, const ParsedArguments &arguments, std::unique_ptr<QCoreApplication> early)
{
    WindowOptions options;
    if (!arguments.operands.isEmpty()) {
        const auto lesson = lessonNamed(arguments.operands.first(), lessons());
        if (!lesson && namesFile(arguments.operands.first())) {
            auto opened = openRunFile(arguments.operands.first(), lessons());
            if (!opened) {
                printProblem(opened.problem());
                return ExitCode::Refused;
            }
            options.file = arguments.operands.first();
            options.lesson = opened.value().run.lesson;
            options.run = std::make_shared<const Run>(std::move(opened.value().run));
        } else if (!lesson) {
            Problem problem = lesson.problem();
            problem.sentence = Main::tr("unknown command or lesson %1.").arg(quoted(arguments.operands.first()))
                + suggestion(arguments.operands.first(),
                    commandNames() + QStringList{lessons().empty() ? QString() : lessons().front().id});
            printProblem(problem);
            return ExitCode::Refused;
        }
        if (lesson)
            options.lesson = lesson.value()->id;
    }
    if (arguments.operands.size() > 1) {
        printProblem({QStringLiteral("operand-extra"),
            Main::tr("%1: unexpected; the window accepts one lesson or one trace.").arg(quoted(arguments.operands[1])),
            arguments.operands[1]});
        return ExitCode::Refused;
    }
    if (arguments.has("--theme")) {
        const QString theme = arguments.value("--theme");
        if (theme != QLatin1String("light") && theme != QLatin1String("dark")) {
            printProblem({QStringLiteral("theme-unknown"),
                Main::tr("--theme %1: is no theme of the window; accepted is light or dark.").arg(quoted(theme)),
                QStringLiteral("--theme")});
            return ExitCode::Refused;
        }
        options.theme = theme == QLatin1String("dark") ? ThemeKind::Dark : ThemeKind::Light;
    }
    options.furnish = installWorkshop;
    return withApplication(argc, argv, std::move(early), [&options] { return runWindow(options); });
}

ExitCode openShow(int &argc, char **argv, const ParsedArguments &arguments, std::unique_ptr<QCoreApplication> early)
{
    const auto options = planPresent(arguments);
    const auto show = options ? planShow(options.value(), lessons()) : Result<ShowRequest>(options.problem());
    if (!show) {
        printProblem(show.problem());
        return ExitCode::Refused;
    }
    return withApplication(argc, argv, std::move(early), [&] { return runShow(show.value(), options.value().theme); });
}

} // namespace

int main(int argc, char **argv)
{
    chooseUtf8();
    settleEnvironment();
    QHashSeed::setDeterministicGlobalSeed();
    // Lessons lose failures and block loops on purpose, and the picture says so; QT_LOGGING_RULES brings the lines back.
    QLoggingCategory::setFilterRules(QStringLiteral("awaitscope.failures=false\nawaitscope.loop=false"));
    QCoreApplication::setApplicationName(QStringLiteral("awaitscope"));
    QCoreApplication::setApplicationVersion(QStringLiteral(AWAITSCOPE_VERSION));

    if (const std::optional<int> code = runAsLessonProgram(argc, argv))
        return *code;

    QStringList words;
    for (int i = 1; i < argc; ++i)
        words << QString::fromLocal8Bit(argv[i]);
    auto early = std::make_unique<QCoreApplication>(argc, argv); // texts are translated only where there is an application
    speak(languageForCommands());
    const auto parsed = parseArguments(words);
    if (!parsed) {
        printProblem(parsed.problem());
        return int(ExitCode::Refused);
    }
    const ParsedArguments &arguments = parsed.value();
    const bool isWindow = *arguments.command->name == '\0';
    if (arguments.has("--help"))
        return print(isWindow ? helpText() : helpText(*arguments.command)) ? 0 : int(ExitCode::NotHeld);
    if (arguments.has("--version"))
        return print(versionText()) ? 0 : int(ExitCode::NotHeld);
    const bool isShow = arguments.command->name == QLatin1String("present");
    const auto kept = arguments.has("--portable") ? Places::portable(arguments.value("--portable"))
        : isWindow || isShow                      ? Result<Places>(Places::ofUser().withOldFilesMoved())
                                                  : Result<Places>(Places::ofUser());
    if (!kept) {
        Problem problem = kept.problem();
        problem.sentence.prepend(QStringLiteral("--portable %1: ").arg(quoted(arguments.value("--portable"))));
        printProblem(problem);
        return int(ExitCode::Refused);
    }
    usePlaces(kept.value());
    if (isWindow || isShow) // lessons are asked for before there is a display, and keep the language of then
        speakLessons(languageToSpeak(Settings(Settings::file()).language()));
    if (isWindow || isShow) {
        const ExitCode code = (isWindow ? openWindow : openShow)(argc, argv, arguments, std::move(early));
        forgetVisitedFolders();
        return int(code);
    }
    early.reset();
    return int(runCommand(argc, argv, arguments));
}
