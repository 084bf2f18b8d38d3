// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/schema.h"

#include <QStringList>

#include <array>

namespace awaitscope {

namespace {

constexpr int applicationId = 0x41775363; // "AwSc", for who wonders what a file is

/// What each version adds to the one before. What was once released is never changed here.
const std::array<QStringList, newestSchema> &steps()
{
    static const std::array<QStringList, newestSchema> all{
        QStringList{
            QStringLiteral("CREATE TABLE run (number INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, "
                           "time INTEGER NOT NULL, lesson TEXT NOT NULL, name TEXT NOT NULL, clock TEXT NOT NULL, "
                           "seed INTEGER NOT NULL, parameters TEXT NOT NULL, caption TEXT NOT NULL, app_version TEXT NOT NULL, "
                           "digest BLOB NOT NULL, trace_size INTEGER NOT NULL, trace_digest BLOB NOT NULL)"),
            QStringLiteral("CREATE TABLE run_variant (run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE, "
                           "position INTEGER NOT NULL, id TEXT NOT NULL, title TEXT NOT NULL, outcome TEXT NOT NULL, "
                           "duration INTEGER NOT NULL, PRIMARY KEY (run, position)) WITHOUT ROWID"),
            QStringLiteral("CREATE TABLE run_claim (run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE, "
                           "position INTEGER NOT NULL, id TEXT NOT NULL, text TEXT NOT NULL, holds INTEGER NOT NULL, "
                           "measured TEXT NOT NULL, PRIMARY KEY (run, position)) WITHOUT ROWID"),
            QStringLiteral("CREATE TABLE trace (run INTEGER PRIMARY KEY REFERENCES run ON DELETE CASCADE, bytes BLOB NOT NULL)"),
            QStringLiteral("CREATE TABLE prediction (lesson TEXT PRIMARY KEY, time INTEGER NOT NULL, content TEXT NOT NULL)"),
            QStringLiteral("CREATE TABLE step (lesson TEXT NOT NULL, step TEXT NOT NULL, time INTEGER NOT NULL, "
                           "PRIMARY KEY (lesson, step)) WITHOUT ROWID"),
            QStringLiteral("CREATE TABLE setting (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID"),
        },
        QStringList{
            QStringLiteral("ALTER TABLE run ADD COLUMN note TEXT NOT NULL DEFAULT ''"),
            QStringLiteral("ALTER TABLE run ADD COLUMN removed_at INTEGER"),
            QStringLiteral("CREATE TABLE lesson_note (lesson TEXT PRIMARY KEY, time INTEGER NOT NULL, text TEXT NOT NULL)"),
            QStringLiteral("CREATE INDEX run_by_lesson ON run (lesson, time)"),
        },
    };
    return all;
}

QStringList tablesOf(Database &database)
{
    QStringList tables;
    QSqlQuery query = database.run(QStringLiteral("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"));
    while (Database::next(query)) {
        for (int column = 0; column < 4; ++column)
            tables << query.value(column).toString();
    }
    return tables;
}

QStringList tablesOf(int version)
{
    Database fresh(QStringLiteral(":memory:"), Database::Access::Write);
    migrate(fresh, version);
    return tablesOf(fresh);
}

} // namespace

int schemaOf(Database &database)
{
    const int version = database.value(QStringLiteral("PRAGMA user_version")).toInt();
    const int application = database.value(QStringLiteral("PRAGMA application_id")).toInt();
    const bool isEmpty = database.value(QStringLiteral("SELECT count(*) FROM sqlite_master")).toInt() == 0;
    if (version == 0 && application == 0 && isEmpty)
        return 0;
    if (application != applicationId || version < 1)
        throw DatabaseError(DatabaseFault::Damaged, QStringLiteral("it is a database of another program"));
    return version;
}

void migrate(Database &database, int to)
{
    Transaction transaction(database);
    // Read again: another program may have been faster.
    for (int version = schemaOf(database); version < to; ++version) {
        for (const QString &statement : steps()[std::size_t(version)])
            database.run(statement);
        database.run(QStringLiteral("PRAGMA user_version = %1").arg(version + 1));
        database.run(QStringLiteral("PRAGMA application_id = %1").arg(applicationId));
    }
    transaction.commit();
}

void checkSound(Database &database, int version)
{
    const QString verdict = database.value(QStringLiteral("PRAGMA quick_check(1)")).toString();
    if (verdict != QLatin1String("ok"))
        throw DatabaseError(DatabaseFault::Damaged, verdict.simplified());
    if (version > 0 && version <= newestSchema && tablesOf(database) != tablesOf(version))
        throw DatabaseError(DatabaseFault::Damaged, QStringLiteral("its tables are not those of version %1").arg(version));
}

} // namespace awaitscope
