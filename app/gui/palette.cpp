// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/palette.h"

#include "app/gui/palette_delegate.h"
#include "app/gui/palette_model.h"

#include <QAccessible>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace awaitscope {

namespace {

constexpr int mostWidth = 46, mostLines = 24; // letters wide, lines high; both of the window's font
constexpr int belowList = 8; // px, so that the last row does not touch the line
constexpr int aside = 16; // px that are left free beside the panel

} // namespace

Palette::Palette(QWidget *window) :
    Overlay(window),
    field_(new QLineEdit),
    list_(new QListView),
    status_(new QLabel),
    model_(new PaletteModel(this)),
    delegate_(new PaletteDelegate(*model_, this))
{
    setAccessibleName(tr("Find anything"));
    field_->setObjectName(QStringLiteral("paletteField"));
    field_->setPlaceholderText(tr("Find a lesson, an action, a setting or a word"));
    field_->setAccessibleName(tr("Find anything"));
    list_->setObjectName(QStringLiteral("paletteList"));
    list_->setAccessibleName(tr("Found"));
    list_->setModel(model_);
    list_->setItemDelegate(delegate_);
    list_->setFocusPolicy(Qt::NoFocus); // the field keeps it, and moves the list's current row
    list_->setMouseTracking(true);
    list_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    list_->setMinimumHeight(1);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    status_->setProperty("kind", QStringLiteral("small"));
    auto *hint = new QLabel(tr("↑ ↓ choose   Enter open   Esc close"));
    hint->setProperty("kind", QStringLiteral("small"));
    const auto line = [] {
        auto *line = new QFrame;
        line->setObjectName(QStringLiteral("line"));
        line->setFixedHeight(1);
        return line;
    };
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(14, 6, 14, 8);
    foot->setSpacing(24);
    foot->addWidget(status_, 1);
    foot->addWidget(hint);
    auto *layout = new QVBoxLayout(panel());
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(field_);
    layout->addWidget(line());
    layout->addWidget(list_, 1);
    layout->addWidget(line());
    layout->addLayout(foot);

    connect(field_, &QLineEdit::textChanged, this, &Palette::search);
    connect(list_, &QListView::clicked, this, [this](const QModelIndex &index) { choose(index.row()); });
}

Palette::~Palette() = default;

void Palette::addSource(std::unique_ptr<PaletteSource> source)
{
    sources_.push_back(std::move(source));
}

void Palette::setTheme(const Theme &theme)
{
    Overlay::setTheme(theme);
    delegate_->setTheme(theme);
    list_->viewport()->update();
}

const PaletteItem *Palette::current() const
{
    return model_->item(list_->currentIndex().row());
}

QString Palette::status() const
{
    return status_->text();
}

void Palette::prepare()
{
    field_->clear();
    search();
}

QWidget *Palette::focusTarget()
{
    return field_;
}

QRect Palette::panelPlace()
{
    const int line = fontMetrics().height();
    const int width = std::min(parentWidget()->width() - 2 * aside, fontMetrics().averageCharWidth() * mostWidth * 2);
    const int top = std::max(aside, parentWidget()->height() / 10);
    const int height = std::min(parentWidget()->height() - top - aside, line * mostLines + 40);
    return {(parentWidget()->width() - width) / 2, top, width, std::min(height, contentHeight())};
}

int Palette::contentHeight() const
{
    int rows = belowList;
    for (int row = 0; row < model_->rowCount(); ++row)
        rows += list_->sizeHintForRow(row);
    const int frame = list_->height() - list_->viewport()->height();
    const int chrome = panel()->layout()->sizeHint().height() - list_->minimumHeight();
    return chrome + (model_->rowCount() > 0 ? rows + frame : 0);
}

void Palette::search()
{
    const QString query = composed(field_->text().trimmed());
    QVector<PaletteItem> found;
    for (const auto &source : sources_)
        found += source->items(query);
    model_->setItems(std::move(found));
    place();
    list_->scrollToTop();
    setCurrentRow(model_->itemFrom(0, 1));
    const int count = model_->count();
    status_->setText(count == 0 ? tr("Nothing found") : count == 1 ? tr("1 found") : tr("%1 found").arg(count));
    field_->setAccessibleDescription(status_->text());
    announce();
}

void Palette::setCurrentRow(int row)
{
    if (row < 0)
        return;
    const QModelIndex index = model_->index(row);
    list_->setCurrentIndex(index);
    // The title of a group is seen with its first item.
    if (row > 0 && !model_->item(row - 1))
        list_->scrollTo(model_->index(row - 1));
    list_->scrollTo(index);
}

void Palette::move(int rows)
{
    const int last = model_->rowCount() - 1;
    const int direction = rows < 0 ? -1 : 1;
    const int wanted = list_->currentIndex().row() + rows, target = std::clamp(wanted, 0, std::max(0, last));
    int row = model_->itemFrom(std::abs(rows) == 1 ? wanted : target, direction);
    if (row < 0 && std::abs(rows) == 1) // around the end
        row = direction > 0 ? model_->itemFrom(0, 1) : model_->itemFrom(last, -1);
    else if (row < 0)
        row = model_->itemFrom(target, -direction);
    setCurrentRow(row);
    announce();
}

bool Palette::takeKey(QKeyEvent &event)
{
    const int line = model_->rowCount() > 1 ? list_->sizeHintForRow(1) : fontMetrics().height();
    const int page = std::max(1, list_->viewport()->height() / std::max(1, line) - 1);
    const bool ctrl = event.modifiers() & Qt::ControlModifier;
    switch (event.key()) {
    case Qt::Key_Up:
        return move(-1), true;
    case Qt::Key_Down:
        return move(1), true;
    case Qt::Key_PageUp:
        return move(-page), true;
    case Qt::Key_PageDown:
        return move(page), true;
    case Qt::Key_Home:
    case Qt::Key_End:
        if (ctrl)
            move(event.key() == Qt::Key_Home ? -model_->rowCount() : model_->rowCount());
        return ctrl;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return choose(list_->currentIndex().row()), true;
    case Qt::Key_K:
        if (ctrl)
            dismiss();
        return ctrl;
    default:
        return false;
    }
}

void Palette::choose(int row)
{
    const PaletteItem *item = model_->item(row);
    if (!item || !item->choose)
        return;
    const auto act = item->choose; // outlives the model's row
    dismiss();
    act();
}

/// The field has the focus, so the list's current row has to be told to assistive technology by hand.
void Palette::announce()
{
#if QT_CONFIG(accessibility)
    if (!QAccessible::isActive() || !isVisible())
        return;
    QAccessibleEvent counted(field_, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&counted);
    if (!list_->currentIndex().isValid())
        return;
    QAccessibleEvent current(list_, QAccessible::Focus);
    current.setChild(list_->currentIndex().row());
    QAccessible::updateAccessibility(&current);
#endif
}

} // namespace awaitscope
