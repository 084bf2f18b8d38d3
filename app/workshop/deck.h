// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/runner.h"

namespace awaitscope {

enum class SlideKind {
    Opening, ///< what the lesson is about; nothing of its point
    Question, ///< the room votes
    Run,
    Pause, ///< the run stands at a cue of the speaker notes
    Answer, ///< with the room's votes beside it
    Takeaway, ///< the point, and what to remember
    End, ///< behind the last lesson
};

/// One thing that is shown at a time.
struct Slide
{
    SlideKind kind = SlideKind::End;
    std::size_t entry = 0; ///< position of the lesson in the deck; their number for the end
    std::size_t cue = 0; ///< of a pause: position of its note in LessonText::speakerNotes; else 0

    auto operator<=>(const Slide &) const = default;
};

/// The slides of a show, where it stands, and what the room has voted. Knows neither widgets nor time. Pauses exist once the run of
/// their lesson does, and only those whose event occurs in it.
class Deck
{
public:
    /// One request for each lesson to be shown; at least one.
    explicit Deck(std::vector<RunRequest> requests);

    std::size_t entryCount() const { return entries_.size(); }
    const RunRequest &request(std::size_t entry) const { return entries_[entry].request; }
    const Lesson &lesson(std::size_t entry) const { return *entries_[entry].request.lesson; }
    /// Null until there is one.
    std::shared_ptr<const Run> run(std::size_t entry) const { return entries_[entry].run; }
    /// A lesson has run. A show that stood at a pause which this run does not have stands at the run then.
    void setRun(std::size_t entry, std::shared_ptr<const Run> run);

    const Slide &slide() const { return slide_; }
    /// The slides of one lesson, in order.
    std::vector<Slide> slidesOf(std::size_t entry) const;
    /// What next() leads to; the slide itself where it leads nowhere: behind the end, and past a run that is not there.
    Slide following() const;
    /// False where it leads nowhere.
    bool next();
    bool back();
    void toFirst();
    void toLast();
    /// Position of the slide among those of its lesson, from 0.
    std::size_t position() const;

    /// How many answers of a lesson's question can be voted for: what is chosen, or which of what is ordered comes last. What is
    /// drawn has no votes.
    int choices(std::size_t entry) const;
    /// Adds a vote. Only while the question is shown, for one of its answers; false otherwise.
    bool vote(int answer);
    /// Takes the latest vote of the question that is shown back; false where there is none.
    bool takeVoteBack();
    /// Votes for each answer of a lesson's question.
    std::vector<int> tally(std::size_t entry) const;
    int votes(std::size_t entry) const { return static_cast<int>(entries_[entry].votes.size()); }

    /// What the speaker has to say at a slide; Markdown, with placeholders.
    QStringList notes(const Slide &slide) const;
    /// The event at which a pause stops, by its name.
    QString eventOf(const Slide &pause) const;

private:
    struct Entry
    {
        RunRequest request;
        std::shared_ptr<const Run> run;
        std::vector<int> votes; ///< answers, in the order of the votes
    };

    bool go(const Slide &slide);
    bool exists(const Slide &pause) const;

    std::vector<Entry> entries_;
    Slide slide_;
};

} // namespace awaitscope
