// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/selftest_dialog.h"
#include "app/gui/style.h"
#include "tests/gui/cut_off.h"
#include "tests/gui/window_fixture.h"

#include <QAction>
#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QScrollArea>
#include <QTemporaryDir>

using namespace awaitscope;

namespace {

constexpr int patience = 40000; // ms

/// The dialog on the built program, whose home is a folder of the test.
struct OpenDialog
{
    explicit OpenDialog(const QString &language = QStringLiteral("en"), double scale = 1.0, ThemeKind kind = ThemeKind::Light)
    {
        qputenv("HOME", home.path().toUtf8());
        const QString folder = home.path() + QStringLiteral("/keeps");
        frame.setFont(baseFont(scale));
        frame.setStyleSheet(styleSheetFor(theme(kind), scale));
        dialog = std::make_unique<SelftestDialog>(QStringLiteral(AWAITSCOPE_BINARY_DIR "/awaitscope"),
            CheckedPlaces{folder, folder, folder, folder, folder + QStringLiteral("/awaitscope.db")}, language, &frame);
        dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(dialog.get()));
    }

    void finish() { QTRY_VERIFY_WITH_TIMEOUT(dialog->isFinished() && button("selftestCopy")->isEnabled(), patience); }
    QPushButton *button(const char *name) const { return dialog->findChild<QPushButton *>(QLatin1String(name)); }
    QLabel *sentence(const char *id) const
    {
        return dialog->findChild<QLabel *>(QStringLiteral("selftest-") + QLatin1String(id));
    }

    QTemporaryDir home;
    QWidget frame; ///< gives its looks to the dialog, as the window does
    std::unique_ptr<SelftestDialog> dialog;
};

} // namespace

class TestSelftestDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsEachCheckAsItComes()
    {
        OpenDialog open;
        QVERIFY(!open.button("selftestCopy")->isEnabled());
        QVERIFY(open.sentence("versions")->text().isEmpty());
        QVERIFY(open.sentence("versions")->accessibleName().startsWith(QLatin1String("Versions")));
        QTRY_VERIFY_WITH_TIMEOUT(!open.sentence("versions")->text().isEmpty(), patience);
        QVERIFY(open.sentence("drawing")->text().isEmpty()); // that is the last one
        open.finish();
        for (const CheckSpec &check : checks()) {
            const QLabel *sentence = open.sentence(check.id);
            QVERIFY2(sentence && !sentence->text().isEmpty(), check.id);
            QVERIFY(sentence->accessibleName().startsWith(QLatin1String(check.title)));
            QVERIFY(sentence->accessibleName().contains(QLatin1String("fit")));
        }
        QVERIFY(open.sentence("places")->text().contains(QLatin1String("~/keeps")));
        QVERIFY(open.dialog->said().startsWith(QLatin1String("This machine is ")));
    }

    void copiesTheReport()
    {
        OpenDialog open;
        open.finish();
        QVERIFY(open.button("selftestCopy")->hasFocus());
        QTest::keyClick(open.button("selftestCopy"), Qt::Key_Space);
        const QString text = QGuiApplication::clipboard()->text();
        QCOMPARE(text, open.dialog->report());
        QVERIFY(text.contains(QLatin1String("Nothing is sent anywhere")));
        QCOMPARE(text.count(QLatin1String("Loopback ")), 1);
        QVERIFY(!text.contains(open.home.path()));
        QCOMPARE(open.dialog->said(), QStringLiteral("Report copied"));
    }

    void savesTheReport()
    {
        OpenDialog open;
        open.finish();
        const QString file = open.home.filePath(QStringLiteral("report.txt"));
        open.dialog->saveTo(file);
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(written.readAll()), open.dialog->report());
        QVERIFY(open.dialog->said().contains(QLatin1String("report.txt")));
        open.dialog->saveTo(open.home.filePath(QStringLiteral("nowhere/report.txt")));
        QVERIFY(open.dialog->said().contains(QLatin1String("cannot be written")));
    }

    void testsAgain()
    {
        OpenDialog open;
        open.finish();
        QTest::keyClick(open.button("selftestAgain"), Qt::Key_Space);
        QVERIFY(!open.dialog->isFinished());
        QVERIFY(open.sentence("lesson")->text().isEmpty());
        open.finish();
        QVERIFY(!open.sentence("lesson")->text().isEmpty());
    }

    void closesWhileItChecks()
    {
        OpenDialog open;
        QTRY_VERIFY_WITH_TIMEOUT(!open.sentence("versions")->text().isEmpty(), patience);
        QTest::keyClick(open.dialog.get(), Qt::Key_Escape);
        QVERIFY(!open.dialog->isVisible());
        open.dialog.reset();
    }

    void hasRoomForItsText_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<double>("scale");
        QTest::addColumn<int>("kind");
        QTest::newRow("twice the size") << "en" << 2.0 << int(ThemeKind::Dark);
        QTest::newRow("longer words, high contrast") << "qps" << 1.0 << int(ThemeKind::HighContrastLight);
    }

    void hasRoomForItsText()
    {
        QFETCH(QString, language);
        QFETCH(double, scale);
        QFETCH(int, kind);
        OpenDialog open(language, scale, ThemeKind(kind));
        open.dialog->resize(900, 600);
        open.finish();
        const QStringList cut = test::cutOffForGood(*open.dialog); // the last sentence has just come
        QVERIFY2(cut.isEmpty(), qPrintable(cut.join(u'\n')));
        const auto *scroll = open.dialog->findChild<QScrollArea *>();
        QVERIFY(scroll->widget()->width() <= scroll->viewport()->width());
    }

    void theWindowListsIt()
    {
        test::OpenWindow open;
        const auto actions = open.window.listedActions();
        QVERIFY(std::ranges::any_of(
            actions, [](const QAction *action) { return action->text().startsWith(QLatin1String("Check this machine")); }));
    }
};

QTEST_MAIN(TestSelftestDialog)
#include "tst_selftest_dialog.moc"
