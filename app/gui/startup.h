// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace awaitscope {

/// Logs, in the category awaitscope.startup, how long it took from the program's start to the first time that the widget
/// was painted with all that is in it. The widget may be destroyed before.
void reportFirstPaint(QWidget *widget);

} // namespace awaitscope
