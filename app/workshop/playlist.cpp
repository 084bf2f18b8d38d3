// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workshop/playlist.h"

#include "lessons/trace/whole_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace awaitscope {

namespace {

struct PlaylistText
{
    Q_DECLARE_TR_FUNCTIONS(Playlist)
};

constexpr int formatVersion = 1;
constexpr qint64 mostBytes = 1 << 20;
constexpr qsizetype mostEntries = 200;
constexpr double largestSeed = 9007199254740991.0; // what every reader of JSON keeps exactly

/// Thrown inside this file, and given as the result of parsePlaylist().
struct Refused
{
    Problem problem;
};

[[noreturn]] void refuse(const char *id, const QString &place, const QString &sentence)
{
    throw Refused{{QLatin1String(id), place.isEmpty() ? sentence : place + QStringLiteral(": ") + sentence, place}};
}

/// A text of the file, as it can stand in a sentence of one line.
QString shown(const QString &text)
{
    QString line = text.left(60);
    for (QChar &letter : line) {
        if (!letter.isPrint())
            letter = u'?';
    }
    return line;
}

QString within(const QString &place, const QString &name)
{
    return place.isEmpty() ? name : place + u'.' + name;
}

void checkMembers(const QJsonObject &object, const QString &place, const QStringList &known)
{
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (!known.contains(member.key()))
            refuse("playlist-member", within(place, shown(member.key())),
                PlaylistText::tr("is not known; accepted here: %1.").arg(known.join(QStringLiteral(", "))));
    }
}

QString textOf(const QJsonObject &object, const QString &place, const QString &name)
{
    const QJsonValue value = object.value(name);
    if (value.isUndefined())
        return {};
    if (!value.isString())
        refuse("playlist-type", within(place, shown(name)), PlaylistText::tr("accepted is a text in quotes."));
    return value.toString();
}

int choiceOf(const QJsonObject &object, const QString &place, const QString &name, const QStringList &choices)
{
    if (!object.contains(name))
        return 0;
    const auto chosen = choices.indexOf(textOf(object, place, name));
    if (chosen < 0)
        refuse("playlist-choice", within(place, name),
            PlaylistText::tr("accepted is %1.").arg(choices.join(PlaylistText::tr(" or "))));
    return static_cast<int>(chosen);
}

quint64 seedOf(const QJsonObject &object, const QString &place)
{
    const QJsonValue value = object.value(u"seed");
    if (value.isUndefined())
        return 1;
    const double seed = value.toDouble(-1.0);
    if (!value.isDouble() || seed < 0.0 || seed > largestSeed || seed != std::floor(seed))
        refuse("playlist-seed", within(place, QStringLiteral("seed")),
            PlaylistText::tr("accepted is a whole number from 0 to 9007199254740991."));
    return static_cast<quint64>(seed);
}

PlaylistEntry entryOf(const QJsonValue &value, const QString &place, const std::vector<Lesson> &course)
{
    if (!value.isObject())
        refuse("playlist-type", place, PlaylistText::tr("accepted is an object in braces, with a lesson."));
    const QJsonObject object = value.toObject();
    checkMembers(object, place,
        {QStringLiteral("lesson"), QStringLiteral("parameters"), QStringLiteral("variants"), QStringLiteral("clock"),
            QStringLiteral("seed"), QStringLiteral("trace")});
    PlaylistEntry entry;
    entry.lesson = textOf(object, place, QStringLiteral("lesson"));
    const QStringList clocks{QStringLiteral("real"), QStringLiteral("virtual")};
    entry.clock = choiceOf(object, place, QStringLiteral("clock"), clocks) == 1 ? ClockKind::Virtual : ClockKind::Real;
    entry.seed = seedOf(object, place);
    entry.trace = textOf(object, place, QStringLiteral("trace"));
    const QString parameters = within(place, QStringLiteral("parameters"));
    const QJsonValue set = object.value(u"parameters");
    if (!set.isUndefined() && !set.isObject())
        refuse(
            "playlist-type", parameters, PlaylistText::tr("accepted is an object in braces, such as {\"getUser\": \"250ms\"}."));
    const QJsonObject values = set.toObject();
    for (auto member = values.begin(); member != values.end(); ++member)
        entry.parameters.insert(member.key(), textOf(values, parameters, member.key()));
    const QJsonValue variants = object.value(u"variants");
    if (!variants.isUndefined() && !variants.isArray())
        refuse("playlist-type", within(place, QStringLiteral("variants")),
            PlaylistText::tr("accepted is a list in brackets, such as [\"gather\"]."));
    for (const QJsonValue &variant : variants.toArray()) {
        if (!variant.isString())
            refuse("playlist-type", within(place, QStringLiteral("variants")), PlaylistText::tr("accepted are texts in quotes."));
        entry.variants << variant.toString();
    }
    if (const auto request = requestFor(entry, course); !request)
        refuse("playlist-entry", within(place, request.problem().place), request.problem().sentence);
    return entry;
}

