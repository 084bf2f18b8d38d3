// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/window_memory.h"

#include "app/common/places.h"

#include <QFileInfo>
#include <QSettings>

namespace awaitscope {

namespace {

constexpr qsizetype mostGeometry = 4096; // bytes; Qt writes some 70

const QString geometryKey = QStringLiteral("window/geometry");
const QString columnsKey = QStringLiteral("window/columns"), rowsKey = QStringLiteral("window/rows");

QVariant read(const QString &key)
{
    return QSettings(WindowMemory::file(), QSettings::IniFormat).value(key);
}

std::optional<double> readShare(const QString &key)
{
    bool isNumber = false;
    const double share = read(key).toString().toDouble(&isNumber);
    return isNumber && share > 0.0 && share < 1.0 ? std::optional(share) : std::nullopt;
}

void write(const QString &key, const QVariant &value)
{
    if (makePrivateFolder(QFileInfo(WindowMemory::file()).path()))
        QSettings(WindowMemory::file(), QSettings::IniFormat).setValue(key, value);
}

constexpr qsizetype mostEntries = 64, mostLetters = 256; // of a list, and of an entry
constexpr qint64 longestTime = 3'600'000'000'000; // ns
const QString lessonKey = QStringLiteral("place/lesson"), parametersKey = QStringLiteral("place/parameters");
const QString clockKey = QStringLiteral("place/clock"), variantsKey = QStringLiteral("place/variants");
const QString fromKey = QStringLiteral("place/from"), toKey = QStringLiteral("place/to");
const QString scrolledKey = QStringLiteral("place/scrolled"), playheadKey = QStringLiteral("place/playhead");
const QString sidebarKey = QStringLiteral("place/sidebar"), recentKey = QStringLiteral("place/recent");
const QString tourKey = QStringLiteral("tour/seen");

QStringList entries(const QVariant &value)
{
    QStringList result = value.toStringList().mid(0, mostEntries);
    result.removeIf([](const QString &entry) { return entry.isEmpty() || entry.size() > mostLetters; });
    return result;
}

std::optional<Ns> time(const QVariant &value)
{
    bool isNumber = false;
    const qint64 ns = value.toString().toLongLong(&isNumber);
    return isNumber && ns >= 0 && ns <= longestTime ? std::optional(Ns(ns)) : std::nullopt;
}

/// An empty text where there is none, so that the next start does not find an older one.
QString text(const std::optional<Ns> &time)
{
    return time ? QString::number(time->count()) : QString();
}

double length(const QVariant &value)
{
    const double px = value.toString().toDouble();
    return px > 0.0 && px < 1e6 ? px : 0.0;
}

} // namespace

QString WindowMemory::file()
{
    return places().windowFile();
}

QByteArray WindowMemory::geometry() const
{
    const QByteArray kept = QByteArray::fromBase64(read(geometryKey).toString().toLatin1());
    return kept.size() <= mostGeometry ? kept : QByteArray();
}

void WindowMemory::setGeometry(const QByteArray &geometry)
{
    write(geometryKey, QString::fromLatin1(geometry.toBase64()));
}

Dividers WindowMemory::dividers() const
{
    return {readShare(columnsKey), readShare(rowsKey)};
}

void WindowMemory::setDividers(const Dividers &dividers)
{
    if (dividers.columns)
        write(columnsKey, QString::number(*dividers.columns, 'f', 4));
    if (dividers.rows)
        write(rowsKey, QString::number(*dividers.rows, 'f', 4));
}

KeptPlace WindowMemory::place() const
{
    const QSettings kept(file(), QSettings::IniFormat);
    KeptPlace place;
    place.lesson = entries(kept.value(lessonKey)).value(0);
    for (const QString &entry : entries(kept.value(parametersKey))) {
        const qsizetype at = entry.indexOf(u'=');
        if (at > 0)
            place.parameters.emplace_back(entry.left(at), entry.mid(at + 1));
    }
    place.clock = kept.value(clockKey).toString() == QLatin1String("virtual") ? ClockKind::Virtual : ClockKind::Real;
    place.variants = entries(kept.value(variantsKey));
    place.from = time(kept.value(fromKey));
    place.to = time(kept.value(toKey));
    place.playhead = time(kept.value(playheadKey));
    place.scrolled = length(kept.value(scrolledKey));
    place.sidebarScrolled = static_cast<int>(length(kept.value(sidebarKey)));
    place.recent = entries(kept.value(recentKey));
    return place;
}

void WindowMemory::setPlace(const KeptPlace &place)
{
    if (!makePrivateFolder(QFileInfo(file()).path()))
        return;
    QStringList parameters;
    for (const auto &[id, value] : place.parameters)
        parameters += id + u'=' + value;
    QSettings kept(file(), QSettings::IniFormat); // written at once, when it goes
    kept.setValue(lessonKey, place.lesson);
    kept.setValue(parametersKey, parameters);
    kept.setValue(clockKey, place.clock == ClockKind::Virtual ? QStringLiteral("virtual") : QStringLiteral("real"));
    kept.setValue(variantsKey, place.variants);
    kept.setValue(fromKey, text(place.from));
    kept.setValue(toKey, text(place.to));
    kept.setValue(playheadKey, text(place.playhead));
    kept.setValue(scrolledKey, QString::number(place.scrolled, 'f', 1));
    kept.setValue(sidebarKey, QString::number(place.sidebarScrolled));
    kept.setValue(recentKey, place.recent);
}

bool WindowMemory::tourSeen() const
{
    return read(tourKey).toString() == QLatin1String("yes");
}

void WindowMemory::setTourSeen()
{
    write(tourKey, QStringLiteral("yes"));
}

} // namespace awaitscope
