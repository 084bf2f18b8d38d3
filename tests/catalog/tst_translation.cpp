// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/cut/generated_source.h"
#include "lessons/catalog/cut/translation_check.h"
#include "lessons/catalog/lesson_folder.h"
#include "lessons/catalog/lesson_language.h"

#include <QFile>
#include <QTest>

using namespace awaitscope;

class TestTranslation : public QObject
{
    Q_OBJECT

    QString english_;

private Q_SLOTS:
    void initTestCase()
    {
        QFile file(QStringLiteral(AWAITSCOPE_SOURCE_DIR "/tests/catalog/data/good-lesson.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        english_ = QString::fromUtf8(file.readAll());
    }

    void cleanup() { setLessonLanguage({}); }

    void anotherLanguageFits()
    {
        const auto text = parseLessonText(english_);
        QVERIFY(text.ok());
        QString german = english_;
        german.replace(QStringLiteral("Some lesson"), QStringLiteral("Eine Lektion"));
        german.replace(QStringLiteral("- Long."), QStringLiteral("- Lang."));
        QVERIFY(!cut::translationProblem(german, text.value()));
    }

    void whatDiffersIsNamed_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("named");
        QTest::newRow("variant") << "  one: One"
                                 << "  two: One"
                                 << "variants";
        QTest::newRow("claim") << "  always: Something"
                               << "  never: Something"
                               << "claims";
        QTest::newRow("parameter") << "  wait: {"
                                   << "  pause: {"
                                   << "parameters";
        QTest::newRow("order") << "order: 3"
                               << "order: 4"
                               << "order";
        QTest::newRow("id") << "id: some-lesson"
                            << "id: other-lesson"
                            << "id";
        QTest::newRow("truth") << "- Long.\n- Short. (true)"
                               << "- Long. (true)\n- Short."
                               << "answers";
        QTest::newRow("answers") << "- Long.\n"
                                 << "- Long.\n- Longer.\n"
                                 << "answers";
        QTest::newRow("event") << "{one.load.started}: The"
                               << "{one.load.failed}: The"
                               << "events";
        QTest::newRow("code") << "await load()"
                              << "await lade()"
                              << "asyncio";
        QTest::newRow("pause") << "- Ask. (pause: before run)"
                               << "- Ask."
                               << "pauses";
        QTest::newRow("no text") << "# Takeaway"
                                 << "# Fazit"
                                 << "Takeaway";
    }

    void whatDiffersIsNamed()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, named);
        QVERIFY(english_.contains(from));
        const auto text = parseLessonText(english_);
        const auto problem = cut::translationProblem(QString(english_).replace(from, to), text.value());
        QVERIFY(problem);
        QVERIFY2(problem->sentence.contains(named), qPrintable(problem->sentence));
        QVERIFY(problem->place.startsWith(QLatin1String("line ")));
    }

    void theChosenLanguageIsShownWhereThereIsOne()
    {
        LessonFolder folder = lessonFolders().front();
        const QString own = makeLesson(folder).text.title;
        const QByteArray german = QString::fromUtf8(folder.markdown).replace(own, QStringLiteral("Anfragen")).toUtf8();
        folder.translations = {{"de", german.constData()}};
        QCOMPARE(makeLesson(folder).text.title, own);
        setLessonLanguage(QStringLiteral("de"));
        QCOMPARE(makeLesson(folder).text.title, QStringLiteral("Anfragen"));
        setLessonLanguage(QStringLiteral("fr"));
        QCOMPARE(makeLesson(folder).text.title, own);
        const QByteArray generated = cut::generateLesson(QStringLiteral("a-b"), QStringLiteral("pitfalls"), QStringLiteral("x"),
            {}, {{QStringLiteral("de"), QStringLiteral("y")}});
        QVERIFY(generated.contains("{\"de\", markdown_de}"));
    }

    void everyTextThatReadersSeeIsReworded()
    {
        setLessonLanguage({}, [](const QString &text) { return u'<' + text + u'>'; });
        const LessonText text = makeLesson(lessonFolders().front()).text;
        for (const QString &each : {text.title, text.opening, text.point, text.question.text, text.question.answers.last(),
                 text.question.after, text.lookCloser.front().text, text.asyncioNotes, text.challenge, text.challengeHint,
                 text.takeaway, text.speakerNotes.front().text, *text.claims.begin(), *text.variantTitles.begin(),
                 *text.parameterLabels.begin(), *text.parameterHints.begin()})
            QVERIFY2(each.startsWith(u'<') && each.endsWith(u'>'), qPrintable(each));
        QVERIFY(!text.id.startsWith(u'<') && !text.asyncioCode.startsWith(u'<'));
        bool asked = false;
        for (const LessonFolder &folder : lessonFolders()) {
            for (const QuestionItem &item : makeLesson(folder).text.question.items) {
                asked = true;
                QVERIFY2(item.label.startsWith(u'<') && item.label.endsWith(u'>'), qPrintable(item.label));
            }
        }
        QVERIFY(asked);
    }
};

QTEST_GUILESS_MAIN(TestTranslation)
#include "tst_translation.moc"
