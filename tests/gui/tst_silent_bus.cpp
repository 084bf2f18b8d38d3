// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/desktop_settings.h"

#include <QLocalServer>
#include <QLocalSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace awaitscope;

/// The thread that waits for the bus is let go with the process: nobody can wake it. LeakSanitizer asks this and is to leave it out.
extern "C" int __lsan_is_turned_off()
{
    return 1;
}

/// A program of its own: the address of the session's bus is read once.
class TestSilentBus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBusThatNeverAnswersHoldsNothingUp()
    {
        const QTemporaryDir folder;
        QLocalServer silent;
        QVERIFY(silent.listen(folder.filePath(QStringLiteral("bus"))));
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + folder.filePath(QStringLiteral("bus")).toLocal8Bit());
        auto desktop = std::make_unique<DesktopSettings>();
        desktop->start();
        bool turned = false;
        QMetaObject::invokeMethod(
            this, [&turned] { turned = true; }, Qt::QueuedConnection);
        QTRY_VERIFY(turned);
        QTRY_VERIFY(silent.hasPendingConnections()); // it is being asked
        QVERIFY(!desktop->dark());
        desktop.reset(); // while it still waits for the bus
        delete silent.nextPendingConnection(); // so that the thread comes to its end
        QTest::qWait(100);
    }
};

QTEST_GUILESS_MAIN(TestSilentBus)
#include "tst_silent_bus.moc"
