// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/trace/record.h"

#include <unordered_map>

namespace awaitscope {

namespace {

PayloadKind waitPayload(WaitKind wait)
{
    switch (wait) {
    case WaitKind::Timer:
        return PayloadKind::Time;
    case WaitKind::Permit:
        return PayloadKind::Pair;
    case WaitKind::Foreign:
        return PayloadKind::Name;
    case WaitKind::Task:
    case WaitKind::Item:
    case WaitKind::Gather:
    case WaitKind::Settle:
    case WaitKind::Join:
    case WaitKind::FirstOf:
    case WaitKind::Consumer:
        return PayloadKind::Number;
    case WaitKind::None:
    case WaitKind::Unknown:
    case WaitKind::Turn:
    case WaitKind::Thread:
        break;
    }
    return PayloadKind::None;
}

} // namespace

PayloadKind payloadKind(const RawEvent &event)
{
    switch (event.kind) {
    case EventKind::Started:
    case EventKind::Suspended:
    case EventKind::Resumed:
    case EventKind::Created:
    case EventKind::BlockBegan:
    case EventKind::NestedBegan:
        return PayloadKind::Place;
    case EventKind::StallSeen:
        return PayloadKind::PlaceOrNone;
    case EventKind::WaitsFor:
        return waitPayload(event.wait);
    case EventKind::Failed:
    case EventKind::TimedOut:
    case EventKind::Noted:
    case EventKind::Logged:
        return PayloadKind::Name;
    case EventKind::Cancelled:
    case EventKind::CancelRequested:
    case EventKind::Interrupted:
    case EventKind::Asked:
    case EventKind::ResourceMade:
    case EventKind::CounterMade:
        return PayloadKind::NameAndNumber;
    case EventKind::SeatChanged:
    case EventKind::CounterChanged:
        return PayloadKind::Pair;
    case EventKind::DeadlineMet:
    case EventKind::DeadlineMissed:
    case EventKind::DeadlineLifted:
        return PayloadKind::Number;
    case EventKind::DeadlineSet:
    case EventKind::BlockEnded:
    case EventKind::WorkBegan:
    case EventKind::WorkEnded:
    case EventKind::Beat:
    case EventKind::StallLength:
        return PayloadKind::Time;
    case EventKind::Returned:
    case EventKind::TurnBegan:
    case EventKind::TurnEnded:
    case EventKind::NeverStarted:
    case EventKind::Unread:
    case EventKind::NestedEnded:
        break;
    }
    return PayloadKind::None;
}

std::optional<QString> RecorderTexts::nameText(NameId id) const
{
    return QString::fromStdString(recorder_.name(id));
}

Site RecorderTexts::placeOf(std::uint64_t payload) const
{
    const std::source_location where = toSourceLocation(payload);
    return {.file = QString::fromUtf8(where.file_name()),
        .line = static_cast<int>(where.line()),
        .function = QString::fromUtf8(where.function_name())};
}

Record Record::of(std::shared_ptr<const Recorder> recorder)
{
    Record record;
    RecordReader reader(std::move(recorder));
    const RecorderTexts texts(reader.recorder());
    std::unordered_map<std::uint64_t, std::uint64_t> numbers;
    std::uint32_t lastName = 0;
    reader.read(Ns::max(), [&](RawEvent event, std::uint16_t thread) {
        switch (payloadKind(event)) {
        case PayloadKind::None:
            event.payload = 0;
            break;
        case PayloadKind::PlaceOrNone:
            if (event.payload == 0)
                break;
            [[fallthrough]];
        case PayloadKind::Place: {
            std::uint64_t &number = numbers[event.payload];
            if (number == 0) {
                record.places.push_back(texts.placeOf(event.payload));
                number = record.places.size();
            }
            event.payload = number;
            break;
        }
        case PayloadKind::Name:
        case PayloadKind::NameAndNumber:
            lastName = std::max(lastName, firstOfPair(event.payload));
            break;
        case PayloadKind::Pair:
        case PayloadKind::Number:
        case PayloadKind::Time:
            break;
        }
        record.events.push_back(event);
        record.threads.push_back(thread);
    });
    for (std::uint32_t id = 1; id <= lastName; ++id)
        record.names.push_back(*texts.nameText(NameId(id)));
    record.events.shrink_to_fit();
    record.threads.shrink_to_fit();
    return record;
}

std::optional<QString> Record::nameText(NameId id) const
{
    return id && id.index() < names.size() ? std::optional(names[id.index()]) : std::nullopt;
}

Site Record::placeOf(std::uint64_t payload) const
{
    return payload != 0 && payload <= places.size() ? places[payload - 1] : Site();
}

} // namespace awaitscope
