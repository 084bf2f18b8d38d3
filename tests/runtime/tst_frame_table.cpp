// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/runtime/frame_table.h"

#include "lessons/trace/ids.h"

#include <QTest>

#include <map>
#include <random>

using namespace awaitscope;

class TestFrameTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatIsThereAndNothingElse();
};

void TestFrameTable::findsWhatIsThereAndNothingElse()
{
    std::mt19937 random(1);
    std::vector<char> memory(512); // addresses to choose from, close together so that their places collide
    FrameTable<TaskId> table;
    std::map<const void *, TaskId> expected;
    for (std::uint32_t step = 1; step <= 20'000; ++step) {
        const void *frame = &memory[random() % memory.size()];
        if (expected.erase(frame)) {
            table.erase(frame);
        } else {
            table.insert(frame, TaskId(step));
            expected.emplace(frame, TaskId(step));
        }
        QCOMPARE(table.size(), expected.size());
        if (step % 100 != 0)
            continue;
        for (const char &each : memory) {
            const auto found = expected.find(&each);
            QCOMPARE(table.find(&each), found == expected.end() ? TaskId() : found->second);
        }
    }
}

QTEST_GUILESS_MAIN(TestFrameTable)
#include "tst_frame_table.moc"
