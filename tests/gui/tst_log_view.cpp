// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/window_fixture.h"
#include "tests/support/record_script.h"
#include "widgets/log/log_view.h"

#include <QAccessible>

using namespace awaitscope;
using awaitscope::test::OpenWindow;
using namespace std::chrono_literals;

namespace {

std::vector<Subject> twoRuns()
{
    test::RecordScript first, second;
    first.log(140, 1, LogSource::Watchdog, "task 1, load, has kept the event loop busy");
    first.log(191, 0, LogSource::Heartbeat, "a heartbeat came late");
    second.log(160, 2, LogSource::LostFailure, "nobody read a failure");
    return {{"A", "first", first.trace()}, {"B", "second", second.trace()}};
}

QString cell(const LogView &view, int row, int column, int role = Qt::DisplayRole)
{
    return view.model()->index(row, column).data(role).toString();
}

QString marks(const LogView &view)
{
    QString text;
    for (std::size_t row = 0; row < view.rows().size(); ++row)
        text += view.isMarked(row) ? u'x' : u'.';
    return text;
}

std::vector<LogRow> manyRows(int count)
{
    std::vector<LogRow> rows;
    for (int i = 0; i < count; ++i)
        rows.push_back({i * 1ms, "A", LogSource::SlowCallback, QString("line %1 of many, with some words that are long").arg(i)});
    return rows;
}

const Lesson &monitoring()
{
    return *findLesson(QStringLiteral("loop-monitoring"));
}

QPushButton *logTab(OpenWindow &open)
{
    for (QPushButton *button : open.window.findings()->findChildren<QPushButton *>()) {
        if (button->text() == "Log")
            return button;
    }
    return nullptr;
}

} // namespace

