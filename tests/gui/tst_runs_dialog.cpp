// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/runs_dialog.h"
#include "widgets/history/history_chart.h"
#include "widgets/theme/theme.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace awaitscope;
using namespace std::chrono_literals;

namespace {

constexpr auto patience = 20s;

NewRun newRun(const QString &lesson, Ns first, bool holds = true)
{
    NewRun run;
    run.facts.lesson = lesson;
    run.facts.time = QDateTime::currentDateTimeUtc();
    run.facts.clock = QStringLiteral("real");
    run.facts.parameters = QStringLiteral("getUser=196ms\nlogsNeedUser=off");
    run.facts.variants = {{QStringLiteral("sequential"), QStringLiteral("Sequential"), QStringLiteral("done"), first},
        {QStringLiteral("gather"), QStringLiteral("gather"), QStringLiteral("done"), 196ms}};
    run.facts.claims = {{QStringLiteral("a"), QStringLiteral("It holds."), true, {}},
        {QStringLiteral("b"), QStringLiteral("It may."), holds, {}}};
    run.trace = QByteArray("trace of ") + lesson.toUtf8();
    return run;
}

/// A store with three runs, and the dialog on it.
struct OpenRuns
{
    OpenRuns() : store(folder.filePath(QStringLiteral("awaitscope.db")))
    {
        const QString id = QStringLiteral("sequential-vs-parallel");
        for (const NewRun &run : {newRun(id, 406ms), newRun(QStringLiteral("timeouts"), 200ms), newRun(id, 410ms, false)})
            QVERIFY(waitFor(store.save(run), patience).ok());
        dialog = std::make_unique<RunsDialog>(store, lessons(), id, theme(ThemeKind::Light));
        dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(dialog.get()));
        QTRY_COMPARE(rows(), 3);
    }

    int rows() const { return dialog->model().rowCount(); }
    QString cell(int row, RunsModel::Column column) const { return dialog->model().index(row, column).data().toString(); }
    template <class T> T *find(const char *name) { return dialog->findChild<T *>(QLatin1String(name)); }

    QTemporaryDir folder;
    Store store;
    std::unique_ptr<RunsDialog> dialog;
};

} // namespace

class TestRunsDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsTheNewestFirst()
    {
        OpenRuns shown;
        QCOMPARE(shown.cell(0, RunsModel::Number), QStringLiteral("3"));
        QCOMPARE(shown.cell(0, RunsModel::LessonTitle), findLesson(u"sequential-vs-parallel")->text.title);
        QCOMPARE(shown.cell(0, RunsModel::Durations), QStringLiteral("A 410 ms · B 196 ms"));
        QCOMPARE(shown.cell(0, RunsModel::Claims), QStringLiteral("✕ 1 of 2"));
        QCOMPARE(shown.cell(2, RunsModel::Claims), QStringLiteral("✓ 2 of 2"));
        QVERIFY(shown.cell(1, RunsModel::When).startsWith(QStringLiteral("today")));
    }

    void filtersByWordsAndLesson()
    {
        OpenRuns shown;
        auto *find = shown.dialog->findChild<QLineEdit *>();
        QTest::keyClicks(find, QStringLiteral("timeouts"));
        QTRY_COMPARE(shown.rows(), 1);
        find->clear();
        QTRY_COMPARE(shown.rows(), 3);
        auto *lesson = shown.dialog->findChild<QComboBox *>();
        lesson->setCurrentIndex(lesson->findData(QStringLiteral("sequential-vs-parallel")));
        QTRY_COMPARE(shown.rows(), 2);
    }

    void showsTheHistoryOfTheLesson()
    {
        OpenRuns shown;
        QTRY_COMPARE(shown.dialog->chart()->history().runs.size(), std::size_t(2));
        QCOMPARE(shown.dialog->chart()->history().runs[1].number, 3);
        QCOMPARE(shown.dialog->chart()->history().runs[1].durations[0], std::optional<Ns>(410ms));
        shown.dialog->selectRun(RunNumber(2));
        QCOMPARE(shown.dialog->chart()->history().runs.size(), std::size_t(1));
    }

    void opensByEnter()
    {
        OpenRuns shown;
        QSignalSpy wanted(shown.dialog.get(), &RunsDialog::openWanted);
        shown.dialog->selectRun(RunNumber(2));
        shown.dialog->table()->setFocus();
        QTest::keyClick(shown.dialog->table(), Qt::Key_Return);
        QTRY_COMPARE(wanted.count(), 1);
        QCOMPARE(wanted[0][1].toByteArray(), QByteArray("trace of timeouts"));
    }

    void renamesInPlace()
    {
        OpenRuns shown;
        shown.dialog->selectRun(RunNumber(2));
        shown.dialog->table()->setFocus();
        QTest::keyClick(shown.dialog->table(), Qt::Key_F2);
        auto *field = shown.dialog->table()->findChild<QLineEdit *>();
        QVERIFY(field);
        QTest::keyClicks(field, QStringLiteral("Before the talk"));
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(shown.cell(1, RunsModel::Name), QStringLiteral("Before the talk"));
        const auto saved = waitFor(shown.store.find(RunNumber(2)), patience);
        QVERIFY(saved.ok());
        QCOMPARE(saved.value().name, QStringLiteral("Before the talk"));
    }

    void deletesAndUndoes()
    {
        OpenRuns shown;
        shown.dialog->selectRun(RunNumber(2));
        shown.dialog->table()->setFocus();
        QTest::keyClick(shown.dialog->table(), Qt::Key_Delete);
        QTRY_COMPARE(shown.rows(), 2);
        QTRY_VERIFY(shown.find<QPushButton>("undoRemove")->isVisible());
        QTest::keyClick(shown.dialog->table(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(shown.rows(), 3);
        QCOMPARE(shown.cell(1, RunsModel::Number), QStringLiteral("2"));
    }

    void keepsTheNote()
    {
        OpenRuns shown;
        shown.dialog->selectRun(RunNumber(2));
        auto *note = shown.find<QPlainTextEdit>("runNote");
        QTest::keyClicks(note, QStringLiteral("the deadline was too short"));
        shown.dialog->selectRun(RunNumber(1));
        QVERIFY(note->toPlainText().isEmpty());
        QTRY_COMPARE(
            waitFor(shown.store.find(RunNumber(2)), patience).value().note, QStringLiteral("the deadline was too short"));
        shown.dialog->selectRun(RunNumber(2));
        QTRY_COMPARE(note->toPlainText(), QStringLiteral("the deadline was too short"));
    }

    void keepsTheNoteOnALesson()
    {
        OpenRuns shown;
        shown.dialog->selectRun(RunNumber(2));
        auto *note = shown.find<QPlainTextEdit>("lessonNote");
        QTRY_VERIFY(note->isEnabled());
        QTest::keyClicks(note, QStringLiteral("ask about cleanup"));
        shown.dialog->selectRun(RunNumber(1));
        QVERIFY(note->toPlainText().isEmpty());
        const auto notes = waitFor(shown.store.lessonNotes(), patience);
        QVERIFY(notes.ok());
        QCOMPARE(notes.value().size(), std::size_t(1));
        QCOMPARE(notes.value()[0].lesson, QStringLiteral("timeouts"));
        QCOMPARE(notes.value()[0].text, QStringLiteral("ask about cleanup"));
        shown.dialog->selectRun(RunNumber(2));
        QCOMPARE(note->toPlainText(), QStringLiteral("ask about cleanup"));
    }

    void saysWhatHasNoTrace()
    {
        OpenRuns shown;
        QVERIFY(waitFor(shown.store.setTraceLimits({1, 1024 * 1024}), patience).ok());
        QTRY_COMPARE(shown.cell(2, RunsModel::Size), QStringLiteral("numbers only"));
        shown.dialog->selectRun(RunNumber(1));
        QVERIFY(!shown.find<QPushButton>("openRun")->isEnabled());
        QSignalSpy wanted(shown.dialog.get(), &RunsDialog::openWanted);
        shown.dialog->table()->setFocus();
        QTest::keyClick(shown.dialog->table(), Qt::Key_Return);
        QVERIFY2(shown.dialog->said().contains(QStringLiteral("dropped")), qPrintable(shown.dialog->said()));
        QCOMPARE(wanted.count(), 0);
    }
};

QTEST_MAIN(TestRunsDialog)
#include "tst_runs_dialog.moc"
