// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <vector>

namespace awaitscope {

enum class CodeLanguage { Cpp, Python };

enum class CodeToken { Keyword, Literal, Comment };

/// A stretch of a line that is not plain.
struct TokenSpan
{
    qsizetype from = 0;
    qsizetype length = 0;
    CodeToken token = CodeToken::Keyword;
    bool operator==(const TokenSpan &) const = default;
};

/// The tokens of one line, in order. Knows no constructs that span lines.
std::vector<TokenSpan> tokensOf(QStringView line, CodeLanguage language);

} // namespace awaitscope
