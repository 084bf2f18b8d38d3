// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"

#include "app/common/run_figure.h"
#include "lessons/trace/caption.h"

#include <QCoreApplication>

#include <algorithm>

#include <cstdio>

namespace awaitscope {

namespace {

struct CommandLine
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

QString outcomeText(RunOutcome outcome)
{
    switch (outcome) {
    case RunOutcome::Done:
        return CommandLine::tr("done");
    case RunOutcome::Failed:
        return CommandLine::tr("failed");
    case RunOutcome::Cancelled:
        return CommandLine::tr("cancelled");
    case RunOutcome::TimedOut:
        return CommandLine::tr("timed out");
    case RunOutcome::LeftBehind:
        break;
    }
    return CommandLine::tr("left work behind");
}

QString variantLines(const Run &run)
{
    qsizetype width = 0;
    for (const VariantRun &variant : run.variants)
        width = std::max(width, variant.title.size());
    QString text;
    const std::vector<Subject> subjects = run.subjects();
    for (std::size_t i = 0; i < run.variants.size(); ++i) {
        const VariantRun &variant = run.variants[i];
        const QString duration = variant.trace ? readableLength(variant.trace->duration()) : QString();
        text += QStringLiteral("  %1  %2  %3  %4")
                    .arg(subjects[i].letter, variant.title.leftJustified(width), duration.rightJustified(8),
                        outcomeText(variant.outcome));
        if (!variant.error.isEmpty())
            text += QStringLiteral(": ") + variant.error;
        text += QLatin1Char('\n');
    }
    return text;
}

QString parameterText(const ParameterSpec &spec)
{
    ParameterSet single({spec});
    QString text = spec.id + QLatin1Char('=') + single.text(spec.id);
    switch (spec.type) {
    case ParameterType::Duration:
        return text + QStringLiteral(" (%1…%2)").arg(durationText(Ns(spec.minimum)), durationText(Ns(spec.maximum)));
    case ParameterType::Count:
        return text + QStringLiteral(" (%1…%2)").arg(spec.minimum).arg(spec.maximum);
    case ParameterType::Flag:
        return text + QStringLiteral(" (on, off)");
    case ParameterType::Choice:
        break;
    }
    return text + QStringLiteral(" (%1)").arg(spec.choices.join(QStringLiteral(", ")));
}

} // namespace

bool print(const QByteArray &bytes)
{
    const bool written = std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stdout) == std::size_t(bytes.size());
    return std::fflush(stdout) == 0 && written;
}

bool print(const QString &text)
{
    return print(text.toUtf8());
}

void printProblem(const Problem &problem)
{
    QString line = QStringLiteral("awaitscope: ") + problem.sentence;
    for (QChar &letter : line) {
        if (letter.category() == QChar::Other_Control || letter == QChar::LineSeparator || letter == QChar::ParagraphSeparator)
            letter = QLatin1Char('?');
    }
    const QByteArray bytes = line.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stderr);
    std::fflush(stderr);
}

QString runText(const Lesson &lesson, const Run &run)
{
    QString text = lesson.text.title + QLatin1Char('\n') + runSubtitle(run) + QStringLiteral("\n\n") + variantLines(run);
    if (!run.claims.empty())
        text += QLatin1Char('\n');
    for (const ClaimResult &claim : run.claims) {
        text += claim.holds ? QStringLiteral("  ✓ ") + CommandLine::tr("holds")
                            : QStringLiteral("  ✕ ") + CommandLine::tr("does not hold");
        text += QStringLiteral(": ") + claim.text + QStringLiteral("\n      ") + claim.measured + QLatin1Char('\n');
    }
    if (!run.caption.isEmpty())
        text += QLatin1Char('\n') + run.caption + QLatin1Char('\n');
    for (const Problem &problem : run.problems)
        text += CommandLine::tr("The record is not sound: %1").arg(problem.sentence) + QLatin1Char('\n');
    if (run.liveFrames != 0)
        text += CommandLine::tr("Coroutine frames left alive: %1").arg(run.liveFrames) + QLatin1Char('\n');
    return text;
}

QString lessonsText(const std::vector<Lesson> &lessons)
{
    QString text;
    QString group;
    for (const Lesson &lesson : lessons) {
        if (groupId(lesson.group) != group) {
            group = groupId(lesson.group);
            text += (text.isEmpty() ? QString() : QStringLiteral("\n")) + group + QLatin1Char('\n');
        }
        QStringList variants;
        for (const VariantSpec &variant : lesson.definition.variants)
            variants << variant.id;
        QStringList parameters;
        for (const ParameterSpec &spec : lesson.definition.parameters)
            parameters << parameterText(spec);
        text += QStringLiteral("  %1: %2\n").arg(lesson.id, lesson.text.title);
        text += QStringLiteral("      %1: %2\n").arg(CommandLine::tr("variants"), variants.join(QStringLiteral(", ")));
        text += QStringLiteral("      %1: %2\n").arg(CommandLine::tr("parameters"), parameters.join(QStringLiteral(", ")));
    }
    return text;
}

QString versionText()
{
    return QStringLiteral("Awaitscope %1\nQt %2\nQCoro %3\n")
        .arg(QStringLiteral(AWAITSCOPE_VERSION), QString::fromLatin1(qVersion()), QStringLiteral(AWAITSCOPE_QCORO_VERSION));
}

bool isSound(const Run &run)
{
    const bool allEnded = std::ranges::all_of(run.variants, &VariantRun::asMeant);
    const bool allHold = std::all_of(run.claims.begin(), run.claims.end(), [](const ClaimResult &claim) { return claim.holds; });
    return allEnded && allHold && run.problems.empty() && run.liveFrames == 0 && !run.cancelled;
}

} // namespace awaitscope
