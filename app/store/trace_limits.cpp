// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/run_table.h"

#include <algorithm>

namespace awaitscope {

namespace {

constexpr qint64 leastBytes = 1024 * 1024;
const QString countName = QStringLiteral("trace_count"), bytesName = QStringLiteral("trace_bytes");

qint64 setting(Database &database, const QString &name, qint64 fallback)
{
    const QVariant value = database.value(QStringLiteral("SELECT value FROM setting WHERE name = ?"), {name});
    return value.isValid() ? value.toLongLong() : fallback;
}

} // namespace

TraceLimits traceLimits(Database &database)
{
    const TraceLimits usual;
    return {int(std::clamp(setting(database, countName, usual.count), qint64(1), qint64(1'000'000))),
        std::max(setting(database, bytesName, usual.bytes), leastBytes)};
}

void setTraceLimits(Database &database, const TraceLimits &limits)
{
    const QString sql = QStringLiteral("INSERT OR REPLACE INTO setting VALUES (?, ?)");
    database.run(sql, {countName, std::max(limits.count, 1)});
    database.run(sql, {bytesName, std::max(limits.bytes, leastBytes)});
}

int pruneTraces(Database &database, const TraceLimits &limits)
{
    // In the order in which they stay: the newest, then what has a name, then the newer.
    QSqlQuery query = database.run(
        QStringLiteral("WITH kept AS (SELECT number, trace_size, name, time FROM run JOIN trace ON trace.run = number) "
                       "SELECT number, trace_size FROM kept ORDER BY number = (SELECT number FROM kept ORDER BY time DESC, "
                       "number DESC LIMIT 1) DESC, "
                       "name <> '' DESC, time DESC, number DESC"));
    QVariantList beyond;
    int count = 0;
    qint64 bytes = 0;
    while (Database::next(query)) {
        ++count;
        bytes += query.value(1).toLongLong();
        if (count > 1 && (count > limits.count || bytes > limits.bytes))
            beyond << query.value(0);
    }
    query.finish();
    for (const QVariant &number : beyond)
        database.run(QStringLiteral("DELETE FROM trace WHERE run = ?"), {number});
    if (!beyond.isEmpty())
        database.giveBackRoom();
    return int(beyond.size());
}

} // namespace awaitscope
