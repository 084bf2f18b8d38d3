// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/language.h"
#include "app/gui/settings_dialog.h"
#include "tests/gui/cut_off.h"
#include "tests/gui/translator_texts.h"
#include "tests/gui/window_fixture.h"
#include "tests/support/each_lesson.h"

#include <QDialogButtonBox>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTimer>

using namespace awaitscope;
using awaitscope::test::cutOff;
using awaitscope::test::OpenWindow;
using awaitscope::test::readTranslations;
using awaitscope::test::Texts;
using awaitscope::test::textsForTranslators;
using awaitscope::test::Translations;

namespace {

/// "%1" and the like, and "<b>", in order, each as often as it occurs.
QStringList marksIn(const QString &text)
{
    static const QRegularExpression mark(QStringLiteral("%(?:\\d+|n)|</?\\w+>"));
    QStringList found;
    auto matches = mark.globalMatch(text);
    while (matches.hasNext())
        found << matches.next().captured();
    found.sort();
    return found;
}

/// What is wrong with finished translations, one line each.
QStringList faultsOf(const Translations &translations)
{
    QStringList faults;
    for (const auto &[text, translated] : translations) {
        for (const QString &words : translated.words) {
            const QString &source = text.second;
            const auto edges = [](const QString &whole) { return std::pair(whole.startsWith(u' '), whole.endsWith(u' ')); };
            if (!translated.finished)
                continue;
            if (words.trimmed().isEmpty() && !source.trimmed().isEmpty())
                faults << QStringLiteral("%1: “%2” is empty").arg(text.first, source);
            else if (marksIn(words) != marksIn(source))
                faults << QStringLiteral("%1: “%2” has other placeholders than “%3”").arg(text.first, words, source);
            else if (edges(words).second != edges(source).second)
                faults << QStringLiteral("%1: “%2” ends in another way than “%3”").arg(text.first, words, source);
            else if (words.contains(u'!'))
                faults << QStringLiteral("%1: “%2” has an exclamation mark").arg(text.first, words);
        }
    }
    return faults;
}

Translations german()
{
    QFile file(QStringLiteral(AWAITSCOPE_SOURCE_DIR "/resources/translations/awaitscope_de.ts"));
    return file.open(QIODevice::ReadOnly) ? readTranslations(file) : Translations();
}

QString said(const QStringList &arguments)
{
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("AWAITSCOPE_LANGUAGE"), QStringLiteral("de"));
    program.setProcessEnvironment(environment);
    program.start(QStringLiteral(AWAITSCOPE_BINARY_DIR "/awaitscope"), arguments);
    program.waitForFinished();
    return QString::fromUtf8(program.readAllStandardOutput() + program.readAllStandardError());
}

} // namespace

/// On a desktop that speaks German.
class TestGerman : public QObject
{
    Q_OBJECT

