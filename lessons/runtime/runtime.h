// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Everything that lesson code is written in.

#include "lessons/runtime/cancelled.h"
#include "lessons/runtime/clock.h"
#include "lessons/runtime/gather.h"
#include "lessons/runtime/run_root.h"
#include "lessons/runtime/scheduler.h"
#include "lessons/runtime/scope.h"
#include "lessons/runtime/sleep.h"
#include "lessons/runtime/spawned.h"
