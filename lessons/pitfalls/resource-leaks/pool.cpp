// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/pitfalls/resource-leaks/pool.h"
#include "lessons/parts/lesson_database.h"
#include "lessons/pitfalls/resource-leaks/open_files.h"

#include <QCoreApplication>

#include <algorithm>

namespace awaitscope::lesson_resource_leaks {

namespace {

constexpr int ownRows = 16; ///< of the file's logs, which nobody reads; they make it a file of this lesson alone

QString pathOfUsers()
{
    const auto path = usersFile();
    if (!path)
        throw std::runtime_error(path.problem().sentence.toStdString());
    return path.value();
}

} // namespace

Result<QString> usersFile()
{
    return lessonDatabase(ownRows);
}

PoolExhausted::PoolExhausted(std::uint32_t limit) :
    std::runtime_error(QCoreApplication::translate("awaitscope::lesson_resource_leaks", "the pool refuses, %1 of %1 are open")
                           .arg(limit)
                           .toStdString())
{
}

Pool::Pool(Scope &scope, std::uint32_t limit) :
    path_(pathOfUsers()),
    limit_(limit),
    connections_(scope, "open connections", limit),
    files_(scope, "open files of the process")
{
}

LoopConnection *Pool::open()
{
    if (open_.size() == limit_)
        throw PoolExhausted(limit_);
    open_.push_back(std::make_unique<LoopConnection>(path_, connections_));
    countFiles();
    return open_.back().get();
}

void Pool::close(LoopConnection *connection)
{
    std::erase_if(open_, [connection](const auto &each) { return each.get() == connection; });
    countFiles();
}

void Pool::closeAll()
{
    open_.clear();
    countFiles();
}

void Pool::countFiles()
{
    if (const int change = openFilesAt(path_) - static_cast<int>(files_.value()))
        files_.add(change);
}

} // namespace awaitscope::lesson_resource_leaks
