// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/trace/recorder.h"
#include "lessons/trace/trace.h"

#include <optional>

namespace awaitscope {

/// What the payload of an event stands for.
enum class PayloadKind : std::uint8_t {
    None,
    Place, ///< a place in the source
    PlaceOrNone, ///< the same, or 0
    Name, ///< a name id
    NameAndNumber, ///< see packPair(): a name id, and a number
    Pair, ///< see packPair(): two numbers
    Number, ///< a number of a thing, or how many there are
    Time, ///< ns, signed
};
/// What the payload of this event stands for; None for a kind that is not known.
PayloadKind payloadKind(const RawEvent &event);

/// Tells what the numbers in raw events stand for.
class RecordTexts
{
public:
    /// The text of a name, or nothing where there is no name of that id.
    virtual std::optional<QString> nameText(NameId id) const = 0;
    /// The place that a payload stands for; its function as the compiler names it.
    virtual Site placeOf(std::uint64_t payload) const = 0;

protected:
    RecordTexts() = default;
    ~RecordTexts() = default;
    RecordTexts(const RecordTexts &) = default;
    RecordTexts &operator=(const RecordTexts &) = default;
};

/// The texts of a recorder, whose payloads are pointers into the program.
class RecorderTexts final : public RecordTexts
{
public:
    /// `recorder` must outlive it.
    explicit RecorderTexts(const Recorder &recorder) : recorder_(recorder) { }
    std::optional<QString> nameText(NameId id) const override;
    Site placeOf(std::uint64_t payload) const override;

private:
    const Recorder &recorder_;
};

/// All that one variant's run has recorded, in a form that does not depend on the program that ran: what a trace file
/// keeps, and what a Trace can be made of again. In `events`, a place is the number of one of `places`, from 1.
struct Record final : RecordTexts
{
    std::vector<RawEvent> events; ///< of all threads, merged in order
    std::vector<std::uint16_t> threads; ///< of each event: on which thread it happened; 0 is the event loop's
    std::vector<QString> names; ///< in order of their ids, from 1
    std::vector<Site> places; ///< in order of their first use

    /// What a recorder has taken; the run must have ended.
    static Record of(std::shared_ptr<const Recorder> recorder);

    std::optional<QString> nameText(NameId id) const override;
    Site placeOf(std::uint64_t payload) const override;
};

} // namespace awaitscope
