// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/practice/loop-monitoring/claims.h"
#include "lessons/practice/loop-monitoring/reading.h"
#include "lessons/trace/caption.h"

#include <QCoreApplication>

namespace awaitscope::lesson_loop_monitoring {

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("awaitscope::loop-monitoring", source);
}

ResultRow seen(const QString &what, const QString &detail)
{
    return {what, ResultRow::Kind::Succeeded, detail, text("seen")};
}

ResultRow missed(const QString &what, const QString &detail)
{
    return {what, ResultRow::Kind::Failed, detail, text("missed")};
}

/// A monitor that has said nothing of the stall.
ResultTable unseen(const QString &stall, const Reading &found)
{
    const QString sign = text("no line; a beat came %1 late").arg(readableLength(found.latestBeat()));
    return {missed(stall, sign), missed(text("told while it blocks"), {}), missed(text("its whole length"), {}),
        missed(text("who blocked"), {})};
}

} // namespace

ResultTable results(const VariantRun &variant, const ParameterSet &parameters)
{
    const Reading found(*variant.trace);
    if (!found.block())
        return {};
    const QString stall = text("%1 on the loop").arg(readableLength(parameters.duration(u"slow")));
    ResultTable table;
    if (found.stall() < parameters.duration(u"threshold") && !found.line()) {
        table.push_back({stall, ResultRow::Kind::Succeeded, text("below the threshold"), text("quiet")});
    } else if (!found.line() || !found.word()) {
        table = unseen(stall, found);
    } else {
        const QString at = readableLength(found.line()->time), gap = readableLength(Ns(std::abs(found.afterStall().count())));
        const bool early = found.afterStall() < Ns(0);
        const QString blocked = readableLength(found.word()->blocked);
        table = {seen(stall, text("logged at %1").arg(at)),
            early ? seen(text("told while it blocks"), text("%1 before its end").arg(gap))
                  : missed(text("told while it blocks"), text("%1 after its end").arg(gap)),
            early ? missed(text("its whole length"), text("“%1 so far”").arg(blocked)) : seen(text("its whole length"), blocked),
            seen(text("who blocked"), found.culprit())};
    }
    const int alarms = found.otherLines();
    const QString offLoop = text("%1 in a thread").arg(readableLength(parameters.duration(u"offLoop")));
    table.push_back(alarms == 0 ? ResultRow{offLoop, ResultRow::Kind::Succeeded, text("rightly"), text("quiet")}
                                : ResultRow{offLoop, ResultRow::Kind::Failed, text("%1 lines").arg(alarms), text("false alarm")});
    return table;
}

} // namespace awaitscope::lesson_loop_monitoring
