// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/define.h"
#include "lessons/parts/http_client.h"
#include "lessons/parts/http_server.h"
#include "lessons/patterns/concurrent-requests/claims.h"
#include "lessons/runtime/counter.h"
#include "lessons/runtime/runtime.h"

#include <QJsonArray>

#include <algorithm>

namespace awaitscope::lesson_concurrent_requests {

namespace {

using namespace std::chrono_literals;
using Json = QJsonObject;

/// The lengths of a request's steps, as the reader has set them.
class Steps
{
public:
    explicit Steps(const ParameterSet &parameters) :
        validate(parameters.duration(u"validate")),
        enrich(parameters.duration(u"enrich")),
        permissions(parameters.duration(u"permissions"))
    {
    }

    const Ns validate;
    const Ns enrich;
    const Ns permissions;
};

Steps steps(Scope &scope)
{
    return Steps(scope.context<ParameterSet>());
}

/// A body that breaks off is what a malformed request carries.
QByteArray bodyOf(int number, bool malformed)
{
    const QByteArray whole = "{\"user\":" + QByteArray::number(number) + ",\"action\":\"login\"}";
    return malformed ? whole.chopped(5) : whole;
}

/// 200; throws what the server said where it is anything else.
int okStatus(const HttpAnswer &answer)
{
    if (answer.status != 200)
        throw HttpRefusal(answer.status, QStringLiteral("%1: %2").arg(answer.status).arg(errorText(answer)).toStdString());
    return answer.status;
}

/// What a step finds out about the data that it was given.
Json verdict(const char *what, const Json &data)
{
    return {{QString::fromLatin1(what), data.contains(QLatin1String("user"))}};
}

HttpAnswer success(const Json &valid, const Json &enriched, const Json &authorized)
{
    return jsonAnswer({{QStringLiteral("success"), true}, {QStringLiteral("results"), QJsonArray{valid, enriched, authorized}}});
}

/// What lets a server take one request at a time.
struct OneAtATime
{
    Mutex &mutex;
};

Mutex &server(Scope &scope)
{
    return scope.context<OneAtATime>().mutex;
}

/// Who asks, and from where.
struct Clients
{
    const HttpClient &http;
    Scope &scope;
};

const HttpClient &client(Scope &scope)
{
    return scope.context<Clients>().http;
}

std::vector<Spawned<int>> startPosts(Scope &scope);
qsizetype countOk(const std::vector<Settled<int>> &answers);

// The shown code is laid out by hand, for a narrow pane.
// clang-format off

//! [shared]
QCoro::Task<qsizetype> postAll(Scope &scope)
{
    auto posts = startPosts(scope);
    auto answers = co_await settleAll(std::move(posts));
    co_return countOk(answers);
}

QCoro::Task<int> postData(Scope &scope, HttpRequest request)
{
    auto answer = co_await client(scope).send(scope, request);
    co_return okStatus(answer);
}

QCoro::Task<Json> validateData(Scope &scope, Json data)
{
    co_await sleep(scope, steps(scope).validate);
    co_return verdict("valid", data);
}

QCoro::Task<Json> enrichData(Scope &scope, Json data)
{
    co_await sleep(scope, steps(scope).enrich);
    co_return verdict("enriched", data);
}

QCoro::Task<Json> checkPermissions(Scope &scope, Json data)
{
    co_await sleep(scope, steps(scope).permissions);
    co_return verdict("authorized", data);
}
//! [shared]

namespace one_by_one {

//! [one-by-one]
QCoro::Task<HttpAnswer> processData(
    Scope &scope, HttpRequest request)
{
    const Permit turn = co_await server(scope).lock(scope);
    const Json data = jsonBody(request);
    auto valid = co_await validateData(scope, data);
    auto enriched = co_await enrichData(scope, data);
    auto authorized = co_await checkPermissions(scope, data);
    co_return success(valid, enriched, authorized);
}
//! [one-by-one]

} // namespace one_by_one

namespace concurrent {

//! [concurrent]
QCoro::Task<HttpAnswer> processData(
    Scope &scope, HttpRequest request)
{
    const Json data = jsonBody(request);
    auto [valid, enriched, authorized] = co_await gather(
        scope.spawn(validateData, data),
        scope.spawn(enrichData, data),
        scope.spawn(checkPermissions, data));
    co_return success(valid, enriched, authorized);
}
//! [concurrent]

} // namespace concurrent

// clang-format on

/// All clients ask at once.
std::vector<Spawned<int>> startPosts(Scope &scope)
{
    const ParameterSet &parameters = scope.context<ParameterSet>();
    std::vector<Spawned<int>> posts;
    for (int number = 1; number <= parameters.value(u"requests"); ++number) {
        HttpRequest request{"POST", QStringLiteral("/api/v1/process"), {}, bodyOf(number, isMalformed(parameters, number))};
        posts.push_back(scope.context<Clients>().scope.spawn(postData, std::move(request)));
    }
    return posts;
}

qsizetype countOk(const std::vector<Settled<int>> &answers)
{
    return std::ranges::count_if(answers, [](const Settled<int> &answer) { return answer.ok(); });
}

/// Takes note of what becomes of each client, also where the run is cancelled before all is told.
class Noted : public MemberObserver
{
    void memberEnded(SpawnState &client) override { client.failureSeen(); }
};

using Handler = QCoro::Task<HttpAnswer> (*)(Scope &, HttpRequest);

/// Starts the server, has all clients ask it, and leaves in the record what both sides say of the wire. Not traced: the scope is
/// no reference.
QCoro::Task<void> serveAll(Scope *scope, Handler handler, bool oneAtATime)
{
    std::optional<Mutex> mutex;
    std::optional<OneAtATime> turns;
    HttpServer http(*scope);
    if (oneAtATime) {
        turns.emplace(OneAtATime{mutex.emplace(*scope, "server")});
        http.scope().setContext(*turns);
    }
    http.route("POST", QStringLiteral("/api/v1/process"), handler);

    const HttpClient httpClient(*scope, http.port(), int(scope->context<ParameterSet>().value(u"clientConnections")));
    Noted noted;
    Scope askers(*scope, ScopeKind{.members = &noted});
    const Clients clients{httpClient, askers};
    askers.setContext(clients);
    const qsizetype ok = co_await postAll(askers);
    Q_UNUSED(ok);
    note(*scope, trafficNote(Side::Clients, {httpClient.sent().requests, httpClient.sent().bodyBytesOut}));
    note(*scope, trafficNote(Side::Server, {http.traffic().accepted, http.traffic().bodyBytesIn}));
}

VariantSpec variant(const char *id, Handler handler, bool oneAtATime)
{
    VariantSpec spec;
    spec.id = QString::fromLatin1(id);
    spec.play = [handler, oneAtATime](Scope &scope, const ParameterSet &) { return serveAll(&scope, handler, oneAtATime); };
    return spec;
}

} // namespace

LessonDefinition define()
{
    LessonDefinition lesson;
    lesson.parameters = {countParameter("requests", 8, 200, 1), durationParameter("validate", 100ms, 500ms),
        durationParameter("enrich", 50ms, 500ms), durationParameter("permissions", 20ms, 500ms),
        countParameter("clientConnections", 6, 32, 1), countParameter("malformed", 1, 200, 0)};
    lesson.variants
        = {variant("one-by-one", one_by_one::processData, true), variant("concurrent", concurrent::processData, false)};
    lesson.claims = claims();
    lesson.challenge = judgeChallenge;
    lesson.metrics = metrics;
    lesson.notes = notes;
    lesson.results = results;
    return lesson;
}

} // namespace awaitscope::lesson_concurrent_requests
