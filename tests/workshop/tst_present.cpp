// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/workshop/shows.h"

#include "app/gui/keys_overlay.h"
#include "widgets/code/code_view.h"
#include "widgets/timeline/timeline_view.h"

#include <QAction>
#include <QFrame>
#include <QLabel>

using namespace awaitscope;
using namespace awaitscope::test;

class TestPresent : public QObject
{
    Q_OBJECT

private:
    static QColor at(QWidget &widget, QPoint point) { return widget.grab().toImage().pixelColor(point); }
    const QString parallel = QStringLiteral("sequential-vs-parallel"), choosing = QStringLiteral("batch-errors"),
                  ordering = QStringLiteral("nested-event-loops");

private Q_SLOTS:
    void keysOfAClicker()
    {
        OpenShow show({choosing, parallel});
        const auto kind = [&] { return show.slide().kind; };
        QCOMPARE(kind(), SlideKind::Opening);
        show.key(Qt::Key_PageDown);
        QCOMPARE(kind(), SlideKind::Question);
        show.key(Qt::Key_PageUp);
        QCOMPARE(kind(), SlideKind::Opening);
        for (const int next : {Qt::Key_Right, Qt::Key_Space, Qt::Key_Return}) {
            const Slide before = show.slide();
            show.key(next);
            QVERIFY(show.slide() > before);
        }
        const Slide before = show.slide();
        show.key(Qt::Key_Left);
        QVERIFY(show.slide() < before);
        show.key(Qt::Key_End);
        QCOMPARE(kind(), SlideKind::End);
        show.key(Qt::Key_PageDown);
        QCOMPARE(kind(), SlideKind::End);
        show.key(Qt::Key_Home);
        QVERIFY(show.slide() == (Slide{SlideKind::Opening, 0, 0}));
        QSignalSpy ended(&show.presenter, &Presenter::ended);
        show.key(Qt::Key_Escape);
        QCOMPARE(ended.count(), 1);
        QVERIFY(!show.presenter.show().isVisible());
    }

    void aClickOnATextGoesOn()
    {
        OpenShow show({choosing});
        QTest::mouseClick(show.presenter.show().slide(), Qt::LeftButton);
        QCOMPARE(show.slide().kind, SlideKind::Question);
    }

    void digitsTally()
    {
        OpenShow show({choosing});
        show.key(Qt::Key_2); // nothing to vote on yet
        show.key(Qt::Key_PageDown);
        for (const int digit : {Qt::Key_2, Qt::Key_2, Qt::Key_1, Qt::Key_9})
            show.key(digit);
        const auto values = [&] {
            QStringList values;
            for (const PlacedBlock &placed : show.presenter.show().slide()->placed()) {
                if (placed.block.kind == SlideBlock::Kind::Answer)
                    values << placed.block.value;
            }
            return values.join(u' ');
        };
        QCOMPARE(values(), QStringLiteral("1 2 0"));
        QVERIFY(show.presenter.speaker().tally().contains(QStringLiteral("2: 2 (67 %)")));
        show.key(Qt::Key_Backspace);
        QCOMPARE(values(), QStringLiteral("0 2 0"));
        QVERIFY(show.goTo(SlideKind::Answer));
        QCOMPARE(values(), QStringLiteral("0 2 0"));
    }

    void whatIsOrderedIsVotedForAndThenInItsOrder()
    {
        OpenShow show({ordering});
        show.key(Qt::Key_PageDown);
        show.key(Qt::Key_2);
        QCOMPARE(show.presenter.stage().deck().votes(0), 1);
        QVERIFY(show.goTo(SlideKind::Answer));
        std::vector<SlideBlock> lines;
        for (const PlacedBlock &placed : show.presenter.show().slide()->placed()) {
            if (placed.block.kind == SlideBlock::Kind::Answer)
                lines.push_back(placed.block);
        }
        QCOMPARE(lines.size(), 4U);
        QCOMPARE(lines.front().badge, QStringLiteral("1."));
        QCOMPARE(lines.back().text, QStringLiteral("the first handler returns"));
        QVERIFY(lines.back().right);
        QCOMPARE(lines.back().value, QStringLiteral("1"));
    }

