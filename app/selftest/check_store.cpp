// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/selftest/checks.h"

#include "app/selftest/thresholds.h"
#include "app/store/schema.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonArray>
#include <QSqlDatabase>
#include <QStorageInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <array>

namespace awaitscope {

namespace {

constexpr int transactions = 10;

QString words(const DatabaseError &error)
{
    return error.words();
}

/// The time of a transaction, in the way that runs are kept; the median.
Nanoseconds transactionTime(Database &database)
{
    database.run(QStringLiteral("CREATE TABLE owner (id INTEGER PRIMARY KEY)"));
    database.run(QStringLiteral("CREATE TABLE owned (of INTEGER NOT NULL REFERENCES owner)"));
    std::vector<Nanoseconds> times;
    for (int i = 0; i < transactions; ++i) {
        QElapsedTimer time;
        time.start();
        Transaction transaction(database);
        database.run(QStringLiteral("INSERT INTO owner VALUES (?)"), {i});
        transaction.commit();
        times.emplace_back(time.nsecsElapsed());
    }
    std::ranges::sort(times);
    return percentile(times, 50);
}

bool keepsForeignKeys(Database &database)
{
    try {
        database.run(QStringLiteral("INSERT INTO owned VALUES (?)"), {transactions + 1});
    } catch (const DatabaseError &) {
        return true;
    }
    return false;
}

bool isThreadSafe(Database &database)
{
    return !database.value(QStringLiteral("SELECT sqlite_compileoption_used('THREADSAFE=0')")).toBool();
}

/// The folder, or the nearest one above that there is.
QFileInfo nearestFolder(const QString &folder)
{
    QFileInfo info(folder);
    while (!info.exists() && !info.isRoot())
        info.setFile(info.absolutePath());
    return info;
}

bool canBeWritten(const QString &folder)
{
    const QFileInfo nearest = nearestFolder(folder);
    return nearest.isDir() && nearest.isWritable() && nearest.isExecutable();
}

} // namespace

CheckResult checkDatabase(const CheckedPlaces &)
{
    const QString driver = QStringLiteral("QSQLITE");
    CheckResult result;
    result.verdict = Fitness::Unfit;
    if (!QSqlDatabase::isDriverAvailable(driver)) {
        result.sentence = Selftest::tr("Qt has no driver for SQLite");
        result.advice = Selftest::tr("Install %1.").arg(QStringLiteral("libqt6sql6-sqlite"));
        return result;
    }
    const QTemporaryDir folder;
    try {
        if (!folder.isValid())
            throw DatabaseError(DatabaseFault::Unwritable, folder.errorString());
        Database database(folder.filePath(QStringLiteral("selftest.db")), Database::Access::Write);
        const QString mode = database.value(QStringLiteral("PRAGMA journal_mode = WAL")).toString();
        database.run(QStringLiteral("PRAGMA synchronous = FULL"));
        database.run(QStringLiteral("PRAGMA foreign_keys = ON"));
        const Nanoseconds time = transactionTime(database);
        const bool foreignKeys = keepsForeignKeys(database), threadSafe = isThreadSafe(database);
        const bool sound = database.value(QStringLiteral("PRAGMA integrity_check")).toString() == QLatin1String("ok");
        result.values = {{QStringLiteral("journal_mode"), mode}, {QStringLiteral("transaction_ns"), qint64(time.count())},
            {QStringLiteral("foreign_keys"), foreignKeys}, {QStringLiteral("thread_safe"), threadSafe},
            {QStringLiteral("sound"), sound}};
        result.sentence
            = Selftest::tr("a new file is written and read; journal %1, a transaction takes %2, foreign keys %3, threads %4")
                  .arg(mode.toUpper(), shortTime(time), foreignKeys ? Selftest::tr("kept") : Selftest::tr("not kept"),
                      threadSafe ? Selftest::tr("allowed") : Selftest::tr("not allowed"));
        const bool works = foreignKeys && threadSafe && sound;
        const bool fine = mode == QLatin1String("wal") && time <= fineTransaction;
        result.verdict = !works ? Fitness::Unfit : fine ? Fitness::Fit : Fitness::Limited;
        if (!works)
            result.advice = Selftest::tr("Install the SQLite of your distribution: libsqlite3-0.");
        else if (!fine)
            result.advice = Selftest::tr("Keep the saved runs on a local disk; see --portable.");
    } catch (const DatabaseError &error) {
        result.sentence = Selftest::tr("a new file cannot be written in %1: %2").arg(QDir::tempPath(), words(error));
        result.advice = Selftest::tr("Make room there, or set TMPDIR to a folder that can be written to.");
    }
    return result;
}

CheckResult checkStore(const CheckedPlaces &places)
{
    const QFileInfo file(places.store);
    CheckResult result;
    if (!file.exists()) {
        result.sentence = Selftest::tr("none yet; they will be kept in %1").arg(places.store);
        result.values = {{QStringLiteral("file"), places.store}, {QStringLiteral("runs"), 0}};
        return result;
    }
    try {
        // Without a journal nobody has the file open, and it can be read without a trace.
        const bool inUse = QFileInfo::exists(places.store + QStringLiteral("-wal"));
        Database database(places.store, inUse ? Database::Access::Read : Database::Access::Frozen);
        const int version = schemaOf(database);
        checkSound(database, version);
        const qint64 runs = version > 0 ? database.value(QStringLiteral("SELECT count(*) FROM run")).toLongLong() : 0;
        const bool writable = file.isWritable() && canBeWritten(file.absolutePath());
        result.values = {{QStringLiteral("file"), places.store}, {QStringLiteral("runs"), runs},
            {QStringLiteral("bytes"), file.size()}, {QStringLiteral("schema"), version}, {QStringLiteral("writable"), writable}};
        result.sentence = Selftest::tr("runs: %1, in %2 (%3), sound").arg(runs).arg(places.store, shortSize(file.size()));
        if (version > newestSchema) {
            result.verdict = Fitness::Limited;
            result.sentence
                += Selftest::tr("; written by a newer Awaitscope: version %1, this one writes %2").arg(version).arg(newestSchema);
            result.advice = Selftest::tr("Update Awaitscope; until then the file is read, and new runs stay in memory.");
        } else if (!writable) {
            result.verdict = Fitness::Limited;
            result.sentence += Selftest::tr("; it cannot be written");
            result.advice = Selftest::tr("New runs stay in memory: give yourself the right to write that file and its folder.");
        }
    } catch (const DatabaseError &error) {
        result.verdict = Fitness::Limited;
        result.values = {{QStringLiteral("file"), places.store}};
        result.sentence = Selftest::tr("%1 cannot be read: %2").arg(places.store, words(error));
        switch (error.fault()) {
        case DatabaseFault::Locked:
            result.advice = Selftest::tr("Another program has locked the file: close it, and test again.");
            break;
        case DatabaseFault::Damaged:
            result.advice
                = Selftest::tr("At its next start Awaitscope moves the file aside, in the same folder, and begins a new one.");
            break;
        default:
            result.advice = Selftest::tr("Give yourself the right to read and write that file.");
        }
    }
    return result;
}

CheckResult checkPlaces(const CheckedPlaces &places)
{
    struct Place
    {
        const char *id;
        QString name, folder;
    };
    const std::array all{Place{"settings", Selftest::tr("settings"), places.settings},
        Place{"data", Selftest::tr("data"), places.data}, Place{"state", Selftest::tr("state"), places.state},
        Place{"cache", Selftest::tr("cache"), places.cache}};
    CheckResult result;
    QStringList folders, unwritable;
    for (const Place &place : all) {
        const bool writable = canBeWritten(place.folder);
        folders << QStringLiteral("%1 %2").arg(place.name, place.folder);
        if (!writable)
            unwritable << place.name;
        result.values.insert(QLatin1String(place.id),
            QJsonObject{{QStringLiteral("folder"), place.folder}, {QStringLiteral("writable"), writable}});
    }
    const qint64 room = QStorageInfo(nearestFolder(places.data).absoluteFilePath()).bytesAvailable();
    result.values.insert(QStringLiteral("free_bytes"), room);
    result.sentence = folders.join(QStringLiteral(", ")) + QStringLiteral("; ")
        + (unwritable.isEmpty() ? Selftest::tr("all can be written")
                                : Selftest::tr("not to be written: %1").arg(unwritable.join(QStringLiteral(", "))))
        + Selftest::tr("; free: %1").arg(shortSize(room));
    if (!unwritable.isEmpty()) {
        result.verdict = Fitness::Limited;
        result.advice = Selftest::tr(
            "What belongs there is forgotten at the end: give yourself the right to write, or use --portable FOLDER.");
    } else if (room < fineFreeSpace) {
        result.verdict = Fitness::Limited;
        result.advice = Selftest::tr("Make room for saved runs: %1 at least.").arg(shortSize(fineFreeSpace));
    }
    return result;
}

} // namespace awaitscope
