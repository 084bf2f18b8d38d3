// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/window_entry.h"

#include "app/gui/desktop_settings.h"
#include "app/gui/header.h"
#include "app/gui/keeper.h"
#include "app/gui/saved_runs.h"
#include "app/gui/settings.h"
#include "app/gui/startup.h"
#include "app/gui/style.h"
#include "app/gui/tour.h"
#include "app/gui/wayfinding.h"
#include "app/gui/window.h"
#include "app/gui/window_memory.h"

#include <QApplication>
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
    QApplication::setStyle(new AppStyle);
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
        memory.setPlace(window.place());
    });
    Store store;
    Keeper keeper(window.session(), store);
    QObject::connect(&keeper, &Keeper::problem, &window, &Window::showProblem);
    QObject::connect(&keeper, &Keeper::told, &window, [&window](const QString &sentence) { window.header()->notify(sentence); });
    keeper.useSettings(settings);
    SavedRuns savedRuns(window, store, keeper);
    Tour *tour = window.wayfinding()->tour();
    if (options.furnish)
        options.furnish(window);
    if (options.run)
        window.showRun(*lesson, options.run, options.file);
    reportFirstPaint(&window);
    window.show();
    window.raise();
    window.activateWindow();
    window.restorePlace(kept);
    if (options.problem)
        window.showProblem(*options.problem);
    if (options.lesson.isEmpty())
        savedRuns.bringBack();
    if (options.lesson.isEmpty() && !memory.tourSeen()) {
        QTimer::singleShot(0, tour, [tour, &memory] { // when all panels have their places
            tour->start();
            memory.setTourSeen();
        });
    }
    QMetaObject::invokeMethod(&desktop, &DesktopSettings::start, Qt::QueuedConnection);
    return QApplication::exec();
}

} // namespace awaitscope
