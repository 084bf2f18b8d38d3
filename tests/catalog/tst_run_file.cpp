// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/run_file.h"
#include "lessons/catalog/runner.h"
#include "lessons/catalog/trace_package.h"
#include "lessons/trace/record_codec.h"
#include "lessons/trace/trace_builder.h"
#include "lessons/trace/validator.h"

#include "tests/support/run_text.h"

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QTest>

using namespace awaitscope;
using namespace awaitscope::test;

namespace {

Run played(const Lesson &lesson, ClockKind clock = ClockKind::Virtual)
{
    const ParameterSet parameters(lesson.definition.parameters);
    return play({&lesson, parameters, lesson.availableVariants(parameters, clock), clock, 7});
}

const Lesson &headline()
{
    return *findLesson(u"sequential-vs-parallel");
}

const QByteArray &sample()
{
    static const QByteArray bytes = encodeRun(played(headline()));
    return bytes;
}

/// A trace with that content, with a digest that fits.
QByteArray packed(const QByteArray &content)
{
    return packTrace(headline().id, content);
}

QByteArray content()
{
    return unpackTrace(sample()).value().content;
}

void fixDigest(QByteArray &bytes)
{
    bytes.chop(32);
    bytes.append(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256));
}

QString said(const Result<Run> &run)
{
    return run ? QString() : run.problem().sentence;
}

QString sentence(QByteArrayView bytes)
{
    return said(decodeRun(bytes));
}

} // namespace

class TestRunFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyLessonComesBackEqual_data();
    void everyLessonComesBackEqual();
    void borrowedVariantsKeepTheirOwnCode();
    void variantsWithoutCodeStayWithoutIt();
    void aRunOnTheRealClockComesBackEqual();
    void aCancelledRunComesBackEqual();
    void theHeadTellsLessonAndVersion();
    void aNewerVersionIsRefused();
    void whatIsNoTraceIsRefused();
    void cutAtEveryByteItIsRefused();
    void eachFlippedByteIsSeen();
    void statedSizesAreNotTrusted();
    void contentCutAtEveryByteIsRefused();
    void damagedContentNeverCrashes();
    void aRecordThatNoRunLeavesIsRefused();
    void aRunOfAnotherVersionOfTheLessonIsToldApart();
    void filesAreReadWithTheirName();
};

void TestRunFile::everyLessonComesBackEqual_data()
{
    QTest::addColumn<QString>("id");
    QVERIFY(lessons().size() >= 15);
    for (const Lesson &lesson : lessons())
        QTest::newRow(qPrintable(lesson.id)) << lesson.id;
}

void TestRunFile::everyLessonComesBackEqual()
{
    QFETCH(QString, id);
    const Lesson &lesson = *findLesson(id);
    const Run run = played(lesson);
    const QByteArray bytes = encodeRun(run);
    const auto read = decodeRun(bytes);
    QVERIFY2(read.ok(), qPrintable(sentence(bytes)));
    QCOMPARE(firstDifference(runText(read.value()), runText(run)), QString());
    QCOMPARE(encodeRun(read.value()), bytes);
    QVERIFY2(encodeRun(played(lesson)) == bytes, "the same run gives other bytes");
    const auto fitted = fitRun(read.value(), lesson);
    QVERIFY2(fitted.ok(), qPrintable(said(fitted)));
    QCOMPARE(fitted.value().parameters, run.parameters);
    std::size_t events = 0;
    for (const VariantRun &variant : run.variants)
        events += variant.record->events.size();
    QVERIFY2(bytes.size() < qsizetype(8 * events) + 20000, qPrintable(QStringLiteral("%1 for %2").arg(bytes.size()).arg(events)));
}

void TestRunFile::borrowedVariantsKeepTheirOwnCode()
{
    const Run run = played(*findLesson(u"best-practices"));
    const QByteArray bytes = encodeRun(run);
    const auto read = decodeRun(bytes);
    QVERIFY2(read.ok(), qPrintable(said(read)));
    QSet<QString> files;
    for (std::size_t i = 0; i < run.variants.size(); ++i) {
        const Trace &then = *run.variants[i].trace, &now = *read.value().variants[i].trace;
        QVERIFY(then.sourceMap() && now.sourceMap());
        files.insert(then.sourceMap()->file);
        QCOMPARE(now.sourceMap()->file, then.sourceMap()->file);
        QCOMPARE(now.tasks().size(), then.tasks().size());
        for (std::size_t task = 0; task < then.tasks().size(); ++task)
            QCOMPARE(now.tasks()[task].name, then.tasks()[task].name);
        int lines = 0;
        for (const Span &span : then.spans()) {
            const int line = span.site ? then.site(span.site).line : 0;
            const SourceBlock *block = line > 0 ? then.sourceMap()->blockAt(line) : nullptr;
            if (!block)
                continue;
            const SourceBlock *again = now.sourceMap()->blockAt(line);
            QVERIFY(again);
            QCOMPARE(again->lines.value(line - again->firstLine), block->lines.value(line - block->firstLine));
            ++lines;
        }
        QVERIFY2(lines > 0, qPrintable(run.variants[i].id));
    }
    QVERIFY(files.size() > 1);
    QVERIFY(files.size() < qsizetype(run.variants.size())); // some are of one lesson
    const QByteArray unpacked = unpackTrace(bytes).value().content;
    for (const VariantRun &variant : run.variants) {
        ByteWriter map;
        writeSourceMap(map, variant.trace->sourceMap());
        QCOMPARE(unpacked.count(map.bytes()), 1);
    }
}

