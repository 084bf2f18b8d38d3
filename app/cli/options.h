// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace awaitscope {

/// One option of a command. Its texts are source texts of the context "CommandLine"; see optionHelp().
struct OptionSpec
{
    const char *name; ///< "--variant"
    const char *value; ///< what follows it, as in the synopsis: "ID"; null for a switch
    bool repeatable;
    const char *help; ///< one sentence, with the accepted values and the default
};

/// One command. Its texts are source texts of the context "CommandLine".
struct CommandSpec
{
    const char *name; ///< "run"; empty for the window
    const char *operands; ///< as in the synopsis: "LESSON|--all"; empty for none
    const char *help; ///< one sentence
    std::vector<OptionSpec> options; ///< beside those that every command has
};

/// The command line: all commands, the window first. What parses, explains or completes a command line reads this.
const std::vector<CommandSpec> &commands();
/// The options that every command has.
const std::vector<OptionSpec> &commonOptions();
/// The command of that name, or null. The window has no name.
const CommandSpec *findCommand(QStringView name);
/// An option of a command, or one of the common ones, or null.
const OptionSpec *findOption(const CommandSpec &command, QStringView name);
/// Names of all options that a command takes.
QStringList optionNames(const CommandSpec &command);
/// Names of the commands, without the window.
QStringList commandNames();

/// "awaitscope run LESSON|--all [--variant ID]… …", wrapped at 100 columns.
QString synopsis(const CommandSpec &command);
/// The text of --help, for all commands.
QString helpText();
/// The text of --help after a command.
QString helpText(const CommandSpec &command);

} // namespace awaitscope
