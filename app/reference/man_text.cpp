// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reference/man_text.h"

#include <QRegularExpression>
#include <QStringList>

namespace awaitscope {

namespace {

constexpr int columns = 78;

/// As groff_char(7) has it: ASCII that roff would draw as something else, and what lies beyond ASCII.
QString escaped(const QString &text)
{
    QString safe;
    for (const char32_t letter : text.toStdU32String()) {
        switch (letter) {
        case U'\\':
            safe += QLatin1String("\\e");
            break;
        case U'\'':
            safe += QLatin1String("\\(cq");
            break;
        case U'~':
            safe += QLatin1String("\\(ti");
            break;
        case U'^':
            safe += QLatin1String("\\(ha");
            break;
        case U'`':
            safe += QLatin1String("\\(ga");
            break;
        case U'…':
            safe += QLatin1String("...\\&");
            break;
        default:
            safe += letter < 0x80 ? QString(QChar(char16_t(letter)))
                                  : QStringLiteral("\\[u%1]")
                                        .arg(uint(letter), 4, 16, QLatin1Char('0'))
                                        .toUpper()
                                        .replace(QLatin1String("\\[U"), QLatin1String("\\[u"));
        }
    }
    return safe;
}

QString bold(QString literal)
{
    return QLatin1String("\\fB") + literal.replace(QLatin1Char('-'), QLatin1String("\\-")) + QLatin1String("\\fR");
}

} // namespace

QString manText(const QString &text)
{
    static const QRegularExpression literal(QStringLiteral("--[a-z]+|(?<= )-(?= )"));
    static const QRegularExpression sentenceEnd(QStringLiteral("[.?]$"));
    QString lines, line;
    for (const QString &word : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        QString set = escaped(word);
        if (word == QLatin1String("-"))
            set = bold(word);
        else if (const auto match = literal.match(set); match.hasMatch())
            set.replace(match.capturedStart(), match.capturedLength(), bold(match.captured()));
        if (!line.isEmpty() && line.size() + 1 + set.size() > columns) {
            lines += line + QLatin1Char('\n');
            line.clear();
        }
        if (line.isEmpty() && (set.startsWith(QLatin1Char('.')) || set.startsWith(QLatin1Char('\''))))
            set.prepend(QLatin1String("\\&"));
        line += (line.isEmpty() ? QString() : QStringLiteral(" ")) + set;
        if (sentenceEnd.match(word).hasMatch()) {
            lines += line + QLatin1Char('\n');
            line.clear();
        }
    }
    return line.isEmpty() ? lines : lines + line + QLatin1Char('\n');
}

QString manSyntax(const QString &syntax, bool kept)
{
    static const QRegularExpression token(QStringLiteral("([A-Z][A-Za-z]*)|([a-z-][a-z-]*)"));
    QString set;
    qsizetype end = 0;
    const auto between = [&](qsizetype from, qsizetype to) {
        QString text = escaped(syntax.mid(from, to - from));
        return kept ? text.replace(QLatin1Char(' '), QLatin1String("\\ ")) : text;
    };
    for (auto matches = token.globalMatch(syntax); matches.hasNext();) {
        const auto match = matches.next();
        set += between(end, match.capturedStart());
        set += match.hasCaptured(1) ? QStringLiteral("\\fI%1\\fR").arg(match.captured(1)) : bold(match.captured(2));
        end = match.capturedEnd();
    }
    return set + between(end, syntax.size());
}

} // namespace awaitscope
