// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/selftest/check.h"

#include "app/selftest/checks.h"

#include <algorithm>

namespace awaitscope {

using namespace std::chrono_literals;

QString fitnessId(Fitness verdict)
{
    switch (verdict) {
    case Fitness::Fit:
        return QStringLiteral("fit");
    case Fitness::Limited:
        return QStringLiteral("limited");
    case Fitness::Unfit:
        break;
    }
    return QStringLiteral("unfit");
}

QString fitnessMark(Fitness verdict)
{
    switch (verdict) {
    case Fitness::Fit:
        return QStringLiteral("✓");
    case Fitness::Limited:
        return QStringLiteral("!");
    case Fitness::Unfit:
        break;
    }
    return QStringLiteral("✕");
}

QString fitnessText(Fitness verdict)
{
    switch (verdict) {
    case Fitness::Fit:
        return Selftest::tr("fit");
    case Fitness::Limited:
        return Selftest::tr("fit with a limit");
    case Fitness::Unfit:
        break;
    }
    return Selftest::tr("unfit");
}

const std::vector<CheckSpec> &checks()
{
    static const std::vector<CheckSpec> all{
        {"versions", QT_TRANSLATE_NOOP("Selftest", "Versions"), CheckNeeds::Nothing, 5s, checkVersions},
        {"machine", QT_TRANSLATE_NOOP("Selftest", "Machine"), CheckNeeds::Nothing, 5s, checkMachine},
        {"display", QT_TRANSLATE_NOOP("Selftest", "Display"), CheckNeeds::Display, 5s, checkDisplay},
        {"fonts", QT_TRANSLATE_NOOP("Selftest", "Fonts"), CheckNeeds::Drawing, 5s, checkFonts},
        {"plugins", QT_TRANSLATE_NOOP("Selftest", "Plugins"), CheckNeeds::Nothing, 5s, checkPlugins},
        {"clock", QT_TRANSLATE_NOOP("Selftest", "Clock"), CheckNeeds::Nothing, 8s, checkClock},
        {"loop", QT_TRANSLATE_NOOP("Selftest", "Loop and threads"), CheckNeeds::Nothing, 5s, checkLoop},
        {"processes", QT_TRANSLATE_NOOP("Selftest", "Processes"), CheckNeeds::Nothing, 8s, checkProcesses},
        {"loopback", QT_TRANSLATE_NOOP("Selftest", "Loopback"), CheckNeeds::Nothing, 5s, checkLoopback},
        {"database", QT_TRANSLATE_NOOP("Selftest", "Database"), CheckNeeds::Nothing, 5s, checkDatabase},
        {"store", QT_TRANSLATE_NOOP("Selftest", "Saved runs"), CheckNeeds::Nothing, 8s, checkStore},
        {"places", QT_TRANSLATE_NOOP("Selftest", "Places"), CheckNeeds::Nothing, 5s, checkPlaces},
        {"lesson", QT_TRANSLATE_NOOP("Selftest", "Lesson"), CheckNeeds::Nothing, 5s, checkLesson},
        {"drawing", QT_TRANSLATE_NOOP("Selftest", "Drawing"), CheckNeeds::Drawing, 8s, checkDrawing},
    };
    return all;
}

const CheckSpec *findCheck(QStringView id)
{
    const auto found = std::ranges::find_if(checks(), [id](const CheckSpec &check) { return id == QLatin1String(check.id); });
    return found == checks().end() ? nullptr : &*found;
}

QString checkTitle(const CheckSpec &check)
{
    return QCoreApplication::translate("Selftest", check.title);
}

} // namespace awaitscope
