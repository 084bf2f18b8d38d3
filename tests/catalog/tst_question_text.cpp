// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/lesson_text_predict.h"

#include <QTest>

using namespace awaitscope;
using Kind = LessonQuestion::Kind;

namespace {

LessonQuestion parsed(const QString &section)
{
    std::vector<detail::TextLine> lines;
    for (const QString &line : section.split(u'\n'))
        lines.push_back({int(lines.size()) + 2, line});
    return detail::readQuestion({1, QStringLiteral("Predict")}, lines,
        {{QStringLiteral("one"), QStringLiteral("One")}, {QStringLiteral("other"), QStringLiteral("Other")}});
}

/// The line and the sentence of what is wrong; empty where nothing is.
QString mistake(const QString &section)
{
    try {
        parsed(section);
    } catch (const detail::TextError &error) {
        return QStringLiteral("%1: %2").arg(error.line).arg(error.sentence);
    }
    return {};
}

} // namespace

class TestQuestionText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAChoice()
    {
        const LessonQuestion question = parsed("How\nlong?\n\n- Long.\n- Short. (true)\n\nAfter: It was.");
        QCOMPARE(question.kind, Kind::Choose);
        QCOMPARE(question.text, QString("How long?"));
        QCOMPARE(question.answers, (QStringList{"Long.", "Short."}));
        QCOMPARE(question.right, 1);
        QVERIFY(question.items.empty());
        QCOMPARE(question.after, QString("It was."));
    }

    void readsAnOrder()
    {
        const LessonQuestion question
            = parsed("Which first?\n\nOrder:\n\n- {one.load.ended}: the end\n- {one.load#2.started}: the\n  begin\n\nAfter: So.");
        QCOMPARE(question.kind, Kind::Order);
        QCOMPARE(question.text, QString("Which first?"));
        QVERIFY(question.answers.isEmpty());
        QCOMPARE(question.items.size(), std::size_t(2));
        QCOMPARE(question.items[0].end, QString("one.load.ended"));
        QCOMPARE(question.items[1].label, QString("the begin"));
        QVERIFY(question.items[1].begin.isEmpty());
    }

    void readsADrawing()
    {
        const LessonQuestion question = parsed("How long?\n\nDraw:\n\n- {one.duration}: A\n- {other.answer_ns}: B: the answer\n"
                                               "- {one.load.started} to {one.load.ended}: load\n\nAfter: So.");
        QCOMPARE(question.kind, Kind::Draw);
        QCOMPARE(question.items.size(), std::size_t(3));
        QCOMPARE(question.items[0].end, QString("one.duration"));
        QCOMPARE(question.items[1].label, QString("B: the answer"));
        QCOMPARE(question.items[2].begin, QString("one.load.started"));
        QCOMPARE(question.items[2].end, QString("one.load.ended"));
    }

    void tellsWhatIsWrong_data()
    {
        QTest::addColumn<QString>("list");
        QTest::addColumn<QString>("told");
        const auto row = [](const char *name, const char *list, const char *told) {
            QTest::newRow(name) << QString::fromUtf8(list) << QString::fromUtf8(told);
        };
        row("no variant", "Draw:\n\n- {two.duration}: A", "6: “two” is no variant of the lesson; known are one, other.");
        row("no time", "Draw:\n\n- {one.rows_read}: A", "6: “one.rows_read” names no time");
        row("no event", "Order:\n\n- {one.load.}: a\n- {one.load.ended}: b", "6: “one.load.” names no event");
        row("no braces", "Draw:\n\n- one.duration: A", "6: An item to draw is written");
        row("no label", "Order:\n\n- {one.load.ended}:\n- {one.load.started}: b", "6: An item to order is written");
        row("two times", "Order:\n\n- {one.a.started} to {one.a.ended}: a\n- {one.b.ended}: b",
            "6: An item to order has one time");
        row("one item", "Order:\n\n- {one.load.ended}: a", "1: A question to order needs two items");
        row("none", "Draw:", "1: A question to draw needs one item");
        row("two variants", "Order:\n\n- {one.a.ended}: a\n- {other.b.ended}: b", "1: Items to order are of one variant");
        row("an answer", "Draw:\n\n- Long. (true)", "6: An item to draw is written");
    }

    void tellsWhatIsWrong()
    {
        QFETCH(QString, list);
        QFETCH(QString, told);
        const QString found = mistake(QStringLiteral("How long?\n\n") + list + QStringLiteral("\n\nAfter: So."));
        QVERIFY2(found.startsWith(told), qPrintable(found));
    }

    void refusesMoreThanThereAreDigits()
    {
        QString list;
        for (int i = 0; i < 10; ++i)
            list += QStringLiteral("- {one.load.ended}: a\n");
        QVERIFY(mistake("How?\n\nOrder:\n\n" + list + "\nAfter: So.").contains("at most nine"));
    }
};

QTEST_APPLESS_MAIN(TestQuestionText)
#include "tst_question_text.moc"
