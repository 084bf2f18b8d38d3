// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/database.h"
#include "app/store/store.h"
#include "lessons/catalog/run_file.h"
#include "tests/cli/program.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace awaitscope;

namespace {

constexpr std::chrono::seconds patience(50); // only a hang gets there

} // namespace

/// The program is killed at random moments while it saves: what it had acknowledged is there, and nothing is half there.
class KilledSavesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingAcknowledgedIsLost()
    {
        const int wanted = qEnvironmentVariable("AWAITSCOPE_TEST_SIZE") == QLatin1String("full") ? 2000 : 60; // kills
        QElapsedTimer all;
        all.start();
        Program program;
        program.set(QStringLiteral("XDG_DATA_HOME"), program.path(QStringLiteral("data")));
        const QStringList save{QStringLiteral("run"), QStringLiteral("sequential-vs-parallel"), QStringLiteral("--clock"),
            QStringLiteral("virtual"), QStringLiteral("--save")};
        // How long it takes when nobody kills it, so that the moments lie all over it.
        QList<qint64> lengths;
        for (int i = 0; i < 5; ++i) {
            QElapsedTimer time;
            time.start();
            QCOMPARE(program.run(save).code, 0);
            lengths << time.nsecsElapsed() / 1000;
        }
        std::ranges::sort(lengths);
        const qint64 latest = lengths[2] * 11 / 10;

        QRandomGenerator random(3);
        QSet<qint64> acknowledged{1, 2, 3, 4, 5};
        int starts = 0, killed = 0, killedAfterwards = 0;
        while (killed < wanted) {
            QVERIFY2(++starts <= 10 * wanted, "it ends before it can be killed");
            QProcess process;
            program.prepare(process, save);
            QElapsedTimer time;
            time.start();
            process.start();
            QVERIFY(process.waitForStarted());
            // Every other one in the second half, where it saves.
            const qint64 moment = starts % 2 == 0 ? random.bounded(latest) : latest / 2 + random.bounded(latest / 2);
            while (process.state() != QProcess::NotRunning && time.nsecsElapsed() / 1000 < moment)
                process.waitForFinished(1);
            process.kill();
            QVERIFY(process.state() == QProcess::NotRunning || process.waitForFinished(50'000));
            const bool wasKilled = process.exitStatus() == QProcess::CrashExit; // what had ended was not hit
            killed += wasKilled;
            const QByteArray output = process.readAllStandardOutput();
            const qsizetype at = output.indexOf("Saved as run ");
            if (at >= 0 && output.endsWith('\n')) {
                acknowledged.insert(output.mid(at + 13).trimmed().toLongLong());
                killedAfterwards += wasKilled;
            }
        }
        const QString file = program.path(QStringLiteral("data/awaitscope/awaitscope.db"));
        {
            Database database(file, Database::Access::Write);
            QCOMPARE(database.value(QStringLiteral("PRAGMA integrity_check")).toString(), QStringLiteral("ok"));
            QVERIFY(!database.value(QStringLiteral("SELECT 1 FROM pragma_foreign_key_check")).isValid());
        }
        Store store(file);
        const auto runs = waitFor(store.list(), patience);
        QVERIFY(runs.ok());
        QSet<qint64> saved;
        for (const SavedRun &run : runs.value()) {
            saved.insert(run.number.value());
            QVERIFY(!run.isDamaged);
            QCOMPARE(run.facts.variants.size(), std::size_t(3));
            QCOMPARE(run.facts.claims.size(), std::size_t(6));
            if (!run.hasTrace)
                continue; // beyond the limit of what is kept
            const auto trace = waitFor(store.loadTrace(run.number), patience);
            QVERIFY(trace.ok());
            QVERIFY(decodeRun(trace.value()).ok());
        }
        QVERIFY(saved.contains(acknowledged));
        QCOMPARE(QDir(program.path(QStringLiteral("data/awaitscope"))).entryList({QStringLiteral("*damaged*")}).size(), 0);
        qInfo("%d starts, %d killed, %d of these after they had acknowledged; %lld acknowledged, %lld saved, %lld lost; %.1f s",
            starts, killed, killedAfterwards, qlonglong(acknowledged.size()), qlonglong(saved.size()),
            qlonglong((acknowledged - saved).size()), double(all.elapsed()) / 1000);
    }
};

QTEST_GUILESS_MAIN(KilledSavesTest)
#include "tst_killed_saves.moc"
