// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/window_fixture.h"

using namespace awaitscope;
using namespace awaitscope::test;

namespace {

QPushButton *tab(OpenWindow &open)
{
    for (QPushButton *button : open.window.findChildren<QPushButton *>()) {
        if (button->text() == QStringLiteral("at build time"))
            return button;
    }
    return nullptr;
}

CodeView *view(OpenWindow &open)
{
    for (CodeView *each : open.window.findChildren<CodeView *>()) {
        if (each->accessibleName() == QStringLiteral("What the compiler says"))
            return each;
    }
    return nullptr;
}

} // namespace

/// What the compiler says, where a lesson shows that.
class TestBuildTime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTabIsThereForALessonThatHasIt()
    {
        OpenWindow open(*findLesson(u"missing-await"), lessons());
        QVERIFY(tab(open) && tab(open)->isVisible());
        QVERIFY(!view(open)->isVisible());
        QTest::mouseClick(tab(open), Qt::LeftButton);
        QVERIFY(view(open)->isVisible());
        QCOMPARE(view(open)->sections().size(), findLesson(u"missing-await")->text.buildExamples.size());
    }

    void aMessageStandsBelowItsLine()
    {
        OpenWindow open(*findLesson(u"missing-await"), lessons());
        const std::vector<CodeSection> &sections = view(open)->sections();
        const QStringList &lines = sections.at(0).lines;
        const qsizetype said = lines.indexOf(QStringLiteral("// error: ‘class QCoro::Task<User>’ has no member named ‘name’"));
        QVERIFY(said > 0);
        QVERIFY(lines[said - 1].contains(QStringLiteral("result.name")));
        QCOMPARE(sections.at(0).caption, QStringLiteral("Refused"));
        QCOMPARE(sections.at(2).caption, QStringLiteral("Compiles, with a warning"));
        QCOMPARE(sections.at(2).lines.filter(QStringLiteral("// warning: ")).size(), 1);
    }

    void itGoesWithTheLesson()
    {
        OpenWindow open(*findLesson(u"missing-await"), lessons());
        QTest::mouseClick(tab(open), Qt::LeftButton);
        QVERIFY(view(open)->isVisible());
        open.key(Qt::Key_PageDown, Qt::ControlModifier);
        QTRY_VERIFY(!tab(open)->isVisible());
        QVERIFY(!view(open)->isVisible());
        QVERIFY(open.window.findChild<CodePanel *>()->codeView()->isVisible());
    }
};

QTEST_MAIN(TestBuildTime)
#include "tst_build_time.moc"
