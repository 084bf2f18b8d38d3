// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workshop/deck.h"

#include "lessons/catalog/event_names.h"

#include <algorithm>

namespace awaitscope {

namespace {

const QString beforeRun = QStringLiteral("before run");

bool isEvent(const SpeakerNote &note)
{
    return !note.pauseAt.isEmpty() && note.pauseAt != beforeRun;
}

} // namespace

Deck::Deck(std::vector<RunRequest> requests)
{
    for (RunRequest &request : requests)
        entries_.push_back({std::move(request), {}, {}});
    toFirst();
}

void Deck::setRun(std::size_t entry, std::shared_ptr<const Run> run)
{
    entries_[entry].run = std::move(run);
    if (slide_.kind == SlideKind::Pause && !exists(slide_))
        slide_ = {SlideKind::Run, slide_.entry, 0};
}

bool Deck::exists(const Slide &pause) const
{
    const auto &run = entries_[pause.entry].run;
    return run && findEvent(*run, eventOf(pause));
}

std::vector<Slide> Deck::slidesOf(std::size_t entry) const
{
    std::vector<Slide> slides;
    const auto add = [&](SlideKind kind, std::size_t cue = 0) { slides.push_back({kind, entry, cue}); };
    if (entry >= entries_.size()) {
        add(SlideKind::End);
        return slides;
    }
    const LessonText &text = lesson(entry).text;
    const bool asks = !text.question.text.isEmpty();
    add(SlideKind::Opening);
    if (asks)
        add(SlideKind::Question);
    add(SlideKind::Run);
    for (std::size_t i = 0; i < text.speakerNotes.size(); ++i) {
        if (isEvent(text.speakerNotes[i]) && exists({SlideKind::Pause, entry, i}))
            add(SlideKind::Pause, i);
    }
    if (asks)
        add(SlideKind::Answer);
    add(SlideKind::Takeaway);
    return slides;
}

std::size_t Deck::position() const
{
    const auto slides = slidesOf(slide_.entry);
    return static_cast<std::size_t>(std::ranges::find(slides, slide_) - slides.begin());
}

Slide Deck::following() const
{
    if (slide_.kind == SlideKind::End || (slide_.kind == SlideKind::Run && !entries_[slide_.entry].run))
        return slide_;
    const auto slides = slidesOf(slide_.entry);
    const std::size_t here = position();
    return here + 1 < slides.size() ? slides[here + 1] : slidesOf(slide_.entry + 1).front();
}

bool Deck::next()
{
    return go(following());
}

bool Deck::back()
{
    if (const std::size_t here = position(); here > 0)
        return go(slidesOf(slide_.entry)[here - 1]);
    return slide_.entry > 0 && go(slidesOf(slide_.entry - 1).back());
}

void Deck::toFirst()
{
    slide_ = slidesOf(0).front();
}

void Deck::toLast()
{
    slide_ = slidesOf(entries_.size()).front();
}

bool Deck::go(const Slide &slide)
{
    const bool moves = slide != slide_;
    slide_ = slide;
    return moves;
}

int Deck::choices(std::size_t entry) const
{
    const LessonQuestion &question = lesson(entry).text.question;
    if (question.kind == LessonQuestion::Kind::Order)
        return static_cast<int>(question.items.size());
    return static_cast<int>(question.answers.size());
}

bool Deck::vote(int answer)
{
    if (slide_.kind != SlideKind::Question || answer < 0 || answer >= choices(slide_.entry))
        return false;
    entries_[slide_.entry].votes.push_back(answer);
    return true;
}

bool Deck::takeVoteBack()
{
    if (slide_.kind != SlideKind::Question || entries_[slide_.entry].votes.empty())
        return false;
    entries_[slide_.entry].votes.pop_back();
    return true;
}

std::vector<int> Deck::tally(std::size_t entry) const
{
    std::vector<int> counts(static_cast<std::size_t>(choices(entry)));
    for (const int answer : entries_[entry].votes)
        ++counts[static_cast<std::size_t>(answer)];
    return counts;
}

QStringList Deck::notes(const Slide &slide) const
{
    QStringList notes;
    if (slide.kind == SlideKind::End)
        return notes;
    const auto &all = lesson(slide.entry).text.speakerNotes;
    const bool asks = !lesson(slide.entry).text.question.text.isEmpty();
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Slide pause{SlideKind::Pause, slide.entry, i};
        const bool missing = isEvent(all[i]) && entries_[slide.entry].run && !exists(pause);
        const bool told = all[i].pauseAt == beforeRun ? slide.kind == (asks ? SlideKind::Question : SlideKind::Opening)
            : !isEvent(all[i])                        ? slide.kind == SlideKind::Takeaway
            : missing                                 ? slide.kind == SlideKind::Run
                                                      : slide == pause;
        if (told)
            notes << all[i].text;
    }
    return notes;
}

QString Deck::eventOf(const Slide &pause) const
{
    return lesson(pause.entry).text.speakerNotes[pause.cue].pauseAt;
}

} // namespace awaitscope
