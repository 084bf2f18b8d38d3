// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/figures.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <string_view>
#include <vector>

namespace {

struct Theme
{
    std::string_view name;
    void (*run)();
    bool inWindow = false; ///< makes an application of its own
};

constexpr Theme themes[] = {
    {"tasks", awaitscope::bench::benchTasks},
    {"sleep", awaitscope::bench::benchSleep},
    {"gather", awaitscope::bench::benchGather},
    {"cancel", awaitscope::bench::benchCancel},
    {"store", awaitscope::bench::benchStore},
    {"start", awaitscope::bench::benchStart},
    {"window", awaitscope::bench::benchWindow, true},
};

} // namespace

/// Without arguments all themes, else those that are named.
int main(int argc, char **argv)
{
    const std::vector<std::string_view> chosen(argv + 1, argv + argc);
    for (const std::string_view name : chosen) {
        if (std::ranges::find(themes, name, &Theme::name) == std::end(themes)) {
            std::fprintf(
                stderr, "awaitscope_bench: %s: not one of tasks, sleep, gather, cancel, store, start, window\n", name.data());
            return 2;
        }
    }
    for (const Theme &theme : themes) {
        if (!chosen.empty() && std::ranges::find(chosen, theme.name) == chosen.end())
            continue;
        const auto application = theme.inWindow ? nullptr : std::make_unique<QCoreApplication>(argc, argv);
        theme.run();
    }
    awaitscope::bench::printTable();
    return 0;
}
