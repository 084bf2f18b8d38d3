// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/run_digest.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QIODevice>

namespace awaitscope {

namespace {

/// A length before each text keeps two texts from being taken for others. A stream would tell a null text from an empty one, which a
/// database does not.
void add(QDataStream &stream, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    stream << qint64(bytes.size());
    stream.writeRawData(bytes.constData(), static_cast<int>(bytes.size()));
}

} // namespace

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

QByteArray factsDigest(const QString &uid, const RunFacts &facts, const QByteArray &traceDigest)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    add(stream, uid);
    add(stream, facts.lesson);
    stream << facts.time.toMSecsSinceEpoch();
    add(stream, facts.clock);
    stream << facts.seed;
    for (const QString &text : {facts.parameters, facts.caption, facts.appVersion})
        add(stream, text);
    stream << quint32(facts.variants.size());
    for (const SavedVariant &variant : facts.variants) {
        for (const QString &text : {variant.id, variant.title, variant.outcome})
            add(stream, text);
        stream << qint64(variant.duration.count());
    }
    stream << quint32(facts.claims.size());
    for (const SavedClaim &claim : facts.claims) {
        for (const QString &text : {claim.id, claim.text, claim.measured})
            add(stream, text);
        stream << claim.holds;
    }
    stream << traceDigest;
    return sha256(bytes);
}

} // namespace awaitscope
