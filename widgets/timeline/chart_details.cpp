// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/chart_model.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace awaitscope {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

QString stateWord(Cue cue)
{
    switch (cue) {
    case Cue::Running:
        return Words::tr("running");
    case Cue::Blocking:
        return Words::tr("running, blocks the loop");
    default:
        return cueStyle(cue, theme(ThemeKind::Light)).word;
    }
}

QString heading(const QString &name, const QString &what)
{
    return QStringLiteral("%1: %2").arg(name, what);
}

} // namespace

QString exactTime(Ns time)
{
    const std::int64_t microseconds = (time.count() + 500) / 1000;
    return Words::tr("%1 ms").arg(QStringLiteral("%1.%2").arg(microseconds / 1000).arg(microseconds % 1000, 3, 10, QChar(u'0')));
}

QStringList barDetails(const ModelGroup &group, const ModelRow &row, const ModelBar &bar)
{
    QStringList lines;
    const bool turn = row.kind == ModelRow::Kind::Loop;
    if (row.kind == ModelRow::Kind::Beats)
        return {heading(row.name, Words::tr("a beat")), Words::tr("at %1").arg(exactTime(bar.begin))};
    if (turn && bar.cue == Cue::Nested)
        lines += heading(row.name, Words::tr("waits for a nested loop to return"));
    else if (turn && bar.depth > 0)
        lines += heading(row.name, Words::tr("a turn of a nested loop, depth %1").arg(bar.depth));
    else
        lines += heading(row.name, turn ? Words::tr("a turn") : stateWord(bar.cue));
    if (!turn && !bar.label.isEmpty())
        lines += bar.label;
    if (bar.open) {
        lines += Words::tr("since %1, %2 so far").arg(exactTime(bar.begin), exactTime(bar.end - bar.begin));
    } else {
        lines += Words::tr("%1 to %2").arg(exactTime(bar.begin), exactTime(bar.end));
        lines += Words::tr("length %1").arg(exactTime(bar.end - bar.begin));
    }
    if (group.trace && bar.span != ModelBar::noSpan) {
        if (row.orphaned && bar.end > *row.orphaned)
            lines += Words::tr("its caller went at %1").arg(exactTime(*row.orphaned));
        if (const Span &span = group.trace->spans()[bar.span]; span.site) {
            const Site &site = group.trace->site(span.site);
            lines += Words::tr("%1, line %2").arg(QFileInfo(site.file).fileName()).arg(site.line);
        }
    }
    return lines;
}

QStringList flagDetails(const ModelRow &row, const ModelFlag &flag)
{
    QStringList lines{heading(row.name, flag.label)};
    if (flag.kind == ModelFlag::Kind::Deadline)
        lines += Words::tr("set at %1, due at %2").arg(exactTime(flag.since), exactTime(flag.at));
    else
        lines += Words::tr("at %1").arg(exactTime(flag.at));
    return lines + flag.details;
}

QStringList stripDetails(const ModelStrip &strip, const StripRow &row, const StripBar &bar)
{
    QStringList lines{heading(QStringLiteral("%1, %2").arg(strip.name, row.note), bar.label)};
    if (bar.open)
        lines += Words::tr("since %1, %2 so far").arg(exactTime(bar.begin), exactTime(bar.end - bar.begin));
    else
        lines += Words::tr("%1 to %2").arg(exactTime(bar.begin), exactTime(bar.end)) + QStringLiteral(", ")
            + Words::tr("length %1").arg(exactTime(bar.end - bar.begin));
    return lines;
}

QStringList endDetails(const ModelGroup &, const ModelRow &row)
{
    QStringList lines;
    lines += heading(row.name, stateWord(*row.ending));
    for (const QString &note : {row.endNote, row.unreadNote}) {
        if (!note.isEmpty())
            lines += note;
    }
    lines += Words::tr("at %1").arg(exactTime(row.end));
    lines += Words::tr("%1 after its start").arg(exactTime(row.end - row.start));
    return lines;
}

} // namespace awaitscope
