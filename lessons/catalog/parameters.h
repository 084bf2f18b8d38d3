// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/trace/ids.h"
#include "lessons/trace/result.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace awaitscope {

enum class ParameterType { Duration, Count, Flag, Choice };

/// What a lesson lets its reader change. Values are whole numbers: ns for a duration, 0 or 1 for a flag, the
/// position in `choices` for a choice.
struct ParameterSpec
{
    QString id;
    ParameterType type = ParameterType::Duration;
    qint64 defaultValue = 0;
    qint64 minimum = 0;
    qint64 maximum = 1;
    qint64 step = 1; ///< for sliders and arrow keys
    QStringList choices;
};

/// The values of all parameters of one lesson.
class ParameterSet
{
public:
    ParameterSet() = default;
    /// All at their defaults.
    explicit ParameterSet(std::vector<ParameterSpec> specs);

    const std::vector<ParameterSpec> &specs() const { return specs_; }
    /// The id must be known; asserted.
    qint64 value(QStringView id) const;
    Ns duration(QStringView id) const { return Ns(value(id)); }
    bool flag(QStringView id) const { return value(id) != 0; }

    /// Sets a value; refuses one outside the range, naming parameter and range.
    Result<Done> set(QStringView id, qint64 value);
    /// The same from text as a user types it: `250ms`, `1.5s`, bare milliseconds; a count; on or off; a choice.
    Result<Done> setText(QStringView id, QStringView text);
    /// A value as a reader reads it and as setText() takes it: "196ms", "8", "off".
    QString text(QStringView id) const;

    bool operator==(const ParameterSet &other) const { return values_ == other.values_; }

private:
    const ParameterSpec *spec(QStringView id) const;

    std::vector<ParameterSpec> specs_;
    std::vector<qint64> values_;
};

/// A duration from text: `250ms`, `1.5s`, `80us`, or bare milliseconds. The problem names what is accepted.
Result<Ns> parseDuration(QStringView text);
/// A duration as parseDuration() takes it, without a loss: "196ms", "1.5s", "80us".
QString durationText(Ns duration);

} // namespace awaitscope
