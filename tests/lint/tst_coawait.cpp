// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lint/coawait.h"

#include <QTest>

using namespace awaitscope;

/// No form of co_await that g++ 12.2 breaks is anywhere in the tree; see CONTRIBUTING.md.
class CoAwaitTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tree()
    {
        QStringList wrong;
        int seen = 0;
        for (const SourceFile &file : cppFiles()) {
            wrong << CoAwaitScan(file.path, file.text).findings();
            seen += codeOnly(file.text).contains(QLatin1String("co_await"));
        }
        QVERIFY(seen > 2);
        QVERIFY2(wrong.isEmpty(), qPrintable(QLatin1Char('\n') + wrong.join(QLatin1Char('\n'))));
    }

    void bad_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::newRow("if") << "if (co_await f()) { g(); }";
        QTest::newRow("if, compared") << "if (limit < co_await f()) g();";
        QTest::newRow("if, with init") << "if (auto x = co_await f(); x) g();";
        QTest::newRow("if, after init") << "if (int y = 0; co_await f(y)) g();";
        QTest::newRow("while") << "while (co_await f()) g();";
        QTest::newRow("while, in parentheses") << "while ((co_await f()) > 1) g();";
        QTest::newRow("switch") << "switch (co_await f()) { default: break; }";
        QTest::newRow("for") << "for (int i = 0; i < co_await f(); ++i) g();";
        QTest::newRow("range for") << "for (auto x : co_await f()) g(x);";
        QTest::newRow("captured by value") << "co_await f([name] { return name; });";
        QTest::newRow("captured by reference") << "auto r = co_await QtConcurrent::run([&] { return 1; });";
        QTest::newRow("captured this") << "const auto r = co_await f(1, [this](int x) { return x; });";
        QTest::newRow("aggregate") << "co_await f(Aggregate{1, 2});";
        QTest::newRow("braces") << "co_await f({1, 2});";
        QTest::newRow("braces, second") << "co_await f(x, {1, 2});";
        QTest::newRow("method of a temporary") << "co_await Aggregate{}.run();";
        QTest::newRow("vector") << "auto r = co_await f(std::vector<int>{1, 2});";
        QTest::newRow("two in an aggregate") << "Aggregate g{co_await a(), co_await b()};";
        QTest::newRow("one in an aggregate") << "Aggregate g{co_await a()};";
        QTest::newRow("one in an assigned aggregate") << "auto g = Aggregate{co_await a()};";
        QTest::newRow("choice") << "T r = c ? co_await make() : T();";
        QTest::newRow("choice, second") << "T r = c ? T() : co_await make();";
        QTest::newRow("choice, awaited") << "T r = co_await (c ? a() : b());";
        QTest::newRow("argument") << "use(co_await f());";
        QTest::newRow("sum") << "auto r = co_await f() + 1;";
        QTest::newRow("sum, second") << "auto r = 1 + co_await f();";
        QTest::newRow("nested") << "auto r = co_await f(co_await g());";
        QTest::newRow("returned") << "co_return co_await f();";
        QTest::newRow("index") << "auto r = list[co_await f()];";
        QTest::newRow("over lines") << "co_await f(\n    1,\n    Aggregate{\n1});";
        QTest::newRow("coroutine lambda, by value") << "auto t = [x](Scope &s) -> QCoro::Task<void> { co_await sleep(s, x); };";
        QTest::newRow("coroutine lambda, unnamed") << "spawn([&](Scope &s) -> QCoro::Task<void> { co_return; });";
        QTest::newRow("coroutine lambda, by value in play")
            << "play(ClockKind::Real, [x](Scope &s) -> QCoro::Task<void> { co_return; });";
        QTest::newRow("coroutine lambda, this") << "auto t = [this]() -> QCoro::Task<int> { co_return x; };";
    }

    void bad()
    {
        QFETCH(QString, statement);
        QVERIFY(!CoAwaitScan(QStringLiteral("a.cpp"), inCoroutine(statement)).findings().isEmpty());
    }

    void good_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::newRow("alone") << "co_await f();";
        QTest::newRow("bound") << "const auto x = co_await f(scope, 1);";
        QTest::newRow("assigned") << "x = co_await f();";
        QTest::newRow("structured") << "auto [user, logs] = co_await gather(scope.spawn(a, id), scope.spawn(b, id));";
        QTest::newRow("reference") << "auto &&x = co_await f();";
        QTest::newRow("named task") << "auto task = f(std::move(named));\n    co_await task;";
        QTest::newRow("template") << "auto x = co_await f<int>(scope);";
        QTest::newRow("member") << "const auto x = co_await scope->children.front().join(1)->done();";
        QTest::newRow("duration") << "co_await sleep(scope, 20ms);";
        QTest::newRow("in a loop") << "for (auto &t : tasks) {\n        co_await t;\n    }";
        QTest::newRow("in a loop, no braces") << "for (auto &t : tasks)\n        co_await t;";
        QTest::newRow("after else") << "if (x) {\n        co_await a();\n    } else {\n        co_await b();\n    }";
        QTest::newRow("in a try") << "try {\n        co_await a();\n    } catch (const std::exception &) {\n    }";
        QTest::newRow("in a comment") << "// if (co_await f()) breaks\n    co_await f();";
        QTest::newRow("in a string") << "const char *text = \"if (co_await f({1}))\";";
        QTest::newRow("in a raw string") << "const char *text = R\"(if (co_await f({1})) \" x)\";";
        QTest::newRow("operator") << "struct A { Pointer operator co_await() const { return Pointer{this}; } };";
        QTest::newRow("lambda without captures") << "co_await f([](int x) { return x; });";
        QTest::newRow("coroutine lambda with parameters")
            << "auto t = [](Scope &s) -> QCoro::Task<void> { co_await sleep(s, 1); };";
        QTest::newRow("named lambda by reference")
            << "auto t = [&](Scope &s) -> QCoro::Task<void> { co_await sleep(s, x); };\n    co_await t(scope);";
        QTest::newRow("lambda by reference in play")
            << "play(ClockKind::Real, [&](Scope &s) -> QCoro::Task<void> { co_await sleep(s, x); });";
        QTest::newRow("indexed") << "co_await tasks[i];";
        QTest::newRow("case") << "switch (x) {\n    case 1:\n        co_await a();\n        break;\n    }";
        QTest::newRow("returns a value") << "co_return Profile{user, logs};";
    }

    void good()
    {
        QFETCH(QString, statement);
        const QStringList wrong = CoAwaitScan(QStringLiteral("a.cpp"), inCoroutine(statement)).findings();
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    }

    void findingNamesTheLine()
    {
        const QStringList wrong
            = CoAwaitScan(QStringLiteral("a.cpp"), inCoroutine(QStringLiteral("int y;\n    use(co_await f());"))).findings();
        QCOMPARE(wrong.size(), 1);
        QVERIFY2(wrong.first().startsWith(QLatin1String("a.cpp:4: ")), qPrintable(wrong.first()));
    }

private:
    static QString inCoroutine(const QString &statement)
    {
        return QStringLiteral("QCoro::Task<void> play(Scope &scope)\n{\n    ") + statement + QStringLiteral("\n}\n");
    }
};

QTEST_GUILESS_MAIN(CoAwaitTest)
#include "tst_coawait.moc"
