// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/workshop/shows.h"

#include "app/gui/header.h"
#include "app/gui/window.h"
#include "app/workshop/playlist_dialog.h"
#include "app/workshop/window_workshop.h"

#include <QCheckBox>
#include <QPushButton>
#include <QTemporaryDir>

using namespace awaitscope;
using namespace awaitscope::test;

class TestWindowWorkshop : public QObject
{
    Q_OBJECT

private:
    const QString parallel = QStringLiteral("sequential-vs-parallel"), choosing = QStringLiteral("batch-errors");

private Q_SLOTS:
    void f5PresentsTheOpenLesson()
    {
        Window window(*findLesson(parallel));
        auto *workshop = new WindowWorkshop(window);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QVERIFY(window.session().setParameterText(QStringLiteral("getUser"), QStringLiteral("30ms")).ok());
        window.session().setClock(ClockKind::Virtual);
        QTest::keyClick(&window, Qt::Key_F5);
        QVERIFY(workshop->presenter());
        const RunRequest &request = workshop->presenter()->stage().deck().request(0);
        QCOMPARE(request.parameters.value(u"getUser"), 30'000'000);
        QCOMPARE(request.clock, ClockKind::Virtual);
        QVERIFY(QTest::qWaitForWindowActive(&workshop->presenter()->show()));
        QTest::keyClick(&workshop->presenter()->show(), Qt::Key_Escape);
        QVERIFY(!workshop->presenter());
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::mouseClick(window.findChild<QPushButton *>(QStringLiteral("present")), Qt::LeftButton);
        QVERIFY(workshop->presenter());
        workshop->presenter()->end();
    }

    void aPlaylistIsPutTogetherAndSaved()
    {
        Window window(*findLesson(parallel));
        auto *workshop = new WindowWorkshop(window);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QTest::keyClick(&window, Qt::Key_L, Qt::ControlModifier);
        window.session().open(*findLesson(choosing));
        QTest::keyClick(&window, Qt::Key_L, Qt::ControlModifier);
        QCOMPARE(workshop->playlist().entries.size(), 2U);
        PlaylistDialog dialog(workshop->playlist(), lessons());
        const auto button = [&](const char *name) { return dialog.findChild<QPushButton *>(QLatin1String(name)); };
        QVERIFY(!button("up")->isEnabled());
        button("down")->click();
        QCOMPARE(dialog.playlist().entries[0].lesson, choosing);
        dialog.findChild<QCheckBox *>(QStringLiteral("live"))->click();
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("c.awaitlist"));
        QVERIFY(dialog.saveTo(file));
        button("remove")->click();
        button("remove")->click();
        QVERIFY(dialog.playlist().entries.empty());
        QVERIFY(!button("present")->isEnabled());
        QVERIFY(dialog.openFrom(file));
        QCOMPARE(dialog.playlist().entries.size(), 2U);
        QCOMPARE(dialog.playlist().runs, ShownRuns::Live);
        QVERIFY(!dialog.openFrom(folder.filePath(QStringLiteral("gone.awaitlist"))));
        QVERIFY(dialog.status().contains(QStringLiteral("gone.awaitlist")));
        QCOMPARE(dialog.playlist().entries.size(), 2U);
    }
};

QTEST_MAIN(TestWindowWorkshop)
#include "tst_window_workshop.moc"
