// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/parts/database_writer.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>
#include <QVariant>

#include <random>

namespace awaitscope {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(LessonDatabase)
};

/// Writes one database; the first thing that fails ends it.
class Writer
{
public:
    explicit Writer(QSqlDatabase database) : database_(std::move(database)), query_(database_) { }

    bool write(int rows)
    {
        // The file is not used before it is whole, so nothing is to be rolled back.
        return run("PRAGMA journal_mode = OFF") && run("PRAGMA synchronous = OFF")
            && run("CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT NOT NULL, email TEXT NOT NULL)")
            && run("CREATE TABLE logs (id INTEGER PRIMARY KEY, timestamp TEXT NOT NULL, level TEXT NOT NULL, "
                   "message TEXT NOT NULL)")
            && database_.transaction() && writeUsers() && writeLogs(rows) && database_.commit();
    }
    QString error() const
    {
        return query_.lastError().isValid() ? query_.lastError().databaseText() : database_.lastError().databaseText();
    }

private:
    bool run(const char *sql) { return query_.exec(QString::fromLatin1(sql)); }

    bool insert(std::initializer_list<QVariant> values)
    {
        int position = 0;
        for (const QVariant &value : values)
            query_.bindValue(position++, value);
        return query_.exec();
    }

    bool writeUsers()
    {
        if (!query_.prepare(QStringLiteral("INSERT INTO users VALUES (?, ?, ?)")))
            return false;
        for (int id = 1; id <= lessonUsers; ++id) {
            if (!insert({id, QStringLiteral("User %1").arg(id), QStringLiteral("user%1@example.org").arg(id)}))
                return false;
        }
        return true;
    }

    bool writeLogs(int rows)
    {
        if (!query_.prepare(QStringLiteral("INSERT INTO logs VALUES (?, ?, ?, ?)")))
            return false;
        std::mt19937 random(661); // the same rows every time; the distributions of std differ between libraries
        const QDateTime first(QDate(2024, 1, 1), QTime(0, 0), Qt::UTC);
        for (int id = 1; id <= rows; ++id) {
            const auto kind = random() % 20;
            const QString level = kind == 0 ? QStringLiteral("ERROR")
                : kind < 4                  ? QStringLiteral("WARNING")
                                            : QStringLiteral("INFO");
            const QString message = QStringLiteral("user %1 was served in %2 ms")
                                        .arg(random() % lessonUsers + 1)
                                        .arg(kind == 0 ? 30000 : random() % 400 + 1);
            if (!insert({id, first.addSecs(id).toString(Qt::ISODate), level, message}))
                return false;
        }
        return true;
    }

    QSqlDatabase database_;
    QSqlQuery query_;
};

} // namespace

Result<Done> writeLessonDatabase(const QString &path, int rows)
{
    const QString name = QUuid::createUuid().toString();
    QString error;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(path);
        if (!database.open())
            error = database.lastError().databaseText();
        else if (Writer writer(database); !writer.write(rows))
            error = writer.error();
    }
    QSqlDatabase::removeDatabase(name);
    if (error.isEmpty())
        return Done();
    return Problem{
        QStringLiteral("database-write"), Words::tr("The lesson's database cannot be written to %1: %2").arg(path, error), path};
}

} // namespace awaitscope
