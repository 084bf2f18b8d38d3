// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/run_file.h"

#include "lessons/catalog/trace_package.h"
#include "lessons/trace/record_codec.h"
#include "lessons/trace/trace_builder.h"
#include "lessons/trace/validator.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace awaitscope {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("TraceFile", text);
}

/// Far more than any lesson has of anything that is shown one by one.
constexpr std::size_t mostParts = 1000, mostRows = 100'000;

void writeParameters(ByteWriter &writer, const ParameterSet &parameters)
{
    writer.list(parameters.specs(), [&](const ParameterSpec &spec) {
        writer.text(spec.id);
        writer.byte(static_cast<std::uint8_t>(spec.type));
        for (const qint64 value : {spec.defaultValue, spec.minimum, spec.maximum, spec.step, parameters.value(spec.id)})
            writer.signedNumber(value);
        writer.list(spec.choices, [&](const QString &choice) { writer.text(choice); });
    });
}

ParameterSet readParameters(ByteReader &reader)
{
    struct Parameter
    {
        ParameterSpec spec;
        qint64 value = 0;
        qsizetype at = 0;
    };
    QSet<QString> ids;
    const auto read = [&] {
        Parameter parameter;
        ParameterSpec &spec = parameter.spec;
        parameter.at = reader.position();
        spec.id = reader.text();
        if (ids.contains(spec.id))
            reader.failAt(parameter.at, tr("a second parameter of the same name"));
        ids.insert(spec.id);
        spec.type = reader.choice(ParameterType::Choice);
        for (qint64 *number : {&spec.defaultValue, &spec.minimum, &spec.maximum, &spec.step, &parameter.value})
            *number = reader.signedNumber(-longestRecord.count(), longestRecord.count());
        spec.choices = reader.texts();
        return parameter;
    };
    const auto all = reader.list<Parameter>(read, mostParts);
    std::vector<ParameterSpec> specs;
    for (const Parameter &parameter : all)
        specs.push_back(parameter.spec);
    ParameterSet parameters(std::move(specs));
    for (const Parameter &parameter : all) {
        const qint64 ordinary = parameter.spec.defaultValue;
        const bool fits
            = parameters.set(parameter.spec.id, ordinary).ok() && parameters.set(parameter.spec.id, parameter.value).ok();
        if (reader.ok() && !fits)
            reader.failAt(parameter.at, tr("a parameter outside its own range"));
    }
    return parameters;
}

using SharedSource = std::shared_ptr<const SourceMap>;

/// What the variants show of their code: each map once.
class SourceMaps
{
public:
    explicit SourceMaps(const Run &run)
    {
        for (const VariantRun &variant : run.variants)
            add(variant.trace ? variant.trace->sharedSourceMap() : nullptr);
    }

    void write(ByteWriter &writer) const
    {
        const bool noCode = maps_.size() == 1 && !maps_.front();
        writer.list(
            noCode ? std::vector<SharedSource>() : maps_, [&](const SharedSource &map) { writeSourceMap(writer, map.get()); });
    }
    /// Which one a variant has; told only where there are several.
    void writeChoice(ByteWriter &writer, std::size_t variant) const
    {
        if (maps_.size() > 1)
            writer.number(ofVariant_[variant]);
    }

private:
    void add(const SharedSource &map)
    {
        ByteWriter bytes;
        writeSourceMap(bytes, map.get());
        const auto known = std::ranges::find(bytes_, bytes.bytes());
        ofVariant_.push_back(static_cast<std::size_t>(known - bytes_.begin()));
        if (known != bytes_.end())
            return;
        bytes_.push_back(bytes.bytes());
        maps_.push_back(map);
    }

    std::vector<SharedSource> maps_;
    std::vector<QByteArray> bytes_; ///< of each, to compare them
    std::vector<std::size_t> ofVariant_;
};

void writeVariant(ByteWriter &writer, const VariantRun &variant)
{
    writer.text(variant.id);
    writer.text(variant.title);
    writer.byte(static_cast<std::uint8_t>(variant.outcome));
    writer.flag(variant.asMeant);
    writer.text(variant.error);
    writer.list(variant.metrics, [&](const Metric &metric) {
        writer.text(metric.name);
        writer.signedNumber(metric.value);
    });
    writer.list(variant.notes, [&](const SubjectNote &note) {
        writer.text(note.text);
        writer.flag(note.good);
    });
    writer.list(variant.results, [&](const ResultRow &row) {
        writer.text(row.what);
        writer.byte(static_cast<std::uint8_t>(row.kind));
        writer.text(row.detail);
        writer.text(row.word);
        writer.number(static_cast<std::uint64_t>(row.count));
    });
    Q_ASSERT_X(variant.record, "encodeRun", "a variant without its record");
    writeRecord(writer, variant.record ? *variant.record : Record());
}

VariantRun readVariant(ByteReader &reader, const std::vector<SharedSource> &sources)
{
    const std::size_t choice = sources.size() > 1 ? reader.number(sources.size() - 1) : 0;
    const SharedSource source = sources.empty() ? nullptr : sources[choice];
    VariantRun variant;
    variant.id = reader.text();
    variant.title = reader.text();
    variant.outcome = reader.choice(RunOutcome::LeftBehind);
    variant.asMeant = reader.flag();
    variant.error = reader.text();
    variant.metrics = reader.list<Metric>(
        [&] {
            QString name = reader.text();
            return Metric{std::move(name), reader.signedNumber()};
        },
        mostParts);
    variant.notes = reader.list<SubjectNote>(
        [&] {
            QString text = reader.text();
            return SubjectNote{std::move(text), reader.flag()};
        },
        mostParts);
    variant.results = reader.list<ResultRow>(
        [&] {
            ResultRow row;
            row.what = reader.text();
            row.kind = reader.choice(ResultRow::Kind::Unread);
            row.detail = reader.text();
            row.word = reader.text();
            row.count = static_cast<qsizetype>(reader.number(INT32_MAX));
            return row;
        },
        mostRows);
    variant.record = std::make_shared<const Record>(readRecord(reader));
    variant.trace = std::make_shared<const Trace>(reader.ok() ? TraceBuilder::build(*variant.record, source) : Trace());
    return variant;
}

