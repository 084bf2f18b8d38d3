// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/lesson_text_predict.h"

#include <QRegularExpression>

#include <algorithm>

namespace awaitscope::detail {

namespace {

/// "variant.duration", "variant.metric_ns" or "variant.function.ended", of a variant of the lesson.
QString measureName(int line, const QString &written, const QHash<QString, QString> &variants)
{
    const QStringList parts = written.split(u'.');
    const bool measure = parts.size() == 2 && (parts[1] == QLatin1String("duration") || parts[1].endsWith(QLatin1String("_ns")));
    if (!measure && parts.size() != 3)
        throw TextError{line,
            QStringLiteral("“%1” names no time; one is written {variant.duration}, {variant.metric_ns} or "
                           "{variant.function.ended}.")
                .arg(written)};
    if (!variants.contains(parts[0])) {
        QStringList known = variants.keys();
        known.sort();
        throw TextError{line,
            QStringLiteral("“%1” is no variant of the lesson; known are %2.").arg(parts[0], known.join(QLatin1String(", ")))};
    }
    return measure ? written : eventName(line, written);
}

void readAnswers(LessonQuestion &question, const TextLine &heading, const std::vector<TextLine> &list)
{
    for (TextLine &answer : parseList(list)) {
        static const QLatin1String mark("(true)");
        if (answer.text.endsWith(mark)) {
            if (question.right >= 0)
                throw TextError{answer.number, QStringLiteral("A second answer is marked as the true one.")};
            question.right = int(question.answers.size());
            answer.text = answer.text.chopped(mark.size()).trimmed();
        }
        question.answers.append(answer.text);
    }
    if (question.answers.size() < 2)
        throw TextError{heading.number, QStringLiteral("The question needs two answers or more.")};
    if (question.right < 0)
        throw TextError{heading.number, QStringLiteral("No answer is marked as the true one, by `(true)` at its end.")};
}

void readItems(
    LessonQuestion &question, const TextLine &heading, const std::vector<TextLine> &list, const QHash<QString, QString> &variants)
{
    static const QRegularExpression written(QStringLiteral("^(?:\\{([^{}]*)\\} to )?\\{([^{}]*)\\}: +(\\S.*)$"));
    const bool draw = question.kind == LessonQuestion::Kind::Draw;
    for (const TextLine &item : parseList(list)) {
        const auto match = written.match(item.text);
        if (!match.hasMatch())
            throw TextError{item.number,
                draw ? QStringLiteral(
                    "An item to draw is written `- {variant.duration}: name` or `- {variant.function.started} to "
                    "{variant.function.ended}: name`.")
                     : QStringLiteral("An item to order is written `- {variant.function.ended}: name`.")};
        const bool begins = match.hasCaptured(1);
        if (begins && !draw)
            throw TextError{item.number, QStringLiteral("An item to order has one time; two are for a bar to draw.")};
        question.items.push_back({match.captured(3), begins ? measureName(item.number, match.captured(1), variants) : QString(),
            measureName(item.number, match.captured(2), variants)});
    }
    const auto variantOf = [](const QuestionItem &item) { return item.end.section(u'.', 0, 0); };
    for (const QuestionItem &item : question.items) {
        if (!draw && variantOf(item) != variantOf(question.items.front()))
            throw TextError{
                heading.number, QStringLiteral("Items to order are of one variant: each variant has a time of its own.")};
    }
    if (question.items.size() < (draw ? 1 : 2) || question.items.size() > mostAnswers)
        throw TextError{heading.number,
            draw ? QStringLiteral("A question to draw needs one item or more, at most nine.")
                 : QStringLiteral("A question to order needs two items or more, at most nine.")};
}

} // namespace

LessonQuestion readQuestion(const TextLine &heading, std::vector<TextLine> lines, const QHash<QString, QString> &variants)
{
    LessonQuestion question;
    question.after = joinParagraphs(takeMarked(lines, QLatin1String("After:")));
    auto list = std::ranges::find_if(lines, [](const TextLine &line) { return line.text.startsWith(QLatin1String("- ")); });
    const auto kind = std::find_if(lines.begin(), list, [](const TextLine &line) {
        return line.text.trimmed() == QLatin1String("Order:") || line.text.trimmed() == QLatin1String("Draw:");
    });
    question.text = required(heading, "its question", joinParagraphs(std::vector<TextLine>(lines.begin(), kind)));
    if (kind != list) {
        question.kind = kind->text.startsWith(u'O') ? LessonQuestion::Kind::Order : LessonQuestion::Kind::Draw;
        readItems(question, heading, std::vector<TextLine>(list, lines.end()), variants);
    } else {
        readAnswers(question, heading, std::vector<TextLine>(list, lines.end()));
    }
    question.after = required(heading, "the paragraph `After: …`", question.after);
    return question;
}

} // namespace awaitscope::detail
