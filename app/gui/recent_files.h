// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace awaitscope {

/// The traces that were opened or saved last, kept with what the window remembers. What cannot be read counts as not there.
class RecentFiles
{
public:
    static constexpr qsizetype most = 10;

    /// Whole paths, the latest first; those that are no longer there are left out.
    QStringList files() const;
    /// Puts a file first; the oldest one goes where there are too many.
    void add(const QString &file);
    void clear();
};

} // namespace awaitscope
