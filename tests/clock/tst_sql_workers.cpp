// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/clock/busy_machine.h"
#include "tests/runtime/sound_trace.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>

#include <map>
#include <random>

using namespace awaitscope;
using namespace std::chrono_literals;

namespace {

constexpr int workerCount = 3;
constexpr int queryCount = 12;
constexpr int rowCount = 500;
constexpr std::array<int, queryCount> costs{21, 20, 40, 41, 6, 24, 10, 34, 13, 17, 50, 29}; // ms

QString databaseFile;

void throwIfFailed(bool ok, const QSqlError &error)
{
    if (!ok)
        throw std::runtime_error(error.text().toStdString());
}

QString connectionName(int worker)
{
    return QStringLiteral("connection %1").arg(worker);
}

void open(int worker)
{
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connectionName(worker));
    database.setDatabaseName(databaseFile);
    throwIfFailed(database.open(), database.lastError());
}

/// The sum of every row up to a number; takes as long as the machine likes.
qint64 sumUpTo(int worker, int last)
{
    static std::atomic<unsigned> calls = 0;
    std::minstd_rand random(++calls);
    std::this_thread::sleep_for(std::chrono::microseconds(random() % 2000));
    QSqlQuery query(QSqlDatabase::database(connectionName(worker)));
    throwIfFailed(query.prepare(QStringLiteral("SELECT sum(value) FROM numbers WHERE value <= ?")), query.lastError());
    query.addBindValue(last);
    throwIfFailed(query.exec() && query.next(), query.lastError());
    return query.value(0).toLongLong();
}

/// What one repetition gave.
struct Finished
{
    std::vector<int> order;
    std::vector<Ns> times;
    std::vector<qint64> sums = std::vector<qint64>(queryCount);

    bool operator==(const Finished &) const = default;
};
Finished finished;

QCoro::Task<void> openConnection(Scope &scope, Worker *worker, int number)
{
    const auto opening = [number] { open(number); };
    auto call = worker->run(scope, opening);
    co_await call;
}

QCoro::Task<void> closeConnection(Scope &scope, Worker *worker, int number)
{
    const auto closing = [number] { QSqlDatabase::removeDatabase(connectionName(number)); };
    auto call = worker->run(scope, closing);
    co_await call;
}

QCoro::Task<void> ask(Scope &scope, Worker *worker, int number)
{
    const auto query = [number] { return sumUpTo(number % workerCount, 10 * (number + 1)); };
    auto call = worker->run(scope, std::chrono::milliseconds(costs[static_cast<std::size_t>(number)]), query);
    const qint64 sum = co_await call;
    finished.order.push_back(number);
    finished.times.push_back(scope.scheduler().now());
    finished.sums[static_cast<std::size_t>(number)] = sum;
}

QCoro::Task<void> askAll(Scope &scope)
{
    std::vector<std::unique_ptr<Worker>> workers;
    for (int i = 0; i < workerCount; ++i)
        workers.push_back(std::make_unique<Worker>(scope, connectionName(i).toStdString()));
    for (int i = 0; i < workerCount; ++i)
        co_await openConnection(scope, workers[static_cast<std::size_t>(i)].get(), i);
    std::vector<Spawned<void>> queries;
    for (int i = 0; i < queryCount; ++i)
        queries.push_back(scope.spawn(ask, workers[static_cast<std::size_t>(i % workerCount)].get(), i));
    co_await gather(std::move(queries));
    for (int i = 0; i < workerCount; ++i)
        co_await closeConnection(scope, workers[static_cast<std::size_t>(i)].get(), i);
}

/// The same by hand: each connection does its queries one after the other.
Finished expected()
{
    std::map<Ns, int> ends;
    std::array<Ns, workerCount> busyUntil{};
    Finished result;
    for (int i = 0; i < queryCount; ++i) {
        const auto index = static_cast<std::size_t>(i);
        Ns &end = busyUntil[index % workerCount];
        end += std::chrono::milliseconds(costs[index]);
        ends.emplace(end, i);
        const qint64 last = 10 * (i + 1);
        result.sums[index] = last * (last + 1) / 2;
    }
    for (const auto &[end, query] : ends) {
        result.order.push_back(query);
        result.times.push_back(end);
    }
    return result;
}

} // namespace

/// A real SQLite file, with one connection a thread, on the virtual clock.
class TestSqlWorkers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void timesAndOrderAreTheSameEachTime();

private:
    QTemporaryDir folder_;
};

void TestSqlWorkers::initTestCase()
{
    QVERIFY(folder_.isValid());
    databaseFile = folder_.filePath(QStringLiteral("numbers.sqlite"));
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("maker"));
        database.setDatabaseName(databaseFile);
        QVERIFY2(database.open(), qPrintable(database.lastError().text()));
        QSqlQuery query(database);
        QVERIFY(query.exec(QStringLiteral("CREATE TABLE numbers (value INTEGER)")));
        QVERIFY(query.exec(QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) "
                                          "INSERT INTO numbers SELECT i FROM n")
                               .arg(rowCount)));
    }
    QSqlDatabase::removeDatabase(QStringLiteral("maker"));
}

void TestSqlWorkers::timesAndOrderAreTheSameEachTime()
{
    const BusyMachine busy;
    const Finished wanted = expected();
    QCOMPARE(wanted.order.size(), std::size_t(queryCount)); // no two end at one instant
    for (int i = repetitions(20, 200); i > 0; --i) {
        finished = {};
        RecordedRun run;
        const std::string error = run.play(askAll);
        QCOMPARE(error, std::string());
        QCOMPARE(finished.order, wanted.order);
        QCOMPARE(finished.times, wanted.times);
        QCOMPARE(finished.sums, wanted.sums);
        QCOMPARE(soundTrace(run).works().size(), std::size_t(queryCount + 2 * workerCount));
    }
}

AWAITSCOPE_CLOCK_MAIN(TestSqlWorkers)
#include "tst_sql_workers.moc"
