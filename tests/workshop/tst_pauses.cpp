// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/workshop/shows.h"

#include "lessons/catalog/event_names.h"
#include "lessons/catalog/run_file.h"
#include "widgets/code/code_view.h"
#include "widgets/timeline/timeline_view.h"

#include <QFile>
#include <QTemporaryDir>

using namespace awaitscope;
using namespace awaitscope::test;

class TestPauses : public QObject
{
    Q_OBJECT

private:
    const QString parallel = QStringLiteral("sequential-vs-parallel"), choosing = QStringLiteral("batch-errors");

private Q_SLOTS:
    void nothingIsGivenAwayBeforeTheRun_data()
    {
        QTest::addColumn<QString>("lesson");
        for (const Lesson &lesson : lessons())
            QTest::newRow(qPrintable(lesson.id)) << lesson.id;
    }

    void nothingIsGivenAwayBeforeTheRun()
    {
        QFETCH(QString, lesson);
        OpenShow show({lesson});
        const LessonText &text = findLesson(lesson)->text;
        Stage &stage = show.presenter.stage();
        while (show.slide().kind != SlideKind::Run) {
            const QString words = show.words();
            QVERIFY(!words.isEmpty());
            QVERIFY(!words.contains(stage.filled(text.point)));
            QVERIFY(!words.contains(stage.filled(text.question.after)));
            QVERIFY(!words.contains(stage.filled(text.takeaway)));
            QVERIFY(!words.contains(QStringLiteral("came true")));
            QVERIFY(!show.presenter.show().showsRun());
            for (const PlacedBlock &placed : show.presenter.show().slide()->placed())
                QVERIFY(!placed.block.right && placed.block.to == 0.0);
            show.key(Qt::Key_PageDown);
        }
        QVERIFY(show.goTo(SlideKind::Answer));
        QVERIFY(show.words().contains(stage.filled(text.question.after)));
        show.key(Qt::Key_PageDown);
        QVERIFY(show.words().contains(stage.filled(text.point)));
        QVERIFY(show.words().contains(stage.filled(text.takeaway)));
    }

    void pausesAtTheCuesOfEveryLesson_data() { nothingIsGivenAwayBeforeTheRun_data(); }

    void pausesAtTheCuesOfEveryLesson()
    {
        QFETCH(QString, lesson);
        OpenShow show({lesson});
        Stage &stage = show.presenter.stage();
        const auto run = stage.deck().run(0);
        std::vector<std::size_t> expected;
        const auto &notes = findLesson(lesson)->text.speakerNotes;
        for (std::size_t i = 0; i < notes.size(); ++i) {
            if (notes[i].pauseAt.isEmpty() || notes[i].pauseAt == QLatin1String("before run"))
                continue;
            if (findEvent(*run, notes[i].pauseAt)) {
                expected.push_back(i);
                continue;
            }
            const VariantSpec *variant = findLesson(lesson)->variant(notes[i].pauseAt.section(u'.', 0, 0));
            QVERIFY2(variant && (variant->realClockOnly || !stage.deck().request(0).variants.contains(variant->id)),
                qPrintable(notes[i].pauseAt));
        }
        QVERIFY(!expected.empty());
        QVERIFY(show.goTo(SlideKind::Pause));
        for (const std::size_t cue : expected) {
            QVERIFY(show.slide() == (Slide{SlideKind::Pause, 0, cue}));
            const QString name = notes[cue].pauseAt;
            const auto event = findEvent(*run, name);
            const auto step = stage.playback().stepOf(event->variant, event->event);
            QVERIFY(step);
            QCOMPARE(stage.playback().moment().step, *step);
            QCOMPARE(stage.playback().moment().time, event->time);
            RunView &view = *show.presenter.show().run();
            TimelineView &chart = *view.timeline();
            QVERIFY2(chart.moment() && *chart.moment() == event->time, qPrintable(name));
            QVERIFY2(chart.selectedTask() && chart.selectedTask()->task == event->task, qPrintable(name));
            const auto &rows = chart.layoutInSight().rows;
            const auto row = std::ranges::find_if(rows, [](const RowShape &each) { return each.selected; });
            QVERIFY2(row != rows.end() && row->rect.top() >= 0 && row->rect.bottom() <= chart.height() + 1, qPrintable(name));
            QVERIFY(!view.sentence().isEmpty());
            QVERIFY(view.code()->isVisible());
            for (const MarkedStatement &mark :
                markedStatements(*run->variants[event->variant].trace, stage.playback().moment().applied[event->variant])) {
                if (std::ranges::find(mark.tasks, event->task) == mark.tasks.end())
                    continue;
                const QRectF line = view.code()->lineArea(mark.lines.last);
                QVERIFY2(line.top() >= 0 && line.bottom() <= view.code()->viewport()->height(), qPrintable(name));
            }
            QVERIFY(show.presenter.speaker().notes().contains(stage.filled(notes[cue].text)));
            show.key(Qt::Key_PageDown);
        }
        QVERIFY(show.slide().kind != SlideKind::Pause);
    }

