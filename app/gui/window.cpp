// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/window.h"

#include "app/gui/code_panel.h"
#include "app/gui/findings_panel.h"
#include "app/gui/header.h"
#include "app/gui/live_controls.h"
#include "app/gui/parameter_panel.h"
#include "app/gui/problem_bar.h"
#include "app/gui/question_panel.h"
#include "app/gui/rules_panel.h"
#include "app/gui/style.h"
#include "app/gui/task_panel.h"
#include "app/gui/wayfinding.h"
#include "lessons/trace/caption.h"
#include "widgets/code/code_view.h"
#include "widgets/controls/icons.h"
#include "widgets/controls/slider.h"
#include "widgets/controls/spinner.h"
#include "widgets/controls/switch.h"
#include "widgets/timeline/timeline_view.h"
#include "widgets/transport/transport_bar.h"

#include <QApplication>
#include <QButtonGroup>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace awaitscope {

namespace {

QSplitter *splitter(Qt::Orientation orientation, QWidget *first, QWidget *second)
{
    auto *splitter = new QSplitter(orientation);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(first);
    splitter->addWidget(second);
    return splitter;
}

double firstShare(const QSplitter &splitter)
{
    const QList<int> sizes = splitter.sizes();
    return std::clamp(static_cast<double>(sizes[0]) / std::max(sizes[0] + sizes[1], 1), 0.01, 0.99);
}

/// What always stays in sight; the panels scroll, and the list of lessons goes where there is no room for it.
void keepLeastSize(QWidget &window, const Header &header)
{
    const QSize least = header.minimumSizeHint();
    window.setMinimumSize(QSize(least.width(), 2 * least.height()).boundedTo(window.screen()->availableSize()));
}

} // namespace

Window::Window(const Lesson &lesson, const std::vector<Lesson> &course, ThemeChoice choice, QWidget *parent) :
    QWidget(parent),
    course_(course),
    settings_(new Settings({}, this))
{
    setObjectName(QStringLiteral("window"));
    setAttribute(Qt::WA_StyledBackground);
    setWindowTitle(tr("Awaitscope"));
    build();
    createActions();
    createPredictActions();
    createPageActions();
    createWayfindingActions();
    createStepActions();
    createSettingsActions();
    createFileActions();
    connectSession();
    connectControls();
    connectPrediction();
    settings_->setThemeChoice(choice);
    useSettings(*settings_);
    qApp->installEventFilter(this);
    session_.open(lesson);
    setFocus(Qt::OtherFocusReason); // no control has it, so that all keys are the page's
    const QSize wanted = QSize(1440, 900) * std::min(scale_, 1.5);
    const QSize titleBar(0, style()->pixelMetric(QStyle::PM_TitleBarHeight));
    resize(wanted.boundedTo(screen()->availableSize() - titleBar));
}

Window::~Window()
{
    // A field that loses the focus says that it was edited: while all who listen still live.
    qApp->removeEventFilter(this);
    if (QWidget *focused = focusWidget())
        focused->clearFocus();
    session_.shutDown();
    way_->end();
}

void Window::build()
{
    sidebar_ = new Sidebar(course_);
    header_ = new Header(session_);
    parameters_ = new ParameterPanel(session_);
    question_ = new QuestionPanel(session_);
    code_ = new CodePanel(session_);
    timeline_ = new TimelineView;
    transport_ = new TransportBar;
    findings_ = new FindingsPanel(session_);

    auto *left = new QWidget;
    leftLayout_ = new QVBoxLayout(left);
    leftLayout_->setContentsMargins(0, 0, 0, 0);
    leftLayout_->addWidget(question_);
    leftLayout_->addWidget(code_, 1);

    auto *chart = new QFrame;
    chart->setObjectName(QStringLiteral("timelinePanel"));
    auto *chartLayout = new QVBoxLayout(chart);
    chartLayout->setContentsMargins(1, 1, 1, 1);
    chartLayout->setSpacing(0);
    auto *line = new QFrame;
    line->setObjectName(QStringLiteral("line"));
    line->setFixedHeight(1);
    chartLayout->addWidget(timeline_, 1);
    chartLayout->addWidget(line);
    chartLayout->addWidget(transport_);
    timeline_->setMinimumHeight(180);
    timeline_->installEventFilter(this);
    runHint_ = new QPushButton(tr("Press Space to run"), timeline_);
    runHint_->setObjectName(QStringLiteral("runHint"));
    runHint_->setProperty("kind", QStringLiteral("invite"));
    runHint_->setFocusPolicy(Qt::NoFocus); // the header's button is the stop for the keyboard
    runHint_->setCursor(Qt::PointingHandCursor);
    connect(runHint_, &QPushButton::clicked, &session_, &Session::run);

    rows_ = splitter(Qt::Vertical, chart, findings_);
    columns_ = splitter(Qt::Horizontal, left, rows_);
    // The page scrolls only where less than this is left, not where the panels would like more.
    columns_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    columns_->installEventFilter(this);
    rows_->installEventFilter(this);
    connect(columns_, &QSplitter::splitterMoved, this, [this] {
        if (columns_->orientation() == Qt::Horizontal)
            dividers_.columns = firstShare(*columns_);
    });
    connect(rows_, &QSplitter::splitterMoved, this, [this] { dividers_.rows = firstShare(*rows_); });

    auto *page = new QWidget;
    page->setObjectName(QStringLiteral("pageContent"));
    pageLayout_ = new QVBoxLayout(page);
    problems_ = new ProblemBar;
    pageLayout_->addWidget(problems_);
    pageLayout_->addWidget(parameters_);
    pageLayout_->addWidget(columns_, 1);
    auto *scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("page"));
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(page);
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(header_);
    right->addWidget(scroll, 1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(sidebar_);
    layout->addLayout(right, 1);
    layout->setSizeConstraint(QLayout::SetNoConstraint); // what does not fit makes room, see keepLeastSize()
}

