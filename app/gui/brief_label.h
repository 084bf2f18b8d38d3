// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace awaitscope {

/// One line that gives way where there is no room for it: then its brief form stands there, or nothing.
class BriefLabel : public QLabel
{
    Q_OBJECT

public:
    using QLabel::QLabel;

    /// What stands there where the text does not fit; empty for nothing.
    void setBrief(const QString &brief);
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString brief_;
};

} // namespace awaitscope
