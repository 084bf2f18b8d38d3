// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/job_queue.h"

#include <QFuture>
#include <QPromise>

#include <atomic>
#include <memory>
#include <optional>

namespace awaitscope {

/// Where an answer goes. Thread-safe; only the first answer counts.
template <class T> class Reply
{
public:
    Reply() : state_(std::make_shared<State>()) { state_->promise.start(); }

    QFuture<Result<T>> future() const { return state_->promise.future(); }
    bool isGiven() const { return state_->given; }
    void give(Result<T> result) const
    {
        if (state_->given.exchange(true))
            return;
        state_->promise.addResult(std::move(result));
        state_->promise.finish();
    }

private:
    struct State
    {
        QPromise<Result<T>> promise;
        std::atomic<bool> given = false; // the future does not tell once its result was taken
    };
    std::shared_ptr<State> state_;
};

/// The job that asks the database and gives what it says as the answer.
template <class T> Job jobOf(Job::Kind kind, std::function<Result<T>(Database &)> question, const Reply<T> &reply)
{
    auto result = std::make_shared<std::optional<Result<T>>>();
    return {kind,
        [question = std::move(question), result](Database &database) {
            result->emplace(question(database));
            return (*result)->ok();
        },
        [result, reply] { reply.give(std::move(**result)); }, [reply](const Problem &problem) { reply.give(problem); }};
}

} // namespace awaitscope
