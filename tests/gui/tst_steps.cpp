// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/challenge_page.h"
#include "app/gui/change_page.h"
#include "app/gui/code_marks.h"
#include "app/gui/lesson_delegate.h"
#include "app/gui/notes_page.h"
#include "app/gui/step_button.h"
#include "app/gui/step_strip.h"
#include "app/gui/takeaway_page.h"
#include "app/gui/task_panel.h"
#include "tests/gui/course.h"
#include "tests/gui/window_fixture.h"
#include "tests/support/each_lesson.h"

#include <QAccessible>
#include <QListWidget>

using namespace awaitscope;
using awaitscope::test::OpenWindow;

namespace {

struct Walk : OpenWindow
{
    explicit Walk(const Lesson &lesson) : OpenWindow(lesson, lessons()) { window.session().setClock(ClockKind::Virtual); }
    Walk() : Walk(*findLesson(QStringLiteral("sequential-vs-parallel"))) { }

    Session &session() { return window.session(); }
    FindingsPanel *findings() { return window.findings(); }
    bool isDone(LessonStep step) { return session().stepsDone(session().lesson().id).contains(step); }
    StepButton *button(LessonStep step) { return window.header()->steps()->button(step); }
    void go(LessonStep step) { key(Qt::Key_0 + stepNumber(step), Qt::ControlModifier); }
    void goAndRun(LessonStep step)
    {
        QSignalSpy finished(&session(), &Session::runFinished);
        go(step);
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30'000);
    }
    /// Changes the control in focus by its own keys, and waits for the run that follows.
    void changeAndRun()
    {
        const ParameterSet before = session().parameters();
        QSignalSpy finished(&session(), &Session::runFinished);
        for (const int way : {Qt::Key_PageUp, Qt::Key_PageDown, Qt::Key_Space, Qt::Key_Right}) {
            if (session().parameters() == before)
                key(way);
        }
        QVERIFY(!(session().parameters() == before));
        QTRY_VERIFY_WITH_TIMEOUT(finished.count() >= 1, 30'000);
    }
    QListWidgetItem *item(const QString &lesson)
    {
        QListWidget *list = window.sidebar()->list();
        for (int row = 0; row < list->count(); ++row) {
            if (list->item(row)->data(LessonDelegate::IdRole).toString() == lesson)
                return list->item(row);
        }
        return nullptr;
    }
    bool focusIsIn(const QWidget *panel) { return panel->isAncestorOf(window.focusWidget()); }
};

/// True where a statement that the task of the current remark is at, or one above it, is in the code's viewport.
bool codeInSight(Walk &walk, const NamedEvent &event)
{
    const CodeView *code = walk.window.code()->codeView();
    const Trace &trace = *walk.session().playback().subjects()[event.variant].trace;
    const auto marks = markedStatements(trace, walk.session().playback().moment().applied[event.variant]);
    const auto &subjects = walk.session().playback().subjects();
    const int file
        = fileOf(shownCodes(walk.session().lesson(), walk.session().shownVariants(), subjects), subjects, event.variant);
    for (TaskId task = event.task; task; task = trace.task(task).parent) {
        for (const MarkedStatement &mark : marks) {
            if (std::ranges::count(mark.tasks, task) == 0)
                continue;
            for (int line = mark.lines.first; line <= mark.lines.last; ++line) {
                const QRectF area = code->lineArea(line, file);
                if (!area.isEmpty() && area.top() >= -0.5 && area.bottom() <= code->viewport()->height() + 0.5)
                    return true;
            }
            return false;
        }
    }
    return true; // nothing of it is in the shown code
}

} // namespace

/// The steps of a lesson: from the question to the takeaway, by keyboard, in every lesson; and what changed between runs.
class TestSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyLessonByKeyboard_data() { test::addEachLesson(); }

