// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/patterns/concurrent-requests/claims.h"
#include "lessons/catalog/define.h"
#include "lessons/catalog/judging.h"
#include "lessons/trace/caption.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace awaitscope::lesson_concurrent_requests {

namespace {

using namespace std::chrono_literals;

QString tr(const char *source)
{
    return QCoreApplication::translate("awaitscope::lesson_concurrent_requests", source);
}

/// What the parameters ask for.
struct Load
{
    qint64 requests, malformed, connections;
    Ns validate, enrich, permissions;

    explicit Load(const ParameterSet &parameters) :
        requests(parameters.value(u"requests")),
        malformed(std::min(requests, parameters.value(u"malformed"))),
        connections(parameters.value(u"clientConnections")),
        validate(parameters.duration(u"validate")),
        enrich(parameters.duration(u"enrich")),
        permissions(parameters.duration(u"permissions"))
    {
    }
    qint64 wellFormed() const { return requests - malformed; }
    qint64 waves() const { return (wellFormed() + connections - 1) / connections; }
    qint64 mostAtOnce() const { return std::min(wellFormed(), connections); }
    Ns stepsSum() const { return validate + enrich + permissions; }
    Ns longestStep() const { return std::max({validate, enrich, permissions}); }
};

/// How late a busy machine may let a wait go on, each of those that follow one another.
constexpr Ns lateness = 25ms;

Ns allowedFor(const Run &run, Ns expected, qint64 inTurn)
{
    return run.clock == ClockKind::Virtual ? Ns(0) : Ns(tolerance(run.clock, expected) + inTurn * lateness);
}

Verdict judgeLength(const Run &run, const char *variant, Ns expected, qint64 inTurn, const QString &why)
{
    const Ns took = run.variant(QString::fromLatin1(variant))->trace->duration();
    const Ns allowed = allowedFor(run, expected, inTurn);
    const Ns early = run.clock == ClockKind::Virtual ? Ns(0) : Ns(1ms);
    QString measured = tr("It took %1; %2.").arg(readableLength(took), why);
    if (run.clock == ClockKind::Real)
        measured += tr(" On the real clock up to %1 more is allowed, %2 of it for each of %3 waits in turn.")
                        .arg(readableLength(allowed), readableLength(lateness))
                        .arg(inTurn);
    return {took >= expected - early && took <= expected + allowed, measured};
}

Verdict judgeOneByOne(const Run &run)
{
    const Load load(run.parameters);
    const Ns expected = load.wellFormed() * load.stepsSum();
    const qint64 waits = 1 + 4 * load.requests; // three steps and the way over the socket
    return judgeLength(run, "one-by-one", expected, waits,
        tr("%1 well-formed requests of %2 each are %3")
            .arg(load.wellFormed())
            .arg(readableLength(load.stepsSum()), readableLength(expected)));
}

Verdict judgeConcurrent(const Run &run)
{
    const Load load(run.parameters);
    const Ns expected = load.waves() * load.longestStep();
    return judgeLength(run, "concurrent", expected, 1 + 2 * load.waves(),
        tr("%1 well-formed requests over %2 connections are %3 waves, and the longest step is %4")
            .arg(load.wellFormed())
            .arg(load.connections)
            .arg(load.waves())
            .arg(readableLength(load.longestStep())));
}

std::vector<const TaskInfo *> tasksNamed(const Trace &trace, QStringView name)
{
    std::vector<const TaskInfo *> found;
    for (const TaskInfo &task : trace.tasks()) {
        if (task.name == name)
            found.push_back(&task);
    }
    return found;
}

std::vector<const TaskInfo *> clients(const Trace &trace)
{
    return tasksNamed(trace, u"postData");
}

bool gotStatus(const TaskInfo &client, int status)
{
    return status == 200 ? client.outcome == TaskState::Done
                         : client.outcome == TaskState::Failed && client.error.startsWith(QStringLiteral("%1: ").arg(status));
}

Verdict judgeStatus(const Run &run)
{
    Verdict verdict{true, {}};
    QStringList findings;
    for (const VariantRun &variant : run.variants) {
        if (variant.outcome == RunOutcome::Cancelled)
            continue;
        const auto asked = clients(*variant.trace);
        qint64 fine = 0, refused = 0;
        for (std::size_t i = 0; i < asked.size(); ++i) {
            const bool malformed = isMalformed(run.parameters, qint64(i) + 1);
            fine += gotStatus(*asked[i], 200);
            refused += gotStatus(*asked[i], 400);
            if (!gotStatus(*asked[i], malformed ? 400 : 200))
                verdict.holds = false;
        }
        verdict.holds = verdict.holds && qint64(asked.size()) == Load(run.parameters).requests;
        findings.append(tr("%1: %2 of %3 got 200, %4 got 400").arg(variant.title).arg(fine).arg(asked.size()).arg(refused));
    }
    verdict.measured = findings.join(QStringLiteral("; ")) + u'.';
    return verdict;
}

Verdict judgeWire(const Run &run)
{
    Verdict verdict{true, {}};
    QStringList findings;
    for (const VariantRun &variant : run.variants) {
        if (variant.outcome == RunOutcome::Cancelled)
            continue;
        const auto sent = trafficOf(*variant.trace, Side::Clients);
        const auto received = trafficOf(*variant.trace, Side::Server);
        const bool agree = sent && received && *sent == *received && sent->bytes > 0;
        verdict.holds = verdict.holds && agree && sent->connections == Load(run.parameters).requests;
        findings.append(tr("%1: %2 connections opened, %3 accepted; %4 bytes of bodies sent, %5 received")
                            .arg(variant.title)
                            .arg(sent.value_or(Traffic()).connections)
                            .arg(received.value_or(Traffic()).connections)
                            .arg(sent.value_or(Traffic()).bytes)
                            .arg(received.value_or(Traffic()).bytes));
    }
    verdict.measured = findings.join(QStringLiteral("; ")) + u'.';
    return verdict;
}

/// The largest number of requests of which steps were going on at one time.
qint64 mostAtWork(const Trace &trace)
{
    std::vector<std::pair<Ns, int>> changes;
    for (const TaskInfo *handler : tasksNamed(trace, u"processData")) {
        if (handler->children.empty())
            continue;
        Ns end = handler->start;
        for (const TaskId step : handler->children)
            end = std::max(end, trace.task(step).end);
        const Ns begin = trace.task(handler->children.front()).start;
        if (begin == end)
            continue;
        changes.emplace_back(begin, 1);
        changes.emplace_back(end, -1);
    }
    std::ranges::sort(changes); // an end before a begin of the same time
    qint64 now = 0, most = 0;
    for (const auto &[time, change] : changes) {
        now += change;
        most = std::max(most, now);
    }
    return most;
}

Verdict judgeAtOnce(const Run &run)
{
    const Load load(run.parameters);
    const qint64 inTurn = mostAtWork(*run.variant(u"one-by-one")->trace);
    const qint64 together = mostAtWork(*run.variant(u"concurrent")->trace);
    const qint64 expectedInTurn = std::min<qint64>(1, load.wellFormed());
    const qint64 expectedTogether = load.mostAtOnce();
    // Without steps nothing lasts; on the real clock short ones need not meet.
    const bool tooShort = load.longestStep() < (run.clock == ClockKind::Real ? Ns(20ms) : Ns(1));
    const bool holds = tooShort ? inTurn <= expectedInTurn && together <= expectedTogether
                                : inTurn == expectedInTurn && together == expectedTogether;
    QString measured = tr("At most %1 at a time one by one, %2 concurrent, with %3 well-formed requests over %4 connections.")
                           .arg(inTurn)
                           .arg(together)
                           .arg(load.wellFormed())
                           .arg(load.connections);
    if (tooShort)
        measured += tr(" Steps of %1 at most are too short to be sure to meet.").arg(readableLength(load.longestStep()));
    return {holds, measured};
}

/// The value below or at which `percent` of the sorted values lie (nearest rank).
Ns percentile(const std::vector<Ns> &sorted, std::size_t percent)
{
    return sorted[(sorted.size() * percent + 99) / 100 - 1];
}

QString saidBy(Side side)
{
    return side == Side::Clients ? QStringLiteral("the clients sent") : QStringLiteral("the server received");
}

} // namespace

