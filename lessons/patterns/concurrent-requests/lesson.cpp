// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/lesson.h"
#include "lessons/parts/http_client.h"
#include "lessons/parts/http_server.h"
#include "lessons/patterns/concurrent-requests/claims.h"
#include "lessons/runtime/counter.h"
#include "lessons/runtime/runtime.h"

#include <QJsonArray>

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

HttpRequest processRequest(const QByteArray &body)
{
    return {"POST", QStringLiteral("/api/v1/process"), {}, body};
}

/// A body that breaks off is what a malformed request carries.
QByteArray bodyOf(int number, bool malformed)
{
    const QByteArray whole = "{\"user\":" + QByteArray::number(number) + ",\"action\":\"login\"}";
    return malformed ? whole.chopped(5) : whole;
}

/// The client goes on only with what it asked for.
void throwIfRefused(const HttpAnswer &answer)
{
    if (answer.status != 200)
        throw HttpRefusal(answer.status, QStringLiteral("%1: %2").arg(answer.status).arg(errorText(answer)).toStdString());
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

// The shown code is laid out by hand, for a narrow pane.
// clang-format off

//! [shared]
QCoro::Task<int> postData(
    Scope &scope, const HttpClient &client, QByteArray body)
{
    const HttpRequest request = processRequest(body);
    auto answer = co_await client.send(scope, request);
    throwIfRefused(answer);
    co_return answer.status;
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

/// Leaves in the record what both sides say of the wire.
void recordTraffic(Scope &scope, const HttpServer &server, const HttpClient &client)
{
    const auto record = [&scope](const char *name, qint64 value) { Counter(scope, name).add(int(value)); };
    record(counterNames.opened, client.sent().requests);
    record(counterNames.accepted, server.traffic().accepted);
    record(counterNames.sent, client.sent().bodyBytesOut);
    record(counterNames.received, server.traffic().bodyBytesIn);
}

/// Takes note of what becomes of each client, also where the run is cancelled before all is told.
class Noted : public MemberObserver
{
    void memberEnded(SpawnState &client) override { client.failureSeen(); }
};

using Handler = QCoro::Task<HttpAnswer> (*)(Scope &, HttpRequest);

/// Starts the server, lets all clients ask at once, and waits for what becomes of each. Not traced: the scope is no reference.
QCoro::Task<void> askAll(Scope *scope, Handler handler, bool oneAtATime)
{
    const ParameterSet &parameters = scope->context<ParameterSet>();
    std::optional<Mutex> mutex;
    std::optional<OneAtATime> context;
    HttpServer http(*scope);
    if (oneAtATime) {
        context.emplace(OneAtATime{mutex.emplace(*scope, "server")});
        http.scope().setContext(*context);
    }
    http.route("POST", QStringLiteral("/api/v1/process"), handler);
    const HttpClient client(*scope, http.port(), int(parameters.value(u"clientConnections")));

    Noted noted;
    Scope clients(*scope, ScopeKind{.members = &noted});
    std::vector<Spawned<int>> asked;
    for (int number = 1; number <= parameters.value(u"requests"); ++number)
        asked.push_back(clients.spawn(postData, std::cref(client), bodyOf(number, isMalformed(parameters, number))));
    const auto answers = co_await settleAll(std::move(asked));
    Q_UNUSED(answers);
    recordTraffic(*scope, http, client);
}

VariantSpec variant(const char *id, Handler handler, bool oneAtATime)
{
    VariantSpec spec;
    spec.id = QString::fromLatin1(id);
    spec.play = [handler, oneAtATime](Scope &scope, const ParameterSet &) { return askAll(&scope, handler, oneAtATime); };
    return spec;
}

ParameterSpec count(const char *id, qint64 least, qint64 value, qint64 most)
{
    ParameterSpec spec;
    spec.id = QString::fromLatin1(id);
    spec.type = ParameterType::Count;
    spec.defaultValue = value;
    spec.minimum = least;
    spec.maximum = most;
    return spec;
}

ParameterSpec step(const char *id, Ns length)
{
    ParameterSpec spec;
    spec.id = QString::fromLatin1(id);
    spec.defaultValue = length.count();
    spec.maximum = Ns(500ms).count();
    spec.step = Ns(1ms).count();
    return spec;
}

} // namespace

LessonDefinition define()
{
    LessonDefinition lesson;
    lesson.parameters = {count("requests", 1, 8, 200), step("validate", 100ms), step("enrich", 50ms), step("permissions", 20ms),
        count("clientConnections", 1, 6, 32), count("malformed", 0, 1, 200)};
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
