// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/database.h"
#include "tests/store/sample_runs.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QTimer>

#include <cstdio>

using namespace awaitscope;
using namespace awaitscope::test;

namespace {

bool isFull()
{
    return qEnvironmentVariable("AWAITSCOPE_TEST_SIZE") == QLatin1String("full");
}

/// Another process that has the file locked, from start() on until it is told to let go.
class Holder
{
public:
    /// `how` is what the lock is taken by.
    void start(const QString &file, const QString &how)
    {
        process_.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--hold"), file, how});
        QVERIFY(process_.waitForReadyRead(30'000));
        QCOMPARE(process_.readAllStandardOutput(), QByteArray("held\n"));
    }
    void letGo()
    {
        process_.closeWriteChannel();
        QVERIFY(process_.waitForFinished(30'000));
        QCOMPARE(process_.exitCode(), 0);
    }

private:
    QProcess process_;
};

/// What the other process does: takes the lock, says so, and holds it until its input ends.
int hold(const QString &file, const QString &how)
{
    Database database(file, Database::Access::Write);
    if (how == QLatin1String("whole"))
        database.run(QStringLiteral("PRAGMA locking_mode = EXCLUSIVE"));
    database.run(QStringLiteral("BEGIN EXCLUSIVE"));
    database.run(QStringLiteral("CREATE TABLE IF NOT EXISTS held (x)"));
    std::fputs("held\n", stdout);
    std::fflush(stdout);
    while (std::fgetc(stdin) != EOF) { }
    database.run(QStringLiteral("ROLLBACK"));
    return 0;
}

/// How long the loop of this thread stood still at most, in ms, while it lives.
class Stalls
{
public:
    Stalls()
    {
        QObject::connect(&beat_, &QTimer::timeout, &beat_, [this] { longest_ = std::max(longest_, since_.restart()); });
        since_.start();
        beat_.start(1);
    }
    qint64 longest() const { return longest_; }

private:
    QTimer beat_;
    QElapsedTimer since_;
    qint64 longest_ = 0;
};

} // namespace

/// Another program has the file: nothing is lost, nothing stands still, and the user is told when it takes long.
class LockedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void savesWait()
    {
        Place place;
        Store store(place.file(), quickTimes());
        got(store.save(sampleRun(1)));
        QSignalSpy problems(&store, &Store::problem), recovered(&store, &Store::recovered);
        Holder holder;
        holder.start(place.file(), QStringLiteral("write"));
        const Stalls stalls;

        auto second = store.save(sampleRun(2));
        auto third = store.keepStep(QStringLiteral("timeouts"), stepRun);
        QTRY_COMPARE(problems.count(), 1);
        QCOMPARE(problems[0][0].value<Problem>().id, QStringLiteral("store-locked"));
        QVERIFY(problems[0][0].value<Problem>().sentence.contains(place.file()));
        // Who reads is let in, and sees what waits.
        const auto runs = got(store.list());
        QCOMPARE(runs.size(), std::size_t(2));
        QVERIFY(runs[0].number.isWaiting());
        QCOMPARE(got(store.loadTrace(runs[0].number)), sampleRun(2).trace);
        if (isFull())
            QTest::qWait(10'000);
        QVERIFY(!second.isFinished() && !third.isFinished());

        holder.letGo();
        QCOMPARE(got(second), RunNumber(2));
        got(third);
        QTRY_COMPARE(recovered.count(), 1);
        QCOMPARE(problems.count(), 1);
        QCOMPARE(got(store.list())[0].number, RunNumber(2));
        // What took the run's place in the list under its first number is still found by it.
        QCOMPARE(got(store.find(runs[0].number)).number, RunNumber(2));
        qInfo("the caller's loop stood still for %lld ms at most", stalls.longest());
    }

    void aFileThatIsLockedAtTheStart()
    {
        Place place;
        {
            Store store(place.file());
            got(store.save(sampleRun(1)));
        }
        Holder holder;
        holder.start(place.file(), QStringLiteral("whole"));
        Store store(place.file(), quickTimes());
        QSignalSpy problems(&store, &Store::problem);
        auto saved = store.save(sampleRun(2));
        auto listed = store.list();
        QTRY_COMPARE(problems.count(), 1);
        QCOMPARE(problems[0][0].value<Problem>().id, QStringLiteral("store-locked"));
        QVERIFY(!saved.isFinished() && !listed.isFinished());
        holder.letGo();
        QCOMPARE(got(saved), RunNumber(2));
        QCOMPARE(got(listed).size(), std::size_t(2));
        QVERIFY(place.files(QStringLiteral("*damaged*")).isEmpty());
    }

    void manyRunsThatWaitKeepTheirOrder()
    {
        Place place;
        Store store(place.file(), quickTimes());
        got(store.save(sampleRun(1)));
        Holder holder;
        holder.start(place.file(), QStringLiteral("write"));
        QList<Answer<RunNumber>> answers;
        for (int number = 2; number <= 40; ++number)
            answers << store.save(sampleRun(number));
        QTRY_COMPARE(got(store.list()).size(), std::size_t(40));
        got(store.rename(got(store.list()).front().number, QStringLiteral("last")));
        holder.letGo();
        for (int number = 2; number <= 40; ++number)
            QCOMPARE(got(answers[number - 2]), RunNumber(number));
        QCOMPARE(got(store.find(RunNumber(40))).name, QStringLiteral("last"));
    }

    void theEndDoesNotWaitForEver()
    {
        Place place;
        Holder holder;
        Answer<RunNumber> saved;
        QElapsedTimer time;
        {
            Store store(place.file(), quickTimes());
            got(store.list());
            holder.start(place.file(), QStringLiteral("write"));
            saved = store.save(sampleRun(1));
            time.start();
        }
        QVERIFY2(time.elapsed() < 20'000, qPrintable(QString::number(time.elapsed())));
        QVERIFY(saved.isFinished());
        QCOMPARE(saved.result().problem().id, QStringLiteral("store-locked"));
        holder.letGo();
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.value(1) == QLatin1String("--hold"))
        return hold(words.value(2), words.value(3));
    LockedTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_locked.moc"
