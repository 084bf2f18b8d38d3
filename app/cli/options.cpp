// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/options.h"

#include <QCoreApplication>

namespace awaitscope {

namespace {

using Kind = ValueSpec::Kind;

const ValueSpec text{Kind::Text}, number{Kind::Number}, folder{Kind::Folder}, lesson{Kind::Lesson}, variant{Kind::Variant};
const ValueSpec parameter{Kind::Parameter}, savedRun{Kind::SavedRun};
const ValueSpec clocks{Kind::Choice, {"real", "virtual"}}, windowThemes{Kind::Choice, {"light", "dark"}};
const ValueSpec trace{Kind::File, {".awaitscope"}}, playlist{Kind::File, {".awaitlist"}},
    figure{Kind::File, {".png", ".svg", ".pdf"}};
const ValueSpec report{Kind::File, {".json"}, true}, anyFile{Kind::File};

const OptionSpec asJson{"--json", nullptr, false, QT_TRANSLATE_NOOP("CommandLine", "As JSON.")};

/// The options of a command, and after them those of all that draw figures.
std::vector<OptionSpec> withFigureOptions(std::vector<OptionSpec> options)
{
    static const std::vector<OptionSpec> figureOptions{
        {"--theme", "light|dark|print", false, QT_TRANSLATE_NOOP("CommandLine", "Colours of the figure. Default: print."),
            {Kind::Choice, {"light", "dark", "print"}}},
        {"--size", "WxH", false,
            QT_TRANSLATE_NOOP("CommandLine",
                "Width and height of the figure in px, 200 to 8192 each. Default: 960 wide, as high as it needs to be."),
            text},
        {"--scale", "N", false, QT_TRANSLATE_NOOP("CommandLine", "Pixels of a PNG for each px, 0.5 to 8. Default: 1."), number},
    };
    options.insert(options.end(), figureOptions.begin(), figureOptions.end());
    return options;
}

} // namespace

const std::vector<CommandSpec> &commands()
{
    static const std::vector<CommandSpec> all{
        {"", "[LESSON|FILE]", QT_TRANSLATE_NOOP("CommandLine", "Opens the window, on a lesson or a saved trace if one is named."),
            {
                {"--theme", "light|dark", false,
                    QT_TRANSLATE_NOOP("CommandLine", "Colours of the window. Default: as the desktop."), windowThemes},
            },
            {lesson, trace}},
        {"list", "", QT_TRANSLATE_NOOP("CommandLine", "Lists the lessons with their variants and parameters."),
            {
                asJson,
            }},
        {"run", "LESSON|--all",
            QT_TRANSLATE_NOOP("CommandLine", "Plays a lesson, checks its claims and writes what is asked for. Needs no display."),
            withFigureOptions({
                {"--all", nullptr, false,
                    QT_TRANSLATE_NOOP("CommandLine",
                        "Every lesson. Those that have none of the named variants are left out; a parameter is set where it "
                        "exists."),
                    {}, true},
                {"--variant", "ID", true,
                    QT_TRANSLATE_NOOP(
                        "CommandLine", "A variant to play; in the order given. Default: all that exist for the parameters."),
                    variant},
                {"--set", "NAME=VALUE", true,
                    QT_TRANSLATE_NOOP("CommandLine",
                        "A parameter's value: a duration as 250ms, 1.5s or bare milliseconds, a count, on or off, or a choice."),
                    parameter},
                {"--clock", "real|virtual", false,
                    QT_TRANSLATE_NOOP(
                        "CommandLine", "The clock. With virtual, waits take no time and every run is the same. Default: real."),
                    clocks},
                {"--seed", "N", false,
                    QT_TRANSLATE_NOOP("CommandLine", "Seed of all chance, from 0 to 9007199254740991. Default: 1."), number},
                {"--json", "FILE|-", false,
                    QT_TRANSLATE_NOOP("CommandLine",
                        "Writes the report. With - to standard output, one line a lesson, and nothing else is printed there."),
                    report},
                {"--export", "FILE", true,
                    QT_TRANSLATE_NOOP("CommandLine",
                        "Draws the run into a .png, .svg or .pdf file. A regular file is replaced; a link or a folder is "
                        "refused."),
                    figure},
                {"--save", nullptr, false,
                    QT_TRANSLATE_NOOP("CommandLine", "Keeps the run among the saved runs, and tells its number; see runs.")},
                {"--trace", "FILE", true,
                    QT_TRANSLATE_NOOP("CommandLine",
                        "Saves the run as a trace, to be opened or drawn later: a file whose name ends in .awaitscope."),
                    trace},
            }),
            {lesson}},
        {"export", "TRACE", QT_TRANSLATE_NOOP("CommandLine", "Draws a saved trace. Needs no display."),
            withFigureOptions({
                {"--export", "FILE", true,
                    QT_TRANSLATE_NOOP("CommandLine",
                        "A .png, .svg or .pdf file to draw into; at least one. A regular file is replaced; a link or a folder is "
                        "refused."),
                    figure},
            }),
            {trace}},
        {"present", "[LESSON…|PLAYLIST]",
            QT_TRANSLATE_NOOP(
                "CommandLine", "Shows lessons full screen for a workshop, those named or all, or those of a playlist file."),
            {
                {"--runs", "recorded|live", false,
                    QT_TRANSLATE_NOOP("CommandLine",
                        "Whether runs are played once beforehand or at the moment they are shown. Default: as in the playlist, "
                        "else recorded."),
                    {Kind::Choice, {"recorded", "live"}}},
                {"--clock", "real|virtual", false,
                    QT_TRANSLATE_NOOP("CommandLine", "The clock. Default: as in the playlist, else real."), clocks},
                {"--seed", "N", false,
                    QT_TRANSLATE_NOOP(
                        "CommandLine", "Seed of all chance, from 0 to 9007199254740991. Default: as in the playlist, else 1."),
                    number},
                {"--minutes", "N", false,
                    QT_TRANSLATE_NOOP(
                        "CommandLine", "How long it is meant to take, 1 to 600; the speaker window counts it. Default: not set."),
                    number},
                {"--theme", "light|dark", false,
                    QT_TRANSLATE_NOOP("CommandLine", "Colours of the windows. Default: as the desktop."), windowThemes},
            },
            {lesson, playlist}, true},
        {"check", "",
            QT_TRANSLATE_NOOP("CommandLine", "Plays every lesson on the virtual clock: do all claims hold? Needs no display."),
            {}},
        {"runs", "[list|show N|delete N|restore N|export FILE|import FILE]",
            QT_TRANSLATE_NOOP("CommandLine",
                "Lists the saved runs, shows or deletes one, writes all that is kept into one file, or adds what such a file "
                "holds. "
                "Needs no display."),
            {
                asJson,
            },
            {}, false,
            {{"list", nullptr}, {"show", "N", savedRun}, {"delete", "N", savedRun}, {"restore", "N", savedRun},
                {"export", "FILE", anyFile}, {"import", "FILE", anyFile}}},
    };
    return all;
}

const std::vector<OptionSpec> &commonOptions()
{
    static const std::vector<OptionSpec> all{
        {"--portable", "FOLDER", false,
            QT_TRANSLATE_NOOP("CommandLine",
                "Keeps all in that folder, and nothing in your own: settings, saved runs, what the window remembers, and the "
                "lessons' data. It is made where the folder above it exists."),
            folder},
        {"--help", nullptr, false, QT_TRANSLATE_NOOP("CommandLine", "Prints this help; after a command, the command's.")},
        {"--version", nullptr, false, QT_TRANSLATE_NOOP("CommandLine", "Prints the versions of Awaitscope, Qt and QCoro.")},
    };
    return all;
}

const CommandSpec *findCommand(QStringView name)
{
    for (const CommandSpec &command : commands()) {
        if (name == QLatin1String(command.name))
            return &command;
    }
    return nullptr;
}

const OptionSpec *findOption(const CommandSpec &command, QStringView name)
{
    for (const auto *options : {&command.options, &commonOptions()}) {
        for (const OptionSpec &option : *options) {
            if (name == QLatin1String(option.name))
                return &option;
        }
    }
    return nullptr;
}

QStringList optionNames(const CommandSpec &command)
{
    QStringList names;
    for (const auto *options : {&command.options, &commonOptions()}) {
        for (const OptionSpec &option : *options)
            names << QLatin1String(option.name);
    }
    return names;
}

QStringList commandNames()
{
    QStringList names;
    for (const CommandSpec &command : commands()) {
        if (*command.name != '\0')
            names << QLatin1String(command.name);
    }
    return names;
}

} // namespace awaitscope
