// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/evidence_book.h"
#include "app/gui/palette_item.h"
#include "app/gui/runs_dialog.h"
#include "app/store/store.h"

#include <QObject>
#include <QPointer>

namespace awaitscope {

class Keeper;
class Window;

/// What a window has of the saved runs: the list of them, runs shown again in their lessons, entries of the palette, and evidence for
/// rules from earlier days.
class SavedRuns : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it.
    SavedRuns(Window &window, Store &store, Keeper &keeper);
    ~SavedRuns() override;

    /// Opens the list, at the run on screen where that is saved.
    void showList();
    /// The list while it is open, or null.
    RunsDialog *list() const { return list_; }
    /// Shows a run in its lesson. A problem is shown, too.
    void open(const SavedRun &run);
    /// Shows the latest run of the lesson again, as soon as it is read, where the settings are those that it had and nothing else has
    /// been run until then: the window comes back as it was left.
    void bringBack() { bringBack_ = true; }
    /// The newest runs, as the palette offers them.
    const std::vector<SavedRun> &newest() const { return newest_; }

private:
    void show(const SavedRun &saved, const QByteArray &trace);
    void refresh();
    void bringBackNow();
    void addToPalette();
    QVector<PaletteItem> runItems(int most);
    QVector<PaletteItem> fileItems();
    void readEvidence();

    Window &window_;
    Store &store_;
    Keeper &keeper_;
    QPointer<RunsDialog> list_;
    std::vector<SavedRun> newest_;
    QHash<QString, KeptRun> older_; ///< by lesson and variant
    bool evidenceRead_ = false;
    bool bringBack_ = false;
};

} // namespace awaitscope
