// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/data_folder_row.h"

#include "app/common/places.h"

#include <QDesktopServices>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

namespace awaitscope {

namespace {

bool showDataFolder()
{
    const QString folder = places().dataFolder();
    return makePrivateFolder(folder) && QDesktopServices::openUrl(QUrl::fromLocalFile(folder));
}

} // namespace

DataFolderRow::DataFolderRow(QWidget *parent) :
    QWidget(parent),
    note_(new QLabel(tr("The folder could not be shown: it cannot be made, or no program here shows folders.")))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    auto *show = new QPushButton(tr("Show folder"));
    show->setObjectName(QStringLiteral("showDataFolder"));
    show->setAutoDefault(false);
    QString path = QDir::toNativeSeparators(places().dataFolder());
    show->setAccessibleDescription(path);
    auto *where = new QLabel(path.replace(QDir::separator(), QString(QDir::separator()) + QChar(0x200b))); // where a line may end
    where->setProperty("kind", QStringLiteral("small"));
    where->setWordWrap(true);
    where->setTextFormat(Qt::PlainText);
    note_->setProperty("kind", QStringLiteral("small"));
    note_->setWordWrap(true);
    note_->setObjectName(QStringLiteral("dataFolderNote"));
    note_->hide();
    setFocusProxy(show);
    layout->addWidget(show, 0, Qt::AlignLeading);
    layout->addWidget(where);
    layout->addWidget(note_);
    connect(show, &QPushButton::clicked, this, [this] { note_->setVisible(!showDataFolder()); });
}

} // namespace awaitscope
