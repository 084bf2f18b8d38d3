// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/old_files.h"
#include "app/common/places.h"
#include "app/gui/problem_bar.h"
#include "app/gui/recent_files.h"
#include "app/gui/settings_dialog.h"
#include "app/gui/window_entry.h"
#include "app/gui/window_memory.h"
#include "app/workshop/show_entry.h"
#include "app/workshop/show_window.h"
#include "tests/gui/window_fixture.h"

#include <QDesktopServices>
#include <QDirIterator>
#include <QFileDialog>
#include <QSettings>
#include <QTemporaryDir>
#include <QTimer>

using namespace awaitscope;
using awaitscope::test::OpenWindow;

namespace {

const QByteArray oldContent = "[window]\ntheme=dark\ntextScale=1.50\ncolumns=0.3000\n[app]\nlanguage=de\n"
                              "[store]\nsavedTraces=50\n[tour]\nseen=yes\n[place]\nlesson=timeouts\n";

void put(const QString &file, const QByteArray &content)
{
    QVERIFY(QDir().mkpath(QFileInfo(file).path()));
    QFile written(file);
    QVERIFY(written.open(QIODevice::WriteOnly | QIODevice::Truncate));
    written.write(content);
}

QByteArray contentOf(const QString &file)
{
    QFile read(file);
    return read.open(QIODevice::ReadOnly) ? read.readAll() : QByteArray("none");
}

QStringList filesBelow(const QString &folder)
{
    QStringList found;
    QDirIterator each(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (each.hasNext())
        found << QDir(folder).relativeFilePath(each.next());
    found.sort();
    return found;
}

/// Starts the window as the program does, does something with it once it is at rest, and closes it.
void visit(const std::function<void(Window &)> &act)
{
    bool visited = false;
    QTimer::singleShot(0, [&] {
        QTimer::singleShot(0, [&] {
            for (QWidget *widget : QApplication::topLevelWidgets()) {
                auto *window = qobject_cast<Window *>(widget);
                if (!window || !window->isVisible())
                    continue;
                act(*window);
                visited = true;
                window->close();
            }
        });
    });
    WindowOptions options;
    options.lesson = QStringLiteral("timeouts");
    QCOMPARE(runWindow(options), 0);
    QVERIFY(visited);
}

} // namespace

class TestPlaces : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> at_;

    QString path(const QString &name) const { return at_->filePath(name); }
    QString old() const { return path(QStringLiteral("config/awaitscope/window.ini")); }

public Q_SLOTS:
    void take(const QUrl &url) { shown_ = url; }

private:
    QUrl shown_;

private Q_SLOTS:
    void init()
    {
        at_ = std::make_unique<QTemporaryDir>();
        QVERIFY(at_->isValid());
        qputenv("HOME", path(QStringLiteral("home")).toLocal8Bit());
        QVERIFY(QDir().mkpath(path(QStringLiteral("home"))));
        for (const char *kind : {"config", "data", "state", "cache"})
            qputenv("XDG_" + QByteArray(kind).toUpper() + "_HOME", path(QLatin1String(kind)).toLocal8Bit());
        usePlaces(Places::ofUser());
    }

    void eachKindHasAFolderOfItsOwn()
    {
        const Places own = places();
        QVERIFY(!own.isPortable());
        QCOMPARE(own.settingsFile(), path(QStringLiteral("config/awaitscope/settings.ini")));
        QCOMPARE(own.windowFile(), path(QStringLiteral("state/awaitscope/window.ini")));
        QCOMPARE(own.storeFile(), path(QStringLiteral("data/awaitscope/awaitscope.db")));
        QCOMPARE(own.lessonDataFolder(), path(QStringLiteral("cache/awaitscope")));
        QVERIFY(filesBelow(at_->path()).isEmpty());
    }

