// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace awaitscope {

struct Theme;

/// An on-off switch with its label at the right.
class Switch : public QAbstractButton
{
    Q_OBJECT

public:
    explicit Switch(const QString &label, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme *theme_;
};

} // namespace awaitscope
