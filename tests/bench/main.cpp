// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/figures.h"

#include <QCoreApplication>

#include <cstdio>

namespace {

struct Theme
{
    const char *name;
    void (*run)();
};

constexpr Theme themes[] = {
    {"tasks", awaitscope::bench::benchTasks},
    {"sleep", awaitscope::bench::benchSleep},
    {"gather", awaitscope::bench::benchGather},
    {"cancel", awaitscope::bench::benchCancel},
};

} // namespace

/// Without arguments all themes, else those that are named.
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList chosen = QCoreApplication::arguments().mid(1);
    for (const QString &name : chosen) {
        if (std::ranges::none_of(themes, [&](const Theme &theme) { return name == theme.name; })) {
            std::fprintf(stderr, "awaitscope_bench: %s: not one of tasks, sleep, gather, cancel\n", qPrintable(name));
            return 2;
        }
    }
    for (const Theme &theme : themes) {
        if (chosen.isEmpty() || chosen.contains(theme.name))
            theme.run();
    }
    awaitscope::bench::printTable();
    return 0;
}
