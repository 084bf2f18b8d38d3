// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace awaitscope {

/// Holds one widget whose words change with each frame: what is around it is laid out anew only when it wants another size, where
/// a layout would do so at each change.
class SteadyBox : public QWidget
{
    Q_OBJECT

public:
    /// Takes the widget over. Shows it for as long as the box itself is shown.
    explicit SteadyBox(QWidget *content, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return content_->hasHeightForWidth(); }
    int heightForWidth(int width) const override;

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    /// What the box asks of the layout that it is in.
    struct Wish
    {
        QSize least, best;
        int height = 0;
        bool operator==(const Wish &) const = default;
    };
    Wish wish() const;

    QWidget *content_;
    Wish wish_;
};

} // namespace awaitscope
