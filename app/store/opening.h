// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/database.h"
#include "lessons/trace/result.h"

#include <memory>
#include <vector>

namespace awaitscope {

/// A database that is ready for use.
struct Opened
{
    std::unique_ptr<Database> database;
    bool writable = false; ///< false: `problems` tells why
    std::vector<Problem> problems; ///< what the user should know
};

/// Opens the file of the saved runs on the calling thread, checked, and in the newest schema. It is made where there is none; a damaged
/// one is moved aside, and a new one made; one of a later version, or without the right to write, is opened to be read. Throws
/// DatabaseError where it is locked (Locked), or can be neither read nor made (Unwritable); then nothing has changed.
Opened openDatabase(const QString &path);

/// A name beside `path` that is not taken, with a word and the time in it: "awaitscope-damaged-20260731-101500.db".
QString nameBeside(const QString &path, const QString &word);

} // namespace awaitscope
