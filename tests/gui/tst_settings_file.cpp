// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/settings_dialog.h"
#include "tests/gui/window_fixture.h"

#include <QComboBox>
#include <QDialog>
#include <QFile>
#include <QTemporaryDir>
#include <QTimer>

using namespace awaitscope;
using awaitscope::test::OpenWindow;

class TestSettingsFile : public QObject
{
    Q_OBJECT

    QTemporaryDir folder_;

    QString file() const { return folder_.filePath(QStringLiteral("settings.ini")); }

    void put(const QByteArray &content)
    {
        QFile written(file());
        QVERIFY(written.open(QIODevice::WriteOnly | QIODevice::Truncate));
        written.write(content);
    }

private Q_SLOTS:
    void init() { QFile::remove(file()); }

    void whatIsChosenIsKept()
    {
        {
            Settings settings(file());
            QSignalSpy changed(&settings, &Settings::changed);
            settings.setThemeChoice(ThemeChoice::Dark);
            settings.setContrastChoice(ContrastChoice::High);
            settings.setMotionChoice(MotionChoice::Reduced);
            settings.setTextScale(1.75);
            settings.setLanguage(QStringLiteral("de"));
            settings.setSavedTraces(50);
            QCOMPARE(changed.count(), 6);
            settings.setSavedTraces(50);
            QCOMPARE(changed.count(), 6);
        }
        const Settings again(file());
        QCOMPARE(again.themeChoice(), ThemeChoice::Dark);
        QCOMPARE(again.contrastChoice(), ContrastChoice::High);
        QCOMPARE(again.motionChoice(), MotionChoice::Reduced);
        QCOMPARE(again.textScale(), 1.75);
        QCOMPARE(again.language(), QStringLiteral("de"));
        QCOMPARE(again.savedTraces(), 50);
    }

    void whatCannotBeReadCountsAsNotChosen_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("garbage") << QByteArray("\x00\xff\xfe[[[", 6);
        QTest::newRow("other values") << QByteArray(
            "[window]\ntheme=purple\ncontrast=7\nmotion=\ntextScale=40\n[app]\nlanguage=../../x\n[store]\nsavedTraces=-3\n");
        QTest::newRow("no numbers") << QByteArray("[window]\ntextScale=nan\n[store]\nsavedTraces=9e99\n");
        QTest::newRow("lists") << QByteArray("[window]\ntheme=dark, light\ntextScale=1, 2\n[app]\nlanguage=de, en\n");
    }

    void whatCannotBeReadCountsAsNotChosen()
    {
        QFETCH(QByteArray, content);
        put(content);
        const Settings settings(file());
        QCOMPARE(settings.themeChoice(), ThemeChoice::System);
        QCOMPARE(settings.contrastChoice(), ContrastChoice::System);
        QCOMPARE(settings.motionChoice(), MotionChoice::System);
        QCOMPARE(settings.textScale(), 0.0);
        QCOMPARE(settings.language(), QString());
        QCOMPARE(settings.savedTraces(), Settings::usualSavedTraces);
    }

    void valuesStayWithinTheirRange()
    {
        Settings settings;
        settings.setTextScale(17.0);
        QCOMPARE(settings.textScale(), Settings::mostTextScale);
        settings.setTextScale(0.2);
        QCOMPARE(settings.textScale(), Settings::leastTextScale);
        settings.setTextScale(-1.0);
        QCOMPARE(settings.textScale(), 0.0);
        settings.setSavedTraces(0);
        QCOMPARE(settings.savedTraces(), Settings::leastSavedTraces);
        settings.setLanguage(QStringLiteral("no such language"));
        QCOMPARE(settings.language(), QString());
    }

    void theDialogSetsAtOnceByKeyboardAlone()
    {
        OpenWindow open;
        Settings &settings = open.window.settings();
        int seen = 0;
        QTimer::singleShot(0, this, [&] {
            auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
            if (!dialog)
                return;
            const auto press = [&](const char *accessible) {
                for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
                    if (button->accessibleName() == QLatin1String(accessible)) {
                        button->setFocus();
                        QTest::keyClick(button, Qt::Key_Space);
                        ++seen;
                    }
                }
            };
            press("Colours: Dark");
            QCOMPARE(open.window.themeKind(), ThemeKind::Dark);
            press("Contrast: High");
            QCOMPARE(open.window.themeKind(), ThemeKind::HighContrastDark);
            press("Motion: Reduced");
            auto *size = dialog->findChild<QComboBox *>(QStringLiteral("textSize"));
            size->setFocus();
            while (size->currentData().toDouble() != 2.0)
                QTest::keyClick(size, Qt::Key_Down);
            QTest::keyClick(dialog, Qt::Key_Escape);
        });
        open.key(Qt::Key_Comma, Qt::ControlModifier);
        QCOMPARE(seen, 3);
        QCOMPARE(settings.motionChoice(), MotionChoice::Reduced);
        QCOMPARE(settings.textScale(), 2.0);
    }
};

QTEST_MAIN(TestSettingsFile)
#include "tst_settings_file.moc"
