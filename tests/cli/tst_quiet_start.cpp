// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

#include <QTest>

#include <csignal>
#include <cstddef>

#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>

using namespace awaitscope;

namespace {

constexpr int patience = 50'000; // ms; only a hang gets there
constexpr int afterwards = 1'000; // ms in which a start that is watched may still do something wrong

/// Called in the process before the program begins: from then on, whoever in it asks for a socket of any kind but local ones (those of
/// the display and of the desktop's bus) ends the process with SIGSYS.
void allowLocalSocketsOnly()
{
    sock_filter steps[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_socket, 0, 2),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, args)), // the lower half: all targets are little endian
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, AF_UNIX, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
    };
    const sock_fprog filter{std::size(steps), steps};
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) != 0)
        ::_exit(99);
}

/// The local sockets on which a process listens, as /proc/PID/net/unix has them.
QStringList listening(qint64 process)
{
    const QString folder = QStringLiteral("/proc/%1/").arg(process);
    const QDir descriptors(folder + QStringLiteral("fd"));
    QStringList own; // the numbers of its sockets
    for (const QString &name : descriptors.entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot)) {
        char target[64] = {};
        const auto length = ::readlink(QFile::encodeName(descriptors.filePath(name)).constData(), target, sizeof target - 1);
        const QString socket = QString::fromLatin1(target, std::max<qsizetype>(length, 0));
        if (socket.startsWith(QLatin1String("socket:[")))
            own << socket.mid(8).chopped(1);
    }
    QFile table(folder + QStringLiteral("net/unix"));
    if (!table.open(QIODevice::ReadOnly))
        return {QStringLiteral("no table of sockets")};
    QStringList found;
    for (const QString &line : QString::fromLocal8Bit(table.readAll()).split(u'\n')) {
        const QStringList words = line.simplified().split(u' '); // number, references, protocol, flags, type, state, inode, path
        const bool accepts = words.size() > 6 && (words[3].toUInt(nullptr, 16) & 0x10000) != 0;
        if (accepts && own.contains(words[6]))
            found << line;
    }
    return found;
}

} // namespace

/// Nothing goes over the network, and nothing can be reached over it, before a lesson asks for it: so there is no telemetry.
class TestQuietStart : public QObject
{
    Q_OBJECT

private:
    static void prepare(const Program &program, QProcess &process, const QStringList &arguments)
    {
        program.prepare(process, arguments);
        process.setChildProcessModifier(allowLocalSocketsOnly);
    }

private Q_SLOTS:
    void theWindowStartsWithoutAnySocketToTheOutside()
    {
        Program program;
        program.set(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        program.set(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("awaitscope.startup.debug=true"));
        for (const char *place : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"})
            program.set(QString::fromLatin1(place), program.path(QStringLiteral("home")));
        QProcess process;
        prepare(program, process, {});
        process.setReadChannel(QProcess::StandardError);
        process.start();
        QByteArray said;
        while (!said.contains("first paint") && process.waitForReadyRead(patience))
            said += process.readAllStandardError();
        QVERIFY2(said.contains("first paint"), said);
        QVERIFY(!process.waitForFinished(afterwards)); // it goes on, as nothing has asked for a socket since
        QCOMPARE(listening(process.processId()), QStringList());
        process.terminate();
        QVERIFY(process.waitForFinished(patience));
        QCOMPARE(process.exitCode(), SIGTERM); // and by no other signal
    }

    void commandsNeedNoSocket_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addRow("list") << QStringList{"list"};
        QTest::addRow("version") << QStringList{"--version"};
        QTest::addRow("run") << QStringList{"run", "gather-failure", "--export", "figure.png"};
    }
    void commandsNeedNoSocket()
    {
        QFETCH(QStringList, arguments);
        const Program program;
        QProcess process;
        prepare(program, process, arguments);
        const Outcome outcome = Program::finish(process);
        QVERIFY2(outcome.code == 0, qPrintable(outcome.errors));
    }

    /// That the watch sees what it is to see.
    void aLessonWithAServerIsNoticed()
    {
        const Program program;
        QProcess process;
        prepare(program, process, {"run", "concurrent-requests"});
        process.start();
        QVERIFY(process.waitForFinished(patience));
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);
        QCOMPARE(process.exitCode(), SIGSYS);
    }
};

QTEST_GUILESS_MAIN(TestQuietStart)
#include "tst_quiet_start.moc"
