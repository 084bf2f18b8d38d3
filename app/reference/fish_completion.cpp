// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reference/reference.h"
#include "app/reference/shell_tables.h"
#include "app/reference/template_text.h"

namespace awaitscope {

namespace {

QString fishQuoted(QString text)
{
    text.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('\''), QLatin1String("\\'"));
    return QLatin1Char('\'') + text + QLatin1Char('\'');
}

/// A line of a candidate and what is told beside it, as fish prints it.
QString described(const QString &word, const QString &told)
{
    return fishQuoted(word) + QStringLiteral("\\t") + fishQuoted(told);
}

/// What gives the candidates for a value, as the argument of -a; empty where there are none.
QString candidates(const ValueSpec &value)
{
    const QStringList words = valueWords(value).mid(1);
    switch (value.kind) {
    case ValueSpec::Kind::Choice:
        return fishQuoted(words.join(QLatin1Char(' ')));
    case ValueSpec::Kind::Lesson:
        return QStringLiteral("'(__awaitscope_lessons)'");
    case ValueSpec::Kind::Variant:
        return QStringLiteral("'(__awaitscope_variants)'");
    case ValueSpec::Kind::Parameter:
        return QStringLiteral("'(__awaitscope_parameters)'");
    case ValueSpec::Kind::Folder:
        return QStringLiteral("'(__awaitscope_folders)'");
    case ValueSpec::Kind::File: {
        const QString files
            = QStringLiteral("(__awaitscope_files %1)").arg(words.mid(value.orOutput ? 1 : 0).join(QLatin1Char(' ')));
        return fishQuoted(value.orOutput ? QStringLiteral("- ") + files : files);
    }
    case ValueSpec::Kind::None:
    case ValueSpec::Kind::Text:
    case ValueSpec::Kind::Number:
    case ValueSpec::Kind::SavedRun:
        break;
    }
    return {};
}

/// "complete -c awaitscope -n 'CONDITION' REST".
QString complete(const QString &condition, const QString &rest)
{
    return QStringLiteral("complete -c awaitscope -n ") + fishQuoted(condition) + QLatin1Char(' ') + rest + QLatin1Char('\n');
}

/// The name of a command as a word; the window's is empty.
QString nameWord(const CommandSpec &command)
{
    return *command.name == '\0' ? QStringLiteral("\"\"") : QString(QLatin1String(command.name));
}

QString optionLine(const CommandSpec &command, const OptionSpec &option)
{
    const QString name = QLatin1String(option.name);
    QString rest = QStringLiteral("-l ") + name.mid(2);
    if (option.value)
        rest += QStringLiteral(" -x");
    if (const QString offered = candidates(option.accepts); !offered.isEmpty())
        rest += QStringLiteral(" -k -a ") + offered;
    return complete(
        QStringLiteral("%1 %2 %3%4")
            .arg(option.forOperand ? QStringLiteral("__awaitscope_takes_instead") : QStringLiteral("__awaitscope_takes"),
                nameWord(command), name, option.repeatable ? QStringLiteral(" again") : QString()),
        rest + QStringLiteral(" -d ") + fishQuoted(firstSentence(option.help)));
}

QString commandLines(const CommandSpec &command, const std::vector<OptionSpec> &common)
{
    QString text;
    QString instead;
    for (const auto *some : {&command.options, &common}) {
        for (const OptionSpec &option : *some) {
            text += optionLine(command, option);
            if (option.forOperand)
                instead += QLatin1Char(' ') + QLatin1String(option.name);
        }
    }
    const QString wants = QStringLiteral("__awaitscope_wants ") + nameWord(command);
    for (const ValueSpec &value : command.accepts)
        text += complete(wants + (command.manyOperands ? QStringLiteral(" 999") : QStringLiteral(" 1")) + instead,
            QStringLiteral("-k -a ") + candidates(value));
    QStringList acts;
    for (const ActionSpec &action : command.actions) {
        acts << QLatin1String(action.name);
        if (const QString offered = candidates(action.accepts); !offered.isEmpty())
            text += complete(QStringLiteral("__awaitscope_wants_of %1 %2").arg(nameWord(command), acts.last()),
                QStringLiteral("-a ") + offered);
    }
    if (!acts.isEmpty())
        text += complete(wants + QStringLiteral(" 1"), QStringLiteral("-k -a ") + fishQuoted(acts.join(QLatin1Char(' '))));
    return text;
}

QString lines(const char *function, const QStringList &all)
{
    return QStringLiteral("            %1 \\\n                ").arg(QLatin1String(function))
        + all.join(QStringLiteral(" \\\n                ")) + QLatin1Char('\n');
}

QString branch(const QString &pattern, const QString &act)
{
    return QStringLiteral("        case %1\n").arg(fishQuoted(pattern)) + act;
}

} // namespace

QByteArray fishCompletion(const Reference &reference)
{
    QString values, commands, lessons, variants, parameters, choices, options;
    QStringList names, common;
    const auto addValue = [&values](const QString &pattern, const OptionSpec &option) {
        if (option.value)
            values += branch(pattern + QLatin1Char(':') + QLatin1String(option.name),
                QStringLiteral("            set __awaitscope_value %1\n").arg(valueWords(option.accepts).first()));
    };
    for (const CommandSpec &command : reference.commands) {
        for (const OptionSpec &option : command.options)
            addValue(QLatin1String(command.name), option);
        options += commandLines(command, reference.commonOptions);
        if (*command.name == '\0')
            continue;
        names << QLatin1String(command.name);
        commands += QStringLiteral("    echo ") + described(names.last(), firstSentence(command.help)) + QLatin1Char('\n');
    }
    for (const OptionSpec &option : reference.commonOptions) {
        addValue(QStringLiteral("*"), option);
        common << QLatin1String(option.name);
    }
    for (const Lesson &lesson : reference.lessons)
        lessons += QStringLiteral("    echo ") + described(lesson.id, lesson.text.title) + QLatin1Char('\n');
    for (const LessonWords &words : lessonTables(reference.lessons)) {
        const QString lesson = words.lesson.isEmpty() ? QStringLiteral("*") : words.lesson;
        QStringList told;
        for (const DescribedId &variant : words.variants)
            told << described(variant.id, variant.told);
        variants += branch(lesson, lines("__awaitscope_left", told));
        told.clear();
        for (const ParameterWords &parameter : words.parameters) {
            told << described(parameter.id + QLatin1Char('='), parameter.told);
            if (!parameter.values.isEmpty())
                choices += branch(lesson + QLatin1Char(':') + parameter.id,
                    QStringLiteral("            printf '%s\\n' $name=%1\n")
                        .arg(QLatin1Char('{') + parameter.values.join(QLatin1Char(',')) + QLatin1Char('}')));
        }
        parameters += branch(lesson, lines("__awaitscope_left", told));
    }
    return filledTemplate(QStringLiteral("awaitscope.fish.in"),
        {{QStringLiteral("VALUES"), values}, {QStringLiteral("COMMANDS"), commands}, {QStringLiteral("LESSONS"), lessons},
            {QStringLiteral("VARIANTS"), variants}, {QStringLiteral("PARAMETERS"), parameters},
            {QStringLiteral("CHOICES"), choices}, {QStringLiteral("OPTIONS"), options},
            {QStringLiteral("COMMAND_NAMES"), names.join(QLatin1Char(' '))},
            {QStringLiteral("COMMON_OPTIONS"), common.join(QLatin1Char(' '))}});
}

} // namespace awaitscope
