// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/palette_sources.h"

#include "app/gui/action_group.h"
#include "app/gui/lesson_search.h"
#include "app/gui/parameter_panel.h"
#include "app/gui/session.h"

#include <QAction>
#include <QCoreApplication>
#include <QHash>
#include <QPointer>

#include <algorithm>
#include <array>

namespace awaitscope {

namespace {

struct Sources
{
    Q_DECLARE_TR_FUNCTIONS(awaitscope::Palette)
};

constexpr int mostRecent = 5;
constexpr std::size_t mostPassages = 8;
constexpr int lessPerDetail = 600; // of rank, where only what stands beside the title fits

/// By their keys, which stay when actions are worded anew.
const std::array wantedMost{QKeySequence(Qt::Key_Space), QKeySequence(Qt::CTRL | Qt::Key_E), QKeySequence(Qt::Key_F5),
    QKeySequence(Qt::Key_T), QKeySequence(Qt::CTRL | Qt::Key_T), QKeySequence(Qt::Key_F1)};

QString groupOf(const Lesson &lesson)
{
    switch (lesson.group) {
    case LessonGroup::Patterns:
        return Sources::tr("Patterns");
    case LessonGroup::Pitfalls:
        return Sources::tr("Pitfalls");
    case LessonGroup::Practice:
        return Sources::tr("Practice");
    }
    return {};
}

/// "250 ms" of "getUser 250 ms", and "getUser"; longest value first.
std::vector<std::pair<QString, QString>> splitAtValue(const QString &query)
{
    std::vector<std::pair<QString, QString>> result;
    QString even = query;
    even.replace(u'=', u' ');
    const QStringList words = even.split(u' ', Qt::SkipEmptyParts);
    for (qsizetype last = std::min<qsizetype>(2, words.size() - 1); last > 0; --last) {
        const qsizetype at = words.size() - last;
        result.emplace_back(words.mid(0, at).join(u' '), words.mid(at).join(QString()));
    }
    return result;
}

} // namespace

LessonSource::LessonSource(
    const std::vector<Lesson> &course, std::function<QStringList()> recent, std::function<void(const Lesson &)> open) :
    course_(course),
    recent_(std::move(recent)),
    open_(std::move(open))
{
}

PaletteItem LessonSource::itemFor(const Lesson &lesson, PaletteGroup group) const
{
    PaletteItem item;
    item.group = group;
    item.title = composed(lesson.text.title);
    item.detail = groupOf(lesson);
    item.choose = [open = open_, &lesson] { open(lesson); };
    return item;
}

QVector<PaletteItem> LessonSource::items(const QString &query)
{
    QVector<PaletteItem> items;
    if (query.isEmpty()) {
        for (const QString &id : recent_().mid(0, mostRecent)) {
            const auto lesson = std::ranges::find(course_, id, &Lesson::id);
            if (lesson != course_.end())
                items.append(itemFor(*lesson, PaletteGroup::Recent));
        }
        return items;
    }
    const MatchQuery wanted(query);
    for (const Lesson &lesson : course_) {
        PaletteItem item = itemFor(lesson, PaletteGroup::Lessons);
        if (auto match = matchText(folded(item.title), wanted))
            item.match = std::move(*match);
        else if (auto byId = matchWords(folded(lesson.id), wanted))
            item.match.rank = byId->rank - lessPerDetail;
        else if (matchWords(folded(item.detail), wanted))
            item.match.rank = match_rank::letters;
        else
            continue;
        items.append(std::move(item));
    }
    return items;
}

ActionSource::ActionSource(std::function<QList<QAction *>()> actions) : actions_(std::move(actions)) { }

QVector<PaletteItem> ActionSource::items(const QString &query)
{
    QVector<PaletteItem> items;
    const MatchQuery wanted(query);
    for (QAction *action : actions_()) {
        if (!action->isEnabled() || !action->isVisible())
            continue;
        const QList<QKeySequence> keys = action->shortcuts();
        PaletteItem item;
        item.group = PaletteGroup::Actions;
        item.title = composed(action->text());
        item.detail = actionGroupTitle(actionGroup(*action));
        item.keys = keysText(*action);
        item.choose = [pointer = QPointer(action)] {
            if (pointer)
                pointer->trigger();
        };
        if (query.isEmpty()) {
            const auto place = std::ranges::find_if(wantedMost, [&keys](const QKeySequence &key) { return keys.contains(key); });
            if (place == wantedMost.end())
                continue;
            item.match.rank = static_cast<int>(wantedMost.end() - place);
        } else if (auto match = matchText(folded(item.title), wanted)) {
            item.match = std::move(*match);
        } else if (folded(item.keys) == wanted.folded) {
            item.match.rank = match_rank::wordStarts;
        } else {
            continue;
        }
        items.append(std::move(item));
    }
    return items;
}

ParameterSource::ParameterSource(Session &session, std::function<void(const QString &)> focus) :
    session_(session),
    focus_(std::move(focus))
{
}

QVector<PaletteItem> ParameterSource::items(const QString &query)
{
    QVector<PaletteItem> items;
    if (query.isEmpty())
        return items;
    addSettings(items, query);
    const MatchQuery wanted(query);
    for (const ParameterSpec &spec : session_.parameters().specs()) {
        PaletteItem item;
        item.group = PaletteGroup::Parameters;
        item.title = composed(session_.lesson().text.parameterLabels.value(spec.id, spec.id));
        item.detail = parameterText(session_.parameters(), spec.id);
        item.choose = [focus = focus_, id = spec.id] { focus(id); };
        if (auto match = matchText(folded(item.title), wanted))
            item.match = std::move(*match);
        else if (auto byId = matchText(folded(spec.id), wanted))
            item.match.rank = byId->rank - lessPerDetail;
        else
            continue;
        items.append(std::move(item));
    }
    return items;
}

void ParameterSource::addSettings(QVector<PaletteItem> &items, const QString &query) const
{
    for (const auto &[name, value] : splitAtValue(query)) {
        for (const ParameterSpec &spec : session_.parameters().specs()) {
            const QString label = composed(session_.lesson().text.parameterLabels.value(spec.id, spec.id));
            auto match = matchWords(folded(label), MatchQuery(name));
            const bool byLabel = match.has_value();
            if (!match)
                match = matchWords(folded(spec.id), MatchQuery(name));
            if (!match)
                continue;
            PaletteItem item;
            item.group = PaletteGroup::Parameters;
            item.title = label;
            ParameterSet tried = session_.parameters();
            if (const auto done = tried.setText(spec.id, value)) {
                item.detail = Sources::tr("set to %1").arg(parameterText(tried, spec.id));
                item.choose = [&session = session_, id = spec.id, value = value] { (void)session.setParameterText(id, value); };
            } else if (value[0].isDigit() || value[0] == u'-') {
                item.detail = done.problem().sentence;
                item.detailBelow = true;
                item.choose = [focus = focus_, id = spec.id] { focus(id); };
            } else {
                continue;
            }
            item.match = *match;
            item.match.rank += match_rank::start; // nothing else fits a whole command
            if (!byLabel)
                item.match.letters.clear();
            items.append(std::move(item));
        }
        if (!items.isEmpty())
            return;
    }
}

TextSource::TextSource(const std::vector<Lesson> &course, const Session &session, std::function<void(const Passage &)> open) :
    course_(course),
    session_(session),
    open_(std::move(open))
{
}

TextSource::~TextSource() = default;

QVector<PaletteItem> TextSource::items(const QString &query)
{
    QVector<PaletteItem> items;
    if (query.isEmpty())
        return items;
    if (!search_)
        search_ = std::make_unique<LessonSearch>(course_);
    std::vector<std::pair<const Passage *, int>> heldBack; // the first of each lesson, and how many
    for (const FoundPassage &found : search_->find(query)) {
        const Passage &passage = *found.passage;
        if (isHeldBack(passage.section) && !session_.isRevealed(*passage.lesson)) {
            const auto known
                = std::ranges::find_if(heldBack, [&](const auto &one) { return one.first->lesson == passage.lesson; });
            if (known == heldBack.end())
                heldBack.emplace_back(&passage, 1);
            else
                ++known->second;
            continue;
        }
        if (static_cast<std::size_t>(items.size()) >= mostPassages)
            continue; // those held back are still to be counted
        PaletteItem item;
        item.group = PaletteGroup::Texts;
        item.title = passage.text;
        item.match = found.match;
        item.detail = Sources::tr("%1, in %2").arg(lessonSectionTitle(passage.section), passage.lesson->text.title);
        item.detailBelow = true;
        item.choose = [open = open_, &passage] { open(passage); };
        items.append(std::move(item));
    }
    for (const auto &[passage, count] : heldBack) {
        PaletteItem item;
        item.group = PaletteGroup::Texts;
        item.title = composed(passage->lesson->text.title);
        item.detail = count == 1 ? Sources::tr("1 passage, shown after the question")
                                 : Sources::tr("%1 passages, shown after the question").arg(count);
        item.choose = [open = open_, passage = passage] { open(*passage); };
        items.append(std::move(item));
    }
    return items;
}

QString keysText(const QAction &action)
{
    QStringList keys;
    for (const QKeySequence &sequence : action.shortcuts())
        keys.append(sequence.toString(QKeySequence::NativeText));
    return keys.join(Sources::tr(" or "));
}

} // namespace awaitscope
