// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/trace/trace_builder.h"
#include "tests/timeline/recording_canvas.h"
#include "tests/timeline/runs.h"
#include "widgets/controls/steady_box.h"
#include "widgets/timeline/chart_painter.h"
#include "widgets/timeline/painter_canvas.h"

#include <QLabel>
#include <QPainter>
#include <QTest>
#include <QVBoxLayout>

using namespace awaitscope;
using namespace std::chrono_literals;
using namespace awaitscope::test;

namespace {

/// All that is drawn of a model, as a text.
QString drawn(const ChartModel &model)
{
    RecordingCanvas canvas;
    paintChart(canvas, layoutChart(model, {}), theme(ThemeKind::Light));
    QString all;
    QDebug out(&all);
    for (const auto &text : canvas.texts)
        out << text.at << text.text;
    for (const auto *areas : {&canvas.rects, &canvas.lines, &canvas.paths}) {
        for (const auto &area : *areas)
            out << area.rect << area.fill.color << area.stroke.color;
    }
    return all;
}

QImage words(PainterCanvas::Edges edges, double x, double scale)
{
    QImage image(QSize(200, 40) * scale, QImage::Format_RGB32);
    image.fill(QColor(40, 90, 160));
    QPainter painter(&image);
    painter.scale(scale, scale);
    PainterCanvas canvas(painter, scale, edges);
    canvas.text({x, 25}, QStringLiteral("timer 100 ms"), {12, 500, false, Qt::black, Qt::white, Align::Left});
    return image;
}

int furthest(const QImage &one, const QImage &other)
{
    int most = 0;
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x) {
            const QColor a = one.pixelColor(x, y), b = other.pixelColor(x, y);
            most = std::max({most, std::abs(a.red() - b.red()), std::abs(a.green() - b.green()), std::abs(a.blue() - b.blue())});
        }
    }
    return most;
}

/// Counts how often the page is asked to lay itself out.
class Page : public QWidget
{
public:
    int requests = 0;

protected:
    bool event(QEvent *event) override
    {
        requests += event->type() == QEvent::LayoutRequest ? 1 : 0;
        return QWidget::event(event);
    }
};

} // namespace

/// What is kept from frame to frame changes nothing of what is seen.
class TestFrames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRunThatGrowsIsReadAnew()
    {
        const RecordScript script = gatherRun();
        RecordReader reader(script.recorder());
        const auto builder = std::make_shared<TraceBuilder>(nullptr);
        const std::shared_ptr<const Trace> trace(builder, &builder->trace());
        const std::vector<Subject> subjects{{QStringLiteral("A"), QStringLiteral("first"), sequentialRun().trace()},
            {QStringLiteral("B"), QStringLiteral("second"), trace}};
        ChartReader charts;
        QStringList frames;
        for (const Ns until : {Ns(1ms), Ns(100ms), Ns(130ms), Ns(10s)}) {
            reader.read(until, [&](const RawEvent &raw, std::uint16_t thread) { builder->add(raw, thread, reader.recorder()); });
            if (until == Ns(10s))
                builder->finish();
            else
                builder->advanceTo(until);
            frames += drawn(charts.read(subjects));
            QCOMPARE(frames.back(), drawn(makeChartModel(subjects)));
        }
        QCOMPARE(frames.removeDuplicates(), 0);
    }

    void whatTheOthersAreIsNotKept()
    {
        const Subject troubled{QStringLiteral("A"), QStringLiteral("troubled"), troubledRun().trace()};
        const Subject gathered{QStringLiteral("B"), QStringLiteral("gathered"), gatherRun().trace()};
        const Subject sequential{QStringLiteral("C"), QStringLiteral("sequential"), sequentialRun().trace()};
        Subject renamed = gathered;
        renamed.title = QStringLiteral("another title");
        renamed.notes = {{QStringLiteral("a verdict"), false}};
        ChartReader charts;
        for (const std::vector<Subject> &subjects :
            {std::vector{gathered}, {sequential, gathered}, {gathered, sequential}, {sequential, renamed}, {troubled}, {}}) {
            QCOMPARE(drawn(charts.read(subjects)), drawn(makeChartModel(subjects)));
        }
    }

    void aHaloIsRemembered_data()
    {
        QTest::addColumn<double>("scale");
        QTest::newRow("1") << 1.0;
        QTest::newRow("1.5") << 1.5;
        QTest::newRow("2") << 2.0;
    }

    void aHaloIsRemembered()
    {
        QFETCH(double, scale);
        using Edges = PainterCanvas::Edges;
        for (const double x : {20.0, 20.125 / scale, 20.875 / scale, 21.99 / scale}) {
            const QImage first = words(Edges::CrispAgain, x, scale), again = words(Edges::CrispAgain, x, scale);
            QCOMPARE(first, again);
            const int off = furthest(first, words(Edges::Crisp, x, scale));
            QVERIFY2(off <= 16, qPrintable(QStringLiteral("%1 of 255 at x %2").arg(off).arg(x)));
        }
        // A place further off is seen.
        QVERIFY(furthest(words(Edges::CrispAgain, 20.5 / scale, scale), words(Edges::Crisp, 20.0 / scale, scale)) > 16);
    }

    void wordsOfOneSizeLeaveThePageAlone()
    {
        Page page;
        auto *line = new QLabel(QStringLiteral("At 100.0 ms A waits"));
        line->setWordWrap(true);
        auto *box = new SteadyBox(line);
        auto *layout = new QVBoxLayout(&page);
        layout->addWidget(box);
        layout->addStretch(1);
        page.resize(300, 400);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        QCoreApplication::processEvents();
        page.requests = 0;
        for (int i = 0; i < 5; ++i) {
            line->setText(QStringLiteral("At %1.0 ms A waits").arg(100 + i));
            QCoreApplication::processEvents();
        }
        QCOMPARE(page.requests, 0);
        QCOMPARE(line->geometry(), box->rect());
        const int before = box->height();
        line->setText(QStringLiteral("A waits on line 23 for getUser. ").repeated(6));
        QTRY_VERIFY(box->height() > before);
        QVERIFY(page.requests > 0);
        QCOMPARE(line->geometry(), box->rect());
        QCOMPARE(box->height(), line->heightForWidth(box->width()));
    }
};

QTEST_MAIN(TestFrames)
#include "tst_frames.moc"
