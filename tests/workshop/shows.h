// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workshop/presenter.h"
#include "app/workshop/show_entry.h"

#include <QSignalSpy>
#include <QTest>

namespace awaitscope::test {

/// A request for a lesson of the course on the virtual clock, as it is at first.
inline RunRequest requestOf(const QString &lesson, ClockKind clock = ClockKind::Virtual)
{
    PlaylistEntry entry;
    entry.lesson = lesson;
    entry.clock = clock;
    return requestFor(entry, lessons()).value();
}

inline std::shared_ptr<const Run> played(const RunRequest &request)
{
    return std::make_shared<const Run>(play(request));
}

/// A show in windows of 1280×720 on the one screen that there is, without motion; its runs are recorded.
struct OpenShow
{
    explicit OpenShow(const QStringList &lessons, bool moves = false, ThemeKind theme = ThemeKind::Light) :
        presenter(requestOf(lessons, theme))
    {
        presenter.stage().setMotion(moves);
        presenter.start();
        QVERIFY(QTest::qWaitForWindowExposed(&presenter.show()));
    }

    static ShowRequest requestOf(const QStringList &lessons, ThemeKind theme)
    {
        ShowRequest request;
        request.theme = theme;
        for (const QString &lesson : lessons) {
            request.lessons.push_back(test::requestOf(lesson));
            request.records.push_back(played(request.lessons.back()));
        }
        return request;
    }

    void key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(&presenter.show(), static_cast<Qt::Key>(key), modifiers);
    }

    /// Presses Page Down until a slide of that kind is shown; false where none comes.
    bool goTo(SlideKind kind)
    {
        for (int i = 0; i < 100 && presenter.stage().slide().kind != kind; ++i)
            key(Qt::Key_PageDown);
        return presenter.stage().slide().kind == kind;
    }

    const Slide &slide() { return presenter.stage().slide(); }
    QString words() { return presenter.show().slide()->accessibleName(); }

    Presenter presenter;
};

} // namespace awaitscope::test
