// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/selftest/checks.h"

#include "app/selftest/thresholds.h"
#include "app/store/database.h"

#include <QDir>
#include <QImageWriter>
#include <QJsonArray>
#include <QLocale>
#include <QPluginLoader>
#include <QSqlDatabase>
#include <QSysInfo>
#include <QThread>

#include <algorithm>
#include <clocale>
#include <utility>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace awaitscope {

namespace {

QString sqliteVersion()
{
    try {
        Database database(QStringLiteral(":memory:"), Database::Access::Write);
        return database.value(QStringLiteral("SELECT sqlite_version()")).toString();
    } catch (const DatabaseError &) {
        return {};
    }
}

QString compiler()
{
#if defined(__clang__)
    return QStringLiteral("clang %1.%2").arg(__clang_major__).arg(__clang_minor__);
#elif defined(__GNUC__)
    return QStringLiteral("g++ %1.%2").arg(__GNUC__).arg(__GNUC_MINOR__);
#else
    return Selftest::tr("unknown compiler");
#endif
}

/// Bytes; 0 where the system does not say.
qint64 memorySize()
{
#if defined(Q_OS_UNIX) && defined(_SC_PHYS_PAGES)
    return qint64(::sysconf(_SC_PHYS_PAGES)) * ::sysconf(_SC_PAGESIZE);
#else
    return 0;
#endif
}

/// The keys of the plugins in a subfolder of each of Qt's folders; without loading them.
QStringList pluginKeys(const QString &kind)
{
    QStringList keys;
    for (const QString &path : QCoreApplication::libraryPaths()) {
        const QDir folder(path + QLatin1Char('/') + kind);
        for (const QString &file : folder.entryList(QDir::Files)) {
            const QJsonObject data = QPluginLoader(folder.filePath(file)).metaData();
            const QJsonArray found = data[QLatin1String("MetaData")].toObject()[QLatin1String("Keys")].toArray();
            for (const QJsonValue &key : found)
                keys << key.toString();
        }
    }
    keys.sort();
    keys.removeDuplicates();
    return keys;
}

/// The platform plugins with which a window can open here.
QStringList windowPlatforms()
{
#if defined(Q_OS_WIN)
    return {QStringLiteral("windows")};
#elif defined(Q_OS_MACOS)
    return {QStringLiteral("cocoa")};
#else
    return {QStringLiteral("xcb"), QStringLiteral("wayland"), QStringLiteral("wayland-egl")};
#endif
}

} // namespace

CheckResult checkVersions(const CheckedPlaces &)
{
    const QString running = QString::fromLatin1(qVersion()), built = QStringLiteral(QT_VERSION_STR);
    const QString sqlite = sqliteVersion();
    CheckResult result;
    result.values = {{QStringLiteral("awaitscope"), QStringLiteral(AWAITSCOPE_VERSION)}, {QStringLiteral("qt"), running},
        {QStringLiteral("qt_built_with"), built}, {QStringLiteral("qcoro"), QStringLiteral(AWAITSCOPE_QCORO_VERSION)},
        {QStringLiteral("sqlite"), sqlite}, {QStringLiteral("compiler"), compiler()}};
    result.verdict = qtFitness(QVersionNumber::fromString(built), QVersionNumber::fromString(running));
    result.sentence = Selftest::tr("Awaitscope %1, Qt %2 (built with %3), QCoro %4, SQLite %5, %6")
                          .arg(QStringLiteral(AWAITSCOPE_VERSION), running, built, QStringLiteral(AWAITSCOPE_QCORO_VERSION),
                              sqlite.isEmpty() ? Selftest::tr("missing") : sqlite, compiler());
    if (result.verdict != Fitness::Fit)
        result.advice = Selftest::tr("Update Qt to %1 or later.").arg(built);
    return result;
}

