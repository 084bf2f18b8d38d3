// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/timeline/figure_layout.h"

namespace awaitscope {

/// A figure as a PDF of one page of just its size. Text stays text; the same figure gives the same bytes.
Result<QByteArray> pdfBytes(const FigureLayout &layout, const Figure &figure, const Theme &theme);

} // namespace awaitscope
