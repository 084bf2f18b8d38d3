// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/selftest_dialog.h"

#include <QAccessible>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QFrame>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QSaveFile>
#include <QScreen>
#include <QScrollArea>
#include <QStandardPaths>
#include <QStyle>
#include <QVBoxLayout>

namespace awaitscope {

namespace {

constexpr int side = 20, gap = 14, columnGap = 12, rowGap = 10; // px
constexpr int lettersAcross = 96, linesDown = 31; // of the dialog, where the screen has the room

QLabel *label(const QString &text, const char *kind)
{
    auto *result = new QLabel(text);
    result->setProperty("kind", QLatin1String(kind));
    result->setTextFormat(Qt::PlainText);
    result->setWordWrap(true);
    return result;
}

/// A number stays on one line with what follows it.
QString bound(const QString &sentence)
{
    static const QRegularExpression afterNumber(QStringLiteral("(?<=\\d) (?=\\p{L})"));
    return QString(sentence).replace(afterNumber, QString(QChar::Nbsp));
}

void setKind(QLabel &shown, const char *kind)
{
    shown.setProperty("kind", QLatin1String(kind));
    shown.style()->unpolish(&shown);
    shown.style()->polish(&shown);
}

const char *kindOf(Fitness fitness)
{
    return fitness == Fitness::Fit ? "good" : fitness == Fitness::Limited ? "heading" : "bad";
}

QPushButton *button(const QString &text, const char *name)
{
    auto *result = new QPushButton(text);
    result->setObjectName(QLatin1String(name));
    result->setAutoDefault(false);
    return result;
}

} // namespace

SelftestDialog::SelftestDialog(const QString &program, const CheckedPlaces &places, const QString &language, QWidget *parent) :
    QDialog(parent),
    program_(program),
    places_(places),
    language_(language),
    grid_(new QGridLayout),
    scroll_(new QScrollArea),
    said_(label({}, "heading")),
    again_(button(tr("Test again"), "selftestAgain")),
    copy_(button(tr("Copy report"), "selftestCopy")),
    save_(button(tr("Save…"), "selftestSave")),
    close_(button(tr("Close"), "selftestClose"))
{
    setWindowTitle(tr("Check this machine"));
    setObjectName(QStringLiteral("selftest"));
    build();
    begin();
}

SelftestDialog::~SelftestDialog() = default;

void SelftestDialog::build()
{
    grid_->setContentsMargins(16, gap, 16, gap);
    grid_->setHorizontalSpacing(columnGap);
    grid_->setVerticalSpacing(2);
    grid_->setColumnStretch(2, 1);
    auto *content = new QWidget;
    content->setLayout(grid_);
    scroll_->setWidget(content);
    scroll_->setWidgetResizable(true);
    scroll_->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll_->setFocusPolicy(Qt::StrongFocus);
    scroll_->setAccessibleName(tr("Checks"));
    auto *panel = new QFrame;
    panel->setObjectName(QStringLiteral("panel"));
    auto *panelLayout = new QVBoxLayout(panel);
    panelLayout->setContentsMargins(1, 1, 1, 1);
    panelLayout->addWidget(scroll_);

    said_->setObjectName(QStringLiteral("selftestSaid"));
    copy_->setProperty("kind", QStringLiteral("primary"));
    copy_->setToolTip(tr("Copy what is listed here as plain text"));
    save_->setToolTip(tr("Write what is listed here into a text file"));
    connect(again_, &QPushButton::clicked, this, &SelftestDialog::begin);
    connect(copy_, &QPushButton::clicked, this, &SelftestDialog::copy);
    connect(save_, &QPushButton::clicked, this, &SelftestDialog::save);
    connect(close_, &QPushButton::clicked, this, &QDialog::accept);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(copy_);
    buttons->addWidget(save_);
    buttons->addWidget(again_);
    buttons->addStretch(1);
    buttons->addWidget(close_);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(side, side, side, side);
    layout->setSpacing(gap);
    layout->addWidget(
        label(tr("Nothing is sent anywhere. The report is yours: copy or save it where you want to pass it on."), "secondary"));
    layout->addWidget(panel, 1);
    layout->addWidget(said_);
    layout->addLayout(buttons);
    ensurePolished();
    const QSize wanted(
        fontMetrics().averageCharWidth() * lettersAcross + 2 * side, fontMetrics().lineSpacing() * linesDown + 200);
    resize(wanted.boundedTo(QGuiApplication::primaryScreen()->availableSize() - QSize(40, 60)));
}

void SelftestDialog::begin()
{
    run_ = std::make_unique<SelftestRun>(program_, places_);
    run_->setLanguage(language_);
    connect(run_.get(), &SelftestRun::checked, this, &SelftestDialog::showItem);
    connect(run_.get(), &SelftestRun::finished, this, &SelftestDialog::showEnd);
    addRows();
    for (QPushButton *each : {again_, copy_, save_})
        each->setEnabled(false);
    close_->setFocus();
    say(tr("Checking…"), "secondary");
    run_->start();
}

void SelftestDialog::addRows()
{
    if (rows_.empty()) {
        for (const CheckSpec *check : run_->planned()) {
            const int line = 3 * int(rows_.size());
            Row row{label({}, "secondary"), label(checkTitle(*check), "heading"), label({}, "body"), label({}, "small")};
            row.title->setWordWrap(false);
            row.mark->setWordWrap(false);
            row.mark->setMinimumWidth(fontMetrics().averageCharWidth() * 2);
            for (QLabel *each : {row.mark, row.title})
                grid_->addWidget(each, line, each == row.mark ? 0 : 1, Qt::AlignTop);
            grid_->addWidget(row.sentence, line, 2, Qt::AlignTop);
            grid_->addWidget(row.advice, line + 1, 2, Qt::AlignTop);
            grid_->setRowMinimumHeight(line + 2, rowGap);
            row.sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
            row.sentence->setObjectName(QStringLiteral("selftest-") + QLatin1String(check->id));
            rows_.push_back(row);
        }
        grid_->setRowStretch(3 * int(rows_.size()), 1);
    }
    for (const Row &row : rows_) {
        row.mark->setText(QStringLiteral("·"));
        setKind(*row.mark, "secondary");
        row.sentence->clear();
        row.sentence->setAccessibleName(tr("%1: not checked yet").arg(row.title->text()));
        row.advice->hide();
    }
}

void SelftestDialog::showItem(const CheckedItem &item)
{
    const CheckResult &result = item.result;
    const Row &row = rows_[run_->items().size() - 1];
    row.mark->setText(fitnessMark(result.verdict));
    row.mark->setAccessibleName(fitnessText(result.verdict));
    setKind(*row.mark, kindOf(result.verdict));
    row.sentence->setText(bound(result.sentence));
    row.sentence->setAccessibleName(tr("%1, %2: %3").arg(row.title->text(), fitnessText(result.verdict), result.sentence));
    row.advice->setText(QStringLiteral("→ ") + result.advice);
    row.advice->setVisible(!result.advice.isEmpty());
}

void SelftestDialog::showEnd()
{
    for (QPushButton *each : {again_, copy_, save_})
        each->setEnabled(true);
    say(reportEnd(run_->items()).trimmed(), kindOf(overallFitness(run_->items())));
    if (focusWidget() == close_)
        copy_->setFocus();
}

QString SelftestDialog::report() const
{
    return reportText(run_->items());
}

QString SelftestDialog::said() const
{
    return said_->text();
}

void SelftestDialog::say(const QString &sentence, const char *kind)
{
    said_->setText(sentence);
    setKind(*said_, kind);
    QAccessibleEvent event(said_, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void SelftestDialog::copy()
{
    QGuiApplication::clipboard()->setText(report());
    say(tr("Report copied"), "heading");
}

void SelftestDialog::save()
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString folder = QFileInfo(documents).isDir() ? documents : QDir::homePath();
    const QString file = QFileDialog::getSaveFileName(
        this, tr("Save the report"), folder + QStringLiteral("/awaitscope-selftest.txt"), tr("Text (*.txt)"));
    if (!file.isEmpty())
        saveTo(file);
}

void SelftestDialog::saveTo(const QString &file)
{
    const QByteArray bytes = report().toUtf8();
    QSaveFile target(file);
    const bool written = target.open(QIODevice::WriteOnly) && target.write(bytes) == bytes.size() && target.commit();
    if (written)
        say(tr("Saved %1").arg(QDir::toNativeSeparators(file)), "heading");
    else
        say(tr("%1 cannot be written: %2").arg(QDir::toNativeSeparators(file), target.errorString()), "bad");
}

} // namespace awaitscope
