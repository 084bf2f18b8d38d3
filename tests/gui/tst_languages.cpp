// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"
#include "app/cli/options.h"
#include "app/cli/run_plan.h"
#include "app/common/language.h"
#include "app/common/pseudo_language.h"
#include "app/common/run_figure.h"
#include "app/gui/export_dialog.h"
#include "tests/gui/text_walker.h"
#include "tests/gui/translator_texts.h"
#include "tests/gui/window_fixture.h"

#include <QDialog>
#include <QFileDialog>
#include <QLibraryInfo>
#include <QMenu>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>
#include <QXmlStreamReader>

using namespace awaitscope;
using awaitscope::test::FoundText;
using awaitscope::test::KnownWords;
using awaitscope::test::OpenWindow;
using awaitscope::test::textsForTranslators;
using awaitscope::test::textsOf;

namespace {

/// Remembers which texts were asked for.
class Listener : public PseudoTranslator
{
public:
    explicit Listener(QObject *parent) : PseudoTranslator(false, parent) { }

    QString translate(const char *context, const char *text, const char *disambiguation, int n) const override
    {
        asked.insert({QString::fromUtf8(context), QString::fromUtf8(text)});
        return PseudoTranslator::translate(context, text, disambiguation, n);
    }

    mutable std::set<std::pair<QString, QString>> asked;
};

void addCode(KnownWords &known, const Lesson &lesson)
{
    for (const SourceBlock &block : lesson.source->blocks)
        known.add(block.lines.join(u'\n'));
    for (const SourceFunction &function : lesson.source->functions)
        known.add(function.name);
    known.add(lesson.id);
    known.add(lesson.text.asyncioCode);
    for (const BuildExample &example : lesson.text.buildExamples)
        known.add(example.code.join(u'\n') + example.said.join(u'\n'));
    for (const ParameterSpec &parameter : lesson.definition.parameters)
        known.add(parameter.id + u' ' + parameter.choices.join(u' '));
    for (const VariantSpec &variant : lesson.definition.variants)
        known.add(variant.id);
    for (const ClaimSpec &claim : lesson.definition.claims)
        known.add(claim.id);
    static const QRegularExpression code(QStringLiteral("`([^`]*)`"));
    for (const QString &text : {lesson.text.asyncioNotes, lesson.text.buildNotes, lesson.text.point, lesson.text.takeaway,
             lesson.text.question.text, lesson.text.question.after, lesson.text.challenge, lesson.text.challengeHint}) {
        auto matches = code.globalMatch(text);
        while (matches.hasNext())
            known.add(matches.next().captured(1));
    }
}

/// Names and messages of a run: functions, errors, reasons, what lessons log.
void addRecord(KnownWords &known, const Run &run)
{
    for (const VariantRun &variant : run.variants) {
        const Trace &trace = *variant.trace;
        known.add(variant.error);
        for (const TaskInfo &task : trace.tasks())
            known.add(task.name + u' ' + task.error);
        for (std::uint32_t i = 0; i < 4096; ++i)
            known.add(trace.name(NameId(i)));
        for (const LogLine &line : trace.logLines())
            known.add(trace.name(line.text));
        for (const Resource &resource : trace.resources())
            known.add(trace.name(resource.name));
        for (const ResultRow &row : variant.results)
            known.add(row.what + u' ' + row.detail);
    }
}

KnownWords usualWords()
{
    KnownWords known;
    known.add("lesson cpp Awaitscope awaitscope QCoro asyncio Qt PNG SVG PDF Ctrl Shift Alt Space Escape Esc Home End Left Right "
              "Up Down Delete "
              "Del Return Enter PgUp PgDown Page Backspace Tab Ins Insert English Deutsch Pseudo");
    known.add("run export set seed clock real virtual variant theme json size scale all list check help version light dark print "
              "file FILE LESSON ID NAME VALUE WxH N");
    return known;
}

QStringList unlinked(const std::vector<FoundText> &texts, const KnownWords &known)
{
    QStringList found;
    for (const FoundText &each : texts) {
        if (const QStringList words = known.unlinkedIn(each.text); !words.isEmpty())
            found << QStringLiteral("%1: %2\n      %3").arg(each.where, words.join(u' '), each.text.left(200));
    }
    found.removeDuplicates();
    return found;
}

std::vector<FoundText> textsOfPicture(const Lesson &lesson, const Run &run)
{
    std::vector<FoundText> found;
    const FigureOptions options;
    const auto svg = renderFigure(runFigure(lesson, run, options), options, QStringLiteral("svg"));
    QXmlStreamReader xml(svg.ok() ? svg.value() : QByteArray());
    while (!xml.atEnd()) {
        if (xml.readNextStartElement() && (xml.name() == u"text" || xml.name() == u"title" || xml.name() == u"desc"))
            found.push_back({QStringLiteral("picture"), xml.readElementText(QXmlStreamReader::IncludeChildElements)});
    }
    return found;
}

} // namespace

