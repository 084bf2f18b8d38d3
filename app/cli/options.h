// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace awaitscope {

/// What stands in the place of an option's value or of an operand: what completes a command line, and explains it, reads this.
struct ValueSpec
{
    enum class Kind {
        None, ///< nothing: the option is a switch
        Text, ///< free text, such as a size
        Number,
        Choice, ///< one of `words`
        Lesson, ///< a lesson's id
        Variant, ///< a variant of the lesson named on the line, or of any with --all
        Parameter, ///< name=value of a parameter of that lesson
        File, ///< a file whose name ends in one of `words`; empty: any
        Folder,
        SavedRun, ///< the number of a saved run
    };

    Kind kind = Kind::None;
    std::vector<const char *> words = {};
    bool orOutput = false; ///< beside a file, - for standard output
};

/// The first word after a command that has several acts, as in "runs show 3".
struct ActionSpec
{
    const char *name; ///< "show"
    const char *value; ///< what follows it, as in the synopsis: "N"; null for nothing
    ValueSpec accepts = {};
};

/// One option of a command. Its texts are source texts of the context "CommandLine".
struct OptionSpec
{
    const char *name; ///< "--variant"
    const char *value; ///< what follows it, as in the synopsis: "ID"; null for a switch
    bool repeatable;
    const char *help; ///< one sentence, with the accepted values and the default
    ValueSpec accepts = {}; ///< in the place of `value`
    bool forOperand = false; ///< stands in place of an operand, and among the operands of the synopsis
};

/// One command. Its texts are source texts of the context "CommandLine".
struct CommandSpec
{
    const char *name; ///< "run"; empty for the window
    const char *operands; ///< as in the synopsis: "LESSON|--all"; empty for none
    const char *help; ///< one sentence
    std::vector<OptionSpec> options; ///< beside those that every command has
    std::vector<ValueSpec> accepts = {}; ///< what an operand may be: any of these
    bool manyOperands = false; ///< more than one may be given
    std::vector<ActionSpec> actions = {}; ///< in place of operands
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
