// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/session.h"

namespace awaitscope {

void Session::show(const Lesson &lesson, std::shared_ptr<const Run> run, const QString &origin)
{
    open(lesson);
    const bool wasRunning = player_.isRunning();
    shutDown();
    returnTo_.reset();
    playback_.pause();
    State &now = state();
    now.parameters = run->parameters;
    now.clock = run->clock;
    now.seed = run->seed;
    if (!run->variants.empty()) {
        now.chosen.clear();
        for (const VariantRun &variant : run->variants)
            now.chosen.append(variant.id);
    }
    now.run = std::move(run);
    now.chosenThen = chosenVariants();
    now.felt = false;
    now.origin = origin;
    showRun();
    Q_EMIT settingsChanged();
    if (wasRunning)
        Q_EMIT runningChanged(false);
    Q_EMIT questionChanged();
}

} // namespace awaitscope
