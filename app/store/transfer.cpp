// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/transfer.h"

#include "app/store/progress_table.h"
#include "app/store/run_table.h"
#include "app/store/schema.h"
#include "lessons/trace/user_folders.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSaveFile>
#include <QTemporaryDir>

#include <algorithm>

namespace awaitscope {

namespace {

struct Store
{
    Q_DECLARE_TR_FUNCTIONS(Store)
};

constexpr qint64 chunk = 1 << 20; // bytes
constexpr qint64 longestHead = 256; // bytes

Problem problem(const char *id, const QString &sentence, const QString &file)
{
    return {QLatin1String(id), sentence.arg(file), file};
}

/// SHA-256 of a file, while it goes to another one; empty where that fails.
QByteArray copy(QIODevice &from, QIODevice *to)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (;;) {
        const QByteArray bytes = from.read(chunk);
        if (bytes.isEmpty())
            return from.atEnd() ? hash.result() : QByteArray();
        hash.addData(bytes);
        if (to && to->write(bytes) != bytes.size())
            return {};
    }
}

/// A copy of the database under another path, with what waits and without what was removed; how many runs are in it.
int writeCopy(Database *database, const std::vector<WaitingRun> &waiting, const QString &path)
{
    if (database)
        database->run(QStringLiteral("VACUUM INTO ?"), {path});
    Database made(path, Database::Access::Write);
    made.run(QStringLiteral("PRAGMA foreign_keys = ON"));
    if (!database)
        migrate(made);
    {
        Transaction transaction(made);
        made.run(QStringLiteral("DELETE FROM run WHERE removed_at IS NOT NULL"));
        made.run(QStringLiteral("DELETE FROM setting"));
        for (const WaitingRun &each : waiting)
            insertRun(made, each.run, each.uid, each.note);
        transaction.commit();
    }
    made.run(QStringLiteral("VACUUM"));
    return made.value(QStringLiteral("SELECT count(*) FROM run")).toInt();
}

/// Takes the database out of an exported file; the problem says how it is not one.
Result<Done> unpack(const QString &file, const QString &to)
{
    QFile packed(file);
    if (!packed.open(QIODevice::ReadOnly))
        return problem("import-unreadable", Store::tr("%1: cannot be read; accepted is a file that “runs export” wrote."), file);
    const QByteArray head = packed.peek(longestHead);
    static const QRegularExpression form(
        QStringLiteral("\\Aawaitscope-progress (\\d+)\\nsha256 ([0-9a-f]{64})\\nbytes (\\d+)\\n\\n"));
    const auto match = form.match(QString::fromLatin1(head));
    if (!match.hasMatch() || match.captured(1) != QLatin1String("1"))
        return problem("import-form",
            match.hasMatch() ? Store::tr("%1: is written by a later Awaitscope; accepted is version 1 of the file.")
                             : Store::tr("%1: is no saved progress; accepted is a file that “runs export” wrote."),
            file);
    packed.seek(match.capturedEnd());
    QFile database(to);
    const qint64 size = packed.size() - packed.pos();
    if (size != match.captured(3).toLongLong())
        return problem("import-size",
            Store::tr("%1: is cut short or has grown: it has %2 bytes after its head, which tells of %3.")
                .arg(QStringLiteral("%1"), QString::number(size), match.captured(3)),
            file);
    if (!database.open(QIODevice::WriteOnly))
        return problem("import-space", Store::tr("%1: cannot be unpacked into the folder for temporary files."), file);
    const QByteArray digest = copy(packed, &database);
    if (digest.isEmpty() || !database.flush())
        return problem("import-space", Store::tr("%1: cannot be unpacked into the folder for temporary files."), file);
    if (QString::fromLatin1(digest.toHex()) != match.captured(2))
        return problem("import-digest", Store::tr("%1: is damaged: its content does not fit its digest."), file);
    return Done();
}

/// What an imported database holds, ready to be asked. Throws DatabaseError, for that file.
std::unique_ptr<Database> openImported(const QString &path)
{
    auto imported = std::make_unique<Database>(path, Database::Access::Write);
    const int version = schemaOf(*imported);
    if (version == 0 || version > newestSchema)
        throw DatabaseError(
            DatabaseFault::Other, Store::tr("it is of version %1; accepted are 1 to %2").arg(version).arg(newestSchema));
    checkSound(*imported, version);
    migrate(*imported);
    return imported;
}

Result<Transferred> addRuns(Database &database, Database &imported, const QString &file)
{
    Transferred result;
    std::vector<SavedRun> runs = listRuns(imported);
    std::reverse(runs.begin(), runs.end()); // the numbers follow the time
    for (const SavedRun &run : runs) {
        if (run.isDamaged)
            return problem("import-run", Store::tr("%1: a run in it is damaged; nothing was imported."), file);
        if (database.value(QStringLiteral("SELECT 1 FROM run WHERE uid = ?"), {run.uid}).isValid()) {
            const bool wasRemoved
                = database
                      .run(QStringLiteral("UPDATE run SET removed_at = NULL WHERE uid = ? AND removed_at IS NOT NULL"), {run.uid})
                      .numRowsAffected()
                > 0;
            ++(wasRemoved ? result.runs : result.known);
            continue;
        }
        NewRun added{run.facts, run.name, {}};
        if (run.hasTrace) {
            auto trace = traceOf(imported, run.number);
            if (!trace)
                return problem("import-run", Store::tr("%1: a run in it is damaged; nothing was imported."), file);
            added.trace = std::move(trace).value();
        }
        insertRun(database, added, run.uid, run.note);
        ++result.runs;
    }
    return result;
}

void addProgress(Database &database, Database &imported)
{
    QStringList predicted;
    for (const SavedPrediction &prediction : predictions(database))
        predicted << prediction.lesson;
    for (const SavedPrediction &prediction : predictions(imported)) {
        if (!predicted.contains(prediction.lesson))
            putPrediction(database, prediction);
    }
    for (const SavedStep &step : doneSteps(imported))
        putStep(database, step);
    for (const SavedNote &note : lessonNotes(imported)) {
        const auto own = noteOn(database, note.lesson);
        if (!own || own->time < note.time)
            putNote(database, note);
    }
}

} // namespace