/// The lines that runs have logged: as a list, and in the window.
class TestLogView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesStandRunByRunAsTheyWereWritten()
    {
        LogView view;
        const auto runs = twoRuns();
        view.setRows(logRows(runs));
        QCOMPARE(logLineCount(runs), std::size_t(3));
        QCOMPARE(view.model()->rowCount(), 3);
        QStringList shown;
        for (int row = 0; row < 3; ++row)
            shown << cell(view, row, 0) + ' ' + cell(view, row, 1) + ' ' + cell(view, row, 2) + ": " + cell(view, row, 3);
        QCOMPARE(shown,
            QStringList({"140 ms A watchdog: task 1, load, has kept the event loop busy",
                "191 ms A heartbeat: a heartbeat came late", "160 ms B lost failure: nobody read a failure"}));
        QCOMPARE(
            cell(view, 2, LogModel::Text, Qt::AccessibleTextRole), QString("B at 160 ms, lost failure: nobody read a failure"));
        QVERIFY(!view.accessibleName().isEmpty());
        QVERIFY(QAccessible::queryAccessibleInterface(&view)->tableInterface());
    }

    void theLineAtThePlayheadIsMarked()
    {
        LogView view;
        view.setRows(logRows(twoRuns()));
        QCOMPARE(marks(view), QString("..."));
        view.setTime(140ms);
        QCOMPARE(marks(view), QString("x.."));
        view.setTime(190ms);
        QCOMPARE(marks(view), QString("..x"));
        view.setTime(1s);
        QCOMPARE(marks(view), QString(".x."));
        view.setTime(139ms);
        QCOMPARE(marks(view), QString("..."));
        const auto ink
            = [&](int row) { return view.model()->index(row, LogModel::Text).data(Qt::ForegroundRole).value<QColor>(); };
        view.setTime(150ms);
        QVERIFY(ink(0) != ink(1)); // what comes later is pale
        QCOMPARE(ink(1), ink(2));
    }

    void linesAreAddedToThoseThatStand()
    {
        LogView view;
        view.resize(300, 120);
        view.show();
        QSignalSpy inserted(view.model(), &QAbstractItemModel::rowsInserted),
            reset(view.model(), &QAbstractItemModel::modelReset);
        view.setRows(manyRows(2));
        view.setRows(manyRows(2));
        view.setRows(manyRows(40));
        QCOMPARE(inserted.count(), 2);
        QCOMPARE(reset.count(), 0);
        QVERIFY(view.viewport()->rect().intersects(view.visualRect(view.model()->index(39, LogModel::Text))));
        view.setRows({});
        QCOMPARE(view.model()->rowCount(), 0);
        QCOMPARE(reset.count(), 1);
    }

    void whatIsTooMuchIsCounted()
    {
        LogView view;
        view.setRows(manyRows(int(LogModel::mostRows) + 7));
        QCOMPARE(view.rows().size(), LogModel::mostRows);
        QCOMPARE(view.model()->rowCount(), int(LogModel::mostRows) + 1);
        QCOMPARE(cell(view, int(LogModel::mostRows), LogModel::Text), QString("… and 7 more"));
    }

    void longLinesWrapAndAreNotCut()
    {
        LogView view;
        view.resize(420, 200);
        view.show();
        view.setRows(logRows(twoRuns()));
        const int one = view.rowHeight(1);
        QVERIFY(view.rowHeight(0) > one); // two lines of text
        view.resize(1200, 200);
        QCOMPARE(view.rowHeight(0), one);
        view.setTextSize(24);
        QVERIFY(view.rowHeight(1) > one * 3 / 2);
    }

    void keysAndClicksGoToALine()
    {
        LogView view;
        view.resize(900, 200);
        view.show();
        view.setRows(logRows(twoRuns()));
        QSignalSpy chosen(&view, &LogView::lineChosen);
        view.setFocus();
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(chosen.takeFirst().first().value<Ns>(), Ns(140ms));
        QTest::keyClick(&view, Qt::Key_Down);
        QCOMPARE(chosen.count(), 0);
        QTest::keyClick(&view, Qt::Key_Enter, Qt::NoModifier);
        QCOMPARE(chosen.takeFirst().first().value<Ns>(), Ns(191ms));
        QTest::mouseClick(
            view.viewport(), Qt::LeftButton, Qt::NoModifier, view.visualRect(view.model()->index(2, LogModel::Text)).center());
        QCOMPARE(chosen.takeFirst().first().value<Ns>(), Ns(160ms));
        QKeyEvent space(QEvent::KeyPress, Qt::Key_Space, Qt::NoModifier);
        QCoreApplication::sendEvent(&view, &space);
        QVERIFY(!space.isAccepted()); // the page's
    }

    void aLineMovesThePlayhead()
    {
        OpenWindow open(monitoring(), lessons());
        LogView *log = open.window.findings()->log();
        QVERIFY(!logTab(open)->isVisible());
        open.window.session().setClock(ClockKind::Virtual);
        open.runToEnd();
        QVERIFY(logTab(open)->isVisible());
        QTest::mouseClick(logTab(open), Qt::LeftButton);
        QVERIFY(log->isVisible());
        QCOMPARE(log->rows().size(), std::size_t(1));
        QVERIFY(log->isMarked(0)); // the playhead stands at the end
        Playback &playback = open.window.session().playback();
        playback.toBegin();
        QVERIFY(!log->isMarked(0));
        QTest::mouseClick(
            log->viewport(), Qt::LeftButton, Qt::NoModifier, log->visualRect(log->model()->index(0, LogModel::Text)).center());
        QCOMPARE(playback.moment().time, Ns(190ms));
        QVERIFY(log->isMarked(0));
        playback.toEnd();
        log->setFocus();
        QTest::keyClick(log, Qt::Key_Return);
        QCOMPARE(playback.moment().time, Ns(190ms));
        open.set("slow", "90ms"); // below the threshold: plays again, and logs nothing
        QTRY_VERIFY(!logTab(open)->isVisible());
        QVERIFY(!log->isVisible());
    }

    void linesAppearAsTheyAreLogged()
    {
        OpenWindow open(monitoring(), lessons());
        open.set("offLoop", "1s");
        LogView *log = open.window.findings()->log();
        Session &session = open.window.session();
        bool seenLive = false;
        std::size_t most = 0;
        connect(&session.playback(), &Playback::momentChanged, this, [&] {
            if (!session.isLive())
                return;
            seenLive = seenLive || (log->rows().size() == 1 && log->isVisible());
            most = std::max(most, log->rows().size());
        });
        open.runToEnd(); // with the log of the first variant, while a thread is at work for a second
        QVERIFY(seenLive);
        QCOMPARE(most, std::size_t(2));
        QCOMPARE(log->rows().size(), std::size_t(2));
        QCOMPARE(log->rows()[1].source, LogSource::Watchdog);
        QVERIFY(!log->isVisible()); // the claims are, as before the run
        QVERIFY(logTab(open)->isVisible());
    }
};

QTEST_MAIN(TestLogView)
#include "tst_log_view.moc"
