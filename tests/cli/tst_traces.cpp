// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

#include <QTest>

using namespace awaitscope;

namespace {

const QString lesson = QStringLiteral("gather-failure");

QStringList words(const QString &text)
{
    return text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

QStringList saved(const QString &file)
{
    return words(QStringLiteral("run %1 --clock virtual --trace %2").arg(lesson, file));
}

} // namespace

/// Saved traces on the command line.
class TracesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSameRunGivesTheSameBytes()
    {
        const Program program;
        const Outcome first = program.run(saved(QStringLiteral("a.awaitscope --trace b.awaitscope")));
        QCOMPARE(first.code, 0);
        QVERIFY(first.output.contains(QLatin1String("Wrote a.awaitscope\nWrote b.awaitscope")));
        QCOMPARE(program.run(saved(QStringLiteral("c.awaitscope"))).code, 0);
        const QByteArray bytes = program.content(QStringLiteral("a.awaitscope"));
        QVERIFY(bytes.startsWith(QByteArray("awaitscope\x1a\n")));
        QVERIFY(bytes.size() < 20000);
        QVERIFY(program.content(QStringLiteral("b.awaitscope")) == bytes);
        QVERIFY(program.content(QStringLiteral("c.awaitscope")) == bytes);
    }

    void aSavedTraceIsDrawnAsItsRunWas()
    {
        const Program program;
        QCOMPARE(
            program.run(saved(QStringLiteral("a.awaitscope")) + words(QStringLiteral("--export run.svg --theme dark"))).code, 0);
        const Outcome drawn
            = program.run(words(QStringLiteral("export a.awaitscope --export run2.svg --export x.png --theme dark")));
        QCOMPARE(drawn.errors, QString());
        QCOMPARE(drawn.code, 0);
        // The command in the figure names the file that it was written to.
        QVERIFY(program.content(QStringLiteral("run.svg"))
            == program.content(QStringLiteral("run2.svg")).replace("run2.svg", "run.svg"));
        QVERIFY(program.content(QStringLiteral("x.png")).startsWith("\x89PNG"));
    }

    void everyLessonHasItsOwnFile()
    {
        const Program program;
        const Outcome all = program.run(words(QStringLiteral("run --all --clock virtual --trace {lesson}.awaitscope")));
        QCOMPARE(all.code, 0);
        QVERIFY(program.files().size() >= 15);
        QVERIFY(program.files().contains(QStringLiteral("timeouts.awaitscope")));
    }

    void refused_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<QString>("names");
        QTest::addColumn<QString>("accepts");
        const auto row = [](const char *arguments, const char *names, const char *accepts) {
            QTest::newRow(arguments) << QString::fromLatin1(arguments) << QString::fromUtf8(names)
                                     << QString::fromLatin1(accepts);
        };
        row("run timeouts --trace a.txt", "--trace \"a.txt\"", "accepted is .awaitscope");
        row("run timeouts --trace link.awaitscope", "link.awaitscope", "a regular file or a new one");
        row("run timeouts --trace nowhere/a.awaitscope", "nowhere", "accepted is one that does");
        row("run timeouts --trace a.awaitscope --trace ./a.awaitscope", "a.awaitscope", "accepted once");
        row("run --all --trace a.awaitscope", "a.awaitscope", "{lesson}");
        row("export", "export", "a file that run --trace");
        row("export good.awaitscope", "export", "--export FILE");
        row("export good.awaitscope more --export a.png", "more", "one trace");
        row("export good.awaitscope --export a.gif", "a.gif", ".png, .svg or .pdf");
        row("export good.awaitscope --export a.png --size 1", "--size", "200 to 8192");
        row("export missing.awaitscope --export a.png", "missing.awaitscope", "accepted is a trace");
        row("export . --export a.png", "“.”", "accepted is a trace");
        row("export cut.awaitscope --export a.png", "cut.awaitscope", "ends at byte 300");
        row("export text.awaitscope --export a.png", "text.awaitscope", "at byte 0");
        row("export flipped.awaitscope --export a.png", "flipped.awaitscope", "digest at byte");
        row("export newer.awaitscope --export a.png", "newer.awaitscope", "reads up to version 1");
        row("missing.awaitscope", "missing.awaitscope", "accepted is a trace");
        row("./missing", "./missing", "accepted is a trace");
        row("cut.awaitscope", "cut.awaitscope", "ends at byte 300");
        row("text.awaitscope", "text.awaitscope", "at byte 0");
    }

    void refused()
    {
        QFETCH(QString, arguments);
        QFETCH(QString, names);
        QFETCH(QString, accepts);
        const Program program;
        QCOMPARE(program.run(saved(QStringLiteral("good.awaitscope"))).code, 0);
        const QByteArray good = program.content(QStringLiteral("good.awaitscope"));
        program.put(QStringLiteral("cut.awaitscope"), good.first(300));
        program.put(QStringLiteral("text.awaitscope"), "a text");
        QByteArray changed = good;
        changed[200] = char(changed[200] ^ 1);
        program.put(QStringLiteral("flipped.awaitscope"), changed);
        changed = good;
        changed[12] = 9;
        program.put(QStringLiteral("newer.awaitscope"), changed);
        QVERIFY(QFile::link(program.path(QStringLiteral("good.awaitscope")), program.path(QStringLiteral("link.awaitscope"))));
        const QStringList before = program.files();
        const Outcome outcome = program.run(words(arguments));
        QCOMPARE(outcome.code, 2);
        QCOMPARE(outcome.output, QString());
        QCOMPARE(outcome.errors.count(QLatin1Char('\n')), 1);
        QVERIFY2(outcome.errors.contains(names), qPrintable(outcome.errors));
        QVERIFY2(outcome.errors.contains(accepts), qPrintable(outcome.errors));
        QCOMPARE(program.files(), before);
    }

    void aLessonWinsOverAFileOfItsName()
    {
        const Program program;
        program.put(lesson, "no trace");
        const Outcome outcome = program.run({lesson}); // the window needs a display: the file was not read
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.errors.contains(QLatin1String("needs a display")), qPrintable(outcome.errors));
        program.put(QStringLiteral("plain"), "no trace");
        QVERIFY(program.run({QStringLiteral("plain")}).errors.contains(QLatin1String("no Awaitscope trace")));
    }
};

QTEST_GUILESS_MAIN(TracesTest)
#include "tst_traces.moc"
