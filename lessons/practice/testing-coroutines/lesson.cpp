// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/lesson.h"
#include "lessons/catalog/define.h"
#include "lessons/catalog/play.h"
#include "lessons/parts/http_client.h"
#include "lessons/parts/http_server.h"
#include "lessons/practice/testing-coroutines/claims.h"
#include "lessons/practice/testing-coroutines/fixture.h"
#include "lessons/practice/testing-coroutines/test_process.h"

namespace awaitscope::lesson_testing_coroutines {

using namespace std::chrono_literals;

/// What is asked of three services.
struct Profile
{
    QByteArray user;
    int logs = 0;
    int metrics = 0;
};

/// The tests, which a process of their own runs.
class TestProfile : public Fixture
{
    Q_OBJECT

public:
    using Fixture::Fixture;

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { tell(); }
    void loadsThreeResults_data() { addSeeds(); }
    void loadsThreeResults();
    void takesTheLongestWait_data() { addSeeds(); }
    void takesTheLongestWait();
    void healthAnswers200_data() { addSeeds(); }
    void healthAnswers200();
};

namespace {

QCoro::Task<QByteArray> getUser(Scope &scope, int id)
{
    co_await sleep(scope, scope.context<Waits>().user);
    co_return "user " + QByteArray::number(id);
}

QCoro::Task<int> getUserLogs(Scope &scope, int id)
{
    co_await sleep(scope, scope.context<Waits>().logs);
    co_return 10 * id;
}

QCoro::Task<int> getUserMetrics(Scope &scope, int id)
{
    co_await sleep(scope, scope.context<Waits>().metrics);
    co_return 6 * id;
}

QCoro::Task<HttpAnswer> health(Scope &, HttpRequest)
{
    co_return jsonAnswer({{QStringLiteral("status"), QStringLiteral("healthy")}});
}

const QString healthPath = QStringLiteral("/api/v1/health");

/// The app under test and its test client: a server of its own for each test. Gives the status of the answer.
QCoro::Task<int> getHealth(Scope &scope)
{
    HttpServer app(scope);
    app.route("GET", healthPath, health);
    const HttpClient client(scope, app.port(), 1);
    const HttpRequest request{.path = healthPath};
    const HttpAnswer answer = co_await client.send(scope, request);
    co_return answer.status;
}

constexpr auto grace = 2s;

} // namespace

// The shown code is laid out by hand, for a narrow pane.
// clang-format off

//! [shared]
QCoro::Task<Profile> loadProfile(Scope &scope, int id)
{
    auto [user, logs, metrics] = co_await gather(
        scope.spawn(getUser, id),
        scope.spawn(getUserLogs, id),
        scope.spawn(getUserMetrics, id));
    co_return Profile{user, logs, metrics};
}

void TestProfile::loadsThreeResults()
{
    const Profile profile = play(loadProfile, 7).value;
    QCOMPARE(profile.user, "user 7");
    QCOMPARE(profile.logs, 70);
    QCOMPARE(profile.metrics, 42);
}

void TestProfile::takesTheLongestWait()
{
    const Ns took = play(loadProfile, 7).took;
    QVERIFY(took <= longestWait());
}

void TestProfile::healthAnswers200()
{
    const int status = play(getHealth).value;
    QCOMPARE(status, 200);
}
//! [shared]

namespace {

//! [shared]
QCoro::Task<Verdicts> runTests(
    Scope &scope, ClockKind clock, int round)
{
    TestProcess tests(scope, clock, round);
    co_await cancellable(scope, &tests, grace, cost);
    note(scope, tests.summary());
    co_return tests.verdicts();
}
//! [shared]

namespace real_clock {

//! [real-clock]
QCoro::Task<bool> testTwice(Scope &scope)
{
    auto first = co_await runTests(
        scope, ClockKind::Real, 1);
    auto second = co_await runTests(
        scope, ClockKind::Real, 2);
    co_return first == second;
}
//! [real-clock]

} // namespace real_clock

namespace virtual_clock {

//! [virtual-clock]
QCoro::Task<bool> testTwice(Scope &scope)
{
    auto first = co_await runTests(
        scope, ClockKind::Virtual, 1);
    auto second = co_await runTests(
        scope, ClockKind::Virtual, 2);
    co_return first == second;
}
//! [virtual-clock]

} // namespace virtual_clock

// clang-format on

/// With what the rounds count in. Not traced: the scope is no reference.
QCoro::Task<void> countedRounds(Scope *scope, QCoro::Task<bool> (*testTwice)(Scope &))
{
    Scope rounds(*scope);
    Counter passed(*scope, "tests passed");
    const Tally tally{passed};
    rounds.setContext(tally);
    const bool same = co_await testTwice(rounds);
    Q_UNUSED(same);
}

VariantSpec variant(const char *id, QCoro::Task<bool> (*testTwice)(Scope &))
{
    VariantSpec spec;
    spec.id = QString::fromLatin1(id);
    spec.play = [testTwice](Scope &scope, const ParameterSet &) { return countedRounds(&scope, testTwice); };
    return spec;
}

int runProfileTests(const QStringList &arguments)
{
    const auto settings = toTestSettings(arguments);
    if (!settings)
        return 2;
    TestProfile tests(*settings);
    return runTestClass(tests);
}

} // namespace

LessonDefinition define()
{
    LessonDefinition lesson;
    lesson.parameters = {countParameter("seeds", 20, 200, 1), durationParameter("jitter", 8ms, 50ms)};
    lesson.variants = {variant("real-clock", real_clock::testTwice), variant("virtual-clock", virtual_clock::testTwice)};
    lesson.variants.front().realClockOnly = true;
    lesson.program = runProfileTests;
    lesson.claims = claims();
    lesson.challenge = judgeChallenge;
    lesson.metrics = metrics;
    lesson.notes = notes;
    lesson.results = results;
    return lesson;
}

} // namespace awaitscope::lesson_testing_coroutines

#include "testing-coroutines.moc"