    void blackAndWhite()
    {
        OpenShow show({choosing});
        ShowWindow &window = show.presenter.show();
        const QPoint middle = window.rect().center();
        show.key(Qt::Key_B);
        QCOMPARE(at(window, middle), QColor(Qt::black));
        show.key(Qt::Key_PageDown); // uncovers, and does not move
        QCOMPARE(show.slide().kind, SlideKind::Opening);
        QVERIFY(at(window, middle) != QColor(Qt::black));
        show.key(Qt::Key_Period);
        QCOMPARE(at(window, middle), QColor(Qt::black));
        show.key(Qt::Key_W);
        QCOMPARE(at(window, middle), QColor(Qt::white));
        show.key(Qt::Key_W);
        QCOMPARE(window.markLayer()->cover(), MarkLayer::Cover::None);
    }

    void marksAndPointer()
    {
        for (const ThemeKind theme : {ThemeKind::Light, ThemeKind::Dark}) {
            OpenShow show({choosing}, false, theme);
            MarkLayer *layer = show.presenter.show().markLayer();
            const auto draw = [&](QPoint from, QPoint to) {
                QTest::mousePress(layer, Qt::LeftButton, {}, from);
                QTest::mouseMove(layer, to);
                QTest::mouseRelease(layer, Qt::LeftButton, {}, to);
            };
            draw({100, 100}, {200, 100}); // without the pen
            QVERIFY(layer->marks().lines(show.slide()).empty());
            show.key(Qt::Key_P);
            draw({100, 100}, {200, 100});
            QCOMPARE(layer->marks().lines(show.slide()).size(), 1U);
            QCOMPARE(at(show.presenter.show(), {150, 100}), MarkLayer::colors(awaitscope::theme(theme)).front());
            show.key(Qt::Key_N);
            draw({100, 150}, {200, 150});
            QCOMPARE(at(show.presenter.show(), {150, 150}), MarkLayer::colors(awaitscope::theme(theme))[1]);
            show.key(Qt::Key_Z, Qt::ControlModifier);
            QCOMPARE(layer->marks().lines(show.slide()).size(), 1U);
            show.key(Qt::Key_P);
            show.key(Qt::Key_PageDown);
            QVERIFY(layer->marks().lines(show.slide()).empty()); // they belong to their slide
            show.key(Qt::Key_PageUp);
            QCOMPARE(layer->marks().lines(show.slide()).size(), 1U);
            show.key(Qt::Key_C);
            QVERIFY(layer->marks().lines(show.slide()).empty());
            for (const QColor &color : MarkLayer::colors(awaitscope::theme(theme)))
                QVERIFY(contrast(color, awaitscope::theme(theme).window) >= 4.5);
            show.key(Qt::Key_L); // tapped: stays on
            QVERIFY(layer->pointerIsOn());
            show.key(Qt::Key_L);
            QVERIFY(!layer->pointerIsOn());
            QTest::keyPress(&show.presenter.show(), Qt::Key_L);
            QVERIFY(layer->pointerIsOn());
            QTest::qWait(400); // longer than a tap
            QTest::keyRelease(&show.presenter.show(), Qt::Key_L);
            QVERIFY(!layer->pointerIsOn());
        }
    }

    void theMouseHidesWhenItRests()
    {
        OpenShow show({choosing});
        MarkLayer *layer = show.presenter.show().markLayer();
        QTest::mouseMove(show.presenter.show().slide(), {300, 300});
        QVERIFY(!layer->mouseIsHidden());
        QTRY_VERIFY_WITH_TIMEOUT(layer->mouseIsHidden(), 10'000);
        QCOMPARE(layer->cursor().shape(), Qt::BlankCursor);
        QTest::mouseMove(layer, {310, 300});
        QVERIFY(!layer->mouseIsHidden());
    }

    void noLetterIsClipped_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("zoom");
        for (const QSize size : {QSize(1024, 768), QSize(1920, 1080), QSize(3840, 2160)}) {
            for (const double zoom : {1.0, 2.0})
                QTest::addRow("%d x %d, %.0f", size.width(), size.height(), zoom) << size << zoom;
        }
    }

