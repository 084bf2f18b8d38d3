// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>

#include <memory>
#include <optional>
#include <vector>

namespace awaitscope {

/// Lays widgets out in lines that wrap at the right edge: each as wide as it wants, or in equal columns.
class FlowLayout : public QLayout
{
public:
    /// With a column width above 0: as many equal columns as fit, none narrower than that nor than its content; all in one line
    /// where that is possible with columns that differ.
    explicit FlowLayout(int gapX, int gapY, int columnWidth = 0);
    ~FlowLayout() override;
    /// Takes all widgets out, and deletes them soon.
    void clear();

    void addItem(QLayoutItem *item) override;
    int count() const override { return static_cast<int>(items_.size()); }
    QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize minimumSize() const override;
    QSize sizeHint() const override;
    void setGeometry(const QRect &area) override;

private:
    QRect placed(const QRect &rect, const QRect &area) const;
    int arrange(const QRect &area, bool apply) const;
    int arrangeColumns(const QRect &area, bool apply) const;
    std::optional<int> arrangeInOneLine(const QRect &area, bool apply) const;

    std::vector<QLayoutItem *> items_;
    int gapX_;
    int gapY_;
    int columnWidth_;
};

} // namespace awaitscope