void Window::connectSession()
{
    Playback &playback = session_.playback();
    connect(&session_, &Session::lessonOpened, this, &Window::showLesson);
    connect(&session_, &Session::subjectsChanged, this, &Window::showSubjects);
    connect(&session_, &Session::recordGrew, timeline_, &TimelineView::refresh);
    connect(&session_, &Session::recordGrew, header_, &Header::showStatus);
    connect(&session_, &Session::recordGrew, this, [this] { code_->tasks()->showNumbers(timeline_->model()); });
    connect(&session_, &Session::settingsChanged, parameters_, &ParameterPanel::refresh);
    connect(&session_, &Session::settingsChanged, this, &Window::showState);
    connect(&session_, &Session::questionChanged, this, &Window::showState);
    connect(&session_, &Session::runningChanged, this, &Window::showState);
    connect(&session_, &Session::runFinished, this, [this] {
        if (session_.wasFelt())
            header_->notify(tr("The spinner stood still for %1").arg(readableLength(header_->live()->spinner()->longestPause())));
    });
    connect(&session_, &Session::leftThisLoop, this, [this] {
        if (closing_ && !session_.isOnThisLoop())
            close();
    });
    connect(&playback, &Playback::momentChanged, this, &Window::showMoment);
    connect(&playback, &Playback::playingChanged, transport_, &TransportBar::setPlaying);
    connect(&playback, &Playback::speedChanged, transport_, &TransportBar::setSpeed);
}

void Window::connectControls()
{
    Playback &playback = session_.playback();
    connect(header_, &Header::runWanted, &session_, &Session::run);
    connect(header_, &Header::cancelWanted, &session_, &Session::cancel);
    connect(header_, &Header::exportWanted, this, &Window::exportPicture);
    connect(sidebar_, &Sidebar::lessonWanted, this, [this](const QString &id) {
        const auto lesson = std::ranges::find(course_, id, &Lesson::id);
        if (lesson != course_.end())
            session_.open(*lesson);
        arrange();
    });
    connect(sidebar_->filter(), &QLineEdit::editingFinished, this, &Window::arrange);
    connect(sidebar_, &Sidebar::nextThemeWanted, this, &Window::nextTheme);
    connect(code_->rules(), &RulesPanel::lessonWanted, sidebar_, &Sidebar::lessonWanted);
    connect(transport_, &TransportBar::firstWanted, &playback, &Playback::toBegin);
    connect(transport_, &TransportBar::previousWanted, &playback, &Playback::stepBack);
    connect(transport_, &TransportBar::playWanted, &playback, &Playback::toggle);
    connect(transport_, &TransportBar::nextWanted, &playback, &Playback::stepForward);
    connect(transport_, &TransportBar::lastWanted, &playback, &Playback::toEnd);
    connect(transport_, &TransportBar::speedWanted, &playback, &Playback::setSpeed);
    const auto scrub = [&playback](Ns time) {
        playback.pause();
        playback.toTime(time);
    };
    connect(transport_, &TransportBar::timeWanted, this, scrub);
    connect(timeline_, &TimelineView::momentWanted, this, scrub);
    TaskPanel *tasks = code_->tasks();
    connect(timeline_, &TimelineView::taskSelected, tasks,
        [tasks](const TaskRef &task) { tasks->select(task.task ? std::optional(task) : std::nullopt); });
    connect(tasks, &TaskPanel::taskSelected, timeline_,
        [this](const TaskRef &task) { timeline_->selectTask(task.task ? std::optional(task) : std::nullopt); });
    connect(code_, &CodePanel::pageChanged, this, [this] {
        code_->tasks()->showNumbers(timeline_->model());
        codeFittedTo_ = -1;
        fitColumns();
    });
}

void Window::setThemeChoice(ThemeChoice choice)
{
    settings_->setThemeChoice(choice);
}

