// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/selftest/checks.h"

#include "app/selftest/thresholds.h"
#include "lessons/catalog/lesson_program.h"
#include "lessons/catalog/run_file.h"
#include "lessons/catalog/runner.h"
#include "widgets/timeline/figure.h"

#include <QElapsedTimer>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <array>
#include <optional>

namespace awaitscope {

namespace {

constexpr QStringView playedLesson = u"sequential-vs-parallel", lessonWithProgram = u"testing-coroutines";
constexpr int longestProcess = 6000; // ms

std::optional<Run> playOnce()
{
    const Lesson *lesson = findLesson(playedLesson);
    if (!lesson)
        return std::nullopt;
    const ParameterSet parameters(lesson->definition.parameters);
    return play({lesson, parameters, lesson->availableVariants(parameters, ClockKind::Virtual), ClockKind::Virtual, 1});
}

CheckResult noLesson()
{
    return {Fitness::Unfit, Selftest::tr("the lesson %1 is not in this program").arg(playedLesson.toString()),
        Selftest::tr("Install Awaitscope anew."), {}};
}

Figure figureOf(const Run &run)
{
    Figure figure;
    figure.title = findLesson(playedLesson)->text.title;
    figure.subjects = run.subjects();
    figure.caption = run.caption;
    return figure;
}

/// Whether letters leave ink: a figure with its texts is not the one of the same size without.
bool drawsText(const Figure &figure)
{
    const auto draw = [](const Figure &drawn, const QSizeF &size) {
        const auto bytes = renderFigure(drawn, FigureOptions{.theme = ThemeKind::Print, .size = size}, QStringLiteral("png"));
        return bytes ? QImage::fromData(bytes.value(), "PNG") : QImage();
    };
    const QImage whole = draw(figure, QSizeF());
    Figure silent = figure;
    silent.title.clear();
    const QImage without = draw(silent, whole.size());
    return !whole.isNull() && !without.isNull() && draw(figure, whole.size()) != without;
}

/// Writes the figure in one format and reads it back; what was written, or why not.
Result<qint64> writtenSize(const Figure &figure, const QString &file, const QByteArray &begin)
{
    if (const auto done = exportFigure(figure, FigureOptions(), file); !done)
        return done.problem();
    QFile written(file);
    if (!written.open(QIODevice::ReadOnly) || !written.readAll().startsWith(begin))
        return Problem{QStringLiteral("export-unreadable"), Selftest::tr("%1 is not what was written").arg(file), file};
    return written.size();
}

} // namespace

CheckResult checkProcesses(const CheckedPlaces &)
{
    const LessonProgram program
        = lessonProgram(lessonWithProgram.toString(), {QStringLiteral("virtual"), QStringLiteral("1"), QStringLiteral("0")});
    QElapsedTimer time;
    time.start();
    QProcess process;
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(program.file, program.arguments, QIODevice::ReadOnly);
    const bool ended = process.waitForStarted(longestProcess) && process.waitForFinished(longestProcess);
    const Nanoseconds took(time.nsecsElapsed());
    const qsizetype lines = process.readAllStandardOutput().count('\n');
    CheckResult result;
    if (ended && process.exitStatus() == QProcess::NormalExit && lines > 0) {
        result.sentence = Selftest::tr("a lesson's tests ran in a process of their own, and ended after %1").arg(shortTime(took));
        result.values = {{QStringLiteral("process_ns"), qint64(took.count())}};
        return result;
    }
    result.verdict = Fitness::Unfit;
    result.sentence = ended ? Selftest::tr("the process of a lesson ended without an answer")
                            : Selftest::tr("the process of a lesson did not run: %1").arg(process.errorString());
    result.advice = Selftest::tr("Let this program start itself: see the limit of processes (ulimit -u) and security modules.");
    return result;
}

CheckResult checkLesson(const CheckedPlaces &)
{
    QElapsedTimer time;
    time.start();
    const auto first = playOnce(), second = playOnce();
    const Nanoseconds took(time.nsecsElapsed());
    if (!first || !second)
        return noLesson();
    const auto holding = std::ranges::count_if(first->claims, &ClaimResult::holds);
    const bool allHold = holding == std::ssize(first->claims) && first->problems.empty() && first->liveFrames == 0;
    const bool same = encodeRun(*first) == encodeRun(*second);
    CheckResult result;
    result.values = {{QStringLiteral("claims"), qint64(first->claims.size())}, {QStringLiteral("holding"), qint64(holding)},
        {QStringLiteral("same_record"), same}, {QStringLiteral("two_runs_ns"), qint64(took.count())}};
    result.sentence = Selftest::tr("%1 of %2 claims hold on the virtual clock; two runs gave %3; %4")
                          .arg(holding)
                          .arg(first->claims.size())
                          .arg(same ? Selftest::tr("the same record") : Selftest::tr("different records"), shortTime(took));
    if (!allHold || !same) {
        result.verdict = Fitness::Unfit;
        result.advice = Selftest::tr("Install Awaitscope anew; if that does not help, send this report to its authors.");
    }
    return result;
}

CheckResult checkDrawing(const CheckedPlaces &)
{
    const auto run = playOnce();
    if (!run)
        return noLesson();
    const Figure figure = figureOf(*run);
    const QTemporaryDir folder;
    CheckResult result;
    if (!folder.isValid()) {
        result.verdict = Fitness::Limited;
        result.sentence = Selftest::tr("no temporary folder can be made: %1").arg(folder.errorString());
        result.advice = Selftest::tr("Set TMPDIR to a folder that can be written to.");
        return result;
    }
    QElapsedTimer time;
    time.start();
    QStringList sizes;
    static const std::array<std::pair<QString, QByteArray>, 3> formats{
        {{QStringLiteral("png"), "\x89PNG"}, {QStringLiteral("svg"), "<"}, {QStringLiteral("pdf"), "%PDF"}}};
    for (const auto &[format, begin] : formats) {
        const auto written = writtenSize(figure, folder.filePath(QStringLiteral("figure.") + format), begin);
        if (!written) {
            result.verdict = Fitness::Unfit;
            result.sentence = Selftest::tr("a picture cannot be written: %1").arg(written.problem().sentence);
            result.advice = Selftest::tr("Make room in the temporary folder, or set TMPDIR to another.");
            return result;
        }
        result.values.insert(format + QStringLiteral("_bytes"), written.value());
        sizes << Selftest::tr("%1 of %2").arg(format.toUpper(), shortSize(written.value()));
    }
    const Nanoseconds took(time.nsecsElapsed());
    result.values.insert(QStringLiteral("three_formats_ns"), qint64(took.count()));
    result.sentence = Selftest::tr("a run drawn as %1 in %2").arg(sizes.join(QStringLiteral(", ")), shortTime(took));
    if (!drawsText(figure)) {
        result.verdict = Fitness::Unfit;
        result.sentence += Selftest::tr("; its texts left no ink");
        result.advice = Selftest::tr("Install %1.").arg(QStringLiteral("fonts-inter"));
    }
    return result;
}

} // namespace awaitscope
