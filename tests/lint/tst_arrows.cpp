// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lint/arrows.h"

#include <QTest>

using namespace awaitscope;

/// No include runs against the arrows of ARCHITECTURE.md.
class ArrowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tree()
    {
        QStringList wrong;
        int seen = 0;
        for (const SourceFile &file : cppFiles()) {
            wrong << wrongArrows(file.path, file.text);
            seen += file.path.startsWith(QLatin1String("lessons/trace/"));
        }
        QVERIFY(seen > 10);
        QVERIFY2(wrong.isEmpty(), qPrintable(QLatin1Char('\n') + wrong.join(QLatin1Char('\n'))));
    }

    void everyIncludeIsFound()
    {
        const QDir root(QStringLiteral(AWAITSCOPE_SOURCE_DIR));
        static const QRegularExpression include(QStringLiteral("^#include \"([^\"]+)\""), QRegularExpression::MultilineOption);
        QStringList missing;
        for (const SourceFile &file : cppFiles()) {
            auto matches = include.globalMatch(file.text);
            while (matches.hasNext()) {
                const QString header = matches.next().captured(1);
                if (!header.endsWith(QLatin1String(".moc")) && !root.exists(header))
                    missing << file.path + QStringLiteral(": ") + header;
            }
        }
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QLatin1Char('\n'))));
    }

    void planted_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("line");
        QTest::addColumn<bool>("allowed");
        QTest::newRow("trace uses Core") << "lessons/trace/a.cpp"
                                         << "#include <QString>" << true;
        QTest::newRow("trace uses std") << "lessons/trace/a.cpp"
                                        << "#include <queue>" << true;
        QTest::newRow("trace uses Widgets") << "lessons/trace/a.cpp"
                                            << "#include <QWidget>" << false;
        QTest::newRow("trace uses Gui") << "lessons/trace/a.h"
                                        << "#include <QColor>" << false;
        QTest::newRow("trace uses Gui by module") << "lessons/trace/a.h"
                                                  << "#include <QtGui/QColor>" << false;
        QTest::newRow("trace uses all of Widgets") << "lessons/trace/a.h"
                                                   << "#include <QtWidgets>" << false;
        QTest::newRow("trace uses Sql, indented") << "lessons/trace/a.cpp"
                                                  << "  #  include <QSqlQuery>" << false;
        QTest::newRow("trace uses Network") << "lessons/trace/a.cpp"
                                            << "#include <QTcpSocket>" << false;
        QTest::newRow("trace uses a header's old name") << "lessons/trace/a.cpp"
                                                        << "#include <qwidget.h>" << false;
        QTest::newRow("trace uses QCoro") << "lessons/trace/a.cpp"
                                          << "#include <QCoroTask>" << false;
        QTest::newRow("trace uses runtime") << "lessons/trace/a.cpp"
                                            << "#include \"lessons/runtime/scope.h\"" << false;
        QTest::newRow("runtime uses QCoro") << "lessons/runtime/a.cpp"
                                            << "#include <QCoroTask>" << true;
        QTest::newRow("runtime uses Gui") << "lessons/runtime/a.cpp"
                                          << "#include <QGuiApplication>" << false;
        QTest::newRow("runtime uses trace") << "lessons/runtime/a.cpp"
                                            << "#include \"lessons/trace/recorder.h\"" << true;
        QTest::newRow("runtime uses catalog") << "lessons/runtime/a.cpp"
                                              << "#include \"lessons/catalog/run.h\"" << false;
        QTest::newRow("catalog uses widgets") << "lessons/catalog/a.cpp"
                                              << "#include \"widgets/theme/theme.h\"" << false;
        QTest::newRow("lesson uses itself") << "lessons/patterns/one/lesson.cpp"
                                            << "#include \"lessons/patterns/one/part.h\"" << true;
        QTest::newRow("lesson uses another") << "lessons/patterns/one/lesson.cpp"
                                             << "#include \"lessons/patterns/two/part.h\"" << false;
        QTest::newRow("lesson uses Sql") << "lessons/patterns/one/lesson.cpp"
                                         << "#include <QSqlDatabase>" << true;
        QTest::newRow("lesson uses Widgets") << "lessons/patterns/one/lesson.cpp"
                                             << "#include <QLabel>" << false;
        QTest::newRow("widgets use trace") << "widgets/timeline/a.cpp"
                                           << "#include \"lessons/trace/trace.h\"" << true;
        QTest::newRow("widgets use catalog") << "widgets/timeline/a.cpp"
                                             << "#include \"lessons/catalog/run.h\"" << false;
        QTest::newRow("widgets use app") << "widgets/timeline/a.cpp"
                                         << "#include \"app/cli/options.h\"" << false;
        QTest::newRow("cli uses gui") << "app/cli/a.cpp"
                                      << "#include \"app/gui/window_entry.h\"" << false;
        QTest::newRow("gui uses cli") << "app/gui/a.cpp"
                                      << "#include \"app/cli/options.h\"" << false;
        QTest::newRow("main uses both") << "app/main.cpp"
                                        << "#include \"app/gui/window_entry.h\"" << true;
        QTest::newRow("not from the root") << "app/cli/a.cpp"
                                           << "#include \"options.h\"" << false;
        QTest::newRow("up and over") << "lessons/trace/a.cpp"
                                     << "#include \"../runtime/scope.h\"" << false;
    }

    void planted()
    {
        QFETCH(QString, path);
        QFETCH(QString, line);
        QFETCH(bool, allowed);
        const QStringList wrong = wrongArrows(path, QStringLiteral("// first\n") + line + QStringLiteral("\nint x;\n"));
        QCOMPARE(wrong.isEmpty(), allowed);
        QVERIFY(allowed || wrong.first().startsWith(path + QStringLiteral(":2: ")));
    }
};

QTEST_GUILESS_MAIN(ArrowsTest)
#include "tst_arrows.moc"
