// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/define.h"
#include "lessons/catalog/play.h"
#include "lessons/patterns/batch-errors/batch.h"
#include "lessons/patterns/batch-errors/claims.h"
#include "lessons/runtime/runtime.h"

namespace awaitscope::lesson_batch_errors {

namespace {

using namespace std::chrono_literals;

struct Answer
{
    std::vector<int> success;
    std::vector<std::string> failed;
};

// The shown code is laid out by hand, for a narrow pane.
// clang-format off

//! [shared]
QCoro::Task<int> processItem(Scope &scope, Item item)
{
    co_await sleep(scope, item.takes);
    if (item.invalid)
        throw std::invalid_argument(
            item.name() + " is invalid");
    co_return item.number;
}

std::vector<Spawned<int>> startAll(
    Scope &scope, const Items &items)
{
    std::vector<Spawned<int>> tasks;
    for (const Item &item : items)
        tasks.push_back(scope.spawn(processItem, item));
    return tasks;
}
//! [shared]

//! [gather]
QCoro::Task<Answer> processBatch(Scope &scope, Items items)
{
    auto done = co_await gather(startAll(scope, items));
    co_return Answer{done, {}};
}
//! [gather]

//! [settle]
QCoro::Task<Answer> processEach(Scope &scope, Items items)
{
    auto ends = co_await settleAll(startAll(scope, items));
    Answer answer;
    for (const auto &end : ends) {
        if (end.ok())
            answer.success.push_back(end.value());
        else
            answer.failed.push_back(end.errorText());
    }
    co_return answer;
}
//! [settle]

//! [group]
QCoro::Task<Answer> processAllOrNone(
    Scope &scope, Items items)
{
    TaskGroup group(scope);
    std::vector<Spawned<int>> tasks;
    for (const Item &item : items)
        tasks.push_back(group.spawn(processItem, item));
    co_await group.join();
    auto done = co_await gather(std::move(tasks));
    co_return Answer{done, {}};
}
//! [group]

// clang-format on

std::string summary(const Answer &answer)
{
    std::string text = "processed";
    for (const int number : answer.success)
        text += " " + std::to_string(number);
    for (const std::string &error : answer.failed)
        text += "; " + error;
    return text;
}

/// Leaves the answer in the record.
QCoro::Task<void> answered(Scope *scope, QCoro::Task<Answer> task)
{
    const Answer answer = co_await task;
    note(*scope, summary(answer));
}

using Process = QCoro::Task<Answer> (*)(Scope &, Items);

VariantSpec variant(const char *id, Process process, bool mayFail)
{
    VariantSpec spec;
    spec.id = QString::fromLatin1(id);
    spec.play = [process](Scope &scope, const ParameterSet &parameters) {
        return answered(&scope, process(scope, batchOf(parameters)));
    };
    if (mayFail)
        spec.mayEnd = {RunOutcome::Failed};
    return spec;
}

} // namespace

LessonDefinition define()
{
    LessonDefinition lesson;
    lesson.parameters
        = {countParameter("items", 6, 24, 1), countParameter("invalid", 2, 24), durationParameter("work", 80ms, 1s)};
    lesson.variants = {
        variant("gather", processBatch, true), variant("settle", processEach, false), variant("group", processAllOrNone, true)};
    lesson.claims = claims();
    lesson.challenge = judgeChallenge;
    lesson.metrics = metrics;
    lesson.notes = notes;
    lesson.results = results;
    return lesson;
}

} // namespace awaitscope::lesson_batch_errors
