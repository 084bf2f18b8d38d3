// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/prediction.h"
#include "lessons/catalog/runner.h"

#include <QJsonDocument>
#include <QTest>

using namespace awaitscope;
using namespace std::chrono_literals;
using Kind = LessonQuestion::Kind;

namespace {

const Lesson &lesson(const char *id)
{
    return *findLesson(QString::fromLatin1(id));
}

Run played(
    const char *id, const QStringList &variants, std::initializer_list<std::pair<const char *, const char *>> settings = {})
{
    ParameterSet parameters(lesson(id).definition.parameters);
    for (const auto &[name, text] : settings)
        (void)parameters.setText(QString::fromLatin1(name), QString::fromLatin1(text));
    return play({&lesson(id), parameters, variants, ClockKind::Virtual, 1});
}

Prediction drawn(std::initializer_list<std::pair<const int, PredictedSpan>> spans)
{
    Prediction prediction;
    prediction.kind = Kind::Draw;
    prediction.spans = spans;
    return prediction;
}

Prediction ordered(std::vector<int> order)
{
    Prediction prediction;
    prediction.kind = Kind::Order;
    prediction.order = std::move(order);
    return prediction;
}

} // namespace

class TestPrediction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheSameAfterJson_data()
    {
        QTest::addColumn<int>("which");
        for (int i = 0; i < 4; ++i)
            QTest::addRow("%d", i) << i;
    }

    void isTheSameAfterJson()
    {
        QFETCH(int, which);
        Prediction choice, skipped;
        choice.choice = 2;
        choice.settings = {{"getUser", "196ms"}, {"a \"name\"", "on"}};
        skipped.skipped = true;
        skipped.kind = Kind::Order;
        const std::vector<Prediction> all{choice, ordered({2, 0, 1}), drawn({{0, {0ns, 310ms}}, {3, {40ms, 41ms}}}), skipped};
        const Prediction &prediction = all[std::size_t(which)];
        const QByteArray json = toJson(prediction);
        QVERIFY(QJsonDocument::fromJson(json).isObject());
        QVERIFY(!json.contains('\n'));
        QCOMPARE(predictionFromJson(json) == prediction, true);
        QCOMPARE(toJson(predictionFromJson(json)), json);
    }

    void readsWhatItCanOfDamagedText()
    {
        for (const char *damaged : {"", "[]", "{", "null", "{\"kind\":7,\"order\":{},\"spans\":[3,{}],\"choice\":\"x\"}"})
            QVERIFY(predictionFromJson(damaged) == Prediction());
        const Prediction read = predictionFromJson(
            R"({"kind":"order","order":[1,1,-2,99,0.5,"2",0],"spans":[{"item":1,"begin_ns":5,"end_ns":4},{"item":0,"end_ns":3},)"
            R"({"item":2,"begin_ns":1,"end_ns":9e18},{"item":4,"begin_ns":1,"end_ns":2,"more":1}],"choice":99,"future":true})");
        QCOMPARE(read.kind, Kind::Order);
        QCOMPARE(read.order, (std::vector<int>{1, 0}));
        QCOMPARE(read.spans.size(), std::size_t(1));
        QVERIFY(read.spans.contains(4));
        QCOMPARE(read.choice, -1);
    }

    void tellsWhatWasDrawnAndWhatWas()
    {
        const Run run = played("sequential-vs-parallel", {"sequential", "gather"});
        const LessonQuestion &question = lesson("sequential-vs-parallel").text.question;
        const JudgedPrediction judged = judgePrediction(question, drawn({{0, {0ns, 420ms}}, {1, {0ns, 310ms}}}), run);
        QCOMPARE(judged.sentences.join(' '), QString("You drew A 420 ms. It took 406 ms. You drew B 310 ms. It took 196 ms."));
        QVERIFY(!judged.right);
        QCOMPARE(judged.items[1].predicted->end, Ns(310ms));
        QCOMPARE(judged.items[1].truth->end, Ns(196ms));
        QVERIFY(judgePrediction(question, drawn({{0, {0ns, 420ms}}, {1, {0ns, 200ms}}}), run).right);
        QVERIFY(judgePrediction(question, drawn({{1, {0ns, 180ms}}}), run).right); // within a tenth; A was not asked for
        QVERIFY(!judgePrediction(question, drawn({{1, {0ns, 176ms}}}), run).right);
        QVERIFY(!judgePrediction(question, drawn({}), run).right);
        QCOMPARE(judgePrediction(question, drawn({}), run).sentences.join(' '), QString("A took 406 ms. B took 196 ms."));
    }

    void tellsBothEndsOfABar()
    {
        const Run run = played("timeouts", {"abandon", "cancel"});
        const LessonQuestion &question = lesson("timeouts").text.question;
        const JudgedPrediction judged = judgePrediction(question, drawn({{0, {100ms, 130ms}}}), run);
        QCOMPARE(judged.sentences.front(), QString("You drew B's cleanup from 100 ms to 130 ms. It went from 200 ms to 230 ms."));
        QVERIFY(!judged.right);
        QVERIFY(judgePrediction(question, drawn({{0, {195ms, 228ms}}}), run).right);
    }

    void tellsWhatDidNotComeAbout()
    {
        const Run run = played("timeouts", {"cancel"}, {{"task", "50ms"}});
        const JudgedPrediction judged
            = judgePrediction(lesson("timeouts").text.question, drawn({{0, {0ns, 10ms}}, {1, {0ns, 50ms}}}), run);
        QCOMPARE(judged.sentences.front(), QString("B's cleanup did not come about in this run."));
        QVERIFY(!judged.items[0].truth);
        QVERIFY(!judged.right);
    }

    void readsTheOrderFromTheRecord()
    {
        const LessonQuestion &question = lesson("nested-event-loops").text.question;
        const Run nested = played("nested-event-loops", {"nested"});
        // Its data is there, but the second handler lies on top of the first one's stack.
        QVERIFY(judgePrediction(question, ordered({0, 2, 3, 1}), nested).right);
        const JudgedPrediction wrong = judgePrediction(question, ordered({0, 1, 2, 3}), nested);
        QVERIFY(!wrong.right);
        QCOMPARE(wrong.items[1].place, 4);
        QCOMPARE(wrong.items[1].predictedPlace, 2);
        QVERIFY(!judgePrediction(question, ordered({0, 2, 3}), nested).right);
        // With a second click that comes late nothing nests: another run, another truth.
        const Run apart = played("nested-event-loops", {"nested"}, {{"secondClick", "300ms"}});
        QVERIFY(judgePrediction(question, ordered({0, 1, 2, 3}), apart).right);
        QVERIFY(!judgePrediction(question, ordered({0, 2, 3, 1}), apart).right);
    }

    void tellsApartWhatEndsInOneInstant()
    {
        const LessonQuestion &question = lesson("cancellation-cascade").text.question;
        const JudgedPrediction judged
            = judgePrediction(question, ordered({1, 3, 2, 0}), played("cancellation-cascade", {"failure"}));
        QVERIFY(judged.right); // the file and the caller end at one time, the file first
        QCOMPARE(judged.items[2].truth->end, judged.items[0].truth->end);
        QCOMPARE(judged.items[0].place, 4);
    }

    void judgesAChoice()
    {
        const Run run = played("missing-await", {"forgotten"});
        const LessonQuestion &question = lesson("missing-await").text.question;
        Prediction prediction;
        QVERIFY(!judgePrediction(question, prediction, run).right);
        prediction.choice = question.right;
        QVERIFY(judgePrediction(question, prediction, run).right);
        prediction.choice = question.right - 1;
        QVERIFY(!judgePrediction(question, prediction, run).right);
    }
};

QTEST_GUILESS_MAIN(TestPrediction)
#include "tst_prediction.moc"
