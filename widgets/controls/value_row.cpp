// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/value_row.h"

#include "widgets/controls/slider.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QStyle>
#include <QVBoxLayout>

namespace awaitscope {

ValueRow::ValueRow(const QString &label, const QString &hint, QWidget *parent) :
    QWidget(parent),
    label_(new QLabel(label)),
    field_(new QLineEdit),
    slider_(new Slider),
    problem_(new QLabel)
{
    auto *top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(label_, 1);
    top->addWidget(field_);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(1);
    layout->addLayout(top);
    layout->addWidget(slider_);
    layout->addWidget(problem_);

    label_->setProperty("kind", QStringLiteral("secondary"));
    label_->setBuddy(field_);
    label_->setToolTip(hint);
    field_->setProperty("kind", QStringLiteral("value"));
    field_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    field_->setFocusPolicy(Qt::StrongFocus);
    field_->setAccessibleName(label);
    field_->setAccessibleDescription(hint);
    field_->setToolTip(hint);
    field_->installEventFilter(this);
    slider_->setAccessibleName(label);
    slider_->setAccessibleDescription(hint);
    slider_->setToolTip(hint);
    problem_->setProperty("kind", QStringLiteral("problem"));
    problem_->setWordWrap(true);
    problem_->hide();

    connect(slider_, &Slider::valueChanged, this, &ValueRow::positionWanted);
    connect(field_, &QLineEdit::editingFinished, this, [this] {
        if (field_->text() != kept_ && !(problem_->isVisible() && !field_->isModified())) {
            field_->setModified(false);
            Q_EMIT textWanted(field_->text());
        }
    });
}

void ValueRow::setLast(int last, int pageStep)
{
    const QSignalBlocker quiet(slider_);
    slider_->setRange(0, last);
    slider_->setPageStep(pageStep);
}

void ValueRow::setValue(int position, const QString &text)
{
    const QSignalBlocker quiet(slider_);
    slider_->setValue(position);
    kept_ = text;
    if (field_->text() != text)
        field_->setText(text);
    const int wanted = field_->fontMetrics().horizontalAdvance(QStringLiteral("0000 ms")) + 16;
    field_->setFixedWidth(wanted);
    problem_->hide();
    problem_->clear();
    setWrong(false);
}

void ValueRow::showProblem(const QString &sentence, const QString &kept)
{
    kept_ = kept;
    problem_->setText(sentence);
    problem_->show();
    setWrong(true);
    field_->setAccessibleDescription(sentence);
}

QString ValueRow::problem() const
{
    return problem_->text();
}

void ValueRow::setWrong(bool wrong)
{
    if (field_->property("wrong").toBool() == wrong)
        return;
    field_->setProperty("wrong", wrong);
    field_->style()->unpolish(field_);
    field_->style()->polish(field_);
}

bool ValueRow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == field_ && (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride)) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape) {
            key->accept();
            if (event->type() == QEvent::KeyPress) {
                setValue(slider_->value(), kept_);
                field_->clearFocus();
            }
            return true;
        }
    }
    if (watched == field_ && event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down) {
            slider_->setValue(slider_->value() + (key->key() == Qt::Key_Up ? slider_->singleStep() : -slider_->singleStep()));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace awaitscope
