// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/export_dialog.h"
#include "tests/gui/window_fixture.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>

using namespace awaitscope;
using awaitscope::test::OpenWindow;

class TestExportDialog : public QObject
{
    Q_OBJECT

    OpenWindow *open_ = nullptr;

    std::unique_ptr<ExportDialog> dialog(Ns from = Ns(0), Ns to = Ns(0))
    {
        const Session &session = open_->window.session();
        return std::make_unique<ExportDialog>(session.lesson(), *session.latest(), from, to, ThemeKind::Light);
    }

    static QLineEdit *field(ExportDialog &dialog)
    {
        for (QLineEdit *edit : dialog.findChildren<QLineEdit *>()) {
            if (edit->accessibleName() == u"File")
                return edit;
        }
        return nullptr;
    }

    static QByteArray content(const QString &file)
    {
        QFile in(file);
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }

private Q_SLOTS:
    void initTestCase()
    {
        open_ = new OpenWindow;
        open_->runToEnd();
    }

    void cleanupTestCase() { delete open_; }

    void writesEachFormat_data()
    {
        QTest::addColumn<QString>("ending");
        QTest::addColumn<QByteArray>("magic");
        QTest::newRow("png") << "png" << QByteArray("\x89PNG");
        QTest::newRow("svg") << "svg" << QByteArray("<svg");
        QTest::newRow("pdf") << "pdf" << QByteArray("%PDF");
    }

    void writesEachFormat()
    {
        QFETCH(QString, ending);
        QFETCH(QByteArray, magic);
        QTemporaryDir folder;
        const QString file = folder.filePath("picture." + ending);
        auto shown = dialog();
        field(*shown)->setText(file);
        shown->accept();
        QCOMPARE(shown->problem(), QString());
        QCOMPARE(shown->written(), file);
        QVERIFY(content(file).left(200).contains(magic));
        QCOMPARE(shown->result(), int(QDialog::Accepted));
    }

    void theFormatChangesTheEnding()
    {
        auto shown = dialog();
        QVERIFY(field(*shown)->text().endsWith("sequential-vs-parallel.png"));
        for (QPushButton *button : shown->findChildren<QPushButton *>()) {
            if (button->text() == u"PDF")
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QVERIFY(field(*shown)->text().endsWith("sequential-vs-parallel.pdf"));
    }

    void asksBeforeItReplaces()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath("there.svg");
        QFile there(file);
        QVERIFY(there.open(QIODevice::WriteOnly));
        there.write("mine");
        there.close();
        auto shown = dialog();
        field(*shown)->setText(file);
        shown->accept();
        QVERIFY(shown->problem().contains("exists"));
        QCOMPARE(content(file), QByteArray("mine"));
        QCOMPARE(shown->written(), QString());
        shown->accept();
        QCOMPARE(shown->written(), file);
        QVERIFY(content(file) != QByteArray("mine"));
    }

    void anAnswerForOneFileIsNoneForAnother()
    {
        QTemporaryDir folder;
        for (const char *name : {"one.svg", "two.svg"}) {
            QFile there(folder.filePath(name));
            QVERIFY(there.open(QIODevice::WriteOnly));
            there.write("mine");
        }
        auto shown = dialog();
        field(*shown)->setText(folder.filePath("one.svg"));
        shown->accept();
        field(*shown)->setText(folder.filePath("two.svg"));
        shown->accept();
        QCOMPARE(content(folder.filePath("two.svg")), QByteArray("mine"));
        QVERIFY(shown->problem().contains("two.svg"));
    }

    void problemsAreShownInPlace_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("no such folder") << "nowhere/at/all/picture.png";
        QTest::newRow("unknown ending") << "picture.bmp";
        QTest::newRow("no ending") << "picture";
        QTest::newRow("a folder") << "folder.png";
        QTest::newRow("a link") << "link.png";
    }

    void problemsAreShownInPlace()
    {
        QFETCH(QString, name);
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkdir("folder.png"));
        QVERIFY(QFile::link(folder.filePath("target.png"), folder.filePath("link.png")));
        auto shown = dialog();
        field(*shown)->setText(folder.filePath(name));
        shown->accept();
        QVERIFY(shown->problem().size() > 10);
        QCOMPARE(shown->written(), QString());
        QVERIFY(shown->result() != int(QDialog::Accepted));
        QVERIFY(!QFile::exists(folder.filePath("target.png")));
        field(*shown)->setText(folder.filePath("good.svg"));
        QCOMPARE(shown->problem(), QString());
    }

    void onlyWhatIsVisible()
    {
        QTemporaryDir folder;
        QList<QByteArray> pictures;
        for (bool visible : {false, true}) {
            auto shown = dialog(Ns(0), Ns(std::chrono::milliseconds(20)));
            field(*shown)->setText(folder.filePath(visible ? "part.svg" : "whole.svg"));
            for (QPushButton *button : shown->findChildren<QPushButton *>()) {
                if (visible && button->text() == u"What is visible")
                    QTest::mouseClick(button, Qt::LeftButton);
            }
            shown->accept();
            pictures.append(content(shown->written()));
        }
        QVERIFY(!pictures[0].isEmpty() && !pictures[1].isEmpty());
        QVERIFY(pictures[0] != pictures[1]);
    }
};

QTEST_MAIN(TestExportDialog)
#include "tst_export_dialog.moc"
