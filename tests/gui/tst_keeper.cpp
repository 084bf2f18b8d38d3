// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/keeper.h"
#include "app/gui/settings.h"
#include "app/gui/settings_dialog.h"
#include "tests/gui/window_fixture.h"

#include <QSpinBox>
#include <QTemporaryDir>

#include <algorithm>

using namespace awaitscope;
using awaitscope::test::OpenWindow;

namespace {

constexpr std::chrono::seconds patience(30);
const QString lesson = QStringLiteral("sequential-vs-parallel");

std::vector<SavedRun> runsIn(Store &store)
{
    auto runs = waitFor(store.list(), patience);
    return runs ? std::move(runs).value() : std::vector<SavedRun>();
}

} // namespace

/// What happens in the window is kept, and there again at the next start.
class KeeperTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { home_ = std::make_unique<QTemporaryDir>(); }

    void aRunThatIsSeenIsSaved()
    {
        Store store(file());
        OpenWindow open;
        Keeper keeper(open.window.session(), store);
        QSignalSpy saved(&keeper, &Keeper::runSaved);
        open.runToEnd();
        QTRY_COMPARE(saved.count(), 1);
        QCOMPARE(keeper.latestRun(), RunNumber(1));
        const std::vector<SavedRun> runs = runsIn(store);
        QCOMPARE(runs.size(), std::size_t(1));
        QCOMPARE(runs[0].facts.lesson, lesson);
        QVERIFY(runs[0].facts.parameters.contains(QLatin1String("getUser=40ms")));
        QCOMPARE(runs[0].facts.variants.size(), open.window.session().latest()->variants.size());
        QVERIFY(runs[0].hasTrace);
    }

    void aSettingThatIsBeingChangedCountsOnce()
    {
        Store store(file());
        OpenWindow open;
        Keeper keeper(open.window.session(), store);
        open.window.session().setClock(ClockKind::Virtual);
        open.runToEnd();
        QTRY_COMPARE(runsIn(store).size(), std::size_t(1));
        QSignalSpy finished(&open.window.session(), &Session::runFinished);
        for (int round = 1; round <= 3; ++round) {
            open.set("getUser", qPrintable(QStringLiteral("%1ms").arg(100 + round)));
            QTRY_COMPARE(finished.count(), round);
        }
        keeper.flush();
        QTRY_COMPARE(runsIn(store).size(), std::size_t(2));
        QVERIFY(runsIn(store)[0].facts.parameters.contains(QLatin1String("getUser=103ms")));
    }

    void predictionAndStepsComeBack()
    {
        const auto choosing = std::ranges::find_if(
            lessons(), [](const Lesson &each) { return each.text.question.kind == LessonQuestion::Kind::Choose; });
        QVERIFY(choosing != lessons().end());
        {
            Store store(file());
            OpenWindow open(*choosing, lessons());
            Keeper keeper(open.window.session(), store);
            open.window.session().setClock(ClockKind::Virtual);
            open.window.session().answer(1);
            open.runToEnd();
            QTRY_COMPARE(keeper.latestRun(), RunNumber(1));
        }
        Store store(file());
        OpenWindow open(*choosing, lessons());
        QCOMPARE(open.window.session().answered(), -1);
        const Keeper keeper(open.window.session(), store);
        QTRY_COMPARE(open.window.session().answered(), 1);
        QTRY_VERIFY(open.window.session().stepsDone(choosing->id).contains(LessonStep::Run));
        open.window.session().answer(0);
        QCOMPARE(open.window.session().answered(), 1); // one attempt
    }

    void aProblemIsToldOnceAndTheRunStaysInMemory()
    {
        QVERIFY(QFile(home_->filePath(QStringLiteral("taken"))).open(QIODevice::WriteOnly));
        OpenWindow open;
        Store store(home_->filePath(QStringLiteral("taken/awaitscope.db"))); // below a file: there is no such folder
        const Keeper keeper(open.window.session(), store);
        QSignalSpy problems(&keeper, &Keeper::problem);
        open.runToEnd();
        QSignalSpy finished(&open.window.session(), &Session::runFinished);
        open.window.session().run();
        QTRY_COMPARE(finished.count(), 1);
        QTRY_COMPARE(runsIn(store).size(), std::size_t(2));
        QVERIFY(runsIn(store)[0].number.isWaiting());
        QCOMPARE(problems.count(), 1);
        QVERIFY(problems[0][0].value<Problem>().sentence.contains(QLatin1String("stay in memory")));
    }

    void itMayEndBeforeItsAnswersAreThere()
    {
        Store store(file());
        OpenWindow open;
        open.runToEnd();
        for (int round = 0; round < 50; ++round) {
            Settings settings;
            Keeper keeper(open.window.session(), store); // asks for what was kept, and is gone
            keeper.useSettings(settings);
        }
        QVERIFY(waitFor(store.list(), patience).ok());
        QCoreApplication::processEvents();
    }

    void asManyTracesAreKeptAsTheSettingsSay()
    {
        Store store(file());
        OpenWindow open;
        for (int i = 0; i < 14; ++i) {
            NewRun run;
            run.facts.lesson = lesson;
            run.facts.time = QDateTime::currentDateTimeUtc();
            run.trace = "a trace";
            QVERIFY(waitFor(store.save(run), patience).ok());
        }
        const auto kept = [&store] { return std::ranges::count(runsIn(store), true, &SavedRun::hasTrace); };
        Settings settings;
        settings.setSavedTraces(13);
        Keeper keeper(open.window.session(), store);
        QSignalSpy told(&keeper, &Keeper::told);
        keeper.useSettings(settings); // as at the start of the program
        QTRY_COMPARE(told.count(), 1);
        QVERIFY(told[0][0].toString().contains(QLatin1String("the trace of an old run")));
        QCOMPARE(kept(), 13);

        SettingsDialog dialog(settings);
        auto *traces = dialog.findChild<QSpinBox *>(QStringLiteral("savedTraces"));
        QVERIFY(traces);
        QCOMPARE(traces->value(), 13);
        dialog.show();
        traces->setFocus();
        traces->selectAll();
        QTest::keyClicks(traces, QStringLiteral("11"));
        QCOMPARE(settings.savedTraces(), 13); // the number may not be whole yet
        QTest::keyClick(traces, Qt::Key_Return);
        QCOMPARE(settings.savedTraces(), 11);
        QTRY_COMPARE(told.count(), 2);
        QVERIFY(told[1][0].toString().contains(QLatin1String("2 old runs")));
        QCOMPARE(kept(), 11);
        QCOMPARE(runsIn(store).size(), std::size_t(14));
        QCOMPARE(waitFor(store.traceLimits(), patience).value().bytes, TraceLimits().bytes);
    }

private:
    QString file() const { return home_->filePath(QStringLiteral("awaitscope.db")); }

    std::unique_ptr<QTemporaryDir> home_;
};

QTEST_MAIN(KeeperTest)
#include "tst_keeper.moc"
