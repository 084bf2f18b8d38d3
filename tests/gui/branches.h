// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/lesson.h"
#include "lessons/runtime/runtime.h"

namespace awaitscope::test {

inline QCoro::Task<void> query(Scope &scope, Ns length)
{
    co_await sleep(scope, length);
}

inline QCoro::Task<void> service(Scope &scope, qint64 queries, Ns length)
{
    std::vector<Spawned<void>> tasks;
    for (qint64 i = 0; i < queries; ++i)
        tasks.push_back(scope.spawn(query, length));
    const auto ends = co_await settleAll(std::move(tasks));
    (void)ends;
}

inline QCoro::Task<void> handle(Scope &scope, const ParameterSet &parameters)
{
    const qint64 queries = parameters.value(u"queries");
    const Ns wait = parameters.duration(u"wait");
    std::vector<Spawned<void>> tasks;
    for (qint64 i = 0; i < parameters.value(u"services"); ++i)
        tasks.push_back(scope.spawn(service, queries, wait));
    const auto ends = co_await settleAll(std::move(tasks));
    (void)ends;
}

/// A lesson whose tasks make a tree of three levels, each of which goes on without the others. The tree is in front.
inline Lesson branches()
{
    Lesson lesson;
    lesson.id = lesson.text.id = QStringLiteral("branches");
    lesson.text.title = QStringLiteral("Branches");
    lesson.text.opening = QStringLiteral("A request asks its services, and they their databases.");
    lesson.group = LessonGroup::Practice;
    lesson.source = std::make_shared<const SourceMap>();
    lesson.definition.treeFirst = true;
    lesson.definition.parameters = {{QStringLiteral("services"), ParameterType::Count, 3, 1, 100, 1, {}},
        {QStringLiteral("queries"), ParameterType::Count, 2, 1, 100, 1, {}},
        {QStringLiteral("wait"), ParameterType::Duration, 30'000'000, 0, 60'000'000'000, 1'000'000, {}}};
    lesson.definition.variants
        = {{QStringLiteral("settled"), handle, {}, {RunOutcome::Cancelled}}, {QStringLiteral("again"), handle, {}, {}, false}};
    lesson.text.variantTitles = {
        {QStringLiteral("settled"), QStringLiteral("All of them")}, {QStringLiteral("again"), QStringLiteral("The same again")}};
    return lesson;
}

inline Lesson plainBranches()
{
    Lesson lesson = branches();
    lesson.id = lesson.text.id = QStringLiteral("plain-branches");
    lesson.definition.treeFirst = false;
    return lesson;
}

/// Lessons that are no part of the product's course.
inline const std::vector<Lesson> &branchCourse()
{
    static const std::vector<Lesson> lessons{branches(), plainBranches()};
    return lessons;
}

} // namespace awaitscope::test
