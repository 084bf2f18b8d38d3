// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/database.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QUrl>

#include <atomic>

namespace awaitscope {

namespace {

constexpr int busyTimeout = 200; // ms that one statement waits for others; the store tries again by itself

QString newName()
{
    static std::atomic<unsigned> last{0};
    return QStringLiteral("awaitscope store %1").arg(++last);
}

DatabaseFault faultOf(const QSqlError &error)
{
    bool isNumber = false;
    const int code = error.nativeErrorCode().toInt(&isNumber) & 0xff; // without what the extended codes add
    switch (isNumber ? code : -1) {
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
        return DatabaseFault::Locked;
    case 3: // SQLITE_PERM
    case 8: // SQLITE_READONLY
    case 10: // SQLITE_IOERR
    case 13: // SQLITE_FULL
    case 14: // SQLITE_CANTOPEN
        return DatabaseFault::Unwritable;
    case 11: // SQLITE_CORRUPT
    case 26: // SQLITE_NOTADB
        return DatabaseFault::Damaged;
    default:
        return DatabaseFault::Other;
    }
}

} // namespace

DatabaseError::DatabaseError(DatabaseFault fault, const QString &words) : std::runtime_error(words.toStdString()), fault_(fault)
{
}

DatabaseError::DatabaseError(const QString &what, const QSqlError &error) :
    DatabaseError(faultOf(error), error.databaseText().isEmpty() ? what : error.databaseText())
{
}

Database::Database(const QString &path, Access access) : name_(newName())
{
    try {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name_);
        QString options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(busyTimeout);
        if (access != Access::Write)
            options += QStringLiteral(";QSQLITE_OPEN_READONLY");
        if (access == Access::Frozen)
            options += QStringLiteral(";QSQLITE_OPEN_URI");
        database.setConnectOptions(options);
        database.setDatabaseName(access == Access::Frozen
                ? QString::fromLatin1(QUrl::fromLocalFile(path).toEncoded()) + QStringLiteral("?immutable=1")
                : path);
        if (!database.open())
            throw DatabaseError(QStringLiteral("unable to open database file"), database.lastError());
    } catch (...) {
        QSqlDatabase::removeDatabase(name_);
        throw;
    }
    // Nothing in the file, which may be anyone's, may call functions with effects.
    run(QStringLiteral("PRAGMA trusted_schema = OFF"));
    run(QStringLiteral("PRAGMA cell_size_check = ON"));
}

Database::~Database()
{
    QSqlDatabase::removeDatabase(name_);
}

QSqlQuery Database::run(const QString &sql, const QVariantList &values)
{
    QSqlQuery query(QSqlDatabase::database(name_, false));
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        throw DatabaseError(sql, query.lastError());
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        throw DatabaseError(sql, query.lastError());
    return query;
}

bool Database::next(QSqlQuery &query)
{
    if (query.next())
        return true;
    if (query.lastError().isValid())
        throw DatabaseError(query.lastQuery(), query.lastError());
    return false;
}

QVariant Database::value(const QString &sql, const QVariantList &values)
{
    QSqlQuery query = run(sql, values);
    return next(query) ? query.value(0) : QVariant();
}

void Database::giveBackRoom()
{
    // Without columns, Qt steps through the statement once only: one page each time.
    QSqlQuery query(QSqlDatabase::database(name_, false));
    if (!query.prepare(QStringLiteral("PRAGMA incremental_vacuum(1)")))
        throw DatabaseError(QStringLiteral("incremental_vacuum"), query.lastError());
    for (int pages = value(QStringLiteral("PRAGMA freelist_count")).toInt(); pages > 0; --pages) {
        if (!query.exec())
            throw DatabaseError(QStringLiteral("incremental_vacuum"), query.lastError());
    }
}

Transaction::Transaction(Database &database, Kind kind) : database_(database)
{
    database_.run(kind == Kind::Write ? QStringLiteral("BEGIN IMMEDIATE") : QStringLiteral("BEGIN DEFERRED"));
}

Transaction::~Transaction()
{
    if (!open_)
        return;
    try {
        database_.run(QStringLiteral("ROLLBACK"));
    } catch (const DatabaseError &) {
        // After some errors SQLite has rolled back by itself.
    }
}

void Transaction::commit()
{
    database_.run(QStringLiteral("COMMIT"));
    open_ = false;
}

} // namespace awaitscope
