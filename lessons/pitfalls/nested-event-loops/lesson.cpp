// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/define.h"
#include "lessons/catalog/reader_acts.h"
#include "lessons/pitfalls/nested-event-loops/claims.h"
#include "lessons/runtime/runtime.h"

#include <memory>

namespace awaitscope::lesson_nested_event_loops {

namespace {

using namespace std::chrono_literals;

// The shown code is laid out by hand, for a narrow pane.
// clang-format off

//! [shared]
struct Click
{
    int number = 1;
    Ns takes{0};
};

QCoro::Task<std::string> fetchData(Scope &scope, Click click)
{
    co_await sleep(scope, click.takes);
    co_return "data of click " + std::to_string(click.number);
}

void show(Scope &scope, const std::string &data)
{
    note(scope, "shows " + data);
}
//! [shared]

//! [nested]
QCoro::Task<void> onClick(Scope &scope, Click click)
{
    auto data = runBlocking(
        scope, fetchData(scope, click));
    show(scope, data);
    co_return;
}
//! [nested]

//! [awaited]
QCoro::Task<void> onClickAwaiting(Scope &scope, Click click)
{
    auto data = co_await fetchData(scope, click);
    show(scope, data);
}
//! [awaited]

// clang-format on

using Handler = QCoro::Task<void> (*)(Scope &, Click);

/// More handlers at once than this are not begun: each stands on the stack of the one before.
constexpr int mostOpen = 20;

/// Calls its handler for each click, straight from the event that brings it.
class Button
{
public:
    Button(Scope &scope, Handler handler, Ns first, Ns others) : scope_(scope), handler_(handler), first_(first), others_(others)
    {
    }

    void click()
    {
        if (scope_.ownedTasks() >= mostOpen) {
            note(scope_, "ignored: " + std::to_string(mostOpen) + " handlers are open");
            return;
        }
        const int number = ++clicks_;
        const Click click{number, number == 1 ? first_ : others_};
        scope_.spawn(handler_, click);
    }

private:
    Scope &scope_;
    const Handler handler_;
    const Ns first_;
    const Ns others_;
    int clicks_ = 0;
};

QCoro::Task<void> clickAfter(Scope *scope, std::shared_ptr<Button> button, Ns length)
{
    co_await sleep(*scope, length);
    note(*scope, "click");
    button->click();
}

/// Two clicks that come by themselves, beside those of the reader.
QCoro::Task<void> clicks(Scope *scope, std::shared_ptr<Button> button, Ns secondClick)
{
    const OnReaderAct act(*scope, "click", [button] { button->click(); });
    auto second = clickAfter(scope, button, secondClick); // a timer that a nested loop lets fire
    note(*scope, "click");
    button->click();
    co_await second;
    co_await scope->join();
}

VariantSpec variant(const char *id, Handler handler)
{
    VariantSpec spec;
    spec.id = QString::fromLatin1(id);
    spec.play = [handler](Scope &scope, const ParameterSet &parameters) {
        const auto button
            = std::make_shared<Button>(scope, handler, parameters.duration(u"first"), parameters.duration(u"second"));
        return clicks(&scope, button, parameters.duration(u"secondClick"));
    };
    return spec;
}

} // namespace

LessonDefinition define()
{
    LessonDefinition lesson;
    lesson.parameters = {durationParameter("first", 100ms, 3s), durationParameter("second", 400ms, 3s),
        durationParameter("secondClick", 20ms, 2s)};
    lesson.variants = {variant("nested", onClick), variant("awaited", onClickAwaiting)};
    lesson.claims = claims();
    lesson.acts = {{QStringLiteral("click")}};
    lesson.challenge = judgeChallenge;
    lesson.metrics = metrics;
    lesson.notes = notes;
    return lesson;
}

} // namespace awaitscope::lesson_nested_event_loops
