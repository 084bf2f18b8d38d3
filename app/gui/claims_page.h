// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

#include <QStringList>
#include <QWidget>

class QVBoxLayout;

namespace awaitscope {

struct Run;

/// The claims of a lesson with the numbers that were measured in one run, and what is wrong with its record.
class ClaimsPage : public QWidget
{
    Q_OBJECT

public:
    explicit ClaimsPage(QWidget *parent = nullptr);

    void showClaims(const Run &run, const Theme &theme);
    /// Says in their place why there are none yet.
    void showText(const QString &text);
    /// One line for each claim, as it is shown.
    QStringList lines() const { return lines_; }

private:
    void clear();

    QVBoxLayout *layout_;
    QStringList lines_;
};

} // namespace awaitscope
