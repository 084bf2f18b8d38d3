// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/about_dialog.h"

#include "app/common/identity.h"
#include "app/common/places.h"

#include <QClipboard>
#include <QDir>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <cmath>

namespace awaitscope {

namespace {

constexpr int side = 24, gap = 14, iconSize = 96; // px
constexpr double largeText = 1.4; // from this scale on, a fact stands below its name
constexpr int textWidth = 400; // px of the widest line, so that a sentence is read easily

QLabel *selectable(const QString &text, const char *kind = nullptr)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setWordWrap(true);
    if (kind)
        label->setProperty("kind", QLatin1String(kind));
    return label;
}

} // namespace

AboutDialog::AboutDialog(double scale, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("About Awaitscope"));
    auto *icon = new QLabel;
    icon->setObjectName(QStringLiteral("appIcon"));
    icon->setAccessibleName(tr("The icon of Awaitscope"));
    const int pixels = static_cast<int>(std::lround(iconSize * std::min(scale, 1.5)));
    icon->setPixmap(appIcon().pixmap(QSize(pixels, pixels), devicePixelRatioF()));
    icon->setAlignment(Qt::AlignTop | Qt::AlignHCenter);

    auto *facts = new QGridLayout;
    facts->setContentsMargins(0, gap / 2, 0, 0);
    facts->setHorizontalSpacing(side);
    facts->setVerticalSpacing(gap / 2);
    valuesBelow_ = scale >= largeText;
    facts->setColumnStretch(valuesBelow_ ? 0 : 1, 1);
    const QString what = tr("Teaches async/await by running real coroutines, and draws what each of them did.");
    for (const QString &line : versionLines().split(QLatin1Char('\n'))) {
        const qsizetype space = line.indexOf(QLatin1Char(' '));
        addFact(*facts, line.startsWith(QLatin1String("Awaitscope")) ? tr("Version") : line.left(space), line.mid(space + 1));
    }
    addFact(*facts, tr("Licence"), tr("GNU General Public License, version 3 or later. There is no warranty."));
    addFact(*facts, tr("Your data"), QDir::toNativeSeparators(places().dataFolder()));

    auto *content = content_ = new QWidget;
    content->setObjectName(QStringLiteral("pageContent"));
    auto *words = new QVBoxLayout;
    words->setSpacing(gap / 2);
    words->addWidget(selectable(tr("Awaitscope"), "title"));
    words->addWidget(selectable(what));
    words->addLayout(facts);
    words->addStretch();
    auto *columns = new QHBoxLayout(content);
    columns->setContentsMargins(2, 2, 2, 2);
    columns->setSpacing(side);
    columns->addWidget(icon, 0, Qt::AlignTop);
    columns->addLayout(words, 1);
    auto *scroll = scroll_ = new QScrollArea;
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);

    auto *copy = new QPushButton(tr("Copy"));
    copy->setObjectName(QStringLiteral("copy"));
    copy->setAccessibleDescription(tr("Copies all that is said here"));
    copy->setToolTip(copy->accessibleDescription());
    copy->setAutoDefault(false);
    connect(copy, &QPushButton::clicked, this, [this, copy] {
        QGuiApplication::clipboard()->setText(text());
        copy->setText(tr("Copied"));
    });
    auto *close = new QPushButton(tr("Close"));
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(copy);
    buttons->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(side, side, side, side);
    layout->setSpacing(gap);
    layout->addWidget(scroll, 1);
    layout->addLayout(buttons);
    close->setFocus();

    ensurePolished();
    const int width = pixels + side + static_cast<int>(std::lround(textWidth * scale));
    const QSize wanted(
        width + 2 * side + 8, content->layout()->totalHeightForWidth(width) + close->sizeHint().height() + gap + 2 * side + 8);
    resize(wanted.boundedTo(QGuiApplication::primaryScreen()->availableSize() - QSize(40, 60)));
}

void AboutDialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    layout()->activate();
    // A scroll area reckons with its whole width, also where its bar takes some of it.
    const int whole = content_->layout()->totalHeightForWidth(scroll_->width());
    const int bar = whole > scroll_->height() ? scroll_->verticalScrollBar()->sizeHint().width() : 0;
    content_->setMinimumHeight(content_->layout()->totalHeightForWidth(scroll_->width() - bar));
}

void AboutDialog::addFact(QGridLayout &facts, const QString &name, const QString &value)
{
    auto *label = selectable(name, "secondary");
    label->setWordWrap(false);
    label->setAlignment(Qt::AlignLeading | Qt::AlignTop); // beside the first line of a longer value
    const int row = facts.rowCount();
    facts.addWidget(label, row, 0);
    facts.addWidget(selectable(value), valuesBelow_ ? row + 1 : row, valuesBelow_ ? 0 : 1);
    lines_ << tr("%1: %2").arg(name, value);
}

QString AboutDialog::text() const
{
    return tr("Awaitscope") + QLatin1Char('\n') + lines_.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace awaitscope
