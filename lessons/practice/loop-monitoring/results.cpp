// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/practice/loop-monitoring/claims.h"
#include "lessons/practice/loop-monitoring/reading.h"
#include "lessons/trace/caption.h"

#include <QCoreApplication>

namespace awaitscope::lesson_loop_monitoring {

namespace {

QString tr(const char *source)
{
    return QCoreApplication::translate("awaitscope::lesson_loop_monitoring", source);
}

ResultRow seen(const QString &what, const QString &detail)
{
    return {what, ResultRow::Kind::Succeeded, detail, tr("seen")};
}

ResultRow missed(const QString &what, const QString &detail)
{
    return {what, ResultRow::Kind::Failed, detail, tr("missed")};
}

/// A monitor that has said nothing of the stall.
ResultTable unseen(const QString &stall, const Reading &found)
{
    const QString sign = tr("no line; a beat came %1 late").arg(readableLength(found.latestBeat()));
    return {missed(stall, sign), missed(tr("told while it blocks"), {}), missed(tr("its whole length"), {}),
        missed(tr("who blocked"), {})};
}

} // namespace

ResultTable results(const VariantRun &variant, const ParameterSet &parameters)
{
    const Reading found(*variant.trace);
    if (!found.block())
        return {};
    const QString stall = tr("%1 on the loop").arg(readableLength(parameters.duration(u"slow")));
    ResultTable table;
    if (found.stall() < parameters.duration(u"threshold") && !found.line()) {
        table.push_back({stall, ResultRow::Kind::Succeeded, tr("below the threshold"), tr("quiet")});
    } else if (!found.line() || !found.word()) {
        table = unseen(stall, found);
    } else {
        const QString at = readableLength(found.line()->time), gap = readableLength(Ns(std::abs(found.afterStall().count())));
        const bool early = found.afterStall() < Ns(0);
        const QString blocked = readableLength(found.word()->blocked);
        table = {seen(stall, tr("logged at %1").arg(at)),
            early ? seen(tr("told while it blocks"), tr("%1 before its end").arg(gap))
                  : missed(tr("told while it blocks"), tr("%1 after its end").arg(gap)),
            early ? missed(tr("its whole length"), tr("“%1 so far”").arg(blocked)) : seen(tr("its whole length"), blocked),
            seen(tr("who blocked"), found.culprit())};
    }
    const int alarms = found.otherLines();
    const QString offLoop = tr("%1 in a thread").arg(readableLength(parameters.duration(u"offLoop")));
    table.push_back(alarms == 0 ? ResultRow{offLoop, ResultRow::Kind::Succeeded, tr("rightly"), tr("quiet")}
                                : ResultRow{offLoop, ResultRow::Kind::Failed, tr("%1 lines").arg(alarms), tr("false alarm")});
    return table;
}

} // namespace awaitscope::lesson_loop_monitoring
