// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/window_entry.h"

#include "app/gui/startup.h"
#include "app/gui/tour.h"
#include "app/gui/wayfinding.h"
#include "app/gui/window.h"
#include "app/gui/window_memory.h"

#include <QApplication>
#include <QStyleFactory>
#include <QTimer>

namespace awaitscope {

int runWindow(const WindowOptions &options)
{
    WindowMemory memory;
    KeptPlace kept = memory.place();
    if (!options.lesson.isEmpty())
        kept.lesson.clear(); // what is asked for comes before what was left
    const Lesson *lesson = findLesson(options.lesson.isEmpty() ? kept.lesson : options.lesson);
    if (!lesson)
        lesson = findLesson(u"sequential-vs-parallel");
    if (!lesson) {
        if (lessons().empty())
            return 2;
        lesson = &lessons().front();
    }
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
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
        memory.setPlace(window.place());
    });
    Tour *tour = window.wayfinding()->tour();
    reportFirstPaint(&window);
    window.show();
    window.restorePlace(kept);
    if (options.lesson.isEmpty() && !memory.tourSeen()) {
        QTimer::singleShot(0, tour, [tour, &memory] { // when all panels have their places
            tour->start();
            memory.setTourSeen();
        });
    }
    return QApplication::exec();
}

} // namespace awaitscope
