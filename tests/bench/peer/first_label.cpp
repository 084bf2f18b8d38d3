// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/startup.h"

#include <QApplication>
#include <QLabel>

#include <cstdio>

/// What any program of Qt Widgets needs for its start: paints one label, and tells when. With an argument, it prints one line without
/// a display instead.
int main(int argc, char **argv)
{
    if (argc > 1) {
        const QCoreApplication application(argc, argv);
        std::puts(qPrintable(QCoreApplication::arguments().constLast()));
        return 0;
    }
    const QApplication application(argc, argv);
    QLabel label(QStringLiteral("Sequential vs parallel"));
    label.resize(1440, 900);
    awaitscope::reportFirstPaint(&label);
    label.show();
    return QApplication::exec();
}
