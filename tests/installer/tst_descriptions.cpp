// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QHash>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

namespace {

QString source(const QString &name)
{
    return QDir(QStringLiteral(AWAITSCOPE_SOURCE_DIR)).filePath(name);
}

/// The description of the packages for a system, as CMake reads it there.
struct Description
{
    explicit Description(const QString &system)
    {
        QProcess cmake;
        cmake.start(QStringLiteral("cmake"),
            {QStringLiteral("-S"), source(QStringLiteral("tests/installer/other_system")), QStringLiteral("-B"), folder.path(),
                QStringLiteral("-G"), QStringLiteral("Ninja"), QStringLiteral("-DCMAKE_SYSTEM_NAME=") + system,
                QStringLiteral("-DCMAKE_SYSTEM_PROCESSOR=x86_64")});
        isRead = cmake.waitForFinished() && cmake.exitStatus() == QProcess::NormalExit && cmake.exitCode() == 0;
        said = cmake.readAllStandardError();
    }

    QString file(const QString &name) const
    {
        QFile read(folder.filePath(name));
        return read.open(QIODevice::ReadOnly) ? QString::fromUtf8(read.readAll()) : QString();
    }

    /// A variable as cpack gets it.
    QString value(const QString &variable) const
    {
        const QRegularExpression line(QStringLiteral("^set\\(%1 \"((?:[^\"\\\\]|\\\\.)*)\"\\)$").arg(variable),
            QRegularExpression::MultilineOption | QRegularExpression::DotMatchesEverythingOption);
        return line.match(file(QStringLiteral("CPackConfig.cmake"))).captured(1);
    }

    bool deploysQt() const
    {
        return file(QStringLiteral("cmake_install.cmake")).contains(folder.filePath(QStringLiteral("deploy.cmake")));
    }

    QTemporaryDir folder;
    bool isRead = false;
    QByteArray said;
};

} // namespace

/// The packages of other systems cannot be made here; their descriptions can be read, and say what they should.
class DescriptionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void debian()
    {
        const Description description(QStringLiteral("Linux"));
        QVERIFY2(description.isRead, description.said);
        QCOMPARE(description.value(QStringLiteral("CPACK_GENERATOR")), QStringLiteral("DEB;TGZ"));
        QCOMPARE(description.value(QStringLiteral("CPACK_PACKAGE_FILE_NAME")), QStringLiteral("awaitscope-1.2.3-linux-x86_64"));
        QVERIFY(!description.deploysQt());
        // Midnight of 2024-02-29, in universal time.
        QVERIFY(description.file(QStringLiteral("cpack_project_config.cmake")).contains(QLatin1String("1709164800)")));
    }

    void windows()
    {
        const Description description(QStringLiteral("Windows"));
        QVERIFY2(description.isRead, description.said);
        QCOMPARE(description.value(QStringLiteral("CPACK_GENERATOR")), QStringLiteral("NSIS"));
        QVERIFY(description.deploysQt());
        const QString registered = description.value(QStringLiteral("CPACK_NSIS_EXTRA_INSTALL_COMMANDS"));
        QVERIFY2(registered.contains(QLatin1String("Classes\\\\.awaitscope'")), qPrintable(registered));
        const QString removed = description.value(QStringLiteral("CPACK_NSIS_EXTRA_UNINSTALL_COMMANDS"));
        QCOMPARE(removed.count(QLatin1String("DeleteRegKey")), 2);
    }

    void macos()
    {
        const Description description(QStringLiteral("Darwin"));
        QVERIFY2(description.isRead, description.said);
        QCOMPARE(description.value(QStringLiteral("CPACK_GENERATOR")), QStringLiteral("DragNDrop"));
        QVERIFY(description.deploysQt());

        QXmlStreamReader plist(description.file(QStringLiteral("Info.plist")));
        QString key;
        QHash<QString, QStringList> texts;
        while (!plist.atEnd()) {
            if (plist.readNext() != QXmlStreamReader::StartElement)
                continue;
            if (plist.name() == QLatin1String("key"))
                key = plist.readElementText();
            else if (plist.name() == QLatin1String("string"))
                texts[key] << plist.readElementText();
        }
        QVERIFY2(!plist.hasError(), qPrintable(plist.errorString()));
        const auto is = [&texts](const char *name, const char *text) {
            return texts.value(QLatin1String(name)) == QStringList{QLatin1String(text)};
        };
        QVERIFY(is("CFBundleShortVersionString", "1.2.3"));
        QVERIFY(is("CFBundleIdentifier", "org.awaitscope.Awaitscope"));
        QVERIFY(is("public.filename-extension", "awaitscope"));
        QCOMPARE(texts.value(QStringLiteral("LSItemContentTypes")), texts.value(QStringLiteral("UTTypeIdentifier")));
    }
};

QTEST_GUILESS_MAIN(DescriptionsTest)
#include "tst_descriptions.moc"
