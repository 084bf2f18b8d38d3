// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/database.h"
#include "tests/store/sample_runs.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QProcess>

#include <csignal>

#include <grp.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace awaitscope;
using namespace awaitscope::test;

namespace {

/// While it lives, no file of this process may grow beyond some bytes: what a full disk is to a writer.
class FullDisk
{
public:
    explicit FullDisk(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &before_);
        rlimit limit = before_;
        limit.rlim_cur = bytes;
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &before_); }

private:
    rlimit before_{};
};

/// A small file system of its own, where this process may mount one.
class SmallDisk
{
public:
    explicit SmallDisk(const QString &folder, int kilobytes) : folder_(folder.toLocal8Bit())
    {
        const QByteArray size = "size=" + QByteArray::number(kilobytes) + "k";
        mounted_ = ::geteuid() == 0 && ::mount("tmpfs", folder_.constData(), "tmpfs", 0, size.constData()) == 0;
    }
    ~SmallDisk()
    {
        if (mounted_)
            ::umount2(folder_.constData(), MNT_DETACH);
    }
    bool isMounted() const { return mounted_; }

private:
    QByteArray folder_;
    bool mounted_ = false;
};

/// Ids of the problems that were told.
QStringList idsOf(const QSignalSpy &problems)
{
    QStringList ids;
    for (const auto &arguments : problems)
        ids << arguments[0].value<Problem>().id;
    return ids;
}

/// Plays a test of this program as a user without rights, where this one is root, who may write anywhere.
int withoutRights(const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    // A copy in a place that such a user can reach.
    const QTemporaryDir reachable;
    const QString copy = reachable.filePath(QStringLiteral("test"));
    QFile::copy(QCoreApplication::applicationFilePath(), copy);
    QFile::setPermissions(reachable.path(), QFile::Permissions(0x7555));
    process.setProgram(copy);
    process.setArguments(arguments);
    process.setChildProcessModifier([] {
        constexpr unsigned nobody = 65534;
        const bool dropped = ::geteuid() != 0 || (::setgroups(0, nullptr) == 0 && ::setgid(nobody) == 0 && ::setuid(nobody) == 0);
        if (!dropped)
            ::_exit(99);
    });
    process.start();
    return process.waitForFinished(50'000) && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
}

/// In the process without rights: a folder that may not be written to; 0, or the line that is wrong.
#define EXPECT(condition)                                                                                                        \
    if (!(condition))                                                                                                            \
    return __LINE__ % 200 + 1
int playReadOnly(const QString &file, bool exists)
{
    Store store(file, quickTimes());
    QSignalSpy problems(&store, &Store::problem);
    const auto saved = waitFor(store.save(sampleRun(2)), patience);
    EXPECT(!saved.ok());
    EXPECT(problems.count() == 1);
    const auto problem = problems[0][0].value<Problem>();
    EXPECT(problem.id == (exists ? QLatin1String("store-read-only") : QLatin1String("store-unwritable")));
    EXPECT(saved.problem().id == problem.id);
    EXPECT(problem.sentence.contains(file));
    const auto runs = waitFor(store.list(), patience);
    EXPECT(runs.ok() && runs.value().size() == (exists ? 2u : 1u));
    EXPECT(runs.value()[0].number.isWaiting());
    EXPECT(waitFor(store.loadTrace(runs.value()[0].number), patience).value() == sampleRun(2).trace);
    EXPECT(!exists || waitFor(store.loadTrace(RunNumber(1)), patience).value() == sampleRun(1).trace);
    EXPECT(problems.count() == 1);
    return 0;
}

} // namespace