void TestRunFile::variantsWithoutCodeStayWithoutIt()
{
    Run run = played(headline());
    QVERIFY(run.variants.size() > 1);
    const auto map = run.variants[0].trace->sharedSourceMap();
    const auto built = [&run](std::size_t i, std::shared_ptr<const SourceMap> source) {
        run.variants[i].trace = std::make_shared<const Trace>(TraceBuilder::build(*run.variants[i].record, std::move(source)));
    };
    built(0, nullptr);
    Run read = decodeRun(encodeRun(run)).value();
    QVERIFY(!read.variants[0].trace->sourceMap());
    QCOMPARE(read.variants[1].trace->sourceMap()->file, map->file);
    for (std::size_t i = 1; i < run.variants.size(); ++i)
        built(i, nullptr);
    read = decodeRun(encodeRun(run)).value();
    QVERIFY(!read.variants[0].trace->sourceMap());
    QVERIFY(!read.variants[1].trace->sourceMap());
}

void TestRunFile::aRunOnTheRealClockComesBackEqual()
{
    for (const QStringView id : {u"gather-failure", u"nested-event-loops", u"database-pool"}) {
        const Run run = played(*findLesson(id), ClockKind::Real);
        const auto read = decodeRun(encodeRun(run));
        QVERIFY2(read.ok(), qPrintable(said(read)));
        QCOMPARE(firstDifference(runText(read.value()), runText(run)), QString());
    }
}

void TestRunFile::aCancelledRunComesBackEqual()
{
    const Lesson &lesson = headline();
    RunControl control;
    control.cancel();
    const ParameterSet parameters(lesson.definition.parameters);
    Run run
        = play({&lesson, parameters, lesson.availableVariants(parameters, ClockKind::Virtual), ClockKind::Virtual, 1}, &control);
    QVERIFY(run.cancelled);
    run.problems.push_back({QStringLiteral("record-end"), QStringLiteral("Said so."), QStringLiteral("b"), Severity::Warning});
    const auto read = decodeRun(encodeRun(run));
    QVERIFY(read.ok());
    QCOMPARE(firstDifference(runText(read.value()), runText(run)), QString());
}

void TestRunFile::theHeadTellsLessonAndVersion()
{
    const auto head = peekRun(QByteArrayView(sample()).first(60));
    QVERIFY(head.ok());
    QCOMPARE(head.value().lesson, headline().id);
    QCOMPARE(head.value().version, runFileVersion);
}

void TestRunFile::aNewerVersionIsRefused()
{
    QByteArray bytes = sample();
    bytes[12] = char(runFileVersion + 1);
    fixDigest(bytes);
    const auto run = decodeRun(bytes);
    QVERIFY(!run.ok());
    QCOMPARE(run.problem().id, QStringLiteral("trace-newer"));
    QVERIFY2(run.problem().sentence.contains(QLatin1String("version 2")), qPrintable(run.problem().sentence));
}

void TestRunFile::whatIsNoTraceIsRefused()
{
    for (const QByteArray &bytes :
        {QByteArray(), QByteArray("{}"), QByteArray(5000, '\0'), QByteArray("awaitscope\r\n").repeated(9)}) {
        const auto run = decodeRun(bytes);
        QVERIFY(!run.ok());
        QCOMPARE(run.problem().id, QStringLiteral("trace-unknown"));
    }
}

void TestRunFile::cutAtEveryByteItIsRefused()
{
    for (qsizetype size = 0; size < sample().size(); ++size) {
        const auto run = decodeRun(QByteArrayView(sample()).first(size));
        QVERIFY(!run.ok());
        QVERIFY2(run.problem().place.toLongLong() <= size, qPrintable(run.problem().sentence));
    }
    QVERIFY(sentence(sample() + 'x').contains(QStringLiteral("should end at byte %1, and 1 bytes follow").arg(sample().size())));
}

void TestRunFile::eachFlippedByteIsSeen()
{
    for (qsizetype at = 0; at < sample().size(); ++at) {
        QByteArray bytes = sample();
        bytes[at] = char(bytes[at] ^ (1 << (at % 8)));
        QVERIFY2(!decodeRun(bytes).ok(), qPrintable(QString::number(at)));
    }
}

