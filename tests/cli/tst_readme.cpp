// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/options.h"

#include <QFile>
#include <QTest>

using namespace awaitscope;

namespace {

/// The part of the README on the command line.
QString commandLinePart(const QString &readme)
{
    const qsizetype begin = readme.indexOf(QLatin1String("\n## Command line\n"));
    const qsizetype end = readme.indexOf(QLatin1String("\n## "), begin + 4);
    return begin < 0 ? QString() : readme.mid(begin, end - begin);
}

/// The rows of the table that begin with a command, or all on options.
QStringList missingIn(const QString &part)
{
    QStringList missing;
    for (const CommandSpec &command : commands()) {
        const QString line = QStringLiteral("awaitscope %1").arg(QLatin1String(command.name)).trimmed();
        if (!part.contains(QStringLiteral("| `") + line))
            missing << line;
        for (const auto *options : {&command.options, &commonOptions()}) {
            for (const OptionSpec &option : *options) {
                const QString name = QLatin1String(option.name);
                if (!part.contains(name) && !missing.contains(name))
                    missing << name;
            }
        }
    }
    return missing;
}

} // namespace

/// The README tells of every command and of every option.
class ReadmeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsAll()
    {
        QFile file(QStringLiteral(AWAITSCOPE_SOURCE_DIR "/README.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString part = commandLinePart(QString::fromUtf8(file.readAll()));
        QVERIFY(!part.isEmpty());
        QCOMPARE(missingIn(part).join(QLatin1Char(32)), QString());
        QCOMPARE(missingIn(QString(part).remove(QLatin1String("--seed"))), QStringList{QStringLiteral("--seed")});
        QCOMPARE(
            missingIn(QString(part).remove(QLatin1String("awaitscope check"))), QStringList{QStringLiteral("awaitscope check")});
    }
};

QTEST_GUILESS_MAIN(ReadmeTest)
#include "tst_readme.moc"
