// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QProcess>
#include <QTest>

#include <array>
#include <chrono>
#include <cstring>
#include <thread>

namespace awaitscope {

/// Four processes that do nothing but compete for the processor, as long as it lives: this program, called with an argument.
class BusyMachine
{
public:
    BusyMachine()
    {
        for (QProcess &process : processes_) {
            // They end by themselves too, at the end of their input.
            process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--spin")});
            if (!process.waitForStarted())
                QTest::qFail("no busy process could be started", __FILE__, __LINE__);
        }
    }
    ~BusyMachine()
    {
        for (QProcess &process : processes_) {
            process.kill();
            process.waitForFinished();
        }
    }

private:
    std::array<QProcess, 4> processes_;
};

/// What this program does as a child: `--spin` competes until its input ends, `--linger` takes 20 ms and answers.
inline bool playsChild(int argc, char **argv)
{
    if (argc < 2)
        return false;
    if (std::strcmp(argv[1], "--spin") == 0) {
        std::thread([] {
            std::getchar(); // at the end of the input
            std::_Exit(0);
        }).detach();
        for (volatile unsigned turns = 0;;)
            turns = turns + 1;
    }
    if (std::strcmp(argv[1], "--linger") == 0) {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        std::puts("done");
        return true;
    }
    return false;
}

/// How often a test repeats: AWAITSCOPE_TEST_SIZE is "ci" or "full".
inline int repetitions(int ci, int full)
{
    return qEnvironmentVariable("AWAITSCOPE_TEST_SIZE") == QLatin1String("full") ? full : ci;
}

} // namespace awaitscope

/// The main function of a test that uses BusyMachine.
#define AWAITSCOPE_CLOCK_MAIN(Test)                                                                                              \
    int main(int argc, char **argv)                                                                                              \
    {                                                                                                                            \
        if (awaitscope::playsChild(argc, argv))                                                                                  \
            return 0;                                                                                                            \
        QCoreApplication application(argc, argv);                                                                                \
        Test test;                                                                                                               \
        return QTest::qExec(&test, argc, argv);                                                                                  \
    }
