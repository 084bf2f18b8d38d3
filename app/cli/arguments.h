// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/options.h"
#include "lessons/trace/result.h"

namespace awaitscope {

/// A command line taken apart, with nothing looked up yet.
struct ParsedArguments
{
    const CommandSpec *command = nullptr; ///< never null in what parseArguments() gives
    QStringList operands;

    struct Given
    {
        const OptionSpec *option;
        QString value;
    };
    std::vector<Given> options; ///< in the order given

    bool has(const char *option) const;
    /// All values of an option, in the order given.
    QStringList values(const char *option) const;
    /// The value of an option that is given at most once, or the fallback.
    QString value(const char *option, const QString &fallback = {}) const;
};

/// Takes a command line apart, without the program's name. The first word tells the command, common options aside; where it
/// is none, the window is meant. `--name VALUE` and `--name=VALUE` are the same, `--` ends the options, `-h` is `--help`.
Result<ParsedArguments> parseArguments(const QStringList &arguments);

} // namespace awaitscope
