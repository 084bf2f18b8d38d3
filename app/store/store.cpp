// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/store.h"

#include "app/store/progress_table.h"
#include "app/store/run_table.h"
#include "app/store/store_worker.h"

#include <QJsonDocument>

#include <optional>

namespace awaitscope {

namespace {

constexpr qsizetype longestName = 200, longestNote = 20'000; // letters

QDateTime now()
{
    return QDateTime::currentDateTimeUtc();
}

/// An answer that is there at once.
template <class T> Answer<T> refused(const Problem &problem)
{
    const Reply<T> reply;
    reply.give(problem);
    return reply.future();
}

std::optional<Problem> tooLong(const QString &text, qsizetype longest)
{
    if (text.size() <= longest)
        return std::nullopt;
    return Problem{QStringLiteral("text-long"),
        Store::tr("The text has %1 letters; accepted are up to %2.").arg(text.size()).arg(longest), {}};
}

/// Calls a function on the store's thread, with where its answer goes.
template <class T, class Function> Answer<T> onThread(StoreWorker *worker, Function function)
{
    const Reply<T> reply;
    QMetaObject::invokeMethod(worker, [reply, function = std::move(function)]() mutable { function(reply); });
    return reply.future();
}

template <class T> Answer<T> asked(StoreWorker *worker, Job::Kind kind, std::function<Result<T>(Database &)> question)
{
    return onThread<T>(worker, [worker, kind, question = std::move(question)](const Reply<T> &reply) mutable {
        worker->ask<T>(kind, std::move(question), reply);
    });
}

/// A change that is tried again where the file cannot be written for now.
Answer<Done> kept(StoreWorker *worker, std::function<void(Database &)> change)
{
    return asked<Done>(worker, Job::Kind::Kept, [change = std::move(change)](Database &database) -> Result<Done> {
        change(database);
        return Done();
    });
}

} // namespace

Store::Store(const QString &path, const StoreTimes &times, QObject *parent) :
    QObject(parent),
    worker_(new StoreWorker(path, times))
{
    thread_.setObjectName(QStringLiteral("store"));
    worker_->moveToThread(&thread_);
    connect(&thread_, &QThread::finished, worker_, &QObject::deleteLater);
    connect(worker_, &StoreWorker::problem, this, &Store::problem);
    connect(worker_, &StoreWorker::recovered, this, &Store::recovered);
    connect(worker_, &StoreWorker::runsChanged, this, &Store::runsChanged);
    connect(worker_, &StoreWorker::runKept, this, &Store::runKept);
    connect(worker_, &StoreWorker::tracesPruned, this, &Store::tracesPruned);
    thread_.start();
    QMetaObject::invokeMethod(worker_, &StoreWorker::begin);
}

Store::~Store()
{
    QMetaObject::invokeMethod(worker_, &StoreWorker::finish, Qt::BlockingQueuedConnection);
    thread_.quit();
    thread_.wait();
}

QString Store::standardPath(const QString &dataFolder)
{
    return dataFolder + QStringLiteral("/awaitscope.db");
}

Answer<RunNumber> Store::save(NewRun run)
{
    return save([run = std::move(run)] { return run; });
}

Answer<RunNumber> Store::save(std::function<NewRun()> make)
{
    return onThread<RunNumber>(
        worker_, [worker = worker_, make = std::move(make)](const Reply<RunNumber> &reply) { worker->save(make(), reply); });
}

Answer<std::vector<SavedRun>> Store::list(const RunFilter &filter)
{
    return onThread<std::vector<SavedRun>>(
        worker_, [worker = worker_, filter](const auto &reply) { worker->list(filter, reply); });
}

Answer<SavedRun> Store::find(RunNumber number)
{
    return onThread<SavedRun>(worker_, [worker = worker_, number](const auto &reply) { worker->find(number, reply); });
}

Answer<QByteArray> Store::loadTrace(RunNumber number)
{
    return onThread<QByteArray>(worker_, [worker = worker_, number](const auto &reply) { worker->loadTrace(number, reply); });
}

Answer<Done> Store::rename(RunNumber number, const QString &name)
{
    if (const auto problem = tooLong(name, longestName))
        return refused<Done>(*problem);
    return onThread<Done>(worker_, [worker = worker_, number, name](const auto &reply) { worker->rename(number, name, reply); });
}

Answer<Done> Store::setRunNote(RunNumber number, const QString &note)
{
    if (const auto problem = tooLong(note, longestNote))
        return refused<Done>(*problem);
    return onThread<Done>(worker_, [worker = worker_, number, note](const auto &reply) { worker->setNote(number, note, reply); });
}

Answer<Done> Store::remove(RunNumber number)
{
    return onThread<Done>(worker_, [worker = worker_, number](const auto &reply) { worker->setRemoved(number, true, reply); });
}

Answer<Done> Store::restore(RunNumber number)
{
    return onThread<Done>(worker_, [worker = worker_, number](const auto &reply) { worker->setRemoved(number, false, reply); });
}

Answer<std::vector<DurationPoint>> Store::durations(const QString &lesson)
{
    using Points = std::vector<DurationPoint>;
    return asked<Points>(
        worker_, Job::Kind::Read, [lesson](Database &database) { return Result<Points>(durationsOf(database, lesson)); });
}

Answer<std::vector<SavedPrediction>> Store::predictions()
{
    using Rows = std::vector<SavedPrediction>;
    return asked<Rows>(
        worker_, Job::Kind::Read, [](Database &database) { return Result<Rows>(awaitscope::predictions(database)); });
}

Answer<Done> Store::keepPrediction(const QString &lesson, const QString &content)
{
    if (const auto problem = tooLong(content, longestNote))
        return refused<Done>(*problem);
    QJsonParseError error;
    QJsonDocument::fromJson(content.toUtf8(), &error);
    if (error.error != QJsonParseError::NoError) {
        return refused<Done>({QStringLiteral("prediction-form"),
            tr("A prediction for %1 is no JSON: %2; accepted is one object or array.").arg(lesson, error.errorString()), lesson});
    }
    return kept(worker_, [row = SavedPrediction{lesson, content, now()}](Database &database) { putPrediction(database, row); });
}

Answer<std::vector<SavedStep>> Store::doneSteps()
{
    using Rows = std::vector<SavedStep>;
    return asked<Rows>(
        worker_, Job::Kind::Read, [](Database &database) { return Result<Rows>(awaitscope::doneSteps(database)); });
}

Answer<Done> Store::keepStep(const QString &lesson, const QString &step)
{
    return kept(worker_, [row = SavedStep{lesson, step, now()}](Database &database) { putStep(database, row); });
}

Answer<Done> Store::dropStep(const QString &lesson, const QString &step)
{
    return kept(worker_, [lesson, step](Database &database) { awaitscope::dropStep(database, lesson, step); });
}

Answer<std::vector<SavedNote>> Store::lessonNotes()
{
    using Rows = std::vector<SavedNote>;
    return asked<Rows>(
        worker_, Job::Kind::Read, [](Database &database) { return Result<Rows>(awaitscope::lessonNotes(database)); });
}

Answer<Done> Store::setLessonNote(const QString &lesson, const QString &text)
{
    if (const auto problem = tooLong(text, longestNote))
        return refused<Done>(*problem);
    return kept(worker_, [row = SavedNote{lesson, text, now()}](Database &database) { putNote(database, row); });
}

Answer<TraceLimits> Store::traceLimits()
{
    return asked<TraceLimits>(
        worker_, Job::Kind::Read, [](Database &database) { return Result<TraceLimits>(awaitscope::traceLimits(database)); });
}

Answer<Done> Store::setTraceLimits(const TraceLimits &limits)
{
    return onThread<Done>(worker_, [worker = worker_, limits](const auto &reply) { worker->setLimits(limits, reply); });
}

Answer<Transferred> Store::exportTo(const QString &file)
{
    return onThread<Transferred>(worker_, [worker = worker_, file](const auto &reply) { worker->exportTo(file, reply); });
}

Answer<Transferred> Store::importFrom(const QString &file)
{
    return onThread<Transferred>(worker_, [worker = worker_, file](const auto &reply) { worker->importFrom(file, reply); });
}

} // namespace awaitscope
