// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/problem_bar.h"
#include "app/gui/recent_files.h"
#include "app/gui/window_memory.h"
#include "lessons/catalog/run_file.h"
#include "lessons/catalog/runner.h"
#include "tests/gui/window_fixture.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QDropEvent>
#include <QFileDialog>
#include <QMimeData>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTimer>

using namespace awaitscope;
using awaitscope::test::OpenWindow;

/// Traces in the window: opened, saved, dropped, and remembered.
class TestFiles : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir home_;

    QString path(const QString &name) const { return home_.filePath(name); }

    /// A trace of a lesson with a setting of its own.
    QString saved(const QString &id, const char *parameter, const char *value) const
    {
        const Lesson &lesson = *findLesson(id);
        ParameterSet parameters(lesson.definition.parameters);
        [&] { QVERIFY(parameters.setText(QString::fromLatin1(parameter), QString::fromLatin1(value)).ok()); }();
        const Run run
            = play({&lesson, parameters, lesson.availableVariants(parameters, ClockKind::Virtual), ClockKind::Virtual, 1});
        const QString file = path(id + runFileExtension);
        [&] { QVERIFY(writeRunFile(run, file).ok()); }();
        return file;
    }

    /// Answers the file dialog that opens next with a file.
    void choose(const QString &file, bool *seen)
    {
        auto *timer = new QTimer(this);
        connect(timer, &QTimer::timeout, this, [timer, file, seen] {
            auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
            if (!dialog)
                return;
            timer->stop();
            timer->deleteLater();
            *seen = true;
            dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"))->setText(file);
            const auto button = dialog->acceptMode() == QFileDialog::AcceptSave ? QDialogButtonBox::Save : QDialogButtonBox::Open;
            QTest::mouseClick(dialog->findChild<QDialogButtonBox *>()->button(button), Qt::LeftButton);
        });
        timer->start(20);
    }

    static bool drop(Window &window, const QList<QUrl> &urls)
    {
        QMimeData data;
        data.setUrls(urls);
        QDragEnterEvent enter({300, 300}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window, &enter);
        if (!enter.isAccepted())
            return false;
        QDropEvent dropped({300, 300}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window, &dropped);
        return dropped.isAccepted();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(home_.isValid());
        qputenv("HOME", home_.path().toLocal8Bit());
        qputenv("XDG_CONFIG_HOME", path(QStringLiteral("config")).toLocal8Bit());
        qputenv("XDG_STATE_HOME", path(QStringLiteral("state")).toLocal8Bit());
        QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    }

    void init() { RecentFiles().clear(); }

    void aDroppedTraceIsShownAsIfJustPlayed()
    {
        const QString file = saved(QStringLiteral("gather-failure"), "validate", "90ms");
        OpenWindow open;
        Session &session = open.window.session();
        QVERIFY(drop(open.window, {QUrl::fromLocalFile(file)}));
        QTRY_COMPARE(session.lesson().id, QStringLiteral("gather-failure"));
        QVERIFY(session.latest());
        QCOMPARE(session.parameters().text(u"validate"), QStringLiteral("90ms"));
        QCOMPARE(session.clock(), ClockKind::Virtual);
        QVERIFY(session.isRevealed());
        QVERIFY(!session.isOutdated());
        QCOMPARE(session.playback().moment().time, session.playback().length());
        QVERIFY(session.playback().length() > Ns(0));
        QCOMPARE(open.window.header()->status(), QStringLiteral("From gather-failure.awaitscope"));
        QCOMPARE(open.window.recentFiles(), QStringList(file));
        QVERIFY(!session.isDone(QStringLiteral("gather-failure")));
        QVERIFY(open.window.problems()->sentence().isEmpty());

        QSignalSpy finished(&session, &Session::runFinished);
        open.key(Qt::Key_R, Qt::ControlModifier);
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY(session.origin().isEmpty());
        QCOMPARE(open.window.header()->status(), QString());
    }

    void whatIsNoFileIsNotTaken()
    {
        OpenWindow open;
        QVERIFY(!drop(open.window, {}));
        QVERIFY(!drop(open.window, {QUrl(QStringLiteral("https://example.org/a.awaitscope"))}));
        QVERIFY(
            !drop(open.window, {QUrl::fromLocalFile(path(QStringLiteral("a"))), QUrl::fromLocalFile(path(QStringLiteral("b")))}));
    }

    void aFieldLeavesFilesToTheWindow()
    {
        const QString file = saved(QStringLiteral("timeouts"), "timeout", "150ms");
        OpenWindow open;
        auto *field = open.window.parameters()->findChild<QLineEdit *>();
        QVERIFY(field);
        const QString before = field->text();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file)});
        data.setText(file); // as file managers do
        QDragEnterEvent enter({2, 2}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(field, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent dropped({2, 2}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(field, &dropped); // goes to whoever took it before
        QCOMPARE(field->text(), before);
        QTRY_COMPARE(open.window.session().lesson().id, QStringLiteral("timeouts"));
    }

    void aDamagedFileIsToldAndPutAwayByEscape()
    {
        const QString file = saved(QStringLiteral("timeouts"), "timeout", "150ms");
        QVERIFY(QFile::resize(file, 500));
        OpenWindow open;
        const QString before = open.window.session().lesson().id;
        ProblemBar *bar = open.window.problems();
        QVERIFY(bar->isHidden());
        open.window.openFile(file);
        QTRY_VERIFY(bar->isVisible());
        QVERIFY2(bar->sentence().contains(QLatin1String("timeouts.awaitscope")), qPrintable(bar->sentence()));
        QVERIFY2(bar->sentence().contains(QLatin1String("ends at byte 500")), qPrintable(bar->sentence()));
        QCOMPARE(open.window.session().lesson().id, before);
        QVERIFY(open.window.recentFiles().isEmpty());
        open.key(Qt::Key_Escape);
        QVERIFY(bar->isHidden());
        QVERIFY(bar->sentence().isEmpty());
        open.window.openFile(file);
        QTRY_VERIFY(bar->isVisible());
        auto *dismiss = open.find<QPushButton>("dismissProblem");
        dismiss->setFocus(Qt::TabFocusReason);
        QTest::keyClick(dismiss, Qt::Key_Space);
        QVERIFY(bar->isHidden());
        QVERIFY(!open.window.session().isRunning());
    }

    void keysSaveTheRunAndOpenItAgain()
    {
        const QString file = path(QStringLiteral("mine.awaitscope"));
        {
            OpenWindow open;
            open.key(Qt::Key_S, Qt::ControlModifier);
            QVERIFY(open.window.header()->status().startsWith(QLatin1String("Run the lesson first")));
            open.runToEnd();
            bool seen = false;
            choose(path(QStringLiteral("mine")), &seen); // gets its ending by itself
            open.key(Qt::Key_S, Qt::ControlModifier);
            QVERIFY(seen);
            QTRY_VERIFY(open.window.header()->status().contains(QLatin1String("mine.awaitscope")));
            QCOMPARE(open.window.recentFiles(), QStringList(file));
        }
        const auto run = readRunFile(file);
        QVERIFY(run.ok());
        QCOMPARE(run.value().parameters.text(u"getUser"), QStringLiteral("40ms"));

        OpenWindow open(false);
        bool seen = false;
        choose(file, &seen);
        open.key(Qt::Key_O, Qt::ControlModifier);
        QVERIFY(seen);
        QTRY_COMPARE(open.window.session().parameters().text(u"getUser"), QStringLiteral("40ms"));
        QCOMPARE(open.window.header()->status(), QStringLiteral("From mine.awaitscope"));
    }

    void theCodeShownIsTheCodeThatRanThen()
    {
        const Lesson &lesson = *findLesson(u"timeouts");
        Lesson older = lesson;
        SourceMap map = *lesson.source;
        for (SourceBlock &block : map.blocks)
            block.lines.front() = QStringLiteral("// as it was then");
        older.source = std::make_shared<const SourceMap>(map);
        const ParameterSet parameters(lesson.definition.parameters);
        const QStringList variants = lesson.availableVariants(parameters, ClockKind::Virtual);
        const QString file = path(QStringLiteral("older.awaitscope"));
        QVERIFY(writeRunFile(play({&older, parameters, variants, ClockKind::Virtual, 1}), file).ok());
        OpenWindow open;
        open.window.openFile(file);
        QTRY_COMPARE(open.window.session().lesson().id, lesson.id);
        const auto shown = [&open] {
            const CodeView &view = *open.window.code()->codeView();
            return view.sections().front().lines.join(u'\n');
        };
        QVERIFY(shown().contains(QLatin1String("// as it was then")));
        QSignalSpy finished(&open.window.session(), &Session::runFinished);
        open.key(Qt::Key_R, Qt::ControlModifier);
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY(!shown().contains(QLatin1String("// as it was then")));
    }

    void theLatestTenAreRemembered()
    {
        RecentFiles recent;
        QVERIFY(recent.files().isEmpty());
        QStringList files;
        for (int i = 0; i < 12; ++i) {
            files << path(QStringLiteral("recent, %1; ü.awaitscope").arg(i));
            QFile file(files.last());
            QVERIFY(file.open(QIODevice::WriteOnly));
            recent.add(files.last());
        }
        QCOMPARE(recent.files().size(), RecentFiles::most);
        QCOMPARE(recent.files().first(), files.last());
        recent.add(files[5]);
        QCOMPARE(recent.files().first(), files[5]);
        QCOMPARE(recent.files().size(), RecentFiles::most);
        QFile::remove(files[5]);
        QCOMPARE(recent.files().first(), files.last());
        QCOMPARE(recent.files().size(), RecentFiles::most - 1);
        QFile config(WindowMemory::file());
        QVERIFY(config.open(QIODevice::WriteOnly));
        config.write("[files]\nrecent=@Variant(\\0\\0\\0\\x7f), relative, \"/nowhere/at/all\"\n");
        config.close();
        QVERIFY(recent.files().isEmpty());
    }

    void aRunThatPlaysGivesWay()
    {
        const QString file = saved(QStringLiteral("gather-failure"), "validate", "90ms");
        OpenWindow open;
        open.set("getUser", "900ms");
        open.key(Qt::Key_Space);
        QTRY_VERIFY(open.window.session().isLive());
        open.window.openFile(file);
        QTRY_COMPARE(open.window.header()->status(), QStringLiteral("From gather-failure.awaitscope"));
        QVERIFY(!open.window.session().isRunning());
    }
};

QTEST_MAIN(TestFiles)
#include "tst_files.moc"
