// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/trace/byte_reader.h"
#include "lessons/trace/byte_writer.h"
#include "lessons/trace/record.h"

namespace awaitscope {

/// The longest time in a record of a file; what a lesson plays is over in seconds.
inline constexpr Ns longestRecord = std::chrono::hours(24);
/// The most nested event loops that wait for one another in a record of a file.
inline constexpr std::size_t mostNestedLoops = 1000;

/// Writes a record as trace-format.md describes it.
void writeRecord(ByteWriter &writer, const Record &record);
/// Reads one. What it gives can be made a Trace of: every number in it names something that is there, and times do not run
/// backwards; what validate() checks is another matter. Memory for that Trace is taken from the reader's, too.
/// Where the reader is not ok(), the record is of no use.
Record readRecord(ByteReader &reader);

/// A source map; null is written as an empty one, and an empty one is read as null.
void writeSourceMap(ByteWriter &writer, const SourceMap *map);
std::shared_ptr<const SourceMap> readSourceMap(ByteReader &reader);

} // namespace awaitscope
