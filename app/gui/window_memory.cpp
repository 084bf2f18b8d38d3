// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/window_memory.h"

#include "app/gui/settings.h"

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
    QSettings(WindowMemory::file(), QSettings::IniFormat).setValue(key, value);
}

} // namespace

QString WindowMemory::file()
{
    return Settings::file();
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

} // namespace awaitscope
