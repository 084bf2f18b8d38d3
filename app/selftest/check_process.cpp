// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/selftest/check_process.h"

#include "app/selftest/checks.h"
#include "app/selftest/selftest_report.h"

#include <QGuiApplication>
#include <QJsonDocument>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>

namespace awaitscope {

namespace {

constexpr const char *entry = "--selftest-check";

QString lastWords; ///< of Qt, before it gives up on a display

void tell(const CheckResult &result)
{
    const QByteArray line = encodeResult(result) + '\n';
    std::fwrite(line.constData(), 1, std::size_t(line.size()), stdout);
    std::fflush(stdout);
}

void onMessageWhileConnecting(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    if (type == QtFatalMsg) {
        tell(displayOutOfReach(lastWords.isEmpty() ? message.simplified() : lastWords));
        std::_Exit(0);
    }
    if (lastWords.isEmpty())
        lastWords = message.simplified();
}

QByteArray encodePlaces(const CheckedPlaces &places)
{
    return QJsonDocument(QJsonObject{{QStringLiteral("settings"), places.settings}, {QStringLiteral("data"), places.data},
                             {QStringLiteral("state"), places.state}, {QStringLiteral("cache"), places.cache},
                             {QStringLiteral("store"), places.store}})
        .toJson(QJsonDocument::Compact);
}

CheckedPlaces decodePlaces(const QByteArray &bytes)
{
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    const auto text = [&object](const char *key) { return object[QLatin1String(key)].toString(); };
    return {text("settings"), text("data"), text("state"), text("cache"), text("store")};
}

bool hasDisplay()
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY")
        || qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
#else
    return true;
#endif
}

std::unique_ptr<QCoreApplication> applicationFor(CheckNeeds needs, int &argc, char **argv)
{
    if (needs == CheckNeeds::Nothing)
        return std::make_unique<QCoreApplication>(argc, argv);
    if (needs == CheckNeeds::Drawing) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        qunsetenv("QT_QPA_PLATFORMTHEME");
        return std::make_unique<QGuiApplication>(argc, argv);
    }
    const auto before = qInstallMessageHandler(onMessageWhileConnecting);
    auto application = std::make_unique<QGuiApplication>(argc, argv);
    qInstallMessageHandler(before);
    return application;
}

} // namespace

QStringList checkArguments(const CheckSpec &check, const CheckedPlaces &places)
{
    return {QString::fromLatin1(entry), QLatin1String(check.id), QString::fromUtf8(encodePlaces(places))};
}

std::optional<int> runAsCheck(int argc, char **argv, void (*speak)())
{
    if (argc != 4 || std::strcmp(argv[1], entry) != 0)
        return std::nullopt;
    const CheckSpec *check = findCheck(QString::fromUtf8(argv[2]));
    if (!check)
        return std::nullopt;
    const CheckedPlaces places = decodePlaces(argv[3]);
    if (check->needs == CheckNeeds::Display) {
        const QCoreApplication early(argc, argv);
        speak();
        if (!hasDisplay()) {
            tell(noDisplayResult());
            return 0;
        }
    }
    const auto application = applicationFor(check->needs, argc, argv);
    speak();
    tell(check->run(places));
    return 0;
}

} // namespace awaitscope
