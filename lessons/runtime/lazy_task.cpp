// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/runtime/lazy_task.h"

#include "lessons/trace/trace_builder.h"

#include <QLoggingCategory>

namespace awaitscope {

namespace {

Q_LOGGING_CATEGORY(failures, "awaitscope.failures", QtWarningMsg)

} // namespace

void warnNeverAwaited(const std::source_location &end)
{
    const QString function = plainFunctionName(QString::fromUtf8(end.function_name()));
    qCWarning(failures).noquote().nospace() << function
                                            << "() was called, but its lazy task was never awaited, so nothing of it ran ("
                                            << end.file_name() << ", line " << end.line() << ")";
}

} // namespace awaitscope
