// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/runs_dialog.h"

#include "app/common/places.h"
#include "lessons/catalog/run_file.h"

#include <QDir>
#include <QFileDialog>
#include <QPushButton>
#include <QTableView>

namespace awaitscope {

namespace {

QString suggestedFile(const QString &name)
{
    return places().suggestedFolder(QStandardPaths::DocumentsLocation) + u'/' + name;
}

QString counted(int runs)
{
    return runs == 1 ? RunsDialog::tr("one run") : RunsDialog::tr("%1 runs").arg(runs);
}

} // namespace

void RunsDialog::openRun()
{
    const SavedRun *run = current();
    if (!run)
        return;
    if (!run->hasTrace)
        return say(tr("The trace of run %1 was dropped; its numbers are left.").arg(run->number.value()));
    then<QByteArray>(
        store_.loadTrace(run->number), [this, opened = *run](const QByteArray &trace) { Q_EMIT openWanted(opened, trace); });
}

void RunsDialog::rename()
{
    if (!current())
        return;
    table_->setFocus();
    table_->edit(model_->index(table_->currentIndex().row(), RunsModel::Name));
}

void RunsDialog::exportTrace()
{
    const SavedRun *run = current();
    if (!run)
        return;
    const QString file = QFileDialog::getSaveFileName(this, tr("Save the run as a file"),
        suggestedFile(QStringLiteral("%1-%2").arg(run->facts.lesson).arg(run->number.value()) + runFileExtension),
        tr("Awaitscope traces (*%1)").arg(runFileExtension));
    if (file.isEmpty())
        return;
    then<QByteArray>(store_.loadTrace(run->number), [this, file](const QByteArray &trace) {
        if (const auto written = writeRunFile(trace, file); !written)
            return say(written.problem().sentence, true);
        say(tr("Saved %1").arg(QDir::toNativeSeparators(file)));
    });
}

void RunsDialog::remove()
{
    const SavedRun *run = current();
    if (!run)
        return;
    const RunNumber number = run->number;
    then<Done>(store_.remove(number), [this, number](const Done &) {
        removed_.push_back(number);
        undo_->show();
        say(tr("Run %1 deleted").arg(number.value()));
    });
}

void RunsDialog::undo()
{
    if (removed_.empty())
        return;
    const RunNumber number = removed_.back();
    then<Done>(store_.restore(number), [this, number](const Done &) {
        std::erase(removed_, number);
        undo_->setVisible(!removed_.empty());
        wanted_ = number;
        say(tr("Run %1 is back").arg(number.value()));
        reload();
    });
}

void RunsDialog::exportAll()
{
    const QString file = QFileDialog::getSaveFileName(this, tr("Export all progress"),
        suggestedFile(QStringLiteral("awaitscope-progress.awaitlog")), tr("Progress of Awaitscope (*.awaitlog)"));
    if (file.isEmpty())
        return;
    then<Transferred>(store_.exportTo(file), [this, file](const Transferred &done) {
        say(tr("Wrote %1 into %2").arg(counted(done.runs), QDir::toNativeSeparators(file)));
    });
}

void RunsDialog::importAll()
{
    const QString file = QFileDialog::getOpenFileName(
        this, tr("Import progress"), suggestedFile({}), tr("Progress of Awaitscope (*.awaitlog);;All files (*)"));
    if (file.isEmpty())
        return;
    then<Transferred>(store_.importFrom(file), [this](const Transferred &done) {
        say(done.known == 0 ? tr("%1 added").arg(counted(done.runs))
                            : tr("%1 added, %2 were here already").arg(counted(done.runs), counted(done.known)));
    });
}

} // namespace awaitscope
