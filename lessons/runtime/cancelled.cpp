// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/runtime/cancelled.h"

#include <typeinfo>

namespace awaitscope {

const Cancelled *asCancelled(const std::exception_ptr &exception)
{
    if (!exception)
        return nullptr;
#ifdef __GLIBCXX__
    // libstdc++ keeps nothing but a pointer to the exception; it is the object itself, as Cancelled has no classes below it.
    static_assert(std::is_final_v<Cancelled> && sizeof(std::exception_ptr) == sizeof(void *));
    if (*exception.__cxa_exception_type() != typeid(Cancelled))
        return nullptr;
    return *reinterpret_cast<const Cancelled *const *>(&exception);
#else
    try {
        std::rethrow_exception(exception);
    } catch (const Cancelled &cancelled) {
        return &cancelled;
    } catch (...) {
        return nullptr;
    }
#endif
}

} // namespace awaitscope
