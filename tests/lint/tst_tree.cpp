// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lint/source_text.h"

#include <QTest>

#include <algorithm>

using namespace awaitscope;

namespace {

const QStringList allTexts{QStringLiteral("*.cpp"), QStringLiteral("*.h"), QStringLiteral("*.md"), QStringLiteral("*.txt"),
    QStringLiteral("*.json"), QStringLiteral("*.sh"), QStringLiteral("*.py"), QStringLiteral("*.svg"), QStringLiteral("*.qrc"),
    QStringLiteral("run"), QStringLiteral("test"), QStringLiteral("packages")};

/// The lines of every file on which an expression is found.
QStringList linesWith(const std::vector<SourceFile> &files, const QString &pattern, bool inCodeOnly)
{
    const QRegularExpression expression(pattern);
    QStringList found;
    for (const SourceFile &file : files) {
        const QString text = inCodeOnly ? codeOnly(file.text) : file.text;
        auto matches = expression.globalMatch(text);
        while (matches.hasNext()) {
            const auto match = matches.next();
            found << finding(file.path, lineAt(text, match.capturedStart()), match.captured().trimmed());
        }
    }
    return found;
}

QByteArray listed(const QStringList &found)
{
    return (QLatin1Char('\n') + found.join(QLatin1Char('\n'))).toUtf8();
}

} // namespace

