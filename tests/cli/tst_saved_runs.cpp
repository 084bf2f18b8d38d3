// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace awaitscope;

namespace {

const QString lesson = QStringLiteral("sequential-vs-parallel");
const QStringList save{
    QStringLiteral("run"), lesson, QStringLiteral("--clock"), QStringLiteral("virtual"), QStringLiteral("--save")};

/// The program with a folder for data of its own.
struct KeepingProgram : Program
{
    KeepingProgram() { set(QStringLiteral("XDG_DATA_HOME"), path(QStringLiteral("data"))); }

    QString database() const { return path(QStringLiteral("data/awaitscope/awaitscope.db")); }
    Outcome runs(const QStringList &words = {}) const { return run(QStringList{QStringLiteral("runs")} + words); }
    QJsonArray listed() const
    {
        const Outcome outcome = runs({QStringLiteral("list"), QStringLiteral("--json")});
        return QJsonDocument::fromJson(outcome.bytes).array();
    }
};

} // namespace

/// `run --save` and `runs`, on the built program.
class SavedRunsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRunIsSavedAndShown()
    {
        KeepingProgram program;
        QVERIFY(program.runs().output.startsWith(QLatin1String("No runs are saved.")));
        const Outcome saved = program.run(save + QStringList{QStringLiteral("--set"), QStringLiteral("getUser=250ms")});
        QCOMPARE(saved.code, 0);
        QVERIFY2(saved.output.endsWith(QLatin1String("Saved as run 1\n")), qPrintable(saved.output));
        QVERIFY(program.run(save).output.endsWith(QLatin1String("Saved as run 2\n")));

        const QJsonArray runs = program.listed();
        QCOMPARE(runs.size(), 2);
        const QJsonObject first = runs[1].toObject();
        QCOMPARE(first[QLatin1String("number")].toInt(), 1);
        QCOMPARE(first[QLatin1String("lesson")].toString(), lesson);
        QCOMPARE(first[QLatin1String("clock")].toString(), QStringLiteral("virtual"));
        QCOMPARE(first[QLatin1String("parameters")].toObject()[QLatin1String("getUser")].toString(), QStringLiteral("250ms"));
        QCOMPARE(first[QLatin1String("variants")].toArray()[0].toObject()[QLatin1String("duration_ns")].toInteger(), 460'000'000);
        QCOMPARE(first[QLatin1String("trace")].toString(), QStringLiteral("kept"));

        const Outcome shown = program.runs({QStringLiteral("show"), QStringLiteral("1")});
        QCOMPARE(shown.code, 0);
        for (const char *words : {"Run 1", "sequential-vs-parallel", "getUser=250ms", "460 ms", "✓ holds", "A took 460 ms"})
            QVERIFY2(shown.output.contains(QString::fromUtf8(words)), qPrintable(shown.output));
        QCOMPARE(program.runs().output.count(QLatin1Char('\n')), 2);
    }

    void theReportStaysPure()
    {
        KeepingProgram program;
        const Outcome outcome = program.run(save + QStringList{QStringLiteral("--json"), QStringLiteral("-")});
        QCOMPARE(outcome.code, 0);
        QVERIFY(QJsonDocument::fromJson(outcome.bytes).isObject());
        QCOMPARE(outcome.errors, QString());
        QCOMPARE(program.listed().size(), 1);
    }

    void withoutSaveNothingIsKept()
    {
        KeepingProgram program;
        QCOMPARE(program.run(save.first(4)).code, 0);
        QVERIFY(!QFile::exists(program.database()));
    }

    void deletedAndBroughtBack()
    {
        KeepingProgram program;
        program.run(save);
        QCOMPARE(program.runs({QStringLiteral("delete"), QStringLiteral("1")}).code, 0);
        QCOMPARE(program.listed().size(), 0);
        QCOMPARE(program.runs({QStringLiteral("show"), QStringLiteral("1")}).code, 2);
        QCOMPARE(program.runs({QStringLiteral("restore"), QStringLiteral("1")}).code, 0);
        QCOMPARE(program.listed().size(), 1);
    }

    void exportedAndImported()
    {
        KeepingProgram program, other;
        program.run(save);
        QCOMPARE(program.runs({QStringLiteral("export"), QStringLiteral("all")}).code, 0);
        other.put(QStringLiteral("all"), program.content(QStringLiteral("all")));
        QVERIFY(other.runs({QStringLiteral("import"), QStringLiteral("all")}).output.contains(QLatin1String("new runs: 1")));
        QVERIFY(other.runs({QStringLiteral("import"), QStringLiteral("all")}).output.contains(QLatin1String("new runs: 0")));
        QCOMPARE(other.listed()[0].toObject()[QLatin1String("uid")], program.listed()[0].toObject()[QLatin1String("uid")]);
    }

    void refused_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("names");
        QTest::addColumn<QString>("accepts");
        const auto row = [](const char *words, const char *names, const char *accepts) {
            QTest::newRow(words) << QString::fromLatin1(words) << QString::fromLatin1(names) << QString::fromLatin1(accepts);
        };
        row("shwo 1", "shwo", "Did you mean show?");
        row("show", "show", "show N");
        row("show 1 2", "show", "show N");
        row("list 1", "list", "show N");
        row("show one", "one", "a number");
        row("show -1", "-1", "--json");
        row("show 0", "\"0\"", "a number");
        row("show 99999999999999999999", "99999999999999999999", "a number");
        row("show 7", "7", "no saved run");
        row("delete 7", "7", "no saved run");
        row("restore 7", "7", "no saved run");
        row("export nowhere/all", "nowhere", "exist");
        row("export link", "link", "link");
        row("import nowhere", "nowhere", "runs export");
        row("import garbage", "garbage", "runs export");
        row("--theme dark", "--theme", "--json");
    }

    void refused()
    {
        QFETCH(QString, words);
        QFETCH(QString, names);
        QFETCH(QString, accepts);
        KeepingProgram program;
        program.put(QStringLiteral("garbage"), "nothing");
        QVERIFY(QFile::link(program.path(QStringLiteral("garbage")), program.path(QStringLiteral("link"))));
        const Outcome outcome = program.runs(words.split(QLatin1Char(' ')));
        QVERIFY2(outcome.code == 2, qPrintable(outcome.errors));
        QCOMPARE(outcome.errors.count(QLatin1Char('\n')), 1);
        QVERIFY2(outcome.errors.contains(names) && outcome.errors.contains(accepts), qPrintable(outcome.errors));
        QCOMPARE(outcome.output, QString());
    }

    void aDamagedFileIsToldAndMovedAside()
    {
        KeepingProgram program;
        QVERIFY(QDir().mkpath(program.path(QStringLiteral("data/awaitscope"))));
        program.put(QStringLiteral("data/awaitscope/awaitscope.db"), QByteArray(5000, 'x'));
        const Outcome outcome = program.run(save);
        QCOMPARE(outcome.code, 0);
        QVERIFY(outcome.output.endsWith(QLatin1String("Saved as run 1\n")));
        QVERIFY2(outcome.errors.contains(QLatin1String("is damaged")) && outcome.errors.count(QLatin1Char('\n')) == 1,
            qPrintable(outcome.errors));
        const QStringList aside
            = QDir(program.path(QStringLiteral("data/awaitscope"))).entryList({QStringLiteral("awaitscope-damaged-*.db")});
        QCOMPARE(aside.size(), 1);
        QCOMPARE(program.content(QStringLiteral("data/awaitscope/") + aside.first()), QByteArray(5000, 'x'));
    }

    void aFolderThatCannotBeWrittenTo()
    {
        KeepingProgram program;
        QVERIFY(QDir().mkpath(program.path(QStringLiteral("data"))));
        QVERIFY(QFile::setPermissions(program.path(QStringLiteral("data")), QFile::Permissions(0x5555)));
        const Outcome outcome = program.runWithoutRights(save);
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.errors.contains(QLatin1String("--save"))
                && outcome.errors.contains(QLatin1String("The run was not saved."))
                && outcome.errors.count(QLatin1Char('\n')) == 1,
            qPrintable(outcome.errors));
        QVERIFY(outcome.output.contains(QLatin1String("A took 406 ms")));
        QVERIFY(!outcome.output.contains(QLatin1String("Saved")));
        // Not for another reason.
        QVERIFY(QFile::setPermissions(program.path(QStringLiteral("data")), QFile::Permissions(0x7777)));
        QCOMPARE(program.runWithoutRights(save).code, 0);
    }
};

QTEST_GUILESS_MAIN(SavedRunsTest)
#include "tst_saved_runs.moc"
