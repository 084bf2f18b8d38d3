// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/history/history_layout.h"
#include "widgets/theme/theme.h"

#include <QWidget>

namespace awaitscope {

/// A small chart of how long the variants of a lesson took, run after run. A click on a run, or Left, Right and Enter, choose it.
class HistoryChart : public QWidget
{
    Q_OBJECT

public:
    explicit HistoryChart(QWidget *parent = nullptr);

    void setHistory(History history);
    const History &history() const { return history_; }
    void setTheme(const Theme &theme);
    /// Marks a run by its number; one that is not there marks none.
    void setSelected(std::optional<qint64> number);
    std::optional<qint64> selected() const { return selected_; }
    /// As it is painted now.
    HistoryLayout layoutInSight() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void runChosen(qint64 number);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    HistoryMetrics metrics() const;
    std::optional<std::size_t> selectedRun() const;
    void choose(std::size_t run);
    QString inWords(std::size_t run) const;

    History history_;
    std::optional<qint64> selected_;
    const Theme *theme_;
};

} // namespace awaitscope