    void everyLessonByKeyboard()
    {
        QFETCH(const QString, id);
        const Lesson &lesson = *findLesson(id);
        Walk walk(lesson);
        QVERIFY(walk.button(LessonStep::Predict)->isCurrent());

        // Any order works, and before the run none of the pages gives anything away.
        for (const LessonStep step : {LessonStep::Takeaway, LessonStep::Challenge, LessonStep::LookCloser}) {
            walk.go(step);
            QCOMPARE(walk.findings()->stepInFront(), std::optional(step));
        }
        QVERIFY(walk.findings()->takeaway()->words() != walk.session().filled(lesson.text.takeaway));
        QVERIFY(!walk.findings()->challenge()->words().contains(walk.session().filled(lesson.text.challenge)));
        QVERIFY(walk.findings()->notes()->isEmpty());
        QCOMPARE(walk.session().stepsDone(id).count(), 0);

        walk.go(LessonStep::Predict);
        QVERIFY(walk.focusIsIn(walk.window.question()));
        walk.key(Qt::Key_Escape);
        walk.goAndRun(LessonStep::Run);
        QVERIFY(walk.isDone(LessonStep::Predict));
        QVERIFY(walk.isDone(LessonStep::Run));
        QCOMPARE(walk.session().stepsDone(id).count() - walk.isDone(LessonStep::Challenge), 2);

        walk.go(LessonStep::LookCloser);
        const auto marks = walk.session().playback().marks();
        QVERIFY(!marks.empty());
        QVERIFY(walk.isDone(LessonStep::LookCloser));
        QSignalSpy reached(walk.findings()->notes(), &NotesPage::reached);
        for (std::size_t i = 0; i < marks.size(); ++i) {
            QCOMPARE(walk.session().playback().moment().step, marks[i]);
            QVERIFY(!walk.findings()->currentNotes().empty());
            QVERIFY(walk.focusIsIn(walk.findings()->notes()));
            if (!reached.isEmpty() && !walk.window.code()->tasksInFront())
                QVERIFY(codeInSight(walk, reached.last()[1].value<NamedEvent>()));
            walk.key(Qt::Key_Right, Qt::ShiftModifier);
        }

        walk.go(LessonStep::Change);
        QCOMPARE(walk.findings()->stepInFront(), std::optional(LessonStep::Change));
        QVERIFY(!walk.isDone(LessonStep::Change));
        QVERIFY(walk.focusIsIn(walk.window.parameters()));
        walk.changeAndRun();
        QVERIFY(walk.isDone(LessonStep::Change));
        QVERIFY(walk.session().before());
        QVERIFY(walk.findings()->changes()->changes().front().contains(u'→'));

        walk.go(LessonStep::Challenge);
        QVERIFY(walk.findings()->challenge()->words().front() == walk.session().filled(lesson.text.challenge));
        QCOMPARE(
            walk.isDone(LessonStep::Challenge), walk.session().challengeVerdict()->holds || walk.isDone(LessonStep::Challenge));
        QCOMPARE(walk.findings()->challenge()->words().size(), 2); // and no hint
        if (walk.findings()->challenge()->hintButton())
            QVERIFY(walk.window.focusWidget() == walk.findings()->challenge()->hintButton());
        walk.key(Qt::Key_H);
        QVERIFY(walk.findings()->challenge()->words().last().contains(lesson.text.challengeHint));

        walk.go(LessonStep::Takeaway);
        QVERIFY(walk.isDone(LessonStep::Takeaway));
        QCOMPARE(walk.findings()->takeaway()->words(), walk.session().filled(lesson.text.takeaway));
        const auto here = std::ranges::find(lessons(), id, &Lesson::id);
        QPushButton *next = walk.findings()->takeaway()->nextButton();
        QCOMPARE(next->isVisible(), std::next(here) != lessons().end());
        if (next->isVisible()) {
            QVERIFY(walk.window.focusWidget() == next);
            walk.key(Qt::Key_Space);
            QTRY_COMPARE(walk.session().lesson().id, std::next(here)->id);
        }
        QVERIFY(walk.item(id)->data(LessonDelegate::StepsRole).toInt() >= 5);
    }

    void anAnswerIsAPrediction()
    {
        Walk walk(*findLesson(QStringLiteral("concurrent-requests")));
        walk.key(Qt::Key_2);
        QVERIFY(walk.isDone(LessonStep::Predict));
        QVERIFY(!walk.isDone(LessonStep::Run));
        QVERIFY(walk.button(LessonStep::Run)->isCurrent());
        QCOMPARE(walk.button(LessonStep::Predict)->accessibleName(), QString("Step 1 of 6, Predict, done"));
        QCOMPARE(walk.button(LessonStep::Run)->accessibleName(), QString("Step 2 of 6, Run, now"));
        QCOMPARE(walk.button(LessonStep::Change)->accessibleName(), QString("Step 4 of 6, Change it"));
    }

