// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/startup.h"

#include <QEvent>
#include <QLoggingCategory>
#include <QWidget>

#include <chrono>

namespace awaitscope {

namespace {

Q_LOGGING_CATEGORY(startup, "awaitscope.startup", QtWarningMsg)

/// When the program's own statics were made, right after its libraries were loaded.
const auto begun = std::chrono::steady_clock::now();

class FirstPaint : public QObject
{
public:
    explicit FirstPaint(QWidget *widget) : QObject(widget) { widget->installEventFilter(this); }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::Paint)
            return false;
        watched->removeEventFilter(this);
        // Queued: by then its children are painted too, and the picture is on its way to the screen.
        QMetaObject::invokeMethod(this, &FirstPaint::report, Qt::QueuedConnection);
        return false;
    }

private:
    void report()
    {
        const auto now = std::chrono::steady_clock::now();
        const std::chrono::duration<double, std::milli> passed = now - begun;
        qCDebug(startup, "first paint at %lld ns, %.0f ms after the program's own begin",
            static_cast<long long>(now.time_since_epoch() / std::chrono::nanoseconds(1)), passed.count());
        deleteLater();
    }
};

} // namespace

void reportFirstPaint(QWidget *widget)
{
    new FirstPaint(widget);
}

} // namespace awaitscope
