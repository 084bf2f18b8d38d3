// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/results/result_view.h"

#include "widgets/timeline/painter_canvas.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QPainter>

#include <cmath>

namespace awaitscope {

ResultView::ResultView(QWidget *parent) : QWidget(parent), theme_(&theme(ThemeKind::Light))
{
    setFocusPolicy(Qt::StrongFocus);
    setLayoutDirection(Qt::LeftToRight); // the variants stand in the order of the time axis above
    setAccessibleName(tr("Results of each variant"));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ResultView::setResults(const std::vector<ResultColumn> &columns)
{
    grid_ = makeResultGrid(columns);
    current_.reset();
    describe();
    updateGeometry();
    update();
}

void ResultView::setTheme(const Theme &theme)
{
    theme_ = &theme;
    update();
}

void ResultView::setTextSize(double pixels)
{
    textSize_ = pixels;
    updateGeometry();
    update();
}

ResultLayout ResultView::layoutAt(double width) const
{
    return layoutResults(grid_, {0, 0}, width, textSize_);
}

int ResultView::heightForWidth(int width) const
{
    return static_cast<int>(std::ceil(layoutAt(width).area.height())) + 1;
}

QSize ResultView::sizeHint() const
{
    const int usual = width() > 0 ? width() : 480;
    return {usual, heightForWidth(usual)};
}

QSize ResultView::minimumSizeHint() const
{
    return {0, 0};
}

void ResultView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    PainterCanvas canvas(painter, devicePixelRatioF(), PainterCanvas::Edges::Crisp);
    const ResultLayout layout = layoutAt(width());
    if (current_ && hasFocus())
        canvas.rect(layout.lines[*current_], {theme_->selection, Texture::Solid, Qt::transparent});
    paintResults(canvas, layout, *theme_);
    if (hasFocus())
        canvas.rect(QRectF(rect()).adjusted(0, 0, -1, -1), {}, {theme_->accent, 1.0});
}

void ResultView::keyPressEvent(QKeyEvent *event)
{
    const std::size_t count = grid_.lines.size();
    if (count == 0 || event->modifiers() != Qt::NoModifier)
        return QWidget::keyPressEvent(event);
    if (event->key() == Qt::Key_Down)
        mark(current_ ? std::min(*current_ + 1, count - 1) : 0);
    else if (event->key() == Qt::Key_Up)
        mark(current_ && *current_ > 0 ? *current_ - 1 : 0);
    else
        QWidget::keyPressEvent(event);
}

void ResultView::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void ResultView::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

void ResultView::mark(std::size_t line)
{
    current_ = line;
    describe();
    update();
    Q_EMIT lineMarked(layoutAt(width()).lines[line].toAlignedRect());
}

void ResultView::describe()
{
    QStringList lines;
    for (std::size_t i = 0; i < grid_.lines.size(); ++i) {
        if (!current_ || *current_ == i)
            lines += grid_.words(i);
    }
    setAccessibleDescription(lines.join(u'\n'));
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

} // namespace awaitscope
