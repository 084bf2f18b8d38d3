// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/code_panel.h"

#include "app/gui/brief_label.h"
#include "app/gui/code_marks.h"
#include "app/gui/rules_panel.h"
#include "app/gui/session.h"
#include "app/gui/task_panel.h"
#include "widgets/code/code_view.h"
#include "widgets/controls/flow_layout.h"
#include "widgets/controls/steady_box.h"
#include "widgets/tasktree/task_tree_view.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace awaitscope {

namespace {

constexpr int codePage = 0, asyncioPage = 1, buildPage = 2, tasksPage = 3, rulesPage = 4;
constexpr int roomyFrom = 24; // lines of the panel

QFrame *separator()
{
    auto *line = new QFrame;
    line->setObjectName(QStringLiteral("line"));
    line->setFixedHeight(1);
    return line;
}

/// Code with text below.
QWidget *page(CodeView *code, QLabel *notes)
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(code, 1);
    layout->addWidget(notes);
    notes->setWordWrap(true);
    notes->setTextFormat(Qt::MarkdownText);
    notes->setProperty("kind", QStringLiteral("secondary"));
    notes->setContentsMargins(14, 4, 14, 12);
    return page;
}

/// The code of an example, with what the compiler says as a comment below each line that it speaks of.
QStringList withComments(const BuildExample &example)
{
    QStringList lines;
    for (qsizetype i = 0; i < example.code.size(); ++i) {
        lines += example.code[i];
        const QString place = QStringLiteral("line %1: ").arg(i + 1);
        for (const QString &said : example.said) {
            if (said.startsWith(place))
                lines += QStringLiteral("// ") + said.mid(place.size());
        }
    }
    return lines;
}

} // namespace

CodePanel::CodePanel(Session &session, QWidget *parent) :
    QFrame(parent),
    session_(session),
    tabs_(new QButtonGroup(this)),
    pages_(new QStackedWidget),
    note_(new BriefLabel(tr("the code that ran"))),
    code_(new CodeView),
    asyncio_(new CodeView),
    asyncioNotes_(new QLabel),
    buildTime_(new CodeView),
    buildNotes_(new QLabel),
    sentence_(new QLabel),
    line_(separator()),
    tasks_(new TaskPanel(session)),
    rules_(new RulesPanel(session))
{
    setObjectName(QStringLiteral("codeArea"));
    auto *head = new QHBoxLayout;
    head->setContentsMargins(14, 0, 14, 0);
    head->setSpacing(16);
    auto *tabs = new FlowLayout(16, 0); // in a second line where there is no room for all
    head->addLayout(tabs, 1);
    rulesTab_ = addTab(tr("Rules"), rulesPage);
    rulesTab_->setAccessibleName(tr("The rules and their evidence"));
    tabs->addWidget(rulesTab_);
    tabs->addWidget(addTab(tr("QCoro"), 0));
    tabs->addWidget(addTab(tr("asyncio"), asyncioPage));
    buildTab_ = addTab(tr("at build time"), buildPage);
    tabs->addWidget(buildTab_);
    tabs->addWidget(addTab(tr("Tasks"), tasksPage));
    tabs_->button(tasksPage)->setAccessibleName(tr("The tasks as a tree"));
    tabs_->button(tasksPage)->setObjectName(QStringLiteral("tasksTab"));
    head->addWidget(note_);
    note_->setProperty("kind", QStringLiteral("small"));

    pages_->addWidget(code_);
    pages_->addWidget(page(asyncio_, asyncioNotes_));
    pages_->addWidget(page(buildTime_, buildNotes_));
    pages_->addWidget(tasks_);
    pages_->addWidget(rules_);
    buildTime_->setAccessibleName(tr("What the compiler says"));
    code_->setAccessibleName(tr("The code that ran"));
    asyncio_->setAccessibleName(tr("The asyncio original"));
    sentence_->setWordWrap(true);
    sentence_->setTextFormat(Qt::RichText);
    sentence_->setContentsMargins(14, 10, 14, 12);
    sentence_->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    // Room for two lines, so that the code does not jump as the sentence changes.
    sentence_->setMinimumHeight(sentence_->fontMetrics().lineSpacing() * 2 + 26);
    sentence_->setProperty("kind", QStringLiteral("secondary"));
    sentenceBox_ = new SteadyBox(sentence_);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(separator());
    layout->addWidget(pages_, 1);
    layout->addWidget(line_);
    layout->addWidget(sentenceBox_);
}

QPushButton *CodePanel::addTab(const QString &name, int page)
{
    auto *tab = new QPushButton(name);
    tab->setProperty("kind", QStringLiteral("tab"));
    tab->setCheckable(true);
    tab->setChecked(page == 0);
    tab->setFocusPolicy(Qt::TabFocus);
    tab->setAccessibleName(tr("Code: %1").arg(name));
    tabs_->addButton(tab, page);
    connect(tab, &QPushButton::clicked, this, [this, page] {
        chosenPages_[session_.lesson().id] = page;
        showPage(page);
    });
    return tab;
}

void CodePanel::showPage(int page)
{
    const bool other = pages_->currentIndex() != page;
    tabs_->button(page)->setChecked(true);
    pages_->setCurrentIndex(page);
    note_->setText(page == codePage ? tr("the code that ran")
            : page == tasksPage     ? tr("at the playhead")
            : page == buildPage     ? tr("what the compiler says")
            : page == rulesPage     ? tr("your latest runs")
                                    : tr("the original, not run here"));
    placeSentence();
    if (!other)
        return;
    showMarks();
    Q_EMIT pageChanged();
}

