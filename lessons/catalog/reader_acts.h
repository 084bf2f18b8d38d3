// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/runtime/intrusive_list.h"
#include "lessons/runtime/scope.h"

#include <QString>

#include <deque>
#include <functional>

namespace awaitscope {

class OnReaderAct;

/// What a reader does while a variant plays: the acts that the lesson names, such as a click on a button of the program that it
/// shows. The runner puts one of these into the root scope; a variant says what an act does by OnReaderAct. On the loop's thread.
class ReaderActs final : private Alarm
{
public:
    explicit ReaderActs(Scope &root) : Alarm(root.scheduler()), root_(root) { }
    ReaderActs(const ReaderActs &) = delete;
    ReaderActs &operator=(const ReaderActs &) = delete;

    /// In the next turn, leaves a note in the record and calls the handler. Nothing where there is none by then, or where the run has
    /// ended.
    void happen(const QString &act);

private:
    friend class OnReaderAct;

    void ring() override;
    void call(const QString &act);

    Scope &root_;
    std::deque<QString> pending_;
    mutable List<OnReaderAct, OnReaderAct> handlers_;
};

/// As long as it lives, an act of the reader calls a function: from a turn of the loop, as an event handler of the program would be,
/// inside a nested event loop too. What the function throws must not leave it. Outside of a lesson's run nothing ever calls it.
///
///     const OnReaderAct click(scope, "click", [&scope] { … });
class [[nodiscard]] OnReaderAct : public ListNode<OnReaderAct>
{
public:
    OnReaderAct(Scope &scope, const char *act, std::function<void()> handler);
    OnReaderAct(const OnReaderAct &) = delete;
    OnReaderAct &operator=(const OnReaderAct &) = delete;
    ~OnReaderAct() { unlink(); }

private:
    friend class ReaderActs;

    const QString act_;
    const std::function<void()> handler_;
};

} // namespace awaitscope
