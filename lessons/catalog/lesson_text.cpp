// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/lesson_text.h"
#include "lessons/catalog/lesson_text_lines.h"
#include "lessons/catalog/lesson_text_predict.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace awaitscope {

namespace {

using detail::FrontMatterEntry;
using detail::TextError;
using detail::TextLine;
using Lines = std::vector<TextLine>;

struct Section
{
    TextLine heading;
    Lines lines;
};

struct ParsedFile
{
    Lines frontMatter;
    std::vector<Section> sections;
    int lastLine = 0;
};

ParsedFile takeApart(const QString &markdown)
{
    ParsedFile file;
    enum { Before, FrontMatter, Body } where = Before;
    bool inCode = false;
    const QStringList lines = markdown.split(u'\n');
    file.lastLine = int(lines.size()) - (lines.last().isEmpty() && lines.size() > 1 ? 1 : 0);
    for (int i = 0; i < lines.size(); ++i) {
        const TextLine line{i + 1, lines[i].endsWith(u'\r') ? lines[i].chopped(1) : lines[i]};
        if (line.text.contains(u'\t'))
            throw TextError{line.number, QStringLiteral("Use blanks in place of the tab.")};
        if (where == Before) {
            if (line.text != QLatin1String("---"))
                throw TextError{line.number, QStringLiteral("The first line has to be `---`, which begins the front matter.")};
            where = FrontMatter;
        } else if (where == FrontMatter) {
            if (line.text == QLatin1String("---"))
                where = Body;
            else if (!line.text.trimmed().isEmpty())
                file.frontMatter.push_back(line);
        } else {
            if (line.text.startsWith(QLatin1String("```")))
                inCode = !inCode;
            if (!inCode && line.text.startsWith(u'#')) {
                if (!line.text.startsWith(QLatin1String("# ")))
                    throw TextError{line.number, QStringLiteral("A heading of a section is written `# Heading`.")};
                file.sections.push_back({{line.number, line.text.mid(2).trimmed()}, {}});
            } else if (!file.sections.empty()) {
                file.sections.back().lines.push_back(line);
            } else if (!line.text.trimmed().isEmpty()) {
                throw TextError{line.number, QStringLiteral("Text stands before the first section.")};
            }
        }
    }
    if (where != Body)
        throw TextError{file.lastLine, QStringLiteral("The front matter has no end; a line `---` is missing.")};
    if (inCode)
        throw TextError{file.lastLine, QStringLiteral("A code block has no end; a line ``` is missing.")};
    return file;
}

void insertOnce(QHash<QString, QString> &into, const FrontMatterEntry &entry, const QString &value)
{
    if (into.contains(entry.key))
        throw TextError{entry.line, QStringLiteral("“%1” stands here twice.").arg(entry.key)};
    into.insert(entry.key, value);
}

void readParameter(LessonText &text, const FrontMatterEntry &parameter)
{
    QSet<QString> seen;
    for (const FrontMatterEntry &entry : detail::parseFlowMapping(parameter.line, parameter.value)) {
        if (seen.contains(entry.key))
            throw TextError{entry.line, QStringLiteral("“%1” stands here twice.").arg(entry.key)};
        seen.insert(entry.key);
        if (entry.key == QLatin1String("label"))
            insertOnce(text.parameterLabels, parameter, entry.value);
        else if (entry.key == QLatin1String("hint"))
            insertOnce(text.parameterHints, parameter, entry.value);
        else
            throw TextError{
                entry.line, QStringLiteral("“%1” is not known of a parameter; known are label and hint.").arg(entry.key)};
    }
    if (seen.size() != 2)
        throw TextError{parameter.line, QStringLiteral("The parameter “%1” needs a label and a hint.").arg(parameter.key)};
}

void readFrontMatter(LessonText &text, const Lines &lines)
{
    QSet<QString> seen;
    QString mapping;
    int end = 0;
    for (const TextLine &line : lines) {
        end = line.number;
        const FrontMatterEntry entry = detail::parseEntry(line);
        if (line.text.startsWith(u' ')) {
            if (mapping.isEmpty())
                throw TextError{line.number, QStringLiteral("This line is indented, but belongs to nothing above it.")};
            if (mapping == QLatin1String("parameters"))
                readParameter(text, entry);
            else if (mapping == QLatin1String("variants"))
                insertOnce(text.variantTitles, entry, detail::parseScalar(entry.line, entry.value));
            else if (mapping == QLatin1String("acts"))
                insertOnce(text.acts, entry, detail::parseScalar(entry.line, entry.value));
            else
                insertOnce(text.claims, entry, detail::parseScalar(entry.line, entry.value));
            continue;
        }
        if (seen.contains(entry.key))
            throw TextError{line.number, QStringLiteral("“%1” stands here twice.").arg(entry.key)};
        seen.insert(entry.key);
        mapping.clear();
        if (entry.key == QLatin1String("parameters") || entry.key == QLatin1String("variants")
            || entry.key == QLatin1String("claims") || entry.key == QLatin1String("acts")) {
            if (!entry.value.isEmpty())
                throw TextError{line.number, QStringLiteral("The entries of “%1” follow on indented lines.").arg(entry.key)};
            mapping = entry.key;
            continue;
        }
        const QString value = detail::parseScalar(entry.line, entry.value);
        bool isNumber = true;
        if (entry.key == QLatin1String("id"))
            text.id = value;
        else if (entry.key == QLatin1String("title"))
            text.title = value;
        else if (entry.key == QLatin1String("order"))
            text.order = value.toInt(&isNumber);
        else if (entry.key == QLatin1String("opening"))
            text.opening = value;
        else if (entry.key == QLatin1String("point"))
            text.point = value;
        else
            throw TextError{line.number,
                QStringLiteral("“%1” is not known in the front matter; known are id, title, order, opening, point, parameters, "
                               "variants, acts and claims.")
                    .arg(entry.key)};
        if (!isNumber || text.order < 0)
            throw TextError{line.number, QStringLiteral("“order” is a whole number from 0 on.")};
    }
    for (const char *key : {"id", "title", "order", "opening", "point", "variants", "claims"}) {
        if (!seen.contains(QLatin1String(key)))
            throw TextError{end + 1, QStringLiteral("“%1” is missing in the front matter.").arg(QLatin1String(key))};
    }
}

void readLookCloser(LessonText &text, const Section &section)
{
    for (const TextLine &item : detail::parseList(section.lines)) {
        const qsizetype close = item.text.indexOf(QLatin1String("}:"));
        if (!item.text.startsWith(u'{') || close < 0 || item.text.mid(close + 2).trimmed().isEmpty())
            throw TextError{item.number, QStringLiteral("A note is written `- {variant.function.ended}: text`.")};
        text.lookCloser.push_back(
            {detail::eventName(item.number, item.text.mid(1, close - 1)), item.text.mid(close + 2).trimmed()});
    }
    if (text.lookCloser.empty())
        throw TextError{section.heading.number, QStringLiteral("The section has no notes.")};
}

void readAsyncio(LessonText &text, const Section &section)
{
    Lines notes;
    QStringList code;
    int blocks = 0;
    bool inCode = false;
    for (const TextLine &line : section.lines) {
        if (line.text.startsWith(QLatin1String("```"))) {
            inCode = !inCode;
            if (inCode && (line.text != QLatin1String("```python") || ++blocks > 1))
                throw TextError{line.number, QStringLiteral("The section holds one code block, which begins with ```python.")};
        } else if (inCode) {
            code.append(line.text);
        } else {
            notes.push_back(line);
        }
    }
    text.asyncioCode = detail::required(section.heading, "its code", code.join(u'\n'));
    text.asyncioNotes = detail::required(section.heading, "its text", detail::joinParagraphs(notes));
}

void readBuildTime(LessonText &text, const Section &section)
{
    Lines notes;
    bool inCode = false, answered = true;
    for (const TextLine &line : section.lines) {
        if (line.text.startsWith(QLatin1String("```"))) {
            inCode = !inCode;
            if (!inCode)
                continue;
            if (line.text != (answered ? QLatin1String("```cpp") : QLatin1String("```text")))
                throw TextError{line.number,
                    QStringLiteral("The section holds code, ```cpp, each followed by what the compiler says, ```text.")};
            if (answered)
                text.buildExamples.emplace_back();
            answered = !answered;
        } else if (inCode) {
            (answered ? text.buildExamples.back().said : text.buildExamples.back().code).append(line.text);
        } else {
            notes.push_back(line);
        }
    }
    if (text.buildExamples.empty() || !answered)
        throw TextError{section.heading.number, QStringLiteral("The section lacks what the compiler says, ```text.")};
    text.buildNotes = detail::required(section.heading, "its text", detail::joinParagraphs(notes));
}

void readChallenge(LessonText &text, Section section)
{
    text.challengeHint = detail::required(section.heading, "the paragraph `Hint: …`",
        detail::joinParagraphs(detail::takeMarked(section.lines, QLatin1String("Hint:"))));
    text.challenge = detail::required(section.heading, "its goal", detail::joinParagraphs(section.lines));
}

void readSpeakerNotes(LessonText &text, const Section &section)
{
    static const QLatin1String mark("(pause: ");
    for (const TextLine &item : detail::parseList(section.lines)) {
        SpeakerNote note{item.text, {}};
        const qsizetype begin = item.text.lastIndexOf(mark);
        if (begin >= 0) {
            if (!item.text.endsWith(u')'))
                throw TextError{item.number,
                    QStringLiteral("A pause stands at the end of its note, as `(pause: before run)` or `(pause: "
                                   "{variant.function.ended})`.")};
            const QString pause = item.text.mid(begin + mark.size()).chopped(1).trimmed();
            if (pause.startsWith(u'{') && pause.endsWith(u'}'))
                note.pauseAt = detail::eventName(item.number, pause.mid(1, pause.size() - 2));
            else if (pause == QLatin1String("before run"))
                note.pauseAt = pause;
            else
                throw TextError{
                    item.number, QStringLiteral("“%1” is no pause; there are `before run` and events in braces.").arg(pause)};
            note.text = item.text.left(begin).trimmed();
        }
        if (note.text.isEmpty())
            throw TextError{item.number, QStringLiteral("The note is empty.")};
        text.speakerNotes.push_back(std::move(note));
    }
    if (text.speakerNotes.empty())
        throw TextError{section.heading.number, QStringLiteral("The section has no notes.")};
}

void readSection(LessonText &text, const Section &section)
{
    const QString &name = section.heading.text;
    if (name == QLatin1String("Predict"))
        text.question = detail::readQuestion(section.heading, section.lines, text.variantTitles);
    else if (name == QLatin1String("Look closer"))
        readLookCloser(text, section);
    else if (name == QLatin1String("In asyncio"))
        readAsyncio(text, section);
    else if (name == QLatin1String("At build time"))
        readBuildTime(text, section);
    else if (name == QLatin1String("Challenge"))
        readChallenge(text, section);
    else if (name == QLatin1String("Takeaway"))
        text.takeaway = detail::required(section.heading, "its text", detail::joinParagraphs(section.lines));
    else
        readSpeakerNotes(text, section);
}

constexpr std::array sectionNames
    = {"Predict", "Look closer", "In asyncio", "At build time", "Challenge", "Takeaway", "Speaker notes"};
constexpr QLatin1String optionalSection("At build time");

LessonText parse(const QString &markdown)
{
    const ParsedFile file = takeApart(markdown);
    LessonText text;
    readFrontMatter(text, file.frontMatter);
    QStringList missing;
    for (const char *name : sectionNames)
        missing.append(QLatin1String(name));
    const QStringList known = missing;
    for (const Section &section : file.sections) {
        if (!known.contains(section.heading.text))
            throw TextError{section.heading.number,
                QStringLiteral("The section “%1” is not known; known are %2.")
                    .arg(section.heading.text, known.join(QLatin1String(", ")))};
        if (!missing.removeOne(section.heading.text))
            throw TextError{
                section.heading.number, QStringLiteral("The section “%1” stands here twice.").arg(section.heading.text)};
        readSection(text, section);
    }
    missing.removeOne(optionalSection);
    if (!missing.isEmpty())
        throw TextError{file.lastLine, QStringLiteral("The section “%1” is missing.").arg(missing.first())};
    return text;
}

} // namespace

Result<LessonText> parseLessonText(const QString &markdown)
{
    try {
        return parse(markdown);
    } catch (const TextError &error) {
        return Problem{QStringLiteral("lesson-text"), error.sentence, QStringLiteral("line %1").arg(error.line), Severity::Error};
    }
}

} // namespace awaitscope
