// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/trace/trace_builder.h"

#include "lessons/trace/validator.h"
#include "tests/support/record_script.h"

#include <QTest>

using namespace awaitscope;
using namespace awaitscope::test;

class TraceBuilderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void treeOfTasks()
    {
        const auto trace = gatherScript().trace();
        QCOMPARE(trace->tasks().size(), 4u);
        const TaskInfo &root = trace->tasks()[0];
        QVERIFY(!root.parent);
        QCOMPARE(root.depth, 0);
        QCOMPARE(root.children, (std::vector{TaskId(2), TaskId(3), TaskId(4)}));
        for (const TaskId child : root.children) {
            QCOMPARE(trace->task(child).parent, root.id);
            QCOMPARE(trace->task(child).depth, 1);
            QCOMPARE(trace->task(child).outcome, TaskState::Done);
        }
    }

    void aChildInterruptsItsParent()
    {
        const auto trace = gatherScript().trace();
        std::vector<Ns> rootRuns;
        for (const std::size_t index : trace->tasks()[0].spans) {
            const Span &span = trace->spans()[index];
            if (span.state == TaskState::Running)
                rootRuns.push_back(span.begin);
        }
        // the start, after each of three children suspended, and after the gather
        QCOMPARE(rootRuns.size(), 5u);
        QCOMPARE(trace->stateAfter(TaskId(1), 1), TaskState::Running);
        QCOMPARE(trace->stateAfter(TaskId(1), 2), TaskState::Paused);
        QCOMPARE(trace->stateAfter(TaskId(2), 2), TaskState::Running);
        QCOMPARE(trace->stateAfter(TaskId(2), 3), TaskState::InFlight);
        QCOMPARE(trace->stateAfter(TaskId(1), 3), TaskState::Running);
        QCOMPARE(trace->stateAfter(TaskId(4), 3), TaskState::None);
    }

    void aParentGoesOnWhereItStood()
    {
        RecordScript script;
        script.turn(0).start(0, 1).timer(1, 1, 5).turnEnd(1);
        const auto resumedAt = std::source_location::current();
        script.turn(6).resume(6, 1, resumedAt).start(7, 2).finish(8, 2).finish(9, 1).turnEnd(9);
        const auto trace = script.trace();
        const Span *goesOn = trace->spanAfter(TaskId(1), 5);
        QVERIFY(goesOn);
        QCOMPARE(goesOn->begin, std::chrono::milliseconds(8));
        QCOMPARE(trace->site(goesOn->site).line, int(resumedAt.line()));
    }

    void waitsAreTold()
    {
        const auto trace = sequentialScript().trace();
        const Span *timer = trace->spanAfter(TaskId(2), 3);
        QVERIFY(timer);
        QCOMPARE(timer->state, TaskState::InFlight);
        QCOMPARE(timer->wait.kind, WaitKind::Timer);
        QCOMPARE(timer->wait.length, std::chrono::milliseconds(196));
        const Span *await = trace->spanAfter(TaskId(1), 4);
        QVERIFY(await);
        QCOMPARE(await->state, TaskState::Awaiting);
        QCOMPARE(await->wait.task, TaskId(2));
        QCOMPARE(trace->events()[3].wait.task, TaskId(2));
    }

    void endsAreExact()
    {
        RecordScript script;
        script.turn(0).start(0, 1).timer(1, 1, 5).turnEnd(1).turn(6.000001).resume(6.000001, 1);
        script.end(6.000123, 1, EventKind::Failed, "disk full").turnEnd(7);
        const auto trace = script.trace();
        QCOMPARE(trace->tasks()[0].outcome, TaskState::Failed);
        QCOMPARE(trace->tasks()[0].error, QStringLiteral("disk full"));
        QCOMPARE(trace->tasks()[0].end, Ns(6'000'123));
        QCOMPARE(trace->duration(), std::chrono::milliseconds(7));
        QCOMPARE(trace->turns().size(), 2u);
        QCOMPARE(trace->turns()[1].begin, Ns(6'000'001));
        QCOMPARE(trace->stateAfter(TaskId(1), trace->events().size()), TaskState::Failed);
    }

    void growsWhileItIsLive()
    {
        RecordScript script;
        RecordReader reader(script.recorder());
        TraceBuilder builder(nullptr);
        const auto poll = [&](Ns until) {
            reader.read(
                until, [&](const RawEvent &event, std::uint16_t thread) { builder.add(event, thread, reader.recorder()); });
            builder.advanceTo(until);
        };
        script.turn(0).start(0, 1).timer(1, 1, 50).turnEnd(1);
        poll(std::chrono::milliseconds(20));
        QCOMPARE(builder.trace().events().size(), 2u);
        QVERIFY(builder.trace().spans().back().open);
        QCOMPARE(builder.trace().spans().back().end, std::chrono::milliseconds(20));
        QVERIFY(validate(builder.trace()).empty());
        script.turn(51).resume(51, 1).finish(52, 1).turnEnd(52);
        poll(std::chrono::milliseconds(51));
        QCOMPARE(builder.trace().events().size(), 3u);
        poll(std::chrono::milliseconds(60));
        QCOMPARE(builder.trace().tasks()[0].outcome, TaskState::Done);
    }

    void mergesThreadsByTime()
    {
        const auto recorder = std::make_shared<Recorder>();
        ThreadLog &loop = recorder->attachThread();
        ThreadLog &worker = recorder->attachThread();
        for (std::int64_t i = 0; i < 10'000; ++i)
            (i % 3 ? loop : worker).push({.time = i, .payload = 0, .task = 1, .kind = EventKind::Resumed});
        RecordReader reader(recorder);
        std::int64_t expected = 0;
        reader.read(Ns(4999), [&](const RawEvent &event, std::uint16_t thread) {
            QCOMPARE(event.time, expected);
            QCOMPARE(thread, std::uint16_t(expected % 3 ? 0 : 1));
            ++expected;
        });
        QCOMPARE(expected, 5000);
        reader.read(Ns::max(), [&](const RawEvent &event, std::uint16_t) { QCOMPARE(event.time, expected++); });
        QCOMPARE(expected, 10'000);
    }

    void namesOfFunctions_data()
    {
        QTest::addColumn<QString>("pretty");
        QTest::addColumn<QString>("name");
        QTest::newRow("plain") << "QCoro::Task<int> getUser(awaitscope::Scope&, int)"
                               << "getUser";
        QTest::newRow("namespace") << "QCoro::Task<std::map<int, int> > a::b::getUser(Scope&)"
                                   << "getUser";
        QTest::newRow("frame") << "void getUser(getUser(Scope&, int)::_Z7getUserR5Scopei.Frame*)"
                               << "getUser";
        QTest::newRow("lambda") << "foo::load(Scope&)::<lambda(Scope&)>"
                                << "lambda in load";
        QTest::newRow("template") << "QCoro::Task<T> fetch<T>(Scope&) [with T = int]"
                                  << "fetch";
        QTest::newRow("bare") << "main"
                              << "main";
        QTest::newRow("empty") << ""
                               << "";
    }

    void namesOfFunctions()
    {
        QFETCH(QString, pretty);
        QTEST(plainFunctionName(pretty), "name");
    }

    void theLogIsKeptInOrderOfTimeWhoeverWrote()
    {
        RecordScript script;
        script.log(3, 1, LogSource::SlowCallback, "busy").log(5, 0, LogSource::LostFailure, "lost");
        script.onNewThread().log(4, 2, LogSource::Watchdog, "busy so far");
        const auto trace = script.trace();
        QStringList lines;
        for (const LogLine &line : trace->logLines())
            lines << QStringLiteral("%1 %2 %3 %4")
                         .arg(line.time.count() / 1'000'000)
                         .arg(int(line.source))
                         .arg(line.task.number())
                         .arg(trace->name(line.text));
        QCOMPARE(lines, QStringList({"3 0 1 busy", "4 1 2 busy so far", "5 3 0 lost"}));
        QCOMPARE(trace->duration(), Ns(5'000'000));
    }

    void theSourceMapNamesTasksFirst()
    {
        const auto here = std::source_location::current();
        auto map = std::make_shared<SourceMap>();
        map->file = QString::fromUtf8(here.file_name());
        const int line = static_cast<int>(here.line());
        map->functions.push_back({QStringLiteral("shownName"), {line - 3, line + 3}, {{line - 1, line}}});
        RecordScript script;
        script.turn(0).start(0, 1, here).finish(1, 1).turnEnd(1);
        QCOMPARE(script.trace(map)->tasks()[0].name, QStringLiteral("shownName"));
        QCOMPARE(script.trace()->tasks()[0].name, QStringLiteral("theSourceMapNamesTasksFirst"));
        const auto elsewhere = std::make_shared<SourceMap>(*map);
        elsewhere->file = QStringLiteral("another.cpp");
        QCOMPARE(script.trace(elsewhere)->tasks()[0].name, QStringLiteral("theSourceMapNamesTasksFirst"));
        QCOMPARE(map->statementAt(line), (LineRange{line - 1, line}));
        QCOMPARE(map->statementAt(line + 40), (LineRange{line + 40, line + 40}));
    }
};

QTEST_GUILESS_MAIN(TraceBuilderTest)
#include "tst_trace_builder.moc"
