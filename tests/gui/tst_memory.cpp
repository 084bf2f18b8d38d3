// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/tour.h"
#include "app/gui/wayfinding.h"
#include "app/gui/window_memory.h"
#include "tests/gui/window_fixture.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QListWidget>
#include <QScrollBar>
#include <QSplitter>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace awaitscope;
using awaitscope::test::OpenWindow;

class TestMemory : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir home_;

    void put(const QByteArray &content)
    {
        for (const QString &name : {WindowMemory::file(), Settings::file()}) {
            QDir().mkpath(QFileInfo(name).path());
            QFile file(name);
            QVERIFY(file.open(QFile::WriteOnly));
            file.write(content);
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(home_.isValid());
        qputenv("HOME", home_.path().toLocal8Bit());
        const QString usual = WindowMemory::file();
        QStandardPaths::setTestModeEnabled(true);
        QVERIFY(WindowMemory::file() != usual);
        QVERIFY(WindowMemory::file().startsWith(home_.path()) && Settings::file().startsWith(home_.path()));
        QVERIFY(WindowMemory::file() != Settings::file());
    }

    void init()
    {
        QFile::remove(WindowMemory::file());
        QFile::remove(Settings::file());
    }

    void nothingIsRememberedAtFirst()
    {
        QCOMPARE(Settings(Settings::file()).themeChoice(), ThemeChoice::System);
        QVERIFY(WindowMemory().geometry().isEmpty());
        QVERIFY(!QFile::exists(WindowMemory::file()) && !QFile::exists(Settings::file()));
    }

    void whatWasChosenIsThereAtTheNextStart()
    {
        for (const ThemeChoice choice : {ThemeChoice::Dark, ThemeChoice::Light, ThemeChoice::System}) {
            Settings(Settings::file()).setThemeChoice(choice);
            QCOMPARE(Settings(Settings::file()).themeChoice(), choice);
        }
        QWidget before;
        before.setGeometry(50, 60, 500, 400);
        WindowMemory().setGeometry(before.saveGeometry());
        QCOMPARE(WindowMemory().geometry(), before.saveGeometry());
        QWidget after;
        QVERIFY(after.restoreGeometry(WindowMemory().geometry()));
        QCOMPARE(after.size(), QSize(500, 400));
    }

    void whatCannotBeReadIsAsIfNotThere_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("other values") << QByteArray("[window]\ntheme=17\ngeometry=wide\n");
        QTest::newRow("lists") << QByteArray("[window]\ntheme=dark, light\ngeometry=1, 2, 3\n");
        QTest::newRow("other types") << QByteArray("[window]\ntheme=@Rect(1 2 3 4)\ngeometry=@Invalid()\n");
        QTest::newRow("broken") << QByteArray("[window\ntheme");
        QTest::newRow("binary") << QByteArray("\0\xff\xfe[window]\0theme=\x01", 20);
        QTest::newRow("geometry that is none") << QByteArray("[window]\ngeometry=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n");
        QTest::newRow("huge geometry") << "[window]\ngeometry=" + QByteArray(100'000, 'A') + "\n";
    }

    void whatCannotBeReadIsAsIfNotThere()
    {
        QFETCH(QByteArray, content);
        put(content);
        QCOMPARE(Settings(Settings::file()).themeChoice(), ThemeChoice::System);
        OpenWindow open;
        const QSize before = open.window.size();
        QVERIFY(!open.window.restoreGeometry(WindowMemory().geometry()));
        QCOMPARE(open.window.size(), before);
        Settings(Settings::file()).setThemeChoice(ThemeChoice::Dark);
        QCOMPARE(Settings(Settings::file()).themeChoice(), ThemeChoice::Dark);
    }

    void aPlaceThatCannotBeWrittenIsNoTrouble()
    {
        for (const QString &file : {WindowMemory::file(), Settings::file()})
            QVERIFY(QDir().mkpath(file)); // a folder stands where the file would
        Settings(Settings::file()).setThemeChoice(ThemeChoice::Dark);
        WindowMemory().setGeometry("any");
        OpenWindow open;
        QVERIFY(open.window.isVisible());
        for (const QString &file : {WindowMemory::file(), Settings::file()})
            QVERIFY(QDir().rmdir(file));
        QCOMPARE(Settings(Settings::file()).themeChoice(), ThemeChoice::Dark); // it held, and is kept as soon as that is possible
        QVERIFY(QFileInfo(Settings::file()).isFile());
    }

    void dividersAreWhereTheyWereLeft()
    {
        QVERIFY(WindowMemory().dividers() == Dividers());
        Dividers left;
        {
            OpenWindow open;
            QVERIFY(open.window.dividers() == Dividers()); // nobody has moved them
            const QList<QSplitterHandle *> handles = open.window.findChildren<QSplitterHandle *>();
            for (QSplitterHandle *handle : handles) {
                if (!handle->isVisible())
                    continue;
                const QPoint middle = handle->rect().center();
                const bool columns = handle->orientation() == Qt::Horizontal;
                QTest::mousePress(handle, Qt::LeftButton, {}, middle);
                QTest::mouseMove(handle, middle + (columns ? QPoint(60, 0) : QPoint(0, -40)));
                QTest::mouseRelease(handle, Qt::LeftButton, {}, middle + (columns ? QPoint(60, 0) : QPoint(0, -40)));
            }
            left = open.window.dividers();
            QVERIFY(left.columns && left.rows);
            WindowMemory().setDividers(left);
        }
        const Dividers kept = WindowMemory().dividers();
        QVERIFY(kept.columns && kept.rows);
        QVERIFY(std::abs(*kept.columns - *left.columns) < 0.001 && std::abs(*kept.rows - *left.rows) < 0.001);
        OpenWindow open;
        open.window.setDividers(kept);
        const auto share = [&open] {
            const double code = open.window.code()->width(), chart = open.window.findings()->width();
            return code / (code + chart);
        };
        QTRY_VERIFY(std::abs(share() - *kept.columns) < 0.01);
        open.window.resize(1800, 1000);
        QTRY_VERIFY(std::abs(share() - *kept.columns) < 0.01);
    }

    void dividersThatAreNoneAreForgotten()
    {
        for (const QByteArray bad :
            {"columns=1.5", "columns=-1", "columns=nan", "columns=inf", "columns=wide", "columns=0.2, 0.3"}) {
            put("[window]\n" + bad + "\n");
            QVERIFY2(!WindowMemory().dividers().columns, bad.constData());
        }
    }

    void aPlaceIsKeptAndGoneBackTo()
    {
        KeptPlace left;
        {
            OpenWindow open;
            Session &session = open.window.session();
            session.open(*findLesson(u"timeouts"));
            session.open(*findLesson(u"sequential-vs-parallel"));
            open.set("logsNeedUser", "on");
            session.setClock(ClockKind::Virtual);
            session.choose("chain", true);
            session.choose("gather", false);
            QCOMPARE(session.chosenVariants(), (QStringList{"sequential", "chain"}));
            open.runToEnd();
            open.key(Qt::Key_Home);
            open.key(Qt::Key_Right);
            open.key(Qt::Key_Right);
            open.key(Qt::Key_W);
            QVERIFY(open.window.timeline()->zoomedIn());
            left = open.window.place();
            QVERIFY(left.from && left.to && left.playhead);
            WindowMemory().setPlace(left);
        }
        const KeptPlace kept = WindowMemory().place();
        OpenWindow open(*findLesson(u"timeouts"), lessons());
        open.window.restorePlace(kept);
        Session &session = open.window.session();
        QCOMPARE(session.lesson().id, QString("sequential-vs-parallel"));
        QCOMPARE(session.parameters().text(u"getUser"), QString("40ms"));
        QVERIFY(session.parameters().flag(u"logsNeedUser"));
        QVERIFY(session.clock() == ClockKind::Virtual);
        QCOMPARE(session.chosenVariants(), (QStringList{"sequential", "chain"}));
        QVERIFY(!session.isRunning()); // nothing runs unasked
        QCOMPARE(open.window.wayfinding()->recentLessons(), (QStringList{"sequential-vs-parallel", "timeouts"}));
        // What is kept of a run waits for one to show; a run of the reader's own is seen as a whole.
        QCOMPARE(open.window.place().parameters, left.parameters);
        open.runToEnd();
        QCoreApplication::processEvents();
        QVERIFY(!open.window.timeline()->zoomedIn());
        QCOMPARE(session.playback().moment().time, session.playback().length());
        open.window.restorePlace(kept); // now there is one
        QCOMPARE(open.window.timeline()->visibleRange(), (std::pair{*left.from, *left.to}));
        QCOMPARE(session.playback().moment().time, *left.playhead);
    }

    void aPlaceThatIsGoneIsLeftOut()
    {
        KeptPlace kept;
        kept.lesson = "no-such-lesson";
        kept.recent = {"no-such-lesson", "timeouts", "timeouts"};
        OpenWindow open;
        const QString before = open.window.session().parameters().text(u"getUser");
        open.window.restorePlace(kept);
        QCOMPARE(open.window.session().lesson().id, QString("sequential-vs-parallel"));
        QCOMPARE(open.window.wayfinding()->recentLessons(), (QStringList{"sequential-vs-parallel", "timeouts"}));
        kept.lesson = "sequential-vs-parallel";
        kept.parameters = {{"gone", "3"}, {"getUser", "a week"}, {"getUserLogs", "77ms"}};
        kept.variants = {"gone"};
        kept.from = Ns(5);
        kept.to = Ns(2); // the wrong way round
        kept.scrolled = 4000;
        kept.playhead = Ns(std::chrono::hours(1));
        open.window.restorePlace(kept);
        QCOMPARE(open.window.session().parameters().text(u"getUser"), before);
        QCOMPARE(open.window.session().parameters().text(u"getUserLogs"), QString("77ms"));
        QCOMPARE(open.window.session().chosenVariants(), (QStringList{"sequential", "gather"}));
        open.runToEnd();
        open.window.restorePlace(kept);
        QVERIFY(!open.window.timeline()->zoomedIn());
        QCOMPARE(open.window.session().playback().moment().time, open.window.session().playback().length());
    }

    void aPlaceThatCannotBeReadIsNone_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("numbers") << QByteArray("lesson=17\nparameters=4\nclock=9\nvariants=1\nfrom=x\nto=-4\nplayhead=1e99\n");
        QTest::newRow("other types") << QByteArray("lesson=@Rect(1 2 3 4)\nparameters=@Invalid()\nscrolled=nan\nsidebar=inf\n");
        QTest::newRow("huge") << "lesson=" + QByteArray(100'000, 'a') + "\nsidebar=99999999999\nfrom=99999999999999999999\n";
        QTest::newRow("many") << "variants=" + QByteArray("a, ").repeated(20'000)
                + "a\nrecent=" + QByteArray("b, ").repeated(20'000) + "b\n";
        QTest::newRow("binary") << QByteArray("lesson=\0\xff\xfe\nparameters=\x01=\x02\n", 26);
    }

    void aPlaceThatCannotBeReadIsNone()
    {
        QFETCH(QByteArray, content);
        put("[place]\n" + content);
        const KeptPlace kept = WindowMemory().place();
        QVERIFY(!kept.from && !kept.to && !kept.playhead);
        QCOMPARE(kept.scrolled, 0.0);
        QVERIFY(kept.lesson.size() <= 256 && kept.variants.size() <= 64 && kept.recent.size() <= 64);
        OpenWindow open;
        open.window.restorePlace(kept);
        QCOMPARE(open.window.session().lesson().id, QString("sequential-vs-parallel"));
        QCOMPARE(open.window.session().chosenVariants(), (QStringList{"sequential", "gather"}));
    }

    void theListOfLessonsIsScrolledAsItWasLeft()
    {
        OpenWindow open;
        open.window.resize(1100, 360);
        QScrollBar *bar = open.window.sidebar()->list()->verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 5);
        bar->setValue(4);
        const KeptPlace kept = open.window.place();
        bar->setValue(0);
        open.window.restorePlace(kept);
        QTRY_COMPARE(bar->value(), 4);
    }

    void theTourIsSeenOnce()
    {
        QVERIFY(!WindowMemory().tourSeen());
        WindowMemory().setTourSeen();
        QVERIFY(WindowMemory().tourSeen());
    }

    void onlyTheUsersChoiceIsKept()
    {
        Settings settings(Settings::file());
        OpenWindow open;
        open.window.useSettings(settings);
        open.window.showTheme(ThemeKind::Dark); // as an option of the command line does
        QCOMPARE(open.window.themeKind(), ThemeKind::Dark);
        QVERIFY(!QFile::exists(Settings::file()));
        open.key(Qt::Key_T, Qt::ControlModifier);
        QCOMPARE(Settings(Settings::file()).themeChoice(), settings.themeChoice());
        settings.setThemeChoice(ThemeChoice::Light);
        QCOMPARE(open.window.themeKind(), ThemeKind::Light);
    }
};

QTEST_MAIN(TestMemory)
#include "tst_memory.moc"
