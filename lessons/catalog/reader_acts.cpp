// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/reader_acts.h"
#include "lessons/runtime/counter.h"

namespace awaitscope {

void ReaderActs::happen(const QString &act)
{
    pending_.push_back(act);
    if (pending_.size() == 1)
        suspendForTurn({}, nullptr);
}

void ReaderActs::ring()
{
    const QString act = std::move(pending_.front());
    pending_.pop_front();
    if (!pending_.empty())
        suspendForTurn({}, nullptr);
    call(act);
}

void ReaderActs::call(const QString &act)
{
    if (root_.finished())
        return;
    for (OnReaderAct *each = handlers_.front(); each; each = handlers_.after(*each)) {
        if (each->act_ != act)
            continue;
        note(root_, "you: " + act.toStdString());
        const auto handler = each->handler_; // a nested event loop in it may see the end of who gave it
        return handler();
    }
}

OnReaderAct::OnReaderAct(Scope &scope, const char *act, std::function<void()> handler) :
    act_(QString::fromLatin1(act)),
    handler_(std::move(handler))
{
    if (const auto *acts = scope.findContext<ReaderActs>())
        acts->handlers_.pushBack(*this);
}

} // namespace awaitscope
