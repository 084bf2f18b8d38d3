// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/identity.h"

#include <QCoreApplication>
#include <QGuiApplication>

namespace awaitscope {

namespace {

const QString appId = QStringLiteral("org.awaitscope.Awaitscope");

struct Identity
{
    Q_DECLARE_TR_FUNCTIONS(Identity)
};

} // namespace

QIcon appIcon()
{
    QIcon icon;
    for (const int size : {16, 22, 24, 32, 48, 64, 128, 256})
        icon.addFile(QStringLiteral(":/app/icons/%1x%1/apps/%2.png").arg(size).arg(appId), QSize(size, size));
    return icon;
}

void nameToDesktop()
{
    QGuiApplication::setDesktopFileName(appId);
    QGuiApplication::setWindowIcon(appIcon());
}

QString versionLines()
{
    const QString running = QString::fromLatin1(qVersion()), built = QStringLiteral(QT_VERSION_STR);
    return QStringLiteral("Awaitscope %1\n").arg(QStringLiteral(AWAITSCOPE_VERSION))
        + (running == built ? QStringLiteral("Qt %1\n").arg(running)
                            : Identity::tr("Qt %1, built with %2").arg(running, built) + QLatin1Char('\n'))
        + QStringLiteral("QCoro %1").arg(QStringLiteral(AWAITSCOPE_QCORO_VERSION));
}

bool startedByDesktop()
{
    // https://specifications.freedesktop.org/startup-notification-spec, and its successor on Wayland, xdg-activation
    return !qEnvironmentVariableIsEmpty("DESKTOP_STARTUP_ID") || !qEnvironmentVariableIsEmpty("XDG_ACTIVATION_TOKEN");
}

} // namespace awaitscope
