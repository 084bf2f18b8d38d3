// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/export_dialog.h"

#include "app/common/places.h"
#include "app/common/run_figure.h"
#include "widgets/controls/segmented.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <array>

namespace awaitscope {

namespace {

const QStringList formats{"png", "svg", "pdf"};
constexpr std::array<double, 4> scales{1.0, 2.0, 3.0, 4.0};

QStringList scaleNames()
{
    QStringList names;
    for (double scale : scales)
        names.append(plainNumber(scale) + u'×');
    return names;
}

} // namespace

ExportDialog::ExportDialog(const Lesson &lesson, const Run &run, Ns from, Ns to, ThemeKind theme, QWidget *parent) :
    QDialog(parent),
    lesson_(lesson),
    run_(run),
    from_(from),
    to_(to),
    format_(new Segmented(tr("Format"), {tr("PNG"), tr("SVG"), tr("PDF")})),
    range_(new Segmented(tr("Stretch"), {tr("Whole run"), tr("What is visible")})),
    theme_(new Segmented(tr("Colours"), {tr("Light"), tr("Dark"), tr("Print")})),
    width_(new QSpinBox),
    scale_(new Segmented(tr("Scale"), scaleNames())),
    file_(new QLineEdit),
    problem_(new QLabel),
    write_(new QPushButton(tr("Export")))
{
    setWindowTitle(tr("Export the picture"));
    theme_->setCurrent(static_cast<int>(figureTheme(theme)));
    theme_->setToolTip(tr("Print is on white and legible without colour."));
    scale_->setToolTip(tr("Pixels of a PNG for each px of its width."));
    width_->setRange(static_cast<int>(minimumFigureSide), static_cast<int>(maximumFigureSide));
    width_->setValue(1280);
    width_->setSingleStep(80);
    width_->setSuffix(tr(" px"));
    width_->setAccessibleName(tr("Width"));
    width_->setButtonSymbols(QSpinBox::NoButtons);
    scale_->setCurrent(1);
    file_->setText(QDir::toNativeSeparators(
        places().suggestedFolder(QStandardPaths::PicturesLocation) + u'/' + lesson.id + QStringLiteral(".png")));
    file_->setAccessibleName(tr("File"));
    file_->setMinimumWidth(file_->fontMetrics().averageCharWidth() * 44);
    auto *browseButton = new QPushButton(tr("Browse…"));
    browseButton->setAutoDefault(false);
    problem_->setProperty("kind", QStringLiteral("problem"));
    problem_->setWordWrap(true);
    problem_->setObjectName(QStringLiteral("exportProblem"));
    write_->setProperty("kind", QStringLiteral("primary"));
    write_->setDefault(true);
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setAutoDefault(false);

    auto *fileLine = new QHBoxLayout;
    fileLine->setSpacing(8);
    fileLine->addWidget(file_, 1);
    fileLine->addWidget(browseButton);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(18);
    form->setVerticalSpacing(12);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->addRow(tr("Format"), format_);
    form->addRow(tr("Stretch"), range_);
    form->addRow(tr("Colours"), theme_);
    form->addRow(tr("Width"), width_);
    form->addRow(tr("Scale"), scale_);
    form->addRow(tr("File"), fileLine);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(write_);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 18);
    layout->setSpacing(14);
    layout->addLayout(form);
    layout->addWidget(problem_);
    layout->addLayout(buttons);
    problem_->hide();

    connect(format_, &Segmented::chosen, this, &ExportDialog::formatChosen);
    connect(file_, &QLineEdit::textChanged, this, &ExportDialog::fileChanged);
    connect(browseButton, &QPushButton::clicked, this, &ExportDialog::browse);
    connect(write_, &QPushButton::clicked, this, &ExportDialog::accept);
    connect(cancel, &QPushButton::clicked, this, &ExportDialog::reject);
    file_->setFocus();
}

QString ExportDialog::problem() const
{
    return problem_->text();
}

QString ExportDialog::format() const
{
    return formats[format_->current()];
}

FigureOptions ExportDialog::options() const
{
    FigureOptions options;
    options.theme = static_cast<ThemeKind>(theme_->current());
    options.size = QSizeF(width_->value(), 0);
    options.scale = scales[static_cast<std::size_t>(scale_->current())];
    return options;
}

Figure ExportDialog::figure(const QString &file) const
{
    Figure figure = runFigure(lesson_, run_, options(), file);
    figure.ghosts = ghosts_;
    if (range_->current() == 1) {
        figure.from = from_;
        figure.to = to_;
    }
    return figure;
}

void ExportDialog::formatChosen()
{
    const QFileInfo info(file_->text());
    if (formats.contains(info.suffix().toLower()))
        file_->setText(file_->text().chopped(info.suffix().size()) + format());
    scale_->setEnabled(format_->current() == 0);
}

void ExportDialog::fileChanged()
{
    showProblem({});
    askToReplace(false);
    const auto index = formats.indexOf(QFileInfo(file_->text()).suffix().toLower());
    if (index >= 0) {
        format_->setCurrent(static_cast<int>(index));
        scale_->setEnabled(index == 0);
    }
}

void ExportDialog::browse()
{
    const QString chosen = QFileDialog::getSaveFileName(this, tr("Export the picture"), file_->text(),
        tr("Pictures (*.png *.svg *.pdf)"), nullptr, QFileDialog::DontConfirmOverwrite);
    if (!chosen.isEmpty())
        file_->setText(QDir::toNativeSeparators(chosen));
}

void ExportDialog::showProblem(const QString &sentence)
{
    problem_->setText(sentence);
    problem_->setVisible(!sentence.isEmpty());
    file_->setAccessibleDescription(sentence);
}

void ExportDialog::askToReplace(bool ask)
{
    replaceable_ = ask ? file_->text() : QString();
    write_->setText(ask ? tr("Replace it") : tr("Export"));
    if (ask)
        showProblem(tr("“%1” exists already.").arg(QFileInfo(file_->text()).fileName()));
}

void ExportDialog::accept()
{
    const QString file = QDir::fromNativeSeparators(file_->text());
    const auto known = figureFormat(file);
    if (!known)
        return showProblem(known.problem().sentence);
    const QFileInfo info(file);
    if (info.isFile() && !info.isSymLink() && replaceable_ != file_->text())
        return askToReplace(true);
    const auto done = exportFigure(figure(file), options(), file);
    askToReplace(false);
    if (!done)
        return showProblem(done.problem().sentence);
    written_ = file;
    QDialog::accept();
}

} // namespace awaitscope
