// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/runtime/worker.h"

namespace awaitscope {

Worker::Worker(Scope &scope, std::string_view name) :
    name_(name),
    line_(std::make_shared<JobLine>(scope.scheduler(), 1, name_)),
    id_(line_->worker(0))
{
}

Worker::~Worker()
{
    line_->close();
}

} // namespace awaitscope
