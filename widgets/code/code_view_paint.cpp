// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/code/code_view.h"

#include "widgets/theme/theme.h"

#include <QFontMetricsF>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace awaitscope {

namespace {

constexpr double captionLeft = 14.0;
constexpr double numberGap = 9.0; // between number and code
constexpr double markWidth = 3.0;

} // namespace

QColor CodeView::markColor(const CodeMark &mark) const
{
    switch (mark.kind) {
    case MarkedStatement::Kind::Threw:
        return theme_->failed;
    case MarkedStatement::Kind::Running:
        return theme_->running;
    case MarkedStatement::Kind::Nested:
    case MarkedStatement::Kind::Suspended:
        break;
    }
    return theme_->accent;
}

void CodeView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.setLayoutDirection(Qt::LeftToRight);
    painter.fillRect(event->rect(), theme_->codePanel);
    const double scrolled = verticalScrollBar()->value();
    for (const Row &row : rows_) {
        if (row.top - scrolled < event->rect().bottom() + 1 && row.top + row.height - scrolled > event->rect().top())
            paintRow(painter, row);
    }
    painter.setFont(noteFont());
    for (const CodeMark &mark : marks_) {
        const QRectF area = noteArea(mark);
        if (area.isEmpty())
            continue;
        painter.setPen(markColor(mark));
        const QString note = QFontMetricsF(noteFont()).elidedText(noteShown(mark), Qt::ElideRight, area.width() + 1.0);
        painter.drawText(area, Qt::AlignRight | Qt::AlignVCenter, note);
    }
    if (hasFocus()) {
        painter.setPen(QPen(theme_->accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(viewport()->rect()).adjusted(1, 1, -1, -1));
    }
}

void CodeView::paintRow(QPainter &painter, const Row &row) const
{
    const CodeSection &section = sections_[static_cast<std::size_t>(row.section)];
    const double top = row.top - verticalScrollBar()->value();
    const double width = viewport()->width();
    if (row.line < 0) {
        painter.setFont(captionFont());
        painter.setPen(theme_->text);
        painter.drawText(QRectF(captionLeft, top, width - 2 * captionLeft, row.height), Qt::AlignVCenter, section.caption);
        return;
    }
    const int lineNumber = number(row);
    const CodeMark *mark = markAt(lineNumber, section.file);
    if (mark) {
        painter.fillRect(QRectF(0, top, width, row.height), theme_->selection);
        painter.fillRect(QRectF(0, top, markWidth, row.height), markColor(*mark));
    }
    painter.setFont(codeFont());
    const QFontMetricsF metrics(codeFont());
    const double baseline = top + std::round((row.height + metrics.ascent() - metrics.descent()) / 2.0);
    if (lineNumber > 0 && !row.continued) {
        painter.setPen(mark ? theme_->text : theme_->lineNumber);
        painter.drawText(
            QRectF(0, top, gutter() - numberGap, row.height), Qt::AlignRight | Qt::AlignVCenter, QString::number(lineNumber));
    }
    const QString &text = section.lines[row.line];
    const auto draw = [&](qsizetype from, qsizetype to, const QColor &color) {
        from = std::max<qsizetype>(from, row.from);
        to = std::min<qsizetype>(to, row.from + row.length);
        if (from >= to)
            return;
        painter.setPen(color);
        const double x = textLeft(row) + static_cast<double>(from - row.from) * cell_;
        painter.drawText(QPointF(x, baseline), text.mid(from, to - from));
    };
    qsizetype at = 0;
    for (const TokenSpan &span : tokensOf(text, language_)) {
        draw(at, span.from, theme_->text);
        const QColor color = span.token == CodeToken::Keyword ? theme_->keyword
            : span.token == CodeToken::Literal                ? theme_->literal
                                                              : theme_->comment;
        draw(span.from, span.from + span.length, color);
        at = span.from + span.length;
    }
    draw(at, text.size(), theme_->text);
}

} // namespace awaitscope
