// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/run_record.h"
#include "app/gui/window_memory.h"
#include "app/store/store.h"
#include "lessons/catalog/runner.h"
#include "tests/bench/figures.h"

#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <map>
#include <optional>

namespace awaitscope::bench {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int starts = 21, warmUps = 3, savedRuns = 200;
constexpr int patience = 20'000; // ms

/// The program that is measured: the one beside, or the one that AWAITSCOPE_PROGRAM names, such as the one that is installed.
QString program()
{
    return qEnvironmentVariable("AWAITSCOPE_PROGRAM", QStringLiteral(AWAITSCOPE_BINARY_DIR "/awaitscope"));
}

QString peer()
{
    return QStringLiteral(AWAITSCOPE_BINARY_DIR "/tests/awaitscope_bench_label");
}

/// For as long as it lives, this process and those it starts have a home of their own.
class HomeForNow
{
public:
    HomeForNow()
    {
        for (const char *name :
            {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "HOME", "AWAITSCOPE_LANGUAGE"}) {
            if (qEnvironmentVariableIsSet(name))
                before_[name] = qgetenv(name);
            qunsetenv(name);
        }
        qputenv("HOME", folder_.path().toLocal8Bit());
    }
    ~HomeForNow()
    {
        qunsetenv("HOME");
        for (const auto &[name, value] : before_)
            qputenv(name, value);
    }
    Q_DISABLE_COPY_MOVE(HomeForNow)

private:
    QTemporaryDir folder_;
    std::map<const char *, QByteArray> before_;
};

/// A reader who has played a lesson often, and has left the window with it.
bool leaveASession()
{
    const Lesson *lesson = findLesson(u"sequential-vs-parallel");
    const ParameterSet parameters(lesson->definition.parameters);
    const auto variants = lesson->availableVariants(parameters, ClockKind::Virtual);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const NewRun run = recordOf(awaitscope::play({lesson, parameters, variants, ClockKind::Virtual, 1}), now);
    Store store;
    for (int i = 0; i < savedRuns; ++i) {
        NewRun copy = run;
        copy.facts.time = now.addSecs(i - savedRuns);
        if (!waitFor(store.save(std::move(copy)), std::chrono::milliseconds(patience)))
            return false;
    }
    WindowMemory memory;
    KeptPlace place;
    place.lesson = lesson->id;
    place.clock = ClockKind::Virtual;
    memory.setPlace(place);
    memory.setTourSeen();
    return memory.place().lesson == lesson->id;
}

/// A display without a screen, of this process alone; none where there is no Xvfb.
class Display
{
public:
    Display()
    {
        server_.start(QStringLiteral("Xvfb"),
            {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-nolisten"), QStringLiteral("tcp"),
                QStringLiteral("-screen"), QStringLiteral("0"), QStringLiteral("1920x1080x24")});
        for (int i = 0; i < 100 && server_.state() != QProcess::NotRunning && !server_.canReadLine(); ++i)
            server_.waitForReadyRead(100);
        name_ = server_.canReadLine() ? u':' + QString::fromLatin1(server_.readLine().trimmed()) : QString();
    }
    ~Display()
    {
        server_.terminate();
        server_.waitForFinished(patience);
    }
    Q_DISABLE_COPY_MOVE(Display)

    /// Empty for none.
    const QString &name() const { return name_; }

private:
    QProcess server_;
    QString name_;
};

QProcessEnvironment onPlatform(const QString &platform, const QString &display)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), platform);
    environment.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("awaitscope.startup.debug=true"));
    environment.remove(QStringLiteral("WAYLAND_DISPLAY"));
    if (!display.isEmpty())
        environment.insert(QStringLiteral("DISPLAY"), display);
    return environment;
}

/// From before the process is made until its window is painted, as it tells itself; both by the one steady clock of the system. ms
std::optional<double> untilPainted(const QString &file, const QProcessEnvironment &environment)
{
    static const QRegularExpression painted(QStringLiteral("first paint at (\\d+) ns"));
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setReadChannel(QProcess::StandardError);
    const Clock::time_point begin = Clock::now();
    process.start(file, {});
    std::optional<double> took;
    for (QString said; !took && process.waitForReadyRead(patience);) {
        said += QString::fromLocal8Bit(process.readAllStandardError());
        if (const auto match = painted.match(said); match.hasMatch())
            took = static_cast<double>(match.captured(1).toLongLong() - begin.time_since_epoch() / std::chrono::nanoseconds(1))
                / 1e6;
    }
    process.terminate();
    if (!process.waitForFinished(patience))
        process.kill(), process.waitForFinished(patience);
    return took;
}

/// From before the process is made to its end, ms.
std::optional<double> untilEnded(const QString &file, const QStringList &arguments)
{
    QProcess process;
    process.setStandardOutputFile(QProcess::nullDevice());
    const Clock::time_point begin = Clock::now();
    process.start(file, arguments);
    const bool ended
        = process.waitForFinished(patience) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    return ended ? std::optional(nanosecondsSince(begin) / 1e6) : std::nullopt;
}

/// The medians of both, measured in turn, so that what else the machine does meets both.
template <class Measure, class MeasurePeer>
void compare(const std::string &name, const Goal &goal, const std::string &peerName, Measure measure, MeasurePeer measurePeer)
{
    std::vector<double> took, peerTook;
    for (int i = 0; i < warmUps + starts; ++i) {
        const std::optional<double> one = measure(), other = measurePeer();
        if (!one || !other) {
            std::fprintf(stderr, "%s: the program did not start, or did not say when it had painted\n", name.c_str());
            return;
        }
        if (i < warmUps)
            continue;
        took.push_back(*one);
        peerTook.push_back(*other);
    }
    report({.name = name, .value = median(took), .unit = "ms", .peer = peerName, .peerValue = median(peerTook), .goal = goal});
}

void compareWindows(const QString &platform, const QString &display)
{
    const QProcessEnvironment environment = onPlatform(platform, display);
    compare(
        "start_first_lesson_" + platform.toStdString(), valueAtMost(300), "ms one label of Qt Widgets",
        [&] { return untilPainted(program(), environment); }, [&] { return untilPainted(peer(), environment); });
}

void compareCommand(const std::string &name, const QStringList &arguments, const Goal &goal)
{
    compare(
        name, goal, "ms QCoreApplication and one line", [&] { return untilEnded(program(), arguments); },
        [] { return untilEnded(peer(), {QStringLiteral("line")}); });
}

} // namespace

void benchStart()
{
    const HomeForNow home;
    if (!leaveASession()) {
        std::fprintf(stderr, "start: no session could be left for the next start\n");
        return;
    }
    if (const Display display; !display.name().isEmpty())
        compareWindows(QStringLiteral("xcb"), display.name());
    compareWindows(QStringLiteral("offscreen"), {});
    compareCommand("start_version", {QStringLiteral("--version")}, {});
    compareCommand("start_list", {QStringLiteral("list")}, {});
    compareCommand("start_check", {QStringLiteral("check")}, valueAtMost(1000));
}

} // namespace awaitscope::bench
