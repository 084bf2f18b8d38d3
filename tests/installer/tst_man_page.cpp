// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reference/reference.h"
#include "app/reference/shell_tables.h"
#include "tests/cli/program.h"

#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

using namespace awaitscope;

namespace {

Outcome finished(const QString &program, const QStringList &arguments, const QString &folder)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    environment.insert(QStringLiteral("MANROFFSEQ"), QString());
    environment.insert(QStringLiteral("MANWIDTH"), QStringLiteral("100"));
    environment.insert(QStringLiteral("MAN_KEEP_FORMATTING"), QString());
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(folder);
    process.start(program, arguments);
    Outcome outcome;
    if (process.waitForFinished() && process.exitStatus() == QProcess::NormalExit)
        outcome.code = process.exitCode();
    outcome.bytes = process.readAllStandardOutput();
    outcome.output = QString::fromUtf8(outcome.bytes);
    outcome.errors = QString::fromUtf8(process.readAllStandardError());
    return outcome;
}

/// As a reader sees it, a line a paragraph: words with one space between.
QString plain(QString text)
{
    static const QRegularExpression backspaces(QStringLiteral(".\\x08")), spaces(QStringLiteral("\\s+"));
    return text.remove(backspaces).replace(spaces, QStringLiteral(" ")).replace(QChar(u'’'), QLatin1Char('\''));
}

QString typographic(const char *text)
{
    return QString::fromUtf8(text).replace(QStringLiteral("…"), QStringLiteral("..."));
}

/// What the page must hold and does not.
QStringList missingIn(const QString &page, const Reference &reference)
{
    QStringList missing;
    const auto want = [&](const QString &text) {
        if (!page.contains(text))
            missing << text;
    };
    for (const CommandSpec &command : reference.commands) {
        want(QStringLiteral("awaitscope %1").arg(QLatin1String(command.name)).trimmed());
        want(plain(typographic(command.operands)));
        want(plain(typographic(command.help)));
        for (const auto *options : {&command.options, &reference.commonOptions}) {
            for (const OptionSpec &option : *options) {
                const QString name = QLatin1String(option.name);
                const QString head = option.value ? name + QLatin1Char(' ') + typographic(option.value) : name;
                want(head + QLatin1Char(' ') + plain(typographic(option.help)));
            }
        }
    }
    for (const Lesson &lesson : reference.lessons) {
        want(QStringLiteral(" %1 %2. ").arg(lesson.id, lesson.text.title));
        for (const VariantSpec &variant : lesson.definition.variants)
            want(variant.id);
        for (const ParameterSpec &parameter : lesson.definition.parameters)
            want(parameter.id + QLatin1Char('=') + ParameterSet({parameter}).text(parameter.id));
    }
    return missing;
}

} // namespace

/// The man page tells all that --help tells, and man has nothing to say against it.
class ManPageTest : public QObject
{
    Q_OBJECT

    QTemporaryDir folder_;
    const Reference reference_ = programReference(QStringLiteral("1.2.3"), QStringLiteral("2026-01-02"));

