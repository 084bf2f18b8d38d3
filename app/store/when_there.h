// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/store.h"

#include <QFutureWatcher>

namespace awaitscope {

/// Calls `use` with an answer of the store, on the thread of `context`, in its event loop. Never after `context` is gone, which may end
/// at any time: QFuture::then() with a context has to be outlived by it.
template <class T, class Use> void whenThere(QObject *context, Answer<T> answer, Use use)
{
    using Watcher = QFutureWatcher<Result<T>>;
    auto *watcher = new Watcher(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, use = std::move(use)] {
        watcher->deleteLater();
        QFuture<Result<T>> future = watcher->future();
        const Result<T> result = future.takeResult();
        use(result);
    });
    watcher->setFuture(answer);
}

} // namespace awaitscope
