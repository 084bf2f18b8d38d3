// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/desktop_settings.h"
#include "tests/gui/window_fixture.h"
#include "widgets/theme/motion.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace awaitscope;
using awaitscope::test::OpenWindow;

namespace {

using SettingsBySpace = QMap<QString, QVariantMap>;
const QString appearance = QStringLiteral("org.freedesktop.appearance");

/// A portal that tells what it is given, on a bus of this test's own.
class Portal : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    SettingsBySpace values;
    int asked = 0;

    void change(const QString &space, const QString &key, const QVariant &value)
    {
        values[space][key] = value;
        Q_EMIT SettingChanged(space, key, QDBusVariant(value));
    }

public Q_SLOTS:
    QMap<QString, QVariantMap> ReadAll(const QStringList &spaces)
    {
        ++asked;
        SettingsBySpace told;
        for (const QString &space : spaces) {
            if (values.contains(space))
                told.insert(space, values.value(space));
        }
        return told;
    }

Q_SIGNALS:
    void SettingChanged(const QString &space, const QString &key, const QDBusVariant &value);
};

} // namespace

class TestDesktopSettings : public QObject
{
    Q_OBJECT

    QTemporaryDir folder_;
    QProcess daemon_;
    Portal portal_;

    bool startBus()
    {
        const QString program = QStandardPaths::findExecutable(QStringLiteral("dbus-daemon"));
        if (program.isEmpty())
            return false;
        daemon_.start(program,
            {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address"),
                QStringLiteral("--address=unix:path=") + folder_.filePath(QStringLiteral("bus"))});
        return daemon_.waitForReadyRead(10'000);
    }

private Q_SLOTS:
    void initTestCase()
    {
        qDBusRegisterMetaType<SettingsBySpace>();
        qputenv("XDG_RUNTIME_DIR", folder_.path().toLocal8Bit());
        if (!startBus())
            QSKIP("dbus-daemon is not installed");
        qputenv("DBUS_SESSION_BUS_ADDRESS", daemon_.readAllStandardOutput().trimmed());
        QDBusConnection bus = QDBusConnection::sessionBus();
        QVERIFY(bus.registerObject(QStringLiteral("/org/freedesktop/portal/desktop"), &portal_,
            QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
        QVERIFY(bus.registerService(QStringLiteral("org.freedesktop.portal.Desktop")));
    }

    void cleanupTestCase()
    {
        daemon_.kill();
        daemon_.waitForFinished();
    }

    void init()
    {
        portal_.values.clear();
        portal_.asked = 0;
    }

    void nothingIsKnownWithoutAPortalsWord()
    {
        DesktopSettings desktop;
        desktop.start();
        QTRY_COMPARE(portal_.asked, 1);
        QTest::qWait(50);
        QVERIFY(!desktop.dark() && !desktop.highContrast() && !desktop.reducedMotion());
    }

    void theWindowFollowsThePortal()
    {
        portal_.values = {{appearance, {{QStringLiteral("color-scheme"), 1U}, {QStringLiteral("contrast"), 1U}}}};
        DesktopSettings desktop;
        Settings settings;
        OpenWindow open;
        open.window.useSettings(settings, &desktop);
        desktop.start();
        QTRY_COMPARE(open.window.themeKind(), ThemeKind::HighContrastDark);
        portal_.change(appearance, QStringLiteral("contrast"), 0U);
        QTRY_COMPARE(open.window.themeKind(), ThemeKind::Dark);
        portal_.change(appearance, QStringLiteral("color-scheme"), 2U);
        QTRY_COMPARE(open.window.themeKind(), ThemeKind::Light);
        settings.setThemeChoice(ThemeChoice::Dark); // what the user chose goes before what the desktop says
        QCOMPARE(open.window.themeKind(), ThemeKind::Dark);
        QVERIFY(!motionReduced());
        portal_.change(appearance, QStringLiteral("reduced-motion"), 1U);
        QTRY_VERIFY(motionReduced());
        settings.setMotionChoice(MotionChoice::Full);
        QVERIFY(!motionReduced());
    }

    void anOlderDesktopsKeysCountToo()
    {
        portal_.values = {{QStringLiteral("org.gnome.desktop.interface"), {{QStringLiteral("enable-animations"), false}}},
            {QStringLiteral("org.gnome.desktop.a11y.interface"), {{QStringLiteral("high-contrast"), true}}}};
        DesktopSettings desktop;
        desktop.start();
        QTRY_VERIFY(desktop.reducedMotion() == true);
        QVERIFY(desktop.highContrast() == true);
        QVERIFY(!desktop.dark());
    }

    void nonsenseIsPassedOver()
    {
        portal_.values = {{appearance,
            {{QStringLiteral("color-scheme"), QStringLiteral("dark")}, {QStringLiteral("contrast"), 17U},
                {QStringLiteral("reduced-motion"), QByteArray("yes")}, {QString(), 1U}}}};
        DesktopSettings desktop;
        desktop.start();
        QTRY_COMPARE(portal_.asked, 1);
        QTRY_VERIFY(desktop.highContrast() == false);
        QVERIFY(!desktop.dark() && !desktop.reducedMotion());
    }
};

QTEST_MAIN(TestDesktopSettings)
#include "tst_desktop_settings.moc"
