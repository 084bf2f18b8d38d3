// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/window_entry.h"

#include "app/gui/window.h"

#include <QApplication>
#include <QStyleFactory>

namespace awaitscope {

int runWindow(const WindowOptions &options)
{
    const Lesson *lesson = findLesson(options.lesson.isEmpty() ? QStringLiteral("sequential-vs-parallel") : options.lesson);
    if (!lesson) {
        if (lessons().empty())
            return 2;
        lesson = &lessons().front();
    }
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    Window window(*lesson);
    if (options.theme)
        window.setThemeChoice(*options.theme == ThemeKind::Dark ? ThemeChoice::Dark : ThemeChoice::Light);
    window.show();
    return QApplication::exec();
}

} // namespace awaitscope
