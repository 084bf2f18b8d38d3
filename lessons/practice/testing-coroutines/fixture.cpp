// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/practice/testing-coroutines/fixture.h"

#include <QProcess>

#include <cstdio>

namespace awaitscope::lesson_testing_coroutines {

void Fixture::addSeeds() const
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= settings_.seeds; ++seed)
        QTest::addRow("seed %d", seed) << seed;
}

void Fixture::begin()
{
    QFETCH(int, seed);
    seed_ = seed;
    took_ = Ns(0);
    begun_ = std::chrono::steady_clock::now();
}

void Fixture::tell()
{
    const auto name = std::ranges::find(
        testNames, QLatin1String(QTest::currentTestFunction()), [](const char *test) { return QLatin1String(test); });
    const QByteArray line = toLine({.test = int(name - testNames.begin()),
        .seed = seed_,
        .passed = !QTest::currentTestFailed(),
        .took = took_,
        .needed = std::chrono::steady_clock::now() - begun_});
    std::fwrite(line.constData(), 1, std::size_t(line.size()), stdout);
    std::fflush(stdout);
}

void Fixture::playToEnd(const std::function<QCoro::Task<void>(Scope &)> &play)
{
    Scheduler scheduler(settings_.clock, std::make_shared<Recorder>());
    Scope root(scheduler);
    const Waits waits = waitsOf(seed_, settings_.jitter);
    root.setContext(waits);
    const std::exception_ptr failure = runToEnd(root, play);
    if (!failure)
        return;
    try {
        std::rethrow_exception(failure);
    } catch (const std::exception &thrown) {
        QTest::qFail(thrown.what(), __FILE__, __LINE__);
    }
}

std::optional<TestSettings> toTestSettings(const QStringList &arguments)
{
    if (arguments.size() != 3 || (arguments[0] != QLatin1String("real") && arguments[0] != QLatin1String("virtual")))
        return std::nullopt;
    bool isCount = false, isLength = false;
    const TestSettings settings{.clock = arguments[0] == QLatin1String("real") ? ClockKind::Real : ClockKind::Virtual,
        .seeds = arguments[1].toInt(&isCount),
        .jitter = Ns(arguments[2].toLongLong(&isLength))};
    if (!isCount || !isLength || settings.seeds < 1 || settings.jitter < Ns(0))
        return std::nullopt;
    return settings;
}

QStringList testArguments(const TestSettings &settings)
{
    return {settings.clock == ClockKind::Real ? QStringLiteral("real") : QStringLiteral("virtual"),
        QString::number(settings.seeds), QString::number(qint64(settings.jitter.count()))};
}

int runTestClass(QObject &tests)
{
    return QTest::qExec(&tests,
        {QStringLiteral("tests"), QStringLiteral("-nocrashhandler"), QStringLiteral("-o"),
            QProcess::nullDevice() + QStringLiteral(",txt")});
}

} // namespace awaitscope::lesson_testing_coroutines
