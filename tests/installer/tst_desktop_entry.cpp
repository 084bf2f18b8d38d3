// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"
#include "tests/installer/tools.h"

#include <QRegularExpression>
#include <QTest>

using namespace awaitscope;
using namespace awaitscope::test;

namespace {

const QString mainGroup = QStringLiteral("Desktop Entry");

QStringList listed(const QString &value)
{
    return value.split(u';', Qt::SkipEmptyParts);
}

} // namespace

/// The entry in the desktop's menu.
class DesktopEntryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theValidatorAcceptsIt()
    {
        const Said said = runTool(QStringLiteral("desktop-file-validate"), {desktopFile(appId + QStringLiteral(".desktop"))});
        QVERIFY2(said.code == 0, qPrintable(said.words));
        // It stands under Education and under Development, for learners and for those who write such code.
        const QString twice = QStringLiteral("contains more than one main category");
        for (const QString &line : said.words.split(u'\n', Qt::SkipEmptyParts))
            QVERIFY2(line.contains(twice), qPrintable(line));
    }

    void itNamesWhatIsThere()
    {
        const auto entry = desktopEntry().value(mainGroup);
        QCOMPARE(entry.value(QStringLiteral("Icon")), appId);
        QVERIFY(QFile::exists(desktopFile(QStringLiteral("icons/%1.svg").arg(appId))));
        QCOMPARE(listed(entry.value(QStringLiteral("MimeType"))), QStringList{traceType});
        QVERIFY(textOf(desktopFile(appId + QStringLiteral(".xml"))).contains(QStringLiteral("type=\"%1\"").arg(traceType)));
        QCOMPARE(entry.value(QStringLiteral("StartupNotify")), QStringLiteral("true"));
    }

    void everyTextIsGermanToo()
    {
        const auto entry = desktopEntry();
        for (auto group = entry.begin(); group != entry.end(); ++group) {
            for (const char *key : {"GenericName", "Comment", "Keywords", "Name"}) {
                const QString name = QLatin1String(key);
                const bool isOwnName = group.key() == mainGroup && name == QLatin1String("Name");
                if (group->contains(name) && !isOwnName)
                    QVERIFY2(!group->value(name + QStringLiteral("[de]")).isEmpty(), qPrintable(group.key() + u' ' + name));
            }
        }
    }

    void everyCommandIsOneOfTheProgram()
    {
        const auto entry = desktopEntry();
        const QStringList actions = listed(entry.value(mainGroup).value(QStringLiteral("Actions")));
        QCOMPARE(actions.size() + 1, entry.size());
        const Program program;
        for (const auto &group : entry) {
            QStringList words = group.value(QStringLiteral("Exec")).split(u' ', Qt::SkipEmptyParts);
            QCOMPARE(words.takeFirst(), QStringLiteral("awaitscope"));
            words.removeAll(QStringLiteral("%F"));
            const Outcome help = program.run(words + QStringList{QStringLiteral("--help")});
            QCOMPARE(help.code, 0);
            const Outcome refused = program.run(words + QStringList{QStringLiteral("--no-such-option")});
            QCOMPARE(refused.code, 2); // by its own table of options: a word that is no command is named instead
            QVERIFY2(refused.errors.contains(QStringLiteral("--no-such-option")), qPrintable(refused.errors));
        }
        for (const QString &action : actions)
            QVERIFY2(entry.contains(QStringLiteral("Desktop Action ") + action), qPrintable(action));
        QVERIFY(entry.value(mainGroup).value(QStringLiteral("Exec")).endsWith(QStringLiteral(" %F")));
    }
};

QTEST_GUILESS_MAIN(DesktopEntryTest)
#include "tst_desktop_entry.moc"
