// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/claims_page.h"

#include "app/gui/claim_card.h"
#include "app/gui/page_text.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace awaitscope {

ClaimsPage::ClaimsPage(QWidget *parent) : QWidget(parent), layout_(new QVBoxLayout(this))
{
    layout_->setContentsMargins(0, 0, 0, 0);
    layout_->setSpacing(0);
}

void ClaimsPage::clear()
{
    deleteAll(layout_);
    lines_.clear();
}

void ClaimsPage::showText(const QString &text)
{
    clear();
    QLabel *label = wrapped(text, "small");
    label->setContentsMargins(6, 3, 6, 0);
    layout_->addWidget(label);
    layout_->addStretch(1);
}

void ClaimsPage::showClaims(const Run &run, const Theme &theme)
{
    clear();
    if (run.cancelled)
        layout_->addWidget(wrapped(tr("The run was cancelled before its end, so its claims were not judged in full."), "small"));
    std::vector<ClaimResult> claims = run.claims;
    std::ranges::stable_partition(claims, [](const ClaimResult &claim) { return !claim.holds; });
    for (const ClaimResult &claim : claims) {
        auto *card = new ClaimCard(claim, theme);
        lines_.append(card->accessibleName());
        layout_->addWidget(card);
    }
    for (const Problem &problem : run.problems)
        layout_->addWidget(wrapped(tr("The record is not sound: %1").arg(problem.sentence), "problem"));
    layout_->addStretch(1);
}

} // namespace awaitscope
