// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

namespace awaitscope {

class Slider;

/// A value with its label, a field to type it in, and a slider. Whoever owns it decides what is accepted.
class ValueRow : public QWidget
{
    Q_OBJECT

public:
    ValueRow(const QString &label, const QString &hint, QWidget *parent = nullptr);

    /// Positions 0..last of the slider.
    void setLast(int last, int pageStep);
    /// Shows a value; a problem that was shown goes away. Emits nothing.
    void setValue(int position, const QString &text);
    /// Shows what is wrong with the typed text; the text stays for mending, Escape brings `kept` back.
    void showProblem(const QString &sentence, const QString &kept);
    /// What is wrong with the typed text; empty where nothing is.
    QString problem() const;

    QLineEdit *field() const { return field_; }
    Slider *slider() const { return slider_; }

Q_SIGNALS:
    void positionWanted(int position);
    void textWanted(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setWrong(bool wrong);

    QLabel *label_;
    QLineEdit *field_;
    Slider *slider_;
    QLabel *problem_;
    QString kept_;
};

} // namespace awaitscope
