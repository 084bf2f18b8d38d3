// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lint/source_text.h"

#include <QTest>

using namespace awaitscope;

namespace {

/// Colours that are not tokens of the theme: literals, and constructions from numbers or names.
QStringList ownColours(const std::vector<SourceFile> &files)
{
    static const QRegularExpression colour(
        QStringLiteral("\"#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})\""
                       "|\\bQColor\\s*[({]\\s*[^){}\\s]"
                       "|\\bQColor::from\\w+\\("
                       "|\\bqRgba?\\("
                       "|\\bQColorConstants\\b"
                       "|[:\\s]#[0-9a-fA-F]{6}\\b"
                       "|\\bQt::(?:white|black|red|green|blue|cyan|magenta|yellow|gray|dark(?:Red|"
                       "Green|Blue|Cyan|Magenta|Yellow|Gray)|lightGray)\\b"));
    QStringList found;
    for (const SourceFile &file : files) {
        if (file.path.startsWith(QLatin1String("widgets/theme/")) || file.path.startsWith(QLatin1String("tests/")))
            continue;
        auto matches = colour.globalMatch(file.text);
        while (matches.hasNext()) {
            const auto match = matches.next();
            found << finding(file.path, lineAt(file.text, match.capturedStart()), match.captured().trimmed());
        }
    }
    return found;
}

} // namespace

/// Every colour is a token of widgets/theme, so that each theme has its own and its contrast is checked.
class ColorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void coloursAreTokens()
    {
        const QStringList found = ownColours(cppFiles());
        QVERIFY2(found.isEmpty(), qPrintable(u'\n' + found.join(u'\n')));
    }

    void plantedColoursAreFound()
    {
        const auto planted = [](const char *code) {
            return ownColours({{QStringLiteral("app/gui/a.cpp"), QString::fromLatin1(code)}}).size();
        };
        QCOMPARE(planted("const QColor pale(\"#fdeceb\");"), 1);
        QCOMPARE(planted("pen.setColor(QColor(255, 0, 0));"), 1);
        QCOMPARE(planted("pen.setColor(Qt::red);"), 1);
        QCOMPARE(planted("QColor::fromHsv(1, 2, 3);"), 1);
        QCOMPARE(planted("R\"(QLabel { color: #ff0000; })\""), 1);
        QCOMPARE(planted("image.fill(Qt::transparent); QColor ring = accent; QColor(); // #17 of them"), 0);
        QVERIFY(ownColours({{QStringLiteral("widgets/theme/a.cpp"), QStringLiteral("QColor(\"#fdeceb\")")}}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(ColorsTest)
#include "tst_colors.moc"
