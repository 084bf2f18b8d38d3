// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/runtime/lost_failure.h"

#include "lessons/trace/event.h"
#include "lessons/trace/trace_builder.h"

#include <QLoggingCategory>

namespace awaitscope {

namespace {

Q_LOGGING_CATEGORY(lcFailures, "awaitscope.failures")

} // namespace

void logLostFailure(const std::exception_ptr &failure, std::uint64_t site)
{
    const QString text = QString::fromStdString(textOf(failure));
    if (!site) {
        qCWarning(lcFailures).noquote() << "nobody read a failure:" << text;
        return;
    }
    const std::source_location where = toSourceLocation(site);
    qCWarning(lcFailures).noquote().nospace()
        << "nobody read the failure of " << plainFunctionName(QString::fromUtf8(where.function_name())) << " ("
        << where.file_name() << ':' << where.line() << "): " << text;
}

std::string textOf(const std::exception_ptr &failure)
{
    try {
        std::rethrow_exception(failure);
    } catch (const std::exception &exception) {
        return exception.what();
    } catch (...) {
        return "an exception of a type of its own";
    }
}

} // namespace awaitscope
