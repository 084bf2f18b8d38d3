// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reference/shell_tables.h"
#include "tests/installer/shells.h"

#include <QTest>

#include <map>

using namespace awaitscope;

namespace {

using Expected = std::map<QString, QStringList>; // what is offered for a line, sorted

const QStringList folders{QStringLiteral("below")};

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

QStringList sorted(QStringList all)
{
    all.sort();
    return all;
}

/// What stands for a value of the kind, where its words do not depend on the line.
std::optional<QStringList> valuesOf(const ValueSpec &value, const std::vector<Lesson> &lessons)
{
    static const QStringList files
        = words("drawn.png drawn.svg drawn.pdf run.awaitscope shown.awaitlist report.json all.awaitlog")
        + QStringList{QStringLiteral("my run.awaitscope")};
    QStringList offered;
    switch (value.kind) {
    case ValueSpec::Kind::Choice:
        for (const char *word : value.words)
            offered << QLatin1String(word);
        return offered;
    case ValueSpec::Kind::File:
        for (const QString &file : files) {
            if (std::ranges::any_of(value.words, [&](const char *ending) { return file.endsWith(QLatin1String(ending)); }))
                offered << file;
        }
        return offered + folders + (value.orOutput ? words("-") : QStringList());
    case ValueSpec::Kind::Folder:
        return folders;
    case ValueSpec::Kind::Lesson:
        for (const Lesson &lesson : lessons)
            offered << lesson.id;
        return offered;
    case ValueSpec::Kind::Text:
    case ValueSpec::Kind::Number:
    case ValueSpec::Kind::SavedRun:
        return offered;
    case ValueSpec::Kind::None:
    case ValueSpec::Kind::Variant:
    case ValueSpec::Kind::Parameter:
        break;
    }
    return std::nullopt;
}

QString lineOf(const CommandSpec &command)
{
    return *command.name == '\0' ? QStringLiteral("awaitscope ")
                                 : QStringLiteral("awaitscope %1 ").arg(QLatin1String(command.name));
}

void expectCommand(Expected &expected, const CommandSpec &command, const Reference &reference)
{
    const QString line = lineOf(command);
    expected[line + QStringLiteral("--")] = optionNames(command);
    for (const auto *options : {&command.options, &reference.commonOptions}) {
        for (const OptionSpec &option : *options) {
            const QString given = line + QLatin1String(option.name);
            if (const auto values = valuesOf(option.accepts, reference.lessons)) {
                expected[given + QLatin1Char(' ')] = *values;
                expected[given + QLatin1Char('=')] = *values;
            }
        }
    }
    QStringList operands;
    for (const ValueSpec &value : command.accepts)
        operands += valuesOf(value, reference.lessons).value_or(QStringList());
    for (const ActionSpec &action : command.actions) {
        operands << QLatin1String(action.name);
        expected[line + operands.last() + QLatin1Char(' ')] = valuesOf(action.accepts, reference.lessons).value_or(QStringList());
    }
    if (*command.name == '\0')
        operands += commandNames();
    if (!operands.isEmpty())
        expected[line] = operands;
}

void expectLesson(Expected &expected, const LessonWords &lesson)
{
    const QString line
        = QStringLiteral("awaitscope run %1 ").arg(lesson.lesson.isEmpty() ? QStringLiteral("--all") : lesson.lesson);
    for (const char *end : {"--variant ", "--variant="})
        expected[line + QLatin1String(end)] = idsOf(lesson.variants);
    for (const QString &option : {QStringLiteral("--set "), QStringLiteral("--set=")}) {
        expected[line + option] = idsOf(lesson.parameters);
        for (const ParameterWords &parameter : lesson.parameters)
            expected[line + option + parameter.id + QLatin1Char('=')] = parameter.values;
    }
}

Expected wholeExpectation(const Reference &reference)
{
    Expected expected;
    for (const CommandSpec &command : reference.commands)
        expectCommand(expected, command, reference);
    for (const LessonWords &lesson : lessonTables(reference.lessons))
        expectLesson(expected, lesson);
    return expected;
}

QStringList differences(Shell &shell, const Expected &expected)
{
    QStringList wrong;
    for (const auto &[line, offered] : expected) {
        const auto got = shell.complete(line);
        if (!got)
            wrong << line + QStringLiteral(": no answer");
        else if (got->offered != sorted(offered))
            wrong << QStringLiteral("%1\n  offers   %2\n  expected %3")
                         .arg(line, got->offered.join(QLatin1Char(' ')), sorted(offered).join(QLatin1Char(' ')));
        if (!got)
            break;
    }
    if (const QString errors = shell.errors(); !errors.isEmpty())
        wrong << QStringLiteral("says: ") + errors;
    return wrong;
}

std::unique_ptr<Shell> shellNamed(const QString &name, const Reference &reference)
{
    if (name == QLatin1String("bash"))
        return std::make_unique<Bash>(bashCompletion(reference));
    if (name == QLatin1String("zsh"))
        return std::make_unique<Zsh>(zshCompletion(reference));
    return std::make_unique<Fish>(fishCompletion(reference));
}

CommandSpec &commandNamed(Reference &reference, const char *name)
{
    return *std::ranges::find(
        reference.commands, QLatin1String(name), [](const CommandSpec &each) { return QLatin1String(each.name); });
}

} // namespace

