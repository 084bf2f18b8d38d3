// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

#include <csignal>

using namespace awaitscope;

namespace {

const QString lesson = QStringLiteral("sequential-vs-parallel");

QStringList runOf(const QStringList &more)
{
    return QStringList{QStringLiteral("run"), lesson, QStringLiteral("--clock"), QStringLiteral("virtual")} + more;
}

/// All text of an SVG, its words one space apart.
QString svgText(const QByteArray &svg)
{
    QXmlStreamReader reader(svg);
    QString text;
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::Characters)
            text += reader.text().toString() + QLatin1Char(' ');
    }
    return reader.hasError() ? QString() : text.simplified();
}

} // namespace

/// The built program, end to end.
class CliTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void help()
    {
        Program program;
        const Outcome whole = program.run({QStringLiteral("--help")});
        QCOMPARE(whole.code, 0);
        QCOMPARE(whole.errors, QString());
        for (const char *word : {"awaitscope list", "awaitscope run", "awaitscope check", "--version", "Exit codes"})
            QVERIFY2(whole.output.contains(QLatin1String(word)), word);
        QCOMPARE(program.run({QStringLiteral("-h")}).output, whole.output);
        const Outcome run = program.run({QStringLiteral("run"), QStringLiteral("--help")});
        QCOMPARE(run.code, 0);
        for (const char *option :
            {"--all", "--variant", "--set", "--clock", "--seed", "--json", "--export", "--theme", "--size", "--scale"})
            QVERIFY2(run.output.contains(QLatin1String(option)), option);
        for (const QString &line : run.output.split(QLatin1Char('\n')))
            QVERIFY2(line.size() <= 100, qPrintable(line));
        QVERIFY(!program.run({QStringLiteral("check"), QStringLiteral("--help")}).output.contains(QLatin1String("--export")));
    }

    void version()
    {
        const Outcome outcome = Program().run({QStringLiteral("--version")});
        QCOMPARE(outcome.code, 0);
        static const QRegularExpression form(
            QStringLiteral("^Awaitscope \\d+\\.\\d+\\.\\d+\nQt 6\\.\\d+\\.\\d+\nQCoro 0\\.\\d+\\.\\d+\n$"));
        QVERIFY2(form.match(outcome.output).hasMatch(), qPrintable(outcome.output));
    }

    void list()
    {
        const Outcome text = Program().run({QStringLiteral("list")});
        QCOMPARE(text.code, 0);
        for (const char *word : {"patterns", "sequential-vs-parallel", "start-early", "getUser=196ms"})
            QVERIFY2(text.output.contains(QLatin1String(word)), word);

        const Outcome json = Program().run({QStringLiteral("list"), QStringLiteral("--json")});
        QCOMPARE(json.code, 0);
        const QJsonArray lessons = QJsonDocument::fromJson(json.bytes).array();
        QVERIFY(!lessons.isEmpty());
        QJsonObject found;
        for (const auto &each : lessons) {
            for (const char *key : {"id", "title", "group", "point", "parameters", "variants", "claims"})
                QVERIFY2(each.toObject().contains(QLatin1String(key)), key);
            if (each.toObject()[QLatin1String("id")] == lesson)
                found = each.toObject();
        }
        QCOMPARE(found[QLatin1String("group")].toString(), QStringLiteral("patterns"));
        QCOMPARE(found[QLatin1String("variants")].toArray().size(), 4);
        QVERIFY(found[QLatin1String("claims")].toArray().size() >= 3);
        const QJsonObject parameter = found[QLatin1String("parameters")].toArray().first().toObject();
        QCOMPARE(parameter[QLatin1String("name")].toString(), QStringLiteral("getUser"));
        QCOMPARE(parameter[QLatin1String("type")].toString(), QStringLiteral("duration"));
        QCOMPARE(parameter[QLatin1String("default")].toInteger(), 196'000'000);
        QCOMPARE(parameter[QLatin1String("unit")].toString(), QStringLiteral("ns"));
        QVERIFY(parameter.contains(QLatin1String("min")) && parameter.contains(QLatin1String("max")));
    }

    void runForReaders()
    {
        const Outcome outcome = Program().run(runOf({}));
        QCOMPARE(outcome.errors, QString());
        QCOMPARE(outcome.code, 0);
        for (const char *word : {"getUser 196 ms", "virtual clock, seed 1", "406 ms", "196 ms", "✓ holds"})
            QVERIFY2(outcome.output.contains(QString::fromUtf8(word)),
                qPrintable(QString::fromUtf8(word) + QLatin1Char('\n') + outcome.output));
        QVERIFY(!outcome.output.contains(QStringLiteral("✕")));
        QVERIFY(outcome.output.count(QStringLiteral("✓ holds")) >= 3);
    }

    void tellsWhatIsLeftOutOnTheVirtualClock()
    {
        const Program program;
        const QStringList words{QStringLiteral("run"), QStringLiteral("testing-coroutines"), QStringLiteral("--set"),
            QStringLiteral("seeds=1"), QStringLiteral("--clock"), QStringLiteral("virtual")};
        const Outcome run = program.run(words);
        QCOMPARE(run.code, 0);
        QCOMPARE(run.errors,
            QStringLiteral(
                "awaitscope: testing-coroutines: the variant real-clock is left out; it exists on the real clock only.\n"));
        QVERIFY(!run.output.contains(QLatin1String("Tests on the real clock")));
        QCOMPARE(program.run(words + QStringList{QStringLiteral("--variant=virtual-clock")}).errors, QString());
        const Outcome refused = program.run(words + QStringList{QStringLiteral("--variant=real-clock")});
        QCOMPARE(refused.code, 2);
        QVERIFY2(refused.errors.contains(QLatin1String("exists on the real clock only")), qPrintable(refused.errors));
        QCOMPARE(refused.errors.count(QLatin1Char('\n')), 1);
    }

    void runOnTheRealClock()
    {
        const Outcome outcome = Program().run({QStringLiteral("run"), lesson, QStringLiteral("--set"),
            QStringLiteral("getUser=60ms"), QStringLiteral("--set"), QStringLiteral("getUserLogs=0.04s"), QStringLiteral("--set"),
            QStringLiteral("getUserMetrics=30"), QStringLiteral("--json"), QStringLiteral("-")});
        QCOMPARE(outcome.errors, QString());
        const QJsonObject run = QJsonDocument::fromJson(outcome.bytes).object();
        QCOMPARE(run[QLatin1String("clock")].toString(), QStringLiteral("real"));
        const QJsonObject parameters = run[QLatin1String("parameters")].toObject();
        QCOMPARE(parameters[QLatin1String("getUser")].toInteger(), 60'000'000);
        QCOMPARE(parameters[QLatin1String("getUserLogs")].toInteger(), 40'000'000);
        QCOMPARE(parameters[QLatin1String("getUserMetrics")].toInteger(), 30'000'000);
        QVERIFY(
            run[QLatin1String("variants")].toArray().first().toObject()[QLatin1String("duration_ns")].toInteger() >= 130'000'000);
    }

    void report()
    {
        const Outcome outcome = Program().run(runOf({QStringLiteral("--set"), QStringLiteral("logsNeedUser=on"),
            QStringLiteral("--seed"), QStringLiteral("7"), QStringLiteral("--json"), QStringLiteral("-")}));
        QCOMPARE(outcome.code, 0);
        QCOMPARE(outcome.errors, QString());
        QCOMPARE(outcome.output.count(QLatin1Char('\n')), 1);
        const QJsonObject run = QJsonDocument::fromJson(outcome.bytes).object();
        for (const char *key : {"awaitscope", "lesson", "clock", "seed", "parameters", "variants", "claims", "caption"})
            QVERIFY2(run.contains(QLatin1String(key)), key);
        QCOMPARE(run[QLatin1String("seed")].toInteger(), 7);
        QCOMPARE(run[QLatin1String("clock")].toString(), QStringLiteral("virtual"));
        const QJsonArray variants = run[QLatin1String("variants")].toArray();
        QCOMPARE(variants.size(), 4);
        for (const auto &each : variants) {
            const QJsonObject variant = each.toObject();
            for (const char *key : {"id", "title", "outcome", "duration_ns", "tasks", "metrics"})
                QVERIFY2(variant.contains(QLatin1String(key)), key);
            QCOMPARE(variant[QLatin1String("outcome")].toString(), QStringLiteral("done"));
            const QJsonArray tasks = variant[QLatin1String("tasks")].toArray();
            QVERIFY(tasks.size() >= 4);
            for (const char *key : {"id", "parent", "name", "start_ns", "end_ns", "outcome", "cancelled_by"})
                QVERIFY2(tasks.first().toObject().contains(QLatin1String(key)), key);
        }
        for (const auto &each : run[QLatin1String("claims")].toArray()) {
            const QJsonObject claim = each.toObject();
            QVERIFY2(claim[QLatin1String("holds")].toBool(), qPrintable(claim[QLatin1String("id")].toString()));
            QVERIFY(claim[QLatin1String("measured")].toString().contains(QRegularExpression(QStringLiteral("\\d"))));
        }
    }

    void reportIntoFiles()
    {
        Program program;
        const Outcome outcome = program.run(
            {QStringLiteral("run"), QStringLiteral("--all"), QStringLiteral("--clock=virtual"), QStringLiteral("--json"),
                QStringLiteral("{lesson}.json"), QStringLiteral("--export"), QStringLiteral("{lesson}.svg")});
        QCOMPARE(outcome.code, 0);
        QVERIFY(program.files().contains(lesson + QStringLiteral(".json")));
        QVERIFY(program.files().contains(lesson + QStringLiteral(".svg")));
        QVERIFY(outcome.output.contains(QStringLiteral("Wrote ") + lesson + QStringLiteral(".json")));
        const Outcome single
            = program.run({QStringLiteral("run"), lesson, QStringLiteral("--clock=virtual"), QStringLiteral("--json=-")});
        QCOMPARE(program.content(lesson + QStringLiteral(".json")), single.bytes);
    }

    void chosenVariants()
    {
        const Outcome outcome = Program().run(runOf({QStringLiteral("--variant"), QStringLiteral("gather"),
            QStringLiteral("--variant"), QStringLiteral("sequential"), QStringLiteral("--json"), QStringLiteral("-")}));
        const QJsonArray variants = QJsonDocument::fromJson(outcome.bytes).object()[QLatin1String("variants")].toArray();
        QCOMPARE(variants.size(), 2);
        QCOMPARE(variants[0].toObject()[QLatin1String("id")].toString(), QStringLiteral("gather"));
        QCOMPARE(variants[1].toObject()[QLatin1String("id")].toString(), QStringLiteral("sequential"));
    }

    void figures()
    {
        Program program;
        program.put(QStringLiteral("a.png"), "an older file");
        const Outcome outcome = program.run(
            runOf({QStringLiteral("--export"), QStringLiteral("a.png"), QStringLiteral("--export"), QStringLiteral("b.svg"),
                QStringLiteral("--export"), QStringLiteral("c.PDF"), QStringLiteral("--theme"), QStringLiteral("dark"),
                QStringLiteral("--size"), QStringLiteral("1000x900"), QStringLiteral("--scale"), QStringLiteral("1.5")}));
        QCOMPARE(outcome.code, 0);
        QCOMPARE(program.files(), (QStringList{QStringLiteral("a.png"), QStringLiteral("b.svg"), QStringLiteral("c.PDF")}));
        const QImage image = QImage::fromData(program.content(QStringLiteral("a.png")), "PNG");
        QCOMPARE(image.size(), QSize(1500, 1350));
        QVERIFY(image.pixelColor(2, 2).lightness() < 80);
        QVERIFY(program.content(QStringLiteral("c.PDF")).startsWith("%PDF-"));
        const QString text = svgText(program.content(QStringLiteral("b.svg")));
        for (const char *word :
            {"getUser 196 ms", "virtual clock, seed 1", "--clock virtual", "--export b.svg", "--theme dark", "--size 1000x900"})
            QVERIFY2(text.contains(QLatin1String(word)), qPrintable(QLatin1String(word) + QLatin1Char('\n') + text));
    }

    void figureThatDoesNotFit()
    {
        Program program;
        const Outcome outcome = program.run(
            runOf({QStringLiteral("--export"), QStringLiteral("a.svg"), QStringLiteral("--export"), QStringLiteral("a.png"),
                QStringLiteral("--size"), QStringLiteral("960x200"), QStringLiteral("--json"), QStringLiteral("a.json")}));
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.errors.startsWith(QLatin1String("awaitscope: --size")) && outcome.errors.count(QLatin1Char('\n')) == 1,
            qPrintable(outcome.errors));
        QCOMPARE(outcome.output, QString());
        QCOMPARE(program.files(), QStringList());
    }

    void commandInTheFigureMakesItAgain()
    {
        Program program;
        QCOMPARE(program
                     .run(runOf({QStringLiteral("--export"), QStringLiteral("a.svg"), QStringLiteral("--seed"),
                         QStringLiteral("3"), QStringLiteral("--set"), QStringLiteral("getUser=0.25s"),
                         QStringLiteral("--variant"), QStringLiteral("gather")}))
                     .code,
            0);
        const QByteArray first = program.content(QStringLiteral("a.svg"));
        const QString text = svgText(first);
        const qsizetype begin = text.indexOf(QStringLiteral("awaitscope run "));
        QVERIFY2(begin >= 0, qPrintable(text));
        const QString last = QStringLiteral("--export a.svg");
        const QString command = text.mid(begin, text.indexOf(last, begin) + last.size() - begin);
        QCOMPARE(command,
            QStringLiteral("awaitscope run ") + lesson
                + QStringLiteral(" --variant gather --set getUser=250ms --clock virtual --seed 3 --export a.svg"));
        QVERIFY(QFile::remove(program.path(QStringLiteral("a.svg"))));
        QCOMPARE(program.run(command.split(QLatin1Char(' ')).mid(1)).code, 0);
        QCOMPARE(program.content(QStringLiteral("a.svg")), first);
    }

    void sameBytesTwice()
    {
        const QStringList arguments
            = runOf({QStringLiteral("--json"), QStringLiteral("a.json"), QStringLiteral("--export"), QStringLiteral("a.png"),
                QStringLiteral("--export"), QStringLiteral("a.svg"), QStringLiteral("--export"), QStringLiteral("a.pdf")});
        Program plain;
        QCOMPARE(plain.run(arguments).code, 0);
        Program other;
        other.set(QStringLiteral("QT_SCALE_FACTOR"), QStringLiteral("2"));
        other.set(QStringLiteral("QT_FONT_DPI"), QStringLiteral("144"));
        other.set(QStringLiteral("QT_HASH_SEED"), QStringLiteral("12345"));
        other.set(QStringLiteral("LC_ALL"), QStringLiteral("C"));
        other.set(QStringLiteral("TZ"), QStringLiteral("Pacific/Auckland"));
        other.set(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb")); // out of reach
        QCOMPARE(other.run(arguments).code, 0);
        QCOMPARE(plain.files().size(), 4);
        for (const QString &name : plain.files()) {
            QVERIFY2(plain.content(name).size() > 500, qPrintable(name));
            QVERIFY2(plain.content(name) == other.content(name), qPrintable(name));
        }
    }

    void check()
    {
        const Outcome outcome = Program().run({QStringLiteral("check")});
        QCOMPARE(outcome.errors, QString());
        QCOMPARE(outcome.code, 0);
        static const QRegularExpression line(
            QStringLiteral("✓ sequential-vs-parallel: \\d+ claims checked over 4 variants, all hold \\(.*\\)\n"));
        QVERIFY2(line.match(outcome.output).hasMatch(), qPrintable(outcome.output));
        static const QRegularExpression summary(QStringLiteral("\\n(\\d+) of \\1 lessons hold, in .*\\n$"));
        QVERIFY2(summary.match(outcome.output).hasMatch(), qPrintable(outcome.output));
    }

    void interrupted()
    {
        Program program;
        QProcess process;
        program.prepare(process,
            {QStringLiteral("run"), lesson, QStringLiteral("--set"), QStringLiteral("getUser=1s"), QStringLiteral("--export"),
                QStringLiteral("a.png"), QStringLiteral("--json"), QStringLiteral("a.json")});
        process.start();
        QVERIFY(process.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(process.state() == QProcess::NotRunning || catchesInterrupts(process.processId()), 20000);
        QVERIFY2(process.state() == QProcess::Running, process.readAllStandardError());
        QCOMPARE(::kill(pid_t(process.processId()), SIGINT), 0);
        const Outcome outcome = Program::finish(process);
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.errors.contains(QStringLiteral("cancelled")) && outcome.errors.count(QLatin1Char('\n')) == 1,
            qPrintable(outcome.errors));
        QCOMPARE(program.files(), QStringList());
    }

    void outputThatCannotBeWritten()
    {
        for (const QStringList &arguments :
            {QStringList{QStringLiteral("list")}, QStringList{QStringLiteral("--help")}, runOf({QStringLiteral("--json=-")})}) {
            Program program;
            QProcess process;
            program.prepare(process, arguments);
            process.setStandardOutputFile(QStringLiteral("/dev/full"));
            QCOMPARE(Program::finish(process).code, 1);
        }
    }

private:
    /// True once the program has a handler of its own for an interruption.
    static bool catchesInterrupts(qint64 process)
    {
        QFile status(QStringLiteral("/proc/%1/status").arg(process));
        if (!status.open(QIODevice::ReadOnly))
            return false;
        static const QRegularExpression caught(QStringLiteral("SigCgt:\\s*([0-9a-f]+)"));
        const quint64 mask = caught.match(QString::fromLatin1(status.readAll())).captured(1).toULongLong(nullptr, 16);
        return (mask & (1ull << (SIGINT - 1))) != 0;
    }
};

QTEST_GUILESS_MAIN(CliTest)
#include "tst_cli.moc"
