// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/cut/source_mask.h"

namespace awaitscope::cut {

namespace {

bool isWord(QChar character)
{
    return character.isLetterOrNumber() || character == u'_';
}

class Masker
{
public:
    explicit Masker(const QString &source) : source_(source) { masked_.text = source; }

    MaskedSource run()
    {
        masked_.beginsInside.push_back(false);
        bool lineIsBlank = true;
        while (at_ < source_.size()) {
            const QChar character = source_[at_];
            if (character == u'\n') {
                lineIsBlank = true;
                step(false);
                continue;
            }
            if (lineIsBlank && character == u'#')
                maskLine();
            else if (startsWith("//"))
                maskLine();
            else if (startsWith("/*"))
                maskUntil(QStringLiteral("*/"), at_ + 2);
            else if (character == u'"' && isRaw())
                maskRawString();
            else if (character == u'"' || (character == u'\'' && !isDigitSeparator()))
                maskQuoted(character);
            else
                step(false);
            lineIsBlank = lineIsBlank && character.isSpace();
        }
        return std::move(masked_);
    }

private:
    bool startsWith(const char *text) const { return QStringView(source_).sliced(at_).startsWith(QLatin1String(text)); }

    /// Goes one character on and blanks it where asked; line ends stay.
    void step(bool mask)
    {
        if (source_[at_] == u'\n')
            masked_.beginsInside.push_back(mask);
        else if (mask)
            masked_.text[at_] = u' ';
        ++at_;
    }

    /// To the end of the line, over line ends behind a backslash.
    void maskLine()
    {
        while (at_ < source_.size() && (source_[at_] != u'\n' || source_[at_ - 1] == u'\\'))
            step(true);
    }

    void maskUntil(const QString &end, qsizetype searchFrom)
    {
        const qsizetype found = source_.indexOf(end, searchFrom);
        const qsizetype stop = found < 0 ? source_.size() : found + end.size();
        while (at_ < stop)
            step(true);
    }

    /// The word that ends right before the current position.
    QStringView wordBefore() const
    {
        qsizetype begin = at_;
        while (begin > 0 && isWord(source_[begin - 1]))
            --begin;
        return QStringView(source_).sliced(begin, at_ - begin);
    }

    bool isRaw() const
    {
        const QStringView prefix = wordBefore();
        return prefix == u"R" || prefix == u"LR" || prefix == u"uR" || prefix == u"UR" || prefix == u"u8R";
    }

    bool isDigitSeparator() const
    {
        const QStringView number = wordBefore();
        if (number.isEmpty()) // the second of two separated groups: 1'000'000
            return false;
        return number.front().isDigit() || (at_ > number.size() && source_[at_ - number.size() - 1] == u'\'');
    }

    void maskRawString()
    {
        const qsizetype open = source_.indexOf(u'(', at_);
        if (open < 0)
            return maskQuoted(u'"');
        const QString delimiter = source_.mid(at_ + 1, open - at_ - 1);
        step(false);
        const qsizetype close = source_.indexOf(u')' + delimiter + u'"', open);
        const qsizetype quote = close < 0 ? source_.size() : close + delimiter.size() + 1;
        while (at_ < quote)
            step(true);
        if (at_ < source_.size())
            step(false);
    }

    /// The quotes stay, what is between them goes. A literal ends with its line at the latest.
    void maskQuoted(QChar quote)
    {
        step(false);
        while (at_ < source_.size() && source_[at_] != quote && source_[at_] != u'\n') {
            if (source_[at_] == u'\\' && at_ + 1 < source_.size())
                step(true);
            step(true);
        }
        if (at_ < source_.size() && source_[at_] == quote)
            step(false);
    }

    const QString &source_;
    MaskedSource masked_;
    qsizetype at_ = 0;
};

} // namespace

MaskedSource maskSource(const QString &source)
{
    return Masker(source).run();
}

} // namespace awaitscope::cut
