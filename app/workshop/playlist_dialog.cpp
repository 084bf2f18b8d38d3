// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workshop/playlist_dialog.h"

#include "app/common/places.h"

#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace awaitscope {

namespace {

QString described(const PlaylistEntry &entry, const std::vector<Lesson> &course)
{
    const auto lesson = std::ranges::find(course, entry.lesson, &Lesson::id);
    QStringList parts{lesson == course.end() ? entry.lesson : lesson->text.title};
    for (auto value = entry.parameters.begin(); value != entry.parameters.end(); ++value)
        parts << (lesson == course.end() ? value.key() : lesson->text.parameterLabels.value(value.key(), value.key())) + u' '
                + value.value();
    if (entry.clock == ClockKind::Virtual)
        parts << PlaylistDialog::tr("virtual clock, seed %1").arg(entry.seed);
    if (!entry.trace.isEmpty())
        parts << PlaylistDialog::tr("saved run");
    return parts.join(QStringLiteral("  ·  "));
}

} // namespace

PlaylistDialog::PlaylistDialog(Playlist playlist, const std::vector<Lesson> &course, QWidget *parent) :
    QDialog(parent),
    playlist_(std::move(playlist)),
    course_(course),
    list_(new QListWidget),
    status_(new QLabel)
{
    setWindowTitle(tr("Playlist"));
    list_->setAccessibleName(tr("Lessons of the playlist"));
    status_->setProperty("kind", QStringLiteral("small"));
    status_->setWordWrap(true);
    auto *live = new QCheckBox(tr("Play the lessons while they are shown, not beforehand"));
    live->setObjectName(QStringLiteral("live"));
    live->setChecked(playlist_.runs == ShownRuns::Live);
    connect(live, &QCheckBox::toggled, this, [this](bool on) { playlist_.runs = on ? ShownRuns::Live : ShownRuns::Recorded; });

    const auto button = [this](QBoxLayout *layout, const char *name, const QString &text, auto act) {
        auto *button = new QPushButton(text);
        button->setObjectName(QLatin1String(name));
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, act);
        layout->addWidget(button);
        return button;
    };
    auto *side = new QVBoxLayout;
    up_ = button(side, "up", tr("Move up"), [this] { move(-1); });
    down_ = button(side, "down", tr("Move down"), [this] { move(1); });
    remove_ = button(side, "remove", tr("Remove"), [this] { remove(); });
    side->addStretch(1);
    auto *below = new QHBoxLayout;
    button(below, "open", tr("Open…"), [this] { askToOpen(); });
    save_ = button(below, "save", tr("Save…"), [this] { askToSave(); });
    below->addStretch(1);
    button(below, "close", tr("Close"), [this] { accept(); });
    present_ = button(below, "present", tr("Present"), [this] {
        presentWanted_ = true;
        accept();
    });
    present_->setProperty("kind", QStringLiteral("primary"));

    auto *middle = new QHBoxLayout;
    middle->addWidget(list_, 1);
    middle->addLayout(side);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(12);
    layout->addLayout(middle, 1);
    layout->addWidget(live);
    layout->addWidget(status_);
    layout->addLayout(below);
    connect(list_, &QListWidget::currentRowChanged, this, &PlaylistDialog::refresh);
    resize(620, 420);
    fill(0);
}

QString PlaylistDialog::status() const
{
    return status_->text();
}

void PlaylistDialog::fill(int current)
{
    list_->clear();
    for (const PlaylistEntry &entry : playlist_.entries)
        list_->addItem(described(entry, course_));
    list_->setCurrentRow(std::clamp(current, 0, std::max(0, list_->count() - 1)));
    status_->setText(
        playlist_.entries.empty() ? tr("No lessons yet. “Add to playlist” adds the lesson that is open.") : QString());
    refresh();
}

void PlaylistDialog::refresh()
{
    const int row = list_->currentRow(), count = list_->count();
    up_->setEnabled(row > 0);
    down_->setEnabled(row >= 0 && row + 1 < count);
    remove_->setEnabled(row >= 0);
    save_->setEnabled(count > 0);
    present_->setEnabled(count > 0);
}

void PlaylistDialog::move(int by)
{
    const int row = list_->currentRow();
    if (row < 0 || row + by < 0 || row + by >= list_->count())
        return;
    std::swap(playlist_.entries[static_cast<std::size_t>(row)], playlist_.entries[static_cast<std::size_t>(row + by)]);
    fill(row + by);
}

void PlaylistDialog::remove()
{
    const int row = list_->currentRow();
    if (row < 0)
        return;
    playlist_.entries.erase(playlist_.entries.begin() + row);
    fill(row);
}

bool PlaylistDialog::saveTo(const QString &file)
{
    const auto saved = savePlaylist(file, playlist_);
    status_->setText(saved ? tr("Saved %1").arg(QDir::toNativeSeparators(file)) : saved.problem().sentence);
    return saved.ok();
}

bool PlaylistDialog::openFrom(const QString &file)
{
    auto opened = loadPlaylist(file, course_);
    if (!opened) {
        status_->setText(opened.problem().sentence);
        return false;
    }
    playlist_ = std::move(opened).value();
    findChild<QCheckBox *>(QStringLiteral("live"))->setChecked(playlist_.runs == ShownRuns::Live);
    fill(0);
    status_->setText(tr("Opened %1").arg(QDir::toNativeSeparators(file)));
    return true;
}

void PlaylistDialog::askToSave()
{
    QString file = QFileDialog::getSaveFileName(this, tr("Save the playlist"),
        places().suggestedFolder(QStandardPaths::DocumentsLocation) + QStringLiteral("/workshop.awaitlist"),
        tr("Playlists (*.awaitlist)"));
    if (file.isEmpty())
        return;
    if (!file.endsWith(QLatin1String(".awaitlist")))
        file += QLatin1String(".awaitlist");
    saveTo(file);
}

void PlaylistDialog::askToOpen()
{
    const QString file = QFileDialog::getOpenFileName(
        this, tr("Open a playlist"), places().suggestedFolder(QStandardPaths::DocumentsLocation), tr("Playlists (*.awaitlist)"));
    if (!file.isEmpty())
        openFrom(file);
}

} // namespace awaitscope
