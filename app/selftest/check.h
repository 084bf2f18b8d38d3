// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

#include <chrono>
#include <vector>

namespace awaitscope {

/// What a check, or all of them together, say of this machine. From good to bad.
enum class Fitness {
    Fit,
    Limited, ///< Awaitscope works; the sentence tells what is not as it could be
    Unfit ///< Awaitscope, or a part of it, does not work here
};

/// "fit", "limited" or "unfit", as in the JSON report.
QString fitnessId(Fitness verdict);
/// "✓", "!" or "✕".
QString fitnessMark(Fitness verdict);
/// The verdict in a reader's language.
QString fitnessText(Fitness verdict);

/// What one check has found.
struct CheckResult
{
    Fitness verdict = Fitness::Fit;
    QString sentence; ///< with the measured numbers
    QString advice; ///< what to do about it; empty where all is well
    QJsonObject values; ///< the numbers for programs; the unit is in the name: "transaction_ns"
};

/// Where this program keeps what belongs to its user; see userFolders().
struct CheckedPlaces
{
    QString settings, data, state, cache; ///< folders
    QString store; ///< the file of the saved runs
};

/// What a check needs before it can begin.
enum class CheckNeeds {
    Nothing, ///< but a QCoreApplication
    Drawing, ///< a QGuiApplication without a display
    Display ///< a QGuiApplication with the display that the window would have
};

/// One check. Its function is called in a process of its own, on the main thread, with the application that it needs.
struct CheckSpec
{
    const char *id; ///< stable: "loopback"
    const char *title; ///< a source text of the context "Selftest"
    CheckNeeds needs;
    std::chrono::milliseconds limit; ///< after which the process is ended
    CheckResult (*run)(const CheckedPlaces &places);
};

/// All checks, in the order of the report.
const std::vector<CheckSpec> &checks();
/// The check of that id, or null.
const CheckSpec *findCheck(QStringView id);
/// Its title in a reader's language.
QString checkTitle(const CheckSpec &check);

} // namespace awaitscope
