// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/runtime/scope.h"

#include <stop_token>

namespace awaitscope {

/// Work that keeps a processor busy: counts primes until that much time has gone by, a first portion in any case.
class CpuWork
{
public:
    explicit CpuWork(Ns length) : length_(length) { }

    /// How many it has found.
    int operator()() const { return (*this)(std::stop_token()); }
    /// The same; ends within a portion, some 0.1 ms, of a request to stop.
    int operator()(const std::stop_token &stop) const;

private:
    Ns length_;
};

/// Work of that length for blockWith() and toThread(). On the virtual clock, where what it costs is declared, one portion of it.
CpuWork cpuIntensiveFunction(const Scope &scope, Ns length);

} // namespace awaitscope
