// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/lesson_text.h"
#include "lessons/catalog/run.h"

#include <QByteArray>
#include <QMap>

#include <map>
#include <optional>

namespace awaitscope {

/// A stretch of a variant's time, from its own zero on.
struct PredictedSpan
{
    Ns begin{0};
    Ns end{0};
    bool operator==(const PredictedSpan &) const = default;
};

/// What a reader expects of a lesson's first run. Positions are those in the lesson's question.
struct Prediction
{
    LessonQuestion::Kind kind = LessonQuestion::Kind::Choose;
    int choice = -1; ///< position of the answer; -1: none
    std::vector<int> order; ///< positions of the items, what comes first first
    std::map<int, PredictedSpan> spans; ///< the bars that were drawn, by position of the item
    bool skipped = false;
    /// The parameters, by text, of the run that it was made for; empty until that has begun.
    QMap<QString, QString> settings;

    /// True where nothing was answered.
    bool isEmpty() const { return choice < 0 && order.empty() && spans.empty(); }
    bool operator==(const Prediction &) const = default;
};

/// The parameters of a run as a prediction keeps them.
QMap<QString, QString> settingsOf(const ParameterSet &parameters);

/// A prediction as one line of JSON.
QByteArray toJson(const Prediction &prediction);
/// Reads it back. What is unknown, out of range or of another type is left out: never a failure.
Prediction predictionFromJson(const QByteArray &json);

/// One item, as it was and as it was predicted.
struct JudgedItem
{
    QString label;
    std::optional<PredictedSpan> predicted; ///< of a question to draw
    std::optional<PredictedSpan> truth; ///< nothing where the run has no such time; `begin` is 0 of what is only to be ordered
    int place = 0; ///< in time, from 1; 0: it did not happen. Several that happen at once have the same
    int predictedPlace = 0; ///< 0: none
};

/// A prediction beside the run that followed.
struct JudgedPrediction
{
    bool right = false; ///< what was drawn is right within a tenth, or 10 ms where that is more
    std::vector<JudgedItem> items; ///< in the order of the question; empty of a question to choose
    QStringList sentences; ///< "You drew B 310 ms. It took 197 ms."; of a prediction that is empty just what was
};

/// Compares a prediction with a run. The truth comes from the record alone.
JudgedPrediction judgePrediction(const LessonQuestion &question, const Prediction &prediction, const Run &run);

} // namespace awaitscope
