// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/keys_overlay.h"

#include "app/gui/action_group.h"
#include "app/gui/palette_sources.h"
#include "app/gui/text_match.h"

#include <QAction>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <optional>

namespace awaitscope {

namespace {

constexpr int aside = 24, mostColumns = 3, gap = 36; // px
constexpr int columnLetters = 52; // of average width

} // namespace

KeysOverlay::KeysOverlay(QWidget *window, std::function<QList<QAction *>()> actions) :
    Overlay(window),
    actions_(std::move(actions)),
    field_(new QLineEdit),
    scroll_(new QScrollArea),
    content_(new QWidget),
    nothing_(new QLabel(tr("No key does that now.")))
{
    setAccessibleName(tr("Keys of this window"));
    auto *title = new QLabel(tr("Keys"));
    title->setProperty("kind", QStringLiteral("title"));
    field_->setObjectName(QStringLiteral("keysField"));
    field_->setPlaceholderText(tr("Type to find a key"));
    field_->setAccessibleName(tr("Find a key"));
    auto *head = new QHBoxLayout;
    head->addWidget(title);
    head->addStretch(1);
    head->addWidget(field_, 1);
    scroll_->setWidget(content_);
    scroll_->setWidgetResizable(true);
    scroll_->setFocusPolicy(Qt::NoFocus);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll_->viewport()->setAutoFillBackground(false);
    content_->setAutoFillBackground(false);
    nothing_->setProperty("kind", QStringLiteral("secondary"));
    auto *note = new QLabel(tr("A field, slider or button that has the focus keeps its own keys. Esc closes this list."));
    note->setProperty("kind", QStringLiteral("small"));
    note->setWordWrap(true);
    auto *layout = new QVBoxLayout(panel());
    layout->setContentsMargins(26, 20, 26, 16);
    layout->setSpacing(14);
    layout->addLayout(head);
    layout->addWidget(nothing_);
    layout->addWidget(scroll_, 1);
    layout->addWidget(note);
    connect(field_, &QLineEdit::textChanged, this, &KeysOverlay::filter);
}

QStringList KeysOverlay::lines() const
{
    QStringList lines;
    for (const Group &group : groups_) {
        for (const Line &line : group.lines) {
            if (!line.row->isHidden())
                lines += line.text;
        }
    }
    return lines;
}

void KeysOverlay::prepare()
{
    rebuild();
    field_->ensurePolished();
    field_->setMaximumWidth(field_->fontMetrics().averageCharWidth() * 40);
    field_->clear();
    filter();
}

QWidget *KeysOverlay::focusTarget()
{
    return field_;
}

int KeysOverlay::columnWidth() const
{
    return fontMetrics().averageCharWidth() * columnLetters;
}

QRect KeysOverlay::panelPlace()
{
    const QMargins margins = panel()->layout()->contentsMargins();
    const int most = parentWidget()->width() - 2 * aside - margins.left() - margins.right();
    arrange(std::clamp((most + gap) / (columnWidth() + gap), 1, mostColumns));
    const int inner = std::min(columns_ * (columnWidth() + gap) - gap, most);
    const int width = inner + margins.left() + margins.right();
    const int chrome = panel()->layout()->sizeHint().height() - scroll_->sizeHint().height();
    const int rows = content_->layout()->totalHeightForWidth(inner);
    const int height = std::min(parentWidget()->height() - 2 * aside, chrome + rows + 4);
    return {(parentWidget()->width() - width) / 2, (parentWidget()->height() - height) / 2, width, height};
}

bool KeysOverlay::takeKey(QKeyEvent &event)
{
    QScrollBar *bar = scroll_->verticalScrollBar();
    switch (event.key()) {
    case Qt::Key_Question:
    case Qt::Key_F1:
        return dismiss(), true;
    case Qt::Key_Down:
        return bar->triggerAction(QScrollBar::SliderSingleStepAdd), true;
    case Qt::Key_Up:
        return bar->triggerAction(QScrollBar::SliderSingleStepSub), true;
    case Qt::Key_PageDown:
        return bar->triggerAction(QScrollBar::SliderPageStepAdd), true;
    case Qt::Key_PageUp:
        return bar->triggerAction(QScrollBar::SliderPageStepSub), true;
    default:
        return false;
    }
}

void KeysOverlay::rebuild()
{
    for (const Group &group : groups_)
        delete group.box;
    groups_.clear();
    columns_ = 0;
    std::optional<ActionGroup> title;
    for (const QAction *action : actions_()) {
        if (action->shortcuts().isEmpty() || !action->isEnabled() || !action->isVisible())
            continue;
        if (title != actionGroup(*action)) {
            title = actionGroup(*action);
            auto *box = new QWidget(content_);
            auto *layout = new QVBoxLayout(box);
            layout->setContentsMargins(0, 0, 0, 14);
            layout->setSpacing(3);
            auto *heading = new QLabel(actionGroupTitle(*title));
            heading->setProperty("kind", QStringLiteral("heading"));
            layout->addWidget(heading);
            groups_.push_back({box, {}});
        }
        addLine(groups_.back(), *action);
    }
}

void KeysOverlay::addLine(Group &group, const QAction &action)
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 1, 0, 1);
    layout->setSpacing(5);
    auto *name = new QLabel(action.text());
    name->setWordWrap(true);
    name->setProperty("kind", QStringLiteral("secondary"));
    layout->addWidget(name, 1);
    for (const QKeySequence &keys : action.shortcuts()) {
        auto *cap = new QLabel(keys.toString(QKeySequence::NativeText));
        cap->setProperty("kind", QStringLiteral("keycap"));
        cap->setAlignment(Qt::AlignCenter);
        cap->setMinimumWidth(cap->fontMetrics().height() + 10);
        layout->addWidget(cap, 0, Qt::AlignTop);
    }
    const QString text = QStringLiteral("%1: %2").arg(action.text(), keysText(action));
    row->setAccessibleName(text);
    group.box->layout()->addWidget(row);
    group.lines.push_back({text, folded(composed(text)), row});
}

