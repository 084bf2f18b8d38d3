// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reference/reference.h"
#include "app/reference/shell_tables.h"
#include "app/reference/template_text.h"

namespace awaitscope {

namespace {

/// A text in which zsh reads the given letters otherwise.
QString guarded(QString text, const char *letters)
{
    for (const char *letter = letters; *letter; ++letter)
        text.replace(QLatin1Char(*letter), QLatin1Char('\\') + QString(QLatin1Char(*letter)));
    return text;
}

QString filePattern(const ValueSpec &value)
{
    QStringList endings;
    for (const char *ending : value.words)
        endings << QString::fromLatin1(ending);
    return endings.isEmpty() ? QStringLiteral("_files")
                             : QStringLiteral("_path_files -/ -g \"*(%1)(-.)\"").arg(endings.join(QLatin1Char('|')));
}

/// ":message:action" of _arguments, where a value may be of one kind.
QString messageAndAction(const QString &message, const ValueSpec &value)
{
    QString action = QStringLiteral(" ");
    switch (value.kind) {
    case ValueSpec::Kind::Choice:
        action = QStringLiteral("(%1)").arg(valueWords(value).mid(1).join(QLatin1Char(' ')));
        break;
    case ValueSpec::Kind::Lesson:
        action = QStringLiteral("_awaitscope_lessons");
        break;
    case ValueSpec::Kind::Variant:
        action = QStringLiteral("_awaitscope_variants");
        break;
    case ValueSpec::Kind::Parameter:
        action = QStringLiteral("_awaitscope_parameters");
        break;
    case ValueSpec::Kind::Folder:
        action = QStringLiteral("_path_files -/");
        break;
    case ValueSpec::Kind::File:
        action = filePattern(value);
        if (value.orOutput)
            action.prepend(QStringLiteral("_awaitscope_output_or "));
        break;
    case ValueSpec::Kind::None:
    case ValueSpec::Kind::Text:
    case ValueSpec::Kind::Number:
    case ValueSpec::Kind::SavedRun:
        break;
    }
    return QLatin1Char(':') + message + QLatin1Char(':') + action;
}

QString optionWord(const OptionSpec &option)
{
    const QString name = QLatin1String(option.name);
    QString word = option.repeatable ? QStringLiteral("*")
                                     : QStringLiteral("(%1)").arg(option.forOperand ? name + QStringLiteral(" 1") : name);
    word += option.value ? name + QLatin1Char('=') : name;
    word += QLatin1Char('[') + guarded(firstSentence(option.help), "\\[]") + QLatin1Char(']');
    if (option.value)
        word += messageAndAction(guarded(QString::fromUtf8(option.value), "\\:"), option.accepts);
    return shellQuoted(word);
}

/// What an operand may be, as one word of _arguments.
QString operandWord(const CommandSpec &command)
{
    QStringList kinds, instead;
    for (const ValueSpec &value : command.accepts) {
        const bool isLesson = value.kind == ValueSpec::Kind::Lesson;
        const QString name = isLesson ? QStringLiteral("lesson") : QStringLiteral("file");
        kinds << shellQuoted(name + QLatin1Char('s') + messageAndAction(name, value));
    }
    for (const OptionSpec &option : command.options) {
        if (option.forOperand)
            instead << QLatin1String(option.name);
    }
    const QString place = command.manyOperands ? QStringLiteral("*")
        : instead.isEmpty()                    ? QStringLiteral("1")
                                               : QStringLiteral("(%1)1").arg(instead.join(QLatin1Char(' ')));
    const bool isWindow = *command.name == '\0';
    return shellQuoted(QStringLiteral("%1:operand: %2 %3")
                           .arg(place, isWindow ? QStringLiteral("_awaitscope_first") : QStringLiteral("_alternative"),
                               kinds.join(QLatin1Char(' '))));
}

QString actWord(const CommandSpec &command)
{
    QStringList names;
    for (const ActionSpec &action : command.actions)
        names << QLatin1String(action.name);
    return shellQuoted(QStringLiteral("1:act:(%1)").arg(names.join(QLatin1Char(' '))));
}

/// The second operand of a command with acts, by the first.
QString actionState(const CommandSpec &command)
{
    QString text = QStringLiteral("            if [[ $state == of_act ]]; then\n                case $line[1] in\n");
    for (const ActionSpec &action : command.actions) {
        if (action.value)
            text += QStringLiteral("                    (%1) _arguments -S '*%2' ;;\n")
                        .arg(QLatin1String(action.name), messageAndAction(QString::fromUtf8(action.value), action.accepts));
    }
    return text + QStringLiteral("                esac\n            fi\n");
}

QString commandBranch(const CommandSpec &command, const std::vector<OptionSpec> &common)
{
    QStringList words;
    for (const auto *some : {&command.options, &common}) {
        for (const OptionSpec &option : *some)
            words << optionWord(option);
    }
    const bool hasActs = !command.actions.empty();
    if (hasActs)
        words << actWord(command) << shellQuoted(QStringLiteral("2:of the act:->of_act"));
    else if (!command.accepts.empty())
        words << operandWord(command);
    QString text = QStringLiteral("        (%1)\n").arg(shellQuoted(QLatin1String(command.name)));
    if (hasActs)
        text += QStringLiteral("            local state\n");
    text += QStringLiteral("            _arguments -S%1 \\\n                ").arg(hasActs ? QStringLiteral(" -C") : QString())
        + words.join(QStringLiteral(" \\\n                ")) + QLatin1Char('\n');
    if (hasActs)
        text += actionState(command);
    return text + QStringLiteral("            ;;\n");
}

QString described(const QString &id, const QString &told)
{
    return QStringLiteral("        ") + shellQuoted(guarded(id, "\\:") + QLatin1Char(':') + told) + QLatin1Char('\n');
}

template <class Described> QString branch(const QString &pattern, const std::vector<Described> &all)
{
    QString text = QStringLiteral("        (%1) all=(\n").arg(pattern);
    for (const auto &each : all)
        text += QStringLiteral("    ") + described(each.id, each.told);
    return text + QStringLiteral("        ) ;;\n");
}

} // namespace

QByteArray zshCompletion(const Reference &reference)
{
    QString commandNames, commands, lessons, variants, parameters, choices, commonValued;
    QStringList names, ids, common;
    for (const CommandSpec &command : reference.commands) {
        commands += commandBranch(command, reference.commonOptions);
        if (*command.name == '\0')
            continue;
        names << QLatin1String(command.name);
        commandNames += described(QLatin1String(command.name), firstSentence(command.help));
    }
    for (const OptionSpec &option : reference.commonOptions) {
        const QString name = QLatin1String(option.name);
        common << name;
        if (option.value)
            commonValued
                += QStringLiteral("            (%1) ((place += 2)); continue ;;\n            (%1=*) ((++place)); continue ;;\n")
                       .arg(name);
    }
    for (const Lesson &lesson : reference.lessons) {
        ids << lesson.id;
        lessons += described(lesson.id, lesson.text.title);
    }
    for (const LessonWords &words : lessonTables(reference.lessons)) {
        const QString lesson = words.lesson.isEmpty() ? QStringLiteral("*") : words.lesson;
        variants += branch(lesson, words.variants);
        parameters += branch(lesson, words.parameters);
        for (const ParameterWords &parameter : words.parameters) {
            if (!parameter.values.isEmpty())
                choices += QStringLiteral("            (%1:%2) all=(%3) ;;\n")
                               .arg(lesson, parameter.id, parameter.values.join(QLatin1Char(' ')));
        }
    }
    return filledTemplate(QStringLiteral("awaitscope.zsh.in"),
        {{QStringLiteral("COMMAND_NAMES"), commandNames}, {QStringLiteral("COMMANDS"), commands},
            {QStringLiteral("LESSONS"), lessons}, {QStringLiteral("VARIANTS"), variants},
            {QStringLiteral("PARAMETERS"), parameters}, {QStringLiteral("CHOICES"), choices},
            {QStringLiteral("LESSON_IDS"), ids.join(QLatin1Char(' '))}, {QStringLiteral("NAMES"), names.join(QLatin1Char(' '))},
            {QStringLiteral("COMMON_OPTIONS"), common.join(QLatin1Char(' '))}, {QStringLiteral("COMMON_VALUED"), commonValued}});
}

} // namespace awaitscope
