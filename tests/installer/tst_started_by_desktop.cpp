// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"
#include "tests/installer/tools.h"

#include <QRegularExpression>
#include <QTest>
#include <QUrl>

#include <algorithm>

using namespace awaitscope;
using namespace awaitscope::test;

namespace {

/// A display without anything on it; all windows on it end with it.
class EmptyDisplay
{
public:
    EmptyDisplay()
    {
        server_.setStandardErrorFile(QProcess::nullDevice());
        server_.start(QStringLiteral("Xvfb"),
            {QStringLiteral("-noreset"), QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"),
                QStringLiteral("0"), QStringLiteral("1440x900x24"), QStringLiteral("-nolisten"), QStringLiteral("tcp")});
        while (server_.state() != QProcess::NotRunning && !server_.canReadLine() && server_.waitForReadyRead(10'000)) { }
        name = QStringLiteral(":") + QString::fromLatin1(server_.readLine().trimmed());
        environment.insert(QStringLiteral("DISPLAY"), name);
    }

    ~EmptyDisplay()
    {
        server_.terminate();
        server_.waitForFinished();
    }

    /// The ids of the windows that have a title of the app's.
    QStringList windows() const
    {
        const Said tree = runTool(QStringLiteral("xwininfo"), {QStringLiteral("-root"), QStringLiteral("-tree")}, environment);
        static const QRegularExpression line(
            QStringLiteral("^\\s*(0x[0-9a-f]+) \"[^\"\\n]*(?:– Awaitscope|Awaitscope presents)\""),
            QRegularExpression::MultilineOption);
        QStringList ids;
        auto matches = line.globalMatch(tree.words);
        while (matches.hasNext())
            ids << matches.next().captured(1);
        return ids;
    }

    /// What the window says of itself to the desktop: `WM_CLASS` and the like.
    QString property(const QString &window, const QString &property) const
    {
        return runTool(QStringLiteral("xprop"), {QStringLiteral("-id"), window, QStringLiteral("-notype"), property}, environment)
            .words.section(QStringLiteral(" = "), 1)
            .trimmed();
    }

    QStringList titles() const
    {
        QStringList found;
        for (const QString &window : windows())
            found << property(window, QStringLiteral("_NET_WM_NAME")).remove(u'"');
        found.sort();
        return found;
    }

    QString name;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();

private:
    QProcess server_;
};

QString titleOf(const char *lesson)
{
    return QString::fromUtf8(lesson) + QStringLiteral(" – Awaitscope");
}

} // namespace

/// What a desktop does with the program, and what the program's windows tell it.
class StartedByDesktopTest : public QObject
{
    Q_OBJECT

    Program program_;

    void start(QProcess &process, const EmptyDisplay &display, const QStringList &arguments, bool byDesktop = true)
    {
        program_.set(QStringLiteral("DISPLAY"), display.name);
        program_.set(QStringLiteral("DESKTOP_STARTUP_ID"), byDesktop ? QStringLiteral("desktop-1_TIME1") : QString());
        program_.prepare(process, arguments);
        process.start();
    }

private Q_SLOTS:
    void initTestCase()
    {
        for (const char *tool : {"Xvfb", "xprop", "xwininfo"}) {
            if (QStandardPaths::findExecutable(QLatin1String(tool)).isEmpty())
                QSKIP(qPrintable(
                    QStringLiteral("%1 is not installed; installer/packages names its package").arg(QLatin1String(tool))));
        }
        for (const char *lesson : {"gather-failure", "timeouts"}) {
            const QString id = QLatin1String(lesson);
            const Outcome run = program_.run({QStringLiteral("run"), id, QStringLiteral("--clock"), QStringLiteral("virtual"),
                QStringLiteral("--trace"), QStringLiteral("a %1 ü.awaitscope").arg(id)});
            QCOMPARE(run.code, 0);
        }
        program_.put(QStringLiteral("without"), program_.content(QStringLiteral("a timeouts ü.awaitscope")));
        program_.put(QStringLiteral("damaged.awaitscope"), "awaitscope\x1a\n and nothing more");
    }

