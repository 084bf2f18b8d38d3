// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/claim_card.h"

#include <QPainter>
#include <QStyle>

namespace awaitscope {

namespace {

constexpr int padX = 6, padY = 3, markRoom = 20, briefGap = 18; // px

int wrappedHeight(const QFontMetrics &metrics, int width, const QString &text)
{
    return metrics.boundingRect(QRect(0, 0, std::max(width, 1), 100'000), Qt::TextWordWrap, text).height();
}

} // namespace

struct ClaimCard::Shape
{
    QRect mark, text, brief, measured;
    QString briefText;
    int height = 0;
};

ClaimCard::ClaimCard(const ClaimResult &claim, const Theme &theme, QWidget *parent) :
    QPushButton(parent),
    claim_(claim),
    theme_(&theme)
{
    setProperty("kind", QStringLiteral("claim"));
    setCheckable(true);
    setChecked(!claim.holds);
    setFocusPolicy(Qt::TabFocus);
    setToolTip(claim.measured);
    setAccessibleName((claim.holds ? tr("Holds: %1 %2") : tr("Does not hold: %1 %2")).arg(claim.text, claim.measured));
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    if (!claim.holds)
        setObjectName(QStringLiteral("brokenClaim"));
    connect(this, &QPushButton::toggled, this, [this] { updateGeometry(); });
}

QString ClaimCard::brief(int width) const
{
    const QFontMetrics metrics(fontMetrics());
    const int room = width - 2 * padX - markRoom - metrics.horizontalAdvance(claim_.text) - briefGap;
    // The number alone: the sentence up to its first stop, else up to its first comma.
    for (const char16_t *stop : {u";", u". ", u","}) {
        const qsizetype end = claim_.measured.indexOf(QStringView(stop));
        QString words = end < 0 ? claim_.measured : claim_.measured.left(end);
        if (words.endsWith(u'.'))
            words.chop(1);
        if (metrics.horizontalAdvance(words) <= room)
            return words;
    }
    return {};
}

ClaimCard::Shape ClaimCard::shape(int width) const
{
    Shape shape;
    // Measured in the heavier weight, which a broken claim has.
    QFont widest = font();
    widest.setWeight(claim_.holds ? font().weight() : QFont::DemiBold);
    const QFontMetrics metrics(widest);
    const int left = padX + markRoom, room = width - left - padX;
    if (!isChecked())
        shape.briefText = brief(width);
    const int textHeight = wrappedHeight(metrics, room, claim_.text);
    shape.mark = {padX, padY, markRoom, metrics.height()};
    shape.text = {left, padY, room, textHeight};
    shape.brief = {left, padY, room, metrics.height()};
    shape.height = padY + textHeight + padY;
    if (isChecked()) {
        const int measured = wrappedHeight(metrics, room, claim_.measured);
        shape.measured = {left, padY + textHeight, room, measured};
        shape.height += measured;
    }
    return shape;
}

int ClaimCard::heightForWidth(int width) const
{
    ensurePolished();
    return shape(width).height;
}

QSize ClaimCard::sizeHint() const
{
    return {200, heightForWidth(std::max(width(), 200))};
}

QSize ClaimCard::minimumSizeHint() const
{
    return {120, fontMetrics().height() + 2 * padY};
}

void ClaimCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.setPen(hasFocus() ? QPen(theme_->accent, 1.5) : !claim_.holds ? QPen(theme_->failed, 1.5) : QPen(Qt::NoPen));
    painter.setBrush(underMouse() ? QBrush(theme_->hover) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(frame, 5, 5);
    const Shape shape = this->shape(width());
    const auto placed = [this](const QRect &area) { return QStyle::visualRect(layoutDirection(), rect(), area); };
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    painter.setPen(claim_.holds ? theme_->done : theme_->failed);
    painter.drawText(
        placed(shape.mark), Qt::AlignLeading | Qt::AlignVCenter, claim_.holds ? QStringLiteral("✓") : QStringLiteral("✕"));
    painter.setFont(claim_.holds ? font() : bold);
    painter.setPen(claim_.holds ? theme_->text : theme_->failed);
    painter.drawText(placed(shape.text), Qt::TextWordWrap, claim_.text);
    painter.setFont(font());
    painter.setPen(claim_.holds ? theme_->secondary : theme_->text);
    if (!shape.briefText.isEmpty())
        painter.drawText(placed(shape.brief), Qt::AlignTrailing | Qt::AlignTop, shape.briefText);
    if (!shape.measured.isEmpty())
        painter.drawText(placed(shape.measured), Qt::TextWordWrap, claim_.measured);
}

} // namespace awaitscope
