// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/run_file.h"
#include "lessons/catalog/trace_package.h"

#include <cstddef>
#include <cstdint>

/// For libFuzzer: the bytes are the content of a trace, packed with a digest that fits. With a trace's own first bytes they are
/// taken as a whole file.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace awaitscope;
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const QByteArray id = bytes.mid(1, bytes.isEmpty() ? 0 : static_cast<unsigned char>(bytes[0])).left(100);
    const auto run = decodeRun(bytes.startsWith("awaitscope\x1a") ? bytes : packTrace(QString::fromLatin1(id), bytes));
    if (run && encodeRun(run.value()).isEmpty())
        __builtin_trap();
    return 0;
}