    void thePlayheadTravelsAndStopsExactly()
    {
        OpenShow show({parallel}, true);
        Stage &stage = show.presenter.stage();
        show.key(Qt::Key_PageDown);
        show.key(Qt::Key_PageDown);
        QCOMPARE(show.slide().kind, SlideKind::Run);
        QVERIFY(stage.playback().isPlaying());
        show.key(Qt::Key_PageDown); // to the end of its way
        QCOMPARE(show.slide().kind, SlideKind::Run);
        QVERIFY(!stage.playback().isPlaying());
        QCOMPARE(stage.playback().moment().step, stage.playback().stepCount());
        show.key(Qt::Key_PageDown);
        QCOMPARE(show.slide().kind, SlideKind::Pause);
        show.key(Qt::Key_PageDown);
        while (stage.slide() != stage.deck().slidesOf(0)[4])
            show.key(Qt::Key_PageDown);
        const auto cue = stage.cue();
        QVERIFY(cue);
        std::size_t latest = 0;
        QSignalSpy moments(&stage.playback(), &Playback::momentChanged);
        QTRY_VERIFY(!stage.playback().isPlaying());
        for (const auto &moment : moments)
            latest = std::max(latest, moment[0].value<Moment>().step);
        QCOMPARE(latest, cue->step);
        QCOMPARE(stage.playback().moment().step, cue->step);
        show.key(Qt::Key_PageUp); // the way back has no motion
        QVERIFY(!stage.playback().isPlaying());
        QCOMPARE(stage.playback().moment().step, stage.cue()->step);
    }

    void liveRunsArePlayedWhenTheyAreShown()
    {
        ShowRequest request;
        request.lessons = {test::requestOf(parallel)};
        request.runs = ShownRuns::Live;
        Presenter presenter(request);
        presenter.start();
        Stage &stage = presenter.stage();
        QTest::qWait(20);
        QVERIFY(!stage.deck().run(0));
        for (int i = 0; i < 2; ++i)
            QTest::keyClick(&presenter.show(), Qt::Key_PageDown);
        QCOMPARE(stage.slide().kind, SlideKind::Run);
        QVERIFY(stage.isLive());
        QTest::keyClick(&presenter.show(), Qt::Key_PageDown); // nothing passes a run that plays
        QTRY_VERIFY(stage.deck().run(0));
        QCOMPARE(stage.slide().kind, SlideKind::Run);
        const auto first = stage.deck().run(0);
        QTest::keyClick(&presenter.show(), Qt::Key_R);
        QTRY_VERIFY(stage.deck().run(0) != first);
        QCOMPARE(stage.playback().moment().step, stage.playback().stepCount());
    }

    void recordedRunsArePlayedBeforehand()
    {
        ShowRequest request;
        request.lessons = {test::requestOf(parallel), test::requestOf(choosing)};
        Presenter presenter(request);
        presenter.start();
        Stage &stage = presenter.stage();
        QTRY_VERIFY(stage.deck().run(0) && stage.deck().run(1));
        QCOMPARE(stage.slide().kind, SlideKind::Opening);
        const auto first = stage.deck().run(0);
        stage.setMotion(false);
        for (int i = 0; i < 3; ++i)
            stage.next();
        QCOMPARE(stage.deck().run(0), first);
    }

    void aSavedRunIsShownAsItWas()
    {
        QTemporaryDir folder;
        const auto run = played(test::requestOf(parallel));
        QFile file(folder.filePath(QStringLiteral("nine.awaitscope")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QByteArray bytes = encodeRun(*run);
        QCOMPARE(file.write(bytes), bytes.size());
        file.close();
        Playlist playlist;
        playlist.entries.resize(1);
        playlist.entries[0].lesson = parallel;
        playlist.entries[0].trace = file.fileName();
        const auto show = showOf(playlist, lessons());
        QVERIFY2(show.ok(), show ? "" : qPrintable(show.problem().sentence));
        Presenter presenter(show.value());
        presenter.start();
        QVERIFY(presenter.stage().deck().run(0));
        QCOMPARE(encodeRun(*presenter.stage().deck().run(0)), bytes);
        playlist.entries[0].lesson = choosing;
        const auto other = showOf(playlist, lessons());
        QVERIFY(!other.ok());
        QVERIFY(other.problem().sentence.contains(QStringLiteral("nine.awaitscope")));
    }
};

QTEST_MAIN(TestPauses)
#include "tst_pauses.moc"
