// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/palette_item.h"
#include "lessons/catalog/lesson.h"

#include <QList>
#include <QStringList>

#include <memory>

class QAction;

namespace awaitscope {

class LessonSearch;
class Session;
struct Passage;

/// Lessons by their titles; before anything is typed, those seen last.
class LessonSource : public PaletteSource
{
public:
    /// `recent` gives ids, latest first, without the open lesson.
    LessonSource(
        const std::vector<Lesson> &course, std::function<QStringList()> recent, std::function<void(const Lesson &)> open);

    QVector<PaletteItem> items(const QString &query) override;

private:
    PaletteItem itemFor(const Lesson &lesson, PaletteGroup group) const;

    const std::vector<Lesson> &course_;
    std::function<QStringList()> recent_;
    std::function<void(const Lesson &)> open_;
};

/// What the window can do at this moment; before anything is typed, what is wanted most.
class ActionSource : public PaletteSource
{
public:
    explicit ActionSource(std::function<QList<QAction *>()> actions);

    QVector<PaletteItem> items(const QString &query) override;

private:
    std::function<QList<QAction *>()> actions_;
};

/// The parameters of the open lesson: to go to, or to set where the query ends in a value, as in "getUser 250".
class ParameterSource : public PaletteSource
{
public:
    ParameterSource(Session &session, std::function<void(const QString &id)> focus);

    QVector<PaletteItem> items(const QString &query) override;

private:
    void addSettings(QVector<PaletteItem> &items, const QString &query) const;

    Session &session_;
    std::function<void(const QString &)> focus_;
};

/// Passages of the lessons' texts. What would give away the answer to a question that is still open is found, but not shown.
class TextSource : public PaletteSource
{
public:
    TextSource(const std::vector<Lesson> &course, const Session &session, std::function<void(const Passage &)> open);
    ~TextSource() override;

    QVector<PaletteItem> items(const QString &query) override;

private:
    const std::vector<Lesson> &course_;
    const Session &session_;
    std::function<void(const Passage &)> open_;
    std::unique_ptr<LessonSearch> search_; ///< made when it is first asked
};

/// The keys of an action as a reader knows them: "F1 or ?".
QString keysText(const QAction &action);

} // namespace awaitscope