/// The real bash, zsh and fish offer what the table of options and the lessons say, where it belongs, and nothing else.
class CompletionsTest : public QObject
{
    Q_OBJECT

private:
    static void addShells()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"bash", "zsh", "fish"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    const Reference reference_ = programReference(QStringLiteral("1.0.0"), QStringLiteral("2026-01-01"));

private Q_SLOTS:
    void offersAllOfTheTable_data() { addShells(); }
    void offersAllOfTheTable()
    {
        QFETCH(QString, name);
        const auto shell = shellNamed(name, reference_);
        QCOMPARE(shell->start(), QString());
        const Expected expected = wholeExpectation(reference_);
        QVERIFY(expected.size() > 100);
        const QStringList wrong = differences(*shell, expected);
        QVERIFY2(wrong.isEmpty(), qPrintable(QLatin1Char('\n') + wrong.join(QLatin1Char('\n'))));
    }

    void knowsWhatWasGiven_data() { addShells(); }
    void knowsWhatWasGiven()
    {
        QFETCH(QString, name);
        const auto shell = shellNamed(name, reference_);
        QCOMPARE(shell->start(), QString());
        const QStringList ofRun = optionNames(*findCommand(u"run"));
        const auto without = [](QStringList all, const QStringList &gone) {
            for (const QString &each : gone)
                all.removeAll(each);
            return all;
        };
        const QStringList lessonIds = *valuesOf({ValueSpec::Kind::Lesson}, reference_.lessons);
        const QStringList traces{QStringLiteral("below"), QStringLiteral("my run.awaitscope"), QStringLiteral("run.awaitscope")};
        const Expected expected{
            {QStringLiteral("awaitscope run --theme dark --save --"), without(ofRun, words("--theme --save"))},
            {QStringLiteral("awaitscope run --theme=dark --"), without(ofRun, words("--theme"))},
            {QStringLiteral("awaitscope run --variant gather --set=a=1 --"), ofRun},
            {QStringLiteral("awaitscope run timeouts --"), without(ofRun, words("--all"))},
            {QStringLiteral("awaitscope run timeouts --s"), words("--set --seed --save --size --scale")},
            {QStringLiteral("awaitscope run t"), words("timeouts testing-coroutines")},
            {QStringLiteral("awaitscope run --theme d"), words("dark")},
            {QStringLiteral("awaitscope run --theme=d"), words("dark")},
            {QStringLiteral("awaitscope run gather-failure --variant gather --variant "), words("group settle")},
            {QStringLiteral("awaitscope run gather-failure --variant=gather --variant="), words("group settle")},
            {QStringLiteral("awaitscope run missing-await --set fails=on --set "), words("work")},
            {QStringLiteral("awaitscope run --clock virtual missing-await --set=fails=o"), words("on off")},
            {QStringLiteral("awaitscope run missing-await --set f"), words("fails")},
            {QStringLiteral("awaitscope run --export below/"), {}},
            {QStringLiteral("awaitscope run --trace my"), {QStringLiteral("my run.awaitscope")}},
            {QStringLiteral("awaitscope run --seed 1 "), lessonIds},
            {QStringLiteral("awaitscope present timeouts r"), words("resources resource-leaks")},
            {QStringLiteral("awaitscope --theme dark "), lessonIds + traces},
            {QStringLiteral("awaitscope --help r"), words("resources resource-leaks run run.awaitscope runs")},
            {QStringLiteral("awaitscope --help run --clock="), words("real virtual")},
            {QStringLiteral("awaitscope --portable below r"), words("resources resource-leaks run run.awaitscope runs")},
            {QStringLiteral("awaitscope --portable=below run --clock "), words("real virtual")},
            {QStringLiteral("awaitscope --portable below run missing-await --variant f"), words("forgotten")},
            {QStringLiteral("awaitscope -- "), lessonIds + traces},
            {QStringLiteral("awaitscope run -- t"), words("timeouts testing-coroutines")},
            {QStringLiteral("awaitscope run x.png y"), {}},
            {QStringLiteral("awaitscope timeouts r"), words("resources resource-leaks run.awaitscope")},
            {QStringLiteral("awaitscope runs show 3 l"), {}},
        };
        const QStringList wrong = differences(*shell, expected);
        QVERIFY2(wrong.isEmpty(), qPrintable(QLatin1Char('\n') + wrong.join(QLatin1Char('\n'))));
    }

