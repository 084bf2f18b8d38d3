// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/event_names.h"
#include "lessons/catalog/lesson_folder.h"
#include "lessons/catalog/prediction.h"
#include "lessons/catalog/run_report.h"
#include "lessons/runtime/runtime.h"
#include "tests/catalog/whole_course.h"
#include "tests/support/each_lesson.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace awaitscope;
using namespace awaitscope::test;

namespace {

/// How much longer than a whole run a cancelled one may take, because what was cancelled cleans up.
constexpr Ns longestCleanup = std::chrono::milliseconds(500);

/// Cancels a scope at a time of its clock. Not traced: the scope is no reference.
QCoro::Task<void> cancelAfter(Scope *scope, Ns moment)
{
    co_await sleep(*scope, moment);
    scope->cancel("by the user");
}

/// Ends when both have; a loop that is blocked hears of its cancellation late.
QCoro::Task<void> both(QCoro::Task<void> play, QCoro::Task<void> canceller)
{
    std::exception_ptr failure;
    try {
        co_await play;
    } catch (...) {
        failure = std::current_exception();
    }
    co_await canceller;
    if (failure)
        std::rethrow_exception(failure);
}

} // namespace

/// Every lesson, whatever it is about, meets what a lesson has to have.
class TestRegistry : public QObject
{
    Q_OBJECT

    static void eachLesson() { test::addEachLesson(); }

    static const Lesson &current()
    {
        QFETCH(QString, id);
        return *findLesson(id);
    }

private Q_SLOTS:
    void findsAllFolders()
    {
        QStringList found;
        for (const char *group : {"patterns", "pitfalls", "practice"}) {
            const QDir folder(QStringLiteral(AWAITSCOPE_SOURCE_DIR "/lessons/%1").arg(QLatin1String(group)));
            for (const QString &id : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
                if (QFile::exists(folder.filePath(id + QStringLiteral("/lesson.cpp"))))
                    found.append(id);
            }
        }
        QVERIFY(found.size() > 0);
        QCOMPARE(lessons().size(), std::size_t(found.size()));
        for (const QString &id : found)
            QVERIFY2(findLesson(id), qPrintable(id));
        QVERIFY(!findLesson(u"no-such-lesson"));
        QVERIFY(std::ranges::is_sorted(
            lessons(), {}, [](const Lesson &lesson) { return std::pair(lesson.group, lesson.text.order); }));
    }

    void refusesALessonWhoseTextNamesOtherThings()
    {
        LessonFolder folder = lessonFolders().front();
        folder.define = [] { return LessonDefinition(); };
        QVERIFY_THROWS_EXCEPTION(std::logic_error, makeLesson(folder));
    }

    void isComplete_data() { eachLesson(); }
    void isComplete()
    {
        const Lesson &lesson = current();
        const LessonText &text = lesson.text;
        QVERIFY(!text.opening.isEmpty() && !text.point.isEmpty() && text.opening != text.point);
        const bool choice = text.question.kind == LessonQuestion::Kind::Choose;
        QVERIFY(choice ? text.question.answers.size() >= 2 && text.question.right >= 0 : !text.question.items.empty());
        QVERIFY(!text.question.text.isEmpty() && !text.question.after.isEmpty());
        QVERIFY(lesson.definition.claims.size() >= 3);
        QVERIFY(lesson.definition.variants.size() >= 1);
        QVERIFY(std::ranges::any_of(lesson.definition.variants, &VariantSpec::shownAtFirst));
        QVERIFY(
            !text.lookCloser.empty() && !text.asyncioCode.isEmpty() && !text.asyncioNotes.isEmpty() && !text.takeaway.isEmpty());
        QVERIFY(!text.challenge.isEmpty() && !text.challengeHint.isEmpty() && lesson.definition.challenge);
        QVERIFY(std::ranges::any_of(text.speakerNotes, [](const SpeakerNote &note) { return !note.pauseAt.isEmpty(); }));
        for (const ParameterSpec &spec : lesson.definition.parameters) {
            QVERIFY2(!text.parameterLabels.value(spec.id).isEmpty() && !text.parameterHints.value(spec.id).isEmpty(),
                qPrintable(spec.id));
            QVERIFY2(
                spec.defaultValue >= spec.minimum && (spec.type == ParameterType::Choice || spec.defaultValue <= spec.maximum),
                qPrintable(spec.id));
        }
        for (const VariantSpec &variant : lesson.definition.variants)
            QVERIFY2(!text.variantTitles.value(variant.id).isEmpty(), qPrintable(variant.id));
        for (const ClaimSpec &claim : lesson.definition.claims) {
            QVERIFY2(!text.claims.value(claim.id).isEmpty(), qPrintable(claim.id));
            for (const QString &needed : claim.needs)
                QVERIFY2(lesson.variant(needed), qPrintable(needed));
        }
    }

