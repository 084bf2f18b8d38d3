// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/log/log_model.h"

#include <QTableView>

namespace awaitscope {

/// The lines that runs have logged, to read and to go to: a click on a line, or Enter, asks for its moment. What is logged after the
/// playhead is pale, the last line before it is marked.
class LogView : public QTableView
{
    Q_OBJECT

public:
    explicit LogView(QWidget *parent = nullptr);

    /// Lines that come to those shown are scrolled into sight.
    void setRows(std::vector<LogRow> rows);
    const std::vector<LogRow> &rows() const { return model_.rows(); }
    /// Where the playhead is.
    void setTime(Ns time) { model_.setTime(time); }
    bool isMarked(std::size_t row) const { return model_.isMarked(row); }
    void setTheme(const Theme &theme);
    /// Size of the letters, px.
    void setTextSize(double pixels);
    const Theme &colors() const { return *theme_; }

Q_SIGNALS:
    /// The reader wants to go to the moment of a line.
    void lineChosen(awaitscope::Ns time);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void choose(const QModelIndex &index);
    void fitRows();

    LogModel model_;
    const Theme *theme_;
};

} // namespace awaitscope
