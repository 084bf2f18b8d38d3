// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/window_entry.h"

#include "app/gui/startup.h"
#include "app/gui/window.h"
#include "app/gui/window_memory.h"

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
    WindowMemory memory;
    ThemeChoice choice = memory.themeChoice();
    if (options.theme)
        choice = *options.theme == ThemeKind::Dark ? ThemeChoice::Dark : ThemeChoice::Light;
    Window window(*lesson, lessons(), choice);
    window.restoreGeometry(memory.geometry());
    window.setDividers(memory.dividers());
    QObject::connect(&window, &Window::themeChosen, &window, [&memory](ThemeChoice chosen) { memory.setThemeChoice(chosen); });
    QObject::connect(&window, &Window::closed, &window, [&memory, &window] {
        memory.setGeometry(window.saveGeometry());
        memory.setDividers(window.dividers());
    });
    if (options.run)
        window.showRun(*lesson, options.run, options.file);
    reportFirstPaint(&window);
    window.show();
    return QApplication::exec();
}

} // namespace awaitscope
