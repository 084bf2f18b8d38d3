// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/reader_acts.h"
#include "lessons/runtime/counter.h"

#include <algorithm>

namespace awaitscope {

void ReaderActs::on(const QString &act, std::function<void()> handler) const
{
    handlers_.emplace_back(act, std::move(handler));
}

void ReaderActs::happen(const QString &act) const
{
    const auto found = std::ranges::find(handlers_, act, &std::pair<QString, std::function<void()>>::first);
    if (found != handlers_.end() && !root_.finished())
        happened_.emplace_back(root_, act, found->second);
}

void ReaderActs::Pending::ring()
{
    if (root_.finished())
        return;
    note(root_, "you: " + act_.toStdString());
    handler_();
}

void onReaderAct(Scope &scope, const char *act, std::function<void()> handler)
{
    if (const auto *acts = scope.findContext<ReaderActs>())
        acts->on(QString::fromLatin1(act), std::move(handler));
}

} // namespace awaitscope
