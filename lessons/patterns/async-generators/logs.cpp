// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/patterns/async-generators/logs.h"
#include "lessons/parts/lesson_database.h"

#include <algorithm>

namespace awaitscope::lesson_async_generators {

namespace {

/// One row in twenty is an ERROR, the rarest level.
constexpr int rowsOfTable = 10'000;

QString pathOrThrow()
{
    const Result<QString> path = logDatabase();
    if (!path)
        throw std::runtime_error(path.problem().sentence.toStdString());
    return path.value();
}

} // namespace

const QStringList &levels()
{
    static const QStringList all
        = {QStringLiteral("DEBUG"), QStringLiteral("INFO"), QStringLiteral("WARNING"), QStringLiteral("ERROR")};
    return all;
}

Result<QString> logDatabase()
{
    return lessonDatabase(rowsOfTable);
}

const ParameterSet &parameters(Scope &scope)
{
    return scope.context<ParameterSet>();
}

LogStore::LogStore(Scope &scope) :
    path(pathOrThrow()),
    connections_(scope, "database connections"),
    held_(scope, "rows held"),
    received_(scope, "rows received")
{
}

LogConnection::LogConnection(Scope &scope) :
    Connection(scope, scope.context<LogStore>().path, scope.context<LogStore>().connections_)
{
}

LogLine::LogLine(Scope &scope, const QVariantList &row) : held_(scope.context<LogStore>().held_)
{
    for (const QVariant &value : row)
        text_ += (text_.isEmpty() ? QByteArray() : QByteArray(",")) + value.toString().toUtf8();
    text_ += '\n';
}

int receive(Scope &scope, const QByteArray &part, int most)
{
    const int rows = std::min(most, static_cast<int>(part.count('\n')));
    if (rows > 0)
        scope.context<LogStore>().received_.add(rows);
    return rows;
}

} // namespace awaitscope::lesson_async_generators
