// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/run.h"
#include "widgets/theme/theme.h"

#include <QFrame>

namespace awaitscope {

/// One claim of a lesson with what was measured. One that does not hold says so in words, mark, frame and colour.
class ClaimCard : public QFrame
{
    Q_OBJECT

public:
    ClaimCard(const ClaimResult &claim, const Theme &theme, QWidget *parent = nullptr);
};

} // namespace awaitscope
