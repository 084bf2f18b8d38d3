// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/visit_history.h"

#include <QObject>
#include <QStringList>

namespace awaitscope {

class ActionMenu;
class KeysOverlay;
class Palette;
class Tour;
class Window;
struct Passage;
struct Theme;

/// Finding one's way in a window: palette, keys, menu, tour, and the lessons visited.
class Wayfinding : public QObject
{
    Q_OBJECT

public:
    /// The window owns it; its panels exist, and no lesson is open yet.
    explicit Wayfinding(Window &window);

    /// Ends what asks the window for its panels: before they go.
    void end();

    Palette *palette() const { return palette_; }
    KeysOverlay *keys() const { return keys_; }
    ActionMenu *menu() const { return menu_; }
    Tour *tour() const { return tour_; }
    void setTheme(const Theme &theme);

    bool canGoBack() const { return history_.canGoBack(); }
    bool canGoForward() const { return history_.canGoForward(); }
    /// Nothing where there is no visit before, or after.
    void back();
    void forward();
    /// The lessons opened last, latest first; the first one is open.
    const QStringList &recentLessons() const { return recent_; }
    /// Goes on with what an earlier start has left; lessons that are not known are left out.
    void setRecentLessons(const QStringList &lessons);
    /// Opens the passage's lesson where the passage stands.
    void open(const Passage &passage);

Q_SIGNALS:
    /// Whether one can go back or forward may have changed.
    void historyChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addSources();
    void createTour();
    void onLessonOpened();
    void goTo(const Visit &visit);

    Window &window_;
    Palette *palette_;
    KeysOverlay *keys_;
    ActionMenu *menu_;
    Tour *tour_ = nullptr;
    VisitHistory history_;
    QStringList recent_;
    bool going_ = false; ///< a visit is being gone to: no new one
};

} // namespace awaitscope
