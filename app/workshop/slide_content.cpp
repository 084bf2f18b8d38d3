// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workshop/slide_content.h"

#include "lessons/catalog/planned_length.h"
#include "lessons/catalog/prediction.h"
#include "lessons/trace/caption.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace awaitscope {

namespace {

struct SlideText
{
    Q_DECLARE_TR_FUNCTIONS(Slide)
};

using Kind = SlideBlock::Kind;

SlideBlock block(Kind kind, const QString &text)
{
    SlideBlock block;
    block.kind = kind;
    block.text = text;
    return block;
}

/// An answer or an item with the room's votes for it.
SlideBlock voted(const QString &text, int number, const Deck &deck, std::size_t entry, int choice)
{
    SlideBlock answer = block(Kind::Answer, text);
    answer.badge = QString::number(number);
    if (const int all = deck.votes(entry); all > 0) {
        const int votes = deck.tally(entry)[static_cast<std::size_t>(choice)];
        answer.track = true;
        answer.to = static_cast<double>(votes) / all;
        answer.value = QString::number(votes);
        answer.spoken = votes == 1 ? SlideText::tr("1 vote.") : SlideText::tr("%1 votes.").arg(votes);
    }
    return answer;
}

/// In the order of the question; once the lesson has run, in the order in which it happened.
void addOrdered(std::vector<SlideBlock> &blocks, const Stage &stage, const JudgedPrediction *was)
{
    const Deck &deck = stage.deck();
    const std::size_t entry = stage.slide().entry;
    const auto &items = deck.lesson(entry).text.question.items;
    std::vector<int> order(items.size());
    std::iota(order.begin(), order.end(), 0);
    const auto place = [was](int item) { return was->items[static_cast<std::size_t>(item)].place; };
    const int last = was && !order.empty() ? place(*std::ranges::max_element(order, {}, place)) : 0;
    if (was) // what did not happen stands at the end
        std::ranges::stable_sort(order, {}, [&](int item) { return place(item) > 0 ? place(item) : last + 1; });
    for (const int item : order) {
        SlideBlock line = voted(items[static_cast<std::size_t>(item)].label, item + 1, deck, entry, item);
        if (was) {
            line.badge = place(item) > 0 ? SlideText::tr("%1.").arg(place(item)) : QStringLiteral("–");
            line.right = last > 0 && place(item) == last;
        }
        blocks.push_back(line);
    }
}

/// Tracks to draw on; once the lesson has run, with the bars as they were.
void addDrawn(std::vector<SlideBlock> &blocks, const Stage &stage, const JudgedPrediction *was)
{
    const std::size_t entry = stage.slide().entry;
    const LessonQuestion &question = stage.deck().lesson(entry).text.question;
    const auto &items = question.items;
    // The tracks are as long as when the room drew on them, if no bar is longer.
    Ns longest = roomToDraw(question, stage.deck().request(entry).parameters).value_or(Ns(1));
    for (std::size_t i = 0; was && i < items.size(); ++i) {
        if (was->items[i].truth)
            longest = std::max(longest, was->items[i].truth->end);
    }
    for (std::size_t i = 0; i < items.size(); ++i) {
        SlideBlock line = block(Kind::Answer, items[i].label);
        line.track = true;
        if (was && was->items[i].truth) {
            const PredictedSpan truth = *was->items[i].truth;
            const auto share
                = [longest](Ns time) { return static_cast<double>(time.count()) / static_cast<double>(longest.count()); };
            line.from = share(truth.begin);
            line.to = share(truth.end);
            line.value = items[i].begin.isEmpty()
                ? readableLength(truth.end)
                : SlideText::tr("%1 to %2").arg(readableLength(truth.begin), readableLength(truth.end));
            line.spoken = line.value;
        } else if (was) {
            line.value = QStringLiteral("–");
            line.spoken = SlideText::tr("It did not come about in this run.");
        }
        blocks.push_back(line);
    }
}

void addAnswers(std::vector<SlideBlock> &blocks, const Stage &stage, bool tellRight)
{
    const Deck &deck = stage.deck();
    const std::size_t entry = stage.slide().entry;
    const LessonQuestion &question = deck.lesson(entry).text.question;
    std::optional<JudgedPrediction> was;
    if (tellRight)
        was = judgePrediction(question, {}, *deck.run(entry));
    if (question.kind == LessonQuestion::Kind::Order)
        return addOrdered(blocks, stage, was ? &*was : nullptr);
    if (question.kind == LessonQuestion::Kind::Draw)
        return addDrawn(blocks, stage, was ? &*was : nullptr);
    for (int i = 0; i < static_cast<int>(question.answers.size()); ++i) {
        SlideBlock answer = voted(stage.filled(question.answers[i]), i + 1, deck, entry, i);
        answer.right = tellRight && i == question.right;
        if (answer.right)
            answer.badge = QStringLiteral("✓");
        blocks.push_back(answer);
    }
}

QString hint(const Deck &deck, std::size_t entry)
{
    const int votes = deck.votes(entry);
    if (votes > 0)
        return votes == 1 ? SlideText::tr("1 vote. Backspace takes it back.")
                          : SlideText::tr("%1 votes. Backspace takes the last one back.").arg(votes);
    const LessonQuestion &question = deck.lesson(entry).text.question;
    switch (question.kind) {
    case LessonQuestion::Kind::Draw:
        if (const auto room = roomToDraw(question, deck.request(entry).parameters))
            return SlideText::tr("Each line is %1 long. P takes the pen: draw the bars that the room expects.")
                .arg(readableLength(*room));
        return SlideText::tr("P takes the pen: draw the bars that the room expects.");
    case LessonQuestion::Kind::Order:
        return SlideText::tr("What comes last? Each press of 1 to %1 counts a vote.").arg(deck.choices(entry));
    case LessonQuestion::Kind::Choose:
        break;
    }
    return SlideText::tr("Each press of 1 to %1 counts a vote.").arg(deck.choices(entry));
}

} // namespace

