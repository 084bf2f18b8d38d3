// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/export_dialog.h"
#include "tests/gui/window_fixture.h"
#include "widgets/timeline/ghost_lane.h"

#include <QAccessible>
#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QTemporaryDir>

using namespace awaitscope;
using namespace std::chrono_literals;
using awaitscope::test::OpenWindow;

namespace {

const Lesson &lesson(const char *id)
{
    return *findLesson(QString::fromLatin1(id));
}

Session &session(OpenWindow &open)
{
    return open.window.session();
}

/// The bar that is drawn for an item.
PredictedSpan drawn(OpenWindow &open, int item)
{
    const auto &spans = session(open).prediction().spans;
    const auto found = spans.find(item);
    return found != spans.end() ? found->second : PredictedSpan{-1ns, -1ns};
}

/// The px on a lane at which a time is.
QPoint at(OpenWindow &open, const GhostLane &lane, Ns time)
{
    const double x = toX(open.window.timeline()->layoutInSight().axis, time) - lane.x();
    return {static_cast<int>(std::lround(x)), lane.height() / 2};
}

void drag(OpenWindow &open, GhostLane *lane, Ns from, Ns to)
{
    QTest::mousePress(lane, Qt::LeftButton, {}, at(open, *lane, from));
    QTest::mouseMove(lane, at(open, *lane, (from + to) / 2));
    QTest::mouseMove(lane, at(open, *lane, to));
    QTest::mouseRelease(lane, Qt::LeftButton, {}, at(open, *lane, to));
}

bool isNear(Ns one, Ns other, Ns within)
{
    return one - other <= within && other - one <= within;
}

/// All words of the window that a reader sees or hears.
QString allWords(OpenWindow &open)
{
    QStringList words{open.window.question()->words(), open.window.header()->sentence(), open.window.code()->sentence(),
        open.window.timeline()->accessibleDescription(), open.window.findings()->verdict()};
    for (const TextShape &label : open.window.timeline()->layoutInSight().labels)
        words += label.text;
    for (const HeaderShape &header : open.window.timeline()->layoutInSight().headers) {
        for (const TextShape &fact : header.facts)
            words += fact.text;
    }
    return words.join(u'\n');
}

} // namespace

