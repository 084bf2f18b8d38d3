// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

#include <QDirIterator>
#include <QTest>

#include <chrono>
#include <filesystem>

using namespace awaitscope;

namespace {

const QString stick = QStringLiteral("a stick, é");
const QString lesson = QStringLiteral("sequential-vs-parallel");

/// All that lies below a folder, by relative names; folders end in a slash.
QStringList below(const QString &folder)
{
    QStringList found;
    QDirIterator each(
        folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        each.next();
        found << QDir(folder).relativeFilePath(each.filePath()) + (each.fileInfo().isDir() ? QStringLiteral("/") : QString());
    }
    found.sort();
    return found;
}

std::filesystem::file_time_type longAgo()
{
    return std::filesystem::file_time_type::clock::from_sys(
        std::chrono::sys_seconds(std::chrono::sys_days(std::chrono::year(2001) / 1 / 1)));
}

/// The program with a home that is to stay empty, and a folder for temporary files that is, too.
struct Guest : Program
{
    Guest()
    {
        for (const QString &name : {QStringLiteral("home"), QStringLiteral("temporary"), QStringLiteral("session")})
            QDir(folder()).mkdir(name);
        set(QStringLiteral("HOME"), path(QStringLiteral("home")));
        set(QStringLiteral("TMPDIR"), path(QStringLiteral("temporary")));
        set(QStringLiteral("XDG_RUNTIME_DIR"), path(QStringLiteral("session"))); // else Qt makes one among the temporary files
        QFile::setPermissions(path(QStringLiteral("session")), QFile::Permissions(0x7700));
        for (const QString &name : {QStringLiteral("home"), QStringLiteral("temporary")})
            std::filesystem::last_write_time(path(name).toStdString(), longAgo());
    }

    Outcome portable(const QString &command, const QString &with = stick) const
    {
        return run(command.split(u' ', Qt::SkipEmptyParts) + QStringList{QStringLiteral("--portable"), with});
    }
    QStringList kept() const { return below(path(stick)); }
    /// That nothing was there for a while, either.
    bool isUntouched() const
    {
        return std::filesystem::last_write_time(path(QStringLiteral("home")).toStdString()) == longAgo()
            && std::filesystem::last_write_time(path(QStringLiteral("temporary")).toStdString()) == longAgo();
    }
    QStringList left() const { return below(path(QStringLiteral("home"))) + below(path(QStringLiteral("temporary"))); }
};

const QStringList folders{QStringLiteral("cache/"), QStringLiteral("config/"), QStringLiteral("data/"), QStringLiteral("state/")};

} // namespace