    void showsCodeThatFits_data() { eachLesson(); }
    void showsCodeThatFits()
    {
        for (const SourceBlock &block : current().source->blocks) {
            QVERIFY2(block.lines.size() <= 30, qPrintable(block.id));
            for (const QString &line : block.lines)
                QVERIFY2(line.size() <= 64, qPrintable(line));
        }
    }

    void namesOnlyWhatIsThere_data() { eachLesson(); }
    void namesOnlyWhatIsThere()
    {
        const Lesson &lesson = current();
        std::vector<Run> runs = {play(wholeRequest(lesson, defaults(lesson))), play(wholeRequest(lesson, flagsOn(lesson)))};
        if (std::ranges::any_of(lesson.definition.variants, &VariantSpec::realClockOnly))
            runs.push_back(play(wholeRequest(lesson, flagsOn(lesson), ClockKind::Real)));
        const auto resolves = [&runs](const QString &name) {
            return std::ranges::any_of(
                runs, [&name](const Run &run) { return fillPlaceholders(u'{' + name + u'}', run) != QStringLiteral("…"); });
        };
        for (const QString &name : placeholders(lesson.text.question.text))
            QVERIFY2(fillPlaceholders(u'{' + name + u'}', defaults(lesson)) != u'{' + name + u'}',
                qPrintable(name)); // known before the run
        QStringList names = placeholders(lesson.text.question.after);
        for (const QuestionItem &item : lesson.text.question.items) {
            QVERIFY2(placeholders(item.label).isEmpty(), qPrintable(item.label));
            for (const QString &name : {item.begin, item.end}) {
                const bool isTime = name.isEmpty()
                    || std::ranges::any_of(runs, [&](const Run &run) { return timeNamed(run, name).has_value(); });
                QVERIFY2(isTime, qPrintable(name));
            }
        }
        for (const LessonNote &note : lesson.text.lookCloser)
            names += QStringList{note.event} + placeholders(note.text);
        for (const SpeakerNote &note : lesson.text.speakerNotes) {
            if (note.pauseAt.contains(u'.'))
                names.append(note.pauseAt);
        }
        for (const QString &name : names)
            QVERIFY2(resolves(name), qPrintable(name));
    }

    void asksForAnOrderThatTheTextDoesNotTell_data() { eachLesson(); }
    void asksForAnOrderThatTheTextDoesNotTell()
    {
        const Lesson &lesson = current();
        if (lesson.text.question.kind != LessonQuestion::Kind::Order)
            return;
        Prediction asListed;
        for (int i = 0; i < int(lesson.text.question.items.size()); ++i)
            asListed.order.push_back(i);
        QVERIFY(!judgePrediction(lesson.text.question, asListed, play(wholeRequest(lesson, defaults(lesson)))).right);
    }

    void recordsOnlyShownLines_data() { eachLesson(); }
    void recordsOnlyShownLines()
    {
        const Lesson &lesson = current();
        const Run run = play(wholeRequest(lesson, flagsOn(lesson)));
        for (const VariantRun &variant : run.variants) {
            const SourceMap &source = *lesson.shownCode(variant.id).source;
            for (const TraceEvent &event : variant.trace->events()) {
                if (!event.site)
                    continue;
                const Site &site = variant.trace->site(event.site);
                if (site.file.startsWith(QLatin1String("lessons/runtime/")))
                    continue; // a coroutine of the runtime's own, such as asyncScope
                const QString place = QStringLiteral("%1:%2").arg(site.file).arg(site.line);
                QVERIFY2(site.file == source.file, qPrintable(place));
                QVERIFY2(source.blockAt(site.line), qPrintable(place));
                const SourceFunction *function = source.functionAt(site.line);
                QVERIFY2(function, qPrintable(place));
                QVERIFY2(function->name == variant.trace->task(event.task).name, qPrintable(place));
                const LineRange statement = source.statementAt(site.line);
                const bool isStatement = std::ranges::count(function->statements, statement) == 1;
                QVERIFY2(isStatement || site.line == function->lines.last, qPrintable(place));
            }
        }
    }

