// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/patterns/async-generators/claims.h"
#include "lessons/catalog/define.h"
#include "lessons/catalog/judging.h"
#include "lessons/patterns/async-generators/reading.h"
#include "lessons/trace/caption.h"

#include <QCoreApplication>

#include <algorithm>

namespace awaitscope::lesson_async_generators {

namespace {

using namespace std::chrono_literals;

/// On the real clock word from one end reaches the other within that time, on a busy machine too.
constexpr Ns onTheWire = 20ms;

QString tr(const char *source)
{
    return QCoreApplication::translate("awaitscope::lesson_async_generators", source);
}

int rowsAskedFor(const Run &run)
{
    return static_cast<int>(run.parameters.value(u"rows"));
}

Ns pause(const Run &run)
{
    return run.parameters.duration(u"pause");
}

bool isVirtual(const Run &run)
{
    return run.clock == ClockKind::Virtual;
}

Reading reading(const Run &run, const char *variant)
{
    return Reading(*run.variant(QString::fromLatin1(variant))->trace);
}

Verdict unsound()
{
    return {false, tr("The record has 0 answers.")};
}

/// What a claim about the first row says where there is none.
Verdict noRows(const Reading &found)
{
    return {found.rowsReceived() == 0, tr("0 rows were read, and %1 received.").arg(found.rowsReceived())};
}

QString firstRowText(const Reading &found)
{
    return tr("The client had its first row after %1; the first was read after %2, the last after %3.")
        .arg(readableLength(found.firstReceived()), readableLength(found.firstRead()), readableLength(found.lastRead()));
}

Verdict judgeCollectLast(const Run &run)
{
    const Reading found = reading(run, "collect");
    if (!found.sound())
        return unsound();
    if (found.rowsRead() == 0)
        return noRows(found);
    const bool afterAll = found.rowsReceived() == found.rowsRead() && found.firstReceived() >= found.lastRead();
    const bool asPaused = !isVirtual(run) || found.firstReceived() == pause(run) * found.rowsRead();
    return {afterAll && asPaused, firstRowText(found)};
}

Verdict judgeStreamFirst(const Run &run)
{
    const Reading found = reading(run, "stream");
    if (!found.sound())
        return unsound();
    if (found.rowsRead() == 0)
        return noRows(found);
    if (found.rowsReceived() == 0)
        return {false, tr("0 rows were received.")};
    const Ns late = found.firstReceived() - found.firstRead();
    const Ns allowed = isVirtual(run) ? Ns(0) : onTheWire + (found.lastRead() - found.firstRead()) / 4;
    const QString note = isVirtual(run)
        ? QString()
        : tr(" On the real clock %1 from the one to the other are allowed.").arg(readableLength(allowed));
    return {late >= Ns(0) && late <= allowed, firstRowText(found) + note};
}

Verdict judgeHeld(const Run &run)
{
    const Reading all = reading(run, "collect");
    const Reading one = reading(run, "stream");
    if (!all.sound() || !one.sound())
        return unsound();
    return {all.mostHeld() == all.rowsRead() && one.mostHeld() == std::min(1, one.rowsRead()),
        tr("Of %1 rows collect held %2 at once, stream %3.").arg(all.rowsRead()).arg(all.mostHeld()).arg(one.mostHeld())};
}

Verdict judgeSameBytes(const Run &run)
{
    bool same = true;
    QStringList sent, measured;
    for (const char *variant : {"collect", "stream"}) {
        const Reading found = reading(run, variant);
        const auto [server, client] = found.bytes();
        same = same && found.sound() && !server.isEmpty() && server == client && found.rowsReceived() == found.rowsRead();
        sent.append(server);
        measured.append(tr("%1 sent %2, and its client read %3, %4 rows.")
                            .arg(QString::fromLatin1(variant), server, client)
                            .arg(found.rowsReceived()));
    }
    return {same && sent[0] == sent[1], measured.join(u' ')};
}

Verdict judgeStopsReading(const Run &run)
{
    const Reading found = reading(run, "stop-early");
    if (!found.sound())
        return unsound();
    const Ns heard = found.clientGone() + (isVirtual(run) ? Ns(0) : onTheWire);
    const QString note
        = isVirtual(run) ? QString() : tr(" On the real clock rows read within %1 do not count.").arg(readableLength(onTheWire));
    return {found.rowsReadAfter(heard) <= 1,
        tr("The client took %1 of %2 rows and went after %3. %4 were read, %5 of them after that.")
                .arg(found.rowsReceived())
                .arg(rowsAskedFor(run))
                .arg(readableLength(found.clientGone()))
                .arg(found.rowsRead())
                .arg(found.rowsReadAfter(heard))
            + note};
}

Verdict judgeCleansUp(const Run &run)
{
    const Reading found = reading(run, "stop-early");
    if (!found.sound())
        return unsound();
    const TaskInfo &generator = found.generator();
    const bool ended = found.stoppedByConsumer() || generator.outcome == TaskState::Done;
    return {ended && found.connectionsLeft() == 0 && found.closedAsItEnded(),
        tr("The generator ended after %1, %2; its connection was closed after %3, and %4 were left open.")
            .arg(readableLength(generator.end),
                found.stoppedByConsumer() ? tr("stopped by its consumer") : tr("with its last row given"),
                readableLength(found.connectionClosed()))
            .arg(found.connectionsLeft())};
}

Verdict judgeProducerWaits(const Run &run)
{
    const Reading found = reading(run, "slow-consumer");
    if (!found.sound())
        return unsound();
    const Ns expected = run.parameters.duration(u"consumer") * found.rowsRead();
    const Ns waited = found.producerWaited();
    const bool asLong = isVirtual(run) ? waited == expected : waited >= found.consumerWorked() && waited >= expected;
    return {asLong && found.mostHeld() <= 1,
        tr("The consumer worked for %1 on %2 rows; the producer waited for %3 and held %4 at most.")
            .arg(readableLength(found.consumerWorked()))
            .arg(found.rowsRead())
            .arg(readableLength(waited))
            .arg(found.mostHeld())};
}

} // namespace

std::vector<ClaimSpec> claims()
{
    return {
        claim("collect-last", judgeCollectLast, {"collect"}),
        claim("stream-first", judgeStreamFirst, {"stream"}),
        claim("rows-held", judgeHeld, {"collect", "stream"}),
        claim("same-bytes", judgeSameBytes, {"collect", "stream"}),
        claim("stops-reading", judgeStopsReading, {"stop-early"}),
        claim("cleans-up", judgeCleansUp, {"stop-early"}),
        claim("producer-waits", judgeProducerWaits, {"slow-consumer"}),
    };
}

Verdict judgeChallenge(const Run &run)
{
    if (!run.variant(u"stop-early"))
        return {false, tr("This run has no variant whose client stops early.")};
    const Reading found = reading(run, "stop-early");
    if (!found.sound())
        return unsound();
    const int taken = std::min(found.rowsReceived(), static_cast<int>(run.parameters.value(u"take")));
    return {found.rowsRead() == rowsAskedFor(run) && taken < found.rowsRead(),
        tr("stop-early read %1 of %2 rows, and its client took %3.").arg(found.rowsRead()).arg(rowsAskedFor(run)).arg(taken)};
}

std::vector<Metric> metrics(const VariantRun &variant)
{
    const Reading found(*variant.trace);
    if (!found.sound())
        return {};
    std::vector<Metric> all;
    if (found.rowsReceived() > 0)
        all.push_back(metric("first_row_ns", found.firstReceived()));
    all.push_back(metric("most_rows_held", found.mostHeld()));
    all.push_back(metric("rows_read", found.rowsRead()));
    all.push_back(metric("rows_received", found.rowsReceived()));
    all.push_back(metric("producer_waited_ns", found.producerWaited()));
    return all;
}

std::vector<SubjectNote> notes(const VariantRun &variant, const ParameterSet &)
{
    const Reading found(*variant.trace);
    if (!found.sound())
        return {};
    if (variant.id == u"stop-early")
        return {{tr("%1 taken, %2 read").arg(found.rowsReceived()).arg(found.rowsRead()), true},
            {found.connectionsLeft() == 0 ? tr("connection closed") : tr("connection left open"), found.connectionsLeft() == 0}};
    std::vector<SubjectNote> all;
    if (found.rowsReceived() > 0)
        all.push_back({tr("first row after %1").arg(readableLength(found.firstReceived())),
            found.firstReceived() < found.lastRead() || found.rowsRead() == 1});
    if (variant.id == u"slow-consumer")
        all.push_back({tr("producer waited %1").arg(readableLength(found.producerWaited())), true});
    else
        all.push_back(
            {found.mostHeld() == 1 ? tr("1 row held") : tr("%1 rows held").arg(found.mostHeld()), found.mostHeld() <= 1});
    return all;
}

} // namespace awaitscope::lesson_async_generators
