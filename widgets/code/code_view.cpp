// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/code/code_view.h"

#include "widgets/theme/theme.h"

#include <QFontMetricsF>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace awaitscope {

namespace {

constexpr double padding = 14.0;
constexpr double rightPadding = 8.0;
constexpr double numberLeft = 8.0;
constexpr double numberGap = 9.0; // between number and code
constexpr double noteGap = 8.0; // between code and note
constexpr double letterSpacing = -0.5; // px at the usual size; the family is a wide one
constexpr double usualSize = 13.0;
constexpr int continuation = 4; // letters that a wrapped piece stands further right
constexpr int fewestColumns = 16;

qsizetype indentOf(const QString &line)
{
    const auto first = std::find_if(line.begin(), line.end(), [](QChar c) { return !c.isSpace(); });
    return first - line.begin();
}

// Where to break so that at most `columns` letters stay: behind a space, comma or opening bracket.
qsizetype breakAt(const QString &line, qsizetype from, qsizetype columns)
{
    for (qsizetype at = from + columns; at > from + columns / 2; --at) {
        const QChar before = line[at - 1];
        if (before == u' ' || before == u',' || before == u'(' || before == u'{')
            return at;
    }
    return from + columns;
}

} // namespace

CodeView::CodeView(QWidget *parent) : QAbstractScrollArea(parent), theme_(&theme(ThemeKind::Light))
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::TabFocus);
    setLayoutDirection(Qt::LeftToRight); // as code does in every language
    setTextSize(textSize_);
}

void CodeView::setTheme(const Theme &theme)
{
    theme_ = &theme;
    viewport()->update();
}

void CodeView::setTextSize(double px)
{
    if (px == textSize_ && cell_ > 0)
        return;
    textSize_ = px;
    cell_ = QFontMetricsF(codeFont()).horizontalAdvance(QStringLiteral("MMMMMMMMMM")) / 10.0;
    layOut();
}

void CodeView::setSections(std::vector<CodeSection> sections, CodeLanguage language)
{
    sections_ = std::move(sections);
    language_ = language;
    marks_.clear();
    layOut();
    verticalScrollBar()->setValue(0);
}

void CodeView::setMarks(std::vector<CodeMark> marks, bool follow)
{
    marks_ = std::move(marks);
    QStringList notes;
    for (const CodeMark &mark : marks_)
        notes.append(tr("line %1 %2").arg(mark.lines.first).arg(mark.note));
    setAccessibleDescription(notes.join(QStringLiteral(", ")));
    if (follow)
        bringMarksIntoSight();
    viewport()->update();
}

QFont CodeView::codeFont() const
{
    QFont font(monospaceFamily());
    font.setStyleHint(QFont::Monospace);
    font.setPixelSize(static_cast<int>(std::lround(textSize_)));
    font.setStyleStrategy(QFont::PreferAntialias);
    font.setKerning(false);
    font.setLetterSpacing(QFont::AbsoluteSpacing, letterSpacing * textSize_ / usualSize);
    return font;
}

