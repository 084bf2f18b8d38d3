// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal> // first: moc 6.4 cannot read <chrono> before it

#include <chrono>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace awaitscope {

/// Nanoseconds since the zero of one variant's run. All times of a record are of this type.
using Ns = std::chrono::nanoseconds;

/// A number that names one thing of one kind. Counts from 1; 0 names nothing.
template <class Tag> class Id
{
public:
    constexpr Id() = default;
    constexpr explicit Id(std::uint32_t number) : number_(number) { }

    /// The bare number, for storage and for reports.
    constexpr std::uint32_t number() const { return number_; }
    /// Position in a vector that holds the things in order of their ids. Only for a valid id.
    constexpr std::size_t index() const { return number_ - 1; }
    constexpr explicit operator bool() const { return number_ != 0; }
    constexpr auto operator<=>(const Id &) const = default;

private:
    std::uint32_t number_ = 0;
};

using TaskId = Id<struct TaskTag>;
using SiteId = Id<struct SiteTag>;
using NameId = Id<struct NameTag>;
using CancelId = Id<struct CancelTag>;
using ResourceId = Id<struct ResourceTag>;
using CounterId = Id<struct CounterTag>;
using WorkerId = Id<struct WorkerTag>;

} // namespace awaitscope

template <class Tag> struct std::hash<awaitscope::Id<Tag>>
{
    std::size_t operator()(awaitscope::Id<Tag> id) const noexcept { return std::hash<std::uint32_t>{}(id.number()); }
};