class TestPredict : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void drawingTakesNoFocusFromTheWindow()
    {
        OpenWindow open;
        open.key(Qt::Key_1);
        open.key(Qt::Key_Right);
        QTest::qWait(50); // what a label shown by itself would take the activation with
        QCOMPARE(QApplication::activeWindow(), &open.window);
        QCOMPARE(open.window.focusWidget(), open.window.timeline()->ghostLane(0));
    }

    void drawsByMouse()
    {
        OpenWindow open;
        GhostLane *a = open.window.timeline()->ghostLane(0);
        QVERIFY(a && open.window.timeline()->ghostLane(1));
        const Ns pixel
            = toTime(open.window.timeline()->layoutInSight().axis, 1) - toTime(open.window.timeline()->layoutInSight().axis, 0);
        drag(open, a, 0ms, 60ms);
        QCOMPARE(drawn(open, 0).begin, Ns(0));
        QVERIFY(isNear(drawn(open, 0).end, 60ms, pixel + 1ms));
        QCOMPARE(drawn(open, 0).end % 1ms, Ns(0));
        // Its end can be taken again, from beside it as well.
        drag(open, a, 60ms, 75ms);
        QVERIFY(isNear(drawn(open, 0).end, 75ms, pixel + 1ms));
        QVERIFY(!session(open).isPredicted());
        drag(open, open.window.timeline()->ghostLane(1), 10ms, 45ms);
        QVERIFY(isNear(drawn(open, 1).end, 45ms, pixel + 1ms));
        QVERIFY(session(open).isPredicted());
        QVERIFY(!session(open).isRevealed());
    }

    void drawsBothEndsByMouse()
    {
        OpenWindow open(lesson("timeouts"), lessons());
        GhostLane *lane = open.window.timeline()->ghostLane(0);
        QVERIFY(lane);
        drag(open, lane, 200ms, 400ms);
        QVERIFY(isNear(drawn(open, 0).begin, 200ms, 5ms));
        QVERIFY(isNear(drawn(open, 0).end, 400ms, 5ms));
        drag(open, lane, drawn(open, 0).begin, 300ms);
        QVERIFY(isNear(drawn(open, 0).begin, 300ms, 5ms));
        QVERIFY(isNear(drawn(open, 0).end, 400ms, 5ms));
    }

    void drawsByKeyboard()
    {
        OpenWindow open;
        open.key(Qt::Key_1);
        QCOMPARE(open.window.focusWidget(), open.window.timeline()->ghostLane(0));
        for (int i = 0; i < 4; ++i)
            open.key(Qt::Key_Right);
        open.key(Qt::Key_Left);
        open.key(Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(drawn(open, 0).end, Ns(31ms));
        open.key(Qt::Key_Return);
        QCOMPARE(open.window.focusWidget(), open.window.timeline()->ghostLane(1));
        open.key(Qt::Key_Left);
        QCOMPARE(drawn(open, 1).end, Ns(1ms)); // never nothing, never before its begin
        open.key(Qt::Key_Up);
        QCOMPARE(open.window.focusWidget(), open.window.timeline()->ghostLane(0));
        for (int i = 0; i < 10; ++i)
            open.key(Qt::Key_PageUp);
        QVERIFY(drawn(open, 0).end <= open.window.timeline()->layoutInSight().axis.to);
        QVERIFY(open.window.question()->words().contains("A: "));
        open.runToEnd(); // Space is the page's
        QVERIFY(!session(open).isSkipped());
        QCOMPARE(open.window.focusWidget(), &open.window);
    }

    void aLaneOutOfSightIsScrolledTo()
    {
        OpenWindow open;
        open.window.resize(700, 500);
        QCoreApplication::processEvents();
        GhostLane *lane = open.window.timeline()->ghostLane(0);
        QVERIFY(lane->visibleRegion().isEmpty());
        open.key(Qt::Key_1);
        QTRY_VERIFY(!lane->visibleRegion().isEmpty());
    }

    void movesTheBeginByKeyboard()
    {
        OpenWindow open(lesson("timeouts"), lessons());
        open.key(Qt::Key_1);
        open.key(Qt::Key_PageUp);
        open.key(Qt::Key_Right, Qt::ControlModifier);
        open.key(Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(drawn(open, 0).begin, Ns(11ms));
        QCOMPARE(drawn(open, 0).end, Ns(100ms));
        QCOMPARE(open.window.timeline()->ghostLane(0)->accessibleName(), QString("B's cleanup: 11 ms to 100 ms"));
    }

    void isSpokenWhileOneDraws()
    {
        OpenWindow open;
        open.key(Qt::Key_2);
        QAccessibleInterface *lane = QAccessible::queryAccessibleInterface(open.window.focusWidget());
        QVERIFY(lane);
        QCOMPARE(lane->text(QAccessible::Name), QString("B: not drawn yet"));
        open.key(Qt::Key_Right);
        open.key(Qt::Key_Right);
        QCOMPARE(lane->text(QAccessible::Name), QString("B: 20 ms"));
        QVERIFY(lane->text(QAccessible::Description).contains("Left and right"));
        open.key(Qt::Key_X);
        open.runToEnd();
        QVERIFY(open.window.question()->accessibleDescription().contains("Question skipped"));
    }

    void theTruthIsDrawnOverTheGuess()
    {
        OpenWindow open;
        open.key(Qt::Key_1);
        for (int i = 0; i < 6; ++i)
            open.key(Qt::Key_Right);
        open.runToEnd();
        const auto &shapes = open.window.timeline()->layoutInSight().ghosts;
        QCOMPARE(shapes.size(), std::size_t(1)); // B was not drawn
        const Run &run = *session(open).latest();
        const TimeAxis &axis = open.window.timeline()->layoutInSight().axis;
        QCOMPARE(shapes[0].bar.right(), toX(axis, 60ms));
        QCOMPARE(shapes[0].truth.right(), toX(axis, run.variant(u"sequential")->trace->duration()));
        QVERIFY(open.window.question()->words().contains("You drew A 60 ms. It took"));
        QVERIFY(open.window.question()->words().contains("B took"));
        QVERIFY(open.window.question()->words().contains("a coroutine that waits does not run"));
        QVERIFY(!open.window.timeline()->ghostLane(0));
    }

    void thereIsOneAttempt()
    {
        OpenWindow open;
        QSignalSpy settled(&session(open), &Session::predictionSettled);
        open.key(Qt::Key_1);
        open.key(Qt::Key_PageUp);
        open.runToEnd();
        QCOMPARE(settled.count(), 1);
        const Prediction before = session(open).prediction();
        session(open).draw(0, {0ns, 5ms});
        open.key(Qt::Key_1);
        open.key(Qt::Key_X);
        QVERIFY(session(open).prediction() == before);
        QSignalSpy finished(&session(open), &Session::runFinished);
        open.key(Qt::Key_R, Qt::ControlModifier);
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(settled.count(), 1);
        QVERIFY(session(open).prediction() == before);
        QVERIFY(session(open).isRunPredicted());
    }

    void otherSettingsAreNotCompared()
    {
        OpenWindow open;
        open.key(Qt::Key_1);
        open.key(Qt::Key_PageUp);
        open.runToEnd();
        QSignalSpy finished(&session(open), &Session::runFinished);
        open.set("getUser", "30ms");
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY(open.window.timeline()->layoutInSight().ghosts.empty());
        QVERIFY(open.window.question()->words().contains("for other settings"));
        open.set("getUser", "40ms");
        QTRY_COMPARE(finished.count(), 2);
        QCOMPARE(open.window.timeline()->layoutInSight().ghosts.size(), std::size_t(1));
    }

    void isSkippedByOneKey()
    {
        OpenWindow open;
        QVERIFY(open.window.question()->words().contains("X") || open.find<QPushButton>("skip")->text().contains("X"));
        open.key(Qt::Key_X);
        QVERIFY(session(open).isSkipped());
        QVERIFY(!session(open).isRunning());
        QVERIFY(!open.window.timeline()->ghostLane(0));
        QVERIFY(open.window.timeline()->layoutInSight().ghosts.empty());
        QCOMPARE(open.window.header()->sentence(), session(open).lesson().text.point);
        OpenWindow other;
        other.runToEnd();
        QVERIFY(session(other).isSkipped());
        QVERIFY(other.window.timeline()->layoutInSight().ghosts.empty());
        QVERIFY(other.window.question()->words().contains("Question skipped. A took"));
    }

    void nothingIsGivenAwayBefore_data()
    {
        QTest::addColumn<QString>("id");
        for (const Lesson &each : lessons())
            QTest::newRow(qPrintable(each.id)) << each.id;
    }

    void nothingIsGivenAwayBefore()
    {
        QFETCH(QString, id);
        OpenWindow open(*findLesson(id), lessons());
        const LessonText &text = session(open).lesson().text;
        QVERIFY(!session(open).isRevealed());
        const QString words = allWords(open);
        for (const QString &secret : {text.point, text.takeaway, text.question.after, QString("it was"), QString("✓")})
            QVERIFY2(!words.contains(secret), qPrintable(secret));
        for (const GhostShape &ghost : open.window.timeline()->layoutInSight().ghosts)
            QVERIFY(ghost.truth.isNull() && ghost.bar.isNull());
    }

    void ordersByDigits()
    {
        OpenWindow open(lesson("nested-event-loops"), lessons());
        open.key(Qt::Key_1);
        open.key(Qt::Key_3);
        QCOMPARE(session(open).prediction().order, (std::vector<int>{0, 2}));
        QVERIFY(!session(open).isPredicted());
        open.key(Qt::Key_Backspace);
        QCOMPARE(session(open).prediction().order, std::vector<int>{0});
        open.key(Qt::Key_3);
        open.key(Qt::Key_4); // the last one follows by itself
        QCOMPARE(session(open).prediction().order, (std::vector<int>{0, 2, 3, 1}));
        QVERIFY(session(open).isPredicted());
        QVERIFY(!open.window.question()->words().contains("✓"));
        open.runToEnd();
        QVERIFY(open.window.question()->words().contains("✓ As you predicted"));
        QVERIFY(open.window.question()->words().contains("4th: the first handler returns, you predicted it as the 4th."));
    }

    void ordersByMouseAndMovesWithAlt()
    {
        OpenWindow open(lesson("nested-event-loops"), lessons());
        for (const char *name : {"answer2", "answer1", "answer3"}) {
            const std::size_t before = session(open).prediction().order.size();
            QTest::mouseClick(open.find<QPushButton>(name), Qt::LeftButton);
            QTRY_VERIFY(session(open).prediction().order.size() > before);
        }
        QCOMPARE(session(open).prediction().order, (std::vector<int>{1, 0, 2, 3}));
        auto *first = open.find<QPushButton>("answer1");
        QTRY_VERIFY(first->isVisible());
        first->setFocus();
        QTest::keyClick(first, Qt::Key_Up, Qt::AltModifier);
        QTRY_COMPARE(session(open).prediction().order, (std::vector<int>{0, 1, 2, 3}));
        QCOMPARE(open.window.focusWidget()->objectName(), QString("answer1"));
        open.key(Qt::Key_Escape); // a focused button keeps Space
        open.runToEnd();
        QVERIFY(open.window.question()->words().contains("✕ Not as you predicted"));
        QVERIFY(open.window.question()->words().contains("4th: the first handler returns, you predicted it as the 2nd."));
    }

    void anOrderThatIsNotWholeIsNone()
    {
        OpenWindow open(lesson("nested-event-loops"), lessons());
        open.key(Qt::Key_1);
        open.runToEnd();
        QVERIFY(session(open).isSkipped());
        QVERIFY(session(open).prediction().order.empty());
        QVERIFY(open.window.question()->words().contains("It was: 1. the first click's data is there;"));
    }

    void whatWasPredictedEarlierStays()
    {
        OpenWindow open;
        Prediction earlier;
        earlier.kind = LessonQuestion::Kind::Draw;
        earlier.spans[1] = {0ns, 33ms};
        earlier.settings = settingsOf(session(open).parameters());
        session(open).restorePrediction(session(open).lesson(), predictionFromJson(toJson(earlier)));
        QVERIFY(!session(open).isQuestionOpen());
        QVERIFY(!open.window.timeline()->ghostLane(0));
        open.key(Qt::Key_X);
        open.runToEnd();
        QVERIFY(!session(open).isSkipped());
        QVERIFY(open.window.question()->words().contains("You drew B 33 ms."));
        QCOMPARE(open.window.timeline()->layoutInSight().ghosts.size(), std::size_t(1));
    }

    void theWindowsFiguresHaveIt()
    {
        OpenWindow open;
        open.key(Qt::Key_2);
        open.key(Qt::Key_Right);
        open.runToEnd();
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("picture.svg"));
        QTimer answer;
        connect(&answer, &QTimer::timeout, this, [&] {
            auto *dialog = open.window.findChild<ExportDialog *>();
            if (!dialog)
                return;
            answer.stop();
            for (QLineEdit *edit : dialog->findChildren<QLineEdit *>()) {
                if (edit->accessibleName() == u"File")
                    edit->setText(file);
            }
            dialog->accept();
        });
        answer.start(5);
        open.key(Qt::Key_E, Qt::ControlModifier);
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QByteArray svg = written.readAll();
        QVERIFY(svg.contains("you: 10 ms, it was"));
        QVERIFY(svg.contains("as you predicted"));
    }
};

QTEST_MAIN(TestPredict)
#include "tst_predict.moc"
