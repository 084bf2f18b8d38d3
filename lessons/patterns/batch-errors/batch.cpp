// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/patterns/batch-errors/batch.h"

#include <algorithm>

namespace awaitscope::lesson_batch_errors {

Items batchOf(const ParameterSet &parameters)
{
    const auto count = static_cast<int>(parameters.value(u"items"));
    const int invalid = std::min(count, static_cast<int>(parameters.value(u"invalid")));
    const Ns work = parameters.duration(u"work");
    Items items;
    for (int number = 1; number <= count; ++number)
        items.push_back({.number = number, .invalid = false, .takes = work});
    for (int k = 1; k <= invalid; ++k) {
        Item &item = items[static_cast<std::size_t>((2 * k - 1) * count / (2 * invalid))];
        item.invalid = true;
        item.takes = work * k / (invalid + 1);
    }
    return items;
}

} // namespace awaitscope::lesson_batch_errors
