// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workshop/run_view.h"

#include "app/gui/code_marks.h"
#include "lessons/catalog/planned_length.h"
#include "widgets/code/code_view.h"
#include "widgets/timeline/timeline_view.h"

#include <QLabel>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <array>
#include <cmath>

namespace awaitscope {

namespace {

constexpr double sentenceText = 30.0, mostChartText = 48.0; // px at 1920×1080; px
constexpr std::array chartSizes{24.0, 22.0, 20.0, 18.0};
constexpr std::array codeSizes{27.0, 25.0, 23.0, 21.0, 19.0};
constexpr double mostCode = 0.46; // share of the width
constexpr double columnsFrom = 1250.0; // px, in letters of 18 px: where less is left the code stands below the chart
constexpr double remarkLines = 2.4, sentenceLines = 1.4; // of a pause, of a run: what writes itself is short
constexpr int slack = 8; // px, for borders and rounding

int whole(double px)
{
    return static_cast<int>(std::lround(px));
}

} // namespace

RunView::RunView(Stage &stage, QWidget *parent) :
    QWidget(parent),
    stage_(stage),
    timeline_(new TimelineView(this)),
    code_(new CodeView(this)),
    sentence_(new QLabel(this)),
    theme_(&theme(ThemeKind::Light))
{
    timeline_->setFocusPolicy(Qt::NoFocus);
    code_->setFocusPolicy(Qt::NoFocus);
    code_->setFrameShape(QFrame::NoFrame);
    code_->setAccessibleName(tr("The code that ran"));
    sentence_->setWordWrap(true);
    sentence_->setTextFormat(Qt::PlainText);
    sentence_->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    sentence_->setObjectName(QStringLiteral("seen"));
    Playback &playback = stage.playback();
    connect(&stage, &Stage::subjectsChanged, this, &RunView::showSubjects);
    connect(&stage, &Stage::recordGrew, timeline_, &TimelineView::refresh);
    connect(&playback, &Playback::momentChanged, this, &RunView::showMoment);
    connect(timeline_, &TimelineView::momentWanted, this, [&playback](Ns time) {
        playback.pause();
        playback.toTime(time);
    });
}

void RunView::setTheme(ThemeKind kind)
{
    theme_ = &theme(kind);
    timeline_->setTheme(kind);
    code_->setTheme(*theme_);
    // As thin as in the window: the wheel moves them, and pauses by themselves.
    const QString bars = QStringLiteral("QScrollBar { background: transparent; width: 10px; margin: 2px; } "
                                        "QScrollBar::handle { background: %1; border-radius: 3px; min-height: 28px; } "
                                        "QScrollBar::add-line, QScrollBar::sub-line { height: 0; } "
                                        "QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }")
                             .arg(theme_->axis.name());
    for (QScrollBar *bar : findChildren<QScrollBar *>())
        bar->setStyleSheet(bars);
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, theme_->text);
    sentence_->setPalette(colors);
    update();
}

void RunView::setZoom(double zoom)
{
    zoom_ = zoom;
    arrange();
}

QString RunView::sentence() const
{
    return sentence_->text();
}

void RunView::showSubjects()
{
    const Lesson *lesson = stage_.slide().kind == SlideKind::End ? nullptr : &stage_.deck().lesson(stage_.slide().entry);
    if (!lesson)
        return;
    const auto &subjects = stage_.playback().subjects();
    if (stage_.isLive()) {
        const auto before = stage_.deck().run(stage_.slide().entry);
        const RunRequest &request = stage_.deck().request(stage_.slide().entry);
        Ns expected = plannedLength(*lesson, request.variants, request.parameters);
        for (std::size_t i = 0; before && i < before->variants.size(); ++i)
            expected = std::max(expected, before->variants[i].trace->duration());
        timeline_->setExpectedLength(expected);
    } else {
        timeline_->setExpectedLength(Ns(0));
    }
    std::exchange(lesson_, lesson) == lesson ? timeline_->replaceSubjects(subjects) : timeline_->setSubjects(subjects);
    const RunRequest &request = stage_.deck().request(stage_.slide().entry);
    codes_ = shownCodes(*lesson, request.variants, subjects);
    code_->setSections(codeSections(codes_, subjects), CodeLanguage::Cpp);
    arrange();
    showMoment();
}

void RunView::showSlide()
{
    const bool pause = stage_.slide().kind == SlideKind::Pause;
    const auto cue = stage_.cue();
    if (!cue) {
        timeline_->selectTask(std::nullopt);
        timeline_->fit();
    }
    code_->setVisible(pause);
    arrange();
    if (stage_.isWaiting()) {
        lesson_ = nullptr;
        timeline_->setPlaceholder(tr("Recording the run"));
        timeline_->setSubjects({});
        timeline_->clearMoment();
        sentence_->clear();
        return;
    }
    showMoment();
}

