// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/lesson_text.h"

#include <QFile>
#include <QTest>

using namespace awaitscope;

namespace {

/// A text that uses everything the format has.
const QString &goodText()
{
    static const QString text = [] {
        QFile file(QStringLiteral(AWAITSCOPE_SOURCE_DIR "/tests/catalog/data/good-lesson.md"));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }();
    return text;
}

} // namespace

class TestLessonText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEverything()
    {
        const auto result = parseLessonText(goodText());
        QVERIFY2(result.ok(), qPrintable(result.ok() ? QString() : result.problem().place + result.problem().sentence));
        const LessonText &text = result.value();
        QCOMPARE(text.id, QStringLiteral("some-lesson"));
        QCOMPARE(text.title, QStringLiteral("Some lesson"));
        QCOMPARE(text.order, 3);
        QCOMPARE(text.opening, QStringLiteral("Two calls run."));
        QCOMPARE(text.point, QStringLiteral("One of them: fails."));
        QCOMPARE(text.parameterLabels.value(QStringLiteral("wait")), QStringLiteral("wait takes"));
        QCOMPARE(text.parameterHints.value(QStringLiteral("wait")), QStringLiteral("Make it longer, then \"shorter\"."));
        QCOMPARE(text.variantTitles.value(QStringLiteral("one")), QStringLiteral("One (first)"));
        QCOMPARE(text.claims.value(QStringLiteral("always")), QStringLiteral("Something holds."));
        QCOMPARE(text.question.text, QStringLiteral("How long does it take for {wait}?"));
        QCOMPARE(text.question.answers, (QStringList{QStringLiteral("Long."), QStringLiteral("Short.")}));
        QCOMPARE(text.question.right, 1);
        QCOMPARE(text.question.after, QStringLiteral("It took this long."));
        QCOMPARE(text.lookCloser.size(), std::size_t(2));
        QCOMPARE(text.lookCloser[0].event, QStringLiteral("one.load.ended"));
        QCOMPARE(text.lookCloser[0].text, QStringLiteral("The end, told on two lines."));
        QCOMPARE(text.asyncioCode, QStringLiteral("# not a heading\nawait load()"));
        QCOMPARE(text.asyncioNotes, QStringLiteral("Two things differ.\n\nThe second paragraph."));
        QVERIFY(text.buildExamples.empty());
        QCOMPARE(text.challenge, QStringLiteral("Make it short."));
        QCOMPARE(text.challengeHint, QStringLiteral("do less."));
        QCOMPARE(text.takeaway, QStringLiteral("Think first."));
        QCOMPARE(text.speakerNotes.size(), std::size_t(3));
        QCOMPARE(text.speakerNotes[0].pauseAt, QStringLiteral("before run"));
        QCOMPARE(text.speakerNotes[1].text, QStringLiteral("Stop (here)."));
        QCOMPARE(text.speakerNotes[1].pauseAt, QStringLiteral("one.load.ended"));
        QVERIFY(text.speakerNotes[2].pauseAt.isEmpty());
    }

    void readsWhatTheCompilerSays_data()
    {
        QTest::addColumn<QString>("section");
        QTest::addColumn<QString>("problem");
        const QString code = QStringLiteral("```cpp\n\nint f()\n```\n"),
                      said = QStringLiteral("```text\nline 2: error: no\n```\n");
        QTest::newRow("good") << code + said + QStringLiteral("Why.\n") + code + said << QString();
        QTest::newRow("no answer") << code + QStringLiteral("Why.\n") << QStringLiteral("lacks what the compiler says");
        QTest::newRow("no text") << code + said << QStringLiteral("lacks its text");
        QTest::newRow("two codes") << code + code + QStringLiteral("Why.\n") << QStringLiteral("each followed by");
        QTest::newRow("nothing") << QStringLiteral("Why.\n") << QStringLiteral("lacks what the compiler says");
    }
    void readsWhatTheCompilerSays()
    {
        QFETCH(QString, section);
        QFETCH(QString, problem);
        QString written = goodText();
        written.replace(QStringLiteral("# Challenge"), QStringLiteral("# At build time\n\n%1\n# Challenge").arg(section));
        const auto text = parseLessonText(written);
        QCOMPARE(text.ok(), problem.isEmpty());
        if (!text.ok()) {
            QVERIFY2(text.problem().sentence.contains(problem), qPrintable(text.problem().sentence));
            return;
        }
        QCOMPARE(text.value().buildExamples.size(), std::size_t(2));
        QCOMPARE(text.value().buildExamples[1].code, (QStringList{QString(), QStringLiteral("int f()")}));
        QCOMPARE(text.value().buildExamples[0].said, QStringList{QStringLiteral("line 2: error: no")});
        QCOMPARE(text.value().buildNotes, QStringLiteral("Why."));
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("says");
        QTest::newRow("no front matter") << "---\nid"
                                         << "id" << 1 << "front matter";
        QTest::newRow("unknown key") << "order: 3"
                                     << "level: 3" << 4 << "“level” is not known";
        QTest::newRow("key twice") << "order: 3"
                                   << "title: x" << 4 << "twice";
        QTest::newRow("missing key") << "order: 3\n"
                                     << "" << 12 << "“order” is missing";
        QTest::newRow("order no number") << "order: 3"
                                         << "order: x" << 4 << "whole number";
        QTest::newRow("empty value") << "title: Some lesson"
                                     << "title:" << 3 << "empty";
        QTest::newRow("colon unquoted") << "title: Some lesson"
                                        << "title: Some: lesson" << 3 << "double quotes";
        QTest::newRow("quote open") << "title: Some lesson"
                                    << "title: \"Some" << 3 << "closing quote";
        QTest::newRow("unknown escape") << "then \\\""
                                        << "then \\n\\\"" << 8 << "escape";
        QTest::newRow("parameter without hint") << ", hint: \"Make it longer, then \\\"shorter\\\".\""
                                                << "" << 8 << "label and a hint";
        QTest::newRow("parameter key") << "label: wait"
                                       << "name: wait" << 8 << "not known of a parameter";
        QTest::newRow("parameter plain") << "{ label: wait takes, hint: \"Make it longer, then \\\"shorter\\\".\" }"
                                         << "x" << 8 << "written";
        QTest::newRow("variant twice") << "  one: One (first)"
                                       << "  one: One\n  one: Two" << 11 << "twice";
        QTest::newRow("stray indentation") << "title: Some"
                                           << " title: Some" << 3 << "indented";
        QTest::newRow("unknown section") << "# Takeaway"
                                         << "# Summary" << 49 << "“Summary” is not known";
        QTest::newRow("section twice") << "# Takeaway\n"
                                       << "# Challenge\n"
                                       << 49 << "twice";
        QTest::newRow("section missing") << "# Takeaway\n\nThink first.\n"
                                         << "" << 54 << "“Takeaway” is missing";
        QTest::newRow("no true answer") << " (true)"
                                        << "" << 15 << "true one";
        QTest::newRow("two true answers") << "Long."
                                          << "Long. (true)" << 21 << "second answer";
        QTest::newRow("no after") << "After: It took\nthis long.\n"
                                  << "" << 15 << "After";
        QTest::newRow("note without event") << "- {one.load.ended}: The end"
                                            << "- The end" << 28 << "A note is written";
        QTest::newRow("event too short") << "{one.load.ended}: The end"
                                         << "{one.ended}: The end" << 28 << "names no event";
        QTest::newRow("wrong code") << "```python"
                                    << "```cpp" << 34 << "code block";
        QTest::newRow("open code") << "await load()\n```"
                                   << "await load()" << 56 << "code block has no end";
        QTest::newRow("no hint") << "Hint: do less.\n"
                                 << "" << 43 << "Hint";
        QTest::newRow("unknown pause") << "pause: before run"
                                       << "pause: soon" << 55 << "no pause";
        QTest::newRow("tab") << "Think first."
                             << "Think\tfirst." << 51 << "tab";
    }
    void refuses()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(int, line);
        QFETCH(QString, says);
        QVERIFY(goodText().contains(from));
        QString broken = goodText();
        broken.replace(broken.indexOf(from), from.size(), to);
        const auto result = parseLessonText(broken);
        QVERIFY(!result.ok());
        QVERIFY2(result.problem().sentence.contains(says), qPrintable(result.problem().sentence));
        QCOMPARE(result.problem().place, QStringLiteral("line %1").arg(line));
    }

    void survivesEveryPrefix()
    {
        const QString &good = goodText();
        for (qsizetype length = 0; length < good.size() - 1; ++length) {
            const auto result = parseLessonText(good.first(length));
            if (!result.ok())
                QVERIFY(!result.problem().sentence.isEmpty() && result.problem().place.startsWith(QLatin1String("line ")));
            else
                QVERIFY(length > good.indexOf(QLatin1String("# Speaker notes")));
        }
    }
};

QTEST_GUILESS_MAIN(TestLessonText)
#include "tst_lesson_text.moc"
