// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/code_panel.h"
#include "app/gui/findings_panel.h"
#include "app/gui/header.h"
#include "app/gui/parameter_panel.h"
#include "app/gui/question_panel.h"
#include "app/gui/window.h"
#include "widgets/code/code_view.h"
#include "widgets/controls/slider.h"
#include "widgets/controls/value_row.h"
#include "widgets/timeline/timeline_view.h"
#include "widgets/transport/transport_bar.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace awaitscope::test {

/// A shown window on the headline lesson, with waits so short that a run takes no time worth mentioning.
struct OpenWindow
{
    explicit OpenWindow(bool shortWaits = true) :
        OpenWindow(*findLesson(QStringLiteral("sequential-vs-parallel")), lessons(), shortWaits)
    {
    }

    OpenWindow(const Lesson &lesson, const std::vector<Lesson> &course, bool shortWaits = false) : window(lesson, course)
    {
        if (shortWaits) {
            set("getUser", "40ms");
            set("getUserLogs", "25ms");
            set("getUserMetrics", "10ms");
        }
        window.resize(1440, 900);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
    }

    void set(const char *parameter, const char *text)
    {
        QVERIFY(window.session().setParameterText(QLatin1String(parameter), QLatin1String(text)).ok());
    }

    void key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget *target = window.focusWidget() ? window.focusWidget() : &window;
        QTest::keyClick(target, static_cast<Qt::Key>(key), modifiers);
    }

    void runToEnd()
    {
        QSignalSpy finished(&window.session(), &Session::runFinished);
        key(Qt::Key_Space);
        QVERIFY(window.session().isRunning());
        QTRY_COMPARE(finished.count(), 1);
    }

    template <class T> T *find(const char *name) { return window.findChild<T *>(QLatin1String(name)); }

    Window window;
};

} // namespace awaitscope::test
