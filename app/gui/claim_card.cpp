// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/claim_card.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace awaitscope {

ClaimCard::ClaimCard(const ClaimResult &claim, const Theme &theme, QWidget *parent) : QFrame(parent)
{
    auto *mark = new QLabel(claim.holds ? QStringLiteral("✓") : QStringLiteral("✕"));
    mark->setProperty("kind", claim.holds ? "good" : "bad");
    auto *text = new QLabel(claim.text);
    text->setWordWrap(true);
    auto *measured = new QLabel(claim.holds ? claim.measured : tr("Does not hold. %1").arg(claim.measured));
    measured->setWordWrap(true);
    measured->setProperty("kind", claim.holds ? "small" : "bad");
    for (QLabel *label : {text, measured}) {
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(text);
    words->addWidget(measured);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(claim.holds ? 0 : 8, claim.holds ? 0 : 6, 0, claim.holds ? 0 : 6);
    layout->setSpacing(8);
    layout->addWidget(mark, 0, Qt::AlignTop);
    layout->addLayout(words, 1);
    setAccessibleName((claim.holds ? tr("Holds: %1 %2") : tr("Does not hold: %1 %2")).arg(claim.text, claim.measured));
    if (!claim.holds) {
        setObjectName(QStringLiteral("brokenClaim"));
        setStyleSheet(QStringLiteral("#brokenClaim { border: 2px solid %1; border-radius: 6px; }").arg(theme.failed.name()));
    }
}

} // namespace awaitscope
