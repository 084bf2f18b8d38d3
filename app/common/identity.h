// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QString>

namespace awaitscope {

/// The app's icon, in all sizes that a desktop asks a window for; each is read when it is asked for. Needs a QGuiApplication.
QIcon appIcon();

/// Tells the desktop which windows are the app's: gives all of them its icon, and names its desktop entry. Needs a QGuiApplication;
/// call it before the first window is shown.
void nameToDesktop();

/// The versions of the app, Qt and QCoro, a line each. For Qt also the version that the app was built with, where that is another.
QString versionLines();

/// Whether a desktop has started the program and waits for its window, so that nobody reads standard error. Only before there is a
/// QGuiApplication, which takes the mark of it.
bool startedByDesktop();

} // namespace awaitscope
