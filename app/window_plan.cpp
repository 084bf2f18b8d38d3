// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window_plan.h"

#include "app/cli/command_line.h"
#include "app/cli/export_plan.h"
#include "app/cli/nearest.h"
#include "app/cli/run_plan.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QProcess>
#include <QUrl>

namespace awaitscope {

namespace {

struct WindowCommand
{
    Q_DECLARE_TR_FUNCTIONS(WindowCommand)
};

/// What one window shows.
struct NamedRun
{
    QString lesson;
    QString file; ///< whole path; empty: the lesson itself
    std::shared_ptr<const Run> run;
};

Problem unknown(const QString &operand, Problem problem)
{
    problem.sentence = WindowCommand::tr("unknown command or lesson %1.").arg(quoted(operand))
        + suggestion(operand, commandNames() + QStringList{lessons().empty() ? QString() : lessons().front().id});
    return problem;
}

Problem tooMany(const QString &operand)
{
    return {QStringLiteral("operand-extra"),
        WindowCommand::tr("%1: is too many; accepted are at most %2 lessons and traces at once.")
            .arg(quoted(operand))
            .arg(mostWindows),
        operand};
}

Result<NamedRun> openNamed(const QString &operand)
{
    const auto lesson = lessonNamed(operand, lessons());
    if (lesson)
        return NamedRun{lesson.value()->id, {}, {}};
    QUrl url(operand);
    if (url.host() == QLatin1String("localhost"))
        url.setHost({});
    const bool isUrl = url.scheme() == QLatin1String("file");
    if (isUrl && !url.host().isEmpty()) {
        return Problem{QStringLiteral("url-elsewhere"),
            WindowCommand::tr("%1: is not a file of this computer; accepted are paths and file URLs.").arg(quoted(operand)),
            operand};
    }
    if (!isUrl && !namesFile(operand))
        return unknown(operand, lesson.problem());
    const QString file = isUrl ? url.toLocalFile() : operand;
    auto opened = openRunFile(file, lessons());
    if (!opened)
        return opened.problem();
    const QString id = opened.value().run.lesson;
    return NamedRun{id, QFileInfo(file).absoluteFilePath(), std::make_shared<const Run>(std::move(opened.value().run))};
}

Result<std::optional<ThemeKind>> themeOf(const ParsedArguments &arguments)
{
    if (!arguments.has("--theme"))
        return std::optional<ThemeKind>();
    const QString theme = arguments.value("--theme");
    if (theme == QLatin1String("light"))
        return std::optional(ThemeKind::Light);
    if (theme == QLatin1String("dark"))
        return std::optional(ThemeKind::Dark);
    return Problem{QStringLiteral("theme-unknown"),
        WindowCommand::tr("--theme %1: is no theme of the window; accepted is light or dark.").arg(quoted(theme)),
        QStringLiteral("--theme")};
}

} // namespace

Result<WindowPlan> planWindow(const ParsedArguments &arguments, bool forDesktop)
{
    WindowPlan plan;
    QStringList sentences;
    bool isFirst = true;
    qsizetype seen = 0;
    for (const QString &operand : arguments.operands) {
        auto read = ++seen > mostWindows ? Result<NamedRun>(tooMany(operand)) : openNamed(operand);
        if (!read && !forDesktop)
            return read.problem();
        if (!read) {
            sentences << read.problem().sentence;
            plan.window.problem = read.problem();
            continue;
        }
        NamedRun &named = read.value();
        if (!std::exchange(isFirst, false)) {
            plan.further << (named.run ? named.file : named.lesson);
            continue;
        }
        plan.window.lesson = named.lesson;
        plan.window.file = named.file;
        plan.window.run = std::move(named.run);
    }
    if (plan.window.problem)
        plan.window.problem->sentence = sentences.join(QLatin1Char(' '));
    const auto theme = themeOf(arguments);
    if (!theme)
        return theme.problem();
    plan.window.theme = theme.value();
    return plan;
}

void openFurther(const WindowPlan &plan, const ParsedArguments &arguments)
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.remove(QStringLiteral("DESKTOP_STARTUP_ID")); // is answered by the window of this process
    environment.remove(QStringLiteral("XDG_ACTIVATION_TOKEN"));
    QStringList options;
    for (const ParsedArguments::Given &given : arguments.options) {
        const QString name = QLatin1String(given.option->name);
        options << (given.option->value ? name + QLatin1Char('=') + given.value : name);
    }
    for (const QString &subject : plan.further) {
        QProcess program;
        program.setProgram(QCoreApplication::applicationFilePath());
        program.setArguments(options + QStringList{QStringLiteral("--"), subject});
        program.setProcessEnvironment(environment);
        if (!program.startDetached())
            printProblem({QStringLiteral("window-not-opened"),
                WindowCommand::tr("%1: no further window can be opened for it.").arg(quoted(subject)), subject});
    }
}

} // namespace awaitscope
