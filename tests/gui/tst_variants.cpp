// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/code_marks.h"
#include "tests/gui/window_fixture.h"

using namespace awaitscope;
using awaitscope::test::OpenWindow;

/// Lessons with more variants than stand in one line.
class TestVariants : public QObject
{
    Q_OBJECT

    static const Lesson &timeouts() { return *findLesson(QStringLiteral("timeouts")); }

    /// What is wrong with the chips; empty where nothing is.
    static QString fault(const OpenWindow &open)
    {
        QRect before;
        for (const VariantSpec &variant : timeouts().definition.variants) {
            const QPushButton *chip = open.window.parameters()->chip(variant.id);
            const QRect place(chip->mapTo(open.window.parameters(), QPoint()), chip->size());
            if (!open.window.parameters()->rect().contains(place))
                return chip->text() + " leaves the panel";
            if (chip->width() < chip->fontMetrics().horizontalAdvance(chip->text()) + chip->iconSize().width())
                return chip->text() + " is cut";
            if (before.intersects(place))
                return chip->text() + " overlaps";
            before = place;
        }
        return {};
    }

private Q_SLOTS:
    void sevenChipsAreWhole_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("points");
        QTest::newRow("1280x800") << QSize(1280, 800) << 10;
        QTest::newRow("1440x900") << QSize(1440, 900) << 10;
        QTest::newRow("1440x900, letters of 200 %") << QSize(1440, 900) << 20;
        QTest::newRow("1280x800, letters of 200 %") << QSize(1280, 800) << 20;
    }

    void sevenChipsAreWhole()
    {
        QFETCH(QSize, size);
        QFETCH(int, points);
        const QFont before = QApplication::font();
        QFont font = before;
        font.setPointSize(points);
        QApplication::setFont(font);
        {
            OpenWindow open(timeouts(), lessons());
            open.window.resize(size);
            QTRY_COMPARE(fault(open), QString());
            for (const VariantSpec &variant : timeouts().definition.variants)
                open.window.session().choose(variant.id, true);
            open.window.session().setClock(ClockKind::Virtual);
            open.runToEnd();
            QTRY_COMPARE(fault(open), QString());
            QCOMPARE(open.window.timeline()->model().groups.size(), std::size_t(7));
            if (points == 10)
                QVERIFY2(open.window.timeline()->height() > 240, qPrintable(QString::number(open.window.timeline()->height())));
        }
        QApplication::setFont(before);
    }

    void lettersFollowWhatIsShown()
    {
        OpenWindow open(timeouts(), lessons());
        Session &session = open.window.session();
        const QStringList shown = session.chosenVariants();
        QVERIFY(shown.size() > 1 && shown.size() < 7);
        const auto said = [&](const QString &id) { return open.window.parameters()->chip(id)->accessibleDescription(); };
        const auto check = [&] {
            const QStringList now = session.chosenVariants();
            for (const VariantSpec &variant : timeouts().definition.variants) {
                const qsizetype at = now.indexOf(variant.id);
                const QString expected = at < 0 ? QString("Not shown") : QString("Shown as %1").arg(QChar(char16_t(u'A' + at)));
                QVERIFY2(said(variant.id).startsWith(expected), qPrintable(variant.id + ": " + said(variant.id)));
            }
            const auto &groups = open.window.timeline()->model().groups;
            QCOMPARE(groups.size(), static_cast<std::size_t>(now.size()));
            for (std::size_t i = 0; i < groups.size(); ++i)
                QCOMPARE(groups[i].title, session.lesson().text.variantTitles.value(now[static_cast<qsizetype>(i)]));
        };
        check();
        // By the keyboard: one that stands before all others takes their letters.
        QPushButton *first = open.window.parameters()->chip("met");
        const int width = first->width();
        first->setFocus();
        QTest::keyClick(first, Qt::Key_Space);
        check();
        QCOMPARE(said("met"), QString("Shown as A"));
        QCoreApplication::processEvents();
        QCOMPARE(first->width(), width); // so that the others stay where they are
        // By the mouse.
        QTest::mouseClick(first, Qt::LeftButton);
        check();
        QCOMPARE(session.chosenVariants(), shown);
    }

    void sentencesAboutVariantsThatWereNotPlayedAreLeftOut()
    {
        OpenWindow open;
        Session &session = open.window.session();
        const QString text = QStringLiteral("A took {sequential.duration}. B took {gather.duration}. So it goes … on.");
        open.runToEnd();
        QVERIFY2(session.filled(text).contains("B took"), qPrintable(session.filled(text)));
        QVERIFY(session.choose("gather", false));
        QTRY_COMPARE(session.latest()->variants.size(), std::size_t(1));
        const QString said = session.filled(text);
        QVERIFY2(
            said.startsWith("A took ") && !said.contains("B took") && said.endsWith("ms. So it goes … on."), qPrintable(said));
        QVERIFY(session.filled("B took {gather.duration}.").contains(u'…')); // there is nothing else to say
    }

    void whatExistsOnTheRealClockOnlyCannotBeChosenOnTheVirtualOne()
    {
        OpenWindow open(*findLesson(u"testing-coroutines"), lessons());
        Session &session = open.window.session();
        QPushButton *chip = open.window.parameters()->chip(QStringLiteral("real-clock"));
        QVERIFY(chip->isEnabled());
        session.setClock(ClockKind::Virtual);
        QVERIFY(!chip->isEnabled());
        QVERIFY2(chip->toolTip().contains(QLatin1String("Exists only on the real clock.")), qPrintable(chip->toolTip()));
        QCOMPARE(session.chosenVariants(), QStringList("virtual-clock"));
        open.runToEnd();
        QCOMPARE(open.window.timeline()->model().groups.size(), std::size_t(1));
        QVERIFY(open.window.timeline()->model().groups[0].title.contains(QLatin1String("virtual")));
        session.setClock(ClockKind::Real);
        QVERIFY(chip->isEnabled());
        QCOMPARE(session.chosenVariants().size(), qsizetype(2));
    }

    void theCodeFollows()
    {
        OpenWindow open(timeouts(), lessons());
        Session &session = open.window.session();
        const QStringList shown = session.shownVariants();
        std::vector<ShownCode> codes;
        for (const QString &variant : shown)
            codes.push_back(session.lesson().shownCode(variant));
        const auto sections = codeSections(codes, session.playback().subjects());
        QVERIFY(sections.size() >= static_cast<std::size_t>(shown.size()));
        for (qsizetype i = 0; i < shown.size(); ++i)
            QVERIFY(sections[static_cast<std::size_t>(i)].caption.startsWith(QChar(char16_t(u'A' + i))));
    }
};

QTEST_MAIN(TestVariants)
#include "tst_variants.moc"
