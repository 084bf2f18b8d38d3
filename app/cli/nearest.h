// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace awaitscope {

/// The name that was most likely meant, or nothing where none is near enough. Upper and lower case count as the same.
QString nearest(const QString &typed, const QStringList &names);

/// " Did you mean X?" or, where nothing is near, nothing; then " Known: A, B, C." For the end of a problem's sentence.
QString suggestion(const QString &typed, const QStringList &names);

/// A user's text in quotes, on one line: control characters are escaped, the middle of a very long text is left out.
QString quoted(const QString &text);

} // namespace awaitscope
