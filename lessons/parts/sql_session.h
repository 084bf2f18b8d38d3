// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariantList>

#include <memory>
#include <optional>
#include <stdexcept>
#include <vector>

class QSqlQuery;

namespace awaitscope {

/// What a query gives: its rows, each with the values of its columns.
using Rows = std::vector<QVariantList>;

/// The database did not do what was asked of it; says what that was, and SQLite's own words.
class QueryError : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

/// An open SQLite file, for reading. Belongs to the thread that made it, and ends there. Its calls block.
class SqlSession
{
public:
    /// Throws QueryError where there is no such file, or it is none of SQLite's.
    explicit SqlSession(const QString &path);
    ~SqlSession();
    SqlSession(const SqlSession &) = delete;
    SqlSession &operator=(const SqlSession &) = delete;

    /// All rows of one statement; each `?` in it stands for one of the values, in order. Throws QueryError.
    Rows query(const QString &sql, const QVariantList &values = {});
    /// Begins a statement of which nextRow() gives the rows, in place of the one that was begun before. Throws QueryError.
    void select(const QString &sql, const QVariantList &values = {});
    /// The next row of what was begun, read from the file only now; std::nullopt after the last. Throws QueryError.
    std::optional<QVariantList> nextRow();

private:
    std::unique_ptr<QSqlQuery> begin(const QString &sql, const QVariantList &values) const;

    const QString name_; ///< of the connection, as Qt knows it
    std::unique_ptr<QSqlQuery> cursor_;
};

} // namespace awaitscope