void KeysOverlay::filter()
{
    const MatchQuery wanted(field_->text());
    bool any = false;
    for (const Group &group : groups_) {
        bool inGroup = false;
        for (const Line &line : group.lines) {
            const bool fits = matchWords(line.folded, wanted).has_value();
            line.row->setHidden(!fits);
            inGroup = inGroup || fits;
        }
        group.box->setHidden(!inGroup);
        any = any || inGroup;
    }
    nothing_->setHidden(any);
    columns_ = 0;
    place();
}

/// Puts the groups one below the other, and begins a column where that keeps the highest one low.
void KeysOverlay::arrange(int columns)
{
    if (columns == columns_)
        return;
    columns_ = columns;
    delete content_->layout();
    columnsLayout_ = new QHBoxLayout(content_);
    columnsLayout_->setContentsMargins(0, 0, 0, 0);
    columnsLayout_->setSpacing(gap);
    std::vector<int> heights;
    int low = 0, high = 0;
    for (const Group &group : groups_) {
        heights.push_back(group.box->isHidden() ? 0 : group.box->sizeHint().height());
        low = std::max(low, heights.back());
        high += heights.back();
    }
    const auto columnsFor = [&heights](int most) {
        int count = 1, used = 0;
        for (const int height : heights) {
            if (used > 0 && used + height > most) {
                ++count;
                used = 0;
            }
            used += height;
        }
        return count;
    };
    while (low < high) {
        const int middle = (low + high) / 2;
        columnsFor(middle) <= columns ? high = middle : low = middle + 1;
    }
    QVBoxLayout *column = nullptr;
    int used = 0;
    for (std::size_t i = 0; i < groups_.size(); ++i) {
        if (!column || (used > 0 && used + heights[i] > low)) {
            if (column)
                column->addStretch(1);
            column = new QVBoxLayout;
            column->setSpacing(0);
            columnsLayout_->addLayout(column, 1);
            used = 0;
        }
        column->addWidget(groups_[i].box);
        used += heights[i];
    }
    if (column)
        column->addStretch(1);
}

} // namespace awaitscope
