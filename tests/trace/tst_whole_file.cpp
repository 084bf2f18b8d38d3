// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/trace/whole_file.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace awaitscope;

class TestWholeFile : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir folder_;

    QString path(const QString &name) const { return folder_.filePath(name); }
    static QByteArray contentOf(const QString &file)
    {
        QFile source(file);
        return source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray();
    }
    QStringList all() const
    {
        return QDir(folder_.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    }

private Q_SLOTS:
    void aNewFileAndARegularOneGetTheBytes()
    {
        QVERIFY(writeWholeFile(path(QStringLiteral("one")), "first").ok());
        QCOMPARE(contentOf(path(QStringLiteral("one"))), QByteArray("first"));
        QVERIFY(writeWholeFile(path(QStringLiteral("one")), "2").ok());
        QCOMPARE(contentOf(path(QStringLiteral("one"))), QByteArray("2"));
        QCOMPARE(all(), QStringList{QStringLiteral("one")}); // nothing is left beside it
    }

    void aLinkIsRefusedAndWhatItLeadsToIsKept()
    {
        QVERIFY(writeWholeFile(path(QStringLiteral("goal")), "kept").ok());
        QVERIFY(QFile::link(path(QStringLiteral("goal")), path(QStringLiteral("link"))));
        const auto written = writeWholeFile(path(QStringLiteral("link")), "new");
        QVERIFY(!written.ok());
        QCOMPARE(written.problem().id, QStringLiteral("file-not-regular"));
        QCOMPARE(contentOf(path(QStringLiteral("goal"))), QByteArray("kept"));
    }

    void aLinkToNowhereIsRefused()
    {
        QVERIFY(QFile::link(path(QStringLiteral("nowhere")), path(QStringLiteral("dangling"))));
        QVERIFY(!writeWholeFile(path(QStringLiteral("dangling")), "new").ok());
        QVERIFY(!QFile::exists(path(QStringLiteral("nowhere"))));
    }

    void aFolderIsRefused()
    {
        const auto written = writeWholeFile(folder_.path(), "new");
        QVERIFY(!written.ok());
        QCOMPARE(written.problem().id, QStringLiteral("file-not-regular"));
        QCOMPARE(written.problem().place, folder_.path());
    }

    void aFolderThatIsNotThereIsAProblem()
    {
        const auto written = writeWholeFile(path(QStringLiteral("no/such/folder")), "new");
        QVERIFY(!written.ok());
        QCOMPARE(written.problem().id, QStringLiteral("file-write"));
        QVERIFY(written.problem().sentence.startsWith(QStringLiteral("could not be written: ")));
        QVERIFY(!QFile::exists(path(QStringLiteral("no"))));
    }
};

QTEST_GUILESS_MAIN(TestWholeFile)
#include "tst_whole_file.moc"
