// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/opening.h"

#include "app/store/schema.h"
#include "app/store/store_problems.h"
#include "lessons/trace/user_folders.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <optional>

#include <unistd.h>

namespace awaitscope {

namespace {

/// Copies the file as it is, with all that was committed, so that the copy is there whole or not at all.
QString backUp(Database &database, const QString &path, int version)
{
    const QString part = path + QLatin1Char('-') + QUuid::createUuid().toString(QUuid::WithoutBraces) + QStringLiteral(".part");
    database.run(QStringLiteral("VACUUM INTO ?"), {part});
    QFile file(part);
    const bool isOnDisk = file.open(QIODevice::ReadWrite) && ::fsync(file.handle()) == 0;
    // Another program may take the same name at the same time.
    for (int attempt = 0; isOnDisk && attempt < 10; ++attempt) {
        const QString backup = nameBeside(path, QStringLiteral("version-%1").arg(version));
        if (file.rename(backup))
            return backup;
    }
    file.remove();
    throw DatabaseError(DatabaseFault::Unwritable, file.errorString());
}

/// The version of a file that is sound, read at one moment: another program may be about to bring it up to date.
int soundSchemaOf(Database &database)
{
    const Transaction oneMoment(database, Transaction::Kind::Read);
    const int version = schemaOf(database);
    checkSound(database, version);
    return version;
}

/// How what is being written is kept until it is whole.
enum class Journal {
    Shared, ///< beside the file, in memory that programs share: readers and a writer at the same time
    Plain, ///< one at a time; for file systems that share no memory, as some of sticks and networks
};

void takePlainJournal(Database &database)
{
    database.run(QStringLiteral("PRAGMA locking_mode = EXCLUSIVE")); // leaves the other journal without shared memory
    database.run(QStringLiteral("PRAGMA journal_mode = DELETE"));
    database.run(QStringLiteral("PRAGMA locking_mode = NORMAL"));
}

Opened openToWrite(const QString &path, Journal journal)
{
    Opened opened;
    opened.database = std::make_unique<Database>(path, Database::Access::Write);
    Database &database = *opened.database;
    if (journal == Journal::Plain)
        takePlainJournal(database);
    const int version = soundSchemaOf(database);
    if (version > newestSchema) {
        opened.problems.push_back(newerProblem(path, version));
        return opened;
    }
    if (version == 0)
        database.run(QStringLiteral("PRAGMA auto_vacuum = INCREMENTAL")); // only a file without tables takes it
    const QString wanted = journal == Journal::Shared ? QStringLiteral("wal") : QStringLiteral("delete");
    if (database.value(QStringLiteral("PRAGMA journal_mode = ") + wanted).toString() != wanted)
        throw DatabaseError(DatabaseFault::Unwritable, QStringLiteral("it cannot keep a journal"));
    database.run(QStringLiteral("PRAGMA synchronous = FULL"));
    database.run(QStringLiteral("PRAGMA foreign_keys = ON"));
    if (version < newestSchema) {
        if (version > 0)
            opened.problems.push_back(migratedProblem(path, version, backUp(database, path, version)));
        migrate(database);
    }
    Transaction asksForTheRight(database);
    opened.writable = true;
    return opened;
}

Opened openToRead(const QString &path, Database::Access access)
{
    Opened opened;
    opened.database = std::make_unique<Database>(path, access);
    const int version = soundSchemaOf(*opened.database);
    if (version < newestSchema)
        throw DatabaseError(
            DatabaseFault::Unwritable, QStringLiteral("it is of an older version, which is read only after an update"));
    opened.problems.push_back(version > newestSchema ? newerProblem(path, version) : readOnlyProblem(path));
    return opened;
}

/// Nothing where that does not help.
std::optional<Opened> openWithPlainJournal(const QString &path)
{
    if (!QFileInfo(path).isWritable())
        return std::nullopt;
    try {
        return openToWrite(path, Journal::Plain);
    } catch (const DatabaseError &) {
        return std::nullopt; // what the other way had told says more
    }
}

Opened openSomehow(const QString &path)
{
    try {
        return openToWrite(path, Journal::Shared);
    } catch (const DatabaseError &error) {
        if (error.fault() != DatabaseFault::Unwritable)
            throw;
        if (auto opened = openWithPlainJournal(path))
            return std::move(*opened);
        if (QFileInfo(path).size() == 0)
            throw;
    }
    try {
        return openToRead(path, Database::Access::Read);
    } catch (const DatabaseError &error) {
        // SQLite cannot put the files there that it shares with other programs. Without them only a file that is whole by itself is safe.
        if (error.fault() != DatabaseFault::Unwritable || QFileInfo(path + QStringLiteral("-wal")).size() > 0)
            throw;
    }
    return openToRead(path, Database::Access::Frozen);
}

/// The new name; the file's journal goes with it, for it may hold what is to be rescued.
QString moveAside(const QString &path)
{
    const QString aside = nameBeside(path, QStringLiteral("damaged"));
    QFile file(path);
    if (!file.rename(aside))
        throw DatabaseError(DatabaseFault::Unwritable, file.errorString());
    for (const QString &ending : {QStringLiteral("-wal"), QStringLiteral("-shm"), QStringLiteral("-journal")}) {
        if (QFileInfo::exists(path + ending))
            QFile::rename(path + ending, aside + ending);
    }
    return aside;
}

} // namespace

Opened openDatabase(const QString &path)
{
    if (!makePrivateFolder(QFileInfo(path).path()))
        throw DatabaseError(DatabaseFault::Unwritable, QStringLiteral("its folder cannot be made"));
    try {
        return openSomehow(path);
    } catch (const DatabaseError &error) {
        if (error.fault() != DatabaseFault::Damaged)
            throw;
        const Problem problem = damagedProblem(path, moveAside(path), error.words());
        Opened opened = openSomehow(path);
        opened.problems.insert(opened.problems.begin(), problem);
        return opened;
    }
}

QString nameBeside(const QString &path, const QString &word)
{
    const QFileInfo file(path);
    const QString time = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss"));
    const QString base = QStringLiteral("%1/%2-%3-%4").arg(file.path(), file.completeBaseName(), word, time);
    QString name = base + QStringLiteral(".db");
    for (int more = 2; QFileInfo::exists(name); ++more)
        name = QStringLiteral("%1-%2.db").arg(base).arg(more);
    return name;
}

} // namespace awaitscope
