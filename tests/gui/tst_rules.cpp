// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/rules_panel.h"
#include "app/gui/sidebar.h"
#include "lessons/trace/caption.h"
#include "tests/gui/window_fixture.h"

#include <QTemporaryDir>

#include <set>

using namespace awaitscope;
using awaitscope::test::OpenWindow;
using namespace std::chrono_literals;

namespace {

const Lesson &bestPractices()
{
    return *findLesson(QStringLiteral("best-practices"));
}

RulesPanel *rulesOf(OpenWindow &open)
{
    return open.window.code()->rules();
}

RuleRow *row(OpenWindow &open, const char *rule)
{
    const auto &rules = bestPractices().definition.rules;
    for (std::size_t i = 0; i < rules.size(); ++i) {
        if (rules[i].id == QLatin1String(rule))
            return rulesOf(open)->rows()[i];
    }
    qFatal("no rule %s", rule);
}

/// A length as it stands in a row.
QString unbroken(Ns length)
{
    return readableLength(length).replace(u' ', QChar(0x00a0));
}

QPushButton *linkTo(RuleRow *row, const char *lesson)
{
    const Lesson *found = findLesson(QString::fromLatin1(lesson));
    for (QPushButton *button : row->findChildren<QPushButton *>()) {
        if (button->text() == found->text.title)
            return button;
    }
    return nullptr;
}

KeptRun kept(const char *lesson, const char *variant)
{
    const Lesson *found = findLesson(QString::fromLatin1(lesson));
    return {std::make_shared<const Run>(
                play({found, ParameterSet(found->definition.parameters), {QString::fromLatin1(variant)}, ClockKind::Virtual, 1})),
        QDateTime(QDate(2024, 3, 1), QTime(9, 30))};
}

} // namespace