/// The file cannot be written to: the store goes on, says so once, and keeps runs in memory until it can.
class UnwritableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFileSystemThatSharesNoMemory()
    {
        Place place;
        {
            Store store(place.file(), quickTimes());
            got(store.save(sampleRun(1)));
        }
        for (int number = 2; number <= 3; ++number) { // a folder in its place: the memory that programs share cannot be had
            QVERIFY(QDir().mkpath(place.file() + QStringLiteral("-shm")));
            Store store(place.file(), quickTimes());
            QSignalSpy problems(&store, &Store::problem);
            QCOMPARE(got(store.save(sampleRun(number))), RunNumber(number));
            QCOMPARE(got(store.list()).size(), std::size_t(number));
            QCOMPARE(idsOf(problems), QStringList());
        }
        QVERIFY(QDir().rmdir(place.file() + QStringLiteral("-shm")));
        Store store(place.file(), quickTimes()); // and back, where it can be had
        QCOMPARE(got(store.list()).size(), std::size_t(3));
        QCOMPARE(got(store.save(sampleRun(4))), RunNumber(4));
        QVERIFY(QFileInfo::exists(place.file() + QStringLiteral("-wal")));
    }

    void aDiskThatFills()
    {
        Place place;
        Store store(place.file(), quickTimes());
        got(store.save(sampleRun(1)));
        QSignalSpy problems(&store, &Store::problem), recovered(&store, &Store::recovered), kept(&store, &Store::runKept);
        {
            const FullDisk full(rlim_t(QFileInfo(place.file() + QStringLiteral("-wal")).size() + 6000));
            QCOMPARE(
                refusal(store.save(sampleRun(2, QStringLiteral("timeouts"), 500'000))).id, QStringLiteral("store-unwritable"));
            QCOMPARE(
                refusal(store.save(sampleRun(3, QStringLiteral("timeouts"), 500'000))).id, QStringLiteral("store-unwritable"));
            QCOMPARE(problems.count(), 1);
            const auto runs = got(store.list());
            QCOMPARE(runs.size(), std::size_t(3));
            QVERIFY(runs[0].number.isWaiting() && runs[1].number.isWaiting());
            QCOMPARE(runs[0].facts.seed, quint64(3));
            QCOMPARE(got(store.loadTrace(runs[1].number)), sampleRun(2, QStringLiteral("timeouts"), 500'000).trace);
            QCOMPARE(got(store.loadTrace(RunNumber(1))), sampleRun(1).trace);
            QCOMPARE(kept.count(), 0);
        }
        QTRY_COMPARE(kept.count(), 2);
        QCOMPARE(recovered.count(), 1);
        QCOMPARE(problems.count(), 1);
        const auto runs = got(store.list());
        QCOMPARE(runs.size(), std::size_t(3));
        for (const SavedRun &run : runs)
            QVERIFY(!run.number.isWaiting());
        QCOMPARE(got(store.loadTrace(runs[0].number)), sampleRun(3, QStringLiteral("timeouts"), 500'000).trace);
    }

    void aDiskThatIsFullAtTheStart()
    {
        Place place;
        std::unique_ptr<FullDisk> full = std::make_unique<FullDisk>(0);
        Store store(place.file(), quickTimes());
        QSignalSpy problems(&store, &Store::problem), kept(&store, &Store::runKept);
        QCOMPARE(refusal(store.save(sampleRun(1))).id, QStringLiteral("store-unwritable"));
        QCOMPARE(got(store.list()).size(), std::size_t(1));
        QCOMPARE(idsOf(problems), QStringList{QStringLiteral("store-unwritable")});
        full.reset();
        QTRY_COMPARE(kept.count(), 1);
        QCOMPARE(got(store.loadTrace(RunNumber(1))), sampleRun(1).trace);
    }

    void whatWaitsIsBounded()
    {
        Place place;
        std::unique_ptr<FullDisk> full = std::make_unique<FullDisk>(0);
        StoreTimes times = quickTimes();
        times.waitingBytes = 250'000;
        Store store(place.file(), times);
        QSignalSpy problems(&store, &Store::problem), kept(&store, &Store::runKept);
        const QString lesson = QStringLiteral("timeouts");
        for (int number = 1; number <= 5; ++number)
            QVERIFY(!refusal(store.save(sampleRun(number, lesson, 100'000))).id.isEmpty());
        auto runs = got(store.list());
        QCOMPARE(runs.size(), std::size_t(5));
        for (std::size_t i = 0; i < runs.size(); ++i)
            QCOMPARE(runs[i].hasTrace, i < 2); // the newest first
        QCOMPARE(runs[4].traceSize, 100'001);
        QCOMPARE(refusal(store.loadTrace(runs[4].number)).id, QStringLiteral("trace-pruned"));
        QCOMPARE(got(store.loadTrace(runs[1].number)), sampleRun(4, lesson, 100'000).trace);
        // One that is larger than the limit is kept while it is the newest.
        QVERIFY(!refusal(store.save(sampleRun(6, lesson, 300'000))).id.isEmpty());
        runs = got(store.list());
        for (std::size_t i = 0; i < runs.size(); ++i)
            QCOMPARE(runs[i].hasTrace, i == 0);
        QCOMPARE(idsOf(problems), (QStringList{QStringLiteral("store-unwritable"), QStringLiteral("store-waiting")})); // once
        QVERIFY(problems[1][0].value<Problem>().sentence.contains(place.file()));
        full.reset();
        QTRY_COMPARE(kept.count(), 6);
        QCOMPARE(got(store.loadTrace(RunNumber(6))), sampleRun(6, lesson, 300'000).trace);
        QCOMPARE(refusal(store.loadTrace(RunNumber(1))).id, QStringLiteral("trace-pruned"));
        QCOMPARE(got(store.find(RunNumber(1))).facts.caption, sampleRun(1).facts.caption);
    }

    void aRealSmallDisk()
    {
        Place place;
        const SmallDisk disk(place.folder(), 1024);
        if (!disk.isMounted())
            QSKIP("only who may mount a file system can fill one");
        QList<RunNumber> saved;
        {
            Store store(place.file(), quickTimes());
            QSignalSpy problems(&store, &Store::problem);
            for (int number = 1; number <= 40; ++number) {
                const auto result = waitFor(store.save(sampleRun(number, QStringLiteral("timeouts"), 60'000)), patience);
                if (result)
                    saved << result.value();
            }
            QVERIFY(saved.size() > 2 && saved.size() < 40);
            QCOMPARE(idsOf(problems), QStringList{QStringLiteral("store-unwritable")});
            QCOMPARE(got(store.list()).size(), std::size_t(40));
        }
        Store store(place.file(), quickTimes());
        for (const RunNumber number : saved) {
            const SavedRun run = got(store.find(number));
            QCOMPARE(got(store.loadTrace(number)), sampleRun(int(run.facts.seed), QStringLiteral("timeouts"), 60'000).trace);
        }
        QVERIFY(place.files(QStringLiteral("*damaged*")).isEmpty());
    }

    void aFolderThatMayNotBeWrittenTo_data()
    {
        QTest::addColumn<bool>("exists");
        QTest::newRow("with a file in it") << true;
        QTest::newRow("without") << false;
    }

    void aFolderThatMayNotBeWrittenTo()
    {
        QFETCH(bool, exists);
        Place place;
        if (exists) {
            Store store(place.file());
            got(store.save(sampleRun(1)));
        }
        QFile::setPermissions(place.file(), QFile::Permissions(0x4444));
        QVERIFY(QFile::setPermissions(place.folder(), QFile::Permissions(0x5555)));
        const int code = withoutRights({QStringLiteral("--read-only"), place.file(), exists ? QStringLiteral("yes") : QString()});
        QFile::setPermissions(place.folder(), QFile::Permissions(0x7777));
        QCOMPARE(code, 0);
        QCOMPARE(place.files(QStringLiteral("*")).size(), exists ? 1 : 0);
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.value(1) == QLatin1String("--read-only"))
        return playReadOnly(words.value(2), !words.value(3).isEmpty());
    UnwritableTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_unwritable.moc"
