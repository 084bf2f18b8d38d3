// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/trace/result.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace awaitscope {

/// Says what went wrong, under the header, until the reader puts it away or something else goes wrong. Hidden else.
class ProblemBar : public QFrame
{
    Q_OBJECT

public:
    explicit ProblemBar(QWidget *parent = nullptr);

    /// Shows a problem and has assistive technology say it. The focus stays where it is.
    void showProblem(const Problem &problem);
    /// What is shown; empty where nothing is.
    QString sentence() const;

Q_SIGNALS:
    void dismissed();

private:
    QLabel *sentence_;
    QPushButton *dismiss_;
};

} // namespace awaitscope
