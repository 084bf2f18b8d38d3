// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/run.h"
#include "widgets/theme/theme.h"

#include <QPushButton>

namespace awaitscope {

/// One claim in one line: whether it holds, what it says, and the number that was measured. Pressed, it shows the whole
/// measured sentence; one that does not hold shows it at once.
class ClaimCard : public QPushButton
{
    Q_OBJECT

public:
    explicit ClaimCard(const ClaimResult &claim, const Theme &theme, QWidget *parent = nullptr);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    /// The part of the measured sentence that stands on the claim's line at this width; empty where none fits whole.
    QString brief(int width) const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Shape;
    Shape shape(int width) const;

    ClaimResult claim_;
    const Theme *theme_;
};

} // namespace awaitscope
