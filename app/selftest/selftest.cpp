// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/selftest/selftest.h"

#include "app/selftest/check_process.h"
#include "app/selftest/checks.h"
#include "app/store/store.h"
#include "lessons/trace/user_folders.h"

#include <QDir>
#include <QProcessEnvironment>

namespace awaitscope {

CheckedPlaces checkedPlaces()
{
    const UserFolders folders = userFolders();
    return {folders.config, folders.data, folders.state, folders.cache, Store::standardPath()};
}

SelftestRun::SelftestRun(const QString &program, const CheckedPlaces &places, const QStringList &chosen, QObject *parent) :
    QObject(parent),
    program_(program),
    places_(places)
{
    for (const CheckSpec &check : checks()) {
        if (chosen.isEmpty() || chosen.contains(QLatin1String(check.id)))
            planned_.push_back(&check);
    }
    watch_.setSingleShot(true);
    process_.setStandardErrorFile(QProcess::nullDevice());
    process_.setStandardInputFile(QProcess::nullDevice());
    connect(&watch_, &QTimer::timeout, this, [this] {
        late_ = true;
        process_.kill();
    });
    connect(&process_, &QProcess::finished, this, &SelftestRun::ended);
    connect(&process_, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            ended();
    });
}

SelftestRun::~SelftestRun()
{
    process_.disconnect(this);
    if (process_.state() != QProcess::NotRunning) {
        process_.kill();
        process_.waitForFinished();
    }
}

void SelftestRun::start()
{
    next();
}

void SelftestRun::next()
{
    if (isFinished()) {
        Q_EMIT finished();
        return;
    }
    const CheckSpec &check = *planned_[items_.size()];
    if (!language_.isEmpty()) {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("AWAITSCOPE_LANGUAGE"), language_);
        process_.setProcessEnvironment(environment);
    }
    late_ = false;
    watch_.start(limit_.value_or(check.limit));
    process_.start(program_, checkArguments(check, places_), QIODevice::ReadOnly);
}

void SelftestRun::ended()
{
    watch_.stop();
    const QList<QByteArray> lines = process_.readAllStandardOutput().trimmed().split('\n');
    if (const auto told = decodeResult(lines.last()); told && !late_)
        return take(*told);
    CheckResult result;
    result.verdict = Fitness::Unfit;
    const double limit = std::chrono::duration<double>(limit_.value_or(planned_[items_.size()]->limit)).count();
    result.sentence = late_                            ? Selftest::tr("gave no answer within %1 s").arg(limit)
        : process_.error() == QProcess::FailedToStart  ? Selftest::tr("could not begin: %1").arg(process_.errorString())
        : process_.exitStatus() == QProcess::CrashExit ? Selftest::tr("ended by a crash")
                                                       : Selftest::tr("ended without an answer");
    result.advice = Selftest::tr("Test again; if it stays so, pass this report on to the authors of Awaitscope.");
    take(result);
}

void SelftestRun::take(CheckResult result)
{
    items_.push_back({planned_[items_.size()], withoutHome(result, QDir::homePath())});
    Q_EMIT checked(items_.back());
    QMetaObject::invokeMethod(this, &SelftestRun::next, Qt::QueuedConnection);
}

} // namespace awaitscope