    void whatIsNotSetOrNotWholeIsAtHome_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("not set") << QByteArray();
        QTest::newRow("empty") << QByteArray("");
        QTest::newRow("relative") << QByteArray("some/where");
        QTest::newRow("the working folder") << QByteArray(".");
        QTest::newRow("not expanded") << QByteArray("~/x");
    }

    void whatIsNotSetOrNotWholeIsAtHome()
    {
        QFETCH(QByteArray, value);
        for (const char *name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"})
            value.isNull() ? qunsetenv(name) : qputenv(name, value);
        settleEnvironment();
        const QString home = path(QStringLiteral("home"));
        const UserFolders folders = standardFolders();
        QCOMPARE(folders.config, home + QStringLiteral("/.config/awaitscope"));
        QCOMPARE(folders.data, home + QStringLiteral("/.local/share/awaitscope"));
        QCOMPARE(folders.state, home + QStringLiteral("/.local/state/awaitscope"));
        QCOMPARE(folders.cache, home + QStringLiteral("/.cache/awaitscope"));
    }

    void aUserWithoutHomeHasTheOneOfTheSystem()
    {
        qunsetenv("HOME");
        settleEnvironment();
        QVERIFY(QDir::isAbsolutePath(qEnvironmentVariable("HOME")));
        qputenv("HOME", path(QStringLiteral("home")).toLocal8Bit());
        settleEnvironment();
        QCOMPARE(qEnvironmentVariable("HOME"), path(QStringLiteral("home"))); // what is set, stays
    }

    void foldersAreForTheirOwnerOnly()
    {
        Settings(Settings::file()).setThemeChoice(ThemeChoice::Dark);
        WindowMemory().setTourSeen();
        const auto others
            = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
        for (const char *folder : {"config", "config/awaitscope", "state", "state/awaitscope"})
            QCOMPARE(QFile::permissions(path(QLatin1String(folder))) & others, QFile::Permissions());
    }

    void theOldFileIsSplit()
    {
        put(old(), oldContent);
        const Places moved = Places::ofUser().withOldFilesMoved();
        usePlaces(moved);
        QVERIFY(!QFile::exists(old()));
        QCOMPARE(filesBelow(at_->path()),
            (QStringList{QStringLiteral("config/awaitscope/settings.ini"), QStringLiteral("state/awaitscope/window.ini")}));
        const Settings settings(Settings::file());
        QCOMPARE(settings.themeChoice(), ThemeChoice::Dark);
        QCOMPARE(settings.textScale(), 1.5);
        QCOMPARE(settings.language(), QStringLiteral("de"));
        QCOMPARE(settings.savedTraces(), 50);
        const WindowMemory memory;
        QVERIFY(memory.tourSeen());
        QCOMPARE(memory.dividers().columns, std::optional(0.3));
        QCOMPARE(memory.place().lesson, QStringLiteral("timeouts"));
        QVERIFY(!contentOf(moved.windowFile()).contains("theme") && !contentOf(moved.settingsFile()).contains("seen"));
        const QByteArray once = contentOf(moved.settingsFile());
        usePlaces(Places::ofUser().withOldFilesMoved());
        QCOMPARE(contentOf(Settings::file()), once);
    }

    void aBrokenOffSplitGoesOn()
    {
        put(old(), oldContent);
        put(places().settingsFile(), "[window]\ntheme=light\n"); // there already; chosen since
        usePlaces(Places::ofUser().withOldFilesMoved());
        QCOMPARE(contentOf(Settings::file()), QByteArray("[window]\ntheme=light\n"));
        QVERIFY(WindowMemory().tourSeen());
        QVERIFY(!QFile::exists(old()));
    }

    void anOldFileThatCannotBeSplitIsReadOn_data()
    {
        QTest::addColumn<QString>("taken");
        QTest::newRow("no folder for state") << "state";
        QTest::newRow("a folder in place of the file") << "config/awaitscope/settings.ini/x";
    }

    void anOldFileThatCannotBeSplitIsReadOn()
    {
        QFETCH(QString, taken);
        put(old(), oldContent);
        put(path(taken), "in the way");
        usePlaces(Places::ofUser().withOldFilesMoved());
        QCOMPARE(contentOf(old()), oldContent);
        QCOMPARE(Settings(Settings::file()).themeChoice(), ThemeChoice::Dark);
        QVERIFY(WindowMemory().tourSeen());
    }

    void oneFolderForConfigAndState()
    {
        qputenv("XDG_STATE_HOME", path(QStringLiteral("config")).toLocal8Bit());
        put(old(), oldContent);
        usePlaces(Places::ofUser().withOldFilesMoved());
        QCOMPARE(Settings(Settings::file()).themeChoice(), ThemeChoice::Dark);
        QVERIFY(WindowMemory().tourSeen());
        QVERIFY(QFile::exists(old()) && WindowMemory::file() == old());
    }

    void aPortableWindowLeavesNothingElsewhere()
    {
        const QString stick = path(QStringLiteral("a stick, é"));
        const auto portable = Places::portable(stick);
        QVERIFY(portable.ok());
        usePlaces(portable.value());
        put(stick + QStringLiteral("/mine.awaitscope"), "a trace");
        put(path(QStringLiteral("other.awaitscope")), "a trace");
        visit([&](Window &window) {
            window.settings().setThemeChoice(ThemeChoice::Dark);
            RecentFiles().add(path(QStringLiteral("other.awaitscope")));
            RecentFiles().add(stick + QStringLiteral("/mine.awaitscope"));
            QFileDialog dialog(&window, QString(), stick);
            dialog.setOption(QFileDialog::DontUseNativeDialog);
            dialog.show();
            QMetaObject::invokeMethod(&dialog, "accept");
        });
        QTimer::singleShot(0, [] { QCoreApplication::quit(); });
        auto show = planShow({{QStringLiteral("timeouts")}, {}, {}, {}, {}}, lessons());
        QVERIFY(show.ok());
        QCOMPARE(runShow(show.value(), {}), 0);
        const QStringList files{QStringLiteral("config/QtProject.conf"), QStringLiteral("config/settings.ini"),
            QStringLiteral("data/awaitscope.db"), QStringLiteral("mine.awaitscope"), QStringLiteral("state/window.ini")};
        QCOMPARE(filesBelow(stick), files);
        QCOMPARE(filesBelow(at_->path()).size(), files.size() + 1); // and other.awaitscope
        QVERIFY(contentOf(stick + QStringLiteral("/config/QtProject.conf")).contains("stick"));
        forgetVisitedFolders();
        for (const QString &file : files)
            QVERIFY2(!contentOf(stick + u'/' + file).contains("stick"), qPrintable(file));

        const QString elsewhere = path(QStringLiteral("elsewhere"));
        QVERIFY(QDir().rename(stick, elsewhere));
        usePlaces(Places::portable(elsewhere).value());
        QCOMPARE(RecentFiles().files(),
            (QStringList{elsewhere + QStringLiteral("/mine.awaitscope"), path(QStringLiteral("other.awaitscope"))}));
        QCOMPARE(Settings(Settings::file()).themeChoice(), ThemeChoice::Dark);
        QCOMPARE(places().suggestedFolder(QStandardPaths::DocumentsLocation), elsewhere);
    }

    void theWindowSaysOnceWhatItCannotKeep()
    {
        for (const char *kind : {"config", "data", "state", "cache"})
            put(path(QLatin1String(kind)), "in the way");
        const QStringList before = filesBelow(at_->path());
        visit([](Window &window) {
            window.settings().setThemeChoice(ThemeChoice::Dark);
            QTRY_VERIFY(window.findChild<ProblemBar *>()->isVisible());
            QVERIFY(window.findChild<ProblemBar *>()->sentence().contains(QLatin1String("cannot be written to")));
        });
        QCOMPARE(filesBelow(at_->path()), before);
    }

    void theSettingsShowTheFolderOfTheData()
    {
        const QString folder = places().dataFolder();
        OpenWindow open;
        SettingsDialog dialog(open.window.settings(), &open.window);
        dialog.open();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        auto *button = dialog.findChild<QPushButton *>(QStringLiteral("showDataFolder"));
        QVERIFY(button);
        QCOMPARE(button->accessibleDescription(), QDir::toNativeSeparators(folder));
        button->setFocus();
        QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "take");
        QTest::keyClick(button, Qt::Key_Space);
        QDesktopServices::unsetUrlHandler(QStringLiteral("file"));
        QCOMPARE(shown_.toLocalFile(), folder);
        QVERIFY(QFileInfo(folder).isDir());
        auto *note = dialog.findChild<QLabel *>(QStringLiteral("dataFolderNote"));
        QVERIFY(!note->isVisible());

        put(path(QStringLiteral("taken")), "in the way");
        qputenv("XDG_DATA_HOME", path(QStringLiteral("taken")).toLocal8Bit());
        usePlaces(Places::ofUser());
        QTest::keyClick(button, Qt::Key_Space);
        QVERIFY(note->isVisible());
    }
};

QTEST_MAIN(TestPlaces)
#include "tst_places.moc"
