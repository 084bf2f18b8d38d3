// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/options.h"
#include "lessons/catalog/lesson.h"

#include <QByteArray>

namespace awaitscope {

/// What the man page and the completions are made of: the table of the command line, and the lessons.
struct Reference
{
    std::vector<CommandSpec> commands;
    std::vector<OptionSpec> commonOptions;
    std::vector<Lesson> lessons;
    QString version; ///< "1.0.0"
    QString date; ///< of the release, "2026-11-23"
};

/// That of the program as it is built.
Reference programReference(const QString &version, const QString &date);

/// The page awaitscope(1) in the macros of man(7), in ASCII.
QByteArray manPage(const Reference &reference);
/// What bash sources to complete the command line; needs nothing else of bash-completion.
QByteArray bashCompletion(const Reference &reference);
/// The function _awaitscope of zsh's completion system.
QByteArray zshCompletion(const Reference &reference);
/// The completions of fish.
QByteArray fishCompletion(const Reference &reference);

} // namespace awaitscope
