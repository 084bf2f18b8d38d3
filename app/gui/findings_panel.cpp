// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/findings_panel.h"

#include "app/common/run_figure.h"
#include "app/gui/brief_label.h"
#include "app/gui/claim_card.h"
#include "app/gui/session.h"
#include "lessons/catalog/event_names.h"
#include "lessons/trace/caption.h"
#include "widgets/controls/flow_layout.h"
#include "widgets/log/log_view.h"
#include "widgets/results/result_view.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace awaitscope {

namespace {

constexpr int claimsPage = 0, resultsPage = 1, logPage = 2, notesPage = 4;

void deleteAll(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

QLabel *wrapped(const QString &text, const char *kind)
{
    auto *label = new QLabel(text);
    label->setWordWrap(true);
    label->setProperty("kind", QLatin1String(kind));
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

FindingsPanel::FindingsPanel(Session &session, QWidget *parent) :
    QFrame(parent),
    session_(session),
    tabs_(new QButtonGroup(this)),
    pages_(new QStackedWidget),
    verdict_(new BriefLabel),
    results_(new ResultView),
    log_(new LogView),
    caption_(wrapped({}, "secondary")),
    theme_(&theme(ThemeKind::Light))
{
    setObjectName(QStringLiteral("panel"));
    auto *claims = new QWidget;
    claims_ = new QVBoxLayout(claims);
    auto *notes = new QWidget;
    notes_ = new QVBoxLayout(notes);
    auto *challenge = new QWidget;
    challenge_ = new QVBoxLayout(challenge);
    for (QVBoxLayout *layout : {claims_, notes_, challenge_}) {
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(layout == claims_ ? 0 : 4);
    }
    auto *head = new QHBoxLayout;
    head->setContentsMargins(14, 0, 14, 0);
    head->setSpacing(16);
    auto *tabs = new FlowLayout(16, 0); // in a second line where there is no room for all
    head->addLayout(tabs, 1);
    tabs->addWidget(addTab(tr("Claims"), claims));
    auto *results = new QWidget;
    auto *resultsLayout = new QVBoxLayout(results);
    resultsLayout->setContentsMargins(0, 0, 0, 0);
    resultsLayout->addWidget(results_);
    resultsLayout->addStretch(1);
    tabs->addWidget(addTab(tr("Results"), results));
    auto *log = new QWidget;
    auto *logLayout = new QVBoxLayout(log);
    logLayout->setContentsMargins(0, 0, 0, 0);
    logLayout->addWidget(log_);
    tabs->addWidget(addTab(tr("Log"), log));
    tabs->addWidget(addTab(tr("In words"), caption_));
    tabs->addWidget(addTab(tr("Look closer"), notes));
    tabs->addWidget(addTab(tr("Challenge"), challenge));
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
    connect(log_, &LogView::lineChosen, this, [this](Ns time) {
        session_.playback().pause();
        session_.playback().toTime(time);
    });
    tabs_->button(logPage)->setToolTip(tr("What was logged while the run was under way"));
    tabs_->button(0)->setToolTip(tr("What this run proves"));
    tabs_->button(0)->setChecked(true);
}

QPushButton *FindingsPanel::addTab(const QString &name, QWidget *content)
{
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    const bool rows = pages_->count() == 0; // which have a margin of their own
    content->setContentsMargins(rows ? 8 : 14, rows ? 5 : 8, rows ? 8 : 14, rows ? 5 : 10);
    content->setAutoFillBackground(false);
    scroll->setWidget(content);
    content->setAutoFillBackground(false);
    const int page = pages_->addWidget(scroll);
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
    tabs_->button(page)->setChecked(true);
    pages_->setCurrentIndex(page);
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

void FindingsPanel::clearPages()
{
    deleteAll(claims_);
    deleteAll(notes_);
    deleteAll(challenge_);
    caption_->clear();
    results_->setResults({});
    log_->setRows({});
    claimLines_.clear();
    noteLines_.clear();
    verdict_->clear();
}

void FindingsPanel::refresh()
{
    if (std::exchange(lesson_, session_.lesson().id) != session_.lesson().id)
        wantedPage_ = claimsPage;
    clearPages();
    const bool shown = session_.latest() && !session_.isLive() && session_.isRevealed();
    const auto columns = shown ? resultColumns(*session_.latest()) : std::vector<ResultColumn>();
    if (shown)
        log_->setRows(logRows(session_.playback().subjects()));
    const auto isThere = [&](int page) {
        if (page == resultsPage)
            return !columns.empty();
        return page == logPage ? !log_->rows().empty() : shown || page == claimsPage;
    };
    for (QAbstractButton *tab : tabs_->buttons())
        tab->setVisible(isThere(tabs_->id(tab)));
    bringToFront(isThere(wantedPage_) ? wantedPage_ : claimsPage);
    if (!shown) {
        auto *text
            = wrapped(session_.isLive() ? tr("Checked against the record as soon as the run has ended.")
                                        : tr("After the run: each claim of the lesson, checked against the record of that run."),
                "small");
        text->setContentsMargins(6, 3, 6, 0);
        claims_->addWidget(text);
        claims_->addStretch(1);
        return;
    }
    results_->setResults(columns);
    fillClaims();
    fillNotes();
    fillChallenge();
    caption_->setText(session_.latest()->caption);
    showMoment();
}

/// While a run plays: what it has logged so far. There is nothing else to see here, so the log comes to the front.
void FindingsPanel::followLog()
{
    const std::vector<Subject> &subjects = session_.playback().subjects();
    const std::size_t count = std::min(logLineCount(subjects), LogModel::mostRows);
    if (count == log_->rows().size())
        return;
    log_->setRows(logRows(subjects));
    tabs_->button(logPage)->setVisible(count > 0);
    if (count > 0)
        bringToFront(logPage);
}

void FindingsPanel::showMoment()
{
    if (session_.isLive())
        followLog();
    log_->setTime(session_.playback().moment().time);
    const std::size_t step = session_.playback().moment().step;
    for (const Note &note : noteLines_) {
        const bool current = note.step == step && !session_.isLive();
        if (note.line->property("current").toBool() == current)
            continue;
        note.line->setProperty("current", current);
        note.line->style()->unpolish(note.line);
        note.line->style()->polish(note.line);
        if (current)
            static_cast<QScrollArea *>(pages_->widget(notesPage))->ensureWidgetVisible(note.line, 0, 8);
    }
}

void FindingsPanel::showResults()
{
    if (!results_->grid().isEmpty())
        showPage(resultsPage);
}

void FindingsPanel::showNotes()
{
    if (noteLines_.empty())
        return;
    showPage(notesPage);
}

std::vector<std::size_t> FindingsPanel::currentNotes() const
{
    std::vector<std::size_t> current;
    for (std::size_t i = 0; i < noteLines_.size(); ++i) {
        if (noteLines_[i].line->property("current").toBool())
            current.push_back(i);
    }
    return current;
}

void FindingsPanel::fillClaims()
{
    const Run &run = *session_.latest();
    std::vector<ClaimResult> claims = run.claims;
    const auto broken = std::ranges::stable_partition(claims, [](const ClaimResult &claim) { return !claim.holds; });
    const int holding = static_cast<int>(broken.size());
    for (const ClaimResult &claim : claims) {
        auto *card = new ClaimCard(claim, *theme_);
        claimLines_.append(card->accessibleName());
        claims_->addWidget(card);
    }
    for (const Problem &problem : run.problems)
        claims_->addWidget(wrapped(tr("The record is not sound: %1").arg(problem.sentence), "problem"));
    const int total = static_cast<int>(run.claims.size());
    claims_->addStretch(1);
    if (run.cancelled) {
        claims_->insertWidget(
            0, wrapped(tr("The run was cancelled before its end, so its claims were not judged in full."), "small"));
        verdict_->setText(tr("run cancelled"));
        verdict_->setBrief(tr("cancelled"));
    } else {
        verdict_->setText(holding == total ? tr("✓ %1 of %2 hold").arg(holding).arg(total)
                                           : tr("✕ %1 of %2 do not hold").arg(total - holding).arg(total));
        verdict_->setBrief(
            holding == total ? tr("✓ %1 of %2").arg(holding).arg(total) : tr("✕ %1 of %2").arg(total - holding).arg(total));
    }
    verdict_->setProperty("kind", run.cancelled ? "small" : holding == total ? "good" : "bad");
    verdict_->style()->unpolish(verdict_);
    verdict_->style()->polish(verdict_);
}

void FindingsPanel::fillNotes()
{
    const Run &run = *session_.latest();
    for (const LessonNote &note : session_.lesson().text.lookCloser) {
        const auto event = findEvent(run, note.event);
        const auto step = session_.stepOf(note.event);
        if (!event || !step)
            continue;
        auto *text = wrapped(session_.filled(note.text), "secondary");
        text->setContentsMargins(0, 3, 0, 2);
        auto *jump
            = new QPushButton(tr("%1 at %2").arg(QString(QChar(char16_t(u'A' + event->variant))), readableLength(event->time)));
        jump->setProperty("kind", QStringLiteral("link"));
        jump->setFocusPolicy(Qt::TabFocus);
        jump->setCursor(Qt::PointingHandCursor);
        jump->setFixedWidth(jump->fontMetrics().horizontalAdvance(QStringLiteral("A at 0000 ms")) + 12);
        jump->setAccessibleDescription(text->text());
        jump->setToolTip(tr("Go there (Shift+Left and Shift+Right go from one to the next)"));
        connect(jump, &QPushButton::clicked, this, [this, step = *step] {
            session_.playback().pause();
            session_.playback().toStep(step);
        });
        auto *line = new QFrame;
        line->setObjectName(QStringLiteral("note"));
        auto *layout = new QHBoxLayout(line);
        layout->setContentsMargins(4, 2, 4, 2);
        layout->addWidget(jump, 0, Qt::AlignTop);
        layout->addWidget(text, 1);
        notes_->addWidget(line);
        noteLines_.push_back({line, *step});
    }
    notes_->addStretch(1);
}

void FindingsPanel::fillChallenge()
{
    const Lesson &lesson = session_.lesson();
    if (!lesson.text.challenge.isEmpty()) {
        challenge_->addWidget(wrapped(session_.filled(lesson.text.challenge), "heading"));
        if (lesson.definition.challenge && !session_.latest()->cancelled) {
            const Verdict verdict = lesson.definition.challenge(*session_.latest());
            challenge_->addWidget(wrapped((verdict.holds ? tr("✓ Met: %1") : tr("Not met yet: %1")).arg(verdict.measured),
                verdict.holds ? "good" : "secondary"));
        }
        if (!lesson.text.challengeHint.isEmpty())
            challenge_->addWidget(wrapped(tr("Hint: %1").arg(lesson.text.challengeHint), "small"));
    }
    if (!lesson.text.takeaway.isEmpty())
        challenge_->addWidget(wrapped(tr("Takeaway: %1").arg(session_.filled(lesson.text.takeaway)), "secondary"));
    challenge_->addStretch(1);
}

} // namespace awaitscope