    void theWindowTellsWhoseItIs()
    {
        const EmptyDisplay display;
        QProcess process;
        start(process, display, {});
        QTRY_COMPARE_WITH_TIMEOUT(display.windows().size(), 1, 30'000);
        const QString window = display.windows().first();
        const QString given = desktopEntry().value(QStringLiteral("Desktop Entry")).value(QStringLiteral("StartupWMClass"));
        QCOMPARE(display.property(window, QStringLiteral("WM_CLASS")).section(QStringLiteral(", "), 1).remove(u'"'), given);
        const QString icons = display.property(window, QStringLiteral("_NET_WM_ICON")).isEmpty()
            ? QString()
            : runTool(
                QStringLiteral("xprop"), {QStringLiteral("-id"), window, QStringLiteral("_NET_WM_ICON")}, display.environment)
                  .words;
        for (const int size : {16, 22, 24, 32, 48, 64, 128}) // a larger one does not fit into a message of X11
            QVERIFY2(icons.contains(QStringLiteral("Icon (%1 x %1)").arg(size)), qPrintable(QString::number(size)));
        process.terminate();
        QVERIFY(process.waitForFinished());
    }

    void theShowTellsWhoseItIs()
    {
        const EmptyDisplay display;
        QProcess process;
        start(process, display,
            {QStringLiteral("present"), QStringLiteral("timeouts"), QStringLiteral("--clock"), QStringLiteral("virtual")});
        QTRY_VERIFY_WITH_TIMEOUT(!display.windows().isEmpty(), 30'000);
        const QString window = display.windows().first();
        const QString given = desktopEntry().value(QStringLiteral("Desktop Entry")).value(QStringLiteral("StartupWMClass"));
        QCOMPARE(display.property(window, QStringLiteral("WM_CLASS")).section(QStringLiteral(", "), 1).remove(u'"'), given);
        const Said icons = runTool(
            QStringLiteral("xprop"), {QStringLiteral("-id"), window, QStringLiteral("_NET_WM_ICON")}, display.environment);
        QVERIFY(icons.words.contains(QStringLiteral("Icon (48 x 48)")));
        process.terminate();
        QVERIFY(process.waitForFinished());
    }

    void aTraceOpensHoweverItIsNamed_data()
    {
        QTest::addColumn<QString>("name");
        const QString relative = QStringLiteral("a timeouts ü.awaitscope"), absolute = program_.path(relative);
        QTest::newRow("relative") << relative;
        QTest::newRow("absolute") << absolute;
        QTest::newRow("URL") << QString::fromLatin1(QUrl::fromLocalFile(absolute).toEncoded());
        QTest::newRow("URL with this computer") << QString::fromLatin1(QUrl::fromLocalFile(absolute).toEncoded())
                                                       .replace(QStringLiteral("file:///"), QStringLiteral("file://localhost/"));
        QTest::newRow("without its ending") << program_.path(QStringLiteral("without"));
    }

    void aTraceOpensHoweverItIsNamed()
    {
        QFETCH(QString, name);
        const EmptyDisplay display;
        QProcess process;
        start(process, display, {name});
        QTRY_COMPARE_WITH_TIMEOUT(display.titles(), QStringList{titleOf("Timeouts")}, 30'000);
        process.terminate();
        QVERIFY(process.waitForFinished());
        QCOMPARE(QString::fromUtf8(process.readAllStandardError()), QString());
    }

    void eachFileHasAWindowOfItsOwn()
    {
        const EmptyDisplay display;
        QProcess process;
        start(process, display,
            {QStringLiteral("--theme=dark"), program_.path(QStringLiteral("a gather-failure ü.awaitscope")),
                QStringLiteral("without"), QStringLiteral("sequential-vs-parallel")});
        const QStringList all{titleOf("Failure in gather"), titleOf("Sequential vs parallel"), titleOf("Timeouts")};
        QTRY_COMPARE_WITH_TIMEOUT(display.titles(), all, 60'000);
        process.terminate();
        QVERIFY(process.waitForFinished());
    }

    void whatCannotBeOpenedIsToldInTheWindow()
    {
        const EmptyDisplay display;
        QProcess process;
        start(process, display, {QStringLiteral("damaged.awaitscope"), QStringLiteral("without")});
        QTRY_COMPARE_WITH_TIMEOUT(display.titles(), QStringList{titleOf("Timeouts")}, 30'000);
        process.terminate();
        QVERIFY(process.waitForFinished());
        QVERIFY(process.readAllStandardError().contains("damaged.awaitscope"));
    }

    void onTheCommandLineItIsRefused_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("named");
        const QString good = QStringLiteral("without");
        QTest::newRow("damaged") << QStringList{good, QStringLiteral("damaged.awaitscope")}
                                 << QStringLiteral("damaged.awaitscope");
        QTest::newRow("missing") << QStringList{good, QStringLiteral("missing.awaitscope")}
                                 << QStringLiteral("missing.awaitscope");
        QTest::newRow("unknown") << QStringList{good, QStringLiteral("timeout")} << QStringLiteral("timeout");
        QTest::newRow("another computer's") << QStringList{QStringLiteral("file://elsewhere/a.awaitscope")}
                                            << QStringLiteral("elsewhere");
        QTest::newRow("too many") << QStringList(13, good) << QStringLiteral("12");
    }

    void onTheCommandLineItIsRefused()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, named);
        const EmptyDisplay display;
        QProcess process;
        start(process, display, words, false);
        QVERIFY(process.waitForFinished(30'000));
        QCOMPARE(process.exitCode(), 2);
        const QString said = QString::fromUtf8(process.readAllStandardError());
        QCOMPARE(said.count(u'\n'), 1);
        QVERIFY2(said.contains(named), qPrintable(said));
        QCOMPARE(display.windows(), QStringList());
    }
};

QTEST_GUILESS_MAIN(StartedByDesktopTest)
#include "tst_started_by_desktop.moc"
