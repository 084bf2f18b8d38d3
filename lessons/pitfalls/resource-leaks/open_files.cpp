// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/pitfalls/resource-leaks/open_files.h"

#include <filesystem>
#include <stdexcept>

namespace awaitscope::lesson_resource_leaks {

namespace {

namespace fs = std::filesystem;

fs::path listOfOpenFiles()
{
    for (const char *folder : {"/proc/self/fd", "/dev/fd"}) {
        std::error_code error;
        if (fs::is_directory(folder, error))
            return folder;
    }
    throw std::runtime_error("the system does not list the open files of a process");
}

} // namespace

int openFilesAt(const QString &path)
{
    static const fs::path folder = listOfOpenFiles();
    const fs::path file = path.toStdString();
    int count = 0;
    for (const fs::directory_entry &entry : fs::directory_iterator(folder)) {
        std::error_code gone; // the listing itself is among the entries, and others may be closed meanwhile
        if (fs::equivalent(entry.path(), file, gone))
            ++count;
    }
    return count;
}

} // namespace awaitscope::lesson_resource_leaks