Playlist playlistOf(const QByteArray &json, const std::vector<Lesson> &course)
{
    if (json.size() > mostBytes)
        refuse("playlist-size", {}, PlaylistText::tr("has %1 bytes; accepted are up to %2.").arg(json.size()).arg(mostBytes));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError) {
        const QByteArray before = json.left(error.offset);
        const auto line = before.count('\n') + 1;
        const auto column = before.size() - (before.lastIndexOf('\n') + 1) + 1;
        refuse("playlist-json", PlaylistText::tr("line %1, column %2").arg(line).arg(column),
            PlaylistText::tr("is no JSON (%1); accepted is a playlist as Awaitscope writes it.").arg(error.errorString()));
    }
    if (!document.isObject())
        refuse("playlist-type", {}, PlaylistText::tr("is no playlist; accepted is an object in braces, with lessons."));
    const QJsonObject object = document.object();
    checkMembers(
        object, {}, {QStringLiteral("awaitlist"), QStringLiteral("title"), QStringLiteral("runs"), QStringLiteral("lessons")});
    if (object.value(u"awaitlist").toInt(-1) != formatVersion)
        refuse("playlist-version", QStringLiteral("awaitlist"),
            PlaylistText::tr("is the version of the format; accepted is %1.").arg(formatVersion));
    Playlist playlist;
    playlist.title = textOf(object, {}, QStringLiteral("title"));
    const QStringList runs{QStringLiteral("recorded"), QStringLiteral("live")};
    playlist.runs = choiceOf(object, {}, QStringLiteral("runs"), runs) == 1 ? ShownRuns::Live : ShownRuns::Recorded;
    const QJsonArray entries = object.value(u"lessons").toArray();
    if (entries.isEmpty() || entries.size() > mostEntries)
        refuse("playlist-lessons", QStringLiteral("lessons"),
            PlaylistText::tr("accepted is a list of 1 to %1 lessons.").arg(mostEntries));
    for (qsizetype i = 0; i < entries.size(); ++i)
        playlist.entries.push_back(entryOf(entries[i], QStringLiteral("lessons[%1]").arg(i), course));
    return playlist;
}

Problem fileProblem(const char *id, const QString &file, const QString &sentence)
{
    return {QLatin1String(id), PlaylistText::tr("%1: %2").arg(QDir::toNativeSeparators(file), sentence), file};
}

} // namespace

Result<Playlist> parsePlaylist(const QByteArray &json, const std::vector<Lesson> &course)
{
    try {
        return playlistOf(json, course);
    } catch (const Refused &refused) {
        return refused.problem;
    }
}

QByteArray playlistJson(const Playlist &playlist)
{
    QJsonArray entries;
    for (const PlaylistEntry &entry : playlist.entries) {
        QJsonObject parameters;
        for (auto value = entry.parameters.begin(); value != entry.parameters.end(); ++value)
            parameters.insert(value.key(), value.value());
        QJsonObject object{{QStringLiteral("lesson"), entry.lesson},
            {QStringLiteral("clock"), entry.clock == ClockKind::Virtual ? QStringLiteral("virtual") : QStringLiteral("real")},
            {QStringLiteral("seed"), static_cast<qint64>(entry.seed)}};
        if (!parameters.isEmpty())
            object.insert(QStringLiteral("parameters"), parameters);
        if (!entry.variants.isEmpty())
            object.insert(QStringLiteral("variants"), QJsonArray::fromStringList(entry.variants));
        if (!entry.trace.isEmpty())
            object.insert(QStringLiteral("trace"), entry.trace);
        entries.append(object);
    }
    QJsonObject object{{QStringLiteral("awaitlist"), formatVersion},
        {QStringLiteral("runs"), playlist.runs == ShownRuns::Live ? QStringLiteral("live") : QStringLiteral("recorded")},
        {QStringLiteral("lessons"), entries}};
    if (!playlist.title.isEmpty())
        object.insert(QStringLiteral("title"), playlist.title);
    return QJsonDocument(object).toJson();
}

