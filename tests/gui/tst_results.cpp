// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/run_figure.h"
#include "tests/gui/window_fixture.h"
#include "widgets/results/result_view.h"
#include "widgets/timeline/text.h"

#include <QButtonGroup>

using namespace awaitscope;
using awaitscope::test::OpenWindow;

namespace {

using Kind = ResultRow::Kind;

std::vector<ResultColumn> twoRuns(int items)
{
    std::vector<ResultColumn> runs{{"A", "gather throws the first error", {}}, {"B", "settleAll", {}}};
    for (int i = 1; i <= items; ++i) {
        const QString what = QString("item %1").arg(i);
        const bool invalid = i % 3 == 2;
        runs[0].rows.push_back(invalid ? ResultRow{what, Kind::Failed, what + " is invalid"}
                                       : ResultRow{what, Kind::Unread, "done at 80 ms, nobody read it"});
        runs[1].rows.push_back(
            {what, invalid ? Kind::Cancelled : Kind::Succeeded, invalid ? "cancelled at 27 ms" : "done at 80 ms"});
    }
    return runs;
}

const Lesson &batch()
{
    return *findLesson(QStringLiteral("batch-errors"));
}

Run played(const Lesson &lesson)
{
    RunRequest request;
    request.lesson = &lesson;
    request.parameters = ParameterSet(lesson.definition.parameters);
    request.clock = ClockKind::Virtual;
    request.variants = lesson.availableVariants(request.parameters, request.clock);
    return play(request);
}

QPushButton *tab(OpenWindow &open, const QString &name)
{
    for (QPushButton *button : open.window.findings()->findChildren<QPushButton *>()) {
        if (button->text() == name)
            return button;
    }
    return nullptr;
}

} // namespace

