// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/cut/generated_source.h"
#include "lessons/catalog/cut/lesson_cut.h"
#include "lessons/catalog/cut/source_mask.h"

#include <QTest>

using namespace awaitscope;

namespace {

const QString goodSource = QStringLiteral(R"cpp(#include <x>
int hidden() { return 1; }
//! [shared]
Task<int> first(Scope &scope, int id)
{
    co_await sleep(scope, 3);
    co_return id;
}
//! [shared]

//! [a]

    Task<int> second(Scope &scope)
    {
        auto [x, y] = co_await gather(
            scope.spawn(first, 1),
            scope.spawn(first, 2));
        for (int i = 0; i < 3;
             ++i) {
            co_await sleep(scope, 1);
        }
        co_return x + y;
    }
//! [a]
)cpp");

QString describe(const std::vector<SourceFunction> &functions)
{
    QStringList all;
    for (const SourceFunction &function : functions) {
        QStringList statements;
        for (const LineRange &statement : function.statements)
            statements.append(QStringLiteral("%1-%2").arg(statement.first).arg(statement.last));
        all.append(QStringLiteral("%1 %2-%3: %4")
                       .arg(function.name)
                       .arg(function.lines.first)
                       .arg(function.lines.last)
                       .arg(statements.join(u' ')));
    }
    return all.join(QLatin1String("; "));
}

} // namespace

