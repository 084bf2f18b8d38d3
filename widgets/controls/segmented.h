// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QStringList>

class QButtonGroup;

namespace awaitscope {

/// A few choices side by side, one of which is on.
class Segmented : public QFrame
{
    Q_OBJECT

public:
    /// `name` is what assistive technology calls the whole.
    Segmented(const QString &name, const QStringList &choices, QWidget *parent = nullptr);

    int current() const;
    /// Does not emit chosen().
    void setCurrent(int index);

Q_SIGNALS:
    void chosen(int index);

private:
    QButtonGroup *group_;
};

} // namespace awaitscope
