// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/trace_package.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QtEndian>

#include <zlib.h>

namespace awaitscope {

namespace {

constexpr QByteArrayView magic("awaitscope\x1a\n", 12);
constexpr auto hash = QCryptographicHash::Sha256;
constexpr qsizetype digestSize = 32;
constexpr qsizetype longestId = 100;
constexpr qsizetype sizesSize = 2 * sizeof(quint32);
constexpr qint64 mostRatio = 1032; ///< nothing that deflate packs becomes shorter than that
constexpr int level = 6;

QString tr(const char *text)
{
    return QCoreApplication::translate("TraceFile", text);
}

Problem problemAt(qsizetype offset, const QString &sentence, const char *id = "trace-damaged")
{
    return {QString::fromLatin1(id), sentence, QString::number(offset)};
}

Problem endsEarly(qsizetype size, qint64 wanted)
{
    return problemAt(size, tr("the trace is damaged: it ends at byte %1, before byte %2.").arg(size).arg(wanted));
}

template <class Number> void append(QByteArray &bytes, Number number)
{
    const Number little = qToLittleEndian(number);
    bytes.append(reinterpret_cast<const char *>(&little), sizeof little);
}

qsizetype headSize(const RunFileHead &head)
{
    return magic.size() + qsizetype(sizeof(quint16)) + 1 + head.lesson.size();
}

} // namespace

QByteArray packTrace(const QString &lesson, const QByteArray &content)
{
    const QByteArray id = lesson.toLatin1();
    QByteArray packed(static_cast<qsizetype>(compressBound(static_cast<uLong>(content.size()))), Qt::Uninitialized);
    uLongf packedSize = static_cast<uLongf>(packed.size());
    const int done = compress2(reinterpret_cast<Bytef *>(packed.data()), &packedSize,
        reinterpret_cast<const Bytef *>(content.constData()), static_cast<uLong>(content.size()), level);
    Q_ASSERT_X(done == Z_OK, "packTrace", "the buffer is large enough by compressBound()");
    if (done != Z_OK)
        return {};
    QByteArray bytes = magic.toByteArray();
    append(bytes, static_cast<quint16>(runFileVersion));
    bytes.append(static_cast<char>(id.size()));
    bytes.append(id);
    append(bytes, static_cast<quint32>(content.size()));
    append(bytes, static_cast<quint32>(packedSize));
    bytes.append(packed.constData(), static_cast<qsizetype>(packedSize));
    bytes.append(QCryptographicHash::hash(bytes, hash));
    return bytes;
}

Result<RunFileHead> peekRun(QByteArrayView bytes)
{
    const QByteArrayView begin = bytes.first(std::min(bytes.size(), magic.size()));
    if (begin.isEmpty() || magic.first(begin.size()) != begin)
        return problemAt(0, tr("this is no Awaitscope trace: it begins with other bytes at byte 0."), "trace-unknown");
    const qsizetype idAt = magic.size() + qsizetype(sizeof(quint16)) + 1;
    if (bytes.size() < idAt)
        return endsEarly(bytes.size(), idAt);
    RunFileHead head;
    head.version = qFromLittleEndian<quint16>(bytes.data() + magic.size());
    if (head.version > runFileVersion)
        return problemAt(magic.size(),
            tr("the trace has version %1 of the format, at byte %2; this Awaitscope reads up to version %3, a newer one reads "
               "it.")
                .arg(head.version)
                .arg(magic.size())
                .arg(runFileVersion),
            "trace-newer");
    const qsizetype idSize = static_cast<uchar>(bytes[idAt - 1]);
    if (head.version < 1 || idSize > longestId)
        return problemAt(magic.size(), tr("the trace is damaged at byte %1: there is no such head.").arg(magic.size()));
    if (bytes.size() < idAt + idSize)
        return endsEarly(bytes.size(), idAt + idSize);
    head.lesson = QString::fromLatin1(bytes.sliced(idAt, idSize));
    const bool sound = std::all_of(head.lesson.cbegin(), head.lesson.cend(),
        [](QChar letter) { return letter == u'-' || (letter >= u'a' && letter <= u'z') || (letter >= u'0' && letter <= u'9'); });
    if (!sound || head.lesson.isEmpty())
        return problemAt(idAt, tr("the trace is damaged at byte %1: no id of a lesson stands there.").arg(idAt));
    return head;
}

Result<UnpackedTrace> unpackTrace(QByteArrayView bytes)
{
    auto head = peekRun(bytes);
    if (!head)
        return head.problem();
    if (bytes.size() > mostFileBytes)
        return problemAt(
            mostFileBytes, tr("the trace is larger than the %1 bytes that are read.").arg(mostFileBytes), "trace-size");
    const qsizetype sizesAt = headSize(head.value()), packedAt = sizesAt + sizesSize;
    if (bytes.size() < packedAt + digestSize)
        return endsEarly(bytes.size(), packedAt + digestSize);
    const qint64 size = qFromLittleEndian<quint32>(bytes.data() + sizesAt);
    const qint64 packedSize = qFromLittleEndian<quint32>(bytes.data() + sizesAt + sizeof(quint32));
    const qint64 digestAt = packedAt + packedSize;
    if (bytes.size() < digestAt + digestSize)
        return endsEarly(bytes.size(), digestAt + digestSize);
    if (bytes.size() > digestAt + digestSize)
        return problemAt(digestAt + digestSize,
            tr("the trace is damaged: it should end at byte %1, and %2 bytes follow.")
                .arg(digestAt + digestSize)
                .arg(bytes.size() - digestAt - digestSize));
    if (QCryptographicHash::hash(bytes.first(digestAt), hash) != bytes.sliced(digestAt))
        return problemAt(digestAt, tr("the trace is damaged: its content does not fit its digest at byte %1.").arg(digestAt));
    if (size > mostUnpackedBytes || size > mostRatio * packedSize)
        return problemAt(sizesAt,
            tr("the trace states at byte %1 that %2 bytes are packed in it; the most that is read is %3.")
                .arg(sizesAt)
                .arg(size)
                .arg(std::min(mostUnpackedBytes, mostRatio * packedSize)),
            "trace-size");
    UnpackedTrace unpacked{std::move(head).value(), QByteArray(static_cast<qsizetype>(size), Qt::Uninitialized)};
    uLongf unpackedSize = static_cast<uLongf>(size);
    const int done = uncompress(reinterpret_cast<Bytef *>(unpacked.content.data()), &unpackedSize,
        reinterpret_cast<const Bytef *>(bytes.data() + packedAt), static_cast<uLong>(packedSize));
    if (done != Z_OK || unpackedSize != static_cast<uLongf>(size))
        return problemAt(packedAt,
            tr("the trace is damaged: what is packed at byte %1 cannot be unpacked to %2 bytes.").arg(packedAt).arg(size));
    return unpacked;
}

} // namespace awaitscope
