// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/code_panel.h"
#include "app/gui/window.h"
#include "tests/bench/figures.h"
#include "widgets/tasktree/task_tree_view.h"
#include "widgets/timeline/timeline_view.h"

#include <QApplication>
#include <QDeadlineTimer>
#include <QKeyEvent>

#include <ctime>
#include <utility>

namespace awaitscope::bench {

namespace {

/// Of the calling thread, ms: what others need of the machine does not count.
double processorTime()
{
    timespec now;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

/// Adds up what the window's thread does from one look into the record to the next: all of one frame, painting too.
class FrameTimes : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (depth_ > 0)
            return QApplication::notify(receiver, event);
        ++depth_;
        const double begin = processorTime();
        const bool result = QApplication::notify(receiver, event);
        const double took = processorTime() - begin;
        --depth_;
        if (std::exchange(newFrame_, false)) {
            if (frame_ > 0)
                frames_.push_back(frame_);
            frame_ = 0;
        }
        frame_ += took;
        return result;
    }

    void beginFrame() { newFrame_ = true; }
    void start() { frames_.clear(), frame_ = 0; }
    const std::vector<double> &frames() const { return frames_; }

private:
    int depth_ = 0;
    bool newFrame_ = false;
    double frame_ = 0;
    std::vector<double> frames_;
};

bool runToEnd(Session &session)
{
    bool ended = false;
    QObject context;
    QObject::connect(&session, &Session::runFinished, &context, [&ended] { ended = true; });
    session.run();
    for (const QDeadlineTimer limit(60'000); !ended && !limit.hasExpired();)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 100);
    return ended;
}

void reportFrames(FrameTimes &application, Session &session, const std::string &name)
{
    application.start();
    if (!runToEnd(session) || application.frames().empty())
        return;
    report({.name = name + "_p50", .value = percentile(application.frames(), 0.50), .unit = "ms", .peer = {}, .goal = {}});
    report({.name = name + "_p95",
        .value = percentile(application.frames(), 0.95),
        .unit = "ms",
        .peer = {},
        .goal = valueAtMost(16)});
}

} // namespace

void benchWindow()
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    int argc = 1;
    char name[] = "awaitscope_bench";
    char *argv[] = {name, nullptr};
    FrameTimes application(argc, argv);
    const Lesson *lesson = findLesson(QStringLiteral("cancellation-cascade"));
    Window window(*lesson, lessons());
    Session &session = window.session();
    QObject::connect(&session, &Session::recordGrew, &application, [&application] { application.beginFrame(); });
    QObject::connect(&session, &Session::subjectsChanged, &application, [&application] { application.beginFrame(); });
    if (!session.setParameter(QStringLiteral("depth"), 6) || !session.setParameter(QStringLiteral("fanOut"), 8))
        return;
    for (const char *variant : {"failure", "timeout", "by-hand"})
        session.choose(QLatin1String(variant), true);
    window.resize(1440, 900);
    window.show();

    reportFrames(application, session, "frame_1000_tasks");
    window.timeline()->zoomIn();
    window.timeline()->zoomIn();
    window.timeline()->zoomIn();
    reportFrames(application, session, "frame_1000_tasks_zoomed");
    window.timeline()->fit();
    QKeyEvent down(QEvent::KeyPress, Qt::Key_PageDown, Qt::NoModifier);
    QCoreApplication::sendEvent(window.timeline(), &down);
    reportFrames(application, session, "frame_1000_tasks_scrolled");
    TaskTreeView *tree = window.findChild<TaskTreeView *>();
    tree->expandAll();
    const QModelIndex last = tree->model()->index(tree->model()->rowCount() - 1, 0);
    tree->scrollTo(last.siblingAtRow(1));
    reportFrames(application, session, "frame_1000_tasks_tree_open");
}

} // namespace awaitscope::bench
