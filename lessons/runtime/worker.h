// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/runtime/to_thread.h"

namespace awaitscope {

/// One thread of its own, for what is bound to the thread that made it, such as a connection to a database:
/// `Worker worker(scope, "connection 1"); auto call = worker.run(scope, 20ms, query); const auto rows = co_await call;`.
/// Its jobs are done first in, first out. Lives on the scheduler's thread.
class Worker
{
public:
    /// The system shows the begin of the name as that of the thread.
    Worker(Scope &scope, std::string_view name);
    /// Asks what runs to stop, and returns when the thread has done all jobs; only those that have not begun and whose scopes are
    /// cancelled are left out. Who still waits for a job gets its result.
    ~Worker();
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;

    /// Calls `function()` on the thread when it is awaited, as toThread() does in all else. On the virtual clock it begins when
    /// the worker's last job before it has ended, and takes `cost`. Throws std::logic_error when it is awaited after the worker's end.
    template <class Rep, class Period, class Function>
    auto run(Scope &scope, std::chrono::duration<Rep, Period> cost, Function function)
    {
        return ThreadCall<typename ThreadResult<Function>::type, Function>(
            scope, line_, std::chrono::duration_cast<Ns>(cost), std::move(function));
    }
    /// The same for a function that takes no time on the virtual clock.
    template <class Function> auto run(Scope &scope, Function function) { return run(scope, Ns::zero(), std::move(function)); }

    /// Its number in the record. A number is used again when its worker is gone.
    WorkerId id() const { return id_; }
    const std::string &name() const { return name_; }

private:
    const std::string name_;
    const std::shared_ptr<JobLine> line_;
    const WorkerId id_;
};

} // namespace awaitscope
