// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/job_queue.h"

#include <QFuture>
#include <QPromise>

#include <memory>
#include <optional>

namespace awaitscope {

/// Where an answer goes. Thread-safe; only the first answer counts.
template <class T> class Reply
{
public:
    Reply() : promise_(std::make_shared<QPromise<Result<T>>>()) { promise_->start(); }

    QFuture<Result<T>> future() const { return promise_->future(); }
    bool isGiven() const { return promise_->future().isFinished(); }
    void give(Result<T> result) const
    {
        if (isGiven())
            return;
        promise_->addResult(std::move(result));
        promise_->finish();
    }

private:
    std::shared_ptr<QPromise<Result<T>>> promise_;
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
