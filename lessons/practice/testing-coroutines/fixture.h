// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/practice/testing-coroutines/verdict.h"
#include "lessons/runtime/runtime.h"

#include <QTest>

namespace awaitscope::lesson_testing_coroutines {

/// What the tests of one process have in common.
struct TestSettings
{
    ClockKind clock = ClockKind::Real;
    int seeds = 1; ///< 1, 2, …
    Ns jitter{0};
};

/// What a coroutine gave, and how long it took on the clock of the test.
template <class T> struct Played
{
    T value{};
    Ns took{0};
};

/// Plays a coroutine and keeps what it gives. Not traced: the scope is no reference.
template <class T, class Function, class... Arguments>
QCoro::Task<void> keepResult(Scope *scope, Played<T> *played, Function function, Arguments... arguments)
{
    const Ns begin = scope->scheduler().now();
    T value = co_await function(*scope, std::move(arguments)...);
    played->value = std::move(value);
    played->took = scope->scheduler().now() - begin;
}

/// The base of a Qt Test class whose tests play coroutines, each with a number of seeds. Nothing can be checked inside a coroutine,
/// because QCOMPARE and QVERIFY leave with `return`; so a test has it played, and checks what comes back.
class Fixture : public QObject
{
public:
    explicit Fixture(const TestSettings &settings) : settings_(settings) { }

protected:
    /// The rows of each test: one for each seed.
    void addSeeds() const;
    /// Before and after each test with each seed. What was found goes to standard output, a line each.
    void begin();
    void tell();

    /// Plays `function(scope, arguments…)` to its end on a new clock that stands at zero. What it throws fails the test.
    template <class Function, class... Arguments> auto play(Function function, Arguments... arguments)
    {
        using T = SpawnedValue<Function, Arguments...>;
        Played<T> played;
        playToEnd([&](Scope &scope) { return keepResult<T>(&scope, &played, function, arguments...); });
        took_ = played.took;
        return played;
    }
    /// The longest that a service may take, whatever the seed.
    Ns longestWait() const { return serviceTakes + settings_.jitter; }

private:
    void playToEnd(const std::function<QCoro::Task<void>(Scope &)> &play);

    const TestSettings settings_;
    int seed_ = 1;
    Ns took_{0};
    std::chrono::steady_clock::time_point begun_;
};

/// For LessonDefinition::program: reads the arguments that testArguments() makes, nothing where they are others.
std::optional<TestSettings> toTestSettings(const QStringList &arguments);
QStringList testArguments(const TestSettings &settings);
/// Has Qt Test run a class without words of its own. Gives its exit code.
int runTestClass(QObject &tests);

} // namespace awaitscope::lesson_testing_coroutines
