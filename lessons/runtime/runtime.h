// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Everything that lesson code is written in.

#include "lessons/runtime/async_scope.h"
#include "lessons/runtime/block_for.h"
#include "lessons/runtime/cancelled.h"
#include "lessons/runtime/channel.h"
#include "lessons/runtime/clock.h"
#include "lessons/runtime/counter.h"
#include "lessons/runtime/first_of.h"
#include "lessons/runtime/gather.h"
#include "lessons/runtime/gather_or_cancel.h"
#include "lessons/runtime/run_root.h"
#include "lessons/runtime/scheduler.h"
#include "lessons/runtime/scope.h"
#include "lessons/runtime/semaphore.h"
#include "lessons/runtime/settle.h"
#include "lessons/runtime/shield.h"
#include "lessons/runtime/sleep.h"
#include "lessons/runtime/spawned.h"
#include "lessons/runtime/task_group.h"
#include "lessons/runtime/timeout.h"
#include "lessons/runtime/to_thread.h"
#include "lessons/runtime/worker.h"
