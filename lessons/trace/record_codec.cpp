// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/trace/record_codec.h"

#include <QCoreApplication>

namespace awaitscope {

namespace {

constexpr std::uint8_t otherThread = 0x40, hasMore = 0x80;
constexpr std::uint8_t kindBits = 0x3f;
constexpr EventKind lastKind = EventKind::Asked;
static_assert(static_cast<std::uint8_t>(lastKind) <= kindBits);
constexpr WaitKind lastWait = WaitKind::Settle;
constexpr std::size_t eventMemory = sizeof(RawEvent) + sizeof(std::uint16_t);
// With room for what the allocator, growing vectors and the validator take beside them.
constexpr std::size_t taskMemory = sizeof(TaskInfo) + 96, spanMemory = sizeof(Span) + 40, partMemory = 128, openMemory = 256;
constexpr std::size_t mostPlaces = 100'000, mostFunctions = 1000, mostCodeLines = 100'000;
constexpr int mostLines = 10'000'000;

QString tr(const char *text)
{
    return QCoreApplication::translate("RecordCodec", text);
}

void writeEvents(ByteWriter &writer, const Record &record)
{
    RawEvent last;
    std::uint16_t thread = 0;
    writer.number(record.events.size());
    for (std::size_t i = 0; i < record.events.size(); ++i) {
        const RawEvent &event = record.events[i];
        const bool moves = record.threads[i] != thread, more = event.wait != WaitKind::None || event.detail != 0;
        writer.byte(static_cast<std::uint8_t>(event.kind) | (moves ? otherThread : 0) | (more ? hasMore : 0));
        if (moves)
            writer.number(record.threads[i]);
        writer.signedNumber(event.time - last.time);
        writer.signedNumber(static_cast<std::int64_t>(event.task) - static_cast<std::int64_t>(last.task));
        if (more) {
            writer.byte(static_cast<std::uint8_t>(event.wait));
            writer.number(event.detail);
        }
        switch (payloadKind(event)) {
        case PayloadKind::None:
            break;
        case PayloadKind::Place:
        case PayloadKind::PlaceOrNone:
        case PayloadKind::Number:
        case PayloadKind::Name:
            writer.number(event.payload);
            break;
        case PayloadKind::NameAndNumber:
        case PayloadKind::Pair:
            writer.number(firstOfPair(event.payload));
            writer.number(secondOfPair(event.payload));
            break;
        case PayloadKind::Time:
            writer.signedNumber(static_cast<std::int64_t>(event.payload));
            break;
        }
        last = event;
        thread = record.threads[i];
    }
}

class EventReader
{
public:
    EventReader(ByteReader &reader, Record &record) : reader_(reader), record_(record) { }

    void read()
    {
        const std::size_t count = reader_.count(eventMemory);
        record_.events.reserve(count);
        record_.threads.reserve(count);
        for (std::size_t i = 0; i < count && reader_.ok(); ++i)
            readEvent();
        if (last_.time > 0 && count > static_cast<std::uint64_t>(Ns::max().count() / last_.time))
            reader_.fail(tr("more events than a record of that length may have"));
    }

private:
    void readEvent()
    {
        const qsizetype begin = reader_.position();
        const std::uint8_t head = reader_.byte();
        RawEvent event;
        event.kind = static_cast<EventKind>(head & kindBits);
        if (event.kind > lastKind)
            return reader_.fail(tr("an event of no known kind, %1").arg(head & kindBits));
        if (head & otherThread)
            thread_ = static_cast<std::uint16_t>(reader_.number(UINT16_MAX));
        event.time = last_.time + reader_.signedNumber(0, longestRecord.count() - last_.time);
        const std::int64_t task = last_.task;
        event.task = static_cast<std::uint32_t>(task + reader_.signedNumber(-task, std::int64_t(UINT32_MAX) - task));
        if (head & hasMore) {
            event.wait = reader_.choice(lastWait);
            event.detail = static_cast<std::uint16_t>(reader_.number(UINT16_MAX));
        }
        event.payload = readPayload(payloadKind(event));
        if (reader_.ok())
            check(event, begin);
        if (!reader_.ok())
            return;
        record_.events.push_back(event);
        record_.threads.push_back(thread_);
        last_ = event;
    }

