// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reference/reference.h"
#include "app/reference/shell_tables.h"
#include "app/reference/template_text.h"

namespace awaitscope {

namespace {

/// A branch of a `case`.
QString branch(const QString &pattern, const QString &act)
{
    return QStringLiteral("        %1) %2 ;;\n").arg(pattern, act);
}

QString quotedWords(const QStringList &words)
{
    QStringList quoted;
    for (const QString &word : words)
        quoted << shellQuoted(word);
    return quoted.join(QLatin1Char(' '));
}

QString valueBranch(const QString &pattern, const ValueSpec &value)
{
    return branch(pattern, QStringLiteral("value=(%1)").arg(quotedWords(valueWords(value))));
}

QString namePattern(const char *command)
{
    return shellQuoted(QLatin1String(command));
}

QString commandBranch(const CommandSpec &command, const std::vector<OptionSpec> &common)
{
    QStringList options, repeatable, instead, operands, actions;
    for (const auto *some : {&command.options, &common}) {
        for (const OptionSpec &option : *some) {
            options << QLatin1String(option.name);
            if (option.repeatable)
                repeatable << QLatin1String(option.name);
            if (option.forOperand)
                instead << QLatin1String(option.name);
        }
    }
    for (const ValueSpec &value : command.accepts)
        operands << shellQuoted(valueWords(value).join(QLatin1Char(' ')));
    for (const ActionSpec &action : command.actions)
        actions << QLatin1String(action.name);
    const QString most = operands.isEmpty() ? QStringLiteral("0")
        : command.manyOperands              ? QStringLiteral("999")
                                            : QStringLiteral("1");
    const auto indented = [](const QString &text) { return QStringLiteral("            ") + text + QLatin1Char('\n'); };
    return QStringLiteral("        %1)\n").arg(namePattern(command.name))
        + indented(QStringLiteral("options=(%1)").arg(options.join(QLatin1Char(' '))))
        + indented(
            QStringLiteral("repeatable=(%1) instead=(%2)").arg(repeatable.join(QLatin1Char(' ')), instead.join(QLatin1Char(' '))))
        + indented(QStringLiteral("operands=(%1) most=%2 actions=(%3)")
                       .arg(operands.join(QLatin1Char(' ')), most, actions.join(QLatin1Char(' '))))
        + indented(QStringLiteral(";;"));
}

QString echo(const QStringList &words)
{
    return QStringLiteral("echo ") + words.join(QLatin1Char(' '));
}

} // namespace

QByteArray bashCompletion(const Reference &reference)
{
    QString values, commands, actions, variants, parameters, choices;
    QStringList names, common, lessons;
    for (const OptionSpec &option : reference.commonOptions)
        common << QLatin1String(option.name);
    for (const CommandSpec &command : reference.commands) {
        if (*command.name != '\0')
            names << QLatin1String(command.name);
        commands += commandBranch(command, reference.commonOptions);
        for (const OptionSpec &option : command.options) {
            if (option.value)
                values += valueBranch(namePattern(command.name) + QLatin1Char(':') + QLatin1String(option.name), option.accepts);
        }
        for (const ActionSpec &action : command.actions) {
            if (action.value)
                actions += valueBranch(namePattern(command.name) + QLatin1Char(':') + QLatin1String(action.name), action.accepts);
        }
    }
    for (const OptionSpec &option : reference.commonOptions) {
        if (option.value)
            values += valueBranch(QStringLiteral("*:") + QLatin1String(option.name), option.accepts);
    }
    for (const Lesson &lesson : reference.lessons)
        lessons << lesson.id;
    for (const LessonWords &words : lessonTables(reference.lessons)) {
        const QString lesson = words.lesson.isEmpty() ? QStringLiteral("*") : words.lesson;
        variants += branch(lesson, echo(idsOf(words.variants)));
        parameters += branch(lesson, echo(idsOf(words.parameters)));
        for (const ParameterWords &parameter : words.parameters) {
            if (!parameter.values.isEmpty())
                choices += branch(lesson + QLatin1Char(':') + parameter.id, echo(parameter.values));
        }
    }
    return filledTemplate(QStringLiteral("awaitscope.bash.in"),
        {{QStringLiteral("VALUES"), values}, {QStringLiteral("COMMANDS"), commands}, {QStringLiteral("ACTIONS"), actions},
            {QStringLiteral("VARIANTS"), variants}, {QStringLiteral("PARAMETERS"), parameters},
            {QStringLiteral("CHOICES"), choices}, {QStringLiteral("LESSONS"), lessons.join(QLatin1Char(' '))},
            {QStringLiteral("COMMAND_NAMES"), names.join(QLatin1Char(' '))},
            {QStringLiteral("COMMON_OPTIONS"), common.join(QLatin1Char(' '))}});
}

} // namespace awaitscope
