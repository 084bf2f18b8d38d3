// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/trace/moment.h"
#include "widgets/code/highlight.h"

#include <QAbstractScrollArea>

namespace awaitscope {

struct Theme;

/// A captioned piece of code.
struct CodeSection
{
    QString caption;
    int firstLine = 0; ///< its number; 0: the lines have no numbers
    QStringList lines;
    std::vector<LineRange> statements; ///< those that can be marked; their last lines keep room for the note
    QString longestNote; ///< that there is always room for
    int file = 0; ///< which file its lines are counted in, where code of more than one is shown
};

/// A statement to mark.
struct CodeMark
{
    LineRange lines;
    MarkedStatement::Kind kind = MarkedStatement::Kind::Suspended;
    QString note; ///< "suspended"; stands at the right of the statement's last line, never on the code
    QString shortNote = {}; ///< stands there where the whole note has no room; may be empty
    int file = 0; ///< which file its lines are counted in; see CodeSection::file
};

/// Shows code with line numbers, light highlighting and marked statements. Long lines wrap, so that nothing is cut off.
class CodeView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit CodeView(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /// Size of the code's letters in px.
    void setTextSize(double px);
    void setSections(std::vector<CodeSection> sections, CodeLanguage language);
    /// Scrolls only where `follow` is set and no marked line is in sight.
    void setMarks(std::vector<CodeMark> marks, bool follow);
    /// Scrolls where none of these lines is in sight.
    void bringIntoSight(const LineRange &lines);
    const std::vector<CodeMark> &marks() const { return marks_; }
    const std::vector<CodeSection> &sections() const { return sections_; }

    /// Where a line is drawn, in the viewport's px; empty for a line that is not shown.
    QRectF lineArea(int line, int file = 0) const;
    /// Scrolls to a line by its number, where it is not in sight.
    void showLine(int line);
    /// The note of a mark, or its short form where only that has room.
    QString noteShown(const CodeMark &mark) const;
    /// The area that a mark's note covers, in the viewport's px; empty without a note.
    QRectF noteArea(const CodeMark &mark) const;
    /// The area that the letters of a line's last row cover, in the viewport's px.
    QRectF textArea(int line, int file = 0) const;
    /// Width at which no line wraps, with room for the notes.
    int widthWithoutWraps() const;
    /// Height that shows everything at a width.
    int heightFor(int width) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    /// One row on screen: a caption, or a piece of a line.
    struct Row
    {
        double top = 0;
        double height = 0;
        int section = 0;
        int line = -1; ///< position in the section; -1: the caption
        int from = 0; ///< the piece of the line, in letters
        int length = 0;
        bool continued = false; ///< follows a wrap
    };

    void layOut();
    std::vector<Row> rowsFor(double width, double *height) const;
    int number(const Row &row) const;
    const Row *lastRowOf(int line, int file) const;
    const CodeMark *markAt(int line, int file) const;
    bool isLine(const Row &row, int line, int file) const;
    QColor markColor(const CodeMark &mark) const;
    double textLeft(const Row &row) const;
    double gutter() const;
    double noteWidth(const QString &note) const;
    double reserved(const CodeSection &section, int line) const;
    int columnsFor(const CodeSection &section, int line, double width) const;
    QFont codeFont() const;
    QFont noteFont() const;
    QFont captionFont() const;
    void paintRow(QPainter &painter, const Row &row) const;
    void bringMarksIntoSight();

    const Theme *theme_;
    double textSize_ = 13.0;
    double cell_ = 0.0; ///< width of a letter
    CodeLanguage language_ = CodeLanguage::Cpp;
    std::vector<CodeSection> sections_;
    std::vector<CodeMark> marks_;
    std::vector<Row> rows_;
    double height_ = 0;
};

} // namespace awaitscope
