// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/runtime/recorded_run.h"

#include <QElapsedTimer>
#include <QThread>

#include <source_location>

namespace awaitscope {

/// Blocks the loop until `over` says so, at most for 20 s. On the real clock.
template <class Over>
void blockUntil(Scope &scope, Over over, const std::source_location &where = std::source_location::current())
{
    QElapsedTimer timer;
    timer.start();
    const Blocking blocking(scope, Ns::zero(), where);
    while (!over() && !timer.hasExpired(20'000))
        QThread::usleep(200);
}

/// The lines that a logging category is given as long as this lives; nothing else may log meanwhile.
class LogLines
{
public:
    LogLines() { before_ = qInstallMessageHandler(&take); }
    ~LogLines() { qInstallMessageHandler(before_); }
    LogLines(const LogLines &) = delete;
    LogLines &operator=(const LogLines &) = delete;

    static QStringList of(const char *category)
    {
        const std::scoped_lock lock(mutex_);
        QStringList chosen;
        for (const auto &[name, text] : lines_) {
            if (name == QLatin1String(category))
                chosen << text;
        }
        return chosen;
    }
    static void clear()
    {
        const std::scoped_lock lock(mutex_);
        lines_.clear();
    }

private:
    static void take(QtMsgType, const QMessageLogContext &context, const QString &text)
    {
        const std::scoped_lock lock(mutex_);
        lines_.emplace_back(QString::fromUtf8(context.category), text);
    }

    inline static std::mutex mutex_;
    inline static std::vector<std::pair<QString, QString>> lines_;
    QtMessageHandler before_ = nullptr;
};

} // namespace awaitscope