class TestResults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsStandSideBySide()
    {
        const ResultGrid grid = makeResultGrid({{"A", "first", {{"x", Kind::Succeeded, ""}, {"x", Kind::Failed, "no"}}},
            {"B", "second", {{"y", Kind::Cancelled, "by A"}, {"x", Kind::Unread, "done at 3 ms"}}}});
        QCOMPARE(grid.lines.size(), std::size_t(3)); // two things called x, and y
        QCOMPARE(grid.heads[0].tally, QString("1 done, 1 failed"));
        QCOMPARE(grid.heads[1].tally, QString("1 cancelled, 1 unread"));
        QCOMPARE(grid.words(0), QString("x: A done; B unread: done at 3 ms"));
        QCOMPARE(grid.words(1), QString("x: A failed: no"));
        QCOMPARE(grid.words(2), QString("y: B cancelled: by A"));
        QVERIFY(!grid.lines[1].cells[1]);
    }

    void aDetailThatSaysItsKindIsNotTwiceTold_data()
    {
        QTest::addColumn<QString>("detail");
        QTest::addColumn<QString>("text");
        QTest::newRow("says it") << "done at 3 ms"
                                 << "done at 3 ms";
        QTest::newRow("only that") << "done"
                                   << "done";
        QTest::newRow("another word") << "donekeys fed"
                                      << "done: donekeys fed";
        QTest::newRow("other") << "200 after 3 ms"
                               << "done: 200 after 3 ms";
        QTest::newRow("nothing") << ""
                                 << "done";
    }

    void aDetailThatSaysItsKindIsNotTwiceTold()
    {
        QFETCH(QString, detail);
        QFETCH(QString, text);
        const ResultGrid grid = makeResultGrid({{"A", "a", {{"x", Kind::Succeeded, detail}}}});
        QCOMPARE(grid.lines[0].cells[0]->text, text);
        QCOMPARE(grid.lines[0].cells[0]->word, 4);
    }

    void nothingIsCutOrOverlaps_data()
    {
        QTest::addColumn<double>("width");
        QTest::addColumn<double>("textSize");
        for (const double size : {12.0, 24.0, 36.0}) {
            for (const double width : {320.0, 540.0, 920.0, 1900.0})
                QTest::addRow("%.0f px, letters of %.0f", width, size) << width << size;
        }
    }

    void nothingIsCutOrOverlaps()
    {
        QFETCH(double, width);
        QFETCH(double, textSize);
        const ResultGrid grid = makeResultGrid(twoRuns(12));
        const ResultLayout layout = layoutResults(grid, {30, 50}, width, textSize);
        QCOMPARE(layout.lines.size(), std::size_t(12));
        QCOMPARE(layout.marks.size(), std::size_t(24));
        std::vector<QRectF> boxes;
        QString all;
        for (const ResultLayout::Text &text : layout.texts) {
            if (text.text.isEmpty())
                continue;
            all += text.text;
            boxes.push_back(textBox(text.at, text.text, text.style).adjusted(0.5, 2, -0.5, -2));
            if (width >= 25 * textSize)
                QVERIFY2(layout.area.contains(boxes.back()), qPrintable(text.text));
        }
        for (const ResultLayout::Mark &mark : layout.marks)
            boxes.emplace_back(mark.at - QPointF(layout.radius, layout.radius), QSizeF(2, 2) * layout.radius);
        for (std::size_t i = 0; i < boxes.size(); ++i) {
            for (std::size_t k = i + 1; k < boxes.size() && width >= 25 * textSize; ++k)
                QVERIFY(!boxes[i].intersects(boxes[k]));
        }
        QVERIFY(QString(all).remove(' ').contains("item11isinvalid"));
    }

    void manyLinesWrapIntoBlocks()
    {
        const ResultGrid grid = makeResultGrid(twoRuns(24));
        const ResultLayout narrow = layoutResults(grid, {0, 0}, 460, 12), wide = layoutResults(grid, {0, 0}, 1400, 12);
        QCOMPARE(narrow.heads.size(), std::size_t(1));
        QVERIFY(wide.heads.size() > 1);
        QVERIFY(wide.area.height() < narrow.area.height() * 0.6);
        QCOMPARE(layoutResults(makeResultGrid(twoRuns(4)), {0, 0}, 1400, 12).heads.size(), std::size_t(1));
        QCOMPARE(layoutResults({}, {0, 0}, 1400, 12).area.height(), 0.0);
    }

    void theTableAppearsWithTheRun()
    {
        OpenWindow open(batch(), lessons());
        ResultView *view = open.window.findings()->results();
        QVERIFY(!tab(open, "Results")->isVisible());
        open.window.findings()->showResults();
        QVERIFY(!view->isVisible());
        open.window.session().setClock(ClockKind::Virtual);
        open.runToEnd();
        QVERIFY(tab(open, "Results")->isVisible());
        QTest::mouseClick(tab(open, "Results"), Qt::LeftButton);
        QVERIFY(view->isVisible());
        const Run &run = *open.window.session().latest();
        QCOMPARE(view->grid().heads.size(), run.variants.size());
        QCOMPARE(view->grid().lines.size(), run.variants[0].results.size());
        QVERIFY(view->accessibleDescription().contains("item 2: A failed: item 2 is invalid"));
        // A lesson without results has no such tab.
        open.window.session().open(*findLesson(QStringLiteral("sequential-vs-parallel")));
        open.window.session().setClock(ClockKind::Virtual);
        open.runToEnd();
        QVERIFY(!tab(open, "Results")->isVisible());
        QVERIFY(tab(open, "Claims")->isChecked());
    }

    void keysGoThroughTheLines()
    {
        OpenWindow open(batch(), lessons());
        open.set("items", "24");
        open.window.session().setClock(ClockKind::Virtual);
        open.runToEnd();
        QTest::mouseClick(tab(open, "Results"), Qt::LeftButton);
        ResultView *view = open.window.findings()->results();
        const std::size_t step = open.window.session().playback().moment().step;
        view->setFocus();
        QTest::keyClick(view, Qt::Key_Down);
        QCOMPARE(view->currentLine(), std::optional<std::size_t>(0));
        QVERIFY(!view->accessibleDescription().contains('\n'));
        for (int i = 0; i < 40; ++i)
            QTest::keyClick(view, Qt::Key_Down);
        QCOMPARE(view->currentLine(), std::optional(view->grid().lines.size() - 1));
        QCOMPARE(view->accessibleDescription(), view->grid().words(view->grid().lines.size() - 1));
        const ResultLayout layout = layoutResults(view->grid(), {0, 0}, view->width(), 12);
        const QRect seen = view->visibleRegion().boundingRect();
        QVERIFY(seen.contains(layout.lines.back().center().toPoint()));
        QTest::keyClick(view, Qt::Key_Up);
        QCOMPARE(view->currentLine(), std::optional(view->grid().lines.size() - 2));
        QCOMPARE(open.window.session().playback().moment().step, step);
    }

    void theReaderStaysAtTheTableWhileTheLessonPlaysAgain()
    {
        OpenWindow open(batch(), lessons());
        open.runToEnd();
        QTest::mouseClick(tab(open, "Results"), Qt::LeftButton);
        QSignalSpy finished(&open.window.session(), &Session::runFinished);
        open.key(Qt::Key_R, Qt::ControlModifier);
        QVERIFY(open.window.session().isLive());
        QVERIFY(!tab(open, "Results")->isVisible()); // what is not known yet is not shown
        QVERIFY(open.window.findings()->results()->grid().isEmpty());
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY(tab(open, "Results")->isChecked());
        QVERIFY(open.window.findings()->results()->isVisible());
    }

    void theFigureHasTheTable()
    {
        const Run run = played(batch());
        const Figure figure = runFigure(batch(), run);
        QCOMPARE(figure.results.size(), run.variants.size());
        for (const char *format : {"png", "svg", "pdf"}) {
            const auto first = renderFigure(figure, {}, format),
                       second = renderFigure(runFigure(batch(), played(batch())), {}, format);
            QVERIFY(first.ok() && second.ok());
            QVERIFY(first.value() == second.value());
        }
        const QByteArray svg = renderFigure(figure, {}, "svg").value();
        QVERIFY(svg.contains(">Results<"));
        for (const VariantRun &variant : run.variants) {
            for (const ResultRow &row : variant.results)
                QVERIFY2(svg.contains('>' + row.what.toUtf8() + '<'), qPrintable(row.what));
        }
        Figure without = figure;
        without.results.clear();
        QVERIFY(!renderFigure(without, {}, "svg").value().contains(">Results<"));
        const auto height = [](const Figure &drawn) { return QImage::fromData(renderFigure(drawn, {}, "png").value()).height(); };
        QVERIFY(height(figure) > height(without) + 80);
    }

    void aLessonWithoutResultsHasAFigureWithout()
    {
        const Lesson &lesson = *findLesson(QStringLiteral("sequential-vs-parallel"));
        QVERIFY(runFigure(lesson, played(lesson)).results.empty());
    }
};

QTEST_MAIN(TestResults)
#include "tst_results.moc"
