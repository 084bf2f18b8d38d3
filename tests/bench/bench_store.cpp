// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/run_record.h"
#include "app/store/database.h"
#include "app/store/run_table.h"
#include "app/store/store.h"
#include "lessons/catalog/runner.h"
#include "tests/bench/figures.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>

#include <unistd.h>

namespace awaitscope::bench {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int saves = 300, listed = 10'000;
constexpr std::chrono::seconds patience(60);

double millisecondsSince(Clock::time_point begin)
{
    return nanosecondsSince(begin) / 1e6;
}

NewRun sample()
{
    const Lesson *lesson = findLesson(u"sequential-vs-parallel");
    const ParameterSet parameters(lesson->definition.parameters);
    const auto variants = lesson->availableVariants(parameters, ClockKind::Virtual);
    return recordOf(awaitscope::play({lesson, parameters, variants, ClockKind::Virtual, 1}), QDateTime::currentDateTimeUtc());
}

/// The longest time that the caller's event loop stood still.
class Stall
{
public:
    Stall()
    {
        QObject::connect(
            &beat_, &QTimer::timeout, &beat_, [this] { longest_ = std::max(longest_, sinceBeat()), last_ = Clock::now(); });
        beat_.setTimerType(Qt::PreciseTimer);
        beat_.start(interval);
    }
    /// ms
    double longest() const { return std::max(longest_, sinceBeat()); }

private:
    static constexpr int interval = 1; // ms

    double sinceBeat() const { return millisecondsSince(last_) - interval; }

    QTimer beat_;
    Clock::time_point last_ = Clock::now();
    double longest_ = 0;
};

/// How long a file takes for the same bytes, so that they cannot be lost; ms.
std::vector<double> syncedWrites(const QString &name, const QByteArray &bytes)
{
    std::vector<double> took;
    QFile file(name);
    for (int i = 0; i < saves && (file.isOpen() || file.open(QIODevice::WriteOnly | QIODevice::Unbuffered)); ++i) {
        const auto begin = Clock::now();
        const bool written = file.write(bytes) == bytes.size() && ::fsync(file.handle()) == 0;
        if (written)
            took.push_back(millisecondsSince(begin));
    }
    return took.empty() ? std::vector<double>{0} : took;
}

void reportTime(const std::string &name, double value, double peer = 0)
{
    report(
        {.name = name, .value = value, .unit = "ms", .peer = "ms write and fsync of its trace", .peerValue = peer, .goal = {}});
}

void benchSaves(const QString &file, const NewRun &run, const std::vector<double> &peer)
{
    Store store(file);
    if (!waitFor(store.setTraceLimits({saves, TraceLimits().bytes}), patience)) // so that none is let go
        return;
    std::vector<double> took, calls;
    Stall stall;
    for (int i = 0; i < saves; ++i) {
        NewRun copy = run;
        const auto begin = Clock::now();
        auto answer = store.save(std::move(copy));
        calls.push_back(millisecondsSince(begin));
        if (!waitFor(std::move(answer), patience))
            return;
        took.push_back(millisecondsSince(begin));
    }
    reportTime("store_save_p50", median(took), median(peer));
    reportTime("store_save_p99", percentile(took, 0.99), percentile(peer, 0.99));
    reportTime("store_save_call_longest", *std::ranges::max_element(calls));
    reportTime("store_save_stall_longest", stall.longest());
}

void addRuns(const QString &file, NewRun run)
{
    Database database(file, Database::Access::Write);
    Transaction all(database);
    const QByteArray trace = run.trace;
    const QDateTime latest = run.facts.time;
    for (int i = saves; i < listed; ++i) {
        run.trace = i % 50 == 0 ? trace : QByteArray(); // most are old, and their traces were let go
        run.facts.time = latest.addSecs(-i);
        insertRun(database, run, QString::number(i));
    }
    all.commit();
}

void benchList(const QString &file)
{
    Store store(file);
    std::vector<double> took;
    Stall stall;
    for (int round = 0; round < rounds; ++round) {
        const auto begin = Clock::now();
        const auto runs = waitFor(store.list(), patience);
        if (!runs || runs.value().size() != std::size_t(listed))
            return;
        took.push_back(millisecondsSince(begin));
    }
    reportTime("store_list_10000_runs", median(took));
    reportTime("store_list_stall_longest", stall.longest());
}

} // namespace

void benchStore()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("awaitscope.db"));
    const NewRun run = sample();
    benchSaves(file, run, syncedWrites(folder.filePath(QStringLiteral("bytes")), run.trace));
    addRuns(file, run);
    benchList(file);
}

} // namespace awaitscope::bench