    void theStripLeadsByMouse()
    {
        Walk walk;
        QSignalSpy finished(&walk.session(), &Session::runFinished);
        QTest::mouseClick(walk.button(LessonStep::Run), Qt::LeftButton);
        QTRY_COMPARE(finished.count(), 1);
        QTest::mouseClick(walk.button(LessonStep::LookCloser), Qt::LeftButton);
        QVERIFY(walk.button(LessonStep::LookCloser)->isCurrent());
        QCOMPARE(walk.session().playback().moment().step, walk.session().playback().marks().front());
        // A press on a remark's words moves the playhead and marks the line.
        const auto frames = walk.findings()->notes()->findChildren<QFrame *>(QStringLiteral("note"));
        QSignalSpy reached(walk.findings()->notes(), &NotesPage::reached);
        QTest::mouseClick(frames.last(), Qt::LeftButton, {}, frames.last()->rect().center());
        QCOMPARE(walk.findings()->currentNotes().back(), static_cast<std::size_t>(frames.size() - 1));
        QVERIFY(codeInSight(walk, reached.last()[1].value<NamedEvent>()));
        for (QPushButton *tab : walk.findings()->findChildren<QPushButton *>()) {
            if (tab->text() == "Claims")
                QTest::mouseClick(tab, Qt::LeftButton);
        }
        QVERIFY(!walk.findings()->stepInFront());
        QVERIFY(walk.button(LessonStep::Change)->isCurrent()); // the next that is not done
    }

    void theRemarkInFocusIsReadOut()
    {
        Walk walk;
        walk.goAndRun(LessonStep::Run);
        const auto heard = [](QObject *object) { return QAccessible::queryAccessibleInterface(object)->text(QAccessible::Name); };
        walk.go(LessonStep::LookCloser);
        QVERIFY(heard(walk.window.focusWidget()).contains(" ms: A waits for the user."));
        walk.key(Qt::Key_Right, Qt::ShiftModifier);
        QVERIFY(heard(walk.window.focusWidget()).contains(" ms: All three waits of B are in flight."));
        // Where the page has the keys the focus stays, and the remark's line says the same.
        walk.key(Qt::Key_Escape);
        walk.key(Qt::Key_Left, Qt::ShiftModifier);
        QVERIFY(!walk.focusIsIn(walk.findings()->notes()));
        for (const QFrame *frame : walk.findings()->notes()->findChildren<QFrame *>(QStringLiteral("note")))
            QCOMPARE(frame->accessibleName().contains("A waits for the user."), frame->property("current").toBool());
    }

    void aChangedEndIsBracketedUntilEscape()
    {
        Walk walk;
        walk.goAndRun(LessonStep::Run);
        QVERIFY(walk.window.timeline()->layoutInSight().differences.empty());
        QLineEdit *field = walk.window.parameters()->row("getUser")->field();
        field->setFocus();
        field->selectAll();
        QSignalSpy finished(&walk.session(), &Session::runFinished);
        QTest::keyClicks(field, "250\r");
        QTRY_COMPARE(finished.count(), 1);
        const auto &shapes = walk.window.timeline()->layoutInSight().differences;
        QCOMPARE(shapes.size(), std::size_t(2));
        for (const DifferenceShape &shape : shapes)
            QVERIFY(shape.line && shape.bracket && !shape.texts.empty());
        QCOMPARE(walk.findings()->changes()->changes(),
            (QStringList{QString("getUser takes 196%1ms → 250%1ms").arg(QChar(0xa0)),
                "A 406 ms → 460 ms, 54 ms longer than before", "B 196 ms → 250 ms, 54 ms longer than before"}));
        walk.key(Qt::Key_Escape); // leaves the field
        QCOMPARE(walk.window.timeline()->layoutInSight().differences.size(), std::size_t(2));
        walk.key(Qt::Key_Escape);
        QVERIFY(walk.window.timeline()->layoutInSight().differences.empty());
        QVERIFY(walk.findings()->changes()->changes().isEmpty());
    }

    void theSameSettingsAgainCompareNoMore()
    {
        Walk walk;
        walk.goAndRun(LessonStep::Run);
        walk.go(LessonStep::Change);
        walk.changeAndRun();
        QVERIFY(walk.session().before());
        QSignalSpy finished(&walk.session(), &Session::runFinished);
        walk.key(Qt::Key_R, Qt::ControlModifier);
        QVERIFY(walk.window.timeline()->layoutInSight().differences.empty()); // while it plays
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY(!walk.session().before());
        QVERIFY(walk.window.timeline()->layoutInSight().differences.empty());
    }

