// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/parameters.h"

#include <QCoreApplication>

#include <array>
#include <limits>

namespace awaitscope {

namespace {

struct Unit
{
    QStringView suffix;
    qint64 length; ///< ns
};

constexpr std::array units = {
    Unit{u"ms", 1'000'000},
    Unit{u"us", 1'000},
    Unit{u"µs", 1'000},
    Unit{u"s", 1'000'000'000},
    Unit{u"", 1'000'000},
};

QString tr(const char *source)
{
    return QCoreApplication::translate("awaitscope", source);
}

Problem notUnderstood(QStringView given)
{
    const QString sentence = tr("“%1” is no duration; accepted is a duration such as 250ms, 1.5s, 80us or bare milliseconds.");
    return {QStringLiteral("parameter-text"), sentence.arg(given), {}, Severity::Error};
}

Problem outsideRange(QStringView given)
{
    const QString sentence = tr("“%1” is out of reach; accepted is a duration such as 250ms or 1.5s, from 0 to 9000000000s.");
    return {QStringLiteral("parameter-range"), sentence.arg(given), {}, Severity::Error};
}

bool isDigit(QChar character)
{
    return character >= u'0' && character <= u'9';
}

/// Digits with at most one point among them, and at least one digit.
bool isDecimal(QStringView number)
{
    qsizetype digits = 0;
    qsizetype points = 0;
    for (const QChar character : number) {
        digits += isDigit(character);
        points += character == u'.';
    }
    return digits > 0 && points <= 1 && digits + points == number.size();
}

/// Adds one decimal digit; false where the sum has no room.
bool appendDigit(qint64 &value, QChar digit)
{
    const qint64 next = digit.unicode() - u'0';
    if (value > (std::numeric_limits<qint64>::max() - next) / 10)
        return false;
    value = value * 10 + next;
    return true;
}

} // namespace

Result<Ns> parseDuration(QStringView given)
{
    const QStringView trimmed = given.trimmed();
    QStringView number;
    qint64 scale = 0;
    for (const Unit &unit : units) {
        if (trimmed.endsWith(unit.suffix)) {
            number = trimmed.chopped(unit.suffix.size()).trimmed();
            scale = unit.length;
            break;
        }
    }
    if (number.startsWith(u'-') && isDecimal(number.sliced(1)))
        return outsideRange(given);
    if (!isDecimal(number))
        return notUnderstood(given);

    const qsizetype point = number.indexOf(u'.');
    const QStringView whole = point < 0 ? number : number.first(point);
    const QStringView fraction = point < 0 ? QStringView() : number.sliced(point + 1);
    qint64 value = 0;
    for (const QChar digit : whole) {
        if (!appendDigit(value, digit))
            return outsideRange(given);
    }
    if (value > std::numeric_limits<qint64>::max() / scale)
        return outsideRange(given);
    value *= scale;

    qint64 part = scale;
    for (const QChar digit : fraction) {
        if (part % 10 != 0 && digit != u'0')
            return notUnderstood(given); // finer than a nanosecond
        part /= 10;
        const qint64 more = part * (digit.unicode() - u'0');
        if (value > std::numeric_limits<qint64>::max() - more)
            return outsideRange(given);
        value += more;
    }
    return Ns(value);
}

QString durationText(Ns duration)
{
    const qint64 value = duration.count();
    const Unit &unit = value >= 1'000'000'000 ? units[3] : value >= 1'000'000 || value == 0 ? units[0] : units[1];
    QString result = QString::number(value / unit.length);
    if (const qint64 rest = value % unit.length) {
        QString decimals = QString::number(unit.length + rest).sliced(1);
        while (decimals.endsWith(u'0'))
            decimals.chop(1);
        result += u'.' + decimals;
    }
    return result += unit.suffix;
}

} // namespace awaitscope
