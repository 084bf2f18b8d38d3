// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Traced generators: `QCoro::AsyncGenerator<T> rows(Scope &scope, …)` needs nothing but this header to be recorded. It gives its
/// values by co_yield and awaits between them like any traced task; what it throws reaches whoever asked for the value.
///
///     QCORO_FOREACH (const Row &row, rows(scope, 100)) {
///         if (row.id == wanted)
///             break;
///     }
///
/// or, with the single steps in sight:
///
///     auto found = rows(scope, 100);
///     auto row = co_await found.begin();
///     while (row != found.end()) {
///         use(*row);
///         co_await ++row;
///     }
///
/// Nothing of it runs before the first value is asked for; the record shows it as Created from its call, as a child of who called
/// it, and as NeverStarted where nobody asked. Whoever destroys the generator stops it, wherever it stands: its locals are destroyed
/// at once, inside that call, and the record shows a request "the consumer stopped" and its end as Cancelled. QCORO_FOREACH does
/// that with a break, a return or an exception.
///
/// Between two values it waits for its consumer, in the record WaitKind::Consumer, and the consumer for it, WaitKind::Item. A
/// cancellation reaches the waits of its own scope. A consumer need not be traced; for one that is not, values that come without a
/// wait nest their calls as QCoro does, some 10,000 of them at most without optimisation. The generator may be moved, also between two
/// values (that holds for QCoro::AsyncGenerator; a moved QCoro::Generator, the one without co_await, is used after it is freed). A
/// constant is copied for the consumer, all else is lent until the next value is asked for. Asking on after the end is undefined,
/// as for every iterator. It must be destroyed before its scheduler.

#include "lessons/runtime/generator_promise.h"
