// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <grp.h>
#include <unistd.h>

namespace awaitscope {

/// How the program ended, and what it said.
struct Outcome
{
    int code = -1; ///< -1: it did not start, crashed or hung
    QString output;
    QString errors;
    QByteArray bytes; ///< of its output, untouched
};

/// The built program in a folder of its own, without a display.
class Program
{
public:
    Program() : environment_(QProcessEnvironment::systemEnvironment())
    {
        for (const QString &name : environment_.keys()) {
            if (name.startsWith(QLatin1String("QT_")) || name.startsWith(QLatin1String("LC_"))
                || name.startsWith(QLatin1String("XDG_")))
                environment_.remove(name);
        }
        environment_.remove(QStringLiteral("DISPLAY"));
        environment_.remove(QStringLiteral("WAYLAND_DISPLAY"));
        environment_.insert(QStringLiteral("LANG"), QStringLiteral("C.UTF-8"));
        environment_.insert(QStringLiteral("HOME"), folder_.path());
        QDir(folder_.path()).mkdir(QStringLiteral("at"));
    }

    static QString built() { return QStringLiteral(AWAITSCOPE_BINARY_DIR) + QStringLiteral("/awaitscope"); }

    /// The folder in which it runs; goes with this object.
    QString folder() const { return folder_.filePath(QStringLiteral("at")); }
    QString path(const QString &name) const { return QDir(folder()).filePath(name); }
    QStringList files() const
    {
        return QDir(folder()).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDir::Name);
    }
    QByteArray content(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void put(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
    }
    void set(const QString &variable, const QString &value) { environment_.insert(variable, value); }
    void unset(const QString &variable) { environment_.remove(variable); }

    /// A process that is ready to start.
    void prepare(QProcess &process, const QStringList &arguments) const
    {
        process.setProgram(built());
        process.setArguments(arguments);
        process.setWorkingDirectory(folder());
        process.setProcessEnvironment(environment_);
    }

    Outcome run(const QStringList &arguments) const
    {
        QProcess process;
        prepare(process, arguments);
        return finish(process);
    }

    /// As a user without any rights where the test itself runs as root; root may write anywhere. The program is copied to
    /// a place that such a user can reach.
    Outcome runWithoutRights(const QStringList &arguments) const
    {
        const QString copy = folder_.filePath(QStringLiteral("awaitscope"));
        QFile::copy(built(), copy);
        QFile::setPermissions(folder_.path(), QFile::Permissions(0x7555));
        QProcess process;
        prepare(process, arguments);
        process.setProgram(copy);
        process.setChildProcessModifier([] {
            constexpr unsigned nobody = 65534;
            const bool dropped
                = ::geteuid() != 0 || (::setgroups(0, nullptr) == 0 && ::setgid(nobody) == 0 && ::setuid(nobody) == 0);
            if (!dropped)
                ::_exit(99);
        });
        return finish(process);
    }

    static Outcome finish(QProcess &process)
    {
        if (process.state() == QProcess::NotRunning)
            process.start();
        constexpr int longest = 50000; // ms, for a machine that is very busy; only a hang gets there
        const bool ended = process.waitForFinished(longest) && process.exitStatus() == QProcess::NormalExit;
        Outcome outcome;
        outcome.code = ended ? process.exitCode() : -1;
        outcome.bytes = process.readAllStandardOutput();
        outcome.output = QString::fromUtf8(outcome.bytes);
        outcome.errors = QString::fromUtf8(process.readAllStandardError());
        return outcome;
    }

private:
    QTemporaryDir folder_;
    QProcessEnvironment environment_;
};

} // namespace awaitscope
