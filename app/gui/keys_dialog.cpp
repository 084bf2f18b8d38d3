// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/keys_dialog.h"

#include <QAction>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace awaitscope {

KeysDialog::KeysDialog(const QList<QAction *> &actions, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Keys of this window"));
    auto *content = new QWidget;
    auto *grid = new QGridLayout(content);
    grid->setHorizontalSpacing(28);
    grid->setVerticalSpacing(7);
    int row = 0;
    for (const QAction *action : actions) {
        if (action->shortcuts().isEmpty())
            continue;
        QStringList keys;
        for (const QKeySequence &sequence : action->shortcuts())
            keys.append(sequence.toString(QKeySequence::NativeText));
        auto *key = new QLabel(keys.join(tr(" or ")));
        key->setProperty("kind", QStringLiteral("heading"));
        auto *name = new QLabel(action->text());
        name->setProperty("kind", QStringLiteral("secondary"));
        grid->addWidget(key, row, 0);
        grid->addWidget(name, row++, 1);
    }
    auto *scroll = new QScrollArea;
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    auto *note = new QLabel(tr("A field, slider or button that has the focus keeps its own keys."));
    note->setProperty("kind", QStringLiteral("small"));
    note->setWordWrap(true);
    auto *close = new QPushButton(tr("Close"));
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(12);
    layout->addWidget(scroll, 1);
    layout->addWidget(note);
    layout->addWidget(close, 0, Qt::AlignRight);
    resize(std::max(460, content->sizeHint().width() + 70), std::min(620, content->sizeHint().height() + 120));
}

} // namespace awaitscope
