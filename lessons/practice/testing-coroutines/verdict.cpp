// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/practice/testing-coroutines/verdict.h"

#include <QRandomGenerator>

namespace awaitscope::lesson_testing_coroutines {

using namespace std::chrono_literals;

QByteArray toLine(const TestVerdict &verdict)
{
    const QByteArray word = verdict.passed ? "passed" : "failed";
    return QByteArray(testNames[std::size_t(verdict.test)]) + ' ' + QByteArray::number(verdict.seed) + ' ' + word + ' '
        + QByteArray::number(qint64(verdict.took.count())) + ' ' + QByteArray::number(qint64(verdict.needed.count())) + '\n';
}

std::optional<TestVerdict> toVerdict(const QByteArray &line)
{
    const QList<QByteArray> words = line.trimmed().split(' ');
    if (words.size() != 5 || (words[2] != "passed" && words[2] != "failed"))
        return std::nullopt;
    const auto name = std::ranges::find(testNames, QLatin1String(words[0]), [](const char *test) { return QLatin1String(test); });
    bool isSeed = false, isTook = false, isNeeded = false;
    TestVerdict verdict{.test = int(name - testNames.begin()),
        .seed = words[1].toInt(&isSeed),
        .passed = words[2] == "passed",
        .took = Ns(words[3].toLongLong(&isTook)),
        .needed = Ns(words[4].toLongLong(&isNeeded))};
    if (name == testNames.end() || !isSeed || !isTook || !isNeeded || verdict.took < 0ns || verdict.needed < 0ns)
        return std::nullopt;
    return verdict;
}

Waits waitsOf(int seed, Ns jitter)
{
    constexpr quint32 chosen = 30000; // with 8 ms and seeds up to 20, five loads end 24 to 107 µs before the limit
    QRandomGenerator random{chosen + quint32(seed)};
    const auto drawn = [&random, most = qint64(jitter / 1us)] { return serviceTakes + random.bounded(most + 1) * 1us; };
    const Ns user = drawn(), logs = drawn(), metrics = drawn();
    return {user, logs, metrics};
}

} // namespace awaitscope::lesson_testing_coroutines
