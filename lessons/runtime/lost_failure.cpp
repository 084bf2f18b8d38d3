// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/runtime/lost_failure.h"

#include "lessons/trace/event.h"
#include "lessons/trace/trace_builder.h"

#include <QLoggingCategory>

namespace awaitscope {

namespace {

Q_LOGGING_CATEGORY(lcFailures, "awaitscope.failures")

} // namespace

QString lostFailureText(const std::exception_ptr &failure, std::uint64_t site)
{
    const QString text = QString::fromStdString(textOf(failure));
    if (!site)
        return QStringLiteral("nobody read a failure: %1").arg(text);
    const std::source_location where = toSourceLocation(site);
    return QStringLiteral("nobody read the failure of %1 (%2:%3): %4")
        .arg(plainFunctionName(QString::fromUtf8(where.function_name())), QString::fromUtf8(where.file_name()),
            QString::number(where.line()), text);
}

void reportLostFailure(
    Recorder &recorder, ThreadLog &log, Ns time, TaskId task, const std::exception_ptr &failure, std::uint64_t site)
{
    const QByteArray line = lostFailureText(failure, site).toUtf8();
    const std::uint64_t text = recorder.intern({line.constData(), static_cast<std::size_t>(line.size())}).number();
    log.push({time.count(), text, task.number(), EventKind::Logged, WaitKind::None,
        static_cast<std::uint16_t>(LogSource::LostFailure)});
    qCWarning(lcFailures, "%s", line.constData());
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