    /// After the key: what is clear is there, with a space behind what is whole and none behind name=.
    void writesIntoTheLine_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("bash") << QStringLiteral("bash");
        QTest::newRow("zsh") << QStringLiteral("zsh");
    }
    void writesIntoTheLine()
    {
        QFETCH(QString, name);
        const auto shell = shellNamed(name, reference_);
        QCOMPARE(shell->start(), QString());
        const std::vector<std::pair<const char *, const char *>> rows{
            {"prese", "present "},
            {"run gather-f", "run gather-failure "},
            {"run missing-await --set fai", "run missing-await --set fails="},
            {"run missing-await --set=fai", "run missing-await --set=fails="},
            {"run missing-await --set fails=of", "run missing-await --set fails=off "},
            {"run missing-await --set=fails=of", "run missing-await --set=fails=off "},
            {"run --theme=da", "run --theme=dark "},
            {"run --trace my", "run --trace my\\ run.awaitscope "},
            {"run --trace=my", "run --trace=my\\ run.awaitscope "},
            {"run --trace my\\ r", "run --trace my\\ run.awaitscope "},
            {"run --export be", "run --export below/"},
            {"run --export {lesson}.sv", "run --export {lesson}.sv"},
        };
        for (const auto &[typed, line] : rows) {
            const auto got = shell->complete(QStringLiteral("awaitscope ") + QLatin1String(typed));
            QVERIFY2(got, typed);
            QCOMPARE(got->line, QStringLiteral("awaitscope ") + QLatin1String(line));
        }
    }

    void plantedOmission_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("line");
        const std::vector<std::pair<const char *, const char *>> rows{
            {"command", ""}, {"option", "run --"}, {"choice", "run --clock "}, {"lesson", "run "}, {"act", "runs "}};
        for (const char *name : {"bash", "zsh", "fish"}) {
            for (const auto &[what, line] : rows)
                QTest::addRow("%s without a %s", name, what) << QString::fromLatin1(name) << QString::fromLatin1(what)
                                                             << QStringLiteral("awaitscope ") + QLatin1String(line);
        }
    }
    void plantedOmission()
    {
        QFETCH(QString, name);
        QFETCH(QString, what);
        QFETCH(QString, line);
        Reference less = reference_;
        CommandSpec &run = commandNamed(less, "run");
        if (what == QLatin1String("command"))
            std::erase_if(
                less.commands, [](const CommandSpec &each) { return QLatin1String(each.name) == QLatin1String("check"); });
        else if (what == QLatin1String("option"))
            run.options.pop_back();
        else if (what == QLatin1String("choice"))
            std::ranges::find(run.options, QLatin1String("--clock"), [](const OptionSpec &each) {
                return QLatin1String(each.name);
            })->accepts.words.pop_back();
        else if (what == QLatin1String("lesson"))
            less.lessons.pop_back();
        else
            commandNamed(less, "runs").actions.pop_back();
        const auto shell = shellNamed(name, less);
        QCOMPARE(shell->start(), QString());
        const Expected whole = wholeExpectation(reference_);
        const Expected expected{*whole.find(line)};
        QVERIFY(!differences(*shell, expected).isEmpty());
        const auto sound = shellNamed(name, reference_);
        QCOMPARE(sound->start(), QString());
        QCOMPARE(differences(*sound, expected), QStringList());
    }

    /// A value of which nothing is known cannot be completed.
    void everyValueHasAKind()
    {
        const auto check = [](const char *name, const char *value, const ValueSpec &accepts) {
            const bool fits = (value != nullptr) == (accepts.kind != ValueSpec::Kind::None)
                && (accepts.kind != ValueSpec::Kind::Choice || !accepts.words.empty());
            QVERIFY2(fits, name);
            QByteArrayList choices;
            for (const char *word : accepts.words)
                choices << word;
            if (accepts.kind == ValueSpec::Kind::Choice && QByteArray(value).contains('|'))
                QCOMPARE(choices.join('|'), QByteArray(value));
        };
        for (const CommandSpec &command : reference_.commands) {
            for (const auto *options : {&command.options, &reference_.commonOptions}) {
                for (const OptionSpec &option : *options)
                    check(option.name, option.value, option.accepts);
            }
            for (const ActionSpec &action : command.actions)
                check(action.name, action.value, action.accepts);
            const bool takesOperands = !command.accepts.empty() || !command.actions.empty();
            QVERIFY2(takesOperands == (*command.operands != '\0'), command.name);
        }
    }
};

QTEST_GUILESS_MAIN(CompletionsTest)
#include "tst_completions.moc"
