// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/language.h"
#include "app/gui/settings_dialog.h"
#include "tests/gui/cut_off.h"
#include "tests/gui/window_fixture.h"
#include "tests/support/each_lesson.h"

#include <QListWidget>
#include <QTemporaryDir>
#include <QTimer>

using namespace awaitscope;
using awaitscope::test::cutOff;
using awaitscope::test::cutOffForGood;
using awaitscope::test::OpenWindow;

namespace {

struct Look
{
    QSize size;
    double scale;
    Qt::LayoutDirection direction;

    QString text() const
    {
        return QStringLiteral("%1×%2 at %3 %%4")
            .arg(size.width())
            .arg(size.height())
            .arg(scale * 100)
            .arg(direction == Qt::RightToLeft ? QStringLiteral(", right to left") : QString());
    }
};

const std::vector<Look> looks{{{1440, 900}, 1.0, Qt::LeftToRight}, {{1024, 768}, 1.0, Qt::LeftToRight},
    {{1024, 768}, 2.0, Qt::LeftToRight}, {{1440, 900}, 3.0, Qt::LeftToRight}, {{1440, 900}, 1.0, Qt::RightToLeft},
    {{1024, 768}, 2.0, Qt::RightToLeft}};

void settle()
{
    for (int i = 0; i < 5; ++i) { // heights for widths, and what follows of them
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
    }
}

} // namespace

/// In a language whose texts are longer by 40 %, at all sizes of text, from left to right and back: nothing is cut.
class TestFits : public QObject
{
    Q_OBJECT