    void holdsWithAllExtremes_data() { eachLesson(); }
    void holdsWithAllExtremes()
    {
        const Lesson &lesson = current();
        std::vector<ParameterSet> sets = {defaults(lesson), flagsOn(lesson)};
        for (const ParameterSet &base : {defaults(lesson), flagsOn(lesson)}) {
            ParameterSet least = base, most = base;
            for (const ParameterSpec &spec : lesson.definition.parameters) {
                if (spec.type == ParameterType::Flag)
                    continue;
                const qint64 maximum = spec.type == ParameterType::Choice ? spec.choices.size() - 1 : spec.maximum;
                for (const qint64 value : {spec.minimum, maximum}) {
                    ParameterSet one = base;
                    QVERIFY(one.set(spec.id, value).ok());
                    sets.push_back(one);
                }
                QVERIFY(least.set(spec.id, spec.minimum).ok());
                QVERIFY(most.set(spec.id, maximum).ok());
            }
            sets.push_back(least);
            sets.push_back(most);
        }
        for (const ParameterSet &parameters : sets) {
            QStringList shown;
            for (const ParameterSpec &spec : parameters.specs())
                shown.append(spec.id + u'=' + parameters.text(spec.id));
            const Run run = play(wholeRequest(lesson, parameters));
            QVERIFY2(flaw(run).isEmpty(), qPrintable(shown.join(u' ') + u' ' + flaw(run)));
            QVERIFY2(brokenClaim(run).isEmpty(), qPrintable(shown.join(u' ') + u' ' + brokenClaim(run)));
        }
    }

    void reportsTheSameBytes_data() { eachLesson(); }
    void reportsTheSameBytes()
    {
        const Lesson &lesson = current();
        const QByteArray first = runReport(play(wholeRequest(lesson, flagsOn(lesson))));
        QVERIFY(QJsonDocument::fromJson(first).isObject());
        for (int i = 0; i < 20; ++i)
            QCOMPARE(runReport(play(wholeRequest(lesson, flagsOn(lesson)))), first);
    }

    void leavesNothingWhenCancelledAnywhere_data() { eachLesson(); }
    void leavesNothingWhenCancelledAnywhere()
    {
        const Lesson &lesson = current();
        const ParameterSet parameters = flagsOn(lesson);
        QRandomGenerator random(4711);
        for (const QString &id : lesson.availableVariants(parameters, ClockKind::Virtual)) {
            const qint64 length = play({&lesson, parameters, {id}, ClockKind::Virtual, 1}).variants[0].trace->duration().count();
            if (length == 0)
                continue;
            for (int i = 0; i < 20; ++i) {
                const Ns moment(i == 0 ? 0 : random.bounded(length));
                Lesson cancelled = lesson;
                for (VariantSpec &variant : cancelled.definition.variants) {
                    variant.play = [play = variant.play, moment](Scope &scope, const ParameterSet &set) {
                        auto canceller = cancelAfter(&scope, moment);
                        auto playing = play(scope, set);
                        return both(std::move(playing), std::move(canceller));
                    };
                }
                const Run run = play({&cancelled, parameters, {id}, ClockKind::Virtual, 1});
                const QString place = QStringLiteral("%1 at %2 ns: ").arg(id).arg(moment.count());
                QVERIFY2(flaw(run).isEmpty(), qPrintable(place + flaw(run)));
                const VariantRun &variant = run.variants[0];
                const bool hadFailed = variant.asMeant && variant.outcome != RunOutcome::Done;
                QVERIFY2(variant.outcome == RunOutcome::Cancelled || hadFailed, qPrintable(place));
                QVERIFY2(variant.trace->duration() <= Ns(length) + longestCleanup, qPrintable(place));
            }
        }
    }

    void defaultsDoNotMeetTheChallenge_data() { eachLesson(); }
    void defaultsDoNotMeetTheChallenge()
    {
        const Lesson &lesson = current();
        const Verdict verdict = lesson.definition.challenge(play(wholeRequest(lesson, defaults(lesson))));
        QVERIFY(!verdict.holds);
        QVERIFY(!verdict.measured.isEmpty());
    }

    void listsEverything()
    {
        const QByteArray report = listReport(lessons());
        QVERIFY(!report.contains('\n'));
        const QJsonArray list = QJsonDocument::fromJson(report).array();
        QCOMPARE(list.size(), qsizetype(lessons().size()));
        for (qsizetype i = 0; i < list.size(); ++i) {
            const Lesson &lesson = lessons()[i];
            QCOMPARE(list[i][QLatin1String("id")].toString(), lesson.id);
            QCOMPARE(list[i][QLatin1String("group")].toString(), groupId(lesson.group));
            QCOMPARE(list[i][QLatin1String("parameters")].toArray().size(), qsizetype(lesson.definition.parameters.size()));
            QCOMPARE(list[i][QLatin1String("variants")].toArray().size(), qsizetype(lesson.definition.variants.size()));
            QCOMPARE(list[i][QLatin1String("claims")].toArray().size(), qsizetype(lesson.definition.claims.size()));
        }
    }
};

QTEST_GUILESS_MAIN(TestRegistry)
#include "tst_registry.moc"