std::string trafficNote(Side side, const Traffic &traffic)
{
    return QStringLiteral("%1 %2 bytes of bodies over %3 connections")
        .arg(saidBy(side))
        .arg(traffic.bytes)
        .arg(traffic.connections)
        .toStdString();
}

std::optional<Traffic> trafficOf(const Trace &trace, Side side)
{
    static const QRegularExpression numbers(QStringLiteral("^(\\d+) bytes of bodies over (\\d+) connections$"));
    for (const Note &note : trace.notes()) {
        const QString said = trace.name(note.text);
        const auto match = numbers.match(said.mid(saidBy(side).size() + 1));
        if (said.startsWith(saidBy(side)) && match.hasMatch())
            return Traffic{match.captured(2).toLongLong(), match.captured(1).toLongLong()};
    }
    return {};
}

bool isMalformed(const ParameterSet &parameters, qint64 number)
{
    const qint64 malformed = parameters.value(u"malformed");
    return number == 1 ? malformed >= parameters.value(u"requests") : number <= malformed + 1;
}

std::vector<ClaimSpec> claims()
{
    constexpr auto oneByOne = "one-by-one";
    constexpr auto concurrent = "concurrent";
    return {
        claim("one-by-one-sum", judgeOneByOne, {oneByOne}),
        claim("concurrent-waves", judgeConcurrent, {concurrent}),
        claim("malformed-refused", judgeStatus, {}),
        claim("wire-agrees", judgeWire, {}),
        claim("at-once", judgeAtOnce, {oneByOne, concurrent}),
    };
}

