// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/when_in_words.h"

#include <QCoreApplication>
#include <QLocale>

namespace awaitscope {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(awaitscope::RunsModel)
};

} // namespace

QString whenInWords(const QDateTime &time)
{
    const QDateTime local = time.toLocalTime();
    const QDate today = QDate::currentDate();
    const QString clock = QLocale().toString(local.time(), QLocale::ShortFormat);
    if (local.date() == today)
        return Words::tr("today %1").arg(clock);
    if (local.date() == today.addDays(-1))
        return Words::tr("yesterday %1").arg(clock);
    return QLocale().toString(local.date(), QLocale::ShortFormat) + u' ' + clock;
}

} // namespace awaitscope