void TestRunFile::statedSizesAreNotTrusted()
{
    const qsizetype sizesAt = 15 + headline().id.size();
    QByteArray bytes = sample();
    for (const char size : {'\x00', '\x7f'}) { // of the highest byte: nothing at all, and 2 GB
        bytes = sample();
        bytes[sizesAt] = bytes[sizesAt + 1] = bytes[sizesAt + 2] = '\0';
        bytes[sizesAt + 3] = size;
        fixDigest(bytes);
        QVERIFY2(!sentence(bytes).isEmpty(), "a wrong size was believed");
    }
    QVERIFY(sentence(bytes).contains(QLatin1String("the most that is read is")));
    QByteArray more = sample(); // as much as the ratio allows, where less is packed
    more[sizesAt] = char(more[sizesAt] + 1);
    fixDigest(more);
    QVERIFY(sentence(more).contains(QLatin1String("cannot be unpacked to")));
    const QByteArray bomb = packed(QByteArray(mostUnpackedBytes, '\0'));
    QVERIFY(bomb.size() < 200000);
    QVERIFY(!sentence(bomb).isEmpty());
}

void TestRunFile::contentCutAtEveryByteIsRefused()
{
    const QByteArray whole = content();
    for (qsizetype size = 0; size < whole.size(); size += 1 + size / 2000) {
        const auto run = decodeRun(packed(whole.first(size)));
        QVERIFY2(!run.ok(), qPrintable(QString::number(size)));
        QVERIFY(run.problem().place.toLongLong() <= size);
        QVERIFY2(run.problem().sentence.contains(QLatin1String("of its unpacked part")), qPrintable(run.problem().sentence));
    }
    QVERIFY(sentence(packed(whole + '\0')).contains(QStringLiteral("at byte %1 ").arg(whole.size())));
}

void TestRunFile::damagedContentNeverCrashes()
{
    const QByteArray whole = content();
    int read = 0, tried = 0;
    for (qsizetype at = 0; at < whole.size(); at += 3, ++tried) {
        QByteArray bytes = whole;
        bytes[at] = char(bytes[at] ^ (1 << (at * 5 % 8)));
        read += decodeRun(packed(bytes)).ok() ? 1 : 0;
    }
    QVERIFY(read > 0); // a letter of a text may be another
    QVERIFY(read < tried - 100);
}

void TestRunFile::aRecordThatNoRunLeavesIsRefused()
{
    Run run = played(headline());
    auto record = std::make_shared<Record>(*run.variants.front().record);
    std::erase_if(record->events, [](const RawEvent &event) { return event.kind == EventKind::Returned; });
    record->threads.resize(record->events.size());
    run.variants.front().record = record;
    const auto refused = decodeRun(encodeRun(run));
    QVERIFY(!refused.ok());
    QVERIFY2(
        refused.problem().sentence.contains(QLatin1String("none that a run can leave")), qPrintable(refused.problem().sentence));
    for (Problem problem : validate(TraceBuilder::build(*record, nullptr))) {
        problem.place = run.variants.front().id;
        run.problems.push_back(problem);
    }
    QVERIFY(!run.problems.empty());
    QVERIFY(decodeRun(encodeRun(run)).ok());
    run.variants.push_back(run.variants.front());
    QVERIFY(sentence(encodeRun(run)).contains(QLatin1String("a second variant of the same name")));
}

void TestRunFile::aRunOfAnotherVersionOfTheLessonIsToldApart()
{
    const Run run = played(headline());
    QCOMPARE(fitRun(run, *findLesson(u"timeouts")).problem().id, QStringLiteral("trace-lesson"));
    Lesson older = headline();
    older.definition.variants.erase(older.definition.variants.begin());
    QVERIFY(fitRun(run, older).problem().sentence.contains(QLatin1String("which this version")));
    Lesson narrower = headline();
    narrower.definition.parameters.front().maximum = narrower.definition.parameters.front().minimum;
    QVERIFY(!fitRun(run, narrower).ok());
    Lesson richer = headline();
    richer.definition.parameters.push_back({QStringLiteral("extra"), ParameterType::Count, 3, 1, 5, 1, {}});
    QCOMPARE(fitRun(run, richer).value().parameters.value(u"extra"), 3);
}

void TestRunFile::filesAreReadWithTheirName()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("run.awaitscope"));
    QCOMPARE(readRunFile(file).problem().id, QStringLiteral("file-missing"));
    QCOMPARE(readRunFile(folder.path()).problem().id, QStringLiteral("file-missing"));
    QFile target(file);
    QVERIFY(target.open(QIODevice::WriteOnly));
    target.write(sample());
    target.close();
    QCOMPARE(readRunFile(file).value().lesson, headline().id);
    QVERIFY(target.open(QIODevice::WriteOnly));
    target.write(sample().first(100));
    target.close();
    const auto cut = readRunFile(file);
    QVERIFY2(cut.problem().sentence.startsWith(QStringLiteral("“%1”: the trace is damaged").arg(file)),
        qPrintable(cut.problem().sentence));
    QVERIFY(!readRunFile(QStringLiteral("/dev/zero")).ok());
}

QTEST_GUILESS_MAIN(TestRunFile)
#include "tst_run_file.moc"
