// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/runs_dialog.h"

#include "app/gui/lesson_note_field.h"

#include "lessons/trace/caption.h"
#include "widgets/history/history_chart.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QStyle>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

namespace awaitscope {

namespace {

constexpr int typingDelay = 120; // ms
constexpr int mostListed = 2000; // more would take the window longer than a frame or two

QPushButton *button(const QString &text, const QString &name, const QString &hint = {})
{
    auto *result = new QPushButton(text);
    result->setObjectName(name);
    result->setAutoDefault(false);
    result->setFocusPolicy(Qt::TabFocus);
    result->setToolTip(hint);
    return result;
}

QLabel *label(const char *kind)
{
    auto *result = new QLabel;
    result->setProperty("kind", QLatin1String(kind));
    result->setWordWrap(true);
    result->setTextFormat(Qt::PlainText);
    return result;
}

} // namespace

RunsDialog::RunsDialog(
    Store &store, const std::vector<Lesson> &course, const QString &lesson, const Theme &theme, QWidget *parent) :
    QDialog(parent),
    store_(store),
    course_(course),
    theme_(theme),
    historyOf_(lesson),
    model_(new RunsModel(course, this)),
    find_(new QLineEdit),
    lesson_(new QComboBox),
    table_(new QTableView),
    chart_(new HistoryChart),
    chartTitle_(label("heading")),
    facts_(label("small")),
    note_(new QPlainTextEdit),
    lessonNote_(new LessonNoteField(store)),
    said_(label("secondary")),
    open_(button(tr("Open"), QStringLiteral("openRun"), tr("Show this run in its lesson (Enter)"))),
    rename_(button(tr("Rename"), QStringLiteral("renameRun"), tr("Give this run a name (F2)"))),
    export_(button(tr("Save as file…"), QStringLiteral("exportRun"), tr("Write the trace of this run as a file"))),
    remove_(button(tr("Delete"), QStringLiteral("removeRun"), tr("Delete this run; it can be undone (Delete)"))),
    undo_(button(tr("Undo"), QStringLiteral("undoRemove"), tr("Bring back what was deleted last (Ctrl+Z)")))
{
    setWindowTitle(tr("Saved runs"));
    setObjectName(QStringLiteral("runs"));
    build();
    connectAll();
    resize(QSize(1060, 720).boundedTo(parent ? parent->size() : QSize(1060, 720)));
    reload();
}

RunsDialog::~RunsDialog()
{
    keepNote();
}

void RunsDialog::build()
{
    find_->setPlaceholderText(tr("Find in lessons, names, notes and parameters"));
    find_->setAccessibleName(tr("Find a run"));
    find_->setClearButtonEnabled(true);
    lesson_->setAccessibleName(tr("Lesson"));
    lesson_->addItem(tr("All lessons"), QString());
    for (const Lesson &lesson : course_)
        lesson_->addItem(lesson.text.title, lesson.id);

    table_->setModel(model_);
    table_->setObjectName(QStringLiteral("runsTable"));
    table_->setAccessibleName(tr("Saved runs"));
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setEditTriggers(QAbstractItemView::EditKeyPressed);
    table_->setShowGrid(false);
    table_->setWordWrap(false);
    table_->setTabKeyNavigation(false);
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 12);
    table_->horizontalHeader()->setHighlightSections(false);
    table_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table_->horizontalHeader()->setSectionResizeMode(RunsModel::Name, QHeaderView::Stretch);
    table_->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table_->setFrameShape(QFrame::NoFrame);

