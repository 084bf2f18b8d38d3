// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/parts/cpu_work.h"

namespace awaitscope {

namespace {

constexpr int portion = 500; ///< numbers

bool isPrime(int number)
{
    for (int divisor = 2; divisor <= number / divisor; ++divisor) {
        if (number % divisor == 0)
            return false;
    }
    return number > 1;
}

} // namespace

int CpuWork::operator()(const std::stop_token &stop) const
{
    const auto end = std::chrono::steady_clock::now() + length_;
    int found = 0;
    for (int first = 0;; first = (first + portion) % 100'000) {
        for (int number = first; number < first + portion; ++number)
            found += isPrime(number);
        if (stop.stop_requested() || std::chrono::steady_clock::now() >= end)
            return found;
    }
}

CpuWork cpuIntensiveFunction(const Scope &scope, Ns length)
{
    return CpuWork(scope.scheduler().clock() == ClockKind::Virtual ? Ns::zero() : length);
}

} // namespace awaitscope
