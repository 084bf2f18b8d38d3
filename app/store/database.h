// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlQuery>
#include <QString>
#include <QVariantList>

#include <stdexcept>

class QSqlError;

namespace awaitscope {

/// Why a database did not do what it was asked for, as far as it matters to what happens next.
enum class DatabaseFault {
    Locked, ///< by another connection, for now
    Unwritable, ///< no space, no right, or the device does not take it
    Damaged, ///< the file is none of SQLite's, or broken
    Other
};

/// What the functions of app/store throw among themselves; none of it leaves the store's thread.
class DatabaseError : public std::runtime_error
{
public:
    /// Also for an error that was found by other means than SQLite's.
    DatabaseError(DatabaseFault fault, const QString &words);
    DatabaseError(const QString &what, const QSqlError &error);

    DatabaseFault fault() const { return fault_; }
    QString words() const { return QString::fromUtf8(what()); }

private:
    DatabaseFault fault_;
};

/// An open SQLite file. Belongs to the thread that made it, and ends there. Its calls block, and throw DatabaseError.
class Database
{
public:
    enum class Access {
        Write, ///< makes the file where there is none
        Read,
        Frozen, ///< to read a file that nobody writes, in a folder that takes none of SQLite's own files
    };

    /// Opens a file, or for ":memory:" one that is none. What the file holds is not looked at.
    Database(const QString &path, Access access);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// Runs one statement; each `?` in it stands for one of the values, in order. What it gives is still to be read: see next().
    QSqlQuery run(const QString &sql, const QVariantList &values = {});
    /// Goes to the next row; false after the last.
    static bool next(QSqlQuery &query);
    /// The first value of the first row; invalid where there is no row.
    QVariant value(const QString &sql, const QVariantList &values = {});
    /// Gives the room of what was deleted back to the disk.
    void giveBackRoom();

private:
    const QString name_; ///< of the connection, as Qt knows it
};

/// All or nothing of what is done while it lives: undone where commit() is not reached.
class Transaction
{
public:
    enum class Kind {
        Write, ///< waits for the right to write at once
        Read, ///< all that is read is of one moment
    };

    explicit Transaction(Database &database, Kind kind = Kind::Write);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    /// When it returns, what was done is on the disk.
    void commit();

private:
    Database &database_;
    bool open_ = true;
};

} // namespace awaitscope
