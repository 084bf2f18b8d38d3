// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/options.h"

#include <QCoreApplication>

namespace awaitscope {

namespace {

constexpr int columns = 100;

QString translated(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

/// Words after `first`, wrapped; the following lines are indented by `indent`.
QString wrapped(const QString &first, const QStringList &words, int indent)
{
    QString text = first;
    qsizetype column = first.size();
    for (const QString &word : words) {
        if (column + 1 + word.size() > columns) {
            text += QLatin1Char('\n') + QString(indent, QLatin1Char(' ')) + word;
            column = indent + word.size();
        } else {
            const bool glued = text.isEmpty() || text.endsWith(QLatin1Char(' '));
            text += (glued ? QString() : QStringLiteral(" ")) + word;
            column += word.size() + (glued ? 0 : 1);
        }
    }
    return text + QLatin1Char('\n');
}

QString withValue(const OptionSpec &option)
{
    const QString name = QLatin1String(option.name);
    return option.value ? name + QLatin1Char(' ') + QLatin1String(option.value) : name;
}

QString optionLines(const std::vector<OptionSpec> &options)
{
    constexpr int indent = 28;
    QString text;
    for (const OptionSpec &option : options) {
        const QString head = QStringLiteral("  ") + withValue(option);
        const QString help = translated(option.help)
            + (option.repeatable ? QLatin1Char(' ') + translated(QT_TRANSLATE_NOOP("CommandLine", "May be repeated."))
                                 : QString());
        if (head.size() < indent)
            text += wrapped(head.leftJustified(indent), help.split(QLatin1Char(' ')), indent);
        else
            text += head + QLatin1Char('\n') + wrapped(QString(indent, QLatin1Char(' ')), help.split(QLatin1Char(' ')), indent);
    }
    return text;
}

} // namespace

QString synopsis(const CommandSpec &command)
{
    QStringList words;
    if (*command.name != '\0')
        words << QLatin1String(command.name);
    if (*command.operands != '\0')
        words << QString::fromUtf8(command.operands);
    for (const OptionSpec &option : command.options) {
        if (option.forOperand)
            continue;
        words << QLatin1Char('[') + withValue(option) + QLatin1Char(']') + (option.repeatable ? QStringLiteral("…") : QString());
    }
    return wrapped(QStringLiteral("awaitscope"), words, 8);
}

QString helpText()
{
    QString text = translated(QT_TRANSLATE_NOOP("CommandLine",
                       "Awaitscope teaches async/await by running it: real coroutines, recorded and drawn as timelines."))
        + QStringLiteral("\n\n");
    for (const CommandSpec &command : commands()) {
        text += synopsis(command);
        text += wrapped(QString(8, QLatin1Char(' ')), translated(command.help).split(QLatin1Char(' ')), 8);
    }
    text += QLatin1Char('\n') + optionLines(findCommand(u"")->options) + optionLines(commonOptions()) + QLatin1Char('\n');
    const QString codes = translated(QT_TRANSLATE_NOOP("CommandLine",
        "Exit codes: 0 done; 1 a claim did not hold or a run failed; 2 wrong usage or unreadable input, with one line on "
        "standard error."));
    return text + wrapped(QString(), codes.split(QLatin1Char(' ')), 0);
}

QString helpText(const CommandSpec &command)
{
    return synopsis(command) + QLatin1Char('\n') + wrapped(QString(), translated(command.help).split(QLatin1Char(' ')), 0)
        + QLatin1Char('\n') + optionLines(command.options) + optionLines(commonOptions());
}

} // namespace awaitscope
