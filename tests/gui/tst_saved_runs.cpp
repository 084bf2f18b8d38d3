// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/run_record.h"
#include "app/gui/keeper.h"
#include "app/gui/palette.h"
#include "app/gui/palette_model.h"
#include "app/gui/rules_panel.h"
#include "app/gui/runs_dialog.h"
#include "app/gui/saved_runs.h"
#include "app/gui/wayfinding.h"
#include "lessons/catalog/runner.h"
#include "tests/gui/window_fixture.h"

#include <QTableView>
#include <QTemporaryDir>

using namespace awaitscope;
using namespace awaitscope::test;
using namespace std::chrono_literals;

namespace {

constexpr auto patience = 20s;

/// A window that keeps its runs in a file.
struct KeptWindow
{
    explicit KeptWindow(const QString &file) :
        store(file),
        keeper(open.window.session(), store),
        saved(open.window, store, keeper)
    {
    }

    RunsDialog *showList(int runs)
    {
        open.key(Qt::Key_H, Qt::ControlModifier);
        [&] { QTRY_VERIFY(saved.list() && saved.list()->model().rowCount() == runs); }();
        return saved.list();
    }

    OpenWindow open;
    Store store;
    Keeper keeper;
    SavedRuns saved;
};

} // namespace

class TestSavedRuns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRunIsListedAndShownAgain()
    {
        QTemporaryDir folder;
        KeptWindow kept(folder.filePath("runs.db"));
        Session &session = kept.open.window.session();
        kept.open.runToEnd();
        const Ns first = session.latest()->variants[0].trace->duration();
        kept.open.set("getUser", "90ms");
        QTRY_VERIFY(session.latest()->parameters.duration(u"getUser") == Ns(90ms) && !session.isRunning());
        RunsDialog *list = kept.showList(2);
        QVERIFY(list);
        list->selectRun(RunNumber(1));
        QCOMPARE(list->model().index(1, RunsModel::Number).data().toString(), QString("1"));
        list->table()->setFocus();
        QTest::keyClick(list->table(), Qt::Key_Return);
        QTRY_COMPARE(session.origin(), QString("run 1"));
        QCOMPARE(session.latest()->variants[0].trace->duration(), first);
        QCOMPARE(session.parameters().text(u"getUser"), QString("40ms"));
        QCOMPARE(session.playback().moment().time, session.playback().length());
        QTRY_VERIFY(!kept.saved.list());
        // What is shown again is no new run.
        QCOMPARE(waitFor(kept.store.list(), patience).value().size(), std::size_t(2));
    }

    void itRunsAgainWithItsSeed()
    {
        QTemporaryDir folder;
        KeptWindow kept(folder.filePath("runs.db"));
        Session &session = kept.open.window.session();
        session.setClock(ClockKind::Virtual);
        const Lesson &lesson = session.lesson();
        const Run run = play({&lesson, session.parameters(), session.chosenVariants(), ClockKind::Virtual, 77});
        QVERIFY(waitFor(kept.store.save(recordOf(run, QDateTime::currentDateTimeUtc())), patience).ok());
        QTRY_COMPARE(kept.saved.newest().size(), std::size_t(1));
        kept.saved.open(kept.saved.newest().front());
        QTRY_COMPARE(session.origin(), QString("run 1"));
        QSignalSpy finished(&session, &Session::runFinished);
        session.run();
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY(session.origin().isEmpty());
        QCOMPARE(session.latest()->seed, quint64(77));
        session.open(*findLesson(u"timeouts")); // which was not shown
        session.setClock(ClockKind::Virtual);
        session.run();
        QTRY_COMPARE(finished.count(), 2);
        QCOMPARE(session.latest()->seed, quint64(1));
    }

    void thePaletteOffersThem()
    {
        QTemporaryDir folder;
        KeptWindow kept(folder.filePath("runs.db"));
        kept.open.runToEnd();
        QTRY_COMPARE(kept.saved.newest().size(), std::size_t(1));
        kept.open.window.session().open(*findLesson(u"timeouts"));
        kept.open.key(Qt::Key_K, Qt::ControlModifier);
        Palette *palette = kept.open.window.wayfinding()->palette();
        QTest::keyClicks(palette->field(), "run 1: seq");
        QVERIFY(palette->current());
        QCOMPARE(palette->current()->group, PaletteGroup::Runs);
        QTest::keyClick(palette->field(), Qt::Key_Return);
        QTRY_COMPARE(kept.open.window.session().origin(), QString("run 1"));
        QCOMPARE(kept.open.window.session().lesson().id, QString("sequential-vs-parallel"));
    }

    void runsOfEarlierDaysAreEvidence()
    {
        QTemporaryDir folder;
        {
            KeptWindow before(folder.filePath("runs.db"));
            before.open.runToEnd();
            QTRY_VERIFY(before.keeper.latestRun());
        }
        KeptWindow kept(folder.filePath("runs.db"));
        kept.open.window.session().open(*findLesson(u"best-practices"));
        const RuleEvidence wanted = findLesson(u"best-practices")->definition.rules.front().evidence.front();
        QCOMPARE(wanted.lesson, QString("sequential-vs-parallel"));
        RulesPanel *rules = kept.open.window.code()->rules();
        QTRY_VERIFY(rules->book().latest(wanted));
        QVERIFY(evidenceIn(*rules->book().latest(wanted)->run, wanted)->holds);
    }

    void theWindowComesBackWithItsRun()
    {
        QTemporaryDir folder;
        {
            KeptWindow before(folder.filePath("runs.db"));
            before.open.runToEnd();
            QTRY_VERIFY(before.keeper.latestRun());
        }
        KeptWindow same(folder.filePath("runs.db"));
        same.saved.bringBack();
        QTRY_VERIFY(same.open.window.session().latest());
        QCOMPARE(same.open.window.session().origin(), QString("run 1"));
        KeptWindow other(folder.filePath("runs.db"));
        other.open.set("getUser", "77ms"); // not the settings of that run
        other.saved.bringBack();
        QTRY_COMPARE(other.saved.newest().size(), std::size_t(1));
        QVERIFY(waitFor(other.store.list(), patience).ok()); // whatever was asked for before has been answered
        QCoreApplication::processEvents();
        QVERIFY(!other.open.window.session().latest());
    }

    void aDamagedTraceIsSaid()
    {
        QTemporaryDir folder;
        KeptWindow kept(folder.filePath("runs.db"));
        NewRun run;
        run.facts.lesson = QStringLiteral("sequential-vs-parallel");
        run.facts.time = QDateTime::currentDateTimeUtc();
        run.facts.clock = QStringLiteral("real");
        run.trace = "no trace at all";
        QVERIFY(waitFor(kept.store.save(run), patience).ok());
        QTRY_COMPARE(kept.saved.newest().size(), std::size_t(1));
        kept.saved.open(kept.saved.newest().front());
        auto *bar = kept.open.find<QWidget>("problemBar");
        QVERIFY(bar);
        QTRY_VERIFY(bar->isVisible());
        QVERIFY(!kept.open.window.session().latest());
    }
};

QTEST_MAIN(TestSavedRuns)
#include "tst_saved_runs.moc"
