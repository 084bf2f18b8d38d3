// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/keeper.h"

#include "app/common/run_record.h"
#include "app/gui/session.h"
#include "app/gui/settings.h"
#include "app/store/when_there.h"

#include <utility>

namespace awaitscope {

namespace {

constexpr int restLength = 1500; // ms without another run, after which a setting is no longer being changed

} // namespace

Keeper::Keeper(Session &session, Store &store, QObject *parent) : QObject(parent), session_(session), store_(store)
{
    rest_.setSingleShot(true);
    rest_.setInterval(restLength);
    connect(&rest_, &QTimer::timeout, this, &Keeper::flush);
    connect(&session, &Session::lessonOpened, this, [this] {
        flush();
        latestNumber_ = {};
    });
    connect(&session, &Session::runningChanged, this, [this](bool running) { seen_ = seen_ || running; });
    connect(&session, &Session::runFinished, this, &Keeper::onRunFinished);
    connect(&session, &Session::stepsChanged, this, &Keeper::keepSteps);
    connect(&session, &Session::predictionSettled, this, [&store](const QString &lesson, const Prediction &prediction) {
        store.keepPrediction(lesson, QString::fromUtf8(toJson(prediction)));
    });
    connect(&store, &Store::problem, this, [this](Problem problem) {
        if (problem.severity == Severity::Error)
            problem.sentence += QLatin1Char(' ') + tr("New runs stay in memory until the window is closed.");
        Q_EMIT this->problem(problem);
    });
    connect(&store, &Store::recovered, this, [this] { Q_EMIT told(tr("The runs that waited in memory are saved")); });
    connect(&store, &Store::tracesPruned, this, [this](int count) {
        Q_EMIT told(count == 1 ? tr("To stay within the limit, the trace of an old run was let go")
                               : tr("To stay within the limit, the traces of %1 old runs were let go").arg(count));
    });
    giveBack();
}

Keeper::~Keeper()
{
    flush();
}

void Keeper::useSettings(const Settings &settings)
{
    settings_ = &settings;
    connect(&settings, &Settings::changed, this, &Keeper::applyLimit);
    applyLimit();
}

void Keeper::applyLimit()
{
    whenThere(this, store_.traceLimits(), [this](const Result<TraceLimits> &limits) {
        if (!limits || limits.value().count == settings_->savedTraces())
            return;
        TraceLimits wanted = limits.value();
        wanted.count = settings_->savedTraces();
        store_.setTraceLimits(wanted);
    });
}

void Keeper::giveBack()
{
    whenThere(this, store_.predictions(), [this](const Result<std::vector<SavedPrediction>> &predictions) {
        if (!predictions)
            return;
        for (const SavedPrediction &kept : predictions.value()) {
            if (const Lesson *lesson = findLesson(kept.lesson))
                session_.restorePrediction(*lesson, predictionFromJson(kept.content.toUtf8()));
        }
    });
    whenThere(this, store_.doneSteps(), [this](const Result<std::vector<SavedStep>> &steps) {
        if (steps)
            giveBackSteps(steps.value());
    });
}

void Keeper::giveBackSteps(const std::vector<SavedStep> &steps)
{
    for (const SavedStep &step : steps)
        keptSteps_[step.lesson].append(step.step);
    const QHash<QString, QStringList> kept = keptSteps_; // the session tells of each change, which adds to it
    for (auto lesson = kept.constBegin(); lesson != kept.constEnd(); ++lesson) {
        // What was done until they came counts as well.
        session_.setStepsDone(lesson.key(), StepsDone(lesson.value() + session_.stepsDone(lesson.key()).ids()));
    }
}

void Keeper::keepSteps(const QString &lesson)
{
    for (const QString &step : session_.stepsDone(lesson).ids()) {
        if (keptSteps_.value(lesson).contains(step))
            continue;
        keptSteps_[lesson].append(step);
        store_.keepStep(lesson, step);
    }
}

void Keeper::onRunFinished()
{
    const std::shared_ptr<const Run> run = session_.latest();
    const bool seen = std::exchange(seen_, false);
    if (!run || run->cancelled || run->variants.empty())
        return;
    if (seen)
        flush();
    waiting_ = run;
    waitingSince_ = QDateTime::currentDateTimeUtc();
    latestNumber_ = {};
    seen ? flush() : rest_.start();
}

void Keeper::flush()
{
    rest_.stop();
    const std::shared_ptr<const Run> run = std::exchange(waiting_, nullptr);
    if (!run)
        return;
    // What fails is told by the store, as it concerns the file.
    auto answer = store_.save([run, time = waitingSince_] { return recordOf(*run, time); });
    whenThere(this, std::move(answer), [this, run](const Result<RunNumber> &number) {
        if (!number || session_.latest() != run)
            return;
        latestNumber_ = number.value();
        Q_EMIT runSaved(latestNumber_);
    });
}

} // namespace awaitscope