void writeRun(ByteWriter &writer, const Run &run)
{
    writer.text(run.lesson);
    writer.byte(static_cast<std::uint8_t>(run.clock));
    writer.number(run.seed);
    writeParameters(writer, run.parameters);
    writer.list(run.problems, [&](const Problem &problem) {
        writer.text(problem.id);
        writer.text(problem.sentence);
        writer.text(problem.place);
        writer.byte(static_cast<std::uint8_t>(problem.severity));
    });
    writer.list(run.claims, [&](const ClaimResult &claim) {
        writer.text(claim.id);
        writer.text(claim.text);
        writer.flag(claim.holds);
        writer.text(claim.measured);
    });
    writer.text(run.caption);
    writer.number(static_cast<std::uint64_t>(run.liveFrames));
    writer.flag(run.cancelled);
    const SourceMaps sources(run);
    sources.write(writer);
    std::size_t position = 0;
    writer.list(run.variants, [&](const VariantRun &variant) {
        sources.writeChoice(writer, position++);
        writeVariant(writer, variant);
    });
}

Run readRun(ByteReader &reader)
{
    Run run;
    run.lesson = reader.text();
    run.clock = reader.choice(ClockKind::Virtual);
    run.seed = reader.number();
    run.parameters = readParameters(reader);
    run.problems = reader.list<Problem>(
        [&] {
            Problem problem;
            problem.id = reader.text();
            problem.sentence = reader.text();
            problem.place = reader.text();
            problem.severity = reader.choice(Severity::Error);
            return problem;
        },
        mostRows);
    run.claims = reader.list<ClaimResult>(
        [&] {
            ClaimResult claim;
            claim.id = reader.text();
            claim.text = reader.text();
            claim.holds = reader.flag();
            claim.measured = reader.text();
            return claim;
        },
        mostParts);
    run.caption = reader.text();
    run.liveFrames = static_cast<int>(reader.number(INT32_MAX));
    run.cancelled = reader.flag();
    const auto sources = reader.list<SharedSource>([&] { return readSourceMap(reader); }, mostParts);
    QSet<std::pair<QString, QString>> told; // of each problem the id, and the variant
    for (const Problem &problem : run.problems)
        told.insert({problem.id, problem.place});
    QSet<QString> ids;
    run.variants = reader.list<VariantRun>(
        [&] {
            const qsizetype at = reader.position();
            VariantRun variant = readVariant(reader, sources);
            if (ids.contains(variant.id))
                reader.failAt(at, tr("a second variant of the same name"));
            ids.insert(variant.id);
            // A run whose record is not sound says so itself; what it does not say was not recorded by Awaitscope.
            for (const Problem &problem : reader.ok() ? validate(*variant.trace) : std::vector<Problem>()) {
                if (!told.contains({problem.id, variant.id}))
                    reader.failAt(at, tr("the record of %1 is none that a run can leave (%2)").arg(variant.id, problem.sentence));
            }
            return variant;
        },
        mostParts);
    return run;
}

} // namespace

QByteArray encodeRun(const Run &run)
{
    ByteWriter writer;
    writeRun(writer, run);
    return packTrace(run.lesson, writer.bytes());
}

Result<Run> decodeRun(QByteArrayView bytes)
{
    const auto unpacked = unpackTrace(bytes);
    if (!unpacked)
        return unpacked.problem();
    ByteReader reader(unpacked.value().content, mostRunBytes);
    Run run = readRun(reader);
    if (reader.ok() && !reader.atEnd())
        reader.failAt(reader.position(), tr("more follows where the run has ended"));
    if (reader.ok() && run.lesson != unpacked.value().head.lesson)
        reader.failAt(0, tr("it is a run of another lesson than the head says"));
    if (!reader.ok())
        return reader.problem();
    return run;
}

Result<Run> fitRun(Run run, const Lesson &lesson)
{
    const auto misfit = [&](const QString &sentence, const QString &place) {
        return Problem{QStringLiteral("trace-lesson"), sentence, place};
    };
    if (run.lesson != lesson.id)
        return misfit(tr("the trace is of the lesson %1, and accepted is one of %2.").arg(run.lesson, lesson.id), run.lesson);
    for (const VariantRun &variant : run.variants) {
        if (!lesson.variant(variant.id))
            return misfit(
                tr("the trace has a variant %1, which this version of %2 does not have.").arg(variant.id, lesson.id), variant.id);
    }
    ParameterSet parameters(lesson.definition.parameters);
    for (const ParameterSpec &spec : run.parameters.specs()) {
        const auto known = std::ranges::find(parameters.specs(), spec.id, &ParameterSpec::id);
        if (known == parameters.specs().end())
            continue;
        if (const auto set = parameters.setText(spec.id, run.parameters.text(spec.id)); !set)
            return misfit(tr("the trace does not fit this version of the lesson: %1").arg(set.problem().sentence), spec.id);
    }
    run.parameters = std::move(parameters);
    return run;
}

} // namespace awaitscope
