// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/pseudo_language.h"

#include <QRegularExpression>

#include <cmath>

namespace awaitscope {

namespace {

constexpr double growth = 1.4;
constexpr qsizetype fillerLength = 6; // a line can be broken between them
constexpr QChar toTheLeft(0x202e), endOfDirection(0x202c); // right-to-left override, pop

QChar accented(QChar letter)
{
    static const QString plain = QStringLiteral("aceinouyACEINOUY"), written = QStringLiteral("áçéíñóúýÁÇÉÍÑÓÚÝ");
    const qsizetype at = plain.indexOf(letter);
    return at < 0 ? letter : written[at];
}

bool isVowel(QChar letter)
{
    return QStringLiteral("aeiouAEIOU").contains(letter);
}

QString wordIn(const QString &words)
{
    QString result;
    for (const QChar letter : words) {
        result += accented(letter);
        if (isVowel(letter))
            result += accented(letter.toLower());
    }
    return result;
}

/// Each run of letters in its own direction, so that what stands between them keeps its place.
QString turned(const QString &text)
{
    static const QRegularExpression letters(QStringLiteral("\\p{L}[\\p{L}'’]*"));
    QString result;
    qsizetype done = 0;
    auto matches = letters.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        result += text.mid(done, match.capturedStart() - done) + toTheLeft + match.captured() + endOfDirection;
        done = match.capturedEnd();
    }
    return result + text.mid(done);
}

} // namespace

bool isPseudoLanguage(const QString &code)
{
    return code == pseudoLeftToRight || code == pseudoRightToLeft;
}

QString pseudoText(const QString &text, bool rightToLeft)
{
    if (text.trimmed().isEmpty())
        return text;
    static const QRegularExpression kept(
        QStringLiteral("%L?[0-9]{1,2}|%n|%|\\{[^}]*\\}|<[^>]*>|`[^`]*`|&\\w+;|&|\\*?\\.[a-z]{2,4}\\b"));
    QString result;
    qsizetype done = 0;
    const auto take = [&](const QString &words) { result += rightToLeft ? turned(wordIn(words)) : wordIn(words); };
    auto matches = kept.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        take(text.mid(done, match.capturedStart() - done));
        result += match.captured();
        done = match.capturedEnd();
    }
    take(text.mid(done));
    const qsizetype unseen = result.count(toTheLeft) + result.count(endOfDirection);
    const auto wanted = static_cast<qsizetype>(std::ceil(text.size() * growth)) - 2;
    for (qsizetype size = result.size() - unseen; size < wanted; ++size)
        result += size % fillerLength == 0 ? u' ' : u'~';
    return u'«' + result + u'»';
}

PseudoTranslator::PseudoTranslator(bool rightToLeft, QObject *parent) : QTranslator(parent), rightToLeft_(rightToLeft) { }

QString PseudoTranslator::translate(const char *context, const char *text, const char *, int) const
{
    // Qt asks for its own direction by a text of this context, and for keys by another.
    if (qstrcmp(context, "QGuiApplication") == 0 || qstrcmp(context, "QShortcut") == 0 || qstrcmp(context, "QApplication") == 0)
        return {};
    return pseudoText(QString::fromUtf8(text), rightToLeft_);
}

} // namespace awaitscope
