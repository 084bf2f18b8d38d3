// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/kept_place.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace awaitscope {

/// The share of the first of two panels, 0 to 1, where the user has moved the divider between them.
struct Dividers
{
    std::optional<double> columns, rows;
    bool operator==(const Dividers &) const = default;
};

/// What the window remembers from one start to the next, apart from the settings. What cannot be read counts as
/// not remembered, and what cannot be written is forgotten: neither keeps the window from opening.
class WindowMemory
{
public:
    /// The file it is kept in.
    static QString file();

    /// As QWidget::saveGeometry() gives it; empty where there is none.
    QByteArray geometry() const;
    void setGeometry(const QByteArray &geometry);
    /// Where the user has put the dividers.
    Dividers dividers() const;
    void setDividers(const Dividers &dividers);
    /// What was open; without a lesson where nothing is known.
    KeptPlace place() const;
    void setPlace(const KeptPlace &place);
    /// True once the tour has been shown.
    bool tourSeen() const;
    void setTourSeen();
};

} // namespace awaitscope
