// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/run_figure.h"
#include "lessons/catalog/run_file.h"
#include "lessons/catalog/trace_package.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTest>

#include <random>

using namespace awaitscope;

namespace {

const QString folder = QStringLiteral(AWAITSCOPE_SOURCE_DIR "/tests/fuzz/corpus");

/// Bytes that a number, a length or a flag means something by.
constexpr std::array<unsigned char, 10> telling{0x00, 0x01, 0x02, 0x3f, 0x40, 0x7f, 0x80, 0x81, 0xfe, 0xff};

/// How much is tried: 1 in every run of the tests, more where AWAITSCOPE_TEST_SIZE is "full".
int effort()
{
    return qEnvironmentVariable("AWAITSCOPE_TEST_SIZE") == QLatin1String("full") ? 100 : 1;
}

/// Damages content of a trace as a flaw of a disk or a hostile hand would. The same generator gives the same damage.
class Damage
{
public:
    explicit Damage(quint32 seed) : random_(seed) { }

    QByteArray done(QByteArray bytes, const QByteArray &other)
    {
        for (quint32 times = 1 + below(4); times > 0 && !bytes.isEmpty(); --times)
            one(bytes, other);
        return bytes;
    }

private:
    quint32 below(qsizetype limit)
    {
        return static_cast<quint32>(random_() % static_cast<quint32>(std::max<qsizetype>(limit, 1)));
    }

    void one(QByteArray &bytes, const QByteArray &other)
    {
        const auto at = static_cast<qsizetype>(below(bytes.size()));
        switch (below(8)) {
        case 0:
            bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(8)));
            break;
        case 1:
            bytes[at] = static_cast<char>(telling[below(telling.size())]);
            break;
        case 2:
            bytes.remove(at, 1 + below(9));
            break;
        case 3:
            bytes.insert(at, QByteArray(1 + below(9), static_cast<char>(telling[below(telling.size())])));
            break;
        case 4: // a number that is as large as one can be
            bytes.replace(at, 1, QByteArray(9, '\xff') + '\x01');
            break;
        case 5: // one piece twice
            bytes.insert(at, bytes.mid(static_cast<qsizetype>(below(bytes.size())), 1 + below(60)));
            break;
        case 6: // a piece of another
            bytes.replace(at, 1 + below(40), other.mid(static_cast<qsizetype>(below(other.size())), 1 + below(40)));
            break;
        default:
            bytes[at] = static_cast<char>(bytes[at] + (below(2) ? 1 : -1));
        }
    }

    std::mt19937 random_;
};

} // namespace

/// Damaged traces, with a digest that fits: each is refused with a place, or is a run that can be drawn.
class TestTraces : public QObject
{
    Q_OBJECT

private:
    std::vector<QByteArray> contents_;

private Q_SLOTS:
    void initTestCase()
    {
        for (const QFileInfo &info : QDir(folder).entryInfoList({QStringLiteral("*.awaitscope")}, QDir::Files, QDir::Name)) {
            QFile file(info.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            const auto run = decodeRun(bytes); // of this version: as it was written, so it is read
            QVERIFY2(run.ok(), qPrintable(run ? QString() : info.fileName() + run.problem().sentence));
            QVERIFY2(!run.value().variants.empty(), qPrintable(info.fileName()));
            contents_.push_back(unpackTrace(bytes).value().content);
        }
        QVERIFY(contents_.size() >= 5);
    }

    void damagedContentIsRefusedOrDrawn()
    {
        int read = 0, drawn = 0;
        const int rounds = 600 * effort();
        for (std::size_t i = 0; i < contents_.size(); ++i) {
            Damage damage(static_cast<quint32>(i + 1));
            for (int round = 0; round < rounds; ++round) {
                const QByteArray bytes = damage.done(contents_[i], contents_[(i + 1) % contents_.size()]);
                const QByteArray id = bytes.mid(1, static_cast<unsigned char>(bytes.isEmpty() ? 0 : bytes[0]));
                const auto run = decodeRun(packTrace(QString::fromLatin1(id.left(100)), bytes));
                if (!run) {
                    QVERIFY2(run.problem().sentence.contains(QLatin1String("at byte ")), qPrintable(run.problem().sentence));
                    continue;
                }
                ++read;
                const QByteArray again = encodeRun(run.value());
                QVERIFY(decodeRun(again).ok());
                QVERIFY(encodeRun(decodeRun(again).value()) == again);
                const Lesson *lesson = findLesson(run.value().lesson);
                const auto fitted = lesson ? fitRun(run.value(), *lesson) : Result<Run>(Problem());
                if (fitted && read % 8 == 0) {
                    QVERIFY(renderFigure(runFigure(*lesson, fitted.value()), {}, QStringLiteral("svg")).ok());
                    ++drawn;
                }
            }
        }
        qInfo("%d of %d were read, %d drawn", read, int(contents_.size()) * rounds, drawn);
        QVERIFY(read > 0);
        QVERIFY(read < int(contents_.size()) * rounds / 2);
    }

    void nothingTakesLong()
    {
        // What a hostile hand would make of few bytes: as many of the cheapest elements as fit.
        QByteArray content = contents_.front().left(contents_.front().indexOf('\0'));
        for (const char cheap : {'\x00', '\x01', '\x18', '\x04'})
            QVERIFY(!decodeRun(packTrace(QStringLiteral("a"), content + QByteArray(30 << 20, cheap))).ok());
    }
};

QTEST_MAIN(TestTraces)
#include "tst_traces.moc"