class TestCut : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutsBlocksAndFunctions()
    {
        const SourceMap map = cut::cutSource(goodSource, QStringLiteral("lessons/l.cpp"), {QStringLiteral("a")});
        QCOMPARE(map.file, QStringLiteral("lessons/l.cpp"));
        QCOMPARE(map.blocks.size(), std::size_t(2));
        QCOMPARE(map.blocks[0].id, QStringLiteral("shared"));
        QCOMPARE(map.blocks[0].firstLine, 4);
        QCOMPARE(map.blocks[0].lines.size(), 5);
        QCOMPARE(map.blocks[1].firstLine, 13); // the blank line at the begin is left out
        QCOMPARE(map.blocks[1].lines.first(), QStringLiteral("Task<int> second(Scope &scope)")); // and the common indentation
        QCOMPARE(map.blocks[1].lines[2], QStringLiteral("    auto [x, y] = co_await gather("));
        QCOMPARE(describe(map.functions), QStringLiteral("first 4-8: 6-6 7-7; second 13-23: 15-17 18-19 20-20 22-22"));
    }

    void resolvesWhatTheCompilerReports()
    {
        const SourceMap map = cut::cutSource(goodSource, QStringLiteral("l.cpp"), {QStringLiteral("a")});
        QCOMPARE(map.statementAt(17), (LineRange{15, 17})); // a statement is reported by its last line
        QCOMPARE(map.functionAt(23)->name, QStringLiteral("second")); // a function by its closing brace
        QCOMPARE(map.functionAt(8)->name, QStringLiteral("first"));
        QVERIFY(!map.functionAt(2));
        QCOMPARE(map.blockAt(17)->id, QStringLiteral("a"));
    }

    void whatIsSharedMayStandInSeveralCuts()
    {
        const SourceMap map = cut::cutSource(QStringLiteral("//! [shared]\nint x;\n//! [shared]\nint y;\n//! [a]\nint z;\n"
                                                            "//! [a]\n//! [shared]\nint w;\n//! [shared]\n"),
            QStringLiteral("l.cpp"), {QStringLiteral("a")});
        QCOMPARE(map.blocks.size(), std::size_t(3));
        QCOMPARE(map.blocks[0].lines, QStringList("int x;"));
        QCOMPARE(map.blocks[2].id, QStringLiteral("shared"));
        QCOMPARE(map.blocks[2].firstLine, 9);
    }

    void findsTheStatementsInALoopOverAGenerator()
    {
        const QString source
            = QStringLiteral("//! [a]\nTask<void> f(Scope &scope)\n{\n    QCORO_FOREACH(int row, rows(scope)) {\n"
                             "        co_await use(scope, row);\n    }\n}\n//! [a]\n");
        const SourceMap map = cut::cutSource(source, QStringLiteral("l.cpp"), {QStringLiteral("a")});
        QCOMPARE(describe(map.functions), QStringLiteral("f 2-7: 4-4 5-5"));
    }

    void refusesBrokenMarkers_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("says");
        QTest::newRow("no end") << "//! [a]\nint x;\n" << 1 << "no end";
        QTest::newRow("unknown id") << "\n//! [b]\nint x;\n//! [b]\n" << 2 << "names no variant";
        QTest::newRow("nested") << "//! [a]\nint x;\n//! [shared]\nint y;\n//! [shared]\n//! [a]\n" << 3 << "inside the cut";
        QTest::newRow("crossed") << "//! [a]\nint x;\n//! [shared]\n//! [a]\n//! [shared]\n" << 3 << "inside the cut";
        QTest::newRow("twice") << "//! [a]\nint x;\n//! [a]\n//! [a]\nint y;\n//! [a]\n" << 4 << "second time";
        QTest::newRow("empty") << "//! [a]\n\n   \n//! [a]\n" << 1 << "is empty";
        QTest::newRow("nothing inside") << "//! [a]\n//! [a]\n" << 1 << "is empty";
        QTest::newRow("no brackets") << "int x;\n//! a\n" << 2 << "is no marker";
        QTest::newRow("no blank") << "//![a]\nint x;\n//![a]\n" << 1 << "is no marker";
        QTest::newRow("empty id") << "//! []\nint x;\n//! []\n" << 1 << "is no marker";
        QTest::newRow("text behind") << "//! [a] begin\nint x;\n//! [a]\n" << 1 << "is no marker";
        QTest::newRow("borrowed twice") << "//! [a] borrowed\n//! [a] borrowed\n" << 2 << "second time";
        QTest::newRow("borrowed inside a cut") << "//! [a]\nint x;\n//! [a] borrowed\n" << 3 << "inside the cut";
        QTest::newRow("borrowed as another") << "//! [b] borrowed\n" << 1 << "names no variant";
        QTest::newRow("missing variant") << "//! [shared]\nint x;\n//! [shared]\n" << 4 << "has no cut";
        QTest::newRow("open brace") << "//! [a]\nvoid f()\n{\n//! [a]\n}\n" << 3 << "has no end";
        QTest::newRow("closing brace") << "void f() {\n//! [a]\nint x; }\n//! [a]\n" << 3 << "has no begin";
    }
    void refusesBrokenMarkers()
    {
        QFETCH(QString, source);
        QFETCH(int, line);
        QFETCH(QString, says);
        int at = 0;
        QString sentence;
        try {
            cut::cutSource(source, QStringLiteral("l.cpp"), {QStringLiteral("a")});
        } catch (const cut::CutError &error) {
            at = error.line;
            sentence = error.sentence;
        }
        QVERIFY2(sentence.contains(says), qPrintable(sentence));
        QCOMPARE(at, line);
    }

    void borrowedCodeIsNoCut()
    {
        const QString source = QStringLiteral("int x;\n    //! [a] borrowed\nint y;\n//! [b]\nint z;\n//! [b]\n");
        const SourceMap map = cut::cutSource(source, QStringLiteral("l.cpp"), {QStringLiteral("a"), QStringLiteral("b")});
        QCOMPARE(map.blocks.size(), std::size_t(1));
        QCOMPARE(map.blocks[0].id, QStringLiteral("b"));
    }

    void takesNoMarkerOutOfAStringOrComment()
    {
        const QString source
            = QStringLiteral("//! [a]\nauto s = R\"(\n//! [b]\n)\";\n/*\n//! [c]\n*/\nint f() { return 1; }\n//! [a]\n");
        const SourceMap map = cut::cutSource(source, QStringLiteral("l.cpp"), {QStringLiteral("a")});
        QCOMPARE(map.blocks.size(), std::size_t(1));
        QCOMPARE(map.blocks[0].lines.size(), 7);
    }

    void masks_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("masked");
        QTest::newRow("string") << "f(\"a;{\\\"}\");"
                                << "f(\"      \");";
        QTest::newRow("character") << "f('{', '\\'');"
                                   << "f(' ', '  ');";
        QTest::newRow("digit separator") << "x = 1'000'000; {"
                                         << "x = 1'000'000; {";
        QTest::newRow("hexadecimal separator") << "x = 0xa'b; {"
                                               << "x = 0xa'b; {";
        QTest::newRow("line comment") << "a; // {\nb;"
                                      << "a;     \nb;";
        QTest::newRow("continued comment") << "a; // {\\\n}\nb;"
                                           << "a;      \n \nb;";
        QTest::newRow("block comment") << "a /* ; \n } */ b;"
                                       << "a      \n      b;";
        QTest::newRow("raw string") << "f(R\"x(;)\" {)x\");"
                                    << "f(R\"         \");";
        QTest::newRow("prefixed raw string") << "f(u8R\"(\")\");"
                                             << "f(u8R\"   \");";
        QTest::newRow("preprocessor") << "#define X {\\\n  {\nint y;"
                                      << "            \n   \nint y;";
        QTest::newRow("prefixed character") << "f(u'{');"
                                            << "f(u' ');";
    }
    void masks()
    {
        QFETCH(QString, source);
        QFETCH(QString, masked);
        QCOMPARE(cut::maskSource(source).text, masked);
    }

    void scansFunctions_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("found");
        QTest::newRow("lambda") << "void f()\n{\n    auto g = [](int x) -> int {\n        return x;\n    };\n    g(1);\n}"
                                << "f 1-7: 3-5 6-6; g 3-5: 4-4";
        QTest::newRow("lambda as argument") << "void f()\n{\n    run([&] {\n        work();\n    }, 2);\n}"
                                            << "f 1-6: 3-5; lambda 3-5: 4-4";
        QTest::newRow("capture with initialiser")
            << "void f()\n{\n    auto g = [x = Y{1}]() mutable noexcept {\n        x();\n    };\n}"
            << "f 1-6: 3-5; g 3-5: 4-4";
        QTest::newRow("braced values") << "P f()\n{\n    auto p = P{\n        1, 2};\n    co_return P{p};\n}"
                                       << "f 1-6: 3-4 5-5";
        QTest::newRow("branches")
            << "void f()\n{\n    if (a &&\n        b) {\n        c();\n    } else {\n        d();\n    }\n    e();\n}"
            << "f 1-10: 3-4 5-5 6-6 7-7 9-9";
        QTest::newRow("try") << "void f()\n{\n    try {\n        g();\n    } catch (const E &e) {\n        h();\n    }\n}"
                             << "f 1-8: 3-3 4-4 5-5 6-6";
        QTest::newRow("struct with members") << "struct S {\n    int x = 1;\n    int y{2};\n    int get() const\n    {\n        "
                                                "return x;\n    }\n};\nint g() { return 1; }"
                                             << "get 4-7: 6-6; g 9-9: 9-9";
        QTest::newRow("namespace and template") << "namespace n {\ntemplate<class T> T make(T x)\n{\n    return x;\n}\n}"
                                                << "make 2-5: 4-4";
        QTest::newRow("member outside") << "S::S(int x) : a(x), b(x)\n{\n    go();\n}"
                                        << "S 1-4: 3-3";
        QTest::newRow("attribute and trailing type") << "[[nodiscard]] auto f(int) noexcept -> Task<int>\n{\n    co_return 1;\n}"
                                                     << "f 1-4: 3-3";
        QTest::newRow("lambda variable") << "const auto f = [](int x) {\n    return x;\n};\nint g();"
                                         << "f 1-3: 2-2";
        QTest::newRow("declaration only") << "int f(int x);\nint y[] = {1, 2};\nenum class E { A, B };"
                                          << "";
        QTest::newRow("subscript is no lambda") << "void f()\n{\n    a[1] = {1};\n    b[x](y);\n}"
                                                << "f 1-5: 3-3 4-4";
        QTest::newRow("a function behind one that assigns") << "void f()\n{\n    int a = 1;\n}\nvoid g()\n{\n    h();\n}"
                                                            << "f 1-4: 3-3; g 5-8: 7-7";
        QTest::newRow("switch") << "void f()\n{\n    switch (x) {\n    case 1: {\n        g();\n    }\n    }\n}"
                                << "f 1-8: 3-3 4-4 5-5";
    }
    void scansFunctions()
    {
        QFETCH(QString, source);
        QFETCH(QString, found);
        QCOMPARE(describe(cut::scanFunctions(cut::maskSource(source).text, 1)), found);
    }

    void generatesLiteralsThatSurvive()
    {
        SourceMap map;
        map.file = QStringLiteral("l.cpp");
        map.blocks.push_back({QStringLiteral("a"), 3,
            {QStringLiteral("f(\"\\n?"
                            "?=\"); // é1")}});
        const QByteArray generated
            = cut::generateLesson(QStringLiteral("a-b"), QStringLiteral("pitfalls"), QStringLiteral("x\ny"), map);
        QVERIFY(generated.contains("f(\\\"\\\\n\\?\\?=\\\"); // \\303\\2511"));
        QVERIFY(generated.contains("LessonFolder lessonFolder_a_b()"));
        QVERIFY(generated.contains("LessonGroup::Pitfalls"));
        QVERIFY(generated.contains("namespace awaitscope::lesson_a_b {"));
        QVERIFY(generated.contains("\"x\\n\"\n    \"y\""));
    }
};

QTEST_GUILESS_MAIN(TestCut)
#include "tst_cut.moc"
