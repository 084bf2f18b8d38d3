// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/parts/sql_session.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>

#include <atomic>

namespace awaitscope {

namespace {

QString newName()
{
    static std::atomic<unsigned> last{0};
    return QStringLiteral("awaitscope session %1").arg(++last);
}

[[noreturn]] void fail(const QString &what, const QSqlError &error)
{
    throw QueryError((what + QStringLiteral(": ") + error.databaseText()).toStdString());
}

/// The next row; std::nullopt after the last.
std::optional<QVariantList> rowOf(QSqlQuery &query)
{
    if (!query.next()) {
        if (query.lastError().isValid())
            fail(QStringLiteral("cannot read all of “%1”").arg(query.lastQuery()), query.lastError());
        return std::nullopt;
    }
    QVariantList row;
    const int columns = query.record().count();
    for (int column = 0; column < columns; ++column)
        row.append(query.value(column));
    return row;
}

} // namespace

SqlSession::SqlSession(const QString &path) : name_(newName())
{
    try {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name_);
        database.setConnectOptions(QStringLiteral("QSQLITE_OPEN_READONLY"));
        database.setDatabaseName(path);
        if (!database.open())
            fail(QStringLiteral("cannot open %1").arg(path), database.lastError());
        QSqlQuery query(database); // SQLite looks at the file only when it is asked something
        if (!query.exec(QStringLiteral("PRAGMA schema_version")))
            fail(QStringLiteral("cannot read %1").arg(path), query.lastError());
    } catch (...) {
        QSqlDatabase::removeDatabase(name_);
        throw;
    }
}

SqlSession::~SqlSession()
{
    cursor_.reset();
    QSqlDatabase::removeDatabase(name_);
}

Rows SqlSession::query(const QString &sql, const QVariantList &values)
{
    const std::unique_ptr<QSqlQuery> query = begin(sql, values);
    Rows rows;
    while (std::optional<QVariantList> row = rowOf(*query))
        rows.push_back(std::move(*row));
    return rows;
}

void SqlSession::select(const QString &sql, const QVariantList &values)
{
    cursor_.reset();
    cursor_ = begin(sql, values);
}

std::optional<QVariantList> SqlSession::nextRow()
{
    return cursor_ ? rowOf(*cursor_) : std::nullopt;
}

std::unique_ptr<QSqlQuery> SqlSession::begin(const QString &sql, const QVariantList &values) const
{
    auto query = std::make_unique<QSqlQuery>(QSqlDatabase::database(name_));
    query->setForwardOnly(true);
    if (!query->prepare(sql))
        fail(QStringLiteral("cannot prepare “%1”").arg(sql), query->lastError());
    for (const QVariant &value : values)
        query->addBindValue(value);
    if (!query->exec())
        fail(QStringLiteral("cannot run “%1”").arg(sql), query->lastError());
    return query;
}

} // namespace awaitscope
