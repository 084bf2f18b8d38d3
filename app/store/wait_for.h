// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/store.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFutureWatcher>
#include <QTimer>

namespace awaitscope {

template <class T> Result<T> waitFor(Answer<T> answer, std::chrono::milliseconds limit)
{
    QEventLoop loop;
    QFutureWatcher<Result<T>> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(answer);
    if (!answer.isFinished()) {
        QTimer::singleShot(limit, &loop, &QEventLoop::quit);
        loop.exec(QEventLoop::ExcludeUserInputEvents);
    }
    if (answer.isFinished() && answer.resultCount() > 0)
        return answer.takeResult();
    return Problem{QStringLiteral("store-silent"),
        QCoreApplication::translate("Store", "The saved runs gave no answer within %1 s.")
            .arg(std::chrono::duration<double>(limit).count(), 0, 'g', 3),
        {}};
}

} // namespace awaitscope
