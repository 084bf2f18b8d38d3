// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/run_plan.h"

#include "app/cli/figure_options.h"
#include "app/cli/nearest.h"
#include "app/cli/targets.h"
#include "lessons/catalog/run_file.h"

#include <QCoreApplication>
#include <QSet>

namespace awaitscope {

namespace {

struct RunArguments
{
    Q_DECLARE_TR_FUNCTIONS(RunArguments)
};

constexpr quint64 largestSeed = 9007199254740991; // what every reader of JSON keeps exactly

Problem problem(const char *id, const QString &sentence, const QString &place)
{
    return {QLatin1String(id), sentence, place};
}

Result<std::vector<const Lesson *>> chosenLessons(const ParsedArguments &arguments, const std::vector<Lesson> &lessons)
{
    std::vector<const Lesson *> chosen;
    QStringList known;
    for (const Lesson &lesson : lessons)
        known << lesson.id;
    if (arguments.has("--all")) {
        if (!arguments.operands.isEmpty()) {
            return problem("lesson-and-all",
                RunArguments::tr("%1: given beside --all; accepted is one lesson or --all.")
                    .arg(quoted(arguments.operands.first())),
                QStringLiteral("--all"));
        }
        for (const Lesson &lesson : lessons)
            chosen.push_back(&lesson);
        return chosen;
    }
    if (arguments.operands.isEmpty()) {
        return problem("lesson-missing",
            RunArguments::tr("run: no lesson named; accepted is a lesson or --all. Known: %1.")
                .arg(known.join(QStringLiteral(", "))),
            QStringLiteral("LESSON"));
    }
    auto lesson = lessonNamed(arguments.operands.first(), lessons);
    if (!lesson)
        return lesson.problem();
    if (arguments.operands.size() > 1) {
        return problem("operand-extra",
            RunArguments::tr("%1: unexpected; accepted is one lesson, or --all for every one.")
                .arg(quoted(arguments.operands[1])),
            arguments.operands[1]);
    }
    chosen.push_back(lesson.value());
    return chosen;
}

/// Sets what --set says on every lesson that has such a parameter.
Result<Done> applySets(const QStringList &sets, std::vector<PlannedRun> &runs)
{
    QStringList seen;
    for (const QString &given : sets) {
        const qsizetype equals = given.indexOf(QLatin1Char('='));
        const QString name = given.left(equals);
        const QString value = given.mid(equals + 1);
        if (equals <= 0) {
            return problem("set-form",
                RunArguments::tr("--set %1: accepted is NAME=VALUE, such as %2.")
                    .arg(quoted(given), QStringLiteral("getUser=250ms")),
                QStringLiteral("--set"));
        }
        if (seen.contains(name))
            return problem("set-repeated", RunArguments::tr("--set %1: %2 is set twice; accepted once.").arg(quoted(given), name),
                QStringLiteral("--set"));
        seen << name;
        QStringList known;
        bool found = false;
        for (PlannedRun &run : runs) {
            for (const ParameterSpec &spec : run.request.parameters.specs()) {
                if (!known.contains(spec.id))
                    known << spec.id;
                if (spec.id != name)
                    continue;
                found = true;
                if (auto set = run.request.parameters.setText(name, value); !set)
                    return problem("set-value", QStringLiteral("--set %1: %2").arg(quoted(given), set.problem().sentence),
                        QStringLiteral("--set"));
            }
        }
        if (!found) {
            return problem("parameter-unknown",
                RunArguments::tr("--set %1: unknown parameter %2.").arg(quoted(given), quoted(name)) + suggestion(name, known),
                QStringLiteral("--set"));
        }
    }
    return Done{};
}

Problem notAvailable(const VariantSpec &variant, const RunRequest &request)
{
    QString text = RunArguments::tr("--variant %1: does not exist for these parameters.").arg(quoted(variant.id));
    if (variant.realClockOnly && request.clock == ClockKind::Virtual) {
        text = RunArguments::tr("--variant %1: exists on the real clock only.").arg(quoted(variant.id));
    } else if (const auto other = parametersFor(variant, request.parameters)) {
        for (const ParameterSpec &spec : other->specs()) {
            if (other->value(spec.id) != request.parameters.value(spec.id))
                text += QLatin1Char(' ') + RunArguments::tr("It does with --set %1=%2.").arg(spec.id, other->text(spec.id));
        }
    }
    text += QLatin1Char(' ')
        + RunArguments::tr("Accepted: %1.")
              .arg(request.lesson->availableVariants(request.parameters, request.clock).join(QStringLiteral(", ")));
    return problem("variant-unavailable", text, QStringLiteral("--variant"));
}

/// Picks what --variant names; runs that have none of them are left out.
Result<Done> chooseVariants(const QStringList &wanted, std::vector<PlannedRun> &runs)
{
    QStringList known;
    for (PlannedRun &run : runs) {
        for (const VariantSpec &variant : run.request.lesson->definition.variants) {
            if (!known.contains(variant.id))
                known << variant.id;
        }
        run.request.variants = run.request.lesson->availableVariants(run.request.parameters, run.request.clock);
    }
    if (wanted.isEmpty())
        return Done{};
    if (QSet<QString>(wanted.begin(), wanted.end()).size() != wanted.size())
        return problem("variant-repeated", RunArguments::tr("--variant: a variant is named twice; accepted once each."),
            QStringLiteral("--variant"));
    for (const QString &id : wanted) {
        if (!known.contains(id)) {
            return problem("variant-unknown",
                RunArguments::tr("--variant: unknown variant %1.").arg(quoted(id)) + suggestion(id, known),
                QStringLiteral("--variant"));
        }
    }
    for (PlannedRun &run : runs) {
        QStringList chosen;
        for (const QString &id : wanted) {
            const VariantSpec *variant = run.request.lesson->variant(id);
            if (variant && !run.request.variants.contains(id))
                return notAvailable(*variant, run.request);
            if (variant)
                chosen << id;
        }
        run.request.variants = chosen;
    }
    std::erase_if(runs, [](const PlannedRun &run) { return run.request.variants.isEmpty(); });
    return Done{};
}

/// The clock decides which variants there are; whether it is one is checked in its turn.
void takeClock(const ParsedArguments &arguments, std::vector<PlannedRun> &runs)
{
    const bool isVirtual = arguments.value("--clock", QString()) == QLatin1String("virtual");
    for (PlannedRun &run : runs)
        run.request.clock = isVirtual ? ClockKind::Virtual : ClockKind::Real;
}

Result<Done> checkClockAndTakeSeed(const ParsedArguments &arguments, std::vector<PlannedRun> &runs)
{
    const QString clock = arguments.value("--clock", QStringLiteral("real"));
    if (clock != QLatin1String("real") && clock != QLatin1String("virtual"))
        return problem("clock-unknown",
            RunArguments::tr("--clock %1: is no clock; accepted is real or virtual.").arg(quoted(clock)),
            QStringLiteral("--clock"));
    const QString seedText = arguments.value("--seed", QStringLiteral("1"));
    const bool digits = !seedText.isEmpty() && std::all_of(seedText.begin(), seedText.end(), [](QChar letter) {
        return letter >= QLatin1Char('0') && letter <= QLatin1Char('9');
    });
    bool understood = false;
    const quint64 seed = digits ? seedText.toULongLong(&understood) : 0;
    if (!understood || seed > largestSeed) {
        return problem("seed-range",
            RunArguments::tr("--seed %1: is no seed; accepted is a whole number from 0 to %2.")
                .arg(quoted(seedText))
                .arg(largestSeed),
            QStringLiteral("--seed"));
    }
    for (PlannedRun &run : runs)
        run.request.seed = seed;
    return Done{};
}

/// Fills in the files of every run.
Result<Done> applyTargets(const ParsedArguments &arguments, std::vector<PlannedRun> &runs)
{
    const QString placeholder = QStringLiteral("{lesson}");
    Targets targets;
    const auto fileFor = [&](const char *option, const QString &pattern, const PlannedRun &run) -> Result<QString> {
        if (arguments.has("--all") && !pattern.contains(placeholder)) {
            return problem("file-one-for-all",
                RunArguments::tr("%1 %2: is one file for all lessons; accepted with --all is a name with {lesson} in it.")
                    .arg(QLatin1String(option), quoted(pattern)),
                QLatin1String(option));
        }
        return QString(pattern).replace(placeholder, run.request.lesson->id);
    };
    const QString report = arguments.value("--json");
    for (PlannedRun &run : runs) {
        if (arguments.has("--json") && report != QLatin1String("-")) {
            auto file = fileFor("--json", report, run);
            if (file)
                file = targets.add("--json", file.value());
            if (!file)
                return file.problem();
            run.report = file.value();
        }
        for (const QString &pattern : arguments.values("--export")) {
            auto file = fileFor("--export", pattern, run);
            if (file)
                file = targets.addFigure(file.value());
            if (!file)
                return file.problem();
            run.figures << file.value();
        }
        for (const QString &pattern : arguments.values("--trace")) {
            auto file = fileFor("--trace", pattern, run);
            if (file)
                file = targets.addTrace(file.value());
            if (!file)
                return file.problem();
            run.traces << file.value();
        }
    }
    return Done{};
}

} // namespace

Result<const Lesson *> lessonNamed(const QString &id, const std::vector<Lesson> &lessons)
{
    QStringList known;
    for (const Lesson &lesson : lessons) {
        if (lesson.id == id)
            return &lesson;
        known << lesson.id;
    }
    return problem("lesson-unknown", RunArguments::tr("unknown lesson %1.").arg(quoted(id)) + suggestion(id, known), id);
}

std::optional<ParameterSet> parametersFor(const VariantSpec &variant, const ParameterSet &parameters)
{
    if (!variant.available || variant.available(parameters))
        return parameters;
    for (const ParameterSpec &spec : parameters.specs()) {
        const qint64 last = spec.type == ParameterType::Flag ? 1
            : spec.type == ParameterType::Choice             ? qint64(spec.choices.size()) - 1
                                                             : -1;
        for (qint64 value = 0; value <= last; ++value) {
            ParameterSet other = parameters;
            if (other.set(spec.id, value).ok() && variant.available(other))
                return other;
        }
    }
    return std::nullopt;
}

Result<RunPlan> planRun(const ParsedArguments &arguments, const std::vector<Lesson> &lessons)
{
    auto chosen = chosenLessons(arguments, lessons);
    if (!chosen)
        return chosen.problem();
    RunPlan plan;
    for (const Lesson *lesson : chosen.value()) {
        PlannedRun run;
        run.request.lesson = lesson;
        run.request.parameters = ParameterSet(lesson->definition.parameters);
        plan.runs.push_back(std::move(run));
    }
    if (auto applied = applySets(arguments.values("--set"), plan.runs); !applied)
        return applied.problem();
    takeClock(arguments, plan.runs);
    if (auto applied = chooseVariants(arguments.values("--variant"), plan.runs); !applied)
        return applied.problem();
    if (auto applied = checkClockAndTakeSeed(arguments, plan.runs); !applied)
        return applied.problem();
    auto options = figureOptionsFrom(arguments);
    if (!options)
        return options.problem();
    plan.figureOptions = options.value();
    if (auto applied = applyTargets(arguments, plan.runs); !applied)
        return applied.problem();
    plan.variantsChosen = !arguments.values("--variant").isEmpty();
    plan.save = arguments.has("--save");
    plan.reportToOutput = arguments.value("--json") == QLatin1String("-");
    return plan;
}

} // namespace awaitscope
