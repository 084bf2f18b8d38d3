// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/tour.h"
#include "app/gui/wayfinding.h"
#include "app/gui/window_entry.h"
#include "tests/gui/window_fixture.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTimer>

using namespace awaitscope;

namespace {

/// Starts the window as the program does, does something with it once it is at rest, and closes it.
void visit(const QString &lesson, const std::function<void(Window &)> &act)
{
    bool visited = false;
    QTimer::singleShot(0, [&] {
        QTimer::singleShot(0, [&] { // after all that is still to be done at the start
            for (QWidget *widget : QApplication::topLevelWidgets()) {
                auto *window = qobject_cast<Window *>(widget);
                if (!window || !window->isVisible())
                    continue;
                act(*window);
                visited = true;
                window->close();
            }
        });
    });
    WindowOptions options;
    options.lesson = lesson;
    QCOMPARE(runWindow(options), 0);
    QVERIFY(visited);
}

} // namespace

class TestStart : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> home_;

private Q_SLOTS:
    void init()
    {
        home_ = std::make_unique<QTemporaryDir>();
        QVERIFY(home_->isValid());
        qputenv("HOME", home_->path().toLocal8Bit());
        qputenv("XDG_CONFIG_HOME", home_->path().toLocal8Bit());
        qputenv("XDG_STATE_HOME", home_->path().toLocal8Bit());
        QVERIFY(WindowMemory::file().startsWith(home_->path()));
    }

    void theFirstStartShowsTheHeadlineAndTheTour()
    {
        visit({}, [](Window &window) {
            QCOMPARE(window.session().lesson().id, QString("sequential-vs-parallel"));
            QTRY_VERIFY(window.wayfinding()->tour()->isRunning());
        });
        visit({}, [](Window &window) { QVERIFY(!window.wayfinding()->tour()->isRunning()); });
    }

    void whoNamesALessonGetsThatAndNoTour()
    {
        visit("timeouts", [](Window &window) {
            QCOMPARE(window.session().lesson().id, QString("timeouts"));
            QVERIFY(!window.wayfinding()->tour()->isRunning());
        });
        visit({}, [](Window &window) {
            QCOMPARE(window.session().lesson().id, QString("timeouts")); // as it was left
            QTRY_VERIFY(window.wayfinding()->tour()->isRunning()); // still to be seen
        });
    }

    void theNextStartGoesOnWhereTheLastOneEnded()
    {
        visit({}, [](Window &window) {
            Session &session = window.session();
            session.open(*findLesson(u"timeouts"));
            session.open(*findLesson(u"gather-failure"));
            QVERIFY(session.setParameterText("validate", "222ms").ok());
            session.setClock(ClockKind::Virtual);
            session.choose("settle", true);
        });
        QStringList variants;
        visit({}, [&variants](Window &window) {
            Session &session = window.session();
            QCOMPARE(session.lesson().id, QString("gather-failure"));
            QCOMPARE(session.parameters().text(u"validate"), QString("222ms"));
            QVERIFY(session.clock() == ClockKind::Virtual);
            variants = session.chosenVariants();
            QCOMPARE(window.wayfinding()->recentLessons(), (QStringList{"gather-failure", "timeouts", "sequential-vs-parallel"}));
        });
        QVERIFY(variants.contains("settle"));
        // A lesson that is named comes first, and what was seen before is still known.
        visit("resources", [](Window &window) {
            QCOMPARE(window.session().lesson().id, QString("resources"));
            QVERIFY(window.session().clock() == ClockKind::Real);
            QCOMPARE(window.wayfinding()->recentLessons().mid(0, 2), (QStringList{"resources", "gather-failure"}));
        });
    }

    void whatWasLeftBrokenIsNoTrouble()
    {
        visit({}, [](Window &) {});
        QFile file(WindowMemory::file());
        QVERIFY(file.open(QFile::ReadWrite));
        QByteArray content = file.readAll();
        content.replace("sequential-vs-parallel", "no-such-lesson");
        file.resize(0);
        file.write(content);
        file.close();
        visit({}, [](Window &window) { QCOMPARE(window.session().lesson().id, QString("sequential-vs-parallel")); });
    }
};

QTEST_MAIN(TestStart)
#include "tst_start.moc"
