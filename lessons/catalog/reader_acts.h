// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/runtime/scope.h"

#include <QString>

#include <functional>
#include <list>

namespace awaitscope {

/// What a reader does while a variant plays: the acts that the lesson names, such as a click on a button of the program that it
/// shows. The runner puts one of these into the root scope; a variant says what an act does. On the loop's thread.
class ReaderActs
{
public:
    explicit ReaderActs(Scope &root) : root_(root) { }
    ReaderActs(const ReaderActs &) = delete;
    ReaderActs &operator=(const ReaderActs &) = delete;

    /// From now on the act calls `handler`, from a turn of the loop as a click does: inside a nested event loop too, and the handler
    /// may spin one itself. What it refers to must live as long as the root scope; what it throws must not leave it.
    void on(const QString &act, std::function<void()> handler) const;
    /// Leaves a note in the record and calls the handler, in the next turn. Nothing where there is none, or where the run has ended.
    void happen(const QString &act) const;

private:
    /// One act, until the loop comes to it.
    class Pending : public Alarm
    {
    public:
        Pending(Scope &root, QString act, std::function<void()> handler) :
            Alarm(root.scheduler()),
            root_(root),
            act_(std::move(act)),
            handler_(std::move(handler))
        {
            setFor(Ns(0));
        }

    private:
        void ring() override;

        Scope &root_;
        const QString act_;
        const std::function<void()> handler_;
    };

    Scope &root_;
    mutable std::vector<std::pair<QString, std::function<void()>>> handlers_;
    mutable std::list<Pending> happened_;
};

/// Lets an act of the reader call a function; see ReaderActs::on(). Nothing outside of a lesson's run.
void onReaderAct(Scope &scope, const char *act, std::function<void()> handler);

} // namespace awaitscope
