// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/window_entry.h"

#include "app/gui/header.h"
#include "app/gui/keeper.h"
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
    const KeptPlace kept = options.lesson.isEmpty() ? memory.place() : KeptPlace();
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
    Store store;
    Keeper keeper(window.session(), *window.sidebar(), store);
    QObject::connect(
        &keeper, &Keeper::problem, &window, [&window](const Problem &problem) { window.header()->notify(problem.sentence); });
    QObject::connect(&keeper, &Keeper::told, &window, [&window](const QString &sentence) { window.header()->notify(sentence); });
    Tour *tour = window.wayfinding()->tour();
    QObject::connect(tour, &Tour::ended, &window, [&memory] { memory.setTourSeen(); });
    reportFirstPaint(&window);
    window.show();
    window.restorePlace(kept);
    if (options.lesson.isEmpty() && !memory.tourSeen())
        QTimer::singleShot(0, tour, &Tour::start); // when all panels have their places
    return QApplication::exec();
}

} // namespace awaitscope
