// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/patterns/batch-errors/claims.h"
#include "lessons/catalog/define.h"
#include "lessons/catalog/judging.h"
#include "lessons/patterns/batch-errors/batch.h"
#include "lessons/trace/caption.h"

#include <QCoreApplication>

#include <algorithm>

namespace awaitscope::lesson_batch_errors {

namespace {

QString tr(const char *source)
{
    return QCoreApplication::translate("awaitscope::lesson_batch_errors", source);
}

/// What one variant's record says of its items and of its caller.
struct Batch
{
    explicit Batch(const VariantRun &variant) : trace(*variant.trace)
    {
        for (const TaskInfo &task : trace.tasks()) {
            if (!task.parent)
                caller = &task;
            else
                items.push_back(&task);
        }
    }

    Ns answered() const { return caller ? caller->end : Ns(0); }
    Ns lastEnd() const
    {
        Ns last{0};
        for (const TaskInfo *item : items)
            last = std::max(last, item->end);
        return last;
    }
    qsizetype count(TaskState outcome) const { return std::ranges::count(items, outcome, &TaskInfo::outcome); }
    qsizetype unread() const { return std::ranges::count(items, true, &TaskInfo::unread); }

    const Trace &trace;
    const TaskInfo *caller = nullptr;
    std::vector<const TaskInfo *> items;
};

Batch batchIn(const Run &run, const char *variant)
{
    return Batch(*run.variant(QString::fromLatin1(variant)));
}

Ns longest(const Items &items)
{
    return std::ranges::max(items, {}, &Item::takes).takes;
}

/// When the first invalid item is found out; where there is none, when the last item is done.
Ns firstError(const Items &items)
{
    Ns first = longest(items);
    for (const Item &item : items) {
        if (item.invalid)
            first = std::min(first, item.takes);
    }
    return first;
}

bool anyInvalid(const Items &items)
{
    return std::ranges::any_of(items, &Item::invalid);
}

Verdict judgeGatherFirst(const Run &run)
{
    const Items items = batchOf(run.parameters);
    const Batch batch = batchIn(run, "gather");
    const Ns expected = firstError(items);
    const bool ended = batch.caller && batch.caller->outcome == (anyInvalid(items) ? TaskState::Failed : TaskState::Done);
    const QString how = anyInvalid(items) ? tr("It threw after %1; the first invalid item is found out after %2.")
                                          : tr("It answered after %1; no item is invalid, and the longest takes %2.");
    return {ended && isExpected(run, batch.answered(), expected),
        how.arg(readableLength(batch.answered()), readableLength(expected)) + toleranceNote(run, expected)};
}

Verdict judgeGatherUnread(const Run &run)
{
    const Items items = batchOf(run.parameters);
    const Batch batch = batchIn(run, "gather");
    const qsizetype expected = anyInvalid(items) ? qsizetype(items.size()) - 1 : 0;
    return {batch.unread() == expected, tr("%1 of %2 results were never read.").arg(batch.unread()).arg(batch.items.size())};
}

Verdict judgeGatherRunsOn(const Run &run)
{
    const Batch batch = batchIn(run, "gather");
    const Ns expected = longest(batchOf(run.parameters));
    const QString measured = tr("The caller heard after %1, the last item ended after %2, %3 later.")
                                 .arg(readableLength(batch.answered()), readableLength(batch.lastEnd()),
                                     readableLength(differenceAsRead(batch.lastEnd(), batch.answered())));
    return {batch.count(TaskState::Cancelled) == 0 && isExpected(run, batch.lastEnd(), expected),
        measured + toleranceNote(run, expected)};
}

/// What settleAll has to answer, by the record of the items alone.
QString accountOf(const Batch &batch)
{
    QString account = QStringLiteral("processed");
    QString failures;
    for (std::size_t i = 0; i < batch.items.size(); ++i) {
        if (batch.items[i]->outcome == TaskState::Done)
            account += u' ' + QString::number(i + 1);
        else
            failures += QStringLiteral("; ") + batch.items[i]->error;
    }
    return account + failures;
}

Verdict judgeSettleAll(const Run &run)
{
    const Items items = batchOf(run.parameters);
    const Batch batch = batchIn(run, "settle");
    const bool answered = batch.trace.notes().size() == 1 && batch.trace.name(batch.trace.notes()[0].text) == accountOf(batch);
    const auto invalid = std::ranges::count(items, true, &Item::invalid);
    const bool kinds = batch.count(TaskState::Failed) == invalid && batch.items.size() == items.size();
    return {answered && kinds && batch.unread() == 0,
        tr("%1 of %2 items succeeded, %3 failed, %4 are unaccounted for.")
            .arg(batch.count(TaskState::Done))
            .arg(items.size())
            .arg(batch.count(TaskState::Failed))
            .arg(batch.unread())};
}

Verdict judgeSettleLongest(const Run &run)
{
    const Batch batch = batchIn(run, "settle");
    const Ns expected = longest(batchOf(run.parameters));
    return {isExpected(run, batch.answered(), expected),
        tr("It answered after %1; the longest item takes %2.").arg(readableLength(batch.answered()), readableLength(expected))
            + toleranceNote(run, expected)};
}

Verdict judgeGroupCancels(const Run &run)
{
    const Items items = batchOf(run.parameters);
    const Batch batch = batchIn(run, "group");
    const Ns expected = firstError(items);
    const QString measured = tr("It %1 after %2; %3 items were cancelled, and the last one ended after %4.")
                                 .arg(anyInvalid(items) ? tr("threw") : tr("answered"), readableLength(batch.answered()))
                                 .arg(batch.count(TaskState::Cancelled))
                                 .arg(readableLength(batch.lastEnd()));
    return {isExpected(run, batch.answered(), expected) && batch.lastEnd() <= batch.answered(),
        measured + toleranceNote(run, expected)};
}

} // namespace

std::vector<ClaimSpec> claims()
{
    return {
        claim("gather-first", judgeGatherFirst, {"gather"}),
        claim("gather-unread", judgeGatherUnread, {"gather"}),
        claim("gather-runs-on", judgeGatherRunsOn, {"gather"}),
        claim("settle-all", judgeSettleAll, {"settle"}),
        claim("settle-longest", judgeSettleLongest, {"settle"}),
        claim("group-cancels", judgeGroupCancels, {"group"}),
    };
}

Verdict judgeChallenge(const Run &run)
{
    if (!run.variant(u"gather"))
        return {false, tr("This run has no gather.")};
    const Batch batch = batchIn(run, "gather");
    const qsizetype unread = batch.unread();
    return {unread >= 10, unread == 1 ? tr("gather left 1 result unread.") : tr("gather left %1 results unread.").arg(unread)};
}

std::vector<Metric> metrics(const VariantRun &variant)
{
    const Batch batch(variant);
    return {
        metric("answer_ns", batch.answered()),
        metric("last_work_ns", batch.lastEnd()),
        metric("unread", batch.unread()),
    };
}

std::vector<SubjectNote> notes(const VariantRun &variant, const ParameterSet &)
{
    const Batch batch(variant);
    if (const qsizetype cancelled = batch.count(TaskState::Cancelled))
        return {{tr("%1 cancelled, nothing left behind").arg(cancelled), true}};
    if (const qsizetype unread = batch.unread())
        return {{unread == 1 ? tr("1 result unread") : tr("%1 results unread").arg(unread), false}};
    return {{tr("every item accounted for"), true}};
}

ResultTable results(const VariantRun &variant, const ParameterSet &)
{
    ResultTable table;
    const Batch batch(variant);
    for (std::size_t i = 0; i < batch.items.size(); ++i) {
        const TaskInfo &item = *batch.items[i];
        ResultRow row{tr("item %1").arg(i + 1), ResultRow::Kind::Succeeded, tr("done at %1").arg(readableLength(item.end))};
        if (item.outcome == TaskState::Failed) {
            row.kind = ResultRow::Kind::Failed;
            row.detail = item.error;
        } else if (item.outcome == TaskState::Cancelled) {
            row.kind = ResultRow::Kind::Cancelled;
            row.detail = tr("cancelled at %1").arg(readableLength(item.end));
        }
        if (item.unread) {
            row.kind = ResultRow::Kind::Unread;
            row.detail = tr("%1, nobody read it").arg(row.detail);
        }
        table.push_back(row);
    }
    return table;
}

} // namespace awaitscope::lesson_batch_errors
