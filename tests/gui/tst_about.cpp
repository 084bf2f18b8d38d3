// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/window_fixture.h"

#include "app/common/places.h"
#include "app/gui/about_dialog.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QStandardPaths>

using namespace awaitscope;
using awaitscope::test::OpenWindow;

/// What the window tells of the program.
class AboutTest : public QObject
{
    Q_OBJECT

    /// The window's own action opens the dialog; `look` looks at it, and then Escape closes it.
    template <class Look> static void withDialog(Look look)
    {
        OpenWindow open;
        const auto actions = open.window.listedActions();
        const auto about = std::ranges::find(actions, QStringLiteral("About Awaitscope"), &QAction::text);
        QVERIFY(about != actions.end());
        bool seen = false;
        QTimer::singleShot(0, &open.window, [&] {
            auto *dialog = qobject_cast<AboutDialog *>(QApplication::activeModalWidget());
            QVERIFY(dialog);
            look(*dialog);
            seen = true;
            QTest::keyClick(dialog, Qt::Key_Escape);
        });
        (*about)->trigger();
        QVERIFY(seen);
        QVERIFY(!QApplication::activeModalWidget());
    }

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void itTellsVersionsLicenceAndFolder()
    {
        withDialog([](AboutDialog &dialog) {
            QStringList shown;
            for (const QLabel *label : dialog.findChildren<QLabel *>())
                shown << label->text();
            QVERIFY(shown.contains(QStringLiteral(AWAITSCOPE_VERSION)));
            QVERIFY(shown.contains(QString::fromLatin1(qVersion())));
            QVERIFY(shown.contains(QStringLiteral(AWAITSCOPE_QCORO_VERSION)));
            QVERIFY(shown.contains(places().dataFolder()));
            QVERIFY(!shown.filter(QStringLiteral("General Public License")).isEmpty());
        });
    }

    void everyWordCanBeSelectedAndAllIsCopied()
    {
        withDialog([](AboutDialog &dialog) {
            for (const QLabel *label : dialog.findChildren<QLabel *>()) {
                if (label->text().isEmpty())
                    continue;
                const auto flags = Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard;
                QVERIFY2((label->textInteractionFlags() & flags) == flags, qPrintable(label->text()));
            }
            auto *copy = dialog.findChild<QPushButton *>(QStringLiteral("copy"));
            QVERIFY(copy);
            copy->setFocus();
            QTest::keyClick(copy, Qt::Key_Space);
            const QString copied = QGuiApplication::clipboard()->text();
            QCOMPARE(copied, dialog.text());
            QVERIFY(copied.contains(QString::fromLatin1(qVersion())));
            QVERIFY(copied.contains(places().dataFolder()));
            QCOMPARE(copy->text(), QStringLiteral("Copied"));
            QVERIFY(dialog.isVisible());
        });
    }

    void itShowsTheIcon()
    {
        withDialog([](AboutDialog &dialog) {
            const auto *icon = dialog.findChild<QLabel *>(QStringLiteral("appIcon"));
            QVERIFY(icon);
            QCOMPARE(icon->pixmap().size(), QSize(96, 96) * icon->devicePixelRatioF());
            QVERIFY(!icon->accessibleName().isEmpty());
        });
    }

    void nothingIsCutOffAtAnySizeOfText_data()
    {
        QTest::addColumn<double>("scale");
        QTest::newRow("usual") << 1.0;
        QTest::newRow("twice") << 2.0;
        QTest::newRow("three times") << 3.0;
    }

    void nothingIsCutOffAtAnySizeOfText()
    {
        QFETCH(double, scale);
        AboutDialog dialog(scale);
        QFont font = dialog.font();
        font.setPixelSize(int(14 * scale));
        dialog.setFont(font);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        for (const QLabel *label : dialog.findChildren<QLabel *>()) {
            if (!label->text().isEmpty() && label->wordWrap())
                QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
        }
    }
};

QTEST_MAIN(AboutTest)
#include "tst_about.moc"
