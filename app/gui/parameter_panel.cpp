// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/parameter_panel.h"

#include "app/gui/session.h"
#include "lessons/trace/subject_letter.h"
#include "widgets/controls/flow_layout.h"
#include "widgets/controls/icons.h"
#include "widgets/controls/segmented.h"
#include "widgets/controls/slider.h"
#include "widgets/controls/switch.h"
#include "widgets/controls/value_row.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace awaitscope {

namespace {

constexpr int rowWidth = 210; // px, the narrowest that a slider is given where not all stand in one line

int lastPosition(const ParameterSpec &spec)
{
    return static_cast<int>((spec.maximum - spec.minimum) / std::max<qint64>(1, spec.step));
}

int positionOf(const ParameterSpec &spec, qint64 value)
{
    return static_cast<int>((value - spec.minimum) / std::max<qint64>(1, spec.step));
}

} // namespace

QString parameterText(const ParameterSet &parameters, const QString &id)
{
    const QString text = parameters.text(id);
    qsizetype unit = text.size();
    while (unit > 0 && text[unit - 1].isLetter())
        --unit;
    return unit > 0 && unit < text.size() ? text.left(unit) + u' ' + text.mid(unit) : text;
}

ParameterPanel::ParameterPanel(Session &session, QWidget *parent) :
    QFrame(parent),
    session_(session),
    values_(new FlowLayout(22, 10, rowWidth)),
    options_(new FlowLayout(10, 8)),
    theme_(&theme(ThemeKind::Light))
{
    setObjectName(QStringLiteral("panel"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 10, 16, 12);
    layout->setSpacing(8);
    layout->addLayout(values_);
    layout->addLayout(options_);
}

void ParameterPanel::setTheme(const Theme &theme)
{
    theme_ = &theme;
    if (clock_)
        refresh();
}

void ParameterPanel::setCompact(bool compact)
{
    layout()->setContentsMargins(16, compact ? 5 : 10, 16, compact ? 6 : 12);
    layout()->setSpacing(compact ? 4 : 8);
}

void ParameterPanel::rebuild()
{
    values_->clear();
    options_->clear();
    rows_.clear();
    switches_.clear();
    choices_.clear();
    chips_.clear();
    const LessonText &text = session_.lesson().text;
    for (const ParameterSpec &spec : session_.parameters().specs()) {
        const QString label = text.parameterLabels.value(spec.id, spec.id);
        const QString hint = text.parameterHints.value(spec.id);
        switch (spec.type) {
        case ParameterType::Duration:
        case ParameterType::Count:
            addRow(spec, label, hint);
            break;
        case ParameterType::Flag:
            addSwitch(spec, label, hint);
            break;
        case ParameterType::Choice:
            addChoice(spec, label, hint);
            break;
        }
    }
    addChips();
    clock_ = new Segmented(tr("Clock"), {tr("real clock"), tr("virtual clock")});
    clock_->setToolTip(tr(
        "The real clock measures this machine; the virtual clock jumps from timer to timer and gives the same run each time."));
    connect(clock_, &Segmented::chosen, this,
        [this](int index) { session_.setClock(index == 0 ? ClockKind::Real : ClockKind::Virtual); });
    options_->addWidget(clock_);
    refresh();
}

void ParameterPanel::addRow(const ParameterSpec &spec, const QString &label, const QString &hint)
{
    auto *row = new ValueRow(label, hint);
    row->setObjectName(spec.id);
    row->setLast(lastPosition(spec), std::max(1, lastPosition(spec) / 20));
    const QString id = spec.id;
    const qint64 minimum = spec.minimum, step = std::max<qint64>(1, spec.step);
    connect(row, &ValueRow::positionWanted, this, [this, id, minimum, step](int position) {
        const auto done = session_.setParameter(id, minimum + position * step);
        if (!done)
            rows_[id]->showProblem(done.problem().sentence, parameterText(session_.parameters(), id));
    });
    connect(row, &ValueRow::textWanted, this, [this, id](const QString &text) {
        const auto done = session_.setParameterText(id, text.simplified().remove(u' '));
        if (!done)
            rows_[id]->showProblem(done.problem().sentence, parameterText(session_.parameters(), id));
    });
    rows_.insert(id, row);
    values_->addWidget(row);
}

void ParameterPanel::addSwitch(const ParameterSpec &spec, const QString &label, const QString &hint)
{
    auto *toggle = new Switch(label);
    toggle->setToolTip(hint);
    toggle->setAccessibleDescription(hint);
    connect(toggle, &Switch::clicked, this, [this, id = spec.id](bool on) { (void)session_.setParameter(id, on ? 1 : 0); });
    switches_.insert(spec.id, toggle);
    options_->addWidget(toggle);
}

void ParameterPanel::addChoice(const ParameterSpec &spec, const QString &label, const QString &hint)
{
    auto *caption = new QLabel(label);
    caption->setProperty("kind", QStringLiteral("secondary"));
    auto *box = new Segmented(label, spec.choices);
    box->setToolTip(hint);
    box->setAccessibleDescription(hint);
    connect(box, &Segmented::chosen, this, [this, id = spec.id](int index) { (void)session_.setParameter(id, index); });
    choices_.insert(spec.id, box);
    options_->addWidget(caption);
    options_->addWidget(box);
}

void ParameterPanel::focusControl(const QString &parameter)
{
    QWidget *control = switches_.value(parameter);
    if (ValueRow *row = rows_.value(parameter)) {
        control = row->field();
        row->field()->selectAll();
    } else if (const Segmented *box = choices_.value(parameter)) {
        const auto buttons = box->findChildren<QAbstractButton *>();
        const auto current = std::ranges::find_if(buttons, &QAbstractButton::isChecked);
        control = current == buttons.end() ? nullptr : *current;
    }
    if (control)
        control->setFocus(Qt::ShortcutFocusReason);
}

void ParameterPanel::addChips()
{
    for (const VariantSpec &variant : session_.lesson().definition.variants) {
        auto *chip = new QPushButton(session_.lesson().text.variantTitles.value(variant.id, variant.id));
        chip->setCheckable(true);
        chip->setProperty("kind", QStringLiteral("chip"));
        chip->setFocusPolicy(Qt::TabFocus);
        chip->setAccessibleName(tr("Variant %1").arg(chip->text()));
        connect(chip, &QPushButton::clicked, this, [this, id = variant.id](bool on) {
            if (!session_.choose(id, on))
                refresh();
        });
        chips_.insert(variant.id, chip);
        options_->addWidget(chip);
    }
}

void ParameterPanel::focusParameter(const QString &id)
{
    QWidget *control = nullptr;
    if (const auto *row = rows_.value(id))
        control = row->slider();
    else if (auto *toggle = switches_.value(id))
        control = toggle;
    else if (auto *choice = choices_.value(id))
        control = choice->findChild<QPushButton *>();
    if (control)
        control->setFocus(Qt::ShortcutFocusReason);
}

void ParameterPanel::refresh()
{
    const ParameterSet &parameters = session_.parameters();
    for (const ParameterSpec &spec : parameters.specs()) {
        if (auto *row = rows_.value(spec.id))
            row->setValue(positionOf(spec, parameters.value(spec.id)), parameterText(parameters, spec.id));
        if (auto *toggle = switches_.value(spec.id))
            toggle->setChecked(parameters.flag(spec.id));
        if (auto *box = choices_.value(spec.id))
            box->setCurrent(static_cast<int>(parameters.value(spec.id)));
    }
    const QStringList chosen = session_.chosenVariants();
    for (auto chip = chips_.begin(); chip != chips_.end(); ++chip) {
        const bool on = chosen.contains(chip.key());
        const QString reason = session_.reasonUnavailable(chip.key());
        QPushButton *button = chip.value();
        button->setEnabled(reason.isEmpty());
        button->setChecked(on);
        const qsizetype position = chosen.indexOf(chip.key());
        const QString letter = on ? subjectLetter(static_cast<std::size_t>(position)) : QString();
        const int side = std::max(15, button->fontMetrics().ascent());
        button->setIconSize(QSize(side + side / 3, side)); // with a gap before the text
        button->setIcon(letterIcon(letter, on ? theme_->accent : theme_->secondary, theme_->onAccent));
        const bool last = on && chosen.size() == 1;
        button->setToolTip(!reason.isEmpty() ? reason
                : last                       ? tr("Shown as %1. At least one variant runs.").arg(letter)
                : on                         ? tr("Shown as %1").arg(letter)
                                             : tr("Not shown"));
        button->setAccessibleDescription(button->toolTip());
    }
    clock_->setCurrent(session_.clock() == ClockKind::Real ? 0 : 1);
}

} // namespace awaitscope
