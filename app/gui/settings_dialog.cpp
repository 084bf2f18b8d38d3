// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/settings_dialog.h"

#include "app/common/language.h"
#include "app/gui/data_folder_row.h"
#include "app/gui/settings.h"
#include "widgets/controls/segmented.h"

#include <QComboBox>
#include <QFormLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QSpinBox>
#include <QVBoxLayout>

#include <array>
#include <cmath>

namespace awaitscope {

namespace {

constexpr std::array textScales{1.0, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0};
constexpr int side = 20, gap = 14; // px

} // namespace

SettingsDialog::SettingsDialog(Settings &settings, QWidget *parent) : QDialog(parent), settings_(settings), form_(new QFormLayout)
{
    setWindowTitle(tr("Settings"));
    form_->setHorizontalSpacing(side);
    form_->setVerticalSpacing(gap);
    form_->setLabelAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    form_->setFormAlignment(Qt::AlignLeading | Qt::AlignTop);
    form_->setRowWrapPolicy(QFormLayout::WrapLongRows);
    addColours();
    addText();
    addStore();

    auto *content = new QWidget;
    content->setObjectName(QStringLiteral("pageContent"));
    form_->setContentsMargins(2, 2, 2, 2);
    content->setLayout(form_);
    auto *scroll = new QScrollArea;
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *close = new QPushButton(tr("Close"));
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(side, side, side, side);
    layout->setSpacing(gap);
    layout->addWidget(scroll, 1);
    layout->addWidget(close, 0, Qt::AlignTrailing);
    ensurePolished();
    const QSize wanted = content->sizeHint() + QSize(2 * side + 24, close->sizeHint().height() + gap + 2 * side + 8);
    resize(wanted.boundedTo(QGuiApplication::primaryScreen()->availableSize() - QSize(40, 60)));
}

void SettingsDialog::addRow(const QString &label, QWidget *control)
{
    auto *name = new QLabel(label);
    name->setBuddy(control);
    form_->addRow(name, control);
}

void SettingsDialog::addColours()
{
    auto *theme = new Segmented(tr("Colours"), {tr("As the desktop"), tr("Light"), tr("Dark")});
    theme->setCurrent(static_cast<int>(settings_.themeChoice()));
    connect(theme, &Segmented::chosen, this, [this](int index) { settings_.setThemeChoice(static_cast<ThemeChoice>(index)); });
    addRow(tr("Colours"), theme);

    auto *contrast = new Segmented(tr("Contrast"), {tr("As the desktop"), tr("Usual"), tr("High")});
    contrast->setCurrent(static_cast<int>(settings_.contrastChoice()));
    connect(contrast, &Segmented::chosen, this,
        [this](int index) { settings_.setContrastChoice(static_cast<ContrastChoice>(index)); });
    addRow(tr("Contrast"), contrast);

    auto *motion = new Segmented(tr("Motion"), {tr("As the desktop"), tr("Usual"), tr("Reduced")});
    motion->setCurrent(static_cast<int>(settings_.motionChoice()));
    motion->setToolTip(tr("Reduced: nothing moves unless you play it."));
    connect(motion, &Segmented::chosen, this, [this](int index) { settings_.setMotionChoice(static_cast<MotionChoice>(index)); });
    addRow(tr("Motion"), motion);
}

void SettingsDialog::addText()
{
    auto *size = new QComboBox;
    size->setObjectName(QStringLiteral("textSize"));
    size->setAccessibleName(tr("Text size"));
    size->addItem(tr("As the desktop"), 0.0);
    for (const double scale : textScales)
        size->addItem(tr("%1 %").arg(std::lround(scale * 100)), scale);
    const int kept = size->findData(settings_.textScale());
    if (kept < 0) { // set by hand in the file
        size->addItem(tr("%1 %").arg(std::lround(settings_.textScale() * 100)), settings_.textScale());
    }
    size->setCurrentIndex(kept < 0 ? size->count() - 1 : kept);
    connect(size, &QComboBox::activated, this, [this, size] { settings_.setTextScale(size->currentData().toDouble()); });
    addRow(tr("Text size"), size);

    auto *language = new QComboBox;
    language->setObjectName(QStringLiteral("language"));
    language->setAccessibleName(tr("Language"));
    language->addItem(tr("As the desktop"), QString());
    for (const Language &known : languages())
        language->addItem(known.name, known.code);
    language->setCurrentIndex(std::max(0, language->findData(settings_.language())));
    addRow(tr("Language"), language);
    auto *note = new QLabel(tr("The language changes when Awaitscope is opened the next time."));
    note->setProperty("kind", QStringLiteral("small"));
    note->setWordWrap(true);
    note->setVisible(false);
    form_->addRow(note);
    connect(language, &QComboBox::activated, this, [this, language, note] {
        settings_.setLanguage(language->currentData().toString());
        note->setVisible(true);
    });
}

void SettingsDialog::addStore()
{
    auto *traces = new QSpinBox;
    traces->setObjectName(QStringLiteral("savedTraces"));
    traces->setAccessibleName(tr("Saved traces"));
    traces->setRange(Settings::leastSavedTraces, Settings::mostSavedTraces);
    traces->setButtonSymbols(QSpinBox::NoButtons);
    traces->setPrefix(tr("at most "));
    traces->setKeyboardTracking(false); // half a number would let traces go
    traces->setValue(settings_.savedTraces());
    connect(traces, &QSpinBox::valueChanged, &settings_, &Settings::setSavedTraces);
    addRow(tr("Saved traces"), traces);
    auto *note = new QLabel(
        tr("A run opens again while its trace is kept. Beyond this number the oldest traces go at once, those of runs "
           "with a name last; the numbers of every run stay."));
    note->setProperty("kind", QStringLiteral("small"));
    note->setWordWrap(true);
    traces->setAccessibleDescription(note->text());
    form_->addRow(note);
    addRow(tr("Your data"), new DataFolderRow);
}

} // namespace awaitscope
