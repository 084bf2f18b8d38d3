// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace awaitscope {

/// Lines first..last of a source file, both included, counted from 1.
struct LineRange
{
    int first = 0;
    int last = 0;
    bool contains(int line) const { return line >= first && line <= last; }
    bool operator==(const LineRange &) const = default;
};

/// A function inside a cut of shown code.
struct SourceFunction
{
    QString name; ///< as a reader calls it: "getUser"
    LineRange lines; ///< from its first line to its closing brace
    std::vector<LineRange> statements; ///< in order
};

/// A piece of compiled source that a lesson shows.
struct SourceBlock
{
    QString id; ///< the variant that it belongs to, or "shared"
    int firstLine = 0;
    QStringList lines;
};

/// The shown code of one lesson, cut from the compiled file at build time, and what each line belongs to.
struct SourceMap
{
    QString file; ///< relative to the project's root, as the compiler reports it
    std::vector<SourceBlock> blocks;
    std::vector<SourceFunction> functions;

    /// The innermost function around a line, or null.
    const SourceFunction *functionAt(int line) const;
    /// The statement around a line; the line itself where none is known.
    LineRange statementAt(int line) const;
    /// The block that holds a line, or null.
    const SourceBlock *blockAt(int line) const;
};

} // namespace awaitscope
