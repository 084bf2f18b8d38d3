// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lessons/lesson_test.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace awaitscope;
using namespace std::chrono_literals;

namespace {

const Lesson &lesson()
{
    return lessonOf("missing-await");
}

const VariantRun &variantOf(const Run &run, QStringView id)
{
    return *run.variant(id);
}

/// A file that the lesson's folder has the compiler read.
QStringList snippet(const QString &id)
{
    QFile file(QStringLiteral(AWAITSCOPE_SOURCE_DIR "/lessons/pitfalls/missing-await/snippets/%1.cpp.txt").arg(id));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).split(u'\n') : QStringList();
}

/// The line of the first marker, from 0.
qsizetype markerOf(const QStringList &lines, const QString &id)
{
    return lines.indexOf(QStringLiteral("//! [%1]").arg(id));
}

/// What the build's own compiler says of the code: "line 3: error: …", counted from behind the marker.
QStringList compiled(const QStringList &lines, qsizetype marker)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("snippet.cpp")));
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write(lines.join(u'\n').toUtf8());
    file.close();
    QStringList arguments{QStringLiteral("-std=c++20"), QStringLiteral("-Wall"), QStringLiteral("-Wextra"),
        QStringLiteral("-fsyntax-only"), QStringLiteral("-fPIC"), QStringLiteral("-fno-diagnostics-show-caret")};
#ifndef __clang__
    arguments += {QStringLiteral("-fcoroutines"), QStringLiteral("-fdiagnostics-plain-output")};
#endif
    for (const QString &path : QStringLiteral(AWAITSCOPE_CXX_INCLUDES).split(u':', Qt::SkipEmptyParts))
        arguments += {QStringLiteral("-isystem"), path};
    QProcess compiler;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    environment.remove(QStringLiteral("LANGUAGE"));
    compiler.setProcessEnvironment(environment);
    compiler.setProcessChannelMode(QProcess::MergedChannels);
    compiler.start(QStringLiteral(AWAITSCOPE_CXX_COMPILER), arguments << file.fileName());
    if (!compiler.waitForFinished(60000))
        return {QStringLiteral("the compiler did not end")};
    static const QRegularExpression message(QStringLiteral("^[^:]*:(\\d+):\\d+: ((?:fatal error|error|warning): .*)$"));
    QStringList said;
    for (const QString &line : QString::fromUtf8(compiler.readAll()).split(u'\n')) {
        if (const auto match = message.match(line); match.hasMatch())
            said += QStringLiteral("line %1: %2").arg(match.captured(1).toInt() - marker - 1).arg(match.captured(2));
    }
    return said;
}

QStringList withoutWording(const QStringList &said)
{
    QStringList kinds;
    for (const QString &line : said)
        kinds += line.section(u':', 0, 1);
    return kinds;
}

} // namespace

