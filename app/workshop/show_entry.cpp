// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workshop/show_entry.h"

#include "app/gui/desktop_settings.h"
#include "app/gui/looks.h"
#include "app/gui/style.h"
#include "lessons/catalog/run_file.h"
#include "widgets/theme/motion.h"

#include <QApplication>
#include <QCoreApplication>

namespace awaitscope {

namespace {

struct ShowText
{
    Q_DECLARE_TR_FUNCTIONS(Show)
};

bool isFile(const QString &operand)
{
    return operand.endsWith(QLatin1String(".awaitlist")) || operand.contains(u'/');
}

Result<std::shared_ptr<const Run>> savedRun(const QString &file, const Lesson &lesson)
{
    auto run = readRunFile(file);
    auto fitted = run ? fitRun(std::move(run).value(), lesson) : Result<Run>(run.problem());
    if (!run)
        return run.problem();
    if (!fitted)
        return Problem{fitted.problem().id, ShowText::tr("%1: %2").arg(file, fitted.problem().sentence), file};
    return std::make_shared<const Run>(std::move(fitted).value());
}

Result<Playlist> playlistFor(const QStringList &operands, const std::vector<Lesson> &course)
{
    Playlist playlist;
    if (operands.size() == 1 && isFile(operands.first()))
        return loadPlaylist(operands.first(), course);
    for (const QString &operand : operands) {
        if (isFile(operand))
            return Problem{QStringLiteral("operand-extra"),
                ShowText::tr("%1: is a playlist beside other lessons; accepted are lessons, or one playlist alone.").arg(operand),
                operand};
        PlaylistEntry entry;
        entry.lesson = operand;
        playlist.entries.push_back(entry);
    }
    for (std::size_t i = 0; operands.isEmpty() && i < course.size(); ++i) {
        PlaylistEntry entry;
        entry.lesson = course[i].id;
        playlist.entries.push_back(entry);
    }
    return playlist;
}

} // namespace

Result<ShowRequest> showOf(const Playlist &playlist, const std::vector<Lesson> &course)
{
    ShowRequest show;
    show.runs = playlist.runs;
    for (const PlaylistEntry &entry : playlist.entries) {
        auto request = requestFor(entry, course);
        if (!request)
            return request.problem();
        show.lessons.push_back(std::move(request).value());
        show.records.push_back(nullptr);
        if (entry.trace.isEmpty())
            continue;
        auto run = savedRun(entry.trace, *show.lessons.back().lesson);
        if (!run)
            return run.problem();
        RunRequest &saved = show.lessons.back();
        saved.parameters = run.value()->parameters;
        saved.clock = run.value()->clock;
        saved.seed = run.value()->seed;
        saved.variants.clear();
        for (const VariantRun &variant : run.value()->variants)
            saved.variants << variant.id;
        show.records.back() = run.value();
    }
    return show;
}

Result<ShowRequest> planShow(const ShowOptions &options, const std::vector<Lesson> &course)
{
    auto playlist = playlistFor(options.operands, course);
    if (!playlist)
        return playlist.problem();
    if (options.runs)
        playlist.value().runs = *options.runs;
    for (PlaylistEntry &entry : playlist.value().entries) {
        if (options.clock)
            entry.clock = *options.clock;
        if (options.seed)
            entry.seed = *options.seed;
    }
    auto show = showOf(playlist.value(), course);
    if (show)
        show.value().minutes = options.minutes;
    return show;
}

int runShow(ShowRequest request, std::optional<ThemeKind> theme)
{
    QApplication::setStyle(new AppStyle);
    const Settings settings(Settings::file());
    DesktopSettings desktop;
    const ThemeChoice choice = !theme ? settings.themeChoice() : isDark(*theme) ? ThemeChoice::Dark : ThemeChoice::Light;
    const auto move = [&] {
        setMotionReduced(wantsReducedMotion(settings, &desktop));
        quietStyle(motionReduced());
    };
    move();
    request.theme = themeFor(choice, settings, &desktop);
    Presenter presenter(request);
    QObject::connect(&desktop, &DesktopSettings::changed, &presenter, [&] {
        move();
        presenter.setTheme(themeFor(choice, settings, &desktop));
        presenter.stage().setMotion(!motionReduced());
    });
    QObject::connect(&presenter, &Presenter::ended, qApp, &QCoreApplication::quit);
    presenter.start();
    QMetaObject::invokeMethod(&desktop, &DesktopSettings::start, Qt::QueuedConnection);
    return QApplication::exec();
}

} // namespace awaitscope
