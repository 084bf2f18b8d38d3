// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/trace_files.h"

#include <QFileInfo>
#include <QThread>

namespace awaitscope {

TraceFiles::TraceFiles(const std::vector<Lesson> &course, QObject *parent) :
    QObject(parent),
    course_(course),
    thread_(std::make_unique<QThread>()),
    worker_(new QObject)
{
    thread_->setObjectName(QStringLiteral("files"));
    worker_->moveToThread(thread_.get());
    connect(thread_.get(), &QThread::finished, worker_, &QObject::deleteLater);
    thread_->start();
}

TraceFiles::~TraceFiles()
{
    thread_->quit();
    thread_->wait();
}

void TraceFiles::start(std::function<void()> work)
{
    QMetaObject::invokeMethod(worker_, std::move(work), Qt::QueuedConnection);
}

void TraceFiles::open(const QString &file)
{
    const QString path = QFileInfo(file).absoluteFilePath();
    start([this, path, number = ++latest_] {
        auto result = std::make_shared<Result<LessonRun>>(openRunFile(path, course_));
        QMetaObject::invokeMethod(this, [this, path, number, result] {
            if (number != latest_)
                return;
            if (!result->ok())
                return Q_EMIT failed(result->problem());
            Q_EMIT opened(path, result->value().lesson, std::make_shared<const Run>(std::move(result->value().run)));
        });
    });
}

void TraceFiles::save(std::shared_ptr<const Run> run, const QString &file)
{
    const QString path = QFileInfo(file).absoluteFilePath();
    start([this, path, run = std::move(run)] {
        const auto written = writeRunFile(*run, path);
        QMetaObject::invokeMethod(this, [this, path, written] {
            if (written)
                Q_EMIT saved(path);
            else
                Q_EMIT failed(written.problem());
        });
    });
}

} // namespace awaitscope