class TestMissingAwait : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFailureIsLostOnce()
    {
        const Run run = playAll(lesson());
        QVERIFY(run.problems.empty());
        QCOMPARE(run.liveFrames, 0);
        QCOMPARE(metricOf(run, u"forgotten", u"lost_failures"), qint64(1));
        QCOMPARE(metricOf(run, u"forgotten", u"answer_ns"), qint64(0));
        QCOMPARE(metricOf(run, u"forgotten", u"load_ended_ns"), Ns(120ms).count());
        QCOMPARE(variantOf(run, u"forgotten").outcome, RunOutcome::Done);
        QCOMPARE(variantOf(run, u"forgotten").notes, (std::vector<SubjectNote>{{QStringLiteral("1 exception lost"), false}}));
        for (const QStringView id : {u"awaited", u"spawned"}) {
            QCOMPARE(metricOf(run, id, u"lost_failures"), qint64(0));
            QCOMPARE(metricOf(run, id, u"answer_ns"), Ns(120ms).count());
            QCOMPARE(variantOf(run, id).error, QStringLiteral("no user 123"));
        }
        QCOMPARE(metricOf(run, u"lazy", u"never_started"), qint64(1));
        QCOMPARE(metricOf(run, u"lazy", u"lost_failures"), qint64(0));
    }

    void withoutAFailureTheBugLooksRight()
    {
        const Run run = playAll(lesson(), {{"fails", "off"}});
        for (const VariantRun &variant : run.variants)
            QCOMPARE(variant.outcome, RunOutcome::Done);
        QCOMPARE(metricOf(run, u"forgotten", u"lost_failures"), qint64(0));
        const Trace &good = *variantOf(run, u"awaited").trace;
        QCOMPARE(good.name(good.notes().front().text), QStringLiteral("200 Ada"));
        const Trace &bad = *variantOf(run, u"forgotten").trace;
        QCOMPARE(bad.name(bad.notes().front().text), QStringLiteral("200 user loaded"));
        QVERIFY(bad.notes().front().time < bad.find(u"getUser")->end);
    }

    void aClaimDoesNotHoldOfAnotherRecord_data()
    {
        QTest::addColumn<QString>("claim");
        QTest::addColumn<QString>("variant");
        QTest::addColumn<QString>("played");
        QTest::newRow("the endpoint waited") << "forgotten-first"
                                             << "forgotten"
                                             << "awaited";
        QTest::newRow("the failure was read") << "forgotten-loses"
                                              << "forgotten"
                                              << "spawned";
        QTest::newRow("nothing was thrown") << "forgotten-loses"
                                            << "forgotten"
                                            << "lazy";
        QTest::newRow("nobody heard") << "awaited-hears"
                                      << "awaited"
                                      << "forgotten";
        QTest::newRow("it did start") << "lazy-never-starts"
                                      << "lazy"
                                      << "forgotten";
        QTest::newRow("the group lost it") << "spawned-loses-nothing"
                                           << "spawned"
                                           << "forgotten";
    }
    void aClaimDoesNotHoldOfAnotherRecord()
    {
        QFETCH(QString, claim);
        QFETCH(QString, variant);
        QFETCH(QString, played);
        const Run run = playAll(lesson());
        QVERIFY(holds(lesson(), run, claim.toLatin1()));
        QVERIFY(!holds(lesson(), withRecord(run, variant, run, played), claim.toLatin1()));
    }

    void aFailureMoreOrLessIsNoticed()
    {
        const Run failing = playAll(lesson()), well = playAll(lesson(), {{"fails", "off"}});
        for (const char *claim : {"forgotten-loses", "awaited-hears", "spawned-loses-nothing"}) {
            const QString variant = QString::fromLatin1(claim).section(u'-', 0, 0);
            QVERIFY2(!holds(lesson(), withRecord(failing, variant, well, variant), claim), claim);
            QVERIFY2(!holds(lesson(), withRecord(well, variant, failing, variant), claim), claim);
        }
    }

    void theChallengeTakesNoTime()
    {
        const auto met = [](std::initializer_list<Setting> settings) {
            return lesson().definition.challenge(playAll(lesson(), settings)).holds;
        };
        QVERIFY(met({{"work", "0"}}));
        QVERIFY(!met({{"work", "0"}, {"fails", "off"}}));
        QVERIFY(!met({{"work", "1ms"}}));
        QVERIFY(!lesson().definition.challenge(playOne(lesson(), "awaited")).holds);
    }

    void theCompilerSaysWhatIsShown_data()
    {
        QTest::addColumn<int>("example");
        QTest::addColumn<QString>("id");
        QTest::newRow("assigned") << 0 << "assigned";
        QTest::newRow("typed") << 1 << "typed";
        QTest::newRow("unassigned") << 2 << "unassigned";
    }
    void theCompilerSaysWhatIsShown()
    {
        QFETCH(int, example);
        QFETCH(QString, id);
        QCOMPARE(lesson().text.buildExamples.size(), std::size_t(3));
        const BuildExample &shown = lesson().text.buildExamples[std::size_t(example)];
        const QStringList lines = snippet(id);
        const qsizetype marker = markerOf(lines, id);
        QVERIFY(marker > 0);
        QCOMPARE(lines.mid(marker + 1, shown.code.size()), shown.code);
        QCOMPARE(lines.value(marker + 1 + shown.code.size()), lines[marker]);

        const QStringList said = compiled(lines, marker);
        QCOMPARE(withoutWording(said), withoutWording(shown.said));
#if defined(__GNUC__) && !defined(__clang__) && __GNUC__ == 12
        QCOMPARE(said, shown.said);
#endif
    }

    /// It is the task that is refused: with a function that gives the value, the same code compiles.
    void withAValueItCompiles()
    {
        for (const char *id : {"assigned", "typed"}) {
            QStringList lines = snippet(QString::fromLatin1(id));
            lines.replaceInStrings(QStringLiteral("QCoro::Task<User>"), QStringLiteral("User"));
            QCOMPARE(compiled(lines, 0), QStringList());
        }
    }
};

QTEST_GUILESS_MAIN(TestMissingAwait)
#include "tst_missing_await.moc"