std::vector<SlideBlock> slideContent(const Stage &stage)
{
    const Slide &slide = stage.slide();
    std::vector<SlideBlock> blocks;
    if (slide.kind == SlideKind::End) {
        blocks
            = {block(Kind::Title, SlideText::tr("The end")), block(Kind::Hint, SlideText::tr("Page Up goes back, Escape ends."))};
        return blocks;
    }
    const LessonText &text = stage.deck().lesson(slide.entry).text;
    const bool hasRun = stage.deck().run(slide.entry) != nullptr;
    switch (slide.kind) {
    case SlideKind::Opening:
        blocks = {block(Kind::Title, text.title), block(Kind::Opening, stage.filled(text.opening))};
        break;
    case SlideKind::Question:
        blocks = {block(Kind::Lead, stage.filled(text.question.text))};
        addAnswers(blocks, stage, false);
        blocks.push_back(block(Kind::Hint, hint(stage.deck(), slide.entry)));
        break;
    case SlideKind::Answer:
        addAnswers(blocks, stage, hasRun);
        blocks.push_back(block(Kind::Text,
            hasRun ? stage.filled(text.question.after)
                   : SlideText::tr("The lesson has not run yet, so there is no answer to show.")));
        break;
    case SlideKind::Takeaway:
        blocks = {block(Kind::Lead, stage.filled(text.point)), block(Kind::Text, stage.filled(text.takeaway))};
        break;
    default:
        break;
    }
    return blocks;
}

QString slideName(const Deck &deck, const Slide &slide)
{
    switch (slide.kind) {
    case SlideKind::Opening:
        return SlideText::tr("Opening");
    case SlideKind::Question:
        return SlideText::tr("Question");
    case SlideKind::Run:
        return SlideText::tr("Run");
    case SlideKind::Pause: {
        int number = 0;
        for (const Slide &each : deck.slidesOf(slide.entry))
            number += each.kind == SlideKind::Pause && each.cue <= slide.cue ? 1 : 0;
        return SlideText::tr("Pause %1").arg(number);
    }
    case SlideKind::Answer:
        return SlideText::tr("Answer");
    case SlideKind::Takeaway:
        return SlideText::tr("Takeaway");
    case SlideKind::End:
        break;
    }
    return SlideText::tr("The end");
}

QString slideWords(const std::vector<SlideBlock> &blocks)
{
    QStringList words;
    for (const SlideBlock &each : blocks) {
        if (each.kind != Kind::Answer) {
            words << each.text;
            continue;
        }
        QString line = each.badge.isEmpty() ? each.text : SlideText::tr("%1: %2").arg(each.badge, each.text);
        if (!each.spoken.isEmpty())
            line += u' ' + each.spoken;
        if (each.right)
            line += u' ' + SlideText::tr("This came true.");
        words << line;
    }
    return words.join(u'\n');
}

} // namespace awaitscope
