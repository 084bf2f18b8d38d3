// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/timeline/runs.h"
#include "widgets/timeline/figure.h"
#include "widgets/timeline/figure_layout.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <unistd.h>

using namespace awaitscope;
using namespace std::chrono_literals;

namespace {

Figure usualFigure()
{
    Figure figure;
    figure.title = QStringLiteral("Sequential & parallel <1>");
    figure.subtitle = QStringLiteral("getUser 196 ms · real clock");
    figure.subjects = test::twins();
    figure.caption = QStringLiteral("A took 407 ms. B took 196 ms: its three waits overlap.");
    figure.command = QStringLiteral("awaitscope run sequential-vs-parallel --export figure.svg");
    return figure;
}

/// Gives up the rights of root as long as it lives.
class WithoutPrivileges
{
public:
    WithoutPrivileges() : wasRoot_(geteuid() == 0)
    {
        constexpr gid_t nobody = 65534;
        dropped_ = !wasRoot_ || (setegid(nobody) == 0 && seteuid(nobody) == 0);
    }
    ~WithoutPrivileges()
    {
        if (wasRoot_ && (seteuid(0) != 0 || setegid(0) != 0))
            qFatal("cannot get the rights back");
    }
    bool dropped() const { return dropped_; }

private:
    bool wasRoot_, dropped_;
};

} // namespace