    std::uint64_t readPayload(PayloadKind kind)
    {
        const auto pair = [this](std::uint64_t mostFirst) {
            const auto first = static_cast<std::uint32_t>(reader_.number(mostFirst));
            return packPair(first, static_cast<std::uint32_t>(reader_.number(UINT32_MAX)));
        };
        switch (kind) {
        case PayloadKind::None:
            break;
        case PayloadKind::Place:
        case PayloadKind::PlaceOrNone:
            return reader_.number(record_.places.size());
        case PayloadKind::Name:
            return reader_.number(record_.names.size());
        case PayloadKind::NameAndNumber:
            return pair(record_.names.size());
        case PayloadKind::Pair:
            return pair(UINT32_MAX);
        case PayloadKind::Number:
            return reader_.number(UINT32_MAX);
        case PayloadKind::Time:
            return static_cast<std::uint64_t>(reader_.signedNumber(-longestRecord.count(), longestRecord.count()));
        }
        return 0;
    }

    /// What an event says must be about what is there.
    void check(const RawEvent &event, qsizetype begin)
    {
        if (const QString what = mistakeIn(event); !what.isEmpty())
            reader_.failAt(begin, what);
    }

    /// What is wrong with an event, as the end of a sentence; empty where nothing is.
    QString mistakeIn(const RawEvent &event)
    {
        const bool begins = event.kind == EventKind::Started || event.kind == EventKind::Created;
        if (begins)
            return mistakeInBegin(event);
        if (event.task != 0 && !begun(event.task))
            return tr("an event of a task that has not begun");
        if (event.wait != WaitKind::None && event.kind != EventKind::WaitsFor)
            return tr("an event that says what is waited for, and is no wait");
        if (payloadKind(event) == PayloadKind::Place && event.payload == 0)
            return tr("an event without the place where it happened");
        reader_.take(memoryOf(event.kind));
        return mistakeInParts(event);
    }

    QString mistakeInBegin(const RawEvent &event)
    {
        if (event.task == 0 || event.payload == 0)
            return tr("a task begins without a number or without a place");
        if (event.task > tasks_.size()) {
            reader_.take((event.task - tasks_.size()) * (taskMemory + sizeof(Begun)));
            if (!reader_.ok())
                return {};
            tasks_.resize(event.task, Begun::No);
        }
        Begun &task = tasks_[event.task - 1];
        if (task == Begun::Started || (task == Begun::Created && event.kind == EventKind::Created))
            return tr("the task %1 begins a second time").arg(event.task);
        task = event.kind == EventKind::Created ? Begun::Created : Begun::Started;
        reader_.take(memoryOf(event.kind));
        return {};
    }

    QString mistakeInParts(const RawEvent &event)
    {
        const std::uint32_t first = firstOfPair(event.payload);
        const auto time = static_cast<std::int64_t>(event.payload);
        const auto detail = [&](auto last) { return event.detail <= static_cast<std::uint16_t>(last); };
        switch (event.kind) {
        case EventKind::WaitsFor:
            return mistakeInWait(event);
        case EventKind::CancelRequested:
            return detail(Canceller::Closing) ? QString() : tr("nobody known asked for that cancellation");
        case EventKind::ResourceMade:
            ++resources_;
            return {};
        case EventKind::SeatChanged:
            return first != 0 && first <= resources_ && detail(SeatChange::Left)
                ? QString()
                : tr("no known change of a resource that was made");
        case EventKind::CounterMade:
            ++counters_;
            return {};
        case EventKind::CounterChanged:
            return first != 0 && first <= counters_ ? QString() : tr("a change of a counter that was not made");
        case EventKind::DeadlineSet:
            ++deadlines_;
            return {};
        case EventKind::DeadlineMet:
        case EventKind::DeadlineMissed:
        case EventKind::DeadlineLifted:
            return event.payload != 0 && event.payload <= deadlines_ ? QString() : tr("the end of a deadline that was not set");
        case EventKind::NestedBegan:
            return ++nested_ <= mostNestedLoops ? QString()
                                                : tr("more than %1 event loops inside one another").arg(mostNestedLoops);
        case EventKind::NestedEnded:
            nested_ -= nested_ > 0 ? 1 : 0;
            return {};
        case EventKind::WorkBegan:
            workSince_ = time;
            return event.detail != 0 && time >= 0 ? QString() : tr("work of no worker, or before the run began");
        case EventKind::WorkEnded:
            return time >= workSince_ ? QString() : tr("work that ends before it begins");
        case EventKind::BlockEnded:
        case EventKind::StallLength:
            return time >= 0 ? QString() : tr("a length below 0");
        case EventKind::StallSeen:
            return detail(Monitor::Heartbeat) ? QString() : tr("no known monitor saw that");
        case EventKind::Logged:
            return detail(LogSource::LostFailure) ? QString() : tr("nobody known wrote that line");
        default:
            return {};
        }
    }

