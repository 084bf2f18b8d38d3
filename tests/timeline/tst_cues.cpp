// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/timeline/recording_canvas.h"
#include "widgets/timeline/cues.h"

#include <QTest>

#include <set>

using namespace awaitscope;
using test::RecordingCanvas;

class TestCues : public QObject
{
    Q_OBJECT

    /// All that a sample shows without its colours: what is left in greyscale on a bad printer.
    static QString shapeOf(Cue cue, ThemeKind kind)
    {
        RecordingCanvas canvas;
        drawSample(canvas, cue, {0, 0}, 12, theme(kind), QString());
        QString result;
        for (const auto &area : canvas.rects) {
            result += QStringLiteral("rect %1 %2 texture %3 outline %4 %5;")
                          .arg(area.rect.height())
                          .arg(area.rect.width())
                          .arg(static_cast<int>(area.fill.texture))
                          .arg(area.stroke.color.alpha() ? area.stroke.width : 0)
                          .arg(area.stroke.dashed);
        }
        for (const QPainterPath &path : canvas.shapes) {
            for (int i = 0; i < path.elementCount(); ++i)
                result += QStringLiteral("%1 %2,").arg(path.elementAt(i).x).arg(path.elementAt(i).y);
            result += u';';
        }
        return result;
    }

private Q_SLOTS:
    void everyCueIsDrawn_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("light") << static_cast<int>(ThemeKind::Light);
        QTest::newRow("dark") << static_cast<int>(ThemeKind::Dark);
        QTest::newRow("print") << static_cast<int>(ThemeKind::Print);
    }
    void everyCueIsDrawn()
    {
        QFETCH(int, kind);
        const Theme &colors = theme(static_cast<ThemeKind>(kind));
        for (const Cue cue : allCues()) {
            const CueStyle style = cueStyle(cue, colors);
            RecordingCanvas canvas;
            drawSample(canvas, cue, {10, 10}, 12, colors, style.word);
            QVERIFY2(!style.word.isEmpty(), qPrintable(QString::number(static_cast<int>(cue))));
            QCOMPARE(canvas.texts.size(), 1u);
            QCOMPARE(canvas.texts[0].text, style.word);
            if (style.height > 0) { // fill and texture
                const bool found = std::ranges::any_of(canvas.rects, [&](const RecordingCanvas::Area &area) {
                    return area.fill.color == style.fill.color && area.fill.texture == style.fill.texture
                        && area.stroke.dashed == style.outline.dashed;
                });
                QVERIFY2(found, qPrintable(style.word));
            }
            if (style.mark == Mark::Column) {
                QVERIFY(std::ranges::any_of(
                    canvas.rects, [&](const RecordingCanvas::Area &area) { return area.fill.color == colors.blockingShade; }));
            } else if (style.mark != Mark::None && style.mark != Mark::Band) {
                QVERIFY2(!canvas.paths.empty(), qPrintable(style.word));
                QVERIFY(std::ranges::any_of(canvas.paths, [&](const RecordingCanvas::Area &area) {
                    return area.stroke.color == style.color || area.fill.color == style.color;
                }));
            }
            QVERIFY(canvas.texts[0].at.x() >= 10);
            for (const auto *areas : {&canvas.rects, &canvas.paths}) {
                for (const RecordingCanvas::Area &area : *areas)
                    QVERIFY2(area.rect.right() <= canvas.texts[0].at.x(), qPrintable(style.word));
            }
            QCOMPARE(canvas.depth, 0);
        }
    }

    void noTwoCuesLookAlikeInGrey()
    {
        std::set<QString> shapes, words;
        for (const Cue cue : allCues()) {
            const QString word = cueStyle(cue, theme(ThemeKind::Print)).word;
            QVERIFY2(shapes.insert(shapeOf(cue, ThemeKind::Print)).second, qPrintable(word));
            QVERIFY2(words.insert(word).second, qPrintable(word));
        }
    }

    void endsDifferInMarkAndHue()
    {
        std::set<int> marks;
        std::set<QRgb> colors;
        for (const Cue cue : {Cue::Done, Cue::Failed, Cue::Cancelled, Cue::TimedOut, Cue::Deadline, Cue::Orphaned}) {
            const CueStyle style = cueStyle(cue, theme(ThemeKind::Light));
            QVERIFY(marks.insert(static_cast<int>(style.mark)).second);
            QVERIFY(colors.insert(style.color.rgb()).second);
        }
    }

    void onlyRunningIsStrongest()
    {
        for (const ThemeKind kind : {ThemeKind::Light, ThemeKind::Dark, ThemeKind::Print}) {
            const Theme &colors = theme(kind);
            const CueStyle running = cueStyle(Cue::Running, colors);
            for (const Cue cue : {Cue::Created, Cue::InFlight, Cue::Awaiting, Cue::Queued, Cue::Orphaned, Cue::Cleanup}) {
                const CueStyle other = cueStyle(cue, colors);
                QVERIFY2(contrast(running.fill.color, colors.panel) > 2 * contrast(other.fill.color, colors.panel),
                    qPrintable(other.word));
                QVERIFY(running.height > other.height);
                QVERIFY2(contrast(other.outline.color, colors.panel) >= 3.0, qPrintable(other.word));
                QVERIFY2(contrast(other.text, other.fill.color) >= 4.5, qPrintable(other.word));
            }
            for (const Cue cue : {Cue::Done, Cue::Failed, Cue::Cancelled, Cue::TimedOut, Cue::Deadline, Cue::Orphaned})
                QVERIFY2(contrast(cueStyle(cue, colors).color, colors.panel) >= 4.5, qPrintable(cueStyle(cue, colors).word));
            QVERIFY(contrast(cueStyle(Cue::Blocking, colors).text, colors.blocking) >= 4.5);
        }
    }
};

QTEST_MAIN(TestCues)
#include "tst_cues.moc"
