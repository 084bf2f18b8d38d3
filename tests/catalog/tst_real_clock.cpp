// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/catalog/whole_course.h"
#include "tests/support/each_lesson.h"

#include <QTest>

using namespace awaitscope;
using namespace awaitscope::test;

/// Every lesson on the real clock, which takes its time: apart from what is tested on the virtual one.
class TestRealClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holds_data() { test::addEachLesson(); }
    void holds()
    {
        QFETCH(QString, id);
        const Lesson &lesson = *findLesson(id);
        QString broken;
        for (int attempt = 0; attempt < 3; ++attempt) { // a busy machine may be late once, a wrong lesson is wrong always
            const Run run = play(wholeRequest(lesson, flagsOn(lesson), ClockKind::Real));
            QVERIFY2(flaw(run).isEmpty(), qPrintable(flaw(run)));
            broken = brokenClaim(run);
            if (broken.isEmpty())
                return;
        }
        QFAIL(qPrintable(broken));
    }
};

QTEST_GUILESS_MAIN(TestRealClock)
#include "tst_real_clock.moc"
