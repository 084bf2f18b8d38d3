// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace awaitscope {

/// A sentence as lines of a man page: options in bold, characters that roff reads otherwise escaped, each sentence on lines
/// of its own. Ends with the end of a line.
QString manText(const QString &text);

/// A piece of a synopsis, such as "LESSON|--all" or "--size WxH": what is typed as it stands in bold, what stands for something
/// else in italics. With `kept` its spaces do not break. No end of a line.
QString manSyntax(const QString &syntax, bool kept);

} // namespace awaitscope
