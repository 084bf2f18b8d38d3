// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/window_fixture.h"

#include "app/gui/style.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QListWidget>

using namespace awaitscope;
using awaitscope::test::OpenWindow;

namespace {

void type(QLineEdit *field, const QString &text)
{
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, text);
    QTest::keyClick(field, Qt::Key_Return);
}

} // namespace

class TestSettings : public QObject
{
    Q_OBJECT

    /// The first text that its button or label has no room for; empty where there is none.
    static QString cutOff(const OpenWindow &open)
    {
        for (const QPushButton *button : open.window.findChildren<QPushButton *>()) {
            const bool fits = button->width() >= button->fontMetrics().horizontalAdvance(button->text());
            if (button->isVisible() && !fits)
                return button->text();
        }
        for (const QLabel *label : open.window.findChildren<QLabel *>()) {
            const bool shown = label->isVisible() && label->wordWrap() && !label->visibleRegion().isEmpty();
            if (shown && label->height() < label->heightForWidth(label->width()) - 1)
                return label->text();
        }
        return {};
    }

private Q_SLOTS:
    void wrongTextIsShownWhereItArose_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"fast", "-5ms", "99999s", "", "12 parsecs", "1e400"})
            QTest::newRow(text) << text;
    }

    void wrongTextIsShownWhereItArose()
    {
        QFETCH(QString, text);
        OpenWindow open;
        ValueRow *row = open.window.parameters()->row("getUser");
        const QString before = open.window.session().parameters().text(u"getUser");
        ParameterSet reference = open.window.session().parameters();
        const auto refused = reference.setText(u"getUser", QString(text).remove(' '));
        QVERIFY(!refused.ok());
        type(row->field(), text.isEmpty() ? QString(" ") : text);
        QVERIFY(row->problem().size() > 10);
        if (!text.isEmpty())
            QCOMPARE(row->problem(), refused.problem().sentence);
        QCOMPARE(open.window.session().parameters().text(u"getUser"), before);
        QTest::keyClick(row->field(), Qt::Key_Escape);
        QVERIFY(row->problem().isEmpty());
        QCOMPARE(QString(row->field()->text()).remove(' '), before);
    }

    void goodTextIsTaken()
    {
        OpenWindow open;
        ValueRow *row = open.window.parameters()->row("getUser");
        type(row->field(), "0.3s");
        QCOMPARE(open.window.session().parameters().duration(u"getUser"), Ns(std::chrono::milliseconds(300)));
        QVERIFY(row->problem().isEmpty());
        QCOMPARE(row->field()->text(), QString("300 ms"));
    }

    void aSliderKeepsItsKeys()
    {
        OpenWindow open;
        open.runToEnd();
        const std::size_t step = open.window.session().playback().moment().step;
        Slider *slider = open.window.parameters()->row("getUser")->slider();
        const Ns before = open.window.session().parameters().duration(u"getUser");
        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_Right);
        QVERIFY(open.window.session().parameters().duration(u"getUser") > before);
        QCOMPARE(open.window.session().playback().moment().step, step);
    }

    void aFieldKeepsItsLetters()
    {
        OpenWindow open(*findLesson(u"missing-await"), lessons());
        open.key(Qt::Key_K, Qt::ControlModifier);
        QLineEdit *filter = open.window.sidebar()->filter();
        QCOMPARE(open.window.focusWidget(), filter);
        QTest::keyClicks(filter, "w 1?");
        QCOMPARE(filter->text(), QString("w 1?"));
        QVERIFY(!open.window.session().isRunning());
        QCOMPARE(open.window.session().answered(), -1);
    }

    void closingWithHalfTypedTextIsNoTrouble()
    {
        auto open = std::make_unique<OpenWindow>();
        QLineEdit *field = open->window.parameters()->row("getUser")->field();
        field->setFocus();
        QTest::keyClicks(field, "7");
        open->window.close();
        open.reset();
    }

    void theFilterLeavesWhatFits()
    {
        OpenWindow open;
        open.window.sidebar()->filter()->setText("parallel");
        QCOMPARE(open.window.sidebar()->shown(), QStringList{"sequential-vs-parallel"});
        open.window.sidebar()->filter()->setText("no such lesson");
        QVERIFY(open.window.sidebar()->shown().isEmpty());
    }

    void aChangeRunsAgainOnceTheLessonHasRun()
    {
        OpenWindow open;
        Session &session = open.window.session();
        open.set("getUser", "35ms");
        QVERIFY(!session.isOutdated());
        QVERIFY(!session.isRunning());
        open.runToEnd();
        QSignalSpy finished(&session, &Session::runFinished);
        open.set("getUser", "30ms");
        QVERIFY(session.isOutdated());
        QVERIFY(open.window.header()->status().contains("changed"));
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY(!session.isOutdated());
        QCOMPARE(session.latest()->parameters.text(u"getUser"), QString("30ms"));
        QVERIFY(open.window.header()->status().isEmpty());
    }

    void theLastVariantStaysOn()
    {
        OpenWindow open;
        Session &session = open.window.session();
        const QStringList all = session.chosenVariants();
        QVERIFY(all.size() > 1);
        for (const QString &id : all)
            QTest::mouseClick(open.window.parameters()->chip(id), Qt::LeftButton);
        QCOMPARE(session.chosenVariants(), QStringList{all.last()});
        QVERIFY(open.window.parameters()->chip(all.last())->isChecked());
    }

    void anUnavailableVariantSaysWhy()
    {
        OpenWindow open;
        QPushButton *chip = open.window.parameters()->chip("chain");
        QVERIFY(!chip->isEnabled());
        QVERIFY(chip->toolTip().contains("logs need the user"));
        QVERIFY(open.window.session().setParameter("logsNeedUser", 1).ok());
        QVERIFY(chip->isEnabled());
    }

    void theVirtualClockGivesTheSameNumbers()
    {
        OpenWindow open(false);
        open.window.session().setClock(ClockKind::Virtual);
        open.runToEnd();
        const Run &run = *open.window.session().latest();
        QCOMPARE(run.clock, ClockKind::Virtual);
        QCOMPARE(run.variant(u"sequential")->trace->duration(), Ns(std::chrono::milliseconds(406)));
        QCOMPARE(open.window.session().playback().length(), Ns(std::chrono::milliseconds(406)));
    }

    void theColoursCanBeChosen()
    {
        OpenWindow open;
        for (const auto &[choice, kind] :
            {std::pair(ThemeChoice::Dark, ThemeKind::Dark), std::pair(ThemeChoice::Light, ThemeKind::Light)}) {
            open.window.setThemeChoice(choice);
            QCOMPARE(open.window.themeKind(), kind);
            const QImage image = open.window.grab().toImage();
            QCOMPARE(image.pixelColor(open.window.width() - 5, 5), theme(kind).window);
        }
        open.window.setThemeChoice(ThemeChoice::System);
        QCOMPARE(open.window.themeKind(), desktopTheme());
        open.key(Qt::Key_T, Qt::ControlModifier);
        QCOMPARE(open.window.themeKind(), ThemeKind::Light);
    }

    void followsTheDesktopsColours()
    {
        const QPalette before = QApplication::palette();
        OpenWindow open;
        open.window.setThemeChoice(ThemeChoice::System);
        QPalette dark = before;
        dark.setColor(QPalette::Window, Qt::black);
        dark.setColor(QPalette::WindowText, Qt::white);
        QApplication::setPalette(dark);
        QTRY_COMPARE(open.window.themeKind(), ThemeKind::Dark);
        QApplication::setPalette(before);
        QTRY_COMPARE(open.window.themeKind(), ThemeKind::Light);
    }

    void copiesThePicture()
    {
        OpenWindow open;
        QGuiApplication::clipboard()->clear();
        open.key(Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QGuiApplication::clipboard()->image().isNull());
        QVERIFY(open.window.header()->status().contains("Run the lesson"));
        open.runToEnd();
        open.key(Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QGuiApplication::clipboard()->image().width() > 1000);
    }

    void nothingIsCutOff_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("640x360, a third of 1920x1080") << QSize(640, 360);
        QTest::newRow("960x540, half of 1920x1080") << QSize(960, 540);
        QTest::newRow("1280x720") << QSize(1280, 720);
        QTest::newRow("1440x900") << QSize(1440, 900);
        QTest::newRow("1920x1080") << QSize(1920, 1080);
    }

    void nothingIsCutOff()
    {
        QFETCH(QSize, size);
        OpenWindow open;
        open.window.resize(size);
        open.runToEnd();
        QTRY_COMPARE(cutOff(open), QString()); // the layout settles within a few turns of the loop
        QVERIFY(open.window.timeline()->width() > 400);
        const auto inWindow = [&open](QWidget *widget) {
            return open.window.rect().contains(QRect(widget->mapTo(&open.window, QPoint()), widget->size()));
        };
        QVERIFY(inWindow(open.find<QPushButton>("run")));
        if (size.width() >= 1280)
            QVERIFY(inWindow(open.window.transport()));
    }

    void everyControlHasANameForAssistiveTechnology()
    {
        OpenWindow open;
        open.runToEnd();
        for (QWidget *widget : open.window.findChildren<QWidget *>()) {
            if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus) || widget == open.window.timeline())
                continue;
            QAccessibleInterface *item = QAccessible::queryAccessibleInterface(widget);
            QVERIFY(item);
            QVERIFY2(!item->text(QAccessible::Name).isEmpty(),
                qPrintable(widget->metaObject()->className() + (": " + widget->objectName())));
        }
    }
};

QTEST_MAIN(TestSettings)
#include "tst_settings.moc"
