// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/desktop_settings.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QFileInfo>
#include <QThread>

#include <utility>

namespace awaitscope {

namespace {

using SettingsBySpace = QMap<QString, QVariantMap>;

const QString busName = QStringLiteral("awaitscope-desktop-settings");
const QString service = QStringLiteral("org.freedesktop.portal.Desktop");
const QString path = QStringLiteral("/org/freedesktop/portal/desktop");
const QString interface = QStringLiteral("org.freedesktop.portal.Settings");
const QString appearance = QStringLiteral("org.freedesktop.appearance");
const QString gnome = QStringLiteral("org.gnome.desktop.interface");
const QString gnomeAccess = QStringLiteral("org.gnome.desktop.a11y.interface");

/// Without one of them, the library would start a bus of its own.
bool hasBus()
{
    return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS")
        || QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus"));
}

} // namespace

DesktopSettings::DesktopSettings(QObject *parent) : QObject(parent)
{
    qDBusRegisterMetaType<SettingsBySpace>();
}

DesktopSettings::~DesktopSettings()
{
    if (!connecting_ || !connecting_->isFinished())
        return;
    delete connecting_;
    QDBusConnection::disconnectFromBus(busName);
}

void DesktopSettings::start()
{
    if (connecting_ || !hasBus())
        return;
    connecting_ = QThread::create([] { QDBusConnection::connectToBus(QDBusConnection::SessionBus, busName); });
    connect(connecting_, &QThread::finished, this, &DesktopSettings::ask);
    connecting_->start();
}

void DesktopSettings::ask()
{
    QDBusConnection bus(busName);
    if (!bus.isConnected())
        return;
    bus.connect(
        service, path, interface, QStringLiteral("SettingChanged"), this, SLOT(onSettingChanged(QString, QString, QDBusVariant)));
    QDBusMessage call = QDBusMessage::createMethodCall(service, path, interface, QStringLiteral("ReadAll"));
    call << QStringList{appearance, gnome, gnomeAccess};
    auto *answer = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        answer->deleteLater();
        const QDBusPendingReply<SettingsBySpace> reply = *answer;
        if (reply.isError())
            return;
        const SettingsBySpace settings = reply.value();
        // What a desktop says of itself first, so that what is said for all desktops wins.
        for (const QString &space : {gnome, gnomeAccess, appearance}) {
            const QVariantMap values = settings.value(space);
            for (auto value = values.begin(); value != values.end(); ++value)
                take(space, value.key(), value.value());
        }
    });
}

void DesktopSettings::onSettingChanged(const QString &space, const QString &key, const QDBusVariant &value)
{
    take(space, key, value.variant());
}

void DesktopSettings::take(const QString &space, const QString &key, const QVariant &value)
{
    const QVariant plain = value.userType() == qMetaTypeId<QDBusVariant>() ? value.value<QDBusVariant>().variant() : value;
    const auto set = [this](std::optional<bool> &kept, std::optional<bool> said) {
        if (std::exchange(kept, said) != said)
            Q_EMIT changed();
    };
    const bool isNumber = plain.userType() == QMetaType::UInt, isFlag = plain.userType() == QMetaType::Bool;
    const uint number = plain.toUInt();
    if (space == appearance && isNumber) {
        if (key == QLatin1String("color-scheme"))
            set(dark_, number == 1 ? std::optional(true) : number == 2 ? std::optional(false) : std::nullopt);
        else if (key == QLatin1String("contrast"))
            set(highContrast_, number == 1);
        else if (key == QLatin1String("reduced-motion"))
            set(reducedMotion_, number == 1);
    } else if (space == gnome && isFlag && key == QLatin1String("enable-animations")) {
        set(reducedMotion_, !plain.toBool());
    } else if (space == gnomeAccess && isFlag && key == QLatin1String("high-contrast")) {
        set(highContrast_, plain.toBool());
    }
}

} // namespace awaitscope