    QString mistakeInWait(const RawEvent &event) const
    {
        const std::uint32_t first = firstOfPair(event.payload);
        if (event.wait == WaitKind::Permit && (first == 0 || first > resources_))
            return tr("a wait for a resource that was not made");
        const bool forTask = event.wait == WaitKind::Task || event.wait == WaitKind::Item;
        if (forTask && first != 0 && !begun(first))
            return tr("a wait for a task that has not begun");
        return {};
    }

    bool begun(std::uint32_t task) const { return task != 0 && task <= tasks_.size() && tasks_[task - 1] != Begun::No; }

    /// What a Trace takes of an event at most, beside the record.
    static std::size_t memoryOf(EventKind kind)
    {
        switch (kind) {
        case EventKind::Suspended:
            return sizeof(TraceEvent) + 2 * spanMemory;
        case EventKind::Started:
        case EventKind::Created:
        case EventKind::Resumed:
        case EventKind::Returned:
        case EventKind::Failed:
        case EventKind::Cancelled:
        case EventKind::TimedOut:
            return sizeof(TraceEvent) + spanMemory;
        case EventKind::NeverStarted:
        case EventKind::Interrupted:
            return sizeof(TraceEvent);
        case EventKind::CancelRequested:
            return sizeof(TraceEvent) + openMemory;
        case EventKind::BlockBegan:
        case EventKind::NestedBegan:
            return openMemory;
        default:
            return partMemory;
        }
    }

    ByteReader &reader_;
    Record &record_;
    RawEvent last_;
    std::uint16_t thread_ = 0;
    enum class Begun : std::uint8_t { No, Created, Started };
    std::vector<Begun> tasks_;
    std::uint32_t resources_ = 0, counters_ = 0;
    std::uint64_t deadlines_ = 0;
    std::size_t nested_ = 0;
    std::int64_t workSince_ = 0;
};

} // namespace

void writeRecord(ByteWriter &writer, const Record &record)
{
    writer.list(record.names, [&](const QString &name) { writer.text(name); });
    writer.list(record.places, [&](const Site &place) {
        writer.text(place.file);
        writer.number(static_cast<std::uint64_t>(place.line));
        writer.text(place.function);
    });
    writeEvents(writer, record);
}

Record readRecord(ByteReader &reader)
{
    Record record;
    record.names = reader.list<QString>([&] { return reader.text(); });
    record.places = reader.list<Site>(
        [&] {
            Site place;
            place.file = reader.text();
            place.line = static_cast<int>(reader.number(mostLines));
            place.function = reader.text();
            return place;
        },
        mostPlaces);
    EventReader(reader, record).read();
    return record;
}

void writeSourceMap(ByteWriter &writer, const SourceMap *map)
{
    static const SourceMap none;
    if (!map)
        return writeSourceMap(writer, &none);
    const auto lines = [&](const LineRange &range) {
        writer.number(static_cast<std::uint64_t>(range.first));
        writer.number(static_cast<std::uint64_t>(range.last));
    };
    writer.text(map->file);
    writer.list(map->blocks, [&](const SourceBlock &block) {
        writer.text(block.id);
        writer.number(static_cast<std::uint64_t>(block.firstLine));
        writer.list(block.lines, [&](const QString &line) { writer.text(line); });
    });
    writer.list(map->functions, [&](const SourceFunction &function) {
        writer.text(function.name);
        lines(function.lines);
        writer.list(function.statements, lines);
    });
}

std::shared_ptr<const SourceMap> readSourceMap(ByteReader &reader)
{
    const auto lines = [&] {
        LineRange range;
        range.first = static_cast<int>(reader.number(mostLines));
        range.last = static_cast<int>(reader.number(mostLines));
        return range;
    };
    auto map = std::make_shared<SourceMap>();
    map->file = reader.text();
    map->blocks = reader.list<SourceBlock>(
        [&] {
            SourceBlock block;
            block.id = reader.text();
            block.firstLine = static_cast<int>(reader.number(mostLines));
            block.lines = reader.texts();
            return block;
        },
        mostFunctions);
    map->functions = reader.list<SourceFunction>(
        [&] {
            SourceFunction function;
            function.name = reader.text();
            function.lines = lines();
            function.statements = reader.list<LineRange>(lines, mostCodeLines);
            return function;
        },
        mostFunctions);
    const bool isNone = map->file.isEmpty() && map->blocks.empty() && map->functions.empty();
    return isNone ? nullptr : std::move(map);
}

} // namespace awaitscope
