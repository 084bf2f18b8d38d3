// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/code/code_view.h"
#include "widgets/theme/theme.h"

#include <QImage>
#include <QScrollBar>
#include <QTest>

using namespace awaitscope;

namespace {

CodeSection section()
{
    CodeSection result;
    result.caption = "A Sequential";
    result.firstLine = 21;
    result.lines = QStringList{"QCoro::Task<Profile> loadSequential(Scope &scope, int id)", "{",
        "    const auto user = co_await getUser(scope, id);", "    auto [user, logs] = co_await gather(",
        "        scope.spawn(getUserLogs, id));", "}"};
    for (int i = 0; i < 40; ++i)
        result.lines.append(QStringLiteral("int line%1;").arg(i));
    result.statements = {{23, 23}, {24, 25}};
    result.longestNote = "threw at 120 ms";
    return result;
}

CodeMark mark(
    int first, int last, MarkedStatement::Kind kind = MarkedStatement::Kind::Suspended, const QString &note = "suspended")
{
    return {{first, last}, kind, note};
}

bool shows(const QImage &image, const QRectF &area, const QColor &color)
{
    for (int y = static_cast<int>(area.top()); y < static_cast<int>(area.bottom()); ++y) {
        for (int x = static_cast<int>(area.left()); x < static_cast<int>(area.right()); ++x) {
            if (image.valid(x, y) && image.pixelColor(x, y).rgb() == color.rgb())
                return true;
        }
    }
    return false;
}

} // namespace

class TestCodeView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWholeStatementIsMarked()
    {
        CodeView view;
        view.resize(640, 480);
        view.setSections({section()}, CodeLanguage::Cpp);
        view.setMarks({mark(24, 25)}, false);
        const QImage image = view.grab().toImage();
        const Theme &colors = theme(ThemeKind::Light);
        for (int line : {24, 25}) {
            QVERIFY(shows(image, view.lineArea(line), colors.selection));
            QVERIFY(shows(image, QRectF(0, view.lineArea(line).top(), 3, view.lineArea(line).height()), colors.accent));
        }
        for (int line : {23, 26})
            QVERIFY(!shows(image, view.lineArea(line), colors.selection));
        QVERIFY(view.accessibleDescription().contains("suspended"));
    }

    void aFailureHasAnotherColour()
    {
        CodeView view;
        view.resize(640, 480);
        view.setSections({section()}, CodeLanguage::Cpp);
        view.setMarks({mark(23, 23, MarkedStatement::Kind::Threw, "threw at 120 ms")}, false);
        const QImage image = view.grab().toImage();
        QVERIFY(shows(image, QRectF(0, view.lineArea(23).top(), 3, 10), theme(ThemeKind::Light).failed));
    }

    void theNoteNeverCoversTheCode_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<double>("textSize");
        for (int width : {300, 400, 460, 520, 640, 1000})
            QTest::addRow("%d px", width) << width << 13.0;
        QTest::addRow("double size") << 640 << 26.0;
    }

    void theNoteNeverCoversTheCode()
    {
        QFETCH(int, width);
        QFETCH(double, textSize);
        CodeView view;
        view.resize(width, 600);
        view.show();
        view.setTextSize(textSize);
        view.setSections({section()}, CodeLanguage::Cpp);
        for (const CodeMark &statement : {mark(23, 23), mark(24, 25)}) {
            view.setMarks({statement}, false);
            const QRectF note = view.noteArea(statement);
            QVERIFY2(note.width() > 50, "the note is cut off");
            QVERIFY(note.right() <= view.viewport()->width());
            QVERIFY(!note.intersects(view.textArea(statement.lines.last)));
            QVERIFY(view.textArea(statement.lines.last).right() <= view.viewport()->width());
        }
    }

    void longLinesWrapInsteadOfBeingCut()
    {
        CodeView view;
        view.setSections({section()}, CodeLanguage::Cpp);
        const int wide = view.widthWithoutWraps();
        view.show();
        view.resize(wide, 400);
        const double oneRow = view.lineArea(22).height();
        QCOMPARE(view.lineArea(21).height(), oneRow);
        view.resize(wide / 2, 400);
        QVERIFY(view.lineArea(21).height() >= 2 * oneRow);
        QVERIFY(view.heightFor(wide / 2) > view.heightFor(wide));
    }

    void scrollsOnlyWhenNoMarkIsInSight()
    {
        CodeView view;
        view.resize(640, 200);
        view.setSections({section()}, CodeLanguage::Cpp);
        view.show();
        view.setMarks({mark(23, 23)}, true);
        QCOMPARE(view.verticalScrollBar()->value(), 0);
        view.setMarks({mark(60, 60)}, false);
        QCOMPARE(view.verticalScrollBar()->value(), 0);
        view.setMarks({mark(60, 60)}, true);
        const int scrolled = view.verticalScrollBar()->value();
        QVERIFY(scrolled > 0);
        QVERIFY(QRectF(view.viewport()->rect()).contains(view.lineArea(60)));
        view.setMarks({mark(61, 61)}, true);
        QCOMPARE(view.verticalScrollBar()->value(), scrolled);
    }

    void tokens_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<bool>("python");
        QTest::addColumn<QStringList>("found");
        QTest::newRow("co_await") << "auto x = co_await f(12);" << false << QStringList{"k:auto", "k:co_await", "l:12"};
        QTest::newRow("comment") << "f(); // if this" << false << QStringList{"c:// if this"};
        QTest::newRow("string with keyword") << "g(\"return \\\" if\");" << false << QStringList{"l:\"return \\\" if\""};
        QTest::newRow("part of a word") << "iffy(forward, x1);" << false << QStringList{};
        QTest::newRow("open string") << "\"abc" << false << QStringList{"l:\"abc"};
        QTest::newRow("python") << "async def f(): # gather" << true << QStringList{"k:async", "k:def", "c:# gather"};
        QTest::newRow("empty") << "" << true << QStringList{};
    }

    void tokens()
    {
        QFETCH(QString, line);
        QFETCH(bool, python);
        QFETCH(QStringList, found);
        QStringList got;
        for (const TokenSpan &span : tokensOf(line, python ? CodeLanguage::Python : CodeLanguage::Cpp)) {
            const QString kind = span.token == CodeToken::Keyword ? "k:" : span.token == CodeToken::Literal ? "l:" : "c:";
            got.append(kind + line.mid(span.from, span.length));
        }
        QCOMPARE(got, found);
    }
};

QTEST_MAIN(TestCodeView)
#include "tst_code_view.moc"
