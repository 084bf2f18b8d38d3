// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/window_fixture.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QToolTip>

using namespace awaitscope;
using awaitscope::test::OpenWindow;

class TestWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void helpIsInTheLettersOfTheWindow()
    {
        QToolTip::setFont(QFont(QStringLiteral("monospace"), 30));
        OpenWindow open;
        QCOMPARE(QToolTip::font().family(), open.window.font().family());
        QCOMPARE(QToolTip::font().pixelSize(), open.window.font().pixelSize());
    }

    void opensReadyToRunAndGivesNothingAway()
    {
        OpenWindow open;
        const LessonText &text = open.window.session().lesson().text;
        QCOMPARE(open.window.header()->sentence(), text.opening);
        QVERIFY(open.window.findings()->claimLines().isEmpty());
        QVERIFY(open.window.question()->words().contains("How long does each of them take"));
        QVERIFY(!open.window.session().isRevealed());
        QVERIFY(open.find<QPushButton>("runHint")->isVisible());
        QVERIFY(open.window.code()->sentence().contains("Press Space"));
        QVERIFY(!open.find<QPushButton>("export")->isEnabled());
        for (const QString &secret : {text.point, text.takeaway, text.question.after})
            QVERIFY(!open.window.question()->words().contains(secret));
    }

    void spaceRunsAndSkipsTheQuestion()
    {
        OpenWindow open;
        QPushButton *run = open.find<QPushButton>("run");
        QCOMPARE(run->text(), QString("Run"));
        QSignalSpy finished(&open.window.session(), &Session::runFinished);
        open.key(Qt::Key_Space);
        QVERIFY(open.window.session().isRunning());
        QVERIFY(open.window.session().isSkipped());
        QCOMPARE(run->text(), QString("Cancel"));
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(run->text(), QString("Run again"));
        QVERIFY(open.window.question()->words().contains("skipped"));
        QCOMPARE(open.window.header()->sentence(), open.window.session().lesson().text.point);
        const Run &latest = *open.window.session().latest();
        QVERIFY(latest.problems.empty());
        QCOMPARE(latest.liveFrames, 0);
        QVERIFY(!latest.claims.empty());
        QCOMPARE(open.window.findings()->claimLines().size(), static_cast<qsizetype>(latest.claims.size()));
        for (const ClaimResult &claim : latest.claims)
            QVERIFY(open.window.findings()->claimLines().join('\n').contains(claim.measured));
        QVERIFY(!open.find<QPushButton>("runHint")->isVisible());
    }

    void arrowsStepAndAllViewsAgree()
    {
        OpenWindow open;
        open.runToEnd();
        Session &session = open.window.session();
        const auto &subjects = session.playback().subjects();
        open.key(Qt::Key_Home);
        QCOMPARE(session.playback().moment().step, std::size_t(0));
        for (std::size_t step = 1; step <= session.playback().stepCount(); ++step) {
            open.key(Qt::Key_Right);
            const Moment &moment = session.playback().moment();
            QCOMPARE(moment.step, step);
            QVERIFY(open.window.transport()->position().contains(
                QString("event %1 of %2").arg(step).arg(session.playback().stepCount())));
            QVERIFY(open.window.transport()->position().startsWith(
                QString::number(static_cast<double>(moment.time.count()) / 1e6, 'f', 1)));
            QCOMPARE(*open.window.timeline()->moment(), moment.time);
            QVERIFY(open.window.code()->sentence().endsWith(momentSentence(subjects, moment)));
            QSet<int> expected, shown;
            for (std::size_t i = 0; i < subjects.size(); ++i) {
                for (const MarkedStatement &mark : markedStatements(*subjects[i].trace, moment.applied[i]))
                    expected.insert(mark.lines.first);
            }
            for (const CodeMark &mark : open.window.code()->codeView()->marks())
                shown.insert(mark.lines.first);
            QCOMPARE(shown, expected);
        }
        open.key(Qt::Key_Left);
        QCOMPARE(session.playback().moment().step, session.playback().stepCount() - 1);
        open.key(Qt::Key_End);
        QCOMPARE(session.playback().moment().step, session.playback().stepCount());
    }

    void spacePlaysOnceTheLessonHasRun()
    {
        OpenWindow open;
        open.runToEnd();
        const auto run = open.window.session().latest();
        open.window.session().playback().setSpeed(0.1);
        open.key(Qt::Key_Space);
        QVERIFY(open.window.session().playback().isPlaying());
        QVERIFY(!open.window.session().isRunning());
        open.key(Qt::Key_Space);
        QVERIFY(!open.window.session().playback().isPlaying());
        QCOMPARE(open.window.session().latest(), run);
    }

    void answersByKeyAndTellsHowItWent_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<bool>("right");
        QTest::newRow("right") << int(Qt::Key_2) << true;
        QTest::newRow("wrong") << int(Qt::Key_1) << false;
    }

    void answersByKeyAndTellsHowItWent()
    {
        QFETCH(int, key);
        QFETCH(bool, right);
        OpenWindow open(*findLesson(u"missing-await"), lessons());
        open.key(key);
        QCOMPARE(open.window.session().answered(), key - Qt::Key_1);
        QVERIFY(!open.window.session().isRevealed());
        QCOMPARE(open.window.header()->sentence(), open.window.session().lesson().text.opening);
        open.runToEnd();
        QVERIFY(!open.window.session().isSkipped());
        QVERIFY(open.window.question()->words().contains(right ? "✓ As you predicted" : "✕ Not as you predicted"));
        QCOMPARE(open.window.question()->property("edge").toString(), QString(right ? "right" : "wrong"));
        open.key(Qt::Key_3);
        QCOMPARE(open.window.session().answered(), key - Qt::Key_1);
    }

    void answersAndSkipsByMouse()
    {
        OpenWindow open(*findLesson(u"missing-await"), lessons());
        QTest::mouseClick(open.find<QPushButton>("answer3"), Qt::LeftButton);
        QTRY_COMPARE(open.window.session().answered(), 2);
        OpenWindow other;
        QTest::mouseClick(other.find<QPushButton>("skip"), Qt::LeftButton);
        QTRY_VERIFY(other.window.session().isSkipped());
        QCOMPARE(other.window.header()->sentence(), other.window.session().lesson().text.point);
        QVERIFY(!other.window.session().isRunning());
    }

    void cancellingLeavesNothingAlive()
    {
        OpenWindow open(false);
        open.set("getUser", "1s");
        QSignalSpy grew(&open.window.session(), &Session::recordGrew);
        QSignalSpy finished(&open.window.session(), &Session::runFinished);
        open.key(Qt::Key_Space);
        QTRY_VERIFY(grew.count() > 2);
        QTest::mouseClick(open.find<QPushButton>("run"), Qt::LeftButton);
        QTRY_COMPARE(finished.count(), 1);
        const Run &run = *open.window.session().latest();
        QVERIFY(run.cancelled);
        QCOMPARE(run.liveFrames, 0);
        QVERIFY(open.window.findings()->verdict().contains("cancelled"));
        QVERIFY(!open.window.session().isDone("sequential-vs-parallel"));
        open.key(Qt::Key_Space);
        QVERIFY(open.window.session().isRunning() || open.window.session().playback().isPlaying());
    }

    void escapeCancels()
    {
        OpenWindow open(false);
        open.set("getUser", "1s");
        QSignalSpy finished(&open.window.session(), &Session::runFinished);
        open.key(Qt::Key_Space);
        open.key(Qt::Key_Escape);
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY(open.window.session().latest()->cancelled);
    }

    void closingInMidRunEndsTheRun()
    {
        auto open = std::make_unique<OpenWindow>(false);
        open->set("getUser", "1s");
        open->key(Qt::Key_Space);
        QTRY_VERIFY(open->window.session().playback().moment().time > Ns(0));
        QElapsedTimer taken;
        taken.start();
        open->window.close();
        open.reset();
        QVERIFY2(taken.elapsed() < 1000, qPrintable(QString("took %1 ms").arg(taken.elapsed())));
    }

    void theWindowLivesWhileALessonRuns()
    {
        OpenWindow open(false);
        int beats = 0;
        QTimer heart;
        connect(&heart, &QTimer::timeout, this, [&beats] { ++beats; });
        QSignalSpy finished(&open.window.session(), &Session::runFinished);
        heart.start(5);
        open.key(Qt::Key_Space);
        QTRY_COMPARE(finished.count(), 1);
        // Over half a second of real waits; a window that waited for them would not beat at all.
        QVERIFY2(beats > 1, qPrintable(QString::number(beats)));
    }

    void aLateResultOfAnAbandonedRunIsDropped()
    {
        OpenWindow open;
        Session &session = open.window.session();
        QSignalSpy finished(&session, &Session::runFinished);
        session.run();
        open.set("getUser", "30ms");
        session.run();
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY(!session.latest()->cancelled);
        QCOMPARE(session.latest()->parameters.text(u"getUser"), QString("30ms"));
        QVERIFY(!session.isRunning());
    }
};

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
