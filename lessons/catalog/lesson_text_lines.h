// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <utility>
#include <vector>

namespace awaitscope::detail {

/// What is wrong with a line of a lesson's text. Thrown inside the parser only.
struct TextError
{
    int line = 0; ///< from 1
    QString sentence;
};

/// A line and where it stands.
struct TextLine
{
    int number = 0; ///< from 1
    QString text;
};

/// A mapping's entry of the front matter.
struct FrontMatterEntry
{
    int line = 0;
    QString key;
    QString value; ///< as written
};

/// Cuts `key: value` apart; the key has letters, digits, `-` and `_` only. Throws TextError.
FrontMatterEntry parseEntry(const TextLine &line);
/// A plain or double-quoted value. What YAML would read as something else has to be quoted. Throws TextError.
QString parseScalar(int line, const QString &written);
/// The entries of `{ key: value, key: "value" }`. Throws TextError.
std::vector<FrontMatterEntry> parseFlowMapping(int line, const QString &written);

/// Running text: lines joined by blanks, paragraphs parted by an empty line. Fenced code is refused. Throws TextError.
QString joinParagraphs(const std::vector<TextLine> &lines);
/// The items of a list: `- ` begins one, indented lines go on with it. Throws TextError.
std::vector<TextLine> parseList(const std::vector<TextLine> &lines);

/// Takes the paragraph that begins with `mark` off the lines, and all lines behind it.
std::vector<TextLine> takeMarked(std::vector<TextLine> &lines, QLatin1String mark);
/// The text, which a section must have; `what` says what it is. Throws TextError.
QString required(const TextLine &heading, const char *what, const QString &text);
/// A name such as "variant.function.ended". Throws TextError for anything else.
QString eventName(int line, const QString &written);

} // namespace awaitscope::detail