class TestLanguages : public QObject
{
    Q_OBJECT

    Listener *listener_ = nullptr;
    QTemporaryDir folder_;

    void runOnVirtualClock(OpenWindow &open)
    {
        open.window.session().setClock(ClockKind::Virtual);
        QSignalSpy finished(&open.window.session(), &Session::runFinished);
        open.window.session().run();
        QTRY_VERIFY_WITH_TIMEOUT(finished.count() > 0, 30'000);
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("HOME", folder_.path().toLocal8Bit());
        qputenv("XDG_CONFIG_HOME", folder_.path().toLocal8Bit());
        qputenv("XDG_STATE_HOME", folder_.path().toLocal8Bit());
        qputenv("XDG_DATA_HOME", folder_.path().toLocal8Bit());
        qputenv("AWAITSCOPE_LANGUAGE", "qps");
        QCOMPARE(languageToSpeak(QStringLiteral("de")), QStringLiteral("qps"));
        speak(QStringLiteral("qps"));
        listener_ = new Listener(qApp);
        QCoreApplication::installTranslator(listener_);
    }

    void pseudoTextsAreLongerAndKeepWhatProgramsRead()
    {
        QCOMPARE(pseudoText(QString()), QString());
        for (const QString &text : {QStringLiteral("Run"), QStringLiteral("%1 of %2 lessons hold, in %3"),
                 QStringLiteral("Press Space to run"), QStringLiteral("ms")}) {
            const QString made = pseudoText(text);
            QVERIFY(made.startsWith(u'«') && made.endsWith(u'»'));
            QVERIFY2(made.size() >= text.size() * 1.4, qPrintable(made));
            QVERIFY(KnownWords().unlinkedIn(made).isEmpty());
        }
        QVERIFY(pseudoText("at %1 and {gather.getUser.ended} in `co_await`, *.png").contains("{gather.getUser.ended}"));
        QVERIFY(pseudoText("in `co_await`").contains("`co_await`"));
        QVERIFY(pseudoText("Pictures (*.png)").contains("*.png"));
        QCOMPARE(pseudoText("%1 of %2").arg("7").arg("9").remove(u'~'), QStringLiteral("«7 óóf 9»"));
    }

    void aBareTextIsFound()
    {
        KnownWords known;
        known.add("getUser");
        QCOMPARE(known.unlinkedIn("«Wááíítés» getUser 3 ms"), QStringList{});
        QCOMPARE(known.unlinkedIn("«Wááítés» for getUser"), QStringList{"for"});
        QWidget window;
        auto *label = new QLabel(QStringLiteral("Saved"), &window);
        label->setToolTip(tr("Saved"));
        QCOMPARE(unlinked(textsOf(window), known).size(), 1);
    }

    void everyTextOfALessonIsLinked_data()
    {
        QTest::addColumn<QString>("id");
        for (const Lesson &lesson : lessons())
            QTest::newRow(qPrintable(lesson.id)) << lesson.id;
    }

    void everyTextOfALessonIsLinked()
    {
        QFETCH(QString, id);
        const Lesson &lesson = *findLesson(id);
        KnownWords known = usualWords();
        for (const Lesson &each : lessons())
            addCode(known, each);
        OpenWindow open(lesson, lessons());
        QStringList found = unlinked(textsOf(open.window), known);
        runOnVirtualClock(open);
        const Run &run = *open.window.session().latest();
        addRecord(known, run);
        open.key(Qt::Key_Home);
        for (int i = 0; i < 12; ++i)
            open.key(Qt::Key_Right);
        found << unlinked(textsOf(open.window), known);
        for (const ClaimResult &claim : run.claims)
            found << unlinked({{claim.id, claim.text}, {claim.id + " measured", claim.measured}}, known);
        found << unlinked({{"caption", run.caption}}, known);
        found << unlinked(textsOfPicture(lesson, run), known);
        found.removeDuplicates();
        QVERIFY2(found.isEmpty(), qPrintable(QStringLiteral("%1 texts\n").arg(found.size()) + found.join(u'\n')));
    }

    /// Whatever an action of the window opens.
    void everyTextOfADialogIsLinked()
    {
        KnownWords known = usualWords();
        for (const Lesson &each : lessons())
            addCode(known, each);
        OpenWindow open;
        runOnVirtualClock(open);
        addRecord(known, *open.window.session().latest());
        known.add(folder_.path());
        known.add(QDir::homePath());
        QStringList found;
        int opened = 0;
        QTimer look;
        connect(&look, &QTimer::timeout, this, [&] {
            QWidget *top = QApplication::activePopupWidget();
            if (!top)
                top = QApplication::activeModalWidget();
            if (!top)
                return;
            ++opened;
            std::vector<FoundText> texts = textsOf(*top);
            if (qobject_cast<QFileDialog *>(top)) // lists the files of this machine
                std::erase_if(texts, [](const FoundText &each) { return each.where.endsWith(QLatin1String("item")); });
            found << unlinked(texts, known);
            top->close();
        });
        look.start(20);
        const QList<QAction *> actions = open.window.listedActions();
        for (QAction *action : actions) {
            if (action->isEnabled())
                action->trigger();
            QCoreApplication::processEvents();
            if (!open.window.isVisible())
                open.window.show();
        }
        found.removeDuplicates();
        QVERIFY2(opened >= 3, qPrintable(QString::number(opened))); // keys, export, settings
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

    void everyTextOfTheCommandLineIsLinked()
    {
        KnownWords known = usualWords();
        known.add("on off ms"); // values that are typed as they stand
        for (const Lesson &lesson : lessons())
            addCode(known, lesson);
        std::vector<FoundText> texts;
        const auto addHelp = [&texts](const QString &text) {
            for (const QString &line : text.split(u'\n')) {
                if (!line.trimmed().startsWith(QLatin1String("awaitscope")) && !line.trimmed().startsWith(u'['))
                    texts.push_back({QStringLiteral("help"), line});
            }
        };
        for (const CommandSpec &command : commands()) {
            known.add(QLatin1String(command.name) + QLatin1Char(' ') + QLatin1String(command.operands));
            for (const OptionSpec &option : command.options)
                known.add(QLatin1String(option.name) + QLatin1Char(' ') + QLatin1String(option.value ? option.value : ""));
        }
        addHelp(helpText());
        for (const CommandSpec &command : commands())
            addHelp(helpText(command));
        known.add("rnu nowhere fast purple small huge often never x png a b");
        for (const QStringList &words : {QStringList{"run", "--nowhere"}, {"run"}, {"run", "nowhere"},
                 {"run", "timeouts", "--set", "fast"}, {"run", "timeouts", "--set", "nowhere=3"},
                 {"run", "timeouts", "--clock", "fast"}, {"run", "timeouts", "--seed", "often"},
                 {"run", "timeouts", "--size", "huge"}, {"run", "timeouts", "--export", "a.b"},
                 {"run", "timeouts", "--theme", "purple"}, {"run", "timeouts", "--scale", "small"},
                 {"run", "timeouts", "--variant", "never"}, {"run", "timeouts", "--seed"}}) {
            const auto parsed = parseArguments(words);
            if (!parsed) {
                texts.push_back({words.join(u' '), parsed.problem().sentence});
                continue;
            }
            const auto plan = planRun(parsed.value(), lessons());
            QVERIFY2(!plan.ok(), qPrintable(words.join(u' ')));
            texts.push_back({words.join(u' '), plan.problem().sentence});
        }
        const QStringList found = unlinked(texts, known);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

    void theProgramSpeaksWhatItIsAskedTo()
    {
        const auto said = [](const QString &language, const QStringList &arguments) {
            QProcess program;
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(QStringLiteral("LANGUAGE"), QStringLiteral("de"));
            environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
            environment.insert(QStringLiteral("AWAITSCOPE_LANGUAGE"), language);
            program.setProcessEnvironment(environment);
            program.start(QStringLiteral(AWAITSCOPE_BINARY_DIR "/awaitscope"), arguments);
            program.waitForFinished();
            return QString::fromUtf8(program.readAllStandardOutput() + program.readAllStandardError());
        };
        for (const QStringList &arguments :
            {QStringList{"--help"}, {"list"}, {"run", "timeouts", "--clock", "virtual"}, {"run", "nowhere"}, {"rnu"}}) {
            QVERIFY2(said("qps", arguments).contains(u'«'), qPrintable(arguments.join(u' ')));
            QVERIFY2(!said("", arguments).contains(u'«'), qPrintable(arguments.join(u' ')));
        }
        QCOMPARE(said("nowhere", {"--help"}), said("", {"--help"})); // figures and reports don't follow the desktop
    }

    void whatTheAppAsksForIsWhatTranslatorsGet()
    {
        if (!QFile::exists(QLibraryInfo::path(QLibraryInfo::BinariesPath) + QStringLiteral("/lupdate")))
            QSKIP("lupdate is not installed");
        const auto known = textsForTranslators(folder_.path(), {"app", "lessons", "widgets"});
        QVERIFY(known.size() > 800);
        QStringList missing;
        for (const auto &[context, text] : listener_->asked) {
            const bool ownsQt = context.startsWith(u'Q') && !context.startsWith(QLatin1String("QCoro"));
            if (!ownsQt && context != metaObject()->className() && !text.isEmpty() && !known.contains({context, text}))
                missing << context + QStringLiteral(": ") + text;
        }
        QVERIFY(listener_->asked.size() > 400);
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
    }
};

QTEST_MAIN(TestLanguages)
#include "tst_languages.moc"
