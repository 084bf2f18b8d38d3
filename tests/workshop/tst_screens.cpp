// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/workshop/shows.h"

#include "app/workshop/screens.h"

#include <QApplication>
#include <QProcess>
#include <QScreen>
#include <QStandardPaths>

using namespace awaitscope;
using namespace awaitscope::test;

namespace {

/// A display of its own, in which two monitors stand side by side.
class VirtualDisplay
{
public:
    /// False, with a reason, where it cannot be had.
    bool start()
    {
        for (const char *tool : {"Xvfb", "xrandr"}) {
            if (QStandardPaths::findExecutable(QLatin1String(tool)).isEmpty()) {
                reason = QStringLiteral("%1 is not installed; installer/packages names its package").arg(QLatin1String(tool));
                return false;
            }
        }
        server_.setStandardErrorFile(QProcess::nullDevice());
        server_.start(QStringLiteral("Xvfb"),
            {QStringLiteral("-noreset"), QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"),
                QStringLiteral("0"), QStringLiteral("1600x600x24"), QStringLiteral("-nolisten"), QStringLiteral("tcp")});
        while (server_.state() != QProcess::NotRunning && !server_.canReadLine() && server_.waitForReadyRead(10'000)) { }
        const QByteArray number = server_.readLine().trimmed();
        reason = QStringLiteral("Xvfb did not start");
        qputenv("DISPLAY", ":" + number);
        return !number.isEmpty() && add("left", "800/211x600/158+0+0", "screen") && add("right", "800/211x600/158+800+0", "none");
    }

    ~VirtualDisplay()
    {
        server_.terminate();
        server_.waitForFinished();
    }

    static bool add(const char *name, const char *geometry, const char *output)
    {
        return xrandr({QStringLiteral("--setmonitor"), QLatin1String(name), QLatin1String(geometry), QLatin1String(output)});
    }

    static bool remove(const char *name) { return xrandr({QStringLiteral("--delmonitor"), QLatin1String(name)}); }

    QString reason;

private:
    static bool xrandr(const QStringList &arguments) { return QProcess::execute(QStringLiteral("xrandr"), arguments) == 0; }

    QProcess server_;
};

} // namespace

class TestScreens : public QObject
{
    Q_OBJECT

private:
    static QScreen *screenNamed(const char *name)
    {
        for (QScreen *screen : QGuiApplication::screens()) {
            if (screen->name() == QLatin1String(name))
                return screen;
        }
        return nullptr;
    }

private Q_SLOTS:
    void theShowStandsBesideThePrimaryScreen()
    {
        QCOMPARE(planScreens(1, 0, false), (ScreenPlan{0, 0}));
        QCOMPARE(planScreens(1, 0, true), (ScreenPlan{0, 0}));
        QCOMPARE(planScreens(2, 0, false), (ScreenPlan{1, 0}));
        QCOMPARE(planScreens(2, 1, false), (ScreenPlan{0, 1}));
        QCOMPARE(planScreens(2, 0, true), (ScreenPlan{0, 1}));
        QCOMPARE(planScreens(3, 2, false), (ScreenPlan{0, 2}));
    }

    void aScreenThatIsTakenAwayTakesNoStepWithIt()
    {
        QCOMPARE(QGuiApplication::screens().size(), 2);
        OpenShow show({QStringLiteral("batch-errors")});
        ShowWindow &window = show.presenter.show();
        SpeakerWindow &speaker = show.presenter.speaker();
        QScreen *primary = QGuiApplication::primaryScreen();
        QScreen *other = QGuiApplication::screens()[QGuiApplication::screens().indexOf(primary) == 0 ? 1 : 0];
        const QByteArray otherName = other->name().toLatin1();
        const QRect otherGeometry = other->geometry(), primaryGeometry = primary->geometry();
        QVERIFY(otherGeometry != primaryGeometry);
        QTRY_COMPARE(window.geometry(), otherGeometry);
        QVERIFY(speaker.isVisible());
        QTRY_VERIFY(primaryGeometry.contains(speaker.geometry().center()));

        QTRY_VERIFY(QApplication::activeWindow()); // until then the display gives keys to nobody
        show.key(Qt::Key_X);
        QTRY_COMPARE(window.geometry(), primaryGeometry);
        QTRY_VERIFY(otherGeometry.contains(speaker.geometry().center()));
        QTRY_VERIFY(QApplication::activeWindow());
        show.key(Qt::Key_X);
        QTRY_COMPARE(window.geometry(), otherGeometry);

        QTRY_VERIFY(QApplication::activeWindow());
        QVERIFY(show.goTo(SlideKind::Pause));
        const Slide before = show.slide();
        const Moment moment = show.presenter.stage().playback().moment();
        QVERIFY(VirtualDisplay::remove(otherName.constData()));
        QTRY_COMPARE(QGuiApplication::screens().size(), 1);
        QTRY_COMPARE(window.geometry(), primaryGeometry);
        QVERIFY(window.isVisible());
        QVERIFY(!speaker.isVisible()); // it would hide the show
        QVERIFY(show.slide() == before);
        QCOMPARE(show.presenter.stage().playback().moment().step, moment.step);
        QTRY_COMPARE(QApplication::activeWindow(), &window);
        show.key(Qt::Key_PageDown); // the keys go on
        QVERIFY(show.slide() > before);
        const Slide after = show.slide();

        QVERIFY(VirtualDisplay::add(
            otherName.constData(), otherName == "left" ? "800/211x600/158+0+0" : "800/211x600/158+800+0", "none"));
        QTRY_COMPARE(QGuiApplication::screens().size(), 2);
        QTRY_COMPARE(window.geometry(), otherGeometry);
        QTRY_VERIFY(speaker.isVisible());
        QVERIFY(show.slide() == after);
    }
};

int main(int argc, char **argv)
{
    VirtualDisplay display;
    if (!display.start()) {
        const QByteArray reason = display.reason.toUtf8();
        std::fprintf(stderr, "SKIP: %s\n", reason.constData());
        return 0;
    }
    qputenv("QT_QPA_PLATFORM", "xcb");
    QApplication application(argc, argv);
    TestScreens test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_screens.moc"
