// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace awaitscope {

/// A program in a terminal of its own, which gets keys, and answers through a pipe by its path.
class Terminal
{
public:
    explicit Terminal(const QString &pipe)
    {
        const QByteArray path = pipe.toLocal8Bit();
        mkfifo(path.constData(), 0600);
        answers_ = open(path.constData(), O_RDWR | O_CLOEXEC);
        winsize size{500, 400, 0, 0}; // nothing asks whether to show many lines
        if (openpty(&terminal_, &inside_, nullptr, nullptr, &size) == 0)
            fcntl(terminal_, F_SETFD, FD_CLOEXEC);
    }

    ~Terminal()
    {
        if (process_.state() != QProcess::NotRunning) {
            process_.kill();
            process_.waitForFinished();
        }
        for (const int descriptor : {terminal_, inside_, answers_}) {
            if (descriptor >= 0)
                close(descriptor);
        }
    }

    Terminal(const Terminal &) = delete;
    Terminal &operator=(const Terminal &) = delete;

    bool start(
        const QString &program, const QStringList &arguments, const QString &folder, const QProcessEnvironment &environment)
    {
        process_.setProcessEnvironment(environment);
        process_.setWorkingDirectory(folder);
        process_.setChildProcessModifier([this] {
            setsid();
            ioctl(inside_, TIOCSCTTY, 0);
            for (const int descriptor : {0, 1, 2})
                dup2(inside_, descriptor);
        });
        process_.start(program, arguments);
        return process_.waitForStarted();
    }

    /// Types, and waits for an answer: lines up to one that is END. Nothing where none comes.
    std::optional<QStringList> ask(const QByteArray &keys)
    {
        if (write(terminal_, keys.constData(), size_t(keys.size())) != keys.size())
            return std::nullopt;
        QByteArray said;
        while (!said.endsWith("END\n")) {
            std::array<pollfd, 2> ready{{{answers_, POLLIN, 0}, {terminal_, POLLIN, 0}}};
            if (poll(ready.data(), ready.size(), 50'000) <= 0)
                return std::nullopt;
            std::array<char, 4096> bytes;
            if (ready[1].revents != 0 && read(terminal_, bytes.data(), bytes.size()) <= 0)
                return std::nullopt; // it has ended
            if (ready[0].revents & POLLIN) {
                const auto count = read(answers_, bytes.data(), bytes.size());
                said.append(bytes.data(), qsizetype(std::max<ssize_t>(count, 0)));
            }
        }
        said.chop(4);
        return QString::fromUtf8(said).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    }

private:
    QProcess process_;
    int terminal_ = -1, inside_ = -1, answers_ = -1;
};

} // namespace awaitscope
