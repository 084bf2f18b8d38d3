// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/runtime/frame_pool.h"

#include <QTest>

#include <algorithm>
#include <cstring>
#include <random>
#include <thread>
#include <vector>

using namespace awaitscope;

class TestFramePool : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        if constexpr (!AWAITSCOPE_FRAME_POOL)
            QSKIP("AddressSanitizer sees every frame come and go");
    }
    void aFrameThatIsReleasedIsTheNextOfItsSize();
    void framesDoNotOverlap();
    void largeFramesAreNotPooled();
    void framesMayEndOnAnotherThread();
    void whatAThreadLeavesIsUsedByOthers();
};

void TestFramePool::aFrameThatIsReleasedIsTheNextOfItsSize()
{
    void *const first = FramePool::allocate(200);
    void *const other = FramePool::allocate(400);
    QVERIFY(FramePool::holds(first));
    FramePool::release(first, 200);
    void *const ofAnotherSize = FramePool::allocate(400);
    QVERIFY(ofAnotherSize != first);
    void *const again = FramePool::allocate(200);
    QCOMPARE(again, first);
    FramePool::release(again, 200);
    FramePool::release(other, 400);
    FramePool::release(ofAnotherSize, 400);
}

void TestFramePool::framesDoNotOverlap()
{
    struct Frame
    {
        unsigned char *bytes;
        std::size_t size;
        unsigned char mark;
    };
    std::mt19937 random(1);
    std::vector<Frame> frames;
    const auto release = [&](std::size_t at) {
        const Frame frame = frames[at];
        const auto wrong
            = std::count_if(frame.bytes, frame.bytes + frame.size, [&](unsigned char byte) { return byte != frame.mark; });
        FramePool::release(frame.bytes, frame.size);
        frames[at] = frames.back();
        frames.pop_back();
        return wrong == 0;
    };
    for (int i = 0; i < 50'000; ++i) {
        const std::size_t size = 16 + random() % (FramePool::largestFrame + 100);
        auto *const bytes = static_cast<unsigned char *>(FramePool::allocate(size));
        QCOMPARE(reinterpret_cast<std::uintptr_t>(bytes) % __STDCPP_DEFAULT_NEW_ALIGNMENT__, std::uintptr_t(0));
        frames.push_back({bytes, size, static_cast<unsigned char>(i)});
        std::memset(bytes, frames.back().mark, size);
        if (random() % 2)
            QVERIFY(release(random() % frames.size()));
    }
    while (!frames.empty())
        QVERIFY(release(frames.size() - 1));
}

void TestFramePool::largeFramesAreNotPooled()
{
    void *const frame = FramePool::allocate(FramePool::largestFrame + 1);
    QVERIFY(!FramePool::holds(frame));
    FramePool::release(frame, FramePool::largestFrame + 1);
}

void TestFramePool::framesMayEndOnAnotherThread()
{
    void *const frame = FramePool::allocate(96);
    void *reused = nullptr;
    std::thread([&] {
        FramePool::release(frame, 96);
        reused = FramePool::allocate(96);
        FramePool::release(reused, 96);
    }).join();
    QCOMPARE(reused, frame);
}

void TestFramePool::whatAThreadLeavesIsUsedByOthers()
{
    constexpr std::size_t size = 800; // of which this thread has none
    void *left = nullptr;
    std::thread([&] {
        left = FramePool::allocate(size);
        FramePool::release(left, size);
    }).join();
    std::vector<void *> frames;
    bool found = false;
    for (int i = 0; i < 1000 && !found; ++i) {
        frames.push_back(FramePool::allocate(size));
        found = frames.back() == left;
    }
    for (void *frame : frames)
        FramePool::release(frame, size);
    QVERIFY(found);
}

QTEST_APPLESS_MAIN(TestFramePool)
#include "tst_frame_pool.moc"
