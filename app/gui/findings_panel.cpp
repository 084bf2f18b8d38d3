// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/findings_panel.h"

#include "app/common/run_figure.h"
#include "app/gui/brief_label.h"
#include "app/gui/challenge_page.h"
#include "app/gui/change_page.h"
#include "app/gui/claims_page.h"
#include "app/gui/notes_page.h"
#include "app/gui/page_text.h"
#include "app/gui/session.h"
#include "app/gui/takeaway_page.h"
#include "widgets/controls/flow_layout.h"
#include "widgets/log/log_view.h"
#include "widgets/results/result_view.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace awaitscope {

namespace {

constexpr int claimsPage = 0, resultsPage = 1, logPage = 2, firstStepPage = 4;
constexpr LessonStep firstStep = LessonStep::LookCloser;

int pageOf(LessonStep step)
{
    return firstStepPage + static_cast<int>(step) - static_cast<int>(firstStep);
}

QWidget *boxed(QWidget *content, bool stretched)
{
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(content);
    if (stretched)
        layout->addStretch(1);
    return box;
}

} // namespace

FindingsPanel::FindingsPanel(Session &session, QWidget *parent) :
    QFrame(parent),
    session_(session),
    tabs_(new QButtonGroup(this)),
    stepTab_(new QPushButton),
    pages_(new QStackedWidget),
    verdict_(new BriefLabel),
    claims_(new ClaimsPage),
    results_(new ResultView),
    log_(new LogView),
    caption_(wrapped({}, "secondary")),
    notes_(new NotesPage(session)),
    changes_(new ChangePage(session)),
    challenge_(new ChallengePage(session)),
    takeaway_(new TakeawayPage),
    theme_(&theme(ThemeKind::Light))
{
    setObjectName(QStringLiteral("panel"));
    auto *head = new QHBoxLayout;
    head->setContentsMargins(14, 0, 14, 0);
    head->setSpacing(16);
    auto *tabs = new FlowLayout(16, 0); // in a second line where there is no room for all
    head->addLayout(tabs, 1);
    tabs->addWidget(addTab(tr("Claims"), claims_));
    tabs->addWidget(addTab(tr("Results"), boxed(results_, true)));
    tabs->addWidget(addTab(tr("Log"), boxed(log_, false)));
    tabs->addWidget(addTab(tr("In words"), caption_));
    for (QWidget *page : std::initializer_list<QWidget *>{notes_, changes_, challenge_, takeaway_})
        addPage(page);
    // It names the page of a step while that is in front; the strip of steps is what leads there.
    stepTab_->setObjectName(QStringLiteral("stepTab"));
    stepTab_->setProperty("kind", QStringLiteral("tab"));
    stepTab_->setCheckable(true);
    stepTab_->setFocusPolicy(Qt::NoFocus);
    stepTab_->setAttribute(Qt::WA_TransparentForMouseEvents);
    tabs->addWidget(stepTab_);
    head->addWidget(verdict_);
    verdict_->setObjectName(QStringLiteral("verdict"));
    auto *line = new QFrame;
    line->setObjectName(QStringLiteral("line"));
    line->setFixedHeight(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(line);
    layout->addWidget(pages_, 1);
    caption_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    connect(results_, &ResultView::lineMarked, this, [this](const QRect &place) {
        auto *scroll = static_cast<QScrollArea *>(pages_->widget(resultsPage));
        const QPoint at = results_->mapTo(scroll->widget(), place.center());
        scroll->ensureVisible(at.x(), at.y(), 0, place.height());
    });
    connect(notes_, &NotesPage::reached, this, [this](QWidget *note) {
        static_cast<QScrollArea *>(pages_->widget(pageOf(LessonStep::LookCloser)))->ensureWidgetVisible(note, 0, 8);
    });
    connect(log_, &LogView::lineChosen, this, [this](Ns time) {
        session_.playback().pause();
        session_.playback().toTime(time);
    });
    tabs_->button(logPage)->setToolTip(tr("What was logged while the run was under way"));
    tabs_->button(claimsPage)->setToolTip(tr("What this run proves"));
    bringToFront(claimsPage);
}

void FindingsPanel::addPage(QWidget *content)
{
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    const bool rows = content == claims_; // which have a margin of their own
    content->setContentsMargins(rows ? 8 : 14, rows ? 5 : 8, rows ? 8 : 14, rows ? 5 : 10);
    scroll->setWidget(content);
    content->setAutoFillBackground(false);
    pages_->addWidget(scroll);
}

QPushButton *FindingsPanel::addTab(const QString &name, QWidget *content)
{
    const int page = pages_->count();
    addPage(content);
    auto *tab = new QPushButton(name);
    tab->setProperty("kind", QStringLiteral("tab"));
    tab->setCheckable(true);
    tab->setFocusPolicy(Qt::TabFocus);
    tabs_->addButton(tab, page);
    connect(tab, &QPushButton::clicked, this, [this, page] { showPage(page); });
    return tab;
}

void FindingsPanel::showPage(int page)
{
    wantedPage_ = page;
    bringToFront(page);
}

void FindingsPanel::bringToFront(int page)
{
    const bool other = pages_->currentIndex() != page;
    pages_->setCurrentIndex(page);
    const auto step = stepInFront();
    tabs_->setExclusive(!step);
    for (QAbstractButton *tab : tabs_->buttons())
        tab->setChecked(tabs_->id(tab) == page);
    stepTab_->setChecked(true);
    stepTab_->setText(step ? stepName(*step) : QString());
    stepTab_->setVisible(step.has_value());
    if (step == LessonStep::Takeaway && session_.isOpen() && session_.latest() && !session_.isLive())
        session_.markStep(LessonStep::Takeaway);
    if (other)
        Q_EMIT pageChanged();
}

void FindingsPanel::showStep(LessonStep step)
{
    if (step >= firstStep)
        showPage(pageOf(step));
}

std::optional<LessonStep> FindingsPanel::stepInFront() const
{
    const int page = pages_->currentIndex();
    return page < firstStepPage ? std::nullopt : std::optional(LessonStep(static_cast<int>(firstStep) + page - firstStepPage));
}

void FindingsPanel::setTheme(const Theme &theme)
{
    theme_ = &theme;
    results_->setTheme(theme);
    log_->setTheme(theme);
    refresh();
}

QString FindingsPanel::verdict() const
{
    return verdict_->text();
}

QStringList FindingsPanel::claimLines() const
{
    return claims_->lines();
}

int FindingsPanel::heightFor(qsizetype lines) const
{
    const int line = fontMetrics().height() + 6;
    const int head
        = std::max(layout()->itemAt(0)->layout()->heightForWidth((parentWidget() ? parentWidget() : this)->width() - 2),
            tabs_->button(0)->sizeHint().height());
    return head + 3 + 10 + static_cast<int>(lines) * line;
}

int FindingsPanel::wantedHeight() const
{
    const QStringList chosen = session_.chosenVariants();
    const auto judged = std::ranges::count_if(session_.lesson().definition.claims, [&chosen](const ClaimSpec &claim) {
        return std::ranges::all_of(claim.needs, [&chosen](const QString &id) { return chosen.contains(id); });
    });
    return heightFor(std::max<qsizetype>(judged, 3));
}

void FindingsPanel::refresh()
{
    if (std::exchange(lesson_, session_.lesson().id) != session_.lesson().id)
        wantedPage_ = claimsPage;
    const bool shown = session_.latest() && !session_.isLive() && session_.isRevealed();
    const auto columns = shown ? resultColumns(*session_.latest()) : std::vector<ResultColumn>();
    log_->setRows(shown ? logRows(session_.playback().subjects()) : std::vector<LogRow>());
    results_->setResults(columns);
    caption_->setText(shown ? session_.latest()->caption : QString());
    if (shown)
        claims_->showClaims(*session_.latest(), *theme_);
    else
        claims_->showText(session_.isLive()
                ? tr("Checked against the record as soon as the run has ended.")
                : tr("After the run: each claim of the lesson, checked against the record of that run."));
    showVerdict();
    fillSteps(shown);
    const auto isThere = [&](int page) {
        if (page == resultsPage)
            return !columns.empty();
        return page == logPage ? !log_->rows().empty() : shown || page == claimsPage || page >= firstStepPage;
    };
    for (QAbstractButton *tab : tabs_->buttons())
        tab->setVisible(isThere(tabs_->id(tab)));
    bringToFront(isThere(wantedPage_) ? wantedPage_ : claimsPage);
    showMoment();
}

void FindingsPanel::fillSteps(bool shown)
{
    changes_->showChanges(shown);
    if (!shown) {
        const QString wait = tr("As soon as the run has ended.");
        const bool live = session_.isLive();
        notes_->showText(live ? wait : tr("After the run: moments of it that are worth a closer look."));
        challenge_->showText(live ? wait : tr("After the run: a goal to reach with the settings above."));
        takeaway_->showText(live ? wait : tr("After the run: what to keep of this lesson."));
        return;
    }
    notes_->showNotes();
    challenge_->showChallenge();
    takeaway_->showTakeaway(session_.filled(session_.lesson().text.takeaway));
}

/// While a run plays: what it has logged so far. There is nothing else to see in the tabs, so the log comes to the front.
void FindingsPanel::followLog()
{
    const std::vector<Subject> &subjects = session_.playback().subjects();
    const std::size_t count = std::min(logLineCount(subjects), LogModel::mostRows);
    if (count == log_->rows().size())
        return;
    log_->setRows(logRows(subjects));
    tabs_->button(logPage)->setVisible(count > 0);
    if (count > 0 && !stepInFront())
        bringToFront(logPage);
}

void FindingsPanel::showMoment()
{
    if (session_.isLive())
        followLog();
    log_->setTime(session_.playback().moment().time);
    notes_->showMoment();
}

void FindingsPanel::showResults()
{
    if (!results_->grid().isEmpty())
        showPage(resultsPage);
}

void FindingsPanel::showClaims()
{
    showPage(claimsPage);
}

std::vector<std::size_t> FindingsPanel::currentNotes() const
{
    return notes_->current();
}

void FindingsPanel::showVerdict()
{
    const auto run = session_.latest();
    if (!run || session_.isLive() || !session_.isRevealed()) {
        verdict_->clear();
        return;
    }
    const auto total = std::ssize(run->claims), holding = std::ranges::count(run->claims, true, &ClaimResult::holds);
    if (run->cancelled) {
        verdict_->setText(tr("run cancelled"));
        verdict_->setBrief(tr("cancelled"));
    } else if (holding == total) {
        verdict_->setText(tr("✓ %1 of %2 hold").arg(holding).arg(total));
        verdict_->setBrief(tr("✓ %1 of %2").arg(holding).arg(total));
    } else {
        const auto failing = total - holding;
        verdict_->setText(
            failing == 1 ? tr("✕ 1 of %1 does not hold").arg(total) : tr("✕ %1 of %2 do not hold").arg(failing).arg(total));
        verdict_->setBrief(tr("✕ %1 of %2").arg(total - holding).arg(total));
    }
    verdict_->setProperty("kind", run->cancelled ? "small" : holding == total ? "good" : "bad");
    restyle(verdict_);
}

} // namespace awaitscope
