// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/parameters.h"

#include <string>
#include <vector>

namespace awaitscope::lesson_batch_errors {

/// One thing to process.
struct Item
{
    int number = 1; ///< from 1
    bool invalid = false;
    Ns takes{0};

    std::string name() const { return "item " + std::to_string(number); }
};
using Items = std::vector<Item>;

/// The batch that the parameters describe: the invalid items are spread evenly over it and over the time, the k-th of m is
/// found out after work · k / (m + 1); a valid one takes all of it. More invalid ones than items are all of them.
Items batchOf(const ParameterSet &parameters);

} // namespace awaitscope::lesson_batch_errors
