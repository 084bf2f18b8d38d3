// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/code_panel.h"
#include "app/gui/findings_panel.h"
#include "app/gui/header.h"
#include "app/gui/parameter_panel.h"
#include "app/gui/problem_bar.h"
#include "app/gui/question_panel.h"
#include "app/gui/window.h"
#include "widgets/code/code_view.h"
#include "widgets/timeline/timeline_view.h"
#include "widgets/transport/transport_bar.h"

#include <QLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>

#include <array>
#include <cmath>
#include <utility>

namespace awaitscope {

namespace {

constexpr double leastHeight = 440.0, leastStacked = 900.0; // px, of code and timeline: side by side, one above the other
constexpr double leastCode = 0.36, mostCode = 0.47, mostTree = 0.52; // share of the page's width
constexpr double chartFirst = 470.0; // px of height that the chart has before the findings grow
constexpr double sidebarFrom = 880.0, columnsFrom = 880.0; // px of the window and of the page
constexpr double roomyFrom = 800.0; // px of the window's height
constexpr double lowRows = 560.0; // px of chart and findings together, below which the chart has nearly all
constexpr int slack = 8; // px, for borders and rounding
constexpr std::array codeSizes{16.0, 15.0, 14.0, 13.0}; // px
constexpr double sidebarWidth = 208.0, mostSidebar = 0.22; // px; share of the window

} // namespace

void Window::arrange()
{
    const int least = static_cast<int>(std::lround(sidebarWidth * scale_));
    const int most = std::max({least, sidebar_->leastWidth(), static_cast<int>(width() * mostSidebar)});
    sidebar_->setFixedWidth(std::clamp(sidebar_->wantedWidth(), least, most));
    sidebar_->setVisible(width() >= sidebarFrom * scale_ || sidebar_->filter()->hasFocus());
    const int page = width() - (sidebar_->isVisibleTo(this) ? sidebar_->width() : 0);
    const int sides = pageLayout_->contentsMargins().left() + pageLayout_->contentsMargins().right() + columns_->handleWidth();
    const int together = columns_->widget(0)->minimumSizeHint().width() + rows_->minimumSizeHint().width() + sides;
    const bool narrow = page < std::max<int>(static_cast<int>(columnsFrom * scale_), together);
    setCompact(height() < roomyFrom * scale_);
    columns_->setOrientation(narrow ? Qt::Vertical : Qt::Horizontal);
    fitColumns();
}

void Window::setCompact(bool compact)
{
    const int side = compact ? 14 : 18, gap = compact ? 8 : 14;
    header_->setContentsMargins(side, compact ? 8 : 14, side, 0);
    pageLayout_->setContentsMargins(side, gap, side, compact ? 8 : 14);
    pageLayout_->setSpacing(gap);
    leftLayout_->setSpacing(gap);
    columns_->setHandleWidth(gap);
    rows_->setHandleWidth(gap);
    parameters_->setCompact(compact);
    question_->setCompact(compact);
    transport_->setCompact(compact);
}

/// The largest letters with which no line wraps in that width, else the usual ones.
void Window::fitCode(int width)
{
    for (const double size : codeSizes) {
        code_->setTextSize(size * scale_);
        if (code_->codeView()->widthWithoutWraps() + slack <= width)
            return;
    }
}

/// Texts that wrap need more height the narrower they are, which neither a splitter nor a scroll area asks them for.
void Window::keepRoom()
{
    const bool stacked = columns_->orientation() == Qt::Vertical;
    findings_->setMinimumHeight(findings_->heightFor(1));
    const int left = leftHeight(), right = rows_->minimumSizeHint().height();
    const int least = static_cast<int>(std::lround((stacked ? leastStacked : leastHeight) * scale_));
    columns_->setMinimumHeight(std::max(least, stacked ? left + right + columns_->handleWidth() : std::max(left, right)));
    QWidget *page = pageLayout_->parentWidget();
    page->setMinimumHeight(pageLayout_->minimumHeightForWidth(page->width()));
}

/// px below which the question or the code would be cut.
int Window::leftHeight() const
{
    return leftLayout_->minimumHeightForWidth(std::max(columns_->widget(0)->width(), 1));
}

void Window::fitColumns()
{
    keepRoom();
    if (columns_->orientation() == Qt::Vertical) {
        code_->setTextSize(codeSizes.back() * scale_);
        codeFittedTo_ = -1;
        const int most = std::max(1, columns_->height() - columns_->handleWidth() - rows_->minimumSizeHint().height());
        const int above = std::min(std::max(columns_->height() / 2, leftHeight()), most);
        columns_->setSizes({above, columns_->height() - columns_->handleWidth() - above});
    } else if (const int width = columns_->width() - columns_->handleWidth(); dividers_.columns) {
        const int left = static_cast<int>(std::lround(width * *dividers_.columns));
        if (std::exchange(codeFittedTo_, left) != left)
            fitCode(left);
        columns_->setSizes({left, width - left});
    } else {
        const int least = static_cast<int>(width * leastCode);
        const int most = static_cast<int>(width * (code_->tasksInFront() ? mostTree : mostCode));
        if (std::exchange(codeFittedTo_, width) != width)
            fitCode(least);
        const int wanted = code_->wantedWidth() + slack;
        const int left = std::clamp(wanted, least, most);
        columns_->setSizes({left, width - left});
    }
    keepRoom(); // with the widths that they have now
    const int height = rows_->height() - rows_->handleWidth();
    if (dividers_.rows) {
        const int above = static_cast<int>(std::lround(height * *dividers_.rows));
        rows_->setSizes({above, height - above});
    } else {
        const double chart = timeline_->heightWithoutScrolling() + transport_->sizeHint().height() + 4;
        const int spare = height - static_cast<int>(std::lround(std::max(chartFirst * scale_, chart)));
        const bool low = height < lowRows * scale_;
        const bool table = session_.isOpen() && session_.lesson().definition.results;
        const bool step = findings_->stepInFront().has_value();
        const qsizetype least = low ? (step ? 3 : 1) : table || step ? 5 : 3; // lines
        const int below = std::max(findings_->heightFor(least), std::min(findings_->wantedHeight(), spare));
        rows_->setSizes({height - below, below});
    }
}

void Window::setDividers(const Dividers &dividers)
{
    dividers_ = dividers;
    codeFittedTo_ = -1;
    fitColumns();
}

void Window::placeRunHint()
{
    if (!runHint_->isVisibleTo(timeline_))
        return;
    runHint_->adjustSize();
    const double top = std::min<double>(timeline_->layoutInSight().bottom(), timeline_->height() - runHint_->height() * 1.5);
    const double middle = top + (timeline_->height() - top) * 0.45;
    const int lowest = std::max(0, timeline_->height() - runHint_->height());
    runHint_->move(std::max(0, (timeline_->width() - runHint_->width()) / 2),
        std::clamp(static_cast<int>(middle) - runHint_->height() / 2, 0, lowest));
}

void Window::orderFocus()
{
    QWidget *last = nullptr;
    const QWidgetList panels{
        sidebar_->filter(), sidebar_, header_, problems_, parameters_, question_, code_, timeline_, transport_, findings_};
    for (QWidget *panel : panels) {
        QWidgetList stops{panel};
        stops += panel->findChildren<QWidget *>();
        for (QWidget *stop : std::as_const(stops)) {
            if (!(stop->focusPolicy() & Qt::TabFocus) || stop == last)
                continue;
            if (last)
                setTabOrder(last, stop);
            last = stop;
        }
    }
}

void Window::giveBackKeys()
{
    if (session_.isLive())
        session_.cancel();
    else if (!problems_->isHidden())
        problems_->hide();
    else if (timeline_->selectedTask())
        timeline_->selectTask(std::nullopt);
    else {
        setFocus(Qt::OtherFocusReason);
        session_.clearBefore();
    }
}

} // namespace awaitscope
