// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/selftest/check.h"

#include <QByteArray>

#include <optional>

namespace awaitscope {

/// A check with what it has found.
struct CheckedItem
{
    const CheckSpec *check = nullptr; ///< never null
    CheckResult result;
};

/// The worst of them; Fit of none.
Fitness overallFitness(const std::vector<CheckedItem> &items);

/// The first line of the report, which says that nothing is sent anywhere.
QString reportHead();
/// One check's line, with its advice on a second one where there is any. Ends with a line break.
QString reportLine(const CheckedItem &item);
/// The last line: the verdict in plain words.
QString reportEnd(const std::vector<CheckedItem> &items);
/// The whole report as plain text.
QString reportText(const std::vector<CheckedItem> &items);
/// The same as JSON, one line: {"awaitscope", "verdict", "checks": [{"id", "title", "verdict", "sentence", "advice", "values": {}}]};
/// a verdict is "fit", "limited" or "unfit", `advice` is empty where there is nothing to do.
QByteArray reportJson(const std::vector<CheckedItem> &items);

/// A result as one line of JSON, and what such a line says; nothing for any other bytes.
QByteArray encodeResult(const CheckResult &result);
std::optional<CheckResult> decodeResult(QByteArrayView line);

/// The text with "~" in place of the user's home folder, wherever that begins a path.
QString withoutHome(const QString &text, const QString &home);
/// The same for all texts and values of a result.
CheckResult withoutHome(const CheckResult &result, const QString &home);

} // namespace awaitscope
