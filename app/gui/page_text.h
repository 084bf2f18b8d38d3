// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLabel;
class QLayout;
class QString;
class QWidget;

namespace awaitscope {

/// A text that wraps and can be selected; `kind` as the style sheet knows it.
QLabel *wrapped(const QString &text, const char *kind);
/// Takes everything out of a layout, and deletes it soon. A focus in there goes to the window.
void deleteAll(QLayout *layout);
/// Shows a widget as the style sheet has it for its present properties.
void restyle(QWidget *widget);

} // namespace awaitscope