/// `--portable FOLDER`: all in one folder, and nothing in the user's own.
class PortableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachCommandKeepsItsFilesThere_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QStringList>("files");
        const QString runs = QStringLiteral("data/awaitscope.db"), data = QStringLiteral("cache/lesson-data-1/");
        QTest::newRow("list") << "list" << QStringList();
        QTest::newRow("run") << "run sequential-vs-parallel --clock virtual" << QStringList();
        QTest::newRow("run --save") << "run sequential-vs-parallel --clock virtual --save" << QStringList{runs};
        QTest::newRow("with a figure") << "run sequential-vs-parallel --clock virtual --export a.png --save" << QStringList{runs};
        QTest::newRow("with a database") << "run resources --clock virtual"
                                         << QStringList{data, data + QStringLiteral("logs-0-*.sqlite")};
        QTest::newRow("with a process") << "run testing-coroutines" << QStringList();
        QTest::newRow("runs") << "runs" << QStringList{runs};
        QTest::newRow("check") << "check"
                               << QStringList{data, data + QStringLiteral("logs-0-*.sqlite"),
                                      data + QStringLiteral("logs-10000-*.sqlite"), data + QStringLiteral("logs-16-*.sqlite"),
                                      data + QStringLiteral("logs-2000-*.sqlite")};
    }

    void eachCommandKeepsItsFilesThere()
    {
        QFETCH(QString, command);
        QFETCH(QStringList, files);
        const Guest guest;
        const Outcome outcome = guest.portable(command);
        QVERIFY2(outcome.code == 0, qPrintable(outcome.errors));
        QCOMPARE(guest.left(), QStringList());
        QVERIFY(guest.isUntouched());
        QStringList kept = guest.kept();
        kept.replaceInStrings(QRegularExpression(QStringLiteral("-[0-9a-f]{16}\\.sqlite$")), QStringLiteral("-*.sqlite"));
        QStringList wanted = folders + files;
        wanted.sort();
        QCOMPARE(kept, wanted);
    }

    void withoutItTheHomeIsUsed() // else the test above would see nothing
    {
        const Guest guest;
        QCOMPARE(guest.run({QStringLiteral("runs")}).code, 0);
        QVERIFY(guest.left().contains(QStringLiteral(".local/share/awaitscope/awaitscope.db")));
        QCOMPARE(QFile::permissions(guest.path(QStringLiteral("home/.local/share/awaitscope")))
                & (QFile::ReadGroup | QFile::ReadOther),
            QFile::Permissions());
    }

    void theFolderMayBeMoved()
    {
        const Guest guest;
        QCOMPARE(guest.portable(QStringLiteral("run sequential-vs-parallel --clock virtual --save")).code, 0);
        const QString elsewhere = guest.path(QStringLiteral("elsewhere"));
        QVERIFY(QDir().rename(guest.path(stick), elsewhere));
        const Outcome runs = guest.portable(QStringLiteral("runs"), elsewhere);
        QVERIFY2(runs.output.contains(lesson), qPrintable(runs.output));
        QDirIterator each(elsewhere, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (each.hasNext()) {
            QFile file(each.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains(stick.toUtf8()), qPrintable(file.fileName()));
        }
    }

    void importingUsesNoOtherFolderEither()
    {
        const Guest guest;
        QCOMPARE(guest.portable(QStringLiteral("run sequential-vs-parallel --clock virtual --save")).code, 0);
        QCOMPARE(guest.portable(QStringLiteral("runs export all.awaitlog")).code, 0);
        const Outcome read = guest.portable(QStringLiteral("runs import all.awaitlog"), QStringLiteral("another"));
        QVERIFY2(read.code == 0, qPrintable(read.errors));
        QCOMPARE(guest.portable(QStringLiteral("runs"), QStringLiteral("another")).output.count(lesson), 1);
        QVERIFY(guest.isUntouched());
    }

    void mayStandBeforeTheCommand()
    {
        const Guest guest;
        QVERIFY(guest.run({QStringLiteral("--portable"), stick, QStringLiteral("list")}).output.contains(lesson));
        QVERIFY(guest.run({QStringLiteral("--portable=") + stick, QStringLiteral("runs"), QStringLiteral("list")}).code == 0);
        QCOMPARE(guest.kept().count(QStringLiteral("data/awaitscope.db")), 1);
        const Outcome twice
            = guest.run({QStringLiteral("--portable"), stick, QStringLiteral("list"), QStringLiteral("--portable"), stick});
        QCOMPARE(twice.code, 2);
    }

    void refusesInOneLine_data()
    {
        QTest::addColumn<QString>("named");
        QTest::addColumn<QString>("reason");
        QTest::newRow("a file") << "file"
                                << "is not a folder";
        QTest::newRow("below a file") << "file/new"
                                      << "no folder above it";
        QTest::newRow("below nothing") << "nothing/new"
                                       << "no folder above it";
        QTest::newRow("a loop") << "loop"
                                << "leads nowhere";
        QTest::newRow("in a loop") << "loop/new"
                                   << "no folder above it";
        QTest::newRow("a link to nothing") << "gone"
                                           << "leads nowhere";
        QTest::newRow("nothing") << ""
                                 << "names no folder";
        QTest::newRow("a line break") << "no\nthing/new"
                                      << "no folder above it";
        QTest::newRow("a file stands in it") << "taken"
                                             << "data in it is no folder";
    }

    void refusesInOneLine()
    {
        QFETCH(QString, named);
        QFETCH(QString, reason);
        const Guest guest;
        guest.put(QStringLiteral("file"), "content");
        QVERIFY(QFile::link(QStringLiteral("loop"), guest.path(QStringLiteral("loop"))));
        QVERIFY(QFile::link(QStringLiteral("nothing"), guest.path(QStringLiteral("gone"))));
        QVERIFY(QDir(guest.folder()).mkdir(QStringLiteral("taken")));
        guest.put(QStringLiteral("taken/data"), {});
        for (const QString &command : {QString(), QStringLiteral("list"), QStringLiteral("present")}) {
            const Outcome outcome = guest.portable(command, named);
            QCOMPARE(outcome.code, 2);
            QCOMPARE(outcome.output, QString());
            QCOMPARE(outcome.errors.count(u'\n'), 1);
            QVERIFY2(outcome.errors.contains(reason) && outcome.errors.contains(QLatin1String("accepted is a folder")),
                qPrintable(outcome.errors));
        }
        QCOMPARE(guest.content(QStringLiteral("file")), QByteArray("content"));
        QVERIFY(!QFile::exists(guest.path(QStringLiteral("nothing"))));
        QCOMPARE(guest.left(), QStringList());
    }

    void aFolderWithoutTheRightToWrite()
    {
        const Guest guest;
        QVERIFY(QDir(guest.folder()).mkdir(stick));
        QVERIFY(QFile::setPermissions(guest.path(stick), QFile::Permissions(0x5555)));
        for (const QString &named : {stick, stick + QStringLiteral("/new")}) {
            const Outcome outcome = guest.runWithoutRights({QStringLiteral("list"), QStringLiteral("--portable"), named});
            QCOMPARE(outcome.code, 2);
            QCOMPARE(outcome.errors.count(u'\n'), 1);
            QVERIFY2(outcome.errors.contains(QLatin1String("cannot be")), qPrintable(outcome.errors));
        }
        QCOMPARE(guest.kept(), QStringList());
    }

    void twoAtOnce()
    {
        const Guest guest;
        const QStringList save{QStringLiteral("run"), lesson, QStringLiteral("--clock"), QStringLiteral("virtual"),
            QStringLiteral("--save"), QStringLiteral("--portable"), stick};
        std::vector<std::unique_ptr<QProcess>> several;
        for (int i = 0; i < 3; ++i) {
            several.push_back(std::make_unique<QProcess>());
            guest.prepare(*several.back(), save);
            several.back()->start();
        }
        for (const auto &each : several) {
            const Outcome outcome = Program::finish(*each);
            QVERIFY2(outcome.code == 0, qPrintable(outcome.errors));
        }
        QCOMPARE(guest.portable(QStringLiteral("runs")).output.count(lesson), 3);
    }
};

QTEST_GUILESS_MAIN(PortableTest)
#include "tst_portable.moc"