    auto *head = new QHBoxLayout;
    head->setSpacing(10);
    head->addWidget(find_, 1);
    head->addWidget(lesson_);
    auto *panel = new QFrame;
    panel->setObjectName(QStringLiteral("panel"));
    auto *panelLayout = new QVBoxLayout(panel);
    panelLayout->setContentsMargins(1, 1, 1, 1);
    panelLayout->addWidget(table_);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    open_->setProperty("kind", QStringLiteral("primary"));
    for (QPushButton *each : {open_, rename_, export_, remove_})
        buttons->addWidget(each);
    buttons->addSpacing(8);
    buttons->addWidget(said_, 1);
    buttons->addWidget(undo_);
    undo_->hide();
    auto *all = new QHBoxLayout;
    all->setSpacing(8);
    auto *exportAllButton = button(
        tr("Export all…"), QStringLiteral("exportAll"), tr("Write all runs, predictions, progress and notes into one file"));
    auto *importAllButton
        = button(tr("Import…"), QStringLiteral("importAll"), tr("Add what such a file has and this app has not"));
    auto *close = button(tr("Close"), QStringLiteral("closeRuns"));
    connect(exportAllButton, &QPushButton::clicked, this, &RunsDialog::exportAll);
    connect(importAllButton, &QPushButton::clicked, this, &RunsDialog::importAll);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    all->addWidget(exportAllButton);
    all->addWidget(importAllButton);
    all->addStretch(1);
    all->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 16, 18, 16);
    layout->setSpacing(12);
    layout->addLayout(head);
    layout->addWidget(panel, 3);
    layout->addLayout(buttons);
    layout->addWidget(buildLower(), 2);
    layout->addLayout(all);
}

QWidget *RunsDialog::buildLower()
{
    auto *lower = new QFrame;
    lower->setObjectName(QStringLiteral("panel"));
    chart_->setTheme(theme_);
    note_->setPlaceholderText(tr("Your note on this run"));
    note_->setAccessibleName(tr("Note on this run"));
    note_->setObjectName(QStringLiteral("runNote"));
    note_->setTabChangesFocus(true);
    auto *left = new QVBoxLayout;
    left->setSpacing(6);
    left->addWidget(chartTitle_);
    left->addWidget(chart_, 1);
    auto *right = new QVBoxLayout;
    right->setSpacing(6);
    right->addWidget(facts_);
    right->addWidget(note_, 1);
    right->addWidget(lessonNote_, 1);
    auto *layout = new QHBoxLayout(lower);
    layout->setContentsMargins(14, 10, 14, 12);
    layout->setSpacing(18);
    layout->addLayout(left, 5);
    layout->addLayout(right, 3);
    return lower;
}

void RunsDialog::connectAll()
{
    typing_.setSingleShot(true);
    typing_.setInterval(typingDelay);
    connect(&typing_, &QTimer::timeout, this, &RunsDialog::reload);
    connect(find_, &QLineEdit::textChanged, &typing_, qOverload<>(&QTimer::start));
    connect(lesson_, &QComboBox::currentIndexChanged, this, &RunsDialog::reload);
    connect(&store_, &Store::runsChanged, this, &RunsDialog::reload);
    connect(&store_, &Store::problem, this, [this](const Problem &problem) { say(problem.sentence, true); });
    connect(lessonNote_, &LessonNoteField::failed, this, [this](const Problem &problem) { say(problem.sentence, true); });
    connect(model_, &RunsModel::nameWanted, this,
        [this](RunNumber number, const QString &name) { then<Done>(store_.rename(number, name), {}); });
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RunsDialog::showCurrent);
    connect(table_, &QTableView::doubleClicked, this, [this](const QModelIndex &index) {
        if (index.column() != RunsModel::Name)
            openRun();
    });
    connect(chart_, &HistoryChart::runChosen, this, [this](qint64 number) { selectRun(RunNumber(number)); });
    connect(open_, &QPushButton::clicked, this, &RunsDialog::openRun);
    connect(rename_, &QPushButton::clicked, this, &RunsDialog::rename);
    connect(export_, &QPushButton::clicked, this, &RunsDialog::exportTrace);
    connect(remove_, &QPushButton::clicked, this, &RunsDialog::remove);
    connect(undo_, &QPushButton::clicked, this, &RunsDialog::undo);
    auto *undoKey = new QShortcut(QKeySequence::Undo, this);
    connect(undoKey, &QShortcut::activated, this, &RunsDialog::undo);
    auto *findKey = new QShortcut(QKeySequence::Find, this);
    connect(findKey, &QShortcut::activated, find_, qOverload<>(&QWidget::setFocus));
}

RunFilter RunsDialog::filter() const
{
    RunFilter filter;
    filter.lesson = lesson_->currentData().toString();
    filter.text = find_->text().trimmed();
    filter.most = mostListed;
    return filter;
}

void RunsDialog::reload()
{
    typing_.stop();
    then<std::vector<SavedRun>>(store_.list(filter()), [this](const std::vector<SavedRun> &runs) { take(runs); });
}

