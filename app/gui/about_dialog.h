// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QGridLayout;
class QScrollArea;

namespace awaitscope {

/// What this program is: its version and those of what it is built on, its licence, and where it keeps the user's data. Every word
/// can be selected; all of it is copied at once by a button.
class AboutDialog : public QDialog
{
    Q_OBJECT

public:
    /// `scale` is that of the text, 1 to 3.
    explicit AboutDialog(double scale = 1.0, QWidget *parent = nullptr);

    /// What the button copies: a line each, fit to be sent with a report of a mistake.
    QString text() const;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void addFact(QGridLayout &facts, const QString &name, const QString &value);

    QScrollArea *scroll_;
    QWidget *content_;
    bool valuesBelow_ = false; // with large text
    QStringList lines_;
};

} // namespace awaitscope
