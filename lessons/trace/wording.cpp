// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/trace/wording.h"

#include "lessons/trace/caption.h"

#include <QCoreApplication>

#include <array>
#include <cmath>

namespace awaitscope {

QString countWord(qsizetype count)
{
    static constexpr std::array words{QT_TRANSLATE_NOOP("Wording", "no"), QT_TRANSLATE_NOOP("Wording", "one"),
        QT_TRANSLATE_NOOP("Wording", "two"), QT_TRANSLATE_NOOP("Wording", "three"), QT_TRANSLATE_NOOP("Wording", "four"),
        QT_TRANSLATE_NOOP("Wording", "five"), QT_TRANSLATE_NOOP("Wording", "six"), QT_TRANSLATE_NOOP("Wording", "seven"),
        QT_TRANSLATE_NOOP("Wording", "eight"), QT_TRANSLATE_NOOP("Wording", "nine"), QT_TRANSLATE_NOOP("Wording", "ten"),
        QT_TRANSLATE_NOOP("Wording", "eleven"), QT_TRANSLATE_NOOP("Wording", "twelve")};
    const bool worded = count >= 0 && count < static_cast<qsizetype>(words.size());
    return worded ? QCoreApplication::translate("Wording", words[static_cast<std::size_t>(count)]) : QString::number(count);
}

QString listed(const QStringList &items)
{
    if (items.size() < 2)
        return items.join(QString());
    return QCoreApplication::translate("Wording", "%1 and %2")
        .arg(items.first(items.size() - 1).join(QStringLiteral(", ")), items.last());
}

QString readableLength(Ns length)
{
    const double ns = static_cast<double>(length.count());
    const double magnitude = std::abs(ns);
    if (magnitude == 0)
        return QStringLiteral("0 ms");
    if (magnitude < 1e3)
        return QStringLiteral("%1 ns").arg(length.count());
    if (magnitude < 999.5e3)
        return QStringLiteral("%1 µs").arg(ns / 1e3, 0, 'f', 0);
    if (magnitude < 9.95e6)
        return QStringLiteral("%1 ms").arg(ns / 1e6, 0, 'f', 1);
    if (magnitude < 999.5e6)
        return QStringLiteral("%1 ms").arg(ns / 1e6, 0, 'f', 0);
    return QStringLiteral("%1 s").arg(ns / 1e9, 0, 'f', magnitude < 9.995e9 ? 2 : 1);
}

Ns differenceAsRead(Ns longer, Ns shorter)
{
    const auto asRead = [](Ns length) {
        const Ns magnitude = length < Ns(0) ? -length : length;
        const qint64 step = magnitude < Ns(1'000) ? 1
            : magnitude < Ns(999'500)             ? 1'000
            : magnitude < Ns(9'950'000)           ? 100'000
            : magnitude < Ns(999'500'000)         ? 1'000'000
            : magnitude < Ns(9'995'000'000)       ? 10'000'000
                                                  : 100'000'000;
        return Ns((magnitude.count() + step / 2) / step * step * (length < Ns(0) ? -1 : 1));
    };
    return asRead(longer) - asRead(shorter);
}

} // namespace awaitscope
