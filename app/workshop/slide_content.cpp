// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workshop/slide_content.h"

#include <QCoreApplication>

#include <algorithm>

namespace awaitscope {

namespace {

struct SlideText
{
    Q_DECLARE_TR_FUNCTIONS(Slide)
};

using Kind = SlideBlock::Kind;

SlideBlock block(Kind kind, const QString &text)
{
    return {kind, text, 0, 0, 0, false};
}

void addAnswers(std::vector<SlideBlock> &blocks, const Stage &stage, bool tellRight)
{
    const Deck &deck = stage.deck();
    const std::size_t entry = stage.slide().entry;
    const LessonQuestion &question = deck.lesson(entry).text.question;
    const std::vector<int> tally = deck.tally(entry);
    for (int i = 0; i < static_cast<int>(question.answers.size()); ++i) {
        SlideBlock answer = block(Kind::Answer, stage.filled(question.answers[i]));
        answer.number = i + 1;
        answer.votes = tally[static_cast<std::size_t>(i)];
        answer.allVotes = deck.votes(entry);
        answer.right = tellRight && i == question.right;
        blocks.push_back(answer);
    }
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
        blocks = {block(Kind::Title, text.title), block(Kind::Lead, stage.filled(text.opening))};
        break;
    case SlideKind::Question: {
        blocks = {block(Kind::Lead, stage.filled(text.question.text))};
        addAnswers(blocks, stage, false);
        const int votes = stage.deck().votes(slide.entry);
        blocks.push_back(block(Kind::Hint,
            votes == 0       ? SlideText::tr("Each press of 1 to %1 counts a vote.").arg(text.question.answers.size())
                : votes == 1 ? SlideText::tr("1 vote. Backspace takes it back.")
                             : SlideText::tr("%1 votes. Backspace takes the last one back.").arg(votes)));
        break;
    }
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
        QString line = SlideText::tr("Answer %1: %2").arg(each.number).arg(each.text);
        if (each.allVotes > 0)
            line += u' ' + (each.votes == 1 ? SlideText::tr("1 vote.") : SlideText::tr("%1 votes.").arg(each.votes));
        if (each.right)
            line += u' ' + SlideText::tr("This came true.");
        words << line;
    }
    return words.join(u'\n');
}

} // namespace awaitscope