/// The rules of CONTRIBUTING.md that hold for every file.
class TreeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySourceBeginsWithItsLicence()
    {
        QStringList wrong;
        const auto files = cppFiles();
        QVERIFY(files.size() > 20);
        for (const SourceFile &file : files) {
            if (!file.text.startsWith(QLatin1String("// SPDX-License-Identifier: GPL-3.0-or-later\n")))
                wrong << file.path;
        }
        QVERIFY2(wrong.isEmpty(), listed(wrong));
    }

    void everyHeaderIsReadOnce()
    {
        QStringList wrong;
        for (const SourceFile &file : cppFiles()) {
            if (file.path.endsWith(QLatin1String(".h"))
                && file.text.section(QLatin1Char('\n'), 1, 1) != QLatin1String("#pragma once"))
                wrong << file.path;
        }
        QVERIFY2(wrong.isEmpty(), listed(wrong));
    }

    void noSourceIsLong()
    {
        QStringList wrong;
        for (const SourceFile &file : cppFiles()) {
            if (file.text.count(QLatin1Char('\n')) > 400)
                wrong << QStringLiteral("%1: %2 lines").arg(file.path).arg(file.text.count(QLatin1Char('\n')));
        }
        QVERIFY2(wrong.isEmpty(), listed(wrong));
    }

    void noQtKeywords()
    {
        const QString keywords = QStringLiteral(
            "\\b(?:public|private|protected)\\s+slots\\b|\\bsignals\\s*:|\\bemit\\s+\\w|\\bforeach\\s*\\(|\\bforever\\b");
        const QStringList found = linesWith(cppFiles(), keywords, true);
        QVERIFY2(found.isEmpty(), listed(found));
        const std::vector<SourceFile> planted{
            {QStringLiteral("a.h"), QStringLiteral("class A {\npublic slots:\n  void f() { emit changed(); }\n};\n")}};
        QCOMPARE(linesWith(planted, keywords, true).size(), 2);
    }

    void noPathOfAMachine()
    {
        // Put together here, so that this file does not find itself.
        const QString folders = QStringLiteral("(?<![\\w.])/(?:ho") + QStringLiteral("me|ro") + QStringLiteral("ot|wo")
            + QStringLiteral("rk|Us") + QStringLiteral("ers)/\\w");
        const QStringList found = linesWith(sourceFiles(allTexts), folders, false);
        QVERIFY2(found.isEmpty(), listed(found));
        const std::vector<SourceFile> planted{
            {QStringLiteral("a.md"), QStringLiteral("see /ho") + QStringLiteral("me/ada/x\nsee docs/home/x\n")}};
        QCOMPARE(linesWith(planted, folders, false).size(), 1);
    }

    void nothingIsLeftForLater()
    {
        const QString marks = QStringLiteral("\\b(?:TO") + QStringLiteral("DO|FIX") + QStringLiteral("ME|XX")
            + QStringLiteral("X|HA") + QStringLiteral("CK)\\b");
        const QStringList found = linesWith(sourceFiles(allTexts), marks, false);
        QVERIFY2(found.isEmpty(), listed(found));
    }

    void textsForUsersCanBeTranslated()
    {
        const QString bare = QStringLiteral(
            "\\bset(?:Text|ToolTip|WindowTitle|AccessibleName|AccessibleDescription|PlaceholderText|StatusTip|Title)\\("
            "\\s*(?:QStringLiteral\\(|QLatin1String\\()?\"[^\"\\n]*[A-Za-z]{3}[^\"\\n]*\"\\s*\\)*\\s*;");
        std::vector<SourceFile> files = cppFiles();
        std::erase_if(files, [](const SourceFile &file) { return file.path.startsWith(QLatin1String("tests/")); });
        const QStringList found = linesWith(files, bare, false);
        QVERIFY2(found.isEmpty(), listed(found));
        const std::vector<SourceFile> planted{{QStringLiteral("a.cpp"),
            QStringLiteral("label->setText(QStringLiteral(\"Run it\"));\nlabel->setText(tr(\"Run it\"));\n")}};
        QCOMPARE(linesWith(planted, bare, false).size(), 1);
    }

    void everyLinkOfADocumentLeadsSomewhere()
    {
        const QDir root(QStringLiteral(AWAITSCOPE_SOURCE_DIR));
        static const QRegularExpression link(QStringLiteral("\\]\\(([^)\\s]+)\\)"));
        QStringList missing;
        int seen = 0;
        for (const SourceFile &file : sourceFiles({QStringLiteral("*.md")})) {
            if (file.path.contains(QLatin1Char('/')))
                continue; // a lesson's text, with code in it
            auto matches = link.globalMatch(file.text);
            while (matches.hasNext()) {
                const QString target = matches.next().captured(1).section(QLatin1Char('#'), 0, 0);
                if (target.startsWith(QLatin1String("https://")) || target.isEmpty())
                    continue;
                ++seen;
                if (!root.exists(target))
                    missing << file.path + QStringLiteral(": ") + target;
            }
        }
        QVERIFY(seen > 3);
        QVERIFY2(missing.isEmpty(), listed(missing));
    }

    void everyPackageIsListedOnceWithItsReason()
    {
        const QDir root(QStringLiteral(AWAITSCOPE_SOURCE_DIR));
        QStringList names;
        for (const char *list : {"installer/packages", ".ci/packages"}) {
            QFile file(root.filePath(QLatin1String(list)));
            QVERIFY2(file.open(QIODevice::ReadOnly), list);
            for (const QString &line : QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
                if (line.startsWith(QLatin1Char('#')))
                    continue;
                static const QRegularExpression form(QStringLiteral("^([a-z0-9][a-z0-9+.-]+) {2,}\\S.*$"));
                const auto match = form.match(line);
                QVERIFY2(match.hasMatch(), qPrintable(line));
                names << match.captured(1);
            }
        }
        QVERIFY(names.size() > 5);
        QStringList once = names;
        once.removeDuplicates();
        QCOMPARE(names, once);
    }

    void everyLessonFolderIsWhole()
    {
        const QDir root(QStringLiteral(AWAITSCOPE_SOURCE_DIR));
        int lessons = 0;
        for (const QString &group : {QStringLiteral("patterns"), QStringLiteral("pitfalls"), QStringLiteral("practice")}) {
            const QDir folder(root.filePath(QStringLiteral("lessons/") + group));
            for (const QString &id : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
                ++lessons;
                QVERIFY2(folder.exists(id + QStringLiteral("/lesson.cpp")), qPrintable(id));
                QVERIFY2(folder.exists(id + QStringLiteral("/lesson.md")), qPrintable(id));
            }
        }
        QVERIFY(lessons > 0);
    }
};

QTEST_GUILESS_MAIN(TreeTest)
#include "tst_tree.moc"