void RunsDialog::take(std::vector<SavedRun> runs)
{
    const SavedRun *before = current();
    const std::optional<RunNumber> keep = wanted_ ? wanted_ : before ? std::optional(before->number) : std::nullopt;
    const int rowBefore = table_->currentIndex().row();
    wanted_.reset();
    if (runs.size() == mostListed)
        say(tr("The newest %1 runs are listed; older ones are found by their words.").arg(mostListed));
    model_->setRuns(std::move(runs));
    const int row = keep ? model_->rowOf(*keep) : -1;
    const int last = model_->rowCount() - 1;
    table_->setCurrentIndex(model_->index(row >= 0 ? row : std::clamp(rowBefore, 0, std::max(last, 0)), RunsModel::When));
    showCurrent();
}

const SavedRun *RunsDialog::current() const
{
    const int row = table_->currentIndex().row();
    return row >= 0 && row < model_->rowCount() ? &model_->runs()[static_cast<std::size_t>(row)] : nullptr;
}

void RunsDialog::showCurrent()
{
    const SavedRun *run = current();
    if (!run || run->number != noted_) {
        keepNote();
        noted_ = run ? run->number : RunNumber();
        noteThen_ = run ? run->note : QString();
        note_->setPlainText(noteThen_);
    }
    for (QPushButton *each : {rename_, remove_})
        each->setEnabled(run);
    for (QPushButton *each : {open_, export_})
        each->setEnabled(run && run->hasTrace && !run->isDamaged);
    note_->setEnabled(run);
    if (run)
        historyOf_ = run->facts.lesson;
    const auto known = std::ranges::find(course_, historyOf_, &Lesson::id);
    lessonNote_->setLesson(historyOf_, model_->titleOf(historyOf_));
    chartTitle_->setText(tr("%1: durations over runs").arg(model_->titleOf(historyOf_)));
    chart_->setHistory(awaitscope::historyOf(model_->runs(), historyOf_, known == course_.end() ? nullptr : &*known));
    chart_->setSelected(run ? std::optional(run->number.value()) : std::nullopt);
    if (!run) {
        facts_->setText(find_->text().isEmpty() ? tr("No run is saved yet. Each run that ends is saved by itself.")
                                                : tr("No saved run has these words."));
        return;
    }
    QString facts = QString(run->facts.parameters).replace(u'\n', QStringLiteral(" · "));
    if (run->facts.clock == u"virtual")
        facts += (facts.isEmpty() ? QString() : QStringLiteral(" · ")) + tr("seed %1").arg(run->facts.seed);
    facts_->setText(facts);
}

void RunsDialog::keepNote()
{
    lessonNote_->keep();
    if (noted_ && note_->toPlainText() != noteThen_) {
        noteThen_ = note_->toPlainText();
        model_->setNote(noted_, noteThen_);
        then<Done>(store_.setRunNote(noted_, noteThen_), {});
    }
}

void RunsDialog::selectRun(RunNumber number)
{
    if (const int row = model_->rowOf(number); row >= 0)
        table_->setCurrentIndex(model_->index(row, RunsModel::When));
    else
        wanted_ = number;
}

QString RunsDialog::said() const
{
    return said_->text();
}

void RunsDialog::say(const QString &sentence, bool isProblem)
{
    said_->setProperty("kind", isProblem ? QStringLiteral("problem") : QStringLiteral("secondary"));
    said_->style()->unpolish(said_);
    said_->style()->polish(said_);
    said_->setText(sentence);
    said_->setAccessibleName(sentence);
}

void RunsDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    table_->setFocus();
}

void RunsDialog::keyPressEvent(QKeyEvent *event)
{
    const bool inTable = table_->hasFocus();
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (inTable && enter)
        openRun();
    else if (inTable && event->key() == Qt::Key_Delete)
        remove();
    else if (inTable && event->key() == Qt::Key_F2)
        rename();
    else if (find_->hasFocus() && (enter || event->key() == Qt::Key_Down))
        table_->setFocus();
    else
        QDialog::keyPressEvent(event);
}

void RunsDialog::done(int result)
{
    keepNote();
    QDialog::done(result);
}

} // namespace awaitscope
