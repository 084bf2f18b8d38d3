// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <utility>
#include <variant>

namespace awaitscope {

enum class Severity { Warning, Error };

/// Something wrong with what the user gave us, in words a user can act on.
struct Problem
{
    QString id; ///< stable, for tests and for looking it up: "parameter-range"
    QString sentence; ///< one sentence: what, where, and what is accepted
    QString place; ///< option, file or parameter that it stands at; may be empty
    Severity severity = Severity::Error;
};

/// A value, or the problem that kept it from being made.
template <class T> class [[nodiscard]] Result
{
public:
    Result(T value) : content_(std::in_place_index<0>, std::move(value)) { }
    Result(Problem problem) : content_(std::in_place_index<1>, std::move(problem)) { }

    bool ok() const { return content_.index() == 0; }
    explicit operator bool() const { return ok(); }
    /// Only where ok().
    const T &value() const & { return std::get<0>(content_); }
    T &value() & { return std::get<0>(content_); }
    T &&value() && { return std::get<0>(std::move(content_)); }
    /// Only where not ok().
    const Problem &problem() const { return std::get<1>(content_); }

private:
    std::variant<T, Problem> content_;
};

/// For functions that give nothing but success.
using Done = std::monostate;

} // namespace awaitscope
