// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/interrupt.h"

#include <cerrno>
#include <csignal>

#include <unistd.h>

namespace awaitscope {

namespace {

// A signal's handler may do next to nothing: it writes one byte, which wakes the thread.
int wakeUp[2] = {-1, -1};
constexpr char interrupted = 'i';
constexpr char finished = 'f';

void put(char what)
{
    const int before = errno;
    [[maybe_unused]] const auto written = ::write(wakeUp[1], &what, 1);
    errno = before;
}

void onSignal(int)
{
    put(interrupted);
}

void handle(int signal, void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART | (handler == SIG_DFL ? 0 : SA_RESETHAND);
    sigemptyset(&action.sa_mask);
    sigaction(signal, &action, nullptr);
}

} // namespace

InterruptWatch::InterruptWatch(std::function<void()> act)
{
    if (::pipe(wakeUp) != 0)
        return;
    thread_ = std::thread([act = std::move(act)] {
        char what = finished;
        while (true) {
            const auto count = ::read(wakeUp[0], &what, 1);
            if (count < 0 && errno == EINTR)
                continue;
            if (count <= 0 || what == finished)
                return;
            act();
        }
    });
    handle(SIGINT, onSignal);
    handle(SIGTERM, onSignal);
}

InterruptWatch::~InterruptWatch()
{
    if (!thread_.joinable())
        return;
    handle(SIGINT, SIG_DFL);
    handle(SIGTERM, SIG_DFL);
    put(finished);
    thread_.join();
    ::close(wakeUp[0]);
    ::close(wakeUp[1]);
}

} // namespace awaitscope
