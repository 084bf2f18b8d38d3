// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/parts/lesson_database.h"

#include "lessons/parts/database_writer.h"
#include "lessons/trace/user_folders.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QTemporaryDir>

#include <mutex>

namespace awaitscope {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(LessonDatabase)
};

constexpr int mostRows = 1'000'000;

/// How a file looked when it was found to be whole.
struct Stamp
{
    qint64 size = -1;
    QDateTime changed;

    explicit Stamp(const QFileInfo &file) : size(file.size()), changed(file.lastModified()) { }
    Stamp() = default;
    bool operator==(const Stamp &) const = default;
};

/// What this program knows of files that it has checked.
struct Known
{
    std::mutex mutex;
    QHash<QString, Stamp> whole;
    std::optional<QTemporaryDir> temporary; ///< where nothing can be kept

    static Known &instance()
    {
        static Known known;
        return known;
    }
};

QString digestOf(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha1);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return {};
    return QString::fromLatin1(hash.result().toHex().first(16));
}

/// The files of that many rows end in their digest, so that file and digest appear at once.
QString prefixOf(int rows)
{
    return QStringLiteral("logs-%1-").arg(rows);
}

/// A whole file among those in the folder; what is damaged is removed.
QString findWhole(Known &known, const QDir &folder, int rows)
{
    const QFileInfoList files
        = folder.entryInfoList({prefixOf(rows) + QStringLiteral("*.sqlite")}, QDir::Files | QDir::NoSymLinks, QDir::Name);
    for (const QFileInfo &file : files) {
        const QString path = file.absoluteFilePath();
        const Stamp stamp(file);
        if (known.whole.value(path) == stamp)
            return path;
        if (prefixOf(rows) + digestOf(path) == file.completeBaseName()) {
            known.whole.insert(path, stamp);
            return path;
        }
        known.whole.remove(path);
        QFile::remove(path);
    }
    return {};
}

/// Makes the file under another name first, and gives an empty path where the folder does not take it.
Result<QString> make(const QDir &folder, int rows)
{
    const QTemporaryDir workshop(folder.filePath(QStringLiteral("making-XXXXXX")));
    if (!workshop.isValid())
        return QString();
    const QString made = workshop.filePath(QStringLiteral("logs.sqlite"));
    if (const auto written = writeLessonDatabase(made, rows); !written)
        return written.problem();
    const QString path = folder.absoluteFilePath(prefixOf(rows) + digestOf(made) + QStringLiteral(".sqlite"));
    if (!QFile::rename(made, path) && !QFileInfo::exists(path)) // another process may have been faster
        return QString();
    return path;
}

Result<QString> findOrMake(Known &known, const QString &folder, int rows)
{
    if (!makePrivateFolder(folder))
        return QString();
    if (const QString found = findWhole(known, QDir(folder), rows); !found.isEmpty())
        return found;
    const auto made = make(QDir(folder), rows);
    if (made && !made.value().isEmpty())
        known.whole.insert(made.value(), Stamp(QFileInfo(made.value())));
    return made;
}

} // namespace

Result<QString> lessonDatabase(int rows)
{
    return lessonDatabase(rows, userFolders().cache + QStringLiteral("/lesson-data-%1").arg(lessonDatabaseVersion));
}

Result<QString> lessonDatabase(int rows, const QString &folder)
{
    if (rows < 0 || rows > mostRows) {
        return Problem{QStringLiteral("database-rows"),
            Words::tr("%1 rows cannot be made; accepted are 0 to %2.").arg(rows).arg(mostRows), QString::number(rows)};
    }
    Known &known = Known::instance();
    const std::scoped_lock lock(known.mutex);
    const auto kept = findOrMake(known, folder, rows);
    if (kept && !kept.value().isEmpty())
        return kept;
    if (!known.temporary)
        known.temporary.emplace(userFolders().temporary + QStringLiteral("/awaitscope-XXXXXX"));
    const auto temporary = findOrMake(known, known.temporary->path(), rows);
    if (temporary && !temporary.value().isEmpty())
        return temporary;
    return kept ? Problem{QStringLiteral("database-folder"),
               Words::tr("The lesson's database can be kept neither in %1 nor in %2; one of the two must be writable.")
                   .arg(folder, userFolders().temporary),
               folder}
                : kept.problem();
}

} // namespace awaitscope
