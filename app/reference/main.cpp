// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reference/reference.h"

#include <QCoreApplication>
#include <QSaveFile>

#include <cstdio>

using namespace awaitscope;

/// awaitscope_reference man|bash|zsh|fish OUTPUT: writes the program's man page, or the completions of a shell.
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QHash<QString, QByteArray (*)(const Reference &)> formats;
    formats.insert(QStringLiteral("man"), manPage);
    formats.insert(QStringLiteral("bash"), bashCompletion);
    formats.insert(QStringLiteral("zsh"), zshCompletion);
    formats.insert(QStringLiteral("fish"), fishCompletion);
    const auto format = argc == 3 ? formats.value(QString::fromLocal8Bit(argv[1])) : nullptr;
    if (!format) {
        std::fputs("usage: awaitscope_reference man|bash|zsh|fish OUTPUT\n", stderr);
        return 2;
    }
    const QByteArray text = format(programReference(QStringLiteral(AWAITSCOPE_VERSION), QStringLiteral(AWAITSCOPE_RELEASE_DATE)));
    QSaveFile output(QString::fromLocal8Bit(argv[2]));
    if (!output.open(QIODevice::WriteOnly) || output.write(text) != text.size() || !output.commit()) {
        std::fprintf(stderr, "%s: the file cannot be written: %s\n", argv[2], qUtf8Printable(output.errorString()));
        return 1;
    }
    return 0;
}
