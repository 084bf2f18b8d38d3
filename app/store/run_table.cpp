// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/run_table.h"

#include "app/store/run_digest.h"
#include "app/store/store_problems.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <algorithm>

namespace awaitscope {

namespace {

struct Store
{
    Q_DECLARE_TR_FUNCTIONS(Store)
};

/// A text for a column that takes no NULL.
QVariant words(const QString &text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

QDateTime timeOf(const QVariant &value)
{
    return QDateTime::fromMSecsSinceEpoch(value.toLongLong(), Qt::UTC);
}

Problem unknownRun(RunNumber number)
{
    return {QStringLiteral("run-unknown"), Store::tr("There is no saved run %1.").arg(number.value()),
        QString::number(number.value())};
}

Result<Done> changeRun(
    Database &database, RunNumber number, const QString &change, const QVariantList &values, bool removed = false)
{
    const QString condition = removed ? QStringLiteral("IS NOT NULL") : QStringLiteral("IS NULL");
    QSqlQuery query = database.run(QStringLiteral("UPDATE run SET %1 WHERE number = ? AND removed_at %2").arg(change, condition),
        values + QVariantList{number.value()});
    if (query.numRowsAffected() != 1)
        return unknownRun(number);
    return Done();
}

/// The conditions of a filter in SQL, all but that on its text.
struct Where
{
    QString sql = QStringLiteral(" WHERE run.removed_at IS NULL");
    QVariantList values;

    void add(const char *condition, const QVariant &value)
    {
        sql += QStringLiteral(" AND ") + QLatin1String(condition);
        values << value;
    }
};

Where whereOf(const RunFilter &filter)
{
    Where where;
    if (!filter.lesson.isEmpty())
        where.add("run.lesson = ?", filter.lesson);
    if (filter.from.isValid())
        where.add("run.time >= ?", filter.from.toMSecsSinceEpoch());
    if (filter.to.isValid())
        where.add("run.time < ?", filter.to.toMSecsSinceEpoch());
    return where;
}

struct Row
{
    SavedRun run;
    QByteArray digest, traceDigest;
};

/// What stands in the rows of the chosen runs, in order; `choice` goes on after the FROM part.
std::vector<Row> readRows(Database &database, const QString &choice, const QVariantList &values)
{
    std::vector<Row> rows;
    QHash<qint64, std::size_t> positions;
    QSqlQuery runs = database.run(
        QStringLiteral("SELECT number, uid, time, lesson, name, note, clock, seed, parameters, caption, app_version, trace_size, "
                       "trace.run IS NOT NULL, digest, trace_digest FROM run LEFT JOIN trace ON trace.run = number")
            + choice,
        values);
    while (Database::next(runs)) {
        Row row;
        SavedRun &run = row.run;
        run.number = RunNumber(runs.value(0).toLongLong());
        run.uid = runs.value(1).toString();
        run.facts.time = timeOf(runs.value(2));
        run.facts.lesson = runs.value(3).toString();
        run.name = runs.value(4).toString();
        run.note = runs.value(5).toString();
        run.facts.clock = runs.value(6).toString();
        run.facts.seed = runs.value(7).toULongLong();
        run.facts.parameters = runs.value(8).toString();
        run.facts.caption = runs.value(9).toString();
        run.facts.appVersion = runs.value(10).toString();
        run.traceSize = runs.value(11).toLongLong();
        run.hasTrace = runs.value(12).toBool();
        row.digest = runs.value(13).toByteArray();
        row.traceDigest = runs.value(14).toByteArray();
        positions.insert(run.number.value(), rows.size());
        rows.push_back(std::move(row));
    }
    const QString ofThese
        = QStringLiteral(" WHERE run IN (SELECT number FROM run") + choice + QStringLiteral(") ORDER BY run, position");
    QSqlQuery variants
        = database.run(QStringLiteral("SELECT run, id, title, outcome, duration FROM run_variant") + ofThese, values);
    while (Database::next(variants)) {
        const auto found = positions.constFind(variants.value(0).toLongLong());
        if (found != positions.constEnd())
            rows[*found].run.facts.variants.push_back({variants.value(1).toString(), variants.value(2).toString(),
                variants.value(3).toString(), Ns(variants.value(4).toLongLong())});
    }
    QSqlQuery claims = database.run(QStringLiteral("SELECT run, id, text, holds, measured FROM run_claim") + ofThese, values);
    while (Database::next(claims)) {
        const auto found = positions.constFind(claims.value(0).toLongLong());
        if (found != positions.constEnd())
            rows[*found].run.facts.claims.push_back(
                {claims.value(1).toString(), claims.value(2).toString(), claims.value(3).toBool(), claims.value(4).toString()});
    }
    for (Row &row : rows)
        row.run.isDamaged = row.digest != factsDigest(row.run.uid, row.run.facts, row.traceDigest);
    return rows;
}

Result<Row> readRow(Database &database, RunNumber number)
{
    std::vector<Row> rows
        = readRows(database, QStringLiteral(" WHERE run.removed_at IS NULL AND run.number = ?"), {number.value()});
    if (rows.empty())
        return unknownRun(number);
    return std::move(rows.front());
}

} // namespace

RunNumber insertRun(Database &database, const NewRun &run, const QString &uid, const QString &note)
{
    const RunFacts &facts = run.facts;
    const QByteArray traceDigest = sha256(run.trace);
    const QVariant number
        = database
              .run(QStringLiteral("INSERT INTO run (uid, time, lesson, name, note, clock, seed, parameters, caption, "
                                  "app_version, digest, trace_size, trace_digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, "
                                  "?, ?, ?, ?)"),
                  {uid, facts.time.toMSecsSinceEpoch(), words(facts.lesson), words(run.name), words(note), words(facts.clock),
                      qint64(facts.seed), words(facts.parameters), words(facts.caption), words(facts.appVersion),
                      factsDigest(uid, facts, traceDigest), run.trace.size(), traceDigest})
              .lastInsertId();
    int position = 0;
    for (const SavedVariant &variant : facts.variants)
        database.run(QStringLiteral("INSERT INTO run_variant VALUES (?, ?, ?, ?, ?, ?)"),
            {number, position++, words(variant.id), words(variant.title), words(variant.outcome),
                qint64(variant.duration.count())});
    position = 0;
    for (const SavedClaim &claim : facts.claims)
        database.run(QStringLiteral("INSERT INTO run_claim VALUES (?, ?, ?, ?, ?, ?)"),
            {number, position++, words(claim.id), words(claim.text), claim.holds, words(claim.measured)});
    if (!run.trace.isEmpty())
        database.run(QStringLiteral("INSERT INTO trace VALUES (?, ?)"), {number, run.trace});
    return RunNumber(number.toLongLong());
}

std::vector<SavedRun> listRuns(Database &database, const RunFilter &filter)
{
    Where where = whereOf(filter);
    where.sql += QStringLiteral(" ORDER BY run.time DESC, run.number DESC");
    if (filter.most > 0 && filter.text.isEmpty()) {
        where.sql += QStringLiteral(" LIMIT ?");
        where.values << filter.most;
    }
    std::vector<SavedRun> runs;
    for (Row &row : readRows(database, where.sql, where.values)) {
        if (filter.most > 0 && runs.size() == std::size_t(filter.most))
            break;
        if (passes(row.run, filter))
            runs.push_back(std::move(row.run));
    }
    return runs;
}

Result<SavedRun> findRun(Database &database, RunNumber number)
{
    auto row = readRow(database, number);
    if (!row)
        return row.problem();
    return std::move(row.value().run);
}

Result<QByteArray> traceOf(Database &database, RunNumber number)
{
    const auto row = readRow(database, number);
    if (!row)
        return row.problem();
    const QString place = QString::number(number.value());
    const QVariant bytes = database.value(QStringLiteral("SELECT bytes FROM trace WHERE run = ?"), {number.value()});
    if (!bytes.isValid())
        return prunedProblem(number.value());
    if (row.value().run.isDamaged || sha256(bytes.toByteArray()) != row.value().traceDigest)
        return Problem{QStringLiteral("trace-damaged"),
            Store::tr("Run %1 is damaged: it is not as it was saved, and is not shown.").arg(place), place};
    return bytes.toByteArray();
}

Result<Done> nameRun(Database &database, RunNumber number, const QString &name)
{
    return changeRun(database, number, QStringLiteral("name = ?"), {words(name)});
}

Result<Done> noteRun(Database &database, RunNumber number, const QString &note)
{
    return changeRun(database, number, QStringLiteral("note = ?"), {words(note)});
}

Result<Done> removeRun(Database &database, RunNumber number)
{
    return changeRun(database, number, QStringLiteral("removed_at = ?"), {QDateTime::currentMSecsSinceEpoch()});
}

Result<Done> restoreRun(Database &database, RunNumber number)
{
    return changeRun(database, number, QStringLiteral("removed_at = NULL"), {}, true);
}

void purgeRemoved(Database &database, const QDateTime &before)
{
    // A time before there was such a column comes from a flipped bit, not from the user.
    const qint64 earliest = QDateTime(QDate(2020, 1, 1), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch();
    QSqlQuery deleted = database.run(
        QStringLiteral("DELETE FROM run WHERE removed_at > ? AND removed_at < ?"), {earliest, before.toMSecsSinceEpoch()});
    if (deleted.numRowsAffected() > 0)
        database.giveBackRoom();
}

std::vector<DurationPoint> durationsOf(Database &database, const QString &lesson)
{
    RunFilter filter;
    filter.lesson = lesson;
    std::vector<DurationPoint> points;
    const std::vector<SavedRun> runs = listRuns(database, filter);
    for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
        if (run->isDamaged)
            continue;
        for (const SavedVariant &variant : run->facts.variants)
            points.push_back(
                {run->number, run->facts.time, run->facts.clock, variant.id, variant.title, variant.outcome, variant.duration});
    }
    return points;
}

bool passes(const SavedRun &run, const RunFilter &filter)
{
    const auto has = [&filter](const QString &text) { return text.contains(filter.text, Qt::CaseInsensitive); };
    return (filter.lesson.isEmpty() || run.facts.lesson == filter.lesson)
        && (!filter.from.isValid() || run.facts.time >= filter.from) && (!filter.to.isValid() || run.facts.time < filter.to)
        && (filter.text.isEmpty() || has(QString::number(run.number.value())) || has(run.name) || has(run.note)
            || has(run.facts.lesson) || has(run.facts.parameters));
}

} // namespace awaitscope