void RunView::showMoment()
{
    const Playback &playback = stage_.playback();
    if (stage_.slide().kind == SlideKind::End || playback.subjects().empty())
        return;
    timeline_->setMoment(playback.moment());
    if (code_->isVisibleTo(this)) {
        code_->setMarks(codeMarks(codes_, playback.subjects(), playback.moment()), true);
        if (!playback.isPlaying())
            bringCueIntoSight();
    }
    const QString time = tr("At %1 ms").arg(QString::number(static_cast<double>(playback.moment().time.count()) / 1e6, 'f', 1));
    sentence_->setText(time + QStringLiteral(":  ") + stage_.sentence());
    sentence_->setAccessibleName(sentence_->text());
    fitSentence();
}

/// The lane of the task that the pause is about; once the playhead is there, its line too, of all those that are marked.
void RunView::bringCueIntoSight()
{
    const auto cue = stage_.cue();
    const Moment &moment = stage_.playback().moment();
    if (!cue)
        return;
    timeline_->selectTask(std::nullopt); // anew: to select scrolls to the lane
    timeline_->selectTask(cue->task);
    if (moment.step != cue->step)
        return;
    const Trace &trace = *stage_.playback().subjects()[cue->task.subject].trace;
    const auto marks = markedStatements(trace, moment.applied[cue->task.subject]);
    const auto mark = std::ranges::find_if(
        marks, [&](const MarkedStatement &each) { return std::ranges::find(each.tasks, cue->task.task) != each.tasks.end(); });
    if (mark == marks.end())
        return;
    const int file = fileOf(codes_, stage_.playback().subjects(), cue->task.subject);
    const QRectF first = code_->lineArea(mark->lines.first, file), last = code_->lineArea(mark->lines.last, file);
    const int height = code_->viewport()->height();
    QScrollBar *bar = code_->verticalScrollBar();
    if (last.bottom() > height || first.top() < 0)
        bar->setValue(bar->value() + whole((first.top() + last.bottom() - height) / 2.0));
}

void RunView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

/// The largest letters with which no line wraps in that width, else the smallest.
void RunView::fitCode(int width)
{
    const ShowType type(size(), zoom_);
    for (const double size : codeSizes) {
        code_->setTextSize(type.px(size));
        if (code_->widthWithoutWraps() + slack <= width)
            return;
    }
}

void RunView::arrange()
{
    const ShowType type(size(), zoom_);
    const int side = whole(type.gap(44.0)), gap = whole(type.gap(22.0));
    QFont font(sansFamily());
    font.setPixelSize(whole(type.px(sentenceText)));
    const QRect page = rect().adjusted(side, 1, -side, -gap);
    const bool narrow = page.width() * ShowType::least / type.px(18.0) < columnsFrom;
    const bool pauses = code_->isVisibleTo(this);
    const int below = whole(QFontMetricsF(font).lineSpacing() * (narrow || pauses ? remarkLines : sentenceLines));
    sentence_->setGeometry(page.left(), page.bottom() - below, page.width(), below);
    QRect upper(page.left(), page.top(), page.width(), page.height() - below - gap);
    if (!pauses) {
        timeline_->setGeometry(upper);
    } else if (narrow) {
        const int chart = whole(upper.height() * 0.56);
        timeline_->setGeometry(upper.left(), upper.top(), upper.width(), chart);
        fitCode(upper.width());
        code_->setGeometry(upper.left(), upper.top() + chart + gap, upper.width(), upper.height() - chart - gap);
    } else {
        const int most = whole(upper.width() * mostCode);
        fitCode(most);
        const int width = std::min(most, code_->widthWithoutWraps() + slack);
        code_->setGeometry(upper.left(), upper.top(), width, upper.height());
        timeline_->setGeometry(upper.left() + width + gap, upper.top(), upper.width() - width - gap, upper.height());
    }
    fitChart();
    fitSentence();
    bringCueIntoSight();
    update();
}

/// The largest letters with which no lane has to be scrolled to, else the smallest.
void RunView::fitChart()
{
    const ShowType type(size(), zoom_);
    for (const double size : chartSizes) {
        timeline_->setTextSize(std::min(mostChartText, type.px(size)));
        if (timeline_->heightWithoutScrolling() <= timeline_->height())
            return;
    }
}

/// The usual letters, or smaller ones where a long sentence has no room.
void RunView::fitSentence()
{
    int size = whole(ShowType(this->size(), zoom_).px(sentenceText));
    QFont font(sansFamily());
    do {
        font.setPixelSize(size);
        sentence_->setFont(font);
    } while (sentence_->heightForWidth(sentence_->width()) > sentence_->height() && --size >= static_cast<int>(ShowType::least));
}

void RunView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme_->window);
    painter.setPen(QPen(theme_->border, 1.0));
    for (const QWidget *panel : {static_cast<QWidget *>(timeline_), static_cast<QWidget *>(code_)}) {
        if (panel->isVisibleTo(this))
            painter.drawRect(QRectF(panel->geometry()).adjusted(-0.5, -0.5, 0.5, 0.5));
    }
}

} // namespace awaitscope