CheckResult checkMachine(const CheckedPlaces &)
{
    const int processors = QThread::idealThreadCount();
    const qint64 memory = memorySize();
    const QString locale = QString::fromLocal8Bit(std::setlocale(LC_CTYPE, nullptr));
    CheckResult result;
    result.verdict = machineFitness(processors, memory);
    result.values
        = {{QStringLiteral("system"), QSysInfo::prettyProductName()}, {QStringLiteral("kernel"), QSysInfo::kernelVersion()},
            {QStringLiteral("architecture"), QSysInfo::currentCpuArchitecture()}, {QStringLiteral("processors"), processors},
            {QStringLiteral("memory_bytes"), memory}, {QStringLiteral("locale"), locale},
            {QStringLiteral("language"), QLocale::system().name()}};
    result.sentence = Selftest::tr("%1, %2 %3, %4, processors: %5, memory: %6, locale %7")
                          .arg(QSysInfo::prettyProductName(), QSysInfo::kernelType(), QSysInfo::kernelVersion(),
                              QSysInfo::currentCpuArchitecture())
                          .arg(processors)
                          .arg(memory > 0 ? shortSize(memory) : Selftest::tr("unknown"), locale);
    if (processors < 2)
        result.advice = Selftest::tr("With one processor, threads take turns: what runs at once on the real clock takes longer.");
    else if (result.verdict != Fitness::Fit)
        result.advice = Selftest::tr("Close other programs before you open large traces.");
    return result;
}

CheckResult checkPlugins(const CheckedPlaces &)
{
    const QStringList platforms = pluginKeys(QStringLiteral("platforms")), icons = pluginKeys(QStringLiteral("iconengines"));
    const QStringList images = pluginKeys(QStringLiteral("imageformats")), drivers = QSqlDatabase::drivers();
    const QString folders = QCoreApplication::libraryPaths().join(QStringLiteral(", "));
    QStringList missing, packages;
    Fitness verdict = Fitness::Fit;
    const auto need = [&](bool there, const QString &what, const QString &package, Fitness without) {
        if (there)
            return;
        missing << what;
        if (!packages.contains(package))
            packages << package;
        verdict = std::max(verdict, without);
    };
    const QStringList forWindow = windowPlatforms();
    need(std::ranges::any_of(forWindow, [&](const QString &key) { return platforms.contains(key); }), forWindow.first(),
        QStringLiteral("libqt6gui6"), Fitness::Unfit);
    need(platforms.contains(QLatin1String("offscreen")), QStringLiteral("offscreen"), QStringLiteral("libqt6gui6"),
        Fitness::Unfit);
    need(drivers.contains(QLatin1String("QSQLITE")), QStringLiteral("SQLite"), QStringLiteral("libqt6sql6-sqlite"),
        Fitness::Unfit);
    need(QImageWriter::supportedImageFormats().contains("png"), QStringLiteral("PNG"), QStringLiteral("libqt6gui6"),
        Fitness::Unfit);
    need(icons.contains(QLatin1String("svg")) && images.contains(QLatin1String("svg")), QStringLiteral("SVG"),
        QStringLiteral("libqt6svg6"), Fitness::Limited);
    CheckResult result;
    result.verdict = verdict;
    result.values = {{QStringLiteral("platforms"), QJsonArray::fromStringList(platforms)},
        {QStringLiteral("sql_drivers"), QJsonArray::fromStringList(drivers)},
        {QStringLiteral("icon_engines"), QJsonArray::fromStringList(icons)},
        {QStringLiteral("missing"), QJsonArray::fromStringList(missing)},
        {QStringLiteral("folders"), QJsonArray::fromStringList(QCoreApplication::libraryPaths())}};
    if (missing.isEmpty()) {
        QStringList used = forWindow + QStringList{QStringLiteral("offscreen")};
        used.removeIf([&platforms](const QString &key) { return !platforms.contains(key); });
        result.sentence = Selftest::tr("%1 for windows and pictures, SQLite, PNG and SVG are there; from %2")
                              .arg(used.join(QStringLiteral(", ")), folders);
    } else {
        result.sentence = Selftest::tr("missing: %1; Qt looks in %2").arg(missing.join(QStringLiteral(", ")), folders);
        result.advice
            = Selftest::tr("Install %1, and unset QT_PLUGIN_PATH where it is set.").arg(packages.join(QStringLiteral(", ")));
    }
    return result;
}

} // namespace awaitscope
