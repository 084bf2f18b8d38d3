// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/figures.h"

#include <QProcess>
#include <QStandardPaths>

#include <algorithm>
#include <cstdio>

namespace awaitscope::bench {

namespace {

std::vector<Figure> figures;

std::string inDigits(double value)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.4g", value);
    return text;
}

std::string goalText(const Figure &figure)
{
    const Goal &goal = figure.goal;
    if (goal.of == Goal::Of::Nothing)
        return "-";
    const std::string bound = (goal.atLeast ? ">= " : "<= ") + inDigits(goal.bound);
    return goal.of == Goal::Of::Value ? bound + ' ' + figure.unit : bound + " x";
}

const char *verdict(const Figure &figure)
{
    const Goal &goal = figure.goal;
    if (goal.of == Goal::Of::Nothing)
        return "";
    if (goal.of == Goal::Of::Ratio && figure.ratio() == 0)
        return "no peer";
    const double reached = goal.of == Goal::Of::Value ? figure.value : figure.ratio();
    return (goal.atLeast ? reached >= goal.bound : reached <= goal.bound) ? "met" : "MISSED";
}

} // namespace

double Figure::ratio() const
{
    if (peerValue <= 0)
        return 0;
    return timesFaster ? peerValue / value : value / peerValue;
}

void report(const Figure &figure)
{
    const bool compared = figure.peerValue > 0;
    const std::string peer = compared ? '"' + figure.peer + '"' : "null";
    std::printf(R"({"name": "%s", "value": %s, "unit": "%s", "peer": %s, "peer_value": %s, "ratio": %s})"
                "\n",
        figure.name.c_str(), inDigits(figure.value).c_str(), figure.unit.c_str(), peer.c_str(),
        compared ? inDigits(figure.peerValue).c_str() : "null", compared ? inDigits(figure.ratio()).c_str() : "null");
    std::fflush(stdout);
    figures.push_back(figure);
}

void printTable()
{
    std::fprintf(stderr, "\n%-32s %-18s %-44s %-9s %-16s %s\n", "figure", "value", "beside", "ratio", "goal", "");
    for (const Figure &figure : figures) {
        const std::string value = inDigits(figure.value) + ' ' + figure.unit;
        const std::string beside = figure.peerValue > 0 ? inDigits(figure.peerValue) + ' ' + figure.peer : "-";
        const std::string ratio = figure.peerValue > 0 ? inDigits(figure.ratio()) + " x" : "-";
        std::fprintf(stderr, "%-32s %-18s %-44s %-9s %-16s %s\n", figure.name.c_str(), value.c_str(), beside.c_str(),
            ratio.c_str(), goalText(figure).c_str(), verdict(figure));
    }
}

double percentile(std::vector<double> values, double share)
{
    std::ranges::sort(values);
    return values[std::min(values.size() - 1, static_cast<std::size_t>(share * static_cast<double>(values.size())))];
}

double nanosecondsSince(std::chrono::steady_clock::time_point begin)
{
    return std::chrono::duration<double, std::nano>(std::chrono::steady_clock::now() - begin).count();
}

void play(ClockKind clock, const std::function<QCoro::Task<void>(Scope &)> &coroutine)
{
    Scheduler scheduler(clock, std::make_shared<Recorder>());
    Scope root(scheduler);
    if (const std::exception_ptr error = runToEnd(root, coroutine))
        std::rethrow_exception(error);
}

double inPython(const char *script)
{
    const QString python = QStandardPaths::findExecutable("python3");
    if (python.isEmpty())
        return 0;
    QProcess process;
    process.start(python, {"-c", script});
    process.waitForFinished(120'000);
    return process.readAllStandardOutput().trimmed().toDouble();
}

} // namespace awaitscope::bench
