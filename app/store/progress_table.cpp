// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/progress_table.h"

namespace awaitscope {

namespace {

QDateTime timeOf(const QVariant &value)
{
    return QDateTime::fromMSecsSinceEpoch(value.toLongLong(), Qt::UTC);
}

/// Reads rows of (lesson, text, time).
template <class Row> std::vector<Row> readAll(Database &database, const QString &sql, const QVariantList &values = {})
{
    std::vector<Row> rows;
    QSqlQuery query = database.run(sql, values);
    while (Database::next(query)) {
        Row row;
        auto &[lesson, text, time] = row;
        lesson = query.value(0).toString();
        text = query.value(1).toString();
        time = timeOf(query.value(2));
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace

std::vector<SavedPrediction> predictions(Database &database)
{
    return readAll<SavedPrediction>(
        database, QStringLiteral("SELECT lesson, content, time FROM prediction ORDER BY time, lesson"));
}

void putPrediction(Database &database, const SavedPrediction &prediction)
{
    database.run(QStringLiteral("INSERT OR REPLACE INTO prediction (lesson, content, time) VALUES (?, ?, ?)"),
        {prediction.lesson, prediction.content, prediction.time.toMSecsSinceEpoch()});
}

std::vector<SavedStep> doneSteps(Database &database)
{
    return readAll<SavedStep>(database, QStringLiteral("SELECT lesson, step, time FROM step ORDER BY time, lesson, step"));
}

void putStep(Database &database, const SavedStep &step)
{
    database.run(QStringLiteral("INSERT INTO step (lesson, step, time) VALUES (?, ?, ?) "
                                "ON CONFLICT DO UPDATE SET time = min(time, excluded.time)"),
        {step.lesson, step.step, step.time.toMSecsSinceEpoch()});
}

void dropStep(Database &database, const QString &lesson, const QString &step)
{
    database.run(QStringLiteral("DELETE FROM step WHERE lesson = ? AND step = ?"), {lesson, step});
}

std::vector<SavedNote> lessonNotes(Database &database)
{
    return readAll<SavedNote>(database, QStringLiteral("SELECT lesson, text, time FROM lesson_note ORDER BY lesson"));
}

void putNote(Database &database, const SavedNote &note)
{
    if (note.text.isEmpty()) {
        database.run(QStringLiteral("DELETE FROM lesson_note WHERE lesson = ?"), {note.lesson});
        return;
    }
    database.run(QStringLiteral("INSERT OR REPLACE INTO lesson_note (lesson, text, time) VALUES (?, ?, ?)"),
        {note.lesson, note.text, note.time.toMSecsSinceEpoch()});
}

std::optional<SavedNote> noteOn(Database &database, const QString &lesson)
{
    auto notes
        = readAll<SavedNote>(database, QStringLiteral("SELECT lesson, text, time FROM lesson_note WHERE lesson = ?"), {lesson});
    return notes.empty() ? std::nullopt : std::optional(std::move(notes.front()));
}

} // namespace awaitscope
