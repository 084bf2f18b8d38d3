// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoroTask>

namespace awaitscope {

/// Awaits a task and drops its value, for VariantSpec::play. It is no part of the record.
template <class T> QCoro::Task<void> withoutResult(QCoro::Task<T> task)
{
    [[maybe_unused]] const auto result = co_await task;
}

} // namespace awaitscope
