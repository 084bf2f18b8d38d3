// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/sidebar.h"
#include "lessons/catalog/lesson.h"
#include "widgets/timeline/figure.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace awaitscope {

class Segmented;

/// Asks how to write a run's picture, and writes it. Asks before it replaces a file; shows problems where they arose.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    /// `from` and `to` bound what is visible; both zero where that is the whole run. Lesson and run must outlive it.
    ExportDialog(const Lesson &lesson, const Run &run, Ns from, Ns to, ThemeKind theme, QWidget *parent = nullptr);

    /// What was predicted, to be drawn with the run; before the dialog is shown.
    void setGhosts(std::vector<Ghost> ghosts) { ghosts_ = std::move(ghosts); }
    /// The file that was written; empty where none was.
    QString written() const { return written_; }
    /// What is wrong, as it is shown.
    QString problem() const;

    void accept() override;

private:
    QString format() const;
    FigureOptions options() const;
    Figure figure(const QString &file) const;
    void formatChosen();
    void fileChanged();
    void browse();
    void showProblem(const QString &sentence);
    void askToReplace(bool ask);

    const Lesson &lesson_;
    const Run &run_;
    Ns from_;
    Ns to_;
    std::vector<Ghost> ghosts_;
    Segmented *format_;
    Segmented *range_;
    Segmented *theme_;
    QSpinBox *width_;
    Segmented *scale_;
    QLineEdit *file_;
    QLabel *problem_;
    QPushButton *write_;
    QString replaceable_; ///< the file that the user was asked about
    QString written_;
};

} // namespace awaitscope
