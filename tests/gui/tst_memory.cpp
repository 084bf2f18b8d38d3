// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/window_memory.h"
#include "tests/gui/window_fixture.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
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
        QDir().mkpath(QFileInfo(WindowMemory::file()).path());
        QFile file(WindowMemory::file());
        QVERIFY(file.open(QFile::WriteOnly));
        file.write(content);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(home_.isValid());
        qputenv("HOME", home_.path().toLocal8Bit());
        const QString usual = WindowMemory::file();
        QStandardPaths::setTestModeEnabled(true);
        QVERIFY(WindowMemory::file() != usual);
    }

    void init() { QFile::remove(WindowMemory::file()); }

    void nothingIsRememberedAtFirst()
    {
        QCOMPARE(Settings(Settings::file()).themeChoice(), ThemeChoice::System);
        QVERIFY(WindowMemory().geometry().isEmpty());
        QVERIFY(!QFile::exists(WindowMemory::file()));
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
        QVERIFY(QDir().mkpath(WindowMemory::file())); // a folder stands where the file would
        Settings(Settings::file()).setThemeChoice(ThemeChoice::Dark);
        WindowMemory().setGeometry("any");
        OpenWindow open;
        QVERIFY(open.window.isVisible());
        QVERIFY(QDir().rmdir(WindowMemory::file()));
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