/// The rules of the last lesson, in the real window.
class TestRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(home_.isValid());
        qputenv("XDG_CACHE_HOME", home_.path().toLocal8Bit());
        qputenv("XDG_CONFIG_HOME", home_.path().toLocal8Bit());
        qputenv("XDG_STATE_HOME", home_.path().toLocal8Bit());
        qputenv("XDG_DATA_HOME", home_.path().toLocal8Bit());
    }

    void onlyALessonWithRulesShowsThem()
    {
        OpenWindow open;
        QVERIFY(!rulesOf(open)->isVisible());
        open.window.session().open(bestPractices());
        QVERIFY(rulesOf(open)->isVisible());
        QCOMPARE(rulesOf(open)->rows().size(), std::size_t(9));
        for (const RuleRow *each : rulesOf(open)->rows()) {
            QCOMPARE(each->measured(), QString());
            QCOMPARE(each->runButton()->text(), QStringLiteral("Run it"));
            QVERIFY(each->title()->accessibleName().contains(QStringLiteral("not run yet")));
            QVERIFY(each->runButton()->focusPolicy() & Qt::TabFocus);
        }
        QVERIFY2(rulesOf(open)->summary().contains(QStringLiteral("0 of 9")), qPrintable(rulesOf(open)->summary()));
        open.window.session().open(*findLesson(QStringLiteral("timeouts")));
        QVERIFY(!rulesOf(open)->isVisible());
    }

    void aRuleWithoutARunIsRunByKeyboard()
    {
        OpenWindow open(bestPractices(), lessons());
        Session &session = open.window.session();
        const QStringList chosen = session.chosenVariants();
        session.setClock(ClockKind::Virtual); // what is run for a rule plays on the real clock all the same
        QSignalSpy finished(&session, &Session::runFinished);
        row(open, "type-hints")->runButton()->setFocus(Qt::TabFocusReason);
        open.key(Qt::Key_Space);
        QVERIFY(session.isRunning());
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(session.shownVariants(), QStringList(QStringLiteral("type-hints")));
        QCOMPARE(session.latest()->clock, ClockKind::Real);
        QVERIFY(session.latest()->variants[0].trace->duration() >= 119ms);
        QCOMPARE(session.chosenVariants(), chosen);
        QVERIFY2(row(open, "type-hints")->measured().contains(QStringLiteral("refused 4 of 4 ways")),
            qPrintable(row(open, "type-hints")->measured()));
        QVERIFY(row(open, "type-hints")->title()->accessibleName().contains(QStringLiteral("holds")));
        QCOMPARE(row(open, "await-it")->measured(), QString());
        QVERIFY2(rulesOf(open)->summary().contains(QStringLiteral("1 of 9")), qPrintable(rulesOf(open)->summary()));
        QCOMPARE(open.window.focusWidget(), row(open, "type-hints")->runButton()); // who goes on by keyboard stays there
        QCOMPARE(open.window.code()->codeView()->sections().front().caption, QStringLiteral("A  Let types refuse a task"));
    }

    void evidenceIsTheReadersOwnRunOfTheLesson()
    {
        OpenWindow open;
        open.runToEnd();
        const QString took = unbroken(open.window.session().latest()->variant(u"gather")->trace->duration());
        open.window.session().open(bestPractices());
        RuleRow *gather = row(open, "gather");
        QVERIFY2(gather->measured().contains(QStringLiteral("40\u00a0ms, 25\u00a0ms and 10\u00a0ms is 40\u00a0ms")),
            qPrintable(gather->measured()));
        QVERIFY2(gather->measured().contains(took), qPrintable(gather->measured()));
        QCOMPARE(gather->runButton()->text(), QStringLiteral("Run again"));
        QCOMPARE(row(open, "wait-for")->measured(), QString());
    }

    void opensAndLeadsToTheLesson()
    {
        OpenWindow open(bestPractices(), lessons());
        RuleRow *dontMix = row(open, "dont-mix");
        QVERIFY(!dontMix->isOpen());
        QVERIFY(!linkTo(dontMix, "database-pool")->isVisible());
        dontMix->title()->setFocus(Qt::TabFocusReason);
        open.key(Qt::Key_Space);
        QVERIFY(dontMix->isOpen());
        QTRY_VERIFY(linkTo(dontMix, "nested-event-loops")->isVisible());
        linkTo(dontMix, "database-pool")->setFocus(Qt::TabFocusReason);
        open.key(Qt::Key_Space);
        QCOMPARE(open.window.session().lesson().id, QStringLiteral("database-pool"));
        open.window.session().open(bestPractices());
        QVERIFY(row(open, "dont-mix")->isOpen()); // as the reader has left it
    }

    void whatDoesNotHoldIsSaidSo()
    {
        OpenWindow open(bestPractices(), lessons());
        KeptRun faulty = kept("sequential-vs-parallel", "gather");
        auto run = std::make_shared<Run>(*faulty.run);
        for (ClaimResult &claim : run->claims)
            claim = {claim.id, claim.text, false, QStringLiteral("It took 406 ms. That is the sum.")};
        rulesOf(open)->book().add(*findLesson(QStringLiteral("sequential-vs-parallel")), run, QDateTime::currentDateTime());
        rulesOf(open)->refresh();
        QCOMPARE(row(open, "gather")->measured(), QStringLiteral("It took 406\u00a0ms"));
        QVERIFY(row(open, "gather")->title()->accessibleName().contains(QStringLiteral("does not hold")));
        QVERIFY2(rulesOf(open)->summary().contains(QStringLiteral("In 1 of them")), qPrintable(rulesOf(open)->summary()));
    }

    void theLatestRunCounts()
    {
        EvidenceBook book;
        const RuleEvidence cancel{"timeouts", "cancel", {"cancel-cleans-up"}};
        QVERIFY(!book.latest(cancel));
        const Lesson &timeouts = *findLesson(QStringLiteral("timeouts"));
        const KeptRun first = kept("timeouts", "cancel"), other = kept("timeouts", "abandon");
        book.add(timeouts, first.run, first.when);
        book.add(timeouts, other.run, first.when.addSecs(60)); // it did not play that variant
        QCOMPARE(book.latest(cancel)->run, first.run);
        const KeptRun second = kept("timeouts", "cancel");
        book.add(timeouts, second.run, first.when.addSecs(120));
        QCOMPARE(book.latest(cancel)->run, second.run);
        auto unsound = std::make_shared<Run>(*first.run);
        unsound->problems.push_back({QStringLiteral("overlap"), QStringLiteral("Two spans overlap."), {}});
        book.add(timeouts, unsound, first.when.addSecs(180));
        QCOMPARE(book.latest(cancel)->run, second.run);
        auto stopped = std::make_shared<Run>(*first.run);
        stopped->variants[0].outcome = RunOutcome::Cancelled;
        stopped->claims.clear();
        book.add(timeouts, stopped, first.when.addSecs(240));
        QCOMPARE(book.latest(cancel)->run, second.run);
    }

    void runsOfEarlierDaysCountWhereThisWindowHasNone()
    {
        OpenWindow open(bestPractices(), lessons());
        const KeptRun older = kept("timeouts", "cancel");
        QStringList asked;
        rulesOf(open)->book().setOlder([&](const QString &lesson, const QString &variant) -> std::optional<KeptRun> {
            asked << lesson + u'/' + variant;
            return lesson == QLatin1String("timeouts") ? std::optional(older) : std::nullopt;
        });
        rulesOf(open)->refresh();
        QVERIFY(asked.contains(QStringLiteral("database-pool/bounded")));
        QVERIFY2(row(open, "wait-for")->measured().contains(QStringLiteral("408 after 230\u00a0ms")),
            qPrintable(row(open, "wait-for")->measured()));
        bool dated = false;
        for (const QLabel *label : row(open, "wait-for")->findChildren<QLabel *>())
            dated = dated || (label->text().contains(QStringLiteral("24")) && label->text().contains(QStringLiteral("virtual")));
        QVERIFY(dated);
        QCOMPARE(row(open, "gather")->measured(), QString());
    }

    /// Lines of several files are on screen: none is marked for another file's.
    void marksStandInTheirOwnFiles()
    {
        OpenWindow open(bestPractices(), lessons());
        Session &session = open.window.session();
        session.setClock(ClockKind::Virtual);
        for (const VariantSpec &variant : bestPractices().definition.variants)
            session.choose(variant.id, true);
        QSignalSpy finished(&session, &Session::runFinished);
        session.run();
        QTRY_VERIFY(finished.count() > 0 && session.shownVariants().size() == 9);
        QTest::mouseClick(open.window.code()->findChildren<QPushButton *>().at(1), Qt::LeftButton);
        session.playback().toTime(100ms);
        const CodeView *view = open.window.code()->codeView();
        const std::vector<CodeSection> &sections = view->sections();
        std::set<int> files, marked;
        int sameNumbers = 0;
        for (const CodeSection &section : sections)
            files.insert(section.file);
        QCOMPARE(files.size(), std::size_t(8)); // two rules are shown by one lesson
        QVERIFY(!view->marks().empty());
        for (const CodeMark &mark : view->marks()) {
            marked.insert(mark.file);
            const bool there = std::ranges::any_of(sections, [&mark](const CodeSection &section) {
                return section.file == mark.file && mark.lines.first >= section.firstLine
                    && mark.lines.last < section.firstLine + int(section.lines.size());
            });
            QVERIFY2(there, qPrintable(QString::number(mark.lines.first)));
            const QRectF place = view->lineArea(mark.lines.first, mark.file);
            QVERIFY(!place.isEmpty());
            for (const int file : files) {
                const QRectF other = file == mark.file ? QRectF() : view->lineArea(mark.lines.first, file);
                sameNumbers += other.isEmpty() ? 0 : 1;
                QVERIFY(!place.intersects(other));
            }
        }
        QVERIFY(sameNumbers > 0);
        QVERIFY(marked.size() >= 5);
        int shared = 0;
        for (const CodeSection &section : sections)
            shared += section.caption == QLatin1String("C, I call") ? 1 : 0;
        QCOMPARE(shared, 1);
    }

    void theAxisIsLongEnoughBeforeTheFirstRun()
    {
        for (const char *percent : {"20", "100", "200"}) {
            OpenWindow fresh(bestPractices(), lessons());
            fresh.window.session().setClock(ClockKind::Virtual);
            fresh.set("percent", percent);
            const Ns expected = fresh.window.session().expectedLength();
            fresh.runToEnd();
            for (const VariantRun &variant : fresh.window.session().latest()->variants)
                QVERIFY2(variant.trace->duration() <= expected, qPrintable(variant.id));
        }
    }

private:
    QTemporaryDir home_;
};

QTEST_MAIN(TestRules)
#include "tst_rules.moc"
