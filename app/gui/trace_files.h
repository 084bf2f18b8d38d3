// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/run_file.h"

#include <QObject>

#include <functional>
#include <memory>

class QThread;

namespace awaitscope {

/// Reads and writes trace files on a thread of its own, one after another, so that whoever asks is not held up. Use from the
/// thread that it lives on; its destructor waits for what is under way.
class TraceFiles : public QObject
{
    Q_OBJECT

public:
    /// `course` holds the lessons whose traces can be opened and must outlive it.
    explicit TraceFiles(const std::vector<Lesson> &course, QObject *parent = nullptr);
    ~TraceFiles() override;

    /// Reads a file; opened() or failed() follows. Of several that were asked for, the last one is opened.
    void open(const QString &file);
    /// Writes a file whole or not at all; saved() or failed() follows.
    void save(std::shared_ptr<const Run> run, const QString &file);

Q_SIGNALS:
    /// `file` with its whole path.
    void opened(const QString &file, const awaitscope::Lesson *lesson, const std::shared_ptr<const awaitscope::Run> &run);
    void saved(const QString &file);
    void failed(const awaitscope::Problem &problem);

private:
    void start(std::function<void()> work);

    const std::vector<Lesson> &course_;
    std::unique_ptr<QThread> thread_;
    QObject *worker_; ///< lives on the thread
    quint64 latest_ = 0; ///< of the files asked for
};

} // namespace awaitscope
