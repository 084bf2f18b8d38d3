// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/filled_text.h"

#include "lessons/catalog/event_names.h"

#include <QRegularExpression>

namespace awaitscope {

namespace {

/// Leaves out sentences about variants that the run does not have.
QString filledSentences(const QString &text, const Run &run)
{
    static const QRegularExpression betweenSentences(QStringLiteral("(?<=[.:?])\\s+(?=[A-Z{])"));
    const QChar unknown(u'…');
    QStringList known;
    for (const QString &sentence : text.split(betweenSentences)) {
        const QString words = fillPlaceholders(sentence, run);
        if (!words.contains(unknown) || sentence.contains(unknown))
            known << words;
    }
    return known.isEmpty() ? fillPlaceholders(text, run) : known.join(u' ');
}

} // namespace

QString filledText(const QString &text, const ParameterSet &parameters, const Run *run)
{
    const QString words = run ? filledSentences(text, *run) : fillPlaceholders(text, parameters);
    static const QRegularExpression beforeUnit(QStringLiteral("(\\d) (ms|s|µs)\\b"));
    return QString(words).replace(beforeUnit, QStringLiteral("\\1\u00a0\\2"));
}

} // namespace awaitscope
