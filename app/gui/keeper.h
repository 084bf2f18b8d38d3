// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/store.h"

#include <QHash>
#include <QStringList>
#include <QTimer>

#include <memory>

namespace awaitscope {

class Session;
class Settings;
struct Prediction;
struct Run;

/// Keeps what happens in a session: each run that was seen to its end, what was predicted, and the steps that were done; gives
/// predictions and steps back when the program starts again. Runs that replace one another while a setting is being changed count once:
/// the last of them is kept, as soon as the settings have come to rest, another lesson is opened, or flush() is called.
class Keeper : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive the keeper. What was kept comes to the session as soon as it is read.
    Keeper(Session &session, Store &store, QObject *parent = nullptr);
    ~Keeper() override;

    /// Keeps as many traces as the settings say, from now on and after each change. `settings` must outlive the keeper.
    void useSettings(const Settings &settings);

    /// Saves what waits for the settings to come to rest.
    void flush();

    /// The number of the run that is on screen; 0 where it was not saved yet.
    RunNumber latestRun() const { return latestNumber_; }

Q_SIGNALS:
    /// Something that the user should know of what is kept.
    void problem(const awaitscope::Problem &problem);
    /// One sentence that needs nobody to act.
    void told(const QString &sentence);
    /// The latest run is saved under that number.
    void runSaved(awaitscope::RunNumber number);

private:
    void applyLimit();
    void giveBack();
    void giveBackSteps(const std::vector<SavedStep> &steps);
    void keepSteps(const QString &lesson);
    void onRunFinished();

    Session &session_;
    Store &store_;
    const Settings *settings_ = nullptr;
    bool seen_ = false; ///< the run that plays is seen to play
    std::shared_ptr<const Run> waiting_; ///< for the settings to come to rest
    QDateTime waitingSince_;
    QTimer rest_;
    RunNumber latestNumber_;
    QHash<QString, QStringList> keptSteps_; ///< by lesson, what is on its way to the store or came from there
};

} // namespace awaitscope