Result<Transferred> exportProgress(Database *database, const std::vector<WaitingRun> &waiting, const QString &file)
{
    const QFileInfo target(file);
    if (target.isSymLink() || (target.exists() && !target.isFile()))
        return problem(
            "export-target", Store::tr("%1: is a link or no regular file; accepted is a new or a regular file."), file);
    const QTemporaryDir workshop(target.absolutePath() + QStringLiteral("/.awaitscope-XXXXXX"));
    const QString path = workshop.filePath(QStringLiteral("progress.db"));
    if (!workshop.isValid())
        return problem("export-failed", Store::tr("%1: its folder cannot be written to."), file);
    Transferred result;
    try {
        result.runs = writeCopy(database, waiting, path);
    } catch (const DatabaseError &error) {
        return problem("export-failed", Store::tr("%1: cannot be written: %2.").arg(QStringLiteral("%1"), error.words()), file);
    }
    QFile made(path);
    QSaveFile packed(file);
    if (!made.open(QIODevice::ReadOnly) || !packed.open(QIODevice::WriteOnly))
        return problem(
            "export-failed", Store::tr("%1: cannot be written: %2.").arg(QStringLiteral("%1"), packed.errorString()), file);
    const QByteArray digest = copy(made, nullptr);
    made.seek(0);
    packed.write("awaitscope-progress 1\nsha256 " + digest.toHex() + "\nbytes " + QByteArray::number(made.size()) + "\n\n");
    if (digest.isEmpty() || copy(made, &packed) != digest || !packed.commit())
        return problem(
            "export-failed", Store::tr("%1: cannot be written: %2.").arg(QStringLiteral("%1"), packed.errorString()), file);
    return result;
}

Result<Transferred> importProgress(Database &database, const QString &file)
{
    const QTemporaryDir workshop(userFolders().temporary + QStringLiteral("/awaitscope-XXXXXX"));
    const QString path = workshop.filePath(QStringLiteral("progress.db"));
    if (const auto unpacked = unpack(file, path); !unpacked)
        return unpacked.problem();
    std::unique_ptr<Database> imported;
    try {
        imported = openImported(path);
    } catch (const DatabaseError &error) {
        return problem(
            "import-database", Store::tr("%1: cannot be imported: %2.").arg(QStringLiteral("%1"), error.words()), file);
    }
    auto added = addRuns(database, *imported, file);
    if (added)
        addProgress(database, *imported);
    return added;
}

} // namespace awaitscope
