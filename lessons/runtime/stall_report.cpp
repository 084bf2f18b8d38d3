// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/runtime/stall_report.h"

#include "lessons/trace/caption.h"
#include "lessons/trace/trace_builder.h"

#include <QCoreApplication>
#include <QLoggingCategory>

#include <stdexcept>

namespace awaitscope {

namespace {

Q_LOGGING_CATEGORY(loopLog, "awaitscope.loop", QtWarningMsg)

QString tr(const char *text)
{
    return QCoreApplication::translate("awaitscope", text);
}

QString fileAndLine(const std::source_location &where)
{
    return QStringLiteral("%1:%2").arg(QString::fromUtf8(where.file_name())).arg(where.line());
}

QString culpritText(const StallReport &report)
{
    if (!report.task)
        return tr("something that is no traced task");
    const QString function = plainFunctionName(QString::fromUtf8(report.where.function_name()));
    return tr("task %1, %2,").arg(report.task.number()).arg(function);
}

QString placeText(const StallReport &report)
{
    if (report.until.line() != 0)
        return tr(", from %1 to %2").arg(fileAndLine(report.where), fileAndLine(report.until));
    return report.where.line() != 0 ? tr(", at %1").arg(fileAndLine(report.where)) : QString();
}

LogSource sourceOf(Monitor monitor)
{
    switch (monitor) {
    case Monitor::SlowCallback:
        return LogSource::SlowCallback;
    case Monitor::Watchdog:
        return LogSource::Watchdog;
    case Monitor::Heartbeat:
        break;
    }
    return LogSource::Heartbeat;
}

} // namespace

QString stallText(const StallReport &report)
{
    const QString blocked = readableLength(report.blocked);
    const QString threshold = readableLength(report.threshold);
    if (report.monitor == Monitor::Heartbeat)
        return tr("a heartbeat came %1 late (threshold %2): something kept the event loop busy").arg(blocked, threshold);
    const QString how = report.monitor == Monitor::Watchdog ? tr("%1 has kept the event loop busy for %2 so far (threshold %3)%4")
                                                            : tr("%1 kept the event loop busy for %2 (threshold %3)%4");
    return how.arg(culpritText(report), blocked, threshold, placeText(report));
}

void reportStall(Recorder &recorder, ThreadLog &log, const StallReport &report)
{
    const QByteArray line = stallText(report).toUtf8();
    const std::int64_t time = report.seen.count();
    const std::uint64_t where = report.where.line() != 0 ? toPayload(report.where) : 0;
    const auto blocked = static_cast<std::uint64_t>(report.blocked.count());
    const auto monitor = static_cast<std::uint16_t>(report.monitor);
    const auto source = static_cast<std::uint16_t>(sourceOf(report.monitor));
    const std::uint64_t text = recorder.intern({line.constData(), static_cast<std::size_t>(line.size())}).number();
    log.push({time, where, report.task.number(), EventKind::StallSeen, WaitKind::None, monitor});
    log.push({time, blocked, report.task.number(), EventKind::StallLength, WaitKind::None, 0});
    log.push({time, text, report.task.number(), EventKind::Logged, WaitKind::None, source});
    qCWarning(loopLog, "%s", line.constData());
}

Ns checkedPositive(Ns length, const char *who)
{
    if (length <= Ns::zero())
        throw std::invalid_argument(
            std::string(who) + ": a length of " + std::to_string(length.count()) + " ns is none; it must be above 0");
    return length;
}

std::source_location locationAt(std::uint64_t site)
{
    return site ? toSourceLocation(site) : std::source_location();
}

} // namespace awaitscope
