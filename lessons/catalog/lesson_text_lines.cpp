// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/lesson_text_lines.h"

#include <algorithm>

namespace awaitscope::detail {

namespace {

bool isKeyCharacter(QChar character)
{
    return (character >= u'a' && character <= u'z') || (character >= u'A' && character <= u'Z')
        || (character >= u'0' && character <= u'9') || character == u'-' || character == u'_';
}

/// The end of the double-quoted text that begins at `begin`, behind its closing quote. Throws TextError.
qsizetype quotedEnd(int line, const QString &written, qsizetype begin)
{
    for (qsizetype i = begin + 1; i < written.size(); ++i) {
        if (written[i] == u'\\')
            ++i;
        else if (written[i] == u'"')
            return i + 1;
    }
    throw TextError{line, QStringLiteral("The closing quote is missing.")};
}

QString unquoted(int line, const QString &quoted)
{
    QString result;
    for (qsizetype i = 1; i < quoted.size() - 1; ++i) {
        QChar character = quoted[i];
        if (character == u'\\') {
            character = quoted[++i];
            if (character != u'"' && character != u'\\')
                throw TextError{line, QStringLiteral("“\\%1” is no escape; there are \\\" and \\\\.").arg(character)};
        }
        result += character;
    }
    return result;
}

} // namespace

FrontMatterEntry parseEntry(const TextLine &line)
{
    const QString text = line.text.trimmed();
    const qsizetype colon = text.indexOf(u':');
    const QString key = text.left(colon).trimmed();
    if (colon < 1 || !std::all_of(key.begin(), key.end(), isKeyCharacter))
        throw TextError{line.number, QStringLiteral("“%1” is no entry; one is written `key: value`.").arg(text)};
    if (colon + 1 < text.size() && !text[colon + 1].isSpace())
        throw TextError{line.number, QStringLiteral("A blank is missing behind “%1:”.").arg(key)};
    return {line.number, key, text.mid(colon + 1).trimmed()};
}

QString parseScalar(int line, const QString &written)
{
    if (written.isEmpty())
        throw TextError{line, QStringLiteral("The value is empty.")};
    if (written.startsWith(u'"')) {
        if (quotedEnd(line, written, 0) != written.size())
            throw TextError{line, QStringLiteral("There is text behind the closing quote.")};
        const QString result = unquoted(line, written);
        if (result.trimmed().isEmpty())
            throw TextError{line, QStringLiteral("The value is empty.")};
        return result;
    }
    static const QString special = QStringLiteral("{}[]&*#!|>%@`'?,-");
    const bool ambiguous = special.contains(written[0]) || written.contains(QLatin1String(": "))
        || written.contains(QLatin1String(" #")) || written.endsWith(u':');
    if (ambiguous)
        throw TextError{line, QStringLiteral("Put this value into double quotes; without them it means something else in YAML.")};
    return written;
}

std::vector<FrontMatterEntry> parseFlowMapping(int line, const QString &written)
{
    if (!written.startsWith(u'{') || !written.endsWith(u'}') || written.size() < 2)
        throw TextError{line, QStringLiteral("This value is written `{ key: value, key: \"value\" }` on one line.")};
    std::vector<FrontMatterEntry> entries;
    const QString inner = written.mid(1, written.size() - 2);
    qsizetype begin = 0;
    for (qsizetype i = 0; i <= inner.size(); ++i) {
        if (i < inner.size() && inner[i] == u'"') {
            i = quotedEnd(line, inner, i) - 1;
        } else if (i == inner.size() || inner[i] == u',') {
            FrontMatterEntry entry = parseEntry({line, inner.mid(begin, i - begin)});
            entry.value = parseScalar(line, entry.value);
            entries.push_back(std::move(entry));
            begin = i + 1;
        }
    }
    return entries;
}

QString joinParagraphs(const std::vector<TextLine> &lines)
{
    QString result;
    bool paragraphEnded = false;
    for (const TextLine &line : lines) {
        const QString text = line.text.trimmed();
        if (text.startsWith(QLatin1String("```")))
            throw TextError{line.number, QStringLiteral("A code block is not expected here.")};
        if (text.startsWith(QLatin1String("- ")))
            throw TextError{line.number, QStringLiteral("A list is not expected here.")};
        if (text.isEmpty()) {
            paragraphEnded = !result.isEmpty();
            continue;
        }
        if (!result.isEmpty())
            result += paragraphEnded ? QStringLiteral("\n\n") : QStringLiteral(" ");
        paragraphEnded = false;
        result += text;
    }
    return result;
}

std::vector<TextLine> parseList(const std::vector<TextLine> &lines)
{
    std::vector<TextLine> items;
    bool itemEnded = true;
    for (const TextLine &line : lines) {
        const QString text = line.text.trimmed();
        if (text.isEmpty()) {
            itemEnded = true;
        } else if (line.text.startsWith(QLatin1String("- "))) {
            items.push_back({line.number, text.mid(2).trimmed()});
            itemEnded = false;
        } else if (!itemEnded && line.text.startsWith(u' ')) {
            items.back().text += u' ' + text;
        } else {
            throw TextError{line.number, QStringLiteral("An item of a list is expected here; it begins with `- `.")};
        }
    }
    return items;
}

std::vector<TextLine> takeMarked(std::vector<TextLine> &lines, QLatin1String mark)
{
    const auto begin
        = std::find_if(lines.begin(), lines.end(), [mark](const TextLine &line) { return line.text.startsWith(mark); });
    std::vector<TextLine> taken(begin, lines.end());
    lines.erase(begin, lines.end());
    if (!taken.empty())
        taken.front().text.remove(0, mark.size());
    return taken;
}

QString required(const TextLine &heading, const char *what, const QString &text)
{
    if (text.isEmpty())
        throw TextError{heading.number, QStringLiteral("The section “%1” lacks %2.").arg(heading.text, QLatin1String(what))};
    return text;
}

QString eventName(int line, const QString &written)
{
    const QStringList parts = written.split(u'.');
    const bool whole = parts.size() == 3
        && std::none_of(parts.begin(), parts.end(), [](const QString &part) { return part.isEmpty() || part.contains(u' '); });
    if (!whole)
        throw TextError{line, QStringLiteral("“%1” names no event; one is written {variant.function.ended}.").arg(written)};
    return written;
}

} // namespace awaitscope::detail
