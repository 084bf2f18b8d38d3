// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"

#include "app/cli/nearest.h"

#include <QCoreApplication>

#include <algorithm>

namespace awaitscope {

namespace {

struct CommandLine
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

/// The command that has an option, where the given one does not have it; null if none has.
const CommandSpec *ownerOf(const QString &option)
{
    for (const CommandSpec &command : commands()) {
        if (*command.name != '\0' && findOption(command, option))
            return &command;
    }
    return nullptr;
}

Problem unknownOption(const CommandSpec &command, const QString &name)
{
    if (const CommandSpec *owner = ownerOf(name)) {
        return {QStringLiteral("option-misplaced"),
            CommandLine::tr("%1: belongs to the command %2. Accepted here: %3.")
                .arg(name, QLatin1String(owner->name), optionNames(command).join(QStringLiteral(", "))),
            name};
    }
    return {QStringLiteral("option-unknown"),
        CommandLine::tr("unknown option %1.").arg(quoted(name)) + suggestion(name, optionNames(command)), name};
}

/// Reads one option at `position`, which is moved past it.
Result<ParsedArguments::Given> readOption(const CommandSpec &command, const QStringList &arguments, qsizetype &position)
{
    const QString word = arguments[position++];
    const qsizetype equals = word.indexOf(QLatin1Char('='));
    QString name = word.left(equals);
    if (name == QLatin1String("-h"))
        name = QStringLiteral("--help");
    const OptionSpec *option = findOption(command, name);
    if (!option)
        return unknownOption(command, name);
    if (!option->value) {
        if (equals < 0)
            return ParsedArguments::Given{option, {}};
        return Problem{QStringLiteral("option-value"), CommandLine::tr("%1: takes no value.").arg(name), name};
    }
    if (equals >= 0)
        return ParsedArguments::Given{option, word.mid(equals + 1)};
    const bool missing = position == arguments.size() || arguments[position].startsWith(QLatin1String("--"));
    if (missing) {
        return Problem{QStringLiteral("option-value"),
            CommandLine::tr("%1: needs a value; accepted is %1 %2.").arg(name, QLatin1String(option->value)), name};
    }
    return ParsedArguments::Given{option, arguments[position++]};
}

/// Where the command stands: in front, but for common options.
qsizetype placeOfCommand(const QStringList &arguments)
{
    qsizetype place = 0;
    while (place < arguments.size()) {
        const QString &word = arguments[place];
        const OptionSpec *option = findOption(*findCommand(u""), word.section(QLatin1Char('='), 0, 0));
        const bool common = std::ranges::any_of(commonOptions(), [option](const OptionSpec &each) { return &each == option; });
        if (!common)
            break;
        place += option->value && !word.contains(QLatin1Char('=')) ? 2 : 1;
    }
    return place;
}

} // namespace

bool ParsedArguments::has(const char *option) const
{
    return std::any_of(
        options.begin(), options.end(), [option](const Given &given) { return qstrcmp(given.option->name, option) == 0; });
}

QStringList ParsedArguments::values(const char *option) const
{
    QStringList found;
    for (const Given &given : options) {
        if (qstrcmp(given.option->name, option) == 0)
            found << given.value;
    }
    return found;
}

QString ParsedArguments::value(const char *option, const QString &fallback) const
{
    const QStringList found = values(option);
    return found.isEmpty() ? fallback : found.first();
}

Result<ParsedArguments> parseArguments(const QStringList &words)
{
    ParsedArguments parsed;
    QStringList arguments = words;
    qsizetype position = 0;
    const qsizetype place = placeOfCommand(arguments);
    if (!arguments.value(place).isEmpty())
        parsed.command = findCommand(arguments[place]);
    if (parsed.command)
        arguments.removeAt(place);
    else
        parsed.command = findCommand(u"");

    bool optionsEnded = false;
    while (position < arguments.size()) {
        const QString &word = arguments[position];
        if (!optionsEnded && word == QLatin1String("--")) {
            optionsEnded = true;
            ++position;
        } else if (optionsEnded || !word.startsWith(QLatin1Char('-')) || word == QLatin1String("-")) {
            parsed.operands << word;
            ++position;
        } else {
            auto given = readOption(*parsed.command, arguments, position);
            if (!given)
                return given.problem();
            const OptionSpec &option = *given.value().option;
            if (!option.repeatable && option.value && parsed.has(option.name)) {
                return Problem{QStringLiteral("option-repeated"),
                    CommandLine::tr("%1: given twice; accepted once.").arg(QLatin1String(option.name)),
                    QLatin1String(option.name)};
            }
            parsed.options.push_back(std::move(given).value());
        }
    }
    return parsed;
}

} // namespace awaitscope
