// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace awaitscope {

/// Logs, in the category awaitscope.startup, when the widget was first painted with all that is in it: by the steady clock, and how
/// long after the program's statics were made. Who starts the process can tell by the former how long all of it took. The widget may
/// be destroyed before.
void reportFirstPaint(QWidget *widget);

} // namespace awaitscope
