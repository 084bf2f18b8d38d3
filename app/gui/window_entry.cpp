// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/window_entry.h"

#include "app/gui/desktop_settings.h"
#include "app/gui/settings.h"
#include "app/gui/startup.h"
#include "app/gui/style.h"
#include "app/gui/window.h"
#include "app/gui/window_memory.h"

#include <QApplication>

namespace awaitscope {

int runWindow(const WindowOptions &options)
{
    const Lesson *lesson = findLesson(options.lesson.isEmpty() ? QStringLiteral("sequential-vs-parallel") : options.lesson);
    if (!lesson) {
        if (lessons().empty())
            return 2;
        lesson = &lessons().front();
    }
    QApplication::setStyle(new AppStyle);
    WindowMemory memory;
    Settings settings(Settings::file());
    DesktopSettings desktop;
    Window window(*lesson);
    window.useSettings(settings, &desktop);
    if (options.theme)
        window.showTheme(*options.theme);
    window.restoreGeometry(memory.geometry());
    window.setDividers(memory.dividers());
    QObject::connect(&window, &Window::closed, &window, [&memory, &window] {
        memory.setGeometry(window.saveGeometry());
        memory.setDividers(window.dividers());
    });
    reportFirstPaint(&window);
    window.show();
    QMetaObject::invokeMethod(&desktop, &DesktopSettings::start, Qt::QueuedConnection);
    return QApplication::exec();
}

} // namespace awaitscope
