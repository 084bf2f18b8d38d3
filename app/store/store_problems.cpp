// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/store_problems.h"

#include "app/store/schema.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>

namespace awaitscope {

namespace {

struct Store
{
    Q_DECLARE_TR_FUNCTIONS(Store)
};

QString shown(const QString &path)
{
    return QDir::toNativeSeparators(path);
}

} // namespace

Problem lockedProblem(const QString &path)
{
    return {QStringLiteral("store-locked"),
        Store::tr("%1 is locked by another program; it is written to as soon as it is free.").arg(shown(path)), path,
        Severity::Warning};
}

Problem unwritableProblem(const QString &path, const QString &words)
{
    return {QStringLiteral("store-unwritable"), Store::tr("%1 cannot be written to (%2).").arg(shown(path), words), path};
}

Problem readOnlyProblem(const QString &path)
{
    return {QStringLiteral("store-read-only"), Store::tr("%1 may be read but not written to.").arg(shown(path)), path};
}

Problem newerProblem(const QString &path, int version)
{
    return {QStringLiteral("store-newer"),
        Store::tr("%1 is of version %2, written by a later Awaitscope; this one writes version %3, and only reads later ones.")
            .arg(shown(path))
            .arg(version)
            .arg(newestSchema),
        path};
}

Problem damagedProblem(const QString &path, const QString &movedTo, const QString &words)
{
    return {QStringLiteral("store-damaged"),
        Store::tr("%1 is damaged (%2). It was moved to %3, and a new one begun.").arg(shown(path), words, shown(movedTo)), path,
        Severity::Warning};
}

Problem migratedProblem(const QString &path, int version, const QString &backup)
{
    return {QStringLiteral("store-migrated"),
        Store::tr("%1 was brought from version %2 to %3; as it was before, it is kept as %4.")
            .arg(shown(path))
            .arg(version)
            .arg(newestSchema)
            .arg(shown(backup)),
        path, Severity::Warning};
}

Problem failedProblem(const QString &path, const QString &words)
{
    return {QStringLiteral("store-failed"), Store::tr("%1: the database says “%2”.").arg(shown(path), words), path};
}

Problem waitingProblem(const QString &path, qint64 bytes)
{
    return {QStringLiteral("store-waiting"),
        Store::tr(
            "The traces that wait for %1 take more than %2 of memory: the oldest are let go, the numbers of their runs stay.")
            .arg(shown(path), QLocale().formattedDataSize(bytes, 0)),
        path, Severity::Warning};
}

Problem prunedProblem(qint64 number)
{
    const QString place = QString::number(number);
    return {QStringLiteral("trace-pruned"),
        Store::tr("The trace of run %1 was let go to stay within the limit; its numbers are left.").arg(place), place};
}

Problem problemOf(const QString &path, const DatabaseError &error)
{
    switch (error.fault()) {
    case DatabaseFault::Locked:
        return lockedProblem(path);
    case DatabaseFault::Unwritable:
        return unwritableProblem(path, error.words());
    case DatabaseFault::Damaged:
    case DatabaseFault::Other:
        break;
    }
    return failedProblem(path, error.words());
}

} // namespace awaitscope
