// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/code/highlight.h"

#include <QSet>
#include <QString>

namespace awaitscope {

namespace {

const QSet<QString> &keywords(CodeLanguage language)
{
    static const QSet<QString> cpp{"auto", "bool", "break", "case", "catch", "class", "co_await", "co_return", "co_yield",
        "const", "constexpr", "continue", "do", "double", "else", "enum", "false", "for", "if", "int", "namespace", "nullptr",
        "return", "sizeof", "static", "struct", "switch", "template", "this", "throw", "true", "try", "typename", "using", "void",
        "while"};
    static const QSet<QString> python{"False", "None", "True", "and", "as", "assert", "async", "await", "break", "class",
        "continue", "def", "del", "elif", "else", "except", "finally", "for", "from", "if", "import", "in", "is", "lambda", "not",
        "or", "pass", "raise", "return", "try", "while", "with", "yield"};
    return language == CodeLanguage::Cpp ? cpp : python;
}

bool isWordStart(QChar c)
{
    return c.isLetter() || c == u'_';
}

bool isWord(QChar c)
{
    return c.isLetterOrNumber() || c == u'_';
}

bool startsComment(QStringView line, qsizetype at, CodeLanguage language)
{
    return language == CodeLanguage::Cpp ? line.mid(at).startsWith(u"//") : line[at] == u'#';
}

qsizetype endOfString(QStringView line, qsizetype from)
{
    const QChar quote = line[from];
    qsizetype at = from + 1;
    while (at < line.size() && line[at] != quote)
        at += line[at] == u'\\' ? 2 : 1;
    return std::min(at + 1, line.size());
}

} // namespace

std::vector<TokenSpan> tokensOf(QStringView line, CodeLanguage language)
{
    std::vector<TokenSpan> tokens;
    for (qsizetype at = 0; at < line.size();) {
        const QChar c = line[at];
        if (startsComment(line, at, language)) {
            tokens.push_back({at, line.size() - at, CodeToken::Comment});
            break;
        }
        qsizetype end = at + 1;
        if (c == u'"' || c == u'\'') {
            end = endOfString(line, at);
            tokens.push_back({at, end - at, CodeToken::Literal});
        } else if (isWordStart(c)) {
            while (end < line.size() && isWord(line[end]))
                ++end;
            if (keywords(language).contains(line.mid(at, end - at).toString()))
                tokens.push_back({at, end - at, CodeToken::Keyword});
        } else if (c.isDigit()) {
            while (end < line.size() && (isWord(line[end]) || line[end] == u'.' || line[end] == u'\''))
                ++end;
            tokens.push_back({at, end - at, CodeToken::Literal});
        }
        at = end;
    }
    return tokens;
}

} // namespace awaitscope
