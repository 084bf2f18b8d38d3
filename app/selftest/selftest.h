// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/selftest/selftest_report.h"

#include <QObject>
#include <QProcess>
#include <QTimer>

namespace awaitscope {

/// Where this program keeps its user's files, as userFolders() has them.
CheckedPlaces checkedPlaces();

/// Carries out checks one after another, each in a process of its own: one that crashes or hangs is told of, and the others go on.
/// Never blocks; needs an event loop.
class SelftestRun : public QObject
{
    Q_OBJECT

public:
    /// `program` is this program's file: what is started for each check. `chosen` are ids of checks; empty: all.
    SelftestRun(const QString &program, const CheckedPlaces &places, const QStringList &chosen = {}, QObject *parent = nullptr);
    ~SelftestRun() override;

    /// The language of the sentences; without it, that of the command line.
    void setLanguage(const QString &code) { language_ = code; }
    /// The longest that a check may take, in place of its own limit.
    void setLimit(std::chrono::milliseconds limit) { limit_ = limit; }
    void start();

    /// The checks that are or will be carried out, in their order.
    const std::vector<const CheckSpec *> &planned() const { return planned_; }
    /// What was found so far.
    const std::vector<CheckedItem> &items() const { return items_; }
    bool isFinished() const { return items_.size() == planned_.size(); }

Q_SIGNALS:
    /// One more of items() is there.
    void checked(const awaitscope::CheckedItem &item);
    void finished();

private:
    void next();
    void ended();
    void take(CheckResult result);

    const QString program_;
    const CheckedPlaces places_;
    QString language_;
    std::optional<std::chrono::milliseconds> limit_;
    std::vector<const CheckSpec *> planned_;
    std::vector<CheckedItem> items_;
    QProcess process_;
    QTimer watch_;
    bool late_ = false;
};

} // namespace awaitscope
