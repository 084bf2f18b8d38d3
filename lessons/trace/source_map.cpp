// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/trace/source_map.h"

namespace awaitscope {

const SourceFunction *SourceMap::functionAt(int line) const
{
    const SourceFunction *innermost = nullptr;
    for (const SourceFunction &function : functions) {
        if (function.lines.contains(line) && (!innermost || function.lines.first >= innermost->lines.first))
            innermost = &function;
    }
    return innermost;
}

LineRange SourceMap::statementAt(int line) const
{
    if (const SourceFunction *function = functionAt(line)) {
        for (const LineRange &statement : function->statements) {
            if (statement.contains(line))
                return statement;
        }
    }
    return {line, line};
}

const SourceBlock *SourceMap::blockAt(int line) const
{
    for (const SourceBlock &block : blocks) {
        if (line >= block.firstLine && line < block.firstLine + block.lines.size())
            return &block;
    }
    return nullptr;
}

} // namespace awaitscope