    void noLetterIsClipped()
    {
        QFETCH(QSize, size);
        QFETCH(double, zoom);
        for (const Lesson &lesson : lessons()) {
            Stage stage({test::requestOf(lesson.id)}, ShownRuns::Recorded);
            stage.setMotion(false);
            stage.setRun(0, played(stage.deck().request(0)));
            ShowWindow window(stage);
            window.resize(size);
            window.setZoom(zoom);
            window.show();
            auto *seen = window.findChild<QLabel *>(QStringLiteral("seen"));
            for (;;) {
                const QByteArray where = (lesson.id + u' ' + slideName(stage.deck(), stage.slide())).toUtf8();
                if (window.showsRun()) {
                    QVERIFY2(seen->heightForWidth(seen->width()) <= seen->height(), where.constData());
                    QVERIFY(seen->font().pixelSize() >= 18);
                    QVERIFY(window.rect().contains(QRect(seen->mapTo(&window, QPoint()), seen->size())));
                    if (window.run()->code()->isVisible())
                        QVERIFY2(!window.run()->code()->geometry().intersects(window.run()->timeline()->geometry()), where);
                } else {
                    const QRectF page = window.slide()->rect();
                    double bottom = page.top();
                    for (const PlacedBlock &placed : window.slide()->placed()) {
                        QVERIFY(placed.font.pixelSize() >= 18);
                        QVERIFY2(placed.area.top() >= bottom - 0.5, where.constData()); // below the one before
                        bottom = placed.area.bottom();
                        QVERIFY2(page.contains(placed.area), where.constData());
                        QVERIFY2(placed.area.adjusted(-1, -1, 1, 1).contains(placed.text), where.constData());
                        QVERIFY(placed.value.isEmpty()
                            || placed.value.width() >= QFontMetricsF(placed.font).horizontalAdvance(placed.block.value));
                    }
                }
                if (stage.deck().following() == stage.slide())
                    break;
                stage.next();
            }
        }
    }

    void letterSize()
    {
        OpenShow show({choosing});
        const auto px = [&] { return show.presenter.show().slide()->placed().front().font.pixelSize(); };
        const int before = px();
        show.key(Qt::Key_Plus);
        QVERIFY(px() > before);
        show.key(Qt::Key_Minus);
        QCOMPARE(px(), before);
    }

    void theSpeakerSeesWhatComesAndHowTheTimeGoes()
    {
        OpenShow show({choosing, parallel});
        SpeakerWindow &speaker = show.presenter.speaker();
        QVERIFY(!speaker.isVisible()); // one screen
        show.key(Qt::Key_S);
        QVERIFY(speaker.isVisible());
        QVERIFY(speaker.now().contains(QStringLiteral("Opening")));
        QVERIFY(speaker.following().contains(QStringLiteral("Question")));
        QTest::keyClick(&speaker, Qt::Key_PageDown); // its keys are the show's
        QCOMPARE(show.slide().kind, SlideKind::Question);
        QVERIFY(speaker.notes().contains(QStringLiteral("Ask before running")));
        QTest::keyClick(&speaker, Qt::Key_2);
        QVERIFY(speaker.tally().contains(QStringLiteral("1 vote")));
        QCOMPARE(speaker.timeWords(65), QStringLiteral("01:05 passed"));
        speaker.setTarget(2);
        QCOMPARE(speaker.timeWords(65), QStringLiteral("01:05 passed, 00:55 left"));
        QCOMPARE(speaker.timeWords(3725), QStringLiteral("1:02:05 passed, 1:00:05 over"));
        show.key(Qt::Key_S);
        QVERIFY(!speaker.isVisible());
        QVERIFY(show.presenter.show().isVisible());
    }

    void everyKeyIsListed()
    {
        OpenShow show({choosing});
        for (const QAction *action : show.presenter.listedActions())
            QVERIFY(!action->text().isEmpty());
        QVERIFY(show.presenter.listedActions().size() > 25);
    }

    void theKeysAreListedForTheRoom()
    {
        for (const ThemeKind kind : {ThemeKind::Light, ThemeKind::Dark, ThemeKind::HighContrastDark}) {
            OpenShow show({choosing}, false, kind);
            show.key(Qt::Key_Question);
            auto *keys = show.presenter.show().findChild<KeysOverlay *>();
            QVERIFY(keys && keys->isOpen());
            const QString lines = keys->lines().join(u'\n');
            QVERIFY(lines.contains("Pointer while held, or tapped on and off: L"));
            QVERIFY(lines.contains("A vote for answer 3"));
            QVERIFY2(!lines.contains("A vote for answer 4"), "the lesson has three answers");
            const QPoint inside
                = keys->findChild<QFrame *>(QStringLiteral("overlayPanel"))->geometry().topLeft() + QPoint(16, 16);
            QCOMPARE(keys->grab().toImage().pixelColor(inside), theme(kind).panel);
            show.key(Qt::Key_Escape);
            QVERIFY(!keys->isOpen());
            QCOMPARE(show.slide().kind, SlideKind::Opening);
        }
    }
};

QTEST_MAIN(TestPresent)
#include "tst_present.moc"