QFont CodeView::noteFont() const
{
    QFont font(sansFamily());
    font.setPixelSize(static_cast<int>(std::lround(std::max(12.0, textSize_ - 1.0))));
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont CodeView::captionFont() const
{
    QFont font(sansFamily());
    font.setPixelSize(static_cast<int>(std::lround(textSize_)));
    font.setWeight(QFont::DemiBold);
    return font;
}

double CodeView::gutter() const
{
    int largest = 0;
    for (const CodeSection &section : sections_) {
        if (section.firstLine > 0)
            largest = std::max(largest, section.firstLine + static_cast<int>(section.lines.size()));
    }
    return largest == 0 ? padding : numberLeft + static_cast<double>(QString::number(largest).size()) * cell_ + numberGap;
}

double CodeView::noteWidth(const QString &note) const
{
    return note.isEmpty() ? 0.0 : QFontMetricsF(noteFont()).horizontalAdvance(note) + noteGap;
}

double CodeView::reserved(const CodeSection &section, int line) const
{
    const int number = section.firstLine + line;
    const bool noted = std::any_of(
        section.statements.begin(), section.statements.end(), [number](const LineRange &range) { return range.last == number; });
    return rightPadding + (noted ? noteWidth(section.longestNote) : 0.0);
}

int CodeView::columnsFor(const CodeSection &section, int line, double width) const
{
    const double room = width - gutter() - reserved(section, line);
    return std::max(fewestColumns, static_cast<int>(room / cell_));
}

std::vector<CodeView::Row> CodeView::rowsFor(double width, double *height) const
{
    std::vector<Row> rows;
    const double rowHeight = std::round(textSize_ * 1.55);
    double top = padding / 2.0;
    const auto add = [&rows, &top](Row row) {
        row.top = top;
        top += row.height;
        rows.push_back(row);
    };
    for (std::size_t s = 0; s < sections_.size(); ++s) {
        const CodeSection &section = sections_[s];
        Row row;
        row.section = static_cast<int>(s);
        if (s > 0)
            top += padding * 0.7;
        if (!section.caption.isEmpty()) {
            row.height = std::round(rowHeight * 1.3);
            add(row);
        }
        row.height = rowHeight;
        for (int line = 0; line < section.lines.size(); ++line) {
            const QString &text = section.lines[line];
            const int columns = columnsFor(section, line, width);
            row.line = line;
            row.from = 0;
            row.continued = false;
            const int hanging = static_cast<int>(std::min<qsizetype>(indentOf(text) + continuation, columns / 2));
            while (text.size() - row.from > columns - (row.continued ? hanging : 0)) {
                row.length = static_cast<int>(breakAt(text, row.from, columns - (row.continued ? hanging : 0)) - row.from);
                add(row);
                row.from += row.length;
                row.continued = true;
            }
            row.length = static_cast<int>(text.size()) - row.from;
            add(row);
        }
    }
    *height = top + padding;
    return rows;
}

void CodeView::layOut()
{
    rows_ = rowsFor(viewport()->width(), &height_);
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(static_cast<int>(textSize_ * 1.55));
    verticalScrollBar()->setRange(0, std::max(0, static_cast<int>(std::ceil(height_)) - viewport()->height()));
    viewport()->update();
}

int CodeView::widthWithoutWraps() const
{
    double widest = 0;
    for (const CodeSection &section : sections_) {
        for (int line = 0; line < section.lines.size(); ++line)
            widest = std::max(widest, static_cast<double>(section.lines[line].size()) * cell_ + reserved(section, line));
    }
    return static_cast<int>(std::ceil(gutter() + widest)) + verticalScrollBar()->sizeHint().width();
}

int CodeView::heightFor(int width) const
{
    double height = 0;
    rowsFor(width, &height);
    return static_cast<int>(std::ceil(height));
}

QSize CodeView::sizeHint() const
{
    return {static_cast<int>(cell_ * 62), static_cast<int>(textSize_ * 30)};
}

QSize CodeView::minimumSizeHint() const
{
    return {static_cast<int>(cell_ * 34), static_cast<int>(textSize_ * 8)};
}

int CodeView::number(const Row &row) const
{
    const CodeSection &section = sections_[static_cast<std::size_t>(row.section)];
    return row.line < 0 || section.firstLine == 0 ? 0 : section.firstLine + row.line;
}

bool CodeView::isLine(const Row &row, int line, int file) const
{
    return line > 0 && number(row) == line && sections_[static_cast<std::size_t>(row.section)].file == file;
}

const CodeView::Row *CodeView::lastRowOf(int line, int file) const
{
    const auto found = std::find_if(rows_.rbegin(), rows_.rend(), [&](const Row &row) { return isLine(row, line, file); });
    return found == rows_.rend() ? nullptr : &*found;
}

const CodeMark *CodeView::markAt(int line, int file) const
{
    const auto found = std::find_if(marks_.begin(), marks_.end(),
        [line, file](const CodeMark &mark) { return mark.file == file && mark.lines.contains(line); });
    return line <= 0 || found == marks_.end() ? nullptr : &*found;
}

double CodeView::textLeft(const Row &row) const
{
    if (!row.continued)
        return gutter();
    const QString &text = sections_[static_cast<std::size_t>(row.section)].lines[row.line];
    return gutter() + static_cast<double>(indentOf(text) + continuation) * cell_;
}

QRectF CodeView::lineArea(int line, int file) const
{
    QRectF area;
    for (const Row &row : rows_) {
        if (isLine(row, line, file))
            area |= QRectF(0, row.top - verticalScrollBar()->value(), viewport()->width(), row.height);
    }
    return area;
}

QRectF CodeView::textArea(int line, int file) const
{
    const Row *row = lastRowOf(line, file);
    if (!row)
        return {};
    return {textLeft(*row), row->top - verticalScrollBar()->value(), row->length * cell_, row->height};
}

QString CodeView::noteShown(const CodeMark &mark) const
{
    const Row *row = lastRowOf(mark.lines.last, mark.file);
    if (!row || mark.shortNote.isEmpty())
        return mark.note;
    const double room = viewport()->width() - rightPadding - textLeft(*row) - row->length * cell_ - noteGap;
    return QFontMetricsF(noteFont()).horizontalAdvance(mark.note) + 1.0 <= room ? mark.note : mark.shortNote;
}

QRectF CodeView::noteArea(const CodeMark &mark) const
{
    const Row *row = lastRowOf(mark.lines.last, mark.file);
    if (!row || mark.note.isEmpty())
        return {};
    const double right = viewport()->width() - rightPadding;
    const double codeEnd = textLeft(*row) + row->length * cell_ + noteGap;
    const double left = std::max(codeEnd, right - QFontMetricsF(noteFont()).horizontalAdvance(noteShown(mark)) - 1.0);
    return {left, row->top - verticalScrollBar()->value(), std::max(0.0, right - left), row->height};
}

void CodeView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

void CodeView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down || event->key() == Qt::Key_PageUp
        || event->key() == Qt::Key_PageDown)
        QAbstractScrollArea::keyPressEvent(event);
    else
        event->ignore();
}

void CodeView::bringIntoSight(const LineRange &lines)
{
    QRectF first;
    for (int line = lines.first; line <= lines.last; ++line) {
        const QRectF area = lineArea(line);
        if (!area.isEmpty() && area.top() >= 0 && area.bottom() <= viewport()->height())
            return;
        if (first.isEmpty())
            first = area;
    }
    if (!first.isEmpty())
        verticalScrollBar()->setValue(static_cast<int>(verticalScrollBar()->value() + first.top() - viewport()->height() / 3.0));
}

void CodeView::showLine(int line)
{
    bringIntoSight({line, line});
}

void CodeView::bringMarksIntoSight()
{
    QRectF marked;
    for (const CodeMark &mark : marks_) {
        for (int line = mark.lines.first; line <= mark.lines.last; ++line) {
            const QRectF area = lineArea(line, mark.file);
            if (area.isEmpty())
                continue;
            if (area.top() >= 0 && area.bottom() <= viewport()->height())
                return;
            if (marked.isEmpty())
                marked = area;
        }
    }
    if (!marked.isEmpty())
        verticalScrollBar()->setValue(static_cast<int>(verticalScrollBar()->value() + marked.top() - viewport()->height() / 3.0));
}

} // namespace awaitscope
