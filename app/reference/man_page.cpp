// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reference/man_text.h"
#include "app/reference/reference.h"
#include "app/reference/template_text.h"
#include "lessons/catalog/event_names.h"

namespace awaitscope {

namespace {

QString withValue(const OptionSpec &option)
{
    const QString name = QLatin1String(option.name);
    return option.value ? name + QLatin1Char(' ') + QString::fromUtf8(option.value) : name;
}

QString synopsisOf(const CommandSpec &command)
{
    QString text = QStringLiteral(".SY awaitscope\n");
    if (*command.name != '\0')
        text += manSyntax(QLatin1String(command.name), true) + QLatin1Char('\n');
    if (*command.operands != '\0')
        text += manSyntax(QString::fromUtf8(command.operands), false).replace(QLatin1Char('|'), QLatin1String("|\\:\\c\n"))
            + QLatin1Char('\n');
    for (const OptionSpec &option : command.options) {
        if (!option.forOperand)
            text += QStringLiteral("[%1]%2\n")
                        .arg(manSyntax(withValue(option), true), option.repeatable ? QStringLiteral("...\\&") : QString());
    }
    return text + QStringLiteral(".YS\n");
}

QString optionEntries(const std::vector<OptionSpec> &options)
{
    QString text;
    for (const OptionSpec &option : options) {
        text += QStringLiteral(".TP\n") + manSyntax(withValue(option), true) + QLatin1Char('\n')
            + manText(QString::fromUtf8(option.help));
        if (option.repeatable)
            text += QStringLiteral("May be repeated.\n");
        if (option.accepts.kind == ValueSpec::Kind::Choice && !QByteArray(option.value).contains('|'))
            text += manText(QStringLiteral("Accepted: %1.").arg(valueWords(option.accepts).mid(1).join(QLatin1String(", "))));
    }
    return text;
}

QString commandSection(const CommandSpec &command)
{
    QString heading = QLatin1String(command.name);
    if (*command.operands != '\0')
        heading += QLatin1Char(' ') + QString::fromUtf8(command.operands);
    return QStringLiteral(".SS ") + manSyntax(QStringLiteral("awaitscope ") + heading.trimmed(), false) + QLatin1Char('\n')
        + manText(QString::fromUtf8(command.help)) + optionEntries(command.options);
}

QString parameterText(const ParameterSpec &spec, const ParameterSet &defaults)
{
    const QString value = QStringLiteral("\\fB%1=\\fR%2").arg(spec.id, defaults.text(spec.id));
    if (spec.type == ParameterType::Flag)
        return value + QStringLiteral(" (on or off)");
    if (spec.type == ParameterType::Choice)
        return QStringLiteral("%1 (%2)").arg(value, spec.choices.join(QStringLiteral(", ")));
    ParameterSet ends({spec});
    const auto textOf = [&ends, &spec](qint64 end) { return ends.set(spec.id, end) ? ends.text(spec.id) : QString::number(end); };
    return QStringLiteral("%1 (%2 to %3)").arg(value, textOf(spec.minimum), textOf(spec.maximum));
}

QString lessonEntry(const Lesson &lesson)
{
    const ParameterSet defaults(lesson.definition.parameters);
    QStringList parameters, variants;
    for (const ParameterSpec &spec : lesson.definition.parameters)
        parameters << parameterText(spec, defaults);
    for (const VariantSpec &variant : lesson.definition.variants)
        variants << QStringLiteral("\\fB%1\\fR").arg(QString(variant.id).replace(QLatin1Char('-'), QLatin1String("\\-")));
    QString text = QStringLiteral(".TP\n") + manSyntax(lesson.id, true) + QLatin1Char('\n');
    text += manText(lesson.text.title + QLatin1Char('.'));
    text += manText(fillPlaceholders(lesson.text.opening, defaults));
    text += QStringLiteral(".br\nVariants:\n%1.\n").arg(variants.join(QStringLiteral(",\n")));
    if (!parameters.isEmpty())
        text += QStringLiteral(".br\nParameters:\n%1.\n").arg(parameters.join(QStringLiteral(",\n")));
    return text;
}

} // namespace

QByteArray manPage(const Reference &reference)
{
    QString synopsis, sections, lessons;
    for (const CommandSpec &command : reference.commands) {
        synopsis += synopsisOf(command);
        sections += commandSection(command);
    }
    LessonGroup group = LessonGroup::Practice;
    for (const Lesson &lesson : reference.lessons) {
        if (lesson.group != group || lessons.isEmpty()) {
            QString heading = groupId(lesson.group);
            heading[0] = heading[0].toUpper();
            lessons += QStringLiteral(".SS ") + heading + QLatin1Char('\n');
        }
        group = lesson.group;
        lessons += lessonEntry(lesson);
    }
    return filledTemplate(QStringLiteral("awaitscope.1.in"),
        {{QStringLiteral("DATE"), reference.date}, {QStringLiteral("VERSION"), reference.version},
            {QStringLiteral("SYNOPSIS"), synopsis}, {QStringLiteral("COMMANDS"), sections},
            {QStringLiteral("OPTIONS"), optionEntries(reference.commonOptions)}, {QStringLiteral("LESSONS"), lessons}});
}

} // namespace awaitscope
