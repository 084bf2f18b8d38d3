// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/practice/best-practices/lesson.h"
#include "lessons/catalog/define.h"
#include "lessons/catalog/rules.h"
#include "lessons/trace/caption.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <concepts>
#include <string>

namespace awaitscope::lesson_best_practices {

namespace {

QString tr(const char *source)
{
    return QCoreApplication::translate("awaitscope::lesson_best_practices", source);
}

RuleEvidence shownBy(const char *lesson, const char *variant, std::initializer_list<const char *> claims)
{
    RuleEvidence evidence{QString::fromLatin1(lesson), QString::fromLatin1(variant), {}};
    for (const char *claim : claims)
        evidence.claims.append(QString::fromLatin1(claim));
    return evidence;
}

/// A type, and a coroutine's task for it, as the lesson on missing awaits has them.
struct User
{
    std::string name;
};
using UserTask = QCoro::Task<User>;

/// The compiler's answers, when this file was compiled: may a task stand where a user is meant?
template <class T> constexpr bool hasName = requires(T value)
{
    value.name;
};
constexpr std::array accepted{hasName<UserTask>, std::convertible_to<UserTask, User>, std::constructible_from<User, UserTask>,
    std::assignable_from<User &, UserTask>};
static_assert(hasName<User>);

RuleSpec rule(const char *id, std::vector<RuleEvidence> evidence, Verdict (*builtIn)() = nullptr)
{
    return {QString::fromLatin1(id), std::move(evidence), builtIn};
}

/// The rules of the document, in its order.
std::vector<RuleSpec> rules()
{
    return {
        //! [gather] borrowed
        rule("gather", {shownBy("sequential-vs-parallel", "gather", {"gather-longest"})}),
        //! [wait-for] borrowed
        rule("wait-for", {shownBy("timeouts", "cancel", {"cancel-cleans-up"})}),
        //! [await-it] borrowed
        rule("await-it", {shownBy("missing-await", "awaited", {"awaited-hears"})}),
        //! [context-manager] borrowed
        rule("context-manager",
            {shownBy("resources", "async-scope", {"scope-closes", "scope-cleanup"}),
                shownBy("resource-leaks", "raii", {"raii-flat"})}),
        //! [testing] borrowed
        rule("testing", {shownBy("testing-coroutines", "virtual-clock", {"virtual-same", "virtual-instant"})}),
        //! [monitor-the-loop] borrowed
        rule("monitor-the-loop",
            {shownBy("loop-monitoring", "slow-callback", {"slow-callback-after"}),
                shownBy("loop-monitoring", "watchdog", {"watchdog-before"})}),
        //! [cpu-in-threads] borrowed
        rule("cpu-in-threads", {shownBy("blocking-the-loop", "cpu-in-thread", {"thread-free"})}),
        //! [dont-mix] borrowed
        rule("dont-mix",
            {shownBy("nested-event-loops", "awaited", {"awaited-own-time", "awaited-flat"}),
                shownBy("database-pool", "bounded", {"bounded-no-stall"})}),
        //! [type-hints] borrowed
        rule("type-hints", {shownBy("missing-await", "spawned", {"spawned-loses-nothing"})}, refusedByTheCompiler),
    };
}

/// The defaults of a lesson, but for how long things take in it, within that lesson's ranges and steps.
ParameterSet scaled(const Lesson &lesson, qint64 percent)
{
    ParameterSet parameters(lesson.definition.parameters);
    for (const ParameterSpec &spec : lesson.definition.parameters) {
        if (spec.type != ParameterType::Duration)
            continue;
        const qint64 steps = spec.defaultValue * percent / 100 / spec.step;
        const auto set = parameters.set(spec.id, std::clamp(steps * spec.step, spec.minimum, spec.maximum));
        Q_ASSERT(set.ok());
    }
    return parameters;
}

VariantSpec variant(const RuleSpec &rule, bool shownAtFirst)
{
    const QString lesson = rule.evidence.front().lesson, lent = rule.evidence.front().variant;
    VariantSpec spec;
    spec.id = rule.id;
    spec.borrow = [lesson, lent](const ParameterSet &parameters) {
        const Lesson *lender = findLesson(lesson);
        return BorrowedVariant{lender, lent, scaled(*lender, parameters.value(u"percent"))};
    };
    spec.play = [lesson, lent](Scope &scope, const ParameterSet &parameters) {
        return findLesson(lesson)->variant(lent)->play(scope, parameters);
    };
    spec.shownAtFirst = shownAtFirst;
    return spec;
}

ClaimSpec claimOf(const RuleSpec &rule)
{
    const auto judge = [id = rule.id](const Run &run) {
        const Lesson &lesson = *findLesson(run.lesson);
        return judgeRule(lesson, *findRule(lesson, id), run);
    };
    return {rule.id, judge, {rule.id}};
}

/// All nine in less than a second, and each rule holds.
Verdict judgeChallenge(const Run &run)
{
    const Lesson &lesson = *findLesson(run.lesson);
    Ns together{0};
    for (const VariantRun &variant : run.variants)
        together += variant.trace->duration();
    qsizetype holding = 0;
    for (const RuleSpec &rule : lesson.definition.rules)
        holding += run.variant(rule.id) && judgeRule(lesson, rule, run).holds ? 1 : 0;
    return {holding == std::ssize(lesson.definition.rules) && together < std::chrono::seconds(1),
        tr("%1 of %2 rules hold in this run, which took %3.")
            .arg(holding)
            .arg(lesson.definition.rules.size())
            .arg(readableLength(together))};
}

} // namespace

Verdict refusedByTheCompiler()
{
    const auto refused = std::ranges::count(accepted, false);
    return {refused == std::ssize(accepted),
        tr("The compiler that built this program refused %1 of %2 ways to take a task for the user that it brings.")
            .arg(refused)
            .arg(accepted.size())};
}

LessonDefinition define()
{
    LessonDefinition lesson;
    ParameterSpec percent = countParameter("percent", 100, 200, 20);
    percent.step = 10;
    lesson.parameters = {percent};
    lesson.rules = rules();
    for (const RuleSpec &rule : lesson.rules) {
        lesson.variants.push_back(variant(rule, lesson.variants.size() < 3));
        lesson.claims.push_back(claimOf(rule));
    }
    lesson.challenge = judgeChallenge;
    return lesson;
}

} // namespace awaitscope::lesson_best_practices
