// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/results/result_layout.h"

#include <QWidget>

namespace awaitscope {

/// A table of results to look at and to go through: up and down move a marked line, which is told to assistive technology.
class ResultView : public QWidget
{
    Q_OBJECT

public:
    explicit ResultView(QWidget *parent = nullptr);

    void setResults(const std::vector<ResultColumn> &columns);
    const ResultGrid &grid() const { return grid_; }
    void setTheme(const Theme &theme);
    /// Size of the cells' text, px.
    void setTextSize(double pixels);
    /// The marked line; nothing before the first key.
    std::optional<std::size_t> currentLine() const { return current_; }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The marked line's place in the widget, to be brought in sight.
    void lineMarked(const QRect &place);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    ResultLayout layoutAt(double width) const;
    void mark(std::size_t line);
    void describe();

    ResultGrid grid_;
    const Theme *theme_;
    double textSize_ = 12.0;
    std::optional<std::size_t> current_;
};

} // namespace awaitscope