    void aSettingOnTheWayIsNotTheRunBefore()
    {
        Walk walk;
        const auto change = [&walk](const char *value) {
            QSignalSpy finished(&walk.session(), &Session::runFinished);
            walk.set("getUser", value);
            QTRY_COMPARE(finished.count(), 1);
        };
        walk.goAndRun(LessonStep::Run);
        const auto first = walk.session().latest();
        change("210ms");
        change("250ms"); // soon after, as by a slider that is dragged
        QCOMPARE(walk.session().before(), first);
        const auto looked = walk.session().latest();
        QTest::qWait(1600);
        change("300ms");
        QCOMPARE(walk.session().before(), looked);
        change("250ms"); // there and back
        QVERIFY(!walk.session().before());
    }

    void aChallengeIsMetByASetting()
    {
        Walk walk;
        walk.goAndRun(LessonStep::Run);
        QVERIFY(!walk.isDone(LessonStep::Challenge));
        walk.go(LessonStep::Challenge);
        QVERIFY(walk.findings()->challenge()->words()[1].startsWith("Not met yet: "));
        walk.set("getUserLogs", "2ms");
        QSignalSpy finished(&walk.session(), &Session::runFinished);
        walk.set("getUserMetrics", "2ms");
        QTRY_VERIFY(finished.count() >= 1);
        QVERIFY(walk.findings()->challenge()->words()[1].startsWith("✓ Met: "));
        QVERIFY(walk.isDone(LessonStep::Challenge));
    }

    void whatWasKeptIsGivenBack()
    {
        Walk walk;
        const StepsDone begun(QStringList{"run", "look-closer", "of a later version"});
        QCOMPARE(begun.ids(), (QStringList{"run", "look-closer"}));
        QSignalSpy changed(&walk.session(), &Session::stepsChanged);
        walk.session().setStepsDone("timeouts", begun);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(walk.item("timeouts")->data(Qt::AccessibleTextRole).toString(), QString("Timeouts, begun, 2 of 6 steps done"));
        QStringList all;
        for (const LessonStep step : lessonSteps)
            all << stepId(step);
        walk.session().setStepsDone("timeouts", StepsDone(all));
        QCOMPARE(walk.item("timeouts")->data(Qt::AccessibleTextRole).toString(), QString("Timeouts, done"));
        QCOMPARE(walk.item("resources")->data(LessonDelegate::StepsRole).toInt(), 0);
    }

    void theStripGivesWay()
    {
        Walk walk;
        QTRY_VERIFY(walk.button(LessonStep::Takeaway)->isNamed());
        walk.window.resize(1200, 768);
        QTRY_VERIFY(!walk.button(LessonStep::Takeaway)->isNamed());
        QTRY_VERIFY(walk.button(LessonStep::Predict)->isNamed());
        for (const int width : {1440, 1024, 880, 800, 760, 700, 560, 480}) {
            walk.window.resize(width, 700);
            for (int round = 0; round < 4; ++round) // what wraps asks for its height when it knows its width
                QCoreApplication::processEvents();
            const auto labels = walk.window.header()->findChildren<QLabel *>();
            for (const QLabel *label : labels) {
                const int needed
                    = label->hasHeightForWidth() ? label->heightForWidth(label->width()) : label->sizeHint().height();
                QVERIFY2(
                    label->isHidden() || (label->height() >= needed && label->visibleRegion().boundingRect() == label->rect()),
                    qPrintable(QString("%1: %2 %3x%4, %5 needed, %6x%7 seen")
                                   .arg(width)
                                   .arg(label->text())
                                   .arg(label->width())
                                   .arg(label->height())
                                   .arg(needed)
                                   .arg(label->visibleRegion().boundingRect().width())
                                   .arg(label->visibleRegion().boundingRect().height())));
                QVERIFY(label->isHidden() || label->wordWrap() || label->width() >= label->sizeHint().width());
            }
            int right = 0;
            for (const LessonStep step : lessonSteps) {
                const StepButton *button = walk.button(step);
                QVERIFY(button->visibleRegion().boundingRect().size() == button->size());
                QVERIFY(button->x() >= right);
                right = button->geometry().right();
                QVERIFY(!button->toolTip().isEmpty());
            }
        }
    }
};

QTEST_MAIN(TestSteps)
#include "tst_steps.moc"
