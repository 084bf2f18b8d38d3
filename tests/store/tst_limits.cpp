// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/sample_runs.h"

#include <QFileInfo>

using namespace awaitscope;
using namespace awaitscope::test;

namespace {

/// Seeds of the runs whose traces are left.
QList<quint64> withTrace(Store &store)
{
    QList<quint64> seeds;
    for (const SavedRun &run : got(store.list())) {
        if (run.hasTrace)
            seeds << run.facts.seed;
    }
    return seeds;
}

} // namespace

/// Old traces go when there are more than the limits allow; never their numbers, and never without a word.
class LimitsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDefaultIsStatedAndOneCanBeSet()
    {
        Place place;
        {
            Store store(place.file());
            QVERIFY(got(store.traceLimits()) == TraceLimits());
            got(store.setTraceLimits({7, 5 << 20}));
        }
        Store store(place.file());
        QVERIFY(got(store.traceLimits()) == (TraceLimits{7, 5 << 20}));
        got(store.setTraceLimits({0, 0}));
        QVERIFY(got(store.traceLimits()) == (TraceLimits{1, 1 << 20}));
    }

    void theOldestGoFirstAndThoseWithANameLast()
    {
        Place place;
        Store store(place.file());
        QSignalSpy pruned(&store, &Store::tracesPruned);
        for (int number = 1; number <= 5; ++number)
            got(store.save(sampleRun(number)));
        got(store.rename(RunNumber(1), QStringLiteral("the one for the talk")));
        got(store.setTraceLimits({3, 256 << 20}));
        QTRY_COMPARE(pruned.count(), 1);
        QCOMPARE(pruned[0][0].toInt(), 2);
        QCOMPARE(withTrace(store), (QList<quint64>{5, 4, 1}));
        got(store.save(sampleRun(6)));
        QCOMPARE(withTrace(store), (QList<quint64>{6, 5, 1}));
        QTRY_COMPARE(pruned.count(), 2);

        const SavedRun left = got(store.find(RunNumber(2)));
        QVERIFY(left.facts == sampleRun(2).facts && !left.isDamaged);
        QCOMPARE(left.traceSize, sampleRun(2).trace.size());
        const Problem problem = refusal(store.loadTrace(RunNumber(2)));
        QCOMPARE(problem.id, QStringLiteral("trace-pruned"));
        QCOMPARE(got(store.durations(QStringLiteral("timeouts"))).size(), std::size_t(12));
    }

    void withNamesOnlyTheOldestGo()
    {
        Place place;
        Store store(place.file());
        for (int number = 1; number <= 4; ++number) {
            NewRun run = sampleRun(number);
            run.name = QStringLiteral("name");
            got(store.save(run));
        }
        got(store.setTraceLimits({2, 256 << 20}));
        QCOMPARE(withTrace(store), (QList<quint64>{4, 3}));
        got(store.save(sampleRun(5))); // the newest stays, though it has no name
        QCOMPARE(withTrace(store), (QList<quint64>{5, 4}));
    }

    void bytesCountToo()
    {
        Place place;
        Store store(place.file());
        got(store.setTraceLimits({200, 1 << 20}));
        for (int number = 1; number <= 5; ++number)
            got(store.save(sampleRun(number, QStringLiteral("timeouts"), 300'000)));
        QCOMPARE(withTrace(store), (QList<quint64>{5, 4, 3}));
        got(store.save(sampleRun(6, QStringLiteral("timeouts"), 3 << 20))); // alone beyond the limit, and yet the newest
        QCOMPARE(withTrace(store), (QList<quint64>{6}));
    }

    void theFileShrinks()
    {
        Place place;
        {
            Store store(place.file());
            for (int number = 1; number <= 20; ++number)
                got(store.save(sampleRun(number, QStringLiteral("timeouts"), 200'000)));
        }
        const qint64 before = QFileInfo(place.file()).size();
        {
            Store store(place.file());
            got(store.setTraceLimits({2, 256 << 20}));
        }
        QVERIFY2(QFileInfo(place.file()).size() < before / 3, qPrintable(QString::number(QFileInfo(place.file()).size())));
    }
};

QTEST_GUILESS_MAIN(LimitsTest)
#include "tst_limits.moc"