class TestFigure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameFigureSameBytes_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QByteArray>("begin");
        QTest::newRow("png") << "png" << QByteArray("\x89PNG");
        QTest::newRow("svg") << "svg" << QByteArray("<svg ");
        QTest::newRow("pdf") << "pdf" << QByteArray("%PDF-");
    }
    void sameFigureSameBytes()
    {
        QFETCH(QString, format);
        QFETCH(QByteArray, begin);
        const auto first = renderFigure(usualFigure(), {}, format);
        QVERIFY(first.ok());
        QVERIFY(first.value().startsWith(begin));
        QVERIFY(!first.value().contains(
            QByteArray::number(QDate::currentDate().year()) + QDate::currentDate().toString("MMdd").toLatin1()));
        QTest::qWait(1100); // a date in it would be another by now
        qputenv("TZ", "Asia/Tokyo");
        const auto second = renderFigure(usualFigure(), {}, format);
        qunsetenv("TZ");
        QCOMPARE(first.value() == second.value(), true);
        Figure other = usualFigure();
        other.caption += QStringLiteral(" Other.");
        QVERIFY(renderFigure(other, {}, format).value() != first.value());
    }

    void svgIsWellFormedAndItsTextIsText()
    {
        const auto svg = renderFigure(usualFigure(), {}, QStringLiteral("svg"));
        QXmlStreamReader xml(svg.value());
        QStringList texts;
        int patterns = 0;
        QSet<QString> ids;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            patterns += xml.name() == u"pattern";
            if (const auto id = xml.attributes().value(QStringLiteral("id")); !id.isEmpty()) {
                QVERIFY(!ids.contains(id.toString()));
                ids += id.toString();
            }
            if (xml.name() == u"text")
                texts += xml.readElementText();
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        for (const QString &expected :
            {QStringLiteral("Sequential & parallel <1>"), QStringLiteral("getUserMetrics"), QStringLiteral("timer 196 ms"),
                QStringLiteral("the three waits overlap"), QStringLiteral("in flight"), QStringLiteral("awaiting")})
            QVERIFY2(texts.contains(expected), qPrintable(expected));
        QVERIFY(texts.last().startsWith(QStringLiteral("Made by: awaitscope run")));
        QCOMPARE(patterns, 1);
        QVERIFY(svg.value().size() < 40'000);
    }

    void sizeAndScaleAreKept()
    {
        for (const double scale : {0.5, 1.0, 2.0}) {
            const auto png = renderFigure(usualFigure(), {ThemeKind::Dark, QSizeF(800, 700), scale}, QStringLiteral("png"));
            QVERIFY(png.ok());
            QCOMPARE(QImage::fromData(png.value()).size(), (QSizeF(800, 700) * scale).toSize());
        }
        QCOMPARE(QImage::fromData(renderFigure(usualFigure(), {}, QStringLiteral("png")).value()).width(), 960);
    }

    void themesDiffer()
    {
        const auto corner = [](ThemeKind kind) {
            return QImage::fromData(renderFigure(usualFigure(), {kind, {}, 1.0}, QStringLiteral("png")).value()).pixelColor(1, 1);
        };
        for (const ThemeKind kind : {ThemeKind::Light, ThemeKind::Dark, ThemeKind::Print})
            QCOMPARE(corner(kind), theme(kind).panel);
    }

    void tooSmallAHeightIsAProblemThatNamesTheLeast()
    {
        const auto small = renderFigure(usualFigure(), {ThemeKind::Print, QSizeF(900, 250), 1.0}, QStringLiteral("svg"));
        QVERIFY(!small.ok());
        QCOMPARE(small.problem().id, QStringLiteral("figure-size"));
        const auto match = QRegularExpression(QStringLiteral("it needs (\\d+)")).match(small.problem().sentence);
        QVERIFY(match.hasMatch());
        const double least = match.captured(1).toDouble();
        QVERIFY(renderFigure(usualFigure(), {ThemeKind::Print, QSizeF(900, least), 1.0}, QStringLiteral("svg")).ok());
        QVERIFY(!renderFigure(usualFigure(), {ThemeKind::Print, QSizeF(900, least - 1), 1.0}, QStringLiteral("svg")).ok());
    }

    void impossibleSizesAndScalesAreRefused()
    {
        for (const QSizeF size : {QSizeF(100, 0), QSizeF(0, 100), QSizeF(9000, 0), QSizeF(-7, 0), QSizeF(qQNaN(), 0)})
            QCOMPARE(renderFigure(usualFigure(), {ThemeKind::Print, size, 1.0}, QStringLiteral("svg")).problem().id,
                QStringLiteral("figure-size"));
        for (const double scale : {0.0, 0.4, 8.5, -1.0, qQNaN()})
            QCOMPARE(renderFigure(usualFigure(), {ThemeKind::Print, {}, scale}, QStringLiteral("png")).problem().id,
                QStringLiteral("figure-scale"));
    }

    void partsStandBelowEachOther()
    {
        for (const double width : {200.0, 320.0, 640.0, 960.0, 2400.0}) {
            const auto result = layoutFigure(usualFigure(), QSizeF(width, 0));
            QVERIFY(result.ok());
            const FigureLayout &layout = result.value();
            QVERIFY(layout.title.back().box().bottom() <= layout.subtitle.front().box().top());
            QVERIFY(layout.subtitle.back().box().bottom() <= layout.rulerTop + 4);
            QVERIFY(layout.rulerTop + layout.chart.metrics.ruler <= layout.chart.top + 0.5);
            QVERIFY(layout.chart.bottom() <= layout.legendArea.top());
            QVERIFY(layout.legendArea.bottom() <= layout.rule);
            QVERIFY(layout.rule < layout.caption.front().box().top());
            QVERIFY(layout.caption.back().box().bottom() <= layout.command.front().box().top());
            QVERIFY(layout.command.back().box().bottom() <= layout.size.height());
            for (const auto *texts : {&layout.title, &layout.subtitle, &layout.caption, &layout.command}) {
                for (const TextShape &text : *texts)
                    QVERIFY(text.box().right() <= width);
            }
        }
    }

    void onlyTheStretchAskedForIsShown()
    {
        Figure figure = usualFigure();
        figure.from = 190ms;
        figure.to = 200ms;
        const auto result = layoutFigure(figure, {});
        QCOMPARE(result.value().chart.axis.from, Ns(190ms));
        QVERIFY(result.value().chart.axis.to >= Ns(200ms) && result.value().chart.axis.to < Ns(201ms));
    }

    void exportWritesTheWholeFile()
    {
        QTemporaryDir folder;
        for (const QString &ending : {QStringLiteral("png"), QStringLiteral("SVG"), QStringLiteral("pdf")}) {
            const QString file = folder.filePath(QStringLiteral("figure.") + ending);
            for (int round = 0; round < 2; ++round) { // the second replaces the first
                QVERIFY(exportFigure(usualFigure(), {}, file).ok());
                QFile written(file);
                QVERIFY(written.open(QIODevice::ReadOnly));
                QVERIFY(written.readAll() == renderFigure(usualFigure(), {}, ending.toLower()).value());
            }
        }
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 3);
    }

    void badTargetsLeaveNothingBehind()
    {
        QTemporaryDir folder;
        const QString target = folder.filePath(QStringLiteral("target.svg")), link = folder.filePath(QStringLiteral("link.svg"));
        QFile content(target);
        QVERIFY(content.open(QIODevice::WriteOnly) && content.write("kept") == 4);
        content.close();
        QVERIFY(QFile::link(target, link));
        QVERIFY(QFile::link(folder.filePath(QStringLiteral("nowhere.svg")), folder.filePath(QStringLiteral("dangling.svg"))));
        QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("folder.png")));
        const QStringList before = QDir(folder.path()).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot);
        const QList<QPair<QString, QString>> cases{{QStringLiteral("figure.gif"), QStringLiteral("export-ending")},
            {QStringLiteral("figure"), QStringLiteral("export-ending")},
            {QStringLiteral("none/figure.png"), QStringLiteral("export-folder")},
            {QStringLiteral("target.svg/figure.png"), QStringLiteral("export-folder")},
            {QStringLiteral("link.svg"), QStringLiteral("export-link")},
            {QStringLiteral("dangling.svg"), QStringLiteral("export-link")},
            {QStringLiteral("folder.png"), QStringLiteral("export-directory")},
            {QString(300, u'x') + QStringLiteral(".png"), QStringLiteral("export-unwritable")}};
        for (const auto &[name, id] : cases) {
            const auto result = exportFigure(usualFigure(), {}, folder.filePath(name));
            QVERIFY2(!result.ok(), qPrintable(name));
            QCOMPARE(result.problem().id, id);
            QVERIFY(result.problem().sentence.contains(name) && !result.problem().sentence.contains(u'\n'));
        }
        QVERIFY(
            !exportFigure(usualFigure(), {ThemeKind::Print, QSizeF(900, 210), 1.0}, folder.filePath(QStringLiteral("small.svg")))
                 .ok());
        QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot), before);
        QVERIFY(content.open(QIODevice::ReadOnly));
        QCOMPARE(content.readAll(), QByteArray("kept"));
    }

    void aFolderWithoutRightsIsAProblem()
    {
        QTemporaryDir folder;
        const QString closed = folder.filePath(QStringLiteral("closed"));
        QVERIFY(QDir().mkdir(closed));
        QFile::setPermissions(
            folder.path(), QFile::ReadOwner | QFile::ExeOwner | QFile::WriteOwner | QFile::ReadOther | QFile::ExeOther);
        QFile::setPermissions(closed, QFile::ReadOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther);
        {
            const WithoutPrivileges rights;
            if (!rights.dropped())
                QSKIP("cannot give up root's rights here");
            const auto result = exportFigure(usualFigure(), {}, closed + QStringLiteral("/figure.png"));
            QVERIFY(!result.ok());
            QCOMPARE(result.problem().id, QStringLiteral("export-unwritable"));
            QVERIFY(result.problem().sentence.contains(QStringLiteral("figure.png")));
        }
        QVERIFY(QDir(closed).isEmpty());
    }
};

QTEST_MAIN(TestFigure)
#include "tst_figure.moc"
