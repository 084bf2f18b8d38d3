// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/parameters.h"
#include "lessons/parts/connection.h"
#include "lessons/runtime/counter.h"
#include "lessons/trace/result.h"

namespace awaitscope::lesson_async_generators {

/// The levels that a reader can ask for. The table has no row of the first.
const QStringList &levels();

/// The file with the log table; of each level that occurs it has more rows than a run can ask for. See lessonDatabase().
Result<QString> logDatabase();

/// The parameters of the run that the scope belongs to.
const ParameterSet &parameters(Scope &scope);

/// What the two ends of one run share: where the logs are, and what is counted. A context of the run.
class LogStore
{
public:
    /// Throws std::runtime_error without a database.
    explicit LogStore(Scope &scope);

    const QString path;

private:
    friend class LogLine;
    friend class LogConnection;
    friend int receive(Scope &scope, const QByteArray &part, int most);

    mutable Counter connections_;
    mutable Counter held_;
    mutable Counter received_;
};

/// The connection of one request. It is open from open() to its end.
class LogConnection : private Connection
{
public:
    /// Finds the LogStore in the scope or above.
    explicit LogConnection(Scope &scope);

    using Connection::nextRow;
    using Connection::open;
    using Connection::select;
};

/// A row that was read: counted as held from then on to its end.
class LogLine
{
public:
    LogLine(Scope &scope, const QVariantList &row);

    /// "timestamp,level,message" and the end of the line.
    const QByteArray &text() const { return text_; }

private:
    QByteArray text_;
    Counted held_;
};

/// Counts the rows in a part of an answer, up to `most`, as received; gives how many that were.
int receive(Scope &scope, const QByteArray &part, int most = INT_MAX);

} // namespace awaitscope::lesson_async_generators