void Window::nextTheme()
{
    const ThemeChoice now = themeChoice();
    setThemeChoice(now == ThemeChoice::System ? ThemeChoice::Light
            : now == ThemeChoice::Light       ? ThemeChoice::Dark
                                              : ThemeChoice::System);
}

void Window::applyTheme()
{
    const ThemeKind wanted = wantedTheme();
    if (themed_ && wanted == theme_)
        return;
    themed_ = true;
    theme_ = wanted;
    const Theme &colors = theme(wanted);
    setPalette(paletteFor(colors));
    setStyleSheet(styleSheetFor(colors, scale_));
    sidebar_->setTheme(colors);
    code_->setTheme(colors);
    transport_->setTheme(colors);
    timeline_->setTheme(wanted);
    runHint_->setIcon(glyphIcon(Glyph::Run, colors.onAccent));
    parameters_->setTheme(colors);
    way_->setTheme(colors);
    colorControls();
    if (session_.isOpen()) {
        header_->setTheme(colors);
        findings_->setTheme(colors);
    }
}

void Window::colorControls()
{
    for (Slider *slider : findChildren<Slider *>())
        slider->setTheme(theme(theme_));
    for (Switch *toggle : findChildren<Switch *>())
        toggle->setTheme(theme(theme_));
}

void Window::showLesson()
{
    header_->rebuild();
    header_->setTheme(theme(theme_));
    findings_->setTheme(theme(theme_));
    parameters_->rebuild();
    colorControls();
    sidebar_->setCurrent(session_.lesson().id);
    setWindowTitle(tr("%1 – Awaitscope").arg(session_.lesson().text.title));
    showState();
    arrange();
}

void Window::showSubjects()
{
    Playback &playback = session_.playback();
    const bool ready = playback.stepCount() == 0 && !session_.isLive();
    timeline_->setExpectedLength(session_.isLive() || ready ? session_.expectedLength() : Ns(0));
    // A lesson that plays again is seen as the reader has laid it out; the first time, all of it is.
    const bool again
        = std::exchange(lessonInSight_, session_.lesson().id) == session_.lesson().id && (hasRun_ || session_.isLive());
    again ? timeline_->replaceSubjects(playback.subjects()) : timeline_->setSubjects(playback.subjects());
    hasRun_ = playback.stepCount() > 0 || (again && hasRun_);
    transport_->setRange(playback.length(), playback.stepCount());
    code_->tasks()->select(timeline_->selectedTask());
    code_->rebuild();
    code_->tasks()->showNumbers(timeline_->model());
    codeFittedTo_ = -1;
    fitColumns();
    runHint_->setVisible(ready);
    placeRunHint();
    showGhosts();
    showMoment();
    if (ready)
        timeline_->clearMoment();
}

void Window::showMoment()
{
    const Moment &moment = session_.playback().moment();
    timeline_->setMoment(moment);
    transport_->setMoment(moment);
    code_->showMoment();
    findings_->showMoment();
}

void Window::showState()
{
    header_->refresh();
    question_->refresh();
    findings_->refresh();
    showGhosts();
    refreshActions();
    orderFocus();
    if (!session_.isLive())
        fitColumns();
}

bool Window::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ApplicationPaletteChange)
        applyTheme();
    // A focused button keeps the key that presses it, and a tab those that move to the next, whatever the page does with them.
    if (event->type() == QEvent::ShortcutOverride && watched->isWidgetType() && isAncestorOf(static_cast<QWidget *>(watched))) {
        auto *key = static_cast<QKeyEvent *>(event);
        const auto *button = qobject_cast<QAbstractButton *>(watched);
        const bool moves = button && button->group() && (key->key() == Qt::Key_Left || key->key() == Qt::Key_Right);
        if (button && key->modifiers() == Qt::NoModifier && (key->key() == Qt::Key_Space || moves)) {
            key->accept();
            return true;
        }
    }
    // A field takes text that is dragged onto it; files are the window's.
    if (event->type() == QEvent::DragEnter && watched != this && watched->isWidgetType()
        && isAncestorOf(static_cast<QWidget *>(watched)) && static_cast<QDragEnterEvent *>(event)->mimeData()->hasUrls()) {
        event->ignore();
        return true;
    }
    if (watched == this && event->type() == QEvent::LayoutRequest)
        keepLeastSize(*this, *header_);
    if (watched == timeline_ && event->type() == QEvent::Resize)
        placeRunHint();
    if ((watched == columns_ || watched == rows_) && event->type() == QEvent::Resize)
        fitColumns();
    return QWidget::eventFilter(watched, event);
}

void Window::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    keepLeastSize(*this, *header_);
    arrange();
}

void Window::closeEvent(QCloseEvent *event)
{
    session_.shutDown();
    if (session_.isOnThisLoop()) { // what plays here has to unwind first
        closing_ = true;
        return event->ignore();
    }
    Q_EMIT closed();
    event->accept();
}

} // namespace awaitscope
