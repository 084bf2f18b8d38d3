// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"
#include "tests/installer/tools.h"

#include <QCoreApplication>
#include <QMimeDatabase>
#include <QTest>

#include <cstdio>
#include <cstring>

using namespace awaitscope;
using namespace awaitscope::test;

/// The type of trace files, as a desktop tells them apart.
class MimeTypeTest : public QObject
{
    Q_OBJECT

    QTemporaryDir data_;
    Program program_;

    /// By a process of its own, which has not read the types of this machine yet: its name, its comment, the name of its icon.
    QStringList typeOf(const QString &file) const
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_DATA_DIRS"), data_.path() + QStringLiteral(":/usr/share"));
        environment.insert(QStringLiteral("XDG_DATA_HOME"), data_.filePath(QStringLiteral("home")));
        environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        const Said said = runTool(QCoreApplication::applicationFilePath(), {QStringLiteral("--type-of"), file}, environment);
        return said.words.trimmed().split(u'\n');
    }

private Q_SLOTS:
    void initTestCase()
    {
        QDir(data_.path()).mkpath(QStringLiteral("mime/packages"));
        QVERIFY(QFile::copy(desktopFile(appId + QStringLiteral(".xml")), data_.filePath(QStringLiteral("mime/packages/a.xml"))));
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_DATA_DIRS"), data_.path());
        const Said said = runTool(QStringLiteral("update-mime-database"), {data_.filePath(QStringLiteral("mime"))}, environment);
        QVERIFY2(said.code == 0, qPrintable(said.words));
        QCOMPARE(said.words, QString());
        const Outcome run = program_.run({QStringLiteral("run"), QStringLiteral("gather-failure"), QStringLiteral("--clock"),
            QStringLiteral("virtual"), QStringLiteral("--trace"), QStringLiteral("a.awaitscope")});
        QCOMPARE(run.code, 0);
    }

    void aTraceIsKnownByItsName()
    {
        program_.put(QStringLiteral("empty.awaitscope"), {});
        QCOMPARE(typeOf(program_.path(QStringLiteral("a.awaitscope"))).value(0), traceType);
        QCOMPARE(typeOf(program_.path(QStringLiteral("empty.awaitscope"))).value(0), traceType);
    }

    void aTraceIsKnownByItsFirstBytes()
    {
        for (const char *name : {"without", "unknown.ending"}) {
            program_.put(QLatin1String(name), program_.content(QStringLiteral("a.awaitscope")));
            QCOMPARE(typeOf(program_.path(QLatin1String(name))).value(0), traceType);
        }
    }

    void nothingElseIsTaken_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("text") << QStringLiteral("note") << QByteArray("awaitscope teaches async/await\n");
        QTest::newRow("without the mark of binary files") << QStringLiteral("almost") << QByteArray("awaitscope\n\x1a");
        QTest::newRow("further on") << QStringLiteral("later") << QByteArray(" awaitscope\x1a\n");
        QTest::newRow("a playlist") << QStringLiteral("show.awaitlist") << QByteArray("timeouts\n");
        QTest::newRow("packed") << QStringLiteral("packed") << QByteArray::fromHex("789c4b");
    }

    void nothingElseIsTaken()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        program_.put(name, bytes);
        const QString type = typeOf(program_.path(name)).value(0);
        QVERIFY(type.contains(u'/'));
        QVERIFY2(type != traceType, qPrintable(type));
    }

    void itHasWordsAndAnIcon()
    {
        const QString trace = program_.path(QStringLiteral("a.awaitscope"));
        QCOMPARE(typeOf(trace).value(1), QStringLiteral("Awaitscope trace"));
        const QString icon = typeOf(trace).value(2);
        QVERIFY2(QFile::exists(desktopFile(QStringLiteral("icons/%1.svg").arg(icon))), qPrintable(icon));
        QVERIFY(textOf(desktopFile(appId + QStringLiteral(".xml"))).contains(QStringLiteral("<comment xml:lang=\"de\">")));
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc == 3 && std::strcmp(argv[1], "--type-of") == 0) {
        const QMimeType type = QMimeDatabase().mimeTypeForFile(QString::fromLocal8Bit(argv[2]));
        std::printf("%s\n%s\n%s\n", qPrintable(type.name()), qPrintable(type.comment()), qPrintable(type.iconName()));
        return 0;
    }
    MimeTypeTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_mime_type.moc"
