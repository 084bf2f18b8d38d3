// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/window.h"

#include "app/common/language.h"
#include "app/gui/about_dialog.h"
#include "app/gui/code_panel.h"
#include "app/gui/desktop_settings.h"
#include "app/gui/findings_panel.h"
#include "app/gui/looks.h"
#include "app/gui/selftest_dialog.h"
#include "app/gui/settings_dialog.h"
#include "app/gui/style.h"
#include "app/gui/task_panel.h"
#include "widgets/log/log_view.h"
#include "widgets/results/result_view.h"
#include "widgets/theme/motion.h"
#include "widgets/timeline/timeline_view.h"

#include <QApplication>
#include <QToolTip>

#include <algorithm>

namespace awaitscope {

namespace {

constexpr double chartTextSize = 12.0, treeTextSize = 13.0; // px
constexpr double mostChartScale = 2.0; // beyond it, the chart's words have no room beside its bars

} // namespace

void Window::createSettingsActions()
{
    addAct(ActionGroup::Window, tr("Settings"), {Qt::CTRL | Qt::Key_Comma}, [this] { SettingsDialog(*settings_, this).exec(); });
    addAct(ActionGroup::Window, tr("About Awaitscope"), {}, [this] { AboutDialog(scale_, this).exec(); });
    addAct(ActionGroup::Window, tr("Check this machine…"), {}, [this] {
        SelftestDialog(QCoreApplication::applicationFilePath(), checkedPlaces(), languageToSpeak(settings_->language()), this)
            .exec();
    });
}

void Window::useSettings(Settings &settings, DesktopSettings *desktop)
{
    settings_->disconnect(this);
    settings_ = &settings;
    desktop_ = desktop;
    connect(settings_, &Settings::changed, this, &Window::applySettings);
    if (desktop_)
        connect(desktop_, &DesktopSettings::changed, this, &Window::applySettings);
    applySettings();
}

void Window::applySettings()
{
    sidebar_->setThemeChoice(themeChoice());
    setMotionReduced(wantsReducedMotion(*settings_, desktop_));
    quietStyle(motionReduced());
    applyScale();
    applyTheme();
}

void Window::showTheme(ThemeKind kind)
{
    shown_ = isDark(kind) ? ThemeChoice::Dark : ThemeChoice::Light;
    shownFor_ = settings_->themeChoice();
    applySettings();
}

ThemeChoice Window::themeChoice() const
{
    const ThemeChoice chosen = settings_->themeChoice();
    return shown_ && chosen == shownFor_ ? *shown_ : chosen;
}

ThemeKind Window::wantedTheme() const
{
    return themeFor(themeChoice(), *settings_, desktop_);
}

void Window::applyScale()
{
    const double wanted = settings_->textScale() > 0.0 ? settings_->textScale() : textScale();
    if (scaled_ && wanted == scale_)
        return;
    scaled_ = true;
    scale_ = wanted;
    themed_ = false;
    codeFittedTo_ = -1;
    setFont(baseFont(scale_));
    QToolTip::setFont(font());
    timeline_->setTextSize(chartTextSize * std::min(scale_, mostChartScale));
    findings_->results()->setTextSize(chartTextSize * scale_);
    findings_->log()->setTextSize(chartTextSize * scale_);
    code_->tasks()->setTextSize(treeTextSize * scale_);
    applyTheme();
    if (session_.isOpen()) // once the panels have taken on the new letters
        QMetaObject::invokeMethod(this, &Window::arrange, Qt::QueuedConnection);
}

} // namespace awaitscope