    QString written(const QByteArray &page) const
    {
        QFile file(folder_.filePath(QStringLiteral("awaitscope.1")));
        if (!file.open(QIODevice::WriteOnly) || file.write(page) != page.size())
            return {};
        return file.fileName();
    }
    QString read(const Reference &reference) const
    {
        return plain(finished(QStringLiteral("man"),
            {QStringLiteral("-l"), QStringLiteral("--nh"), QStringLiteral("--nj"), written(manPage(reference))}, folder_.path())
                         .output);
    }

private Q_SLOTS:
    void tellsAll()
    {
        const QString page = read(reference_);
        const QStringList missing = missingIn(page, reference_);
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QLatin1Char('\n')) + QStringLiteral("\n--\n") + page));
        for (const char *section : {"NAME awaitscope - ", " SYNOPSIS ", " DESCRIPTION ", " COMMANDS ", " OPTIONS ", " LESSONS ",
                 " ENVIRONMENT ", " FILES ", " EXIT STATUS ", " EXAMPLES ", " SEE ALSO ",
                 "AWAITSCOPE(1) User Commands AWAITSCOPE(1)", "Awaitscope 1.2.3 2026-01-02"})
            QVERIFY2(page.contains(QLatin1String(section)), section);
    }

    void plantedOmission()
    {
        Reference less = reference_;
        less.commonOptions.pop_back();
        QCOMPARE(missingIn(read(less), reference_).size(), qsizetype(reference_.commands.size()));
        less = reference_;
        less.commands.pop_back();
        QVERIFY(!missingIn(read(less), reference_).isEmpty());
        less = reference_;
        less.lessons.pop_back();
        QVERIFY(!missingIn(read(less), reference_).isEmpty());
    }

    void checkersAreSilent_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("man") << QStringLiteral("man")
                             << QStringList{QStringLiteral("--warnings"), QStringLiteral("-E"), QStringLiteral("UTF-8"),
                                    QStringLiteral("-l"), QStringLiteral("-Tutf8"), QStringLiteral("-Z")};
        QTest::newRow("mandoc") << QStringLiteral("mandoc") << QStringList{QStringLiteral("-Tlint")};
    }
    void checkersAreSilent()
    {
        QFETCH(QString, program);
        QFETCH(QStringList, arguments);
        QVERIFY2(!QStandardPaths::findExecutable(program).isEmpty(),
            qPrintable(program + QStringLiteral(" is not installed; installer/packages lists it.")));
        const auto said = [&](const QByteArray &page) {
            const Outcome outcome = finished(program, arguments + QStringList{written(page)}, folder_.path());
            return program == QLatin1String("mandoc") ? outcome.output + outcome.errors : outcome.errors;
        };
        QCOMPARE(said(manPage(reference_)), QString());
        QVERIFY(
            !said(manPage(reference_) + "\\fBunfinished \\*[nothing]\n.XX\n").isEmpty()); // it does complain where there is cause
    }

    /// Lines are short enough to be read and compared, and in ASCII, which every roff reads.
    void sourceIsPlain()
    {
        for (const QByteArray &line : manPage(reference_).split('\n')) {
            QVERIFY2(line.size() <= 80 || line.startsWith(".S"), line.constData());
            QVERIFY2(std::ranges::all_of(line, [](char letter) { return letter >= ' ' && letter <= '~'; }), line.constData());
        }
    }

    void examplesWork()
    {
        const QString page = QString::fromUtf8(manPage(reference_));
        static const QRegularExpression block(
            QStringLiteral("\\.EX\\n(.*?)\\.EE"), QRegularExpression::DotMatchesEverythingOption);
        const Program program;
        const QString bin = program.path(QStringLiteral("bin"));
        QDir().mkpath(bin);
        const QString command = bin + QStringLiteral("/awaitscope");
        program.put(QStringLiteral("bin/awaitscope"), // claims on real waits may fail on a busy machine
            "#!/bin/sh\ncase \"$*\" in *--clock*) ;; run\\ *) set -- \"$@\" --clock virtual ;; esac\nexec '"
                + Program::built().toUtf8() + "' \"$@\"\n");
        QVERIFY(QFile::setPermissions(command, QFile::ReadOwner | QFile::ExeOwner));
        int count = 0;
        for (auto matches = block.globalMatch(page); matches.hasNext(); ++count) {
            QString script = matches.next().captured(1);
            script.replace(QLatin1String("\\-"), QLatin1String("-"))
                .replace(QLatin1String("\\(aq"), QLatin1String("'"))
                .replace(QLatin1String("\\e"), QLatin1String("\\"));
            QProcess process;
            program.prepare(process, {});
            QProcessEnvironment environment = process.processEnvironment();
            environment.insert(QStringLiteral("PATH"), bin + QLatin1Char(':') + environment.value(QStringLiteral("PATH")));
            process.setProcessEnvironment(environment);
            process.start(QStringLiteral("sh"), {QStringLiteral("-euc"), script});
            QVERIFY(process.waitForFinished(50'000));
            QVERIFY2(process.exitCode() == 0, qPrintable(script + QString::fromUtf8(process.readAllStandardError())));
        }
        QCOMPARE(count, 5);
        for (const char *file : {"gather.svg", "failure.awaitscope", "failure.png", "timeouts.json", "progress.awaitlog"})
            QVERIFY2(QFileInfo(program.path(QLatin1String(file))).size() > 100, file);
    }

    /// The build writes what the library gives, the same each time.
    void writtenByTheBuild()
    {
        QFile zipped(QStringLiteral(AWAITSCOPE_BINARY_DIR "/app/reference/awaitscope.1"));
        QVERIFY2(zipped.open(QIODevice::ReadOnly), "the target awaitscope_reference_files has not been built");
        const QByteArray page = zipped.readAll();
        static const QRegularExpression heading(QStringLiteral("\\.TH AWAITSCOPE 1 (\\S+) \"Awaitscope (\\S+)\""));
        const auto match = heading.match(QString::fromUtf8(page));
        QVERIFY(match.hasMatch());
        QCOMPARE(page, manPage(programReference(match.captured(2), match.captured(1))));
        QVERIFY(finished(Program::built(), {QStringLiteral("--version")}, folder_.path()).output.contains(match.captured(2)));
    }
};

QTEST_GUILESS_MAIN(ManPageTest)
#include "tst_man_page.moc"
