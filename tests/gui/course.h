// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/lesson.h"
#include "lessons/runtime/runtime.h"

#include <stdexcept>

namespace awaitscope::test {

inline QCoro::Task<int> fetch(Scope &scope, Ns length)
{
    co_await sleep(scope, length);
    co_return 1;
}

inline QCoro::Task<void> upload(Scope &scope, const ParameterSet &parameters)
{
    for (qint64 i = 0; i < parameters.value(u"items"); ++i) {
        const int got = co_await fetch(scope, parameters.duration(u"wait"));
        (void)got;
    }
}

inline QCoro::Task<void> refuse(Scope &scope, const ParameterSet &parameters)
{
    const int got = co_await fetch(scope, parameters.duration(u"wait"));
    (void)got;
    throw std::runtime_error("quota exceeded");
}

/// A lesson with a count, a choice, a variant that throws, and a claim that does not hold.
inline Lesson uploads()
{
    Lesson lesson;
    lesson.id = QStringLiteral("uploads");
    lesson.group = LessonGroup::Pitfalls;
    lesson.source = std::make_shared<const SourceMap>();
    ParameterSpec items{QStringLiteral("items"), ParameterType::Count, 3, 1, 12, 1, {}};
    ParameterSpec wait{QStringLiteral("wait"), ParameterType::Duration, 10'000'000, 0, 1'000'000'000, 1'000'000, {}};
    ParameterSpec order{QStringLiteral("order"), ParameterType::Choice, 0, 0, 2, 1,
        {QStringLiteral("oldest"), QStringLiteral("newest"), QStringLiteral("any")}};
    lesson.definition.parameters = {items, wait, order};
    lesson.definition.variants = {{QStringLiteral("upload"), upload, {}}, {QStringLiteral("refuse"), refuse, {}}};
    lesson.definition.claims = {{QStringLiteral("honest"),
                                    [](const Run &) {
                                        return Verdict{true, QStringLiteral("It took 30 ms; and more.")};
                                    },
                                    {}},
        {QStringLiteral("wrong"),
            [](const Run &) {
                return Verdict{false, QStringLiteral("It took 30 ms, and 10 ms were claimed.")};
            },
            {}}};
    lesson.text.id = lesson.id;
    lesson.text.title = QStringLiteral("Uploads with a title that is long enough to be cut in a narrow list");
    lesson.text.opening = QStringLiteral("Some files go to a server.");
    lesson.text.point = QStringLiteral("The point of it.");
    lesson.text.parameterLabels
        = {{QStringLiteral("items"), QStringLiteral("files")}, {QStringLiteral("order"), QStringLiteral("order")}};
    lesson.text.variantTitles
        = {{QStringLiteral("upload"), QStringLiteral("Upload")}, {QStringLiteral("refuse"), QStringLiteral("Refuse")}};
    lesson.text.claims = {{QStringLiteral("honest"), QStringLiteral("It takes as long as its waits.")},
        {QStringLiteral("wrong"), QStringLiteral("It takes no time.")}};
    lesson.text.lookCloser = {{QStringLiteral("upload.fetch.suspended"), QStringLiteral("The first wait begins.")},
        {QStringLiteral("upload.fetch.ended"), QStringLiteral("The first wait ends.")},
        {QStringLiteral("refuse.refuse.failed"), QStringLiteral("It throws.")},
        {QStringLiteral("upload.nobody.ended"), QStringLiteral("This never happens.")}};
    return lesson;
}

inline Lesson naps()
{
    Lesson lesson = uploads();
    lesson.id = lesson.text.id = QStringLiteral("naps");
    lesson.text.title = QStringLiteral("Naps");
    lesson.definition.variants.pop_back();
    return lesson;
}

/// Two lessons that are no part of the product's course.
inline const std::vector<Lesson> &course()
{
    static const std::vector<Lesson> lessons{uploads(), naps()};
    return lessons;
}

} // namespace awaitscope::test
