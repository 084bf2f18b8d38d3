// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/store.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace awaitscope::test {

constexpr std::chrono::seconds patience(30); // for a machine that is very busy; only a hang gets there

/// A run as the app saves it, with numbers that tell it from others.
inline NewRun sampleRun(int number, const QString &lesson = QStringLiteral("timeouts"), qsizetype traceBytes = 3000)
{
    NewRun run;
    run.facts.lesson = lesson;
    run.facts.time = QDateTime(QDate(2026, 7, 1), QTime(8, 0), Qt::UTC).addSecs(number);
    run.facts.clock = number % 2 == 0 ? QStringLiteral("virtual") : QStringLiteral("real");
    run.facts.seed = quint64(number);
    run.facts.parameters = QStringLiteral("limit=%1ms\ncleanup=off").arg(number);
    run.facts.caption = QStringLiteral("It took %1 ms.").arg(number);
    run.facts.appVersion = QStringLiteral("0.1.0");
    run.facts.variants = {{QStringLiteral("cut"), QStringLiteral("Cut off"), QStringLiteral("timedOut"), Ns(number * 1000)},
        {QStringLiteral("wait"), QStringLiteral("Wait"), QStringLiteral("done"), Ns(number * 2000)}};
    run.facts.claims = {{QStringLiteral("cut-in-time"), QStringLiteral("It is cut in time"), number % 3 != 0,
        QStringLiteral("%1 ms").arg(number)}};
    run.trace = QByteArray(traceBytes, char('a' + number % 26));
    run.trace.append(QByteArray::number(number));
    return run;
}

/// A folder with a database in it that no store has open.
class Place
{
public:
    QString file() const { return folder_.filePath(QStringLiteral("awaitscope.db")); }
    QString path(const QString &name) const { return folder_.filePath(name); }
    QString folder() const { return folder_.path(); }
    QStringList files(const QString &pattern) const { return QDir(folder_.path()).entryList({pattern}, QDir::Files, QDir::Name); }

private:
    QTemporaryDir folder_;
};

/// Empty where it cannot be read.
inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Replaces the file; fails the test where that cannot be.
inline void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

/// The value of an answer that has to come and to be good.
template <class T> T got(Answer<T> answer)
{
    auto result = waitFor(std::move(answer), patience);
    if (!result)
        qFatal("refused: %s", qPrintable(result.problem().sentence));
    return std::move(result).value();
}

/// The problem of an answer that has to come and to be one; an empty id where it is none.
template <class T> Problem refusal(Answer<T> answer)
{
    const auto result = waitFor(std::move(answer), patience);
    return result ? Problem() : result.problem();
}

/// Waits short enough for tests, and long enough to be seen.
inline StoreTimes quickTimes()
{
    using std::chrono::milliseconds;
    return {milliseconds(100), milliseconds(20), milliseconds(50), milliseconds(300)};
}

} // namespace awaitscope::test
