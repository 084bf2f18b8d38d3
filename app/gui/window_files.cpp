// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/window.h"

#include "app/common/places.h"
#include "app/gui/header.h"
#include "app/gui/problem_bar.h"
#include "app/gui/trace_files.h"

#include <QAction>
#include <QDir>
#include <QDropEvent>
#include <QFileDialog>
#include <QMimeData>

#include <algorithm>

namespace awaitscope {

namespace {

/// The file that a drag carries; empty where it carries none, or more than one.
QString fileIn(const QMimeData &data)
{
    const QList<QUrl> urls = data.urls();
    return urls.size() == 1 && urls.first().isLocalFile() ? urls.first().toLocalFile() : QString();
}

QString nameFilter()
{
    return Window::tr("Awaitscope traces (*%1)").arg(runFileExtension);
}

/// Where the last trace was, else where documents are.
QString suggestedFolder(const QStringList &recent)
{
    if (!recent.isEmpty())
        return QFileInfo(recent.first()).path();
    return places().suggestedFolder(QStandardPaths::DocumentsLocation);
}

/// Room for the names, where the desktop has no file dialog of its own.
QSize dialogSize(double scale)
{
    return QSize(860, 520) * std::min(scale, 1.5);
}

} // namespace

void Window::createFileActions()
{
    files_ = new TraceFiles(course_, this);
    connect(files_, &TraceFiles::opened, this,
        [this](
            const QString &file, const Lesson *lesson, const std::shared_ptr<const Run> &run) { showRun(*lesson, run, file); });
    connect(files_, &TraceFiles::saved, this, [this](const QString &file) {
        header_->notify(tr("Saved %1").arg(QDir::toNativeSeparators(file)));
        addRecentFile(file);
    });
    connect(files_, &TraceFiles::failed, this, [this](const Problem &problem) { showProblem(problem); });
    addAct(ActionGroup::Files, tr("Open a trace"), {QKeySequence::Open}, [this] { chooseFileToOpen(); });
    addAct(ActionGroup::Files, tr("Save the run as a trace"), {QKeySequence::Save}, [this] { saveRun(); });
    setAcceptDrops(true);
}

void Window::showProblem(const Problem &problem)
{
    problems_->showProblem(problem);
}

void Window::openFile(const QString &file)
{
    files_->open(file);
}

void Window::showRun(const Lesson &lesson, std::shared_ptr<const Run> run, const QString &file)
{
    problems_->hide();
    session_.show(lesson, std::move(run), QFileInfo(file).fileName());
    addRecentFile(QFileInfo(file).absoluteFilePath());
}

void Window::addRecentFile(const QString &file)
{
    recent_.add(file);
    Q_EMIT recentFilesChanged();
}

void Window::chooseFileToOpen()
{
    QFileDialog dialog(this, tr("Open a trace"), suggestedFolder(recent_.files()), nameFilter());
    dialog.resize(dialogSize(scale_));
    dialog.setFileMode(QFileDialog::ExistingFile);
    if (dialog.exec() == QDialog::Accepted)
        openFile(dialog.selectedFiles().constFirst());
}

void Window::saveRun()
{
    const auto run = session_.latest();
    if (!run || session_.isLive())
        return header_->notify(tr("Run the lesson first: there is no run to save yet."));
    QFileDialog dialog(this, tr("Save the run as a trace"), suggestedFolder(recent_.files()), nameFilter());
    dialog.resize(dialogSize(scale_));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(QString(runFileExtension).mid(1));
    dialog.selectFile(run->lesson + runFileExtension);
    if (dialog.exec() == QDialog::Accepted)
        files_->save(run, dialog.selectedFiles().constFirst());
}

void Window::dragEnterEvent(QDragEnterEvent *event)
{
    if (!fileIn(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void Window::dropEvent(QDropEvent *event)
{
    const QString file = fileIn(*event->mimeData());
    if (file.isEmpty())
        return;
    event->acceptProposedAction();
    openFile(file);
}

} // namespace awaitscope
