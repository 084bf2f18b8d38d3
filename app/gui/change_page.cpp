// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/change_page.h"

#include "app/gui/page_text.h"
#include "app/gui/run_changes.h"
#include "app/gui/session.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace awaitscope {

ChangePage::ChangePage(Session &session, QWidget *parent) : QWidget(parent), session_(session), layout_(new QVBoxLayout(this))
{
    layout_->setContentsMargins(0, 0, 0, 0);
    layout_->setSpacing(8);
}

void ChangePage::showChanges(bool compared)
{
    deleteAll(layout_);
    changes_.clear();
    if (compared && session_.before())
        addChanges();
    else
        layout_->addWidget(wrapped(session_.latest()
                ? tr("Change a setting above: the lesson runs again, and what differs is bracketed on the timeline and listed "
                     "here.")
                : tr("What the settings above are good for. Change one after a run, and what differs is listed here."),
            "small"));
    addParameters();
    layout_->addStretch(1);
}

void ChangePage::addChanges()
{
    changes_ = runChanges(session_.lesson(), *session_.before(), *session_.latest());
    auto *lines = new QVBoxLayout;
    lines->setSpacing(2);
    lines->addWidget(wrapped(tr("Against the run before"), "heading"));
    for (const QString &change : std::as_const(changes_))
        lines->addWidget(wrapped(change, "secondary"));
    layout_->addLayout(lines);
}

void ChangePage::addParameters()
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(2, 1);
    int row = 0;
    const LessonText &text = session_.lesson().text;
    for (const ParameterSpec &spec : session_.parameters().specs()) {
        const QString value = shownValue(session_.parameters(), spec.id), hint = text.parameterHints.value(spec.id);
        auto *name = new QPushButton(text.parameterLabels.value(spec.id, spec.id));
        name->setObjectName(QStringLiteral("change-") + spec.id);
        name->setProperty("kind", QStringLiteral("link"));
        name->setFocusPolicy(Qt::TabFocus);
        name->setCursor(Qt::PointingHandCursor);
        name->setToolTip(tr("Go to its control"));
        name->setAccessibleName(tr("Change %1, now %2").arg(name->text(), value));
        name->setAccessibleDescription(hint);
        connect(name, &QPushButton::clicked, this, [this, id = spec.id] { Q_EMIT parameterWanted(id); });
        auto *now = new QLabel(value);
        now->setProperty("kind", QStringLiteral("heading"));
        now->setContentsMargins(0, 4, 0, 0);
        QLabel *words = wrapped(hint, "secondary");
        words->setContentsMargins(0, 4, 0, 0);
        grid->addWidget(name, row, 0, Qt::AlignTop | Qt::AlignLeft);
        grid->addWidget(now, row, 1, Qt::AlignTop | Qt::AlignRight);
        grid->addWidget(words, row++, 2);
    }
    layout_->addLayout(grid);
}

} // namespace awaitscope