    QTemporaryDir folder_;

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("HOME", folder_.path().toLocal8Bit());
        qputenv("XDG_CONFIG_HOME", folder_.path().toLocal8Bit());
        qputenv("XDG_STATE_HOME", folder_.path().toLocal8Bit());
        qputenv("XDG_DATA_HOME", folder_.path().toLocal8Bit());
        speak(QStringLiteral("qps"));
    }

    void cleanup() { QGuiApplication::setLayoutDirection(Qt::LeftToRight); }

    void aTextWithoutRoomIsFound()
    {
        QWidget window;
        window.resize(300, 200);
        auto *label = new QLabel(QStringLiteral("A label with some words"), &window);
        label->setGeometry(10, 10, 250, 30);
        window.show();
        QCOMPARE(cutOff(window), QStringList());
        label->resize(60, 30);
        QCOMPARE(cutOff(window).size(), 1);
        label->setGeometry(200, 10, 250, 30);
        QCOMPARE(cutOff(window).size(), 1);
    }

    void aNewWindowLeavesRoomForItsTitleBar()
    {
        const Window window(*findLesson(QStringLiteral("sequential-vs-parallel")), lessons(), ThemeChoice::Light);
        const int titleBar = window.style()->pixelMetric(QStyle::PM_TitleBarHeight);
        QVERIFY(titleBar > 0);
        QVERIFY(window.height() + titleBar <= window.screen()->availableSize().height());
    }

    void nothingOfALessonIsCut_data() { test::addEachLesson(); }

    void nothingOfALessonIsCut()
    {
        QFETCH(QString, id);
        OpenWindow open(*findLesson(id), lessons());
        QStringList found;
        const auto look = [&](const QString &when, const std::vector<Look> &chosen) {
            for (const Look &look : chosen) {
                QGuiApplication::setLayoutDirection(look.direction);
                open.window.settings().setTextScale(look.scale);
                open.window.resize(look.size);
                settle();
                if (const QSize size = open.window.size(); size != look.size)
                    found << QStringLiteral("%1, %2: the window is %3×%4")
                                 .arg(when, look.text())
                                 .arg(size.width())
                                 .arg(size.height());
                for (const QString &cut : cutOffForGood(open.window))
                    found << QStringLiteral("%1, %2: %3").arg(when, look.text(), cut);
            }
        };
        look(QStringLiteral("before"), {looks[0], looks[2], looks[3]});
        open.window.session().setClock(ClockKind::Virtual);
        QSignalSpy finished(&open.window.session(), &Session::runFinished);
        open.window.session().run();
        QTRY_VERIFY_WITH_TIMEOUT(finished.count() > 0, 30'000);
        look(QStringLiteral("after"), looks);
        for (const QString &text : found) // all of them, which the line of a failure has no room for
            qWarning().noquote() << text;
        QVERIFY2(found.isEmpty(), qPrintable(QStringLiteral("%1 are cut").arg(found.size())));
    }

    /// Whatever an action of the window opens.
    void nothingOfADialogIsCut()
    {
        OpenWindow open;
        QSignalSpy finished(&open.window.session(), &Session::runFinished);
        open.window.session().setClock(ClockKind::Virtual);
        open.window.session().run();
        QTRY_VERIFY_WITH_TIMEOUT(finished.count() > 0, 30'000);
        QStringList found;
        int opened = 0;
        for (const Look &look : {looks[0], looks[2], looks[4]}) {
            QGuiApplication::setLayoutDirection(look.direction);
            open.window.settings().setTextScale(look.scale);
            settle();
            QTimer watch;
            connect(&watch, &QTimer::timeout, this, [&] {
                QWidget *top
                    = QApplication::activePopupWidget() ? QApplication::activePopupWidget() : QApplication::activeModalWidget();
                if (!top)
                    return;
                ++opened;
                if (QByteArray(top->metaObject()->className()).startsWith("awaitscope::")) {
                    watch.stop(); // while the loop turns
                    for (const QString &cut : cutOffForGood(*top))
                        found << look.text() + QStringLiteral(": ") + cut;
                    watch.start();
                }
                top->close();
            });
            watch.start(30);
            for (QAction *action : open.window.listedActions()) {
                if (action->isEnabled()
                    && (actionGroup(*action) == ActionGroup::Files || actionGroup(*action) == ActionGroup::Window))
                    action->trigger();
                QCoreApplication::processEvents();
                if (!open.window.isVisible())
                    open.window.show();
            }
        }
        QVERIFY2(opened >= 9, qPrintable(QString::number(opened)));
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

    void theWindowMirrorsAndTimeDoesNot()
    {
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
        OpenWindow open;
        QSignalSpy finished(&open.window.session(), &Session::runFinished);
        open.window.session().setClock(ClockKind::Virtual);
        open.window.session().run();
        QTRY_VERIFY_WITH_TIMEOUT(finished.count() > 0, 30'000);
        settle();
        const auto left = [&open](QWidget *widget) { return widget->mapTo(&open.window, QPoint()).x(); };
        QVERIFY(left(open.window.sidebar()) > left(open.window.timeline()));
        QVERIFY(left(open.window.code()) > left(open.window.timeline()));
        QVERIFY(left(open.find<QPushButton>("run")) < left(open.window.code()));
        // Later is to the right: by the slider, by its keys, and on the axis.
        TransportBar *transport = open.window.transport();
        Slider *slider = transport->findChild<Slider *>();
        QVERIFY(left(transport->findChild<QWidget *>("first")) < left(transport->findChild<QWidget *>("last")));
        const auto timeAt = [&](int x) {
            QTest::mouseClick(slider, Qt::LeftButton, {}, QPoint(x, slider->height() / 2));
            return open.window.session().playback().moment().time;
        };
        QVERIFY(timeAt(slider->width() / 4) < timeAt(slider->width() * 3 / 4));
        Slider *wait = open.window.parameters()->row("getUser")->slider();
        const int before = wait->value();
        QTest::keyClick(wait, Qt::Key_Right);
        QVERIFY(wait->value() > before);
        QVERIFY(open.window.timeline()->layoutDirection() == Qt::LeftToRight);
        // A line of code begins at its left.
        QVERIFY(open.window.code()->codeView()->layoutDirection() == Qt::LeftToRight);
    }

    void theTextSizeIsAppliedAtOnce()
    {
        OpenWindow open;
        const int before = open.find<QPushButton>("run")->fontMetrics().height();
        open.window.settings().setTextScale(2.0);
        settle();
        const int after = open.find<QPushButton>("run")->fontMetrics().height();
        QVERIFY2(after > before * 1.8 && after < before * 2.2, qPrintable(QString::number(after)));
    }
};

QTEST_MAIN(TestFits)
#include "tst_fits.moc"