    QTemporaryDir folder_;

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("HOME", folder_.path().toLocal8Bit());
        qputenv("XDG_CONFIG_HOME", folder_.path().toLocal8Bit());
        qputenv("XDG_STATE_HOME", folder_.path().toLocal8Bit());
        qputenv("XDG_DATA_HOME", folder_.path().toLocal8Bit());
        speak(languageToSpeak({}));
    }

    void theLanguageIsTheDesktopsOrTheChosen()
    {
        const auto all = languages();
        const auto own = std::ranges::find(all, QStringLiteral("de"), &Language::code);
        QVERIFY(own != all.end());
        QCOMPARE(own->name, QStringLiteral("Deutsch"));
        QCOMPARE(languageToSpeak({}), QStringLiteral("de"));
        QCOMPARE(languageToSpeak(QStringLiteral("en")), QStringLiteral("en"));
        QCOMPARE(languageForCommands(), QStringLiteral("en"));
    }

    void aFaultIsFound()
    {
        const auto faults = [](const QString &source, const QStringList &words, bool finished = true) {
            return faultsOf({{{QStringLiteral("C"), source}, {words, finished}}}).size();
        };
        QCOMPARE(faults("%1 of %2", {"%1 von %2"}), 0);
        QCOMPARE(faults("%1 of %2", {"%1 von"}), 1);
        QCOMPARE(faults("%1 of %1", {"%1"}), 1);
        QCOMPARE(faults("%n run(s)", {"%n Lauf", "Läufe"}), 1);
        QCOMPARE(faults("<b>%1</b>", {"%1"}), 1);
        QCOMPARE(faults("Run", {""}), 1);
        QCOMPARE(faults("Run", {""}, false), 0);
        QCOMPARE(faults(", then ", {", dann"}), 1);
        QCOMPARE(faults("Done", {"Fertig!"}), 1);
    }

    void finishedTranslationsFitTheirTexts()
    {
        const Translations all = german();
        QVERIFY(all.size() > 1000);
        const QStringList faults = faultsOf(all);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }

    /// A new text stands here until it is translated: run the target update_translations, then translate it.
    void everyTextOfTheAppIsTranslated()
    {
        if (!QFile::exists(QLibraryInfo::path(QLibraryInfo::BinariesPath) + QStringLiteral("/lupdate")))
            QSKIP("lupdate is not installed");
        const Texts texts = textsForTranslators(folder_.path(), {"app", "widgets"});
        QVERIFY(texts.size() > 800);
        const Translations all = german();
        QStringList missing;
        for (const auto &text : texts) {
            const auto found = all.find(text);
            if (found == all.end() || !found->second.finished)
                missing << text.first + QStringLiteral(": ") + text.second;
        }
        QVERIFY2(missing.isEmpty(), qPrintable(QStringLiteral("Not in German:\n") + missing.join(u'\n')));
    }

    /// The file is as lupdate leaves it, without places that change with each edit.
    void theFileHasNoPlaces()
    {
        QFile file(QStringLiteral(AWAITSCOPE_SOURCE_DIR "/resources/translations/awaitscope_de.ts"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(text.contains("language=\"de\""));
        QVERIFY(!text.contains("<location") && !text.contains("vanished") && !text.contains("obsolete"));
    }

    void theWindowSpeaksGerman()
    {
        OpenWindow open;
        const auto *run = open.window.findChild<QPushButton *>(QStringLiteral("run"));
        QVERIFY(run);
        QCOMPARE(run->text(), QStringLiteral("Ausführen"));
        open.window.session().setClock(ClockKind::Virtual);
        open.runToEnd();
        QCOMPARE(run->text(), QStringLiteral("Erneut ausführen"));
        const QString caption = open.window.session().latest()->caption;
        QVERIFY2(caption.startsWith(QStringLiteral("A: Dauer ")), qPrintable(caption));
        QVERIFY2(caption.contains(QStringLiteral("Auf jeder Loop läuft eine Coroutine zur Zeit")), qPrintable(caption));
    }

    void germanHasRoomInEachLesson_data() { test::addEachLesson(); }

    void germanHasRoomInEachLesson()
    {
        QFETCH(QString, id);
        OpenWindow open(*findLesson(id), lessons());
        open.window.session().setClock(ClockKind::Virtual);
        QSignalSpy finished(&open.window.session(), &Session::runFinished);
        open.window.session().run();
        QTRY_VERIFY_WITH_TIMEOUT(finished.count() > 0, 30'000);
        QStringList cut;
        const auto settled = [&] { // within a few turns of the loop
            cut = cutOff(open.window);
            cut.removeIf(
                [](const QString &each) { return each.startsWith(QLatin1String("awaitscope::StepButton")); }); // a number alone
            return cut.isEmpty();
        };
        QVERIFY2(QTest::qWaitFor(settled), qPrintable(cut.join(u'\n')));
    }

    void theSettingsSpeakGerman()
    {
        OpenWindow open;
        QStringList labels;
        QTimer look;
        connect(&look, &QTimer::timeout, this, [&labels] {
            auto *dialog = qobject_cast<SettingsDialog *>(QApplication::activeModalWidget());
            if (!dialog)
                return;
            labels << dialog->windowTitle();
            for (const QLabel *label : dialog->findChildren<QLabel *>())
                labels << label->text();
            dialog->close();
        });
        look.start(20);
        open.key(Qt::Key_Comma, Qt::ControlModifier);
        QTRY_VERIFY(!labels.isEmpty());
        QVERIFY2(labels.contains(QStringLiteral("Einstellungen")) && labels.contains(QStringLiteral("Sprache")),
            qPrintable(labels.join(u'\n')));
    }

    void oneLessonIsGermanAndTheOthersAreEnglish()
    {
        const Lesson &own = *findLesson(QStringLiteral("sequential-vs-parallel"));
        QCOMPARE(own.text.title, QStringLiteral("Seriell oder parallel"));
        QVERIFY(own.text.takeaway.startsWith(QStringLiteral("Nacheinander nur dort warten")));
        QVERIFY(own.text.asyncioCode.contains(QStringLiteral("asyncio.gather")));
        const Lesson &other = *findLesson(QStringLiteral("gather-failure"));
        QCOMPARE(other.text.title, QStringLiteral("Failure in gather"));
        QVERIFY(other.text.takeaway.contains(QStringLiteral(" the ")));
    }

    void qtSpeaksGermanWhereItsTextsAreInstalled()
    {
        if (!QFile::exists(QLibraryInfo::path(QLibraryInfo::TranslationsPath) + QStringLiteral("/qtbase_de.qm")))
            QSKIP("Qt's own translations are not installed");
        const QDialogButtonBox box(QDialogButtonBox::Cancel);
        QCOMPARE(box.button(QDialogButtonBox::Cancel)->text().remove(u'&'), QStringLiteral("Abbrechen"));
    }

    void theProgramSpeaksGermanWhenItIsAskedTo()
    {
        QVERIFY(said({"--help"}).contains(QStringLiteral("Awaitscope lehrt async/await")));
        QVERIFY(said({"rnu"}).contains(QStringLiteral("War run gemeint?")));
    }
};

int main(int argc, char **argv)
{
    qputenv("LANGUAGE", "de"); // before Qt asks for it
    qputenv("LC_ALL", "C.UTF-8");
    qunsetenv("AWAITSCOPE_LANGUAGE");
    QApplication app(argc, argv);
    TestGerman test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_german.moc"