Verdict judgeChallenge(const Run &run)
{
    const VariantRun *oneByOne = run.variant(u"one-by-one");
    const VariantRun *concurrent = run.variant(u"concurrent");
    if (!oneByOne || !concurrent)
        return {false, tr("This run has only one of the two variants.")};
    const Load load(run.parameters);
    const Ns inTurn = oneByOne->trace->duration();
    const Ns together = concurrent->trace->duration();
    QString measured = tr("Concurrent took %1, one by one %2.").arg(readableLength(together), readableLength(inTurn));
    const bool allWork = std::min({load.validate, load.enrich, load.permissions}) > Ns(0);
    if (!allWork)
        measured += tr(" One step is 0.");
    if (load.wellFormed() < 8)
        measured += load.wellFormed() == 1 ? tr(" Only 1 request is well formed.")
                                           : tr(" Only %1 requests are well formed.").arg(load.wellFormed());
    return {allWork && load.wellFormed() >= 8 && together * 10 > inTurn * 9, measured};
}

std::vector<Metric> metrics(const VariantRun &variant)
{
    std::vector<Ns> latencies;
    for (const TaskInfo *client : clients(*variant.trace)) {
        if (client->outcome == TaskState::Done || client->outcome == TaskState::Failed)
            latencies.push_back(client->end - client->start);
    }
    if (latencies.empty())
        return {};
    std::ranges::sort(latencies);
    std::vector<Metric> found{
        metric("p50_ns", percentile(latencies, 50)),
        metric("p95_ns", percentile(latencies, 95)),
        metric("most_requests_at_work", mostAtWork(*variant.trace)),
    };
    if (const Ns took = variant.trace->duration(); took > Ns(0))
        found.push_back(metric("requests_per_second", qint64(latencies.size()) * Ns(1s).count() / took.count()));
    return found;
}

std::vector<SubjectNote> notes(const VariantRun &variant, const ParameterSet &parameters)
{
    const auto asked = clients(*variant.trace);
    const auto fine = std::ranges::count_if(asked, [](const TaskInfo *client) { return gotStatus(*client, 200); });
    const auto refused = std::ranges::count_if(asked, [](const TaskInfo *client) { return gotStatus(*client, 400); });
    const Load load(parameters);
    QString said = tr("%1 got 200").arg(fine);
    if (refused > 0)
        said += tr(", %1 got 400").arg(refused);
    return {{said, fine == load.wellFormed() && refused == load.malformed}};
}

ResultTable results(const VariantRun &variant, const ParameterSet &)
{
    ResultTable table;
    for (const TaskInfo *client : clients(*variant.trace)) {
        ResultRow row;
        row.what = tr("request %1").arg(table.size() + 1);
        const QString length = readableLength(client->end - client->start);
        if (client->outcome == TaskState::Done) {
            row.detail = tr("200 after %1").arg(length);
        } else {
            row.kind = client->outcome == TaskState::Cancelled ? ResultRow::Kind::Cancelled : ResultRow::Kind::Failed;
            row.detail = tr("after %1: %2").arg(length, client->error);
        }
        table.push_back(row);
    }
    return table;
}

} // namespace awaitscope::lesson_concurrent_requests