Result<Playlist> loadPlaylist(const QString &file, const std::vector<Lesson> &course)
{
    QFile source(file);
    if (!QFileInfo(file).isFile() || !source.open(QIODevice::ReadOnly))
        return fileProblem("playlist-unreadable", file, PlaylistText::tr("cannot be read; accepted is a playlist's file."));
    auto playlist = parsePlaylist(source.read(mostBytes + 1), course);
    if (!playlist)
        return Problem{playlist.problem().id, fileProblem("", file, playlist.problem().sentence).sentence, file};
    for (PlaylistEntry &entry : playlist.value().entries) {
        if (entry.trace.isEmpty())
            continue;
        const QString trace = QFileInfo(file).absoluteDir().absoluteFilePath(entry.trace);
        if (!QFileInfo(trace).isFile())
            return fileProblem(
                "playlist-trace", file, PlaylistText::tr("%1 is no file; accepted is a saved run.").arg(shown(entry.trace)));
        entry.trace = trace;
    }
    return playlist;
}

Result<Done> savePlaylist(const QString &file, const Playlist &playlist)
{
    Playlist stored = playlist;
    for (PlaylistEntry &entry : stored.entries) {
        if (!entry.trace.isEmpty())
            entry.trace = QFileInfo(file).absoluteDir().relativeFilePath(entry.trace);
    }
    const auto written = writeWholeFile(file, playlistJson(stored));
    return written ? written : fileProblem("playlist-unwritable", file, written.problem().sentence);
}

Result<RunRequest> requestFor(const PlaylistEntry &entry, const std::vector<Lesson> &course)
{
    const auto lesson = std::ranges::find(course, entry.lesson, &Lesson::id);
    if (lesson == course.end()) {
        QStringList known;
        for (const Lesson &each : course)
            known << each.id;
        return Problem{QStringLiteral("lesson-unknown"),
            PlaylistText::tr("“%1” is no lesson; accepted: %2.").arg(shown(entry.lesson), known.join(QStringLiteral(", "))),
            QStringLiteral("lesson")};
    }
    RunRequest request;
    request.lesson = &*lesson;
    request.parameters = ParameterSet(lesson->definition.parameters);
    request.clock = entry.clock;
    request.seed = entry.seed;
    QStringList parameters;
    for (const ParameterSpec &spec : lesson->definition.parameters)
        parameters << spec.id;
    for (auto value = entry.parameters.begin(); value != entry.parameters.end(); ++value) {
        const QString place = QStringLiteral("parameters.") + shown(value.key());
        if (!parameters.contains(value.key()))
            return Problem{QStringLiteral("parameter-unknown"),
                PlaylistText::tr("%1 has no such parameter; accepted: %2.")
                    .arg(lesson->id, parameters.join(QStringLiteral(", "))),
                place};
        if (const auto set = request.parameters.setText(value.key(), value.value()); !set)
            return Problem{set.problem().id, set.problem().sentence, place};
    }
    const QStringList available = lesson->availableVariants(request.parameters, request.clock);
    request.variants = entry.variants;
    for (const QString &variant : entry.variants) {
        if (!available.contains(variant) || entry.variants.count(variant) > 1)
            return Problem{QStringLiteral("variant-unavailable"),
                PlaylistText::tr("“%1” does not exist for these settings, or is named twice; accepted, once each: %2.")
                    .arg(shown(variant), available.join(QStringLiteral(", "))),
                QStringLiteral("variants")};
    }
    for (const VariantSpec &variant : lesson->definition.variants) {
        if (entry.variants.isEmpty() && variant.shownAtFirst && available.contains(variant.id))
            request.variants << variant.id;
    }
    if (request.variants.isEmpty())
        request.variants = available;
    return request;
}

PlaylistEntry entryFor(const RunRequest &request)
{
    PlaylistEntry entry;
    entry.lesson = request.lesson->id;
    const ParameterSet defaults(request.lesson->definition.parameters);
    for (const ParameterSpec &spec : defaults.specs()) {
        if (request.parameters.value(spec.id) != defaults.value(spec.id))
            entry.parameters.insert(spec.id, request.parameters.text(spec.id));
    }
    entry.variants = request.variants;
    entry.clock = request.clock;
    entry.seed = request.seed;
    return entry;
}

} // namespace awaitscope