/// The tree tells what the sentence tells: where it is low, it has its room too.
void CodePanel::placeSentence()
{
    const bool shown = !tasksInFront() || height() >= roomyFrom * fontMetrics().height();
    sentenceBox_->setVisible(shown);
    line_->setVisible(shown);
}

void CodePanel::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    placeSentence();
}

void CodePanel::showTasks()
{
    tabs_->button(tasksPage)->click();
}

void CodePanel::showLine(int line)
{
    tabs_->button(codePage)->click();
    code_->showLine(line);
}

void CodePanel::showAsyncio()
{
    tabs_->button(asyncioPage)->click();
}

void CodePanel::showBuildTime()
{
    if (!buildTab_->isHidden())
        buildTab_->click();
}

bool CodePanel::tasksInFront() const
{
    return pages_->currentIndex() == tasksPage;
}

int CodePanel::wantedWidth() const
{
    return tasksInFront() ? tasks_->tree()->wantedWidth() : code_->widthWithoutWraps();
}

void CodePanel::setTheme(const Theme &theme)
{
    code_->setTheme(theme);
    asyncio_->setTheme(theme);
    buildTime_->setTheme(theme);
    tasks_->setTheme(theme);
}

void CodePanel::setTextSize(double px)
{
    code_->setTextSize(px);
    asyncio_->setTextSize(px);
    buildTime_->setTextSize(px);
}

void CodePanel::rebuild()
{
    const Lesson &lesson = session_.lesson();
    const std::vector<Subject> &subjects = session_.playback().subjects();
    codes_ = shownCodes(lesson, session_.shownVariants(), subjects);
    code_->setSections(codeSections(codes_, subjects), CodeLanguage::Cpp);
    rebuildAsyncio();
    rebuildBuildTime();
    rulesTab_->setVisible(!lesson.definition.rules.empty());
    const int first = lesson.definition.treeFirst ? tasksPage : lesson.definition.rules.empty() ? codePage : rulesPage;
    showPage(chosenPages_.value(lesson.id, first));
    tasks_->rebuild();
    showMoment();
}

void CodePanel::rebuildAsyncio()
{
    CodeSection original;
    original.lines = session_.lesson().text.asyncioCode.trimmed().split(u'\n');
    asyncio_->setSections({original}, CodeLanguage::Python);
    asyncioNotes_->setText(session_.lesson().text.asyncioNotes);
}

void CodePanel::rebuildBuildTime()
{
    const LessonText &text = session_.lesson().text;
    std::vector<CodeSection> sections;
    for (const BuildExample &example : text.buildExamples) {
        const bool refused = example.said.join(u' ').contains(QLatin1String("error:"));
        CodeSection section;
        section.caption = refused ? tr("Refused") : tr("Compiles, with a warning");
        section.lines = withComments(example);
        sections.push_back(std::move(section));
    }
    buildTime_->setSections(std::move(sections), CodeLanguage::Cpp);
    buildNotes_->setText(text.buildNotes);
    buildTab_->setVisible(!text.buildExamples.empty());
}

/// Only where they are seen: to mark the lines of a thousand tasks takes its time.
void CodePanel::showMarks()
{
    const Playback &playback = session_.playback();
    if (pages_->currentIndex() == codePage)
        code_->setMarks(codeMarks(codes_, playback.subjects(), playback.moment()), true);
}

void CodePanel::bringIntoSight(std::size_t subject, TaskId task)
{
    const auto &subjects = session_.playback().subjects();
    const auto &applied = session_.playback().moment().applied;
    if (subject >= subjects.size() || subject >= applied.size())
        return;
    if (!tasksInFront())
        showPage(codePage);
    const Trace &trace = *subjects[subject].trace;
    const auto marks = markedStatements(trace, applied[subject]);
    for (; task; task = trace.task(task).parent) {
        const auto at = std::ranges::find_if(
            marks, [task](const MarkedStatement &mark) { return std::ranges::count(mark.tasks, task) > 0; });
        if (at == marks.end())
            continue;
        QRectF first;
        for (int line = at->lines.first; line <= at->lines.last; ++line) {
            const QRectF area = code_->lineArea(line, fileOf(codes_, subjects, subject));
            if (!area.isEmpty() && area.top() >= 0 && area.bottom() <= code_->viewport()->height())
                return;
            first = first.isEmpty() ? area : first;
        }
        QScrollBar *bar = code_->verticalScrollBar();
        if (!first.isEmpty())
            bar->setValue(static_cast<int>(bar->value() + first.top() - code_->viewport()->height() / 3.0));
        return;
    }
}

void CodePanel::showMoment()
{
    const Playback &playback = session_.playback();
    showMarks();
    const bool begun = session_.isLive() || playback.stepCount() > 0;
    const QString time = tr("At %1 ms").arg(QString::number(static_cast<double>(playback.moment().time.count()) / 1e6, 'f', 1));
    const QString rest = begun ? playback.sentence() : tr("Nothing has run yet. Press Space to run.");
    sentence_->setText(begun ? QStringLiteral("<b>%1</b> %2").arg(time, rest.toHtmlEscaped()) : rest);
    sentence_->setAccessibleName(begun ? time + u' ' + rest : rest);
    tasks_->showMoment();
}

QString CodePanel::sentence() const
{
    return sentence_->accessibleName();
}

} // namespace awaitscope
