// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusVariant>
#include <QObject>
#include <QString>
#include <QVariantMap>

#include <optional>

class QThread;

namespace awaitscope {

/// What the desktop's settings say of looks, as its portal tells it (org.freedesktop.portal.Settings). Empty where there is no
/// portal, no bus, or where it says nothing of it. Asked for without waiting; main thread.
class DesktopSettings : public QObject
{
    Q_OBJECT

public:
    explicit DesktopSettings(QObject *parent = nullptr);
    ~DesktopSettings() override;

    /// Connects to the session's bus on a thread of its own, then asks and listens. Without a bus, nothing happens.
    void start();

    std::optional<bool> dark() const { return dark_; }
    std::optional<bool> highContrast() const { return highContrast_; }
    std::optional<bool> reducedMotion() const { return reducedMotion_; }

Q_SIGNALS:
    /// One of them has another value.
    void changed();

private:
    void ask();
    void take(const QString &space, const QString &key, const QVariant &value);

private Q_SLOTS:
    void onSettingChanged(const QString &space, const QString &key, const QDBusVariant &value);

private:
    QThread *connecting_ = nullptr; ///< ends by itself; left behind where a bus never answers
    std::optional<bool> dark_, highContrast_, reducedMotion_;
};

} // namespace awaitscope
