// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/runtime/scope.h"

#include <QString>

#include <functional>

namespace awaitscope {

/// What a reader does while a variant plays: the acts that the lesson names, such as a click on a button of the program that it
/// shows. The runner puts one of these into the root scope; a variant says what an act does. On the loop's thread.
class ReaderActs
{
public:
    explicit ReaderActs(Scope &root) : root_(root) { }
    ReaderActs(const ReaderActs &) = delete;
    ReaderActs &operator=(const ReaderActs &) = delete;

    /// From now on the act calls `handler`, straight from an event of the loop as a click does: inside a nested event loop too. What
    /// the handler refers to must live as long as the root scope; what it throws must not leave it.
    void on(const QString &act, std::function<void()> handler) const;
    /// Leaves a note in the record and calls the handler. Nothing where there is none, or where the run has ended.
    void happen(const QString &act) const;

private:
    Scope &root_;
    mutable std::vector<std::pair<QString, std::function<void()>>> handlers_;
};

/// Lets an act of the reader call a function; see ReaderActs::on(). Nothing outside of a lesson's run.
void onReaderAct(Scope &scope, const char *act, std::function<void()> handler);

} // namespace awaitscope
