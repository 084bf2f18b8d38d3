// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/trace/trace_builder.h"

#include "lessons/trace/validator.h"

#include <algorithm>

namespace awaitscope {

TraceBuilder::TraceBuilder(std::shared_ptr<const SourceMap> sourceMap)
{
    trace_.sourceMap_ = std::move(sourceMap);
}

Trace TraceBuilder::build(std::shared_ptr<const Recorder> recorder, std::shared_ptr<const SourceMap> sourceMap)
{
    return build(Record::of(std::move(recorder)), std::move(sourceMap));
}

Trace TraceBuilder::build(const Record &record, std::shared_ptr<const SourceMap> sourceMap)
{
    TraceBuilder builder(std::move(sourceMap));
    builder.reserveFor(record);
    for (std::size_t i = 0; i < record.events.size(); ++i)
        builder.add(record.events[i], record.threads[i], record);
    builder.advanceTo(Ns(0));
    builder.finish();
    return builder.take();
}

void TraceBuilder::reserveFor(const Record &record)
{
    std::size_t tasks = 0, events = 0, spans = 0;
    for (const RawEvent &event : record.events) {
        const bool starts = event.kind == EventKind::Started || event.kind == EventKind::Created;
        if (starts)
            tasks = std::max<std::size_t>(tasks, event.task);
        spans += event.kind == EventKind::Suspended ? 2 : event.kind <= EventKind::TimedOut || starts ? 1 : 0;
        events
            += event.kind <= EventKind::Interrupted || event.kind == EventKind::Created || event.kind == EventKind::NeverStarted;
    }
    trace_.tasks_.reserve(tasks);
    openSpans_.reserve(tasks);
    trace_.events_.reserve(events);
    trace_.spans_.reserve(spans);
    trace_.sites_.reserve(record.places.size());
    trace_.names_.reserve(record.names.size());
}

void TraceBuilder::add(const RawEvent &raw, std::uint16_t thread, const RecordTexts &texts)
{
    if (raw.kind == EventKind::WaitsFor)
        takeWait(raw, texts);
    else if (raw.kind == EventKind::TurnBegan || raw.kind == EventKind::TurnEnded)
        takeTurn(raw);
    else if (!takePart(raw, thread, texts))
        take(raw, thread, texts);
    trace_.duration_ = std::max(trace_.duration_, Ns(raw.time));
}

void TraceBuilder::advanceTo(Ns now)
{
    trace_.duration_ = std::max(trace_.duration_, now);
    for (TaskInfo &task : trace_.tasks_) {
        if (!task.id || task.outcome != TaskState::None)
            continue;
        task.end = trace_.duration_;
        if (openSpans_[task.id.index()] != noEvent)
            trace_.spans_[openSpans_[task.id.index()]].end = trace_.duration_;
    }
    for (const std::size_t turn : openTurns_)
        trace_.turns_[turn].end = trace_.duration_;
    for (Block &block : trace_.blocks_) {
        if (block.open)
            block.end = trace_.duration_;
    }
    for (NestedLoop &loop : trace_.nestedLoops_) {
        if (loop.open)
            loop.end = trace_.duration_;
    }
}

void TraceBuilder::take(const RawEvent &raw, std::uint16_t thread, const RecordTexts &texts)
{
    TraceEvent event{.time = Ns(raw.time),
        .task = TaskId(raw.task),
        .kind = raw.kind,
        .thread = thread,
        .site = {},
        .wait = {},
        .name = {},
        .request = {}};
    const bool located = raw.kind == EventKind::Started || raw.kind == EventKind::Suspended || raw.kind == EventKind::Resumed
        || raw.kind == EventKind::Created;
    if (located)
        event.site = siteOf(raw.payload, texts);
    else if (raw.kind != EventKind::Returned && raw.kind != EventKind::NeverStarted)
        event.name = nameOf(raw.payload, texts);
    if (raw.kind == EventKind::Cancelled || raw.kind == EventKind::CancelRequested || raw.kind == EventKind::Interrupted)
        event.request = CancelId(secondOfPair(raw.payload));
    trace_.events_.push_back(event);

    if (raw.kind == EventKind::Created || (raw.kind == EventKind::Started && !created(raw.task))) {
        makeTask(raw, thread);
        return;
    }
    if (raw.kind == EventKind::CancelRequested)
        takeCancel(raw);
    if (raw.kind == EventKind::CancelRequested || !known(raw.task))
        return;
    TaskInfo &task = trace_.tasks_[event.task.index()];
    if (raw.kind == EventKind::Suspended) {
        leaveStack(event.task);
        openSpan(event.task, suspendedState(WaitKind::None), event.site, {});
    } else if (raw.kind == EventKind::Resumed || raw.kind == EventKind::Started) {
        closeSpan(event.task);
        enterStack(event.task, event.site);
    } else if (raw.kind == EventKind::Interrupted) {
        task.cancellation = event.request;
        task.interrupted = true;
        task.interruptedAt = event.time;
        const std::size_t open = openSpans_[event.task.index()];
        if (open != noEvent)
            trace_.spans_[open].cleanup = true;
    } else {
        const TaskState before = raw.kind == EventKind::NeverStarted ? TaskState::Created : TaskState::Running;
        task.outcome = transition(before, raw.kind).value_or(TaskState::None);
        task.end = event.time;
        task.endEvent = trace_.events_.size() - 1;
        task.error = trace_.name(event.name);
        if (event.request)
            task.cancellation = event.request;
        leaveStack(event.task);
        closeSpan(event.task);
    }
}

void TraceBuilder::makeTask(const RawEvent &raw, std::uint16_t thread)
{
    const TaskId id(raw.task);
    if (!id || known(raw.task))
        return; // the validator names it
    if (trace_.tasks_.size() < raw.task) {
        trace_.tasks_.resize(raw.task);
        openSpans_.resize(raw.task, noEvent);
    }
    const TaskId parent = stack(thread).empty() ? TaskId() : stack(thread).back();
    const SiteId site = trace_.events_.back().site;
    TaskInfo &task = trace_.tasks_[id.index()];
    task.id = id;
    task.parent = parent;
    task.name = trace_.site(site).function;
    task.site = site;
    task.start = task.end = Ns(raw.time);
    task.startEvent = trace_.events_.size() - 1;
    task.shielded = raw.kind == EventKind::Started && (raw.detail & startedShielded) != 0;
    if (parent) {
        TaskInfo &above = trace_.tasks_[parent.index()];
        above.children.push_back(id);
        task.depth = above.depth + 1;
    }
    if (raw.kind == EventKind::Created)
        openSpan(id, TaskState::Created, site, {});
    else
        enterStack(id, site);
}

void TraceBuilder::enterStack(TaskId task, SiteId site)
{
    auto &running = stack(trace_.events_.back().thread);
    if (const TaskId below = topOf(running))
        closeSpan(below);
    running.push_back(task);
    openSpan(task, TaskState::Running, site, {});
}

void TraceBuilder::leaveStack(TaskId task)
{
    auto &running = stack(trace_.events_.back().thread);
    if (running.empty() || running.back() != task)
        return; // the validator names it
    closeSpan(task);
    running.pop_back();
    if (const TaskId top = topOf(running)) {
        const TaskInfo &below = trace_.tasks_[top.index()];
        openSpan(below.id, TaskState::Running, trace_.spans_[below.spans.back()].site, {});
    }
}

void TraceBuilder::openSpan(TaskId task, TaskState state, SiteId site, const Wait &wait)
{
    const TraceEvent &event = trace_.events_.back();
    openSpans_[task.index()] = trace_.spans_.size();
    trace_.tasks_[task.index()].spans.push_back(trace_.spans_.size());
    trace_.spans_.push_back({.task = task,
        .state = state,
        .open = true,
        .cleanup = trace_.tasks_[task.index()].interrupted,
        .thread = event.thread,
        .site = site,
        .begin = event.time,
        .end = event.time,
        .wait = wait,
        .firstEvent = trace_.events_.size() - 1,
        .lastEvent = noEvent});
}

void TraceBuilder::closeSpan(TaskId task)
{
    std::size_t &open = openSpans_[task.index()];
    if (open == noEvent)
        return;
    Span &span = trace_.spans_[open];
    span.end = trace_.events_.back().time;
    span.open = false;
    span.lastEvent = trace_.events_.size() - 1;
    open = noEvent;
}

void TraceBuilder::takeWait(const RawEvent &raw, const RecordTexts &texts)
{
    if (!known(raw.task) || openSpans_[raw.task - 1] == noEvent)
        return;
    Wait wait;
    wait.kind = raw.wait;
    if (raw.wait == WaitKind::Timer)
        wait.length = Ns(static_cast<std::int64_t>(raw.payload));
    else if (raw.wait == WaitKind::Task || raw.wait == WaitKind::Item)
        wait.task = TaskId(static_cast<std::uint32_t>(raw.payload));
    else if (raw.wait == WaitKind::Permit) {
        wait.resource = ResourceId(firstOfPair(raw.payload));
        wait.count = secondOfPair(raw.payload);
    } else if (raw.wait == WaitKind::Foreign)
        wait.name = nameOf(raw.payload, texts);
    else
        wait.count = static_cast<std::uint32_t>(raw.payload);
    Span &span = trace_.spans_[openSpans_[raw.task - 1]];
    span.state = suspendedState(raw.wait);
    span.wait = wait;
    trace_.events_[span.firstEvent].wait = wait;
}

void TraceBuilder::takeTurn(const RawEvent &raw)
{
    std::vector<Turn> &turns = trace_.turns_;
    if (raw.kind == EventKind::TurnBegan) {
        openTurns_.push_back(turns.size());
        turns.push_back({.begin = Ns(raw.time), .end = Ns(raw.time), .open = true, .depth = static_cast<int>(openTurns_.size())});
    } else if (!openTurns_.empty()) {
        Turn &turn = turns[openTurns_.back()];
        turn.end = Ns(raw.time);
        turn.open = false;
        openTurns_.pop_back();
    }
}

void TraceBuilder::takeCancel(const RawEvent &raw)
{
    const TraceEvent &event = trace_.events_.back();
    const auto by = static_cast<Canceller>(raw.detail);
    trace_.cancelRequests_.push_back({event.request, by, event.task, event.name, event.time, trace_.events_.size() - 1});
}

SiteId TraceBuilder::siteOf(std::uint64_t payload, const RecordTexts &texts)
{
    SiteId &id = siteIds_[payload];
    if (id)
        return id;
    Site site = texts.placeOf(payload);
    const SourceMap *map = trace_.sourceMap();
    if (const SourceFunction *function = map && site.file == map->file ? map->functionAt(site.line) : nullptr)
        site.function = function->name;
    else
        site.function = plainFunctionName(site.function);
    trace_.sites_.push_back(std::move(site));
    id = SiteId(static_cast<std::uint32_t>(trace_.sites_.size()));
    return id;
}

NameId TraceBuilder::nameOf(std::uint64_t payload, const RecordTexts &texts)
{
    const NameId id(static_cast<std::uint32_t>(payload));
    while (trace_.names_.size() < id.number()) {
        auto text = texts.nameText(NameId(static_cast<std::uint32_t>(trace_.names_.size() + 1)));
        if (!text)
            break;
        trace_.names_.push_back(std::move(*text));
    }
    return id;
}

std::vector<TaskId> &TraceBuilder::stack(std::uint16_t thread)
{
    if (stacks_.size() <= thread)
        stacks_.resize(thread + 1u);
    return stacks_[thread];
}

TaskId TraceBuilder::topOf(const std::vector<TaskId> &stack)
{
    const auto top = std::find_if(stack.rbegin(), stack.rend(), [](TaskId task) { return bool(task); });
    return top == stack.rend() ? TaskId() : *top;
}

QString plainFunctionName(QStringView pretty)
{
    if (const auto lambda = pretty.indexOf(u"::<lambda"); lambda >= 0)
        return QStringLiteral("lambda in ") + plainFunctionName(pretty.first(lambda));
    int depth = 0;
    qsizetype begin = 0, end = pretty.size();
    for (qsizetype i = 0; i < end; ++i) {
        const QChar c = pretty[i];
        if (c == u'<')
            ++depth;
        else if (c == u'>')
            --depth;
        else if (c == u'(' && depth == 0)
            end = i;
        else if ((c == u' ' || c == u':' || c == u'*' || c == u'&') && depth == 0)
            begin = i + 1;
    }
    QStringView name = pretty.sliced(begin, end - begin);
    if (const auto arguments = name.indexOf(u'<'); arguments > 0)
        name = name.first(arguments);
    return name.toString();
}

} // namespace awaitscope
