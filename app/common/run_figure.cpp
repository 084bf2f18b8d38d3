// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/run_figure.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace awaitscope {

namespace {

struct RunFigure
{
    Q_DECLARE_TR_FUNCTIONS(RunFigure)
};

/// "196ms" as a reader reads it: "196 ms".
QString spaced(QString duration)
{
    qsizetype digits = 0;
    while (digits < duration.size() && !duration[digits].isLetter())
        ++digits;
    return duration.insert(digits, QLatin1Char(' ')).replace(QLatin1String("us"), QStringLiteral("µs"));
}

QString shellQuoted(const QString &word)
{
    const bool plain = !word.isEmpty() && std::all_of(word.begin(), word.end(), [](QChar letter) {
        return letter.isLetterOrNumber() || QStringLiteral("-_./=:@%+,").contains(letter);
    });
    if (plain)
        return word;
    return QLatin1Char('\'') + QString(word).replace(QLatin1Char('\''), QStringLiteral("'\\''")) + QLatin1Char('\'');
}

} // namespace

QString themeId(ThemeKind theme)
{
    switch (figureTheme(theme)) {
    case ThemeKind::Light:
        return QStringLiteral("light");
    case ThemeKind::Dark:
        return QStringLiteral("dark");
    default:
        return QStringLiteral("print");
    }
}

QString plainNumber(double number)
{
    return QString::number(number, 'g', 6);
}

QString runSubtitle(const Run &run)
{
    QStringList parts;
    for (const ParameterSpec &spec : run.parameters.specs()) {
        const QString value = run.parameters.text(spec.id);
        switch (spec.type) {
        case ParameterType::Flag:
            if (run.parameters.flag(spec.id))
                parts << spec.id;
            break;
        case ParameterType::Duration:
            parts << spec.id + QLatin1Char(' ') + spaced(value);
            break;
        case ParameterType::Count:
        case ParameterType::Choice:
            parts << spec.id + QLatin1Char(' ') + value;
            break;
        }
    }
    parts << (run.clock == ClockKind::Real ? RunFigure::tr("real clock") : RunFigure::tr("virtual clock, seed %1").arg(run.seed));
    return parts.join(QStringLiteral(" · "));
}

QString runCommand(const Lesson &lesson, const Run &run, const FigureOptions &options, const QString &file)
{
    QStringList words{QStringLiteral("awaitscope"), QStringLiteral("run"), lesson.id};
    QStringList played;
    for (const VariantRun &variant : run.variants)
        played << variant.id;
    if (played != lesson.availableVariants(run.parameters, run.clock)) {
        for (const QString &id : played)
            words << QStringLiteral("--variant") << id;
    }
    for (const ParameterSpec &spec : run.parameters.specs()) {
        if (run.parameters.value(spec.id) != spec.defaultValue)
            words << QStringLiteral("--set") << spec.id + QLatin1Char('=') + run.parameters.text(spec.id);
    }
    if (run.clock == ClockKind::Virtual)
        words << QStringLiteral("--clock") << QStringLiteral("virtual");
    if (run.seed != 1)
        words << QStringLiteral("--seed") << QString::number(run.seed);
    if (!file.isEmpty()) {
        words << QStringLiteral("--export") << QFileInfo(file).fileName();
        if (options.theme != ThemeKind::Print)
            words << QStringLiteral("--theme") << themeId(options.theme);
        if (options.size.width() > 0 && options.size.height() > 0)
            words << QStringLiteral("--size") << QStringLiteral("%1x%2").arg(options.size.width()).arg(options.size.height());
        if (options.scale != 1.0)
            words << QStringLiteral("--scale") << plainNumber(options.scale);
    }
    for (QString &word : words)
        word = shellQuoted(word);
    return words.join(QLatin1Char(' '));
}

std::vector<ResultColumn> resultColumns(const Run &run)
{
    if (std::ranges::all_of(run.variants, [](const VariantRun &variant) { return variant.results.empty(); }))
        return {};
    std::vector<ResultColumn> columns;
    for (const Subject &subject : run.subjects())
        columns.push_back({subject.letter, subject.title, run.variants[columns.size()].results});
    return columns;
}

Figure runFigure(const Lesson &lesson, const Run &run, const FigureOptions &options, const QString &file)
{
    Figure figure;
    figure.title = lesson.text.title;
    figure.subtitle = runSubtitle(run);
    figure.subjects = run.subjects();
    figure.results = resultColumns(run);
    figure.caption = run.caption;
    figure.command = runCommand(lesson, run, options, file);
    return figure;
}

} // namespace awaitscope
