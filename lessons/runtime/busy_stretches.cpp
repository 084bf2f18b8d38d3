// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/runtime/busy_stretches.h"

#include <QAbstractEventDispatcher>
#include <QEventLoop>

namespace awaitscope {

void BusyStretches::follow()
{
    const QEventLoop makesDispatcher; // of a thread that has not had one yet
    const QAbstractEventDispatcher *dispatcher = QAbstractEventDispatcher::instance();
    QObject::connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, &connections_, [this] { end(); });
    QObject::connect(dispatcher, &QAbstractEventDispatcher::awake, &connections_, [this] {
        end();
        if (depth_ > 0)
            begin(); // the nested loop may be about to return to its task
    });
    scheduler_.addObserver(*this);
    if (scheduler_.currentTask())
        workBegins();
}

void BusyStretches::workBegins()
{
    // Work inside of work: between the last sign of life of the nested loop and now it slept, or time jumped.
    if (busy_)
        stretchDropped();
    ++depth_;
    begin();
}

void BusyStretches::workEnds()
{
    if (depth_ == 0)
        return; // made in the middle of an alarm
    end();
    if (--depth_ > 0)
        begin();
}

void BusyStretches::begin()
{
    busy_ = true;
    stretchBegins();
}

void BusyStretches::end()
{
    if (!std::exchange(busy_, false))
        return;
    stretchEnds();
}

} // namespace awaitscope
