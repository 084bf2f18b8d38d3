// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/parts/lesson_database.h"
#include "lessons/parts/sql_session.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace awaitscope;

namespace {

qint64 number(const QString &path, const QString &sql)
{
    SqlSession session(path);
    return session.query(sql).at(0).at(0).toLongLong();
}

QString made(int rows, const QString &folder)
{
    const auto path = lessonDatabase(rows, folder);
    return path ? path.value() : QStringLiteral("problem: ") + path.problem().sentence;
}

QByteArray bytes(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestLessonDatabase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsWhatItSays()
    {
        const QTemporaryDir folder;
        const QString path = made(5000, folder.path());
        QVERIFY2(QFileInfo::exists(path), qPrintable(path));
        QCOMPARE(number(path, QStringLiteral("SELECT count(*) FROM users")), 10'000);
        QCOMPARE(number(path, QStringLiteral("SELECT count(*) FROM logs")), 5000);
        QCOMPARE(number(path, QStringLiteral("SELECT max(id) FROM logs")), 5000);
        QCOMPARE(number(path, QStringLiteral("SELECT count(DISTINCT level) FROM logs")), 3);
        QVERIFY(number(path, QStringLiteral("SELECT count(*) FROM logs WHERE message LIKE 'user 77 %'")) < 20);
        QCOMPARE(number(path, QStringLiteral("SELECT count(*) FROM sqlite_master WHERE type = 'index'")), 0);
        SqlSession session(path);
        const Rows row = session.query(QStringLiteral("SELECT timestamp, level, message FROM logs WHERE id = ?"), {1});
        QCOMPARE(row.size(), std::size_t(1));
        QCOMPARE(row[0][0].toString(), QStringLiteral("2024-01-01T00:00:01Z"));
        QVERIFY(QDir(folder.path()).entryList({QStringLiteral("making*")}, QDir::Dirs | QDir::Hidden).isEmpty());
    }

    void isTheSameEveryTime()
    {
        const QTemporaryDir one, other;
        const QString first = made(300, one.path()), second = made(300, other.path());
        QVERIFY(first != second);
        QCOMPARE(QFileInfo(first).fileName(), QFileInfo(second).fileName());
        QCOMPARE(bytes(first), bytes(second));
    }

    void isMadeOnce()
    {
        const QTemporaryDir folder;
        const QString path = made(0, folder.path());
        struct stat before, after;
        QCOMPARE(::stat(path.toLocal8Bit().constData(), &before), 0);
        QCOMPARE(made(0, folder.path()), path);
        QCOMPARE(::stat(path.toLocal8Bit().constData(), &after), 0);
        QCOMPARE(after.st_ino, before.st_ino);
        QVERIFY(made(1, folder.path()) != path);
    }

    void refusesWhatCannotBe()
    {
        for (const int rows : {-1, 1'000'001}) {
            const auto path = lessonDatabase(rows);
            QVERIFY(!path);
            QCOMPARE(path.problem().id, QStringLiteral("database-rows"));
            QVERIFY(path.problem().sentence.contains(QString::number(rows)));
        }
    }

    void makesADamagedFileAgain_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("flipped bit") << 0;
        QTest::newRow("cut short") << 1;
        QTest::newRow("empty") << 2;
        QTest::newRow("garbage") << 3;
    }
    void makesADamagedFileAgain()
    {
        QFETCH(int, kind);
        const QTemporaryDir folder;
        const QString path = made(1000, folder.path());
        const QByteArray whole = bytes(path);
        QByteArray damaged = whole;
        if (kind == 0)
            damaged[whole.size() / 2] = char(damaged[whole.size() / 2] ^ 4);
        else
            damaged = kind == 1 ? whole.first(whole.size() - 100) : kind == 2 ? QByteArray() : QByteArray(5000, 'x');
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(damaged);
        file.close();
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(QDateTime::currentDateTime().addSecs(-100), QFileDevice::FileModificationTime));
        file.close();
        QCOMPARE(made(1000, folder.path()), path);
        QCOMPARE(bytes(path), whole);
    }

    void fallsBackToATemporaryFolder_data()
    {
        QTest::addColumn<bool>("exists");
        QTest::newRow("read-only folder") << true;
        QTest::newRow("cannot be made") << false;
    }
    /// In a child without root's rights, which would make any folder writable.
    void fallsBackToATemporaryFolder()
    {
        QFETCH(bool, exists);
        QTemporaryDir outer;
        const QString folder = outer.filePath(QStringLiteral("cache"));
        if (exists)
            QVERIFY(QDir().mkdir(folder));
        ::chmod(outer.path().toLocal8Bit().constData(), 0555);
        ::chmod(folder.toLocal8Bit().constData(), 0555);
        const pid_t child = ::fork();
        if (child == 0) {
            if (::geteuid() == 0 && (::setgid(65534) != 0 || ::setuid(65534) != 0))
                ::_exit(3);
            const QString path = made(50, folder);
            const bool good = !path.startsWith(outer.path()) && QFileInfo::exists(path)
                && number(path, QStringLiteral("SELECT count(*) FROM logs")) == 50 && made(50, folder) == path;
            QDir(QFileInfo(path).absolutePath()).removeRecursively();
            ::_exit(good ? 0 : 1);
        }
        int status = -1;
        QCOMPARE(::waitpid(child, &status, 0), child);
        ::chmod(outer.path().toLocal8Bit().constData(), 0755);
        QVERIFY(WIFEXITED(status));
        QCOMPARE(WEXITSTATUS(status), 0);
        QVERIFY(!exists || QDir(folder).isEmpty());
    }

    void severalAtOnceAgree()
    {
        const QTemporaryDir folder;
        std::vector<pid_t> children;
        for (int i = 0; i < 4; ++i) {
            const pid_t child = ::fork();
            if (child == 0)
                ::_exit(number(made(2000, folder.path()), QStringLiteral("SELECT count(*) FROM logs")) == 2000 ? 0 : 1);
            children.push_back(child);
        }
        for (const pid_t child : children) {
            int status = -1;
            QCOMPARE(::waitpid(child, &status, 0), child);
            QVERIFY(WIFEXITED(status));
            QCOMPARE(WEXITSTATUS(status), 0);
        }
        QStringList paths(4);
        std::vector<std::thread> threads;
        for (QString &path : paths)
            threads.emplace_back([&path, &folder] { path = made(2001, folder.path()); });
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(paths.count(paths[0]), 4);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestLessonDatabase)
#include "tst_lesson_database.moc"
