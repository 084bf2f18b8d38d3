// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/parts/connection.h"
#include "lessons/parts/lesson_database.h"
#include "tests/parts/both_clocks.h"
#include "tests/runtime/sound_trace.h"

#include <QSqlDatabase>
#include <QTemporaryDir>

using namespace awaitscope;
using namespace awaitscope::test;
using namespace std::chrono_literals;

namespace {

/// Its rows have no end.
const QString endless = QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n");

/// What the coroutines of a test work on.
struct World
{
    World(Scope &scope, const QString &file) : open(scope, "open connections"), connection(scope, file, open) { }

    Counter open;
    Connection connection;
};

} // namespace

/// The rows of a statement, read one by one.
class TestRows : public QObject
{
    Q_OBJECT

    QTemporaryDir folder_;
    QString path_;

private Q_SLOTS:
    void initTestCase()
    {
        const auto path = lessonDatabase(10, folder_.path());
        QVERIFY(path.ok());
        path_ = path.value();
    }
    void cleanup() { QVERIFY(QSqlDatabase::connectionNames().isEmpty()); }

    void givesRowsOneByOne_data() { addBothClocks(); }
    void givesRowsOneByOne()
    {
        RecordedRun run(clockOfRow());
        QStringList ids;
        const auto story = [&](Scope &scope) -> QCoro::Task<void> {
            World world(scope, path_);
            co_await world.connection.open(scope);
            const QString firstLogs = QStringLiteral("SELECT id, level FROM logs ORDER BY id LIMIT ?");
            const std::vector<QVariantList> limits = {{3}, {1}};
            for (const QVariantList &limit : limits) { // the second statement takes the place of the first
                co_await world.connection.select(scope, 5ms, firstLogs, limit);
                auto row = co_await world.connection.nextRow(scope, 1ms);
                while (row) {
                    ids << row->at(0).toString();
                    if (row->size() != 2 || ids.size() == 2)
                        break;
                    row = co_await world.connection.nextRow(scope, 1ms);
                }
            }
            const auto none = co_await world.connection.nextRow(scope, 1ms);
            if (none)
                throw std::runtime_error("a row too many");
        };
        QCOMPARE(run.play(story), std::string());
        QCOMPARE(ids, QStringList({QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("1")}));
        const Trace trace = soundTrace(run);
        if (clockOfRow() == ClockKind::Virtual)
            QCOMPARE(trace.duration(), Ns(15ms));
        QStringList waits;
        for (const Span &span : trace.spans()) {
            if (span.state == TaskState::InFlight)
                waits << trace.name(span.wait.name);
        }
        QCOMPARE(waits.mid(1, 2), QStringList({QStringLiteral("select"), QStringLiteral("next row")}));
    }

    void readsARowOnlyWhenItIsAskedFor()
    {
        SqlSession session(path_);
        QVERIFY(!session.nextRow());
        session.select(endless);
        for (int i = 1; i <= 3; ++i)
            QCOMPARE(session.nextRow().value().at(0).toInt(), i);
        session.select(QStringLiteral("SELECT id FROM logs WHERE id < 0"));
        QVERIFY(!session.nextRow());
        QVERIFY_THROWS_EXCEPTION(QueryError, session.select(QStringLiteral("SELECT nonsense FROM logs")));
        QVERIFY(!session.nextRow());
    }

    void isCancelledWhileItsRowsAreRead_data() { addBothClocks(); }
    void isCancelledWhileItsRowsAreRead()
    {
        RecordedRun run(clockOfRow());
        std::string end;
        const auto story = [&](Scope &scope) -> QCoro::Task<void> {
            World world(scope, path_);
            Scope inner(scope);
            const auto reading = [](Scope &own, World &its) -> QCoro::Task<void> {
                co_await its.connection.open(own);
                co_await its.connection.select(own, 1ms, endless);
                auto row = co_await its.connection.nextRow(own, 1ms);
                while (row)
                    row = co_await its.connection.nextRow(own, 1ms);
            };
            auto task = inner.spawn(reading, std::ref(world));
            co_await sleep(scope, 5ms);
            inner.cancel("enough");
            try {
                co_await task;
            } catch (const Cancelled &) {
                end = "cancelled";
            }
        };
        QCOMPARE(run.play(story), std::string());
        QCOMPARE(end, std::string("cancelled"));
        const Trace trace = soundTrace(run);
        QCOMPARE(trace.counters()[0].changes.back().value, 0u);
    }
};

QTEST_GUILESS_MAIN(TestRows)
#include "tst_rows.moc"
