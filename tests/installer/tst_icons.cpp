// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/installer/tools.h"

#include "app/common/identity.h"
#include "widgets/theme/theme.h"

#include <QDir>
#include <QGuiApplication>
#include <QImage>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace awaitscope;
using namespace awaitscope::test;

namespace {

const QString traceIcon = QStringLiteral("application-vnd.awaitscope.trace");

QString drawn(const QString &name, int size)
{
    return QStringLiteral(AWAITSCOPE_BINARY_DIR "/resources/desktop/icons/%1x%1/%2/%3.png")
        .arg(size)
        .arg(name == appId ? QStringLiteral("apps") : QStringLiteral("mimetypes"), name);
}

/// What a panel may look like behind an icon: of GNOME and KDE, light and dark, and the extremes.
const QList<QColor> panels{QColor("#ffffff"), QColor("#f6f5f4"), QColor("#242424"), QColor("#000000")};

/// The colours along the outline: opaque pixels beside one that is not, or at the edge of the image.
QList<QColor> outline(const QImage &icon)
{
    const auto isOpaque = [&](int x, int y) { return icon.valid(x, y) && qAlpha(icon.pixel(x, y)) == 255; };
    QList<QColor> colours;
    for (int y = 0; y < icon.height(); ++y) {
        for (int x = 0; x < icon.width(); ++x) {
            const bool isEdge = !isOpaque(x - 1, y) || !isOpaque(x + 1, y) || !isOpaque(x, y - 1) || !isOpaque(x, y + 1);
            if (isOpaque(x, y) && isEdge)
                colours << icon.pixelColor(x, y);
        }
    }
    return colours;
}

/// How many of a hundred stand out by 3:1 (WCAG 2.2, non-text contrast).
int standingOut(const QList<QColor> &colours, const QColor &panel)
{
    const auto count = std::ranges::count_if(colours, [&](const QColor &colour) { return contrast(colour, panel) >= 3.0; });
    return int(100 * count / std::max<qsizetype>(colours.size(), 1));
}

} // namespace

/// The icons of the app and of its trace files, as they were built.
class IconsTest : public QObject
{
    Q_OBJECT

    static void forEachIcon()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("size");
        for (const QString &name : {appId, traceIcon}) {
            for (const int size : {16, 22, 24, 32, 48, 64, 128, 256, 512})
                QTest::addRow("%s %d", qPrintable(name), size) << name << size;
        }
    }

private Q_SLOTS:
    void theyStandOutFromEveryPanel_data() { forEachIcon(); }

    void theyStandOutFromEveryPanel()
    {
        QFETCH(QString, name);
        QFETCH(int, size);
        const QImage icon(drawn(name, size));
        QCOMPARE(icon.size(), QSize(size, size));
        QVERIFY(icon.hasAlphaChannel());
        const QList<QColor> colours = outline(icon);
        QVERIFY(colours.size() >= 3 * size / 2);
        const int least = name == appId ? 100 : 75; // the folded corner of the page is pale
        for (const QColor &panel : panels) {
            const int share = standingOut(colours, panel);
            QVERIFY2(share >= least, qPrintable(QStringLiteral("%1: %2 %").arg(panel.name()).arg(share)));
        }
    }

    void theSmallOnesStandOnTheGridOfPixels_data() { forEachIcon(); }

    /// Nothing within is blurred: of the pixels away from the outline, nearly all have one of the few colours of the drawing.
    void theSmallOnesStandOnTheGridOfPixels()
    {
        QFETCH(QString, name);
        QFETCH(int, size);
        if (size > 32)
            return;
        const QString drawing = textOf(desktopFile(QStringLiteral("icons/%1-%2.svg").arg(name).arg(size)));
        const QImage icon(drawn(name, size));
        int sharp = 0, all = 0;
        for (int y = 0; y < size; ++y) {
            for (int x = 0; x < size; ++x) {
                if (qAlpha(icon.pixel(x, y)) != 255)
                    continue;
                ++all;
                sharp += drawing.contains(icon.pixelColor(x, y).name()) ? 1 : 0;
            }
        }
        QVERIFY2(sharp * 100 >= all * 90, qPrintable(QStringLiteral("%1 of %2").arg(sharp).arg(all)));
    }

    void whatIsWithinStandsOutFromTheGround()
    {
        for (const int size : {16, 22, 24, 32, 48}) {
            const QImage icon(drawn(appId, size));
            const QColor ground = icon.pixelColor(size / 2, size - 2), bar = icon.pixelColor(size * 5 / 16, size / 2 + 1);
            QVERIFY2(
                contrast(ground, bar) >= 4.0, qPrintable(QStringLiteral("%1: %2 %3").arg(size).arg(ground.name(), bar.name())));
        }
    }

    void drawingTwiceGivesTheSameBytes()
    {
        QTemporaryDir folder;
        const QString again = folder.filePath(QStringLiteral("icon.png"));
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C"));
        environment.insert(QStringLiteral("TZ"), QStringLiteral("Asia/Kathmandu"));
        const Said said = runTool(QStringLiteral(AWAITSCOPE_BINARY_DIR "/awaitscope_draw_icon"),
            {desktopFile(QStringLiteral("icons/%1.svg").arg(appId)), QStringLiteral("128"), again}, environment);
        QVERIFY2(said.code == 0, qPrintable(said.words));
        QFile first(drawn(appId, 128)), second(again);
        QVERIFY(first.open(QIODevice::ReadOnly) && second.open(QIODevice::ReadOnly));
        QCOMPARE(second.readAll(), first.readAll());
    }

    void theToolRefusesWhatIsNoDrawing()
    {
        QTemporaryDir folder;
        const QString out = folder.filePath(QStringLiteral("icon.png"));
        for (const QStringList &words : {QStringList{desktopFile(appId + QStringLiteral(".desktop")), "16", out},
                 QStringList{folder.filePath("none.svg"), "16", out},
                 QStringList{desktopFile(QStringLiteral("icons/%1.svg").arg(appId)), "0", out}}) {
            const Said said = runTool(QStringLiteral(AWAITSCOPE_BINARY_DIR "/awaitscope_draw_icon"), words);
            QCOMPARE(said.code, 1);
            QVERIFY(!QFile::exists(out));
        }
    }

    void theSymbolHasOneColour()
    {
        const QString symbol = textOf(desktopFile(QStringLiteral("icons/%1-symbolic.svg").arg(appId)));
        QCOMPARE(symbol.count(QStringLiteral("fill=")), 1);
        QVERIFY(symbol.contains(QStringLiteral("viewBox=\"0 0 16 16\"")));
    }

    void theWindowsHaveTheIcon()
    {
        nameToDesktop();
        QCOMPARE(QGuiApplication::desktopFileName(), appId);
        const QIcon icon = QGuiApplication::windowIcon();
        for (const int size : {16, 22, 24, 32, 48, 64, 128, 256}) {
            const QImage shown = icon.pixmap(QSize(size, size), 1.0).toImage().convertToFormat(QImage::Format_ARGB32);
            QCOMPARE(shown, QImage(drawn(appId, size)).convertToFormat(QImage::Format_ARGB32));
        }
    }
};

QTEST_MAIN(IconsTest)
#include "tst_icons.moc"
