// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

#include <QDate>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace awaitscope;

namespace {

QString fileOfTree(const QString &name)
{
    QFile file(QDir(QStringLiteral(AWAITSCOPE_SOURCE_DIR)).filePath(name));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// What the groups of an expression match in a file of the tree at first; empty where nothing does.
QStringList firstIn(const QString &name, const QString &expression)
{
    const auto match = QRegularExpression(expression, QRegularExpression::MultilineOption).match(fileOfTree(name));
    return match.hasMatch() ? match.capturedTexts().mid(1) : QStringList();
}

struct ReleaseName
{
    QString version, date;
    bool operator==(const ReleaseName &) const = default;
};

ReleaseName releaseOfBuild()
{
    const QString root = QStringLiteral("CMakeLists.txt");
    return {firstIn(root, QStringLiteral("^project\\(awaitscope VERSION ([0-9.]+)")).value(0),
        firstIn(root, QStringLiteral("^set\\(AWAITSCOPE_RELEASE_DATE ([0-9-]+)\\)")).value(0)};
}

ReleaseName releaseOfChangelog()
{
    const QStringList found
        = firstIn(QStringLiteral("CHANGELOG.md"), QStringLiteral("^## \\[(\\d[^\\]]*)\\] - (\\d{4}-\\d{2}-\\d{2})$"));
    return {found.value(0), found.value(1)};
}

ReleaseName releaseOfMetainfo()
{
    QXmlStreamReader xml(fileOfTree(QStringLiteral("resources/desktop/org.awaitscope.Awaitscope.metainfo.xml")));
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == QLatin1String("release"))
            return {xml.attributes().value(QLatin1String("version")).toString(),
                xml.attributes().value(QLatin1String("date")).toString()};
    }
    return {};
}

} // namespace

namespace QTest {
template <> char *toString(const ReleaseName &release)
{
    return toString(release.version + QLatin1Char(' ') + release.date);
}
} // namespace QTest

/// The version and its date stand in the root's CMakeLists.txt; all else that tells them agrees.
class VersionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theBuildNamesARelease()
    {
        const ReleaseName release = releaseOfBuild();
        QVERIFY2(QRegularExpression(QStringLiteral("^\\d+\\.\\d+\\.\\d+$")).match(release.version).hasMatch(),
            qPrintable(release.version));
        QVERIFY2(QDate::fromString(release.date, Qt::ISODate).isValid(), qPrintable(release.date));
    }

    void theChangelogBeginsWithIt() { QCOMPARE(releaseOfChangelog(), releaseOfBuild()); }
    void theMetainfoBeginsWithIt() { QCOMPARE(releaseOfMetainfo(), releaseOfBuild()); }

    void theProgramTellsItWithThoseOfQtAndQCoro()
    {
        const Program program;
        const Outcome told = program.run({QStringLiteral("--version")});
        QCOMPARE(told.code, 0);
        const QStringList lines = told.output.split(QLatin1Char('\n'));
        QCOMPARE(lines.value(0), QStringLiteral("Awaitscope ") + releaseOfBuild().version);
        QCOMPARE(lines.value(1), QStringLiteral("Qt ") + QString::fromLatin1(qVersion()));
        QVERIFY2(QRegularExpression(QStringLiteral("^QCoro \\d+\\.\\d+\\.\\d+$")).match(lines.value(2)).hasMatch(),
            qPrintable(lines.value(2)));
    }
};

QTEST_GUILESS_MAIN(VersionTest)
#include "tst_version.moc"
