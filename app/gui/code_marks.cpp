// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/code_marks.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace awaitscope {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("awaitscope", text);
}

/// A file of shown code, and the positions of those who run in it.
struct ShownFile
{
    std::shared_ptr<const SourceMap> source;
    std::vector<std::size_t> subjects;
};

/// The files, each once, in order of the first who runs in it.
std::vector<ShownFile> filesOf(const std::vector<ShownCode> &codes, std::size_t subjects)
{
    std::vector<ShownFile> files;
    for (std::size_t i = 0; i < codes.size() && i < subjects; ++i) {
        if (!codes[i].source)
            continue;
        auto file = std::ranges::find(files, codes[i].source, &ShownFile::source);
        if (file == files.end())
            file = files.insert(file, {codes[i].source, {}});
        file->subjects.push_back(i);
    }
    return files;
}

QStringList lettersOf(const ShownFile &file, const std::vector<Subject> &subjects)
{
    QStringList letters;
    for (const std::size_t i : file.subjects)
        letters.append(subjects[i].letter);
    return letters;
}

QString sharedCaption(const ShownFile &file, const std::vector<Subject> &subjects)
{
    if (subjects.size() == 1)
        return tr("It calls");
    if (file.subjects.size() < subjects.size())
        return file.subjects.size() == 1 ? tr("%1 calls").arg(subjects[file.subjects.front()].letter)
                                         : tr("%1 call").arg(lettersOf(file, subjects).join(QStringLiteral(", ")));
    return subjects.size() == 2 ? tr("Both call") : tr("All call");
}

CodeSection sectionOf(const SourceMap &source, const SourceBlock &block, int file)
{
    CodeSection section;
    section.firstLine = block.firstLine;
    section.lines = block.lines;
    section.file = file;
    for (const SourceFunction &function : source.functions) {
        if (source.blockAt(function.lines.first) == &block)
            section.statements.insert(section.statements.end(), function.statements.begin(), function.statements.end());
    }
    return section;
}

/// What one subject does on a statement.
struct Part
{
    QString letter;
    MarkedStatement mark;
};

int weight(MarkedStatement::Kind kind)
{
    return kind == MarkedStatement::Kind::Threw ? 2 : kind == MarkedStatement::Kind::Running ? 1 : 0;
}

CodeMark merged(const std::vector<Part> &parts, bool shared)
{
    CodeMark mark;
    mark.lines = parts.front().mark.lines;
    mark.kind = std::ranges::max(parts, {}, [](const Part &part) { return weight(part.mark.kind); }).mark.kind;
    QStringList notes;
    std::vector<bool> told(parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (told[i])
            continue;
        QStringList letters;
        for (std::size_t j = i; j < parts.size(); ++j) {
            if (parts[j].mark.note == parts[i].mark.note) {
                letters.append(parts[j].letter);
                told[j] = true;
            }
        }
        letters.removeDuplicates();
        notes.append(shared ? letters.join(QStringLiteral(", ")) + u' ' + parts[i].mark.note : parts[i].mark.note);
    }
    mark.note = notes.join(QStringLiteral(" · "));
    if (shared) {
        QStringList letters;
        for (const Part &part : parts)
            letters.append(part.letter);
        letters.removeDuplicates();
        mark.shortNote = letters.join(QStringLiteral(", "));
    } else if (mark.kind == MarkedStatement::Kind::Threw) {
        mark.shortNote = tr("threw"); // rather than half a number
    } else if (mark.kind == MarkedStatement::Kind::Nested) {
        mark.shortNote = tr("nested");
    }
    return mark;
}

} // namespace

std::vector<ShownCode> shownCodes(const Lesson &lesson, const QStringList &variants, const std::vector<Subject> &subjects)
{
    std::vector<ShownCode> codes;
    for (const QString &variant : variants) {
        ShownCode code = lesson.shownCode(variant);
        const auto &trace = codes.size() < subjects.size() ? subjects[codes.size()].trace : nullptr;
        if (trace && trace->sourceMap())
            code.source = trace->sharedSourceMap();
        codes.push_back(std::move(code));
    }
    return codes;
}

std::vector<CodeSection> codeSections(const std::vector<ShownCode> &codes, const std::vector<Subject> &subjects)
{
    std::vector<CodeSection> sections;
    int number = 0;
    for (const ShownFile &file : filesOf(codes, subjects.size())) {
        for (const std::size_t i : file.subjects) {
            for (const SourceBlock &block : file.source->blocks) {
                if (block.id != codes[i].block)
                    continue;
                sections.push_back(sectionOf(*file.source, block, number));
                sections.back().caption = subjects[i].letter + QStringLiteral("  ") + subjects[i].title;
                sections.back().longestNote = tr("suspended");
            }
        }
        for (const SourceBlock &block : file.source->blocks) {
            if (block.id != u"shared")
                continue;
            sections.push_back(sectionOf(*file.source, block, number));
            sections.back().caption = sharedCaption(file, subjects);
            sections.back().longestNote
                = file.subjects.size() > 1 ? lettersOf(file, subjects).join(QStringLiteral(", ")) : tr("suspended");
        }
        ++number;
    }
    return sections;
}

int fileOf(const std::vector<ShownCode> &codes, const std::vector<Subject> &subjects, std::size_t subject)
{
    int number = 0;
    for (const ShownFile &file : filesOf(codes, subjects.size())) {
        if (std::ranges::find(file.subjects, subject) != file.subjects.end())
            return number;
        ++number;
    }
    return 0;
}

std::vector<CodeMark> codeMarks(const std::vector<ShownCode> &codes, const std::vector<Subject> &subjects, const Moment &moment)
{
    std::vector<CodeMark> marks;
    int number = 0;
    for (const ShownFile &file : filesOf(codes, subjects.size())) {
        std::map<std::pair<int, int>, std::vector<Part>> byLines;
        for (const std::size_t i : file.subjects) {
            if (i >= moment.applied.size() || !subjects[i].trace || !subjects[i].trace->sourceMap())
                continue;
            for (MarkedStatement &mark : markedStatements(*subjects[i].trace, moment.applied[i]))
                byLines[{mark.lines.first, mark.lines.last}].push_back({subjects[i].letter, std::move(mark)});
        }
        for (const auto &[lines, parts] : byLines) {
            const SourceBlock *block = file.source->blockAt(lines.first);
            marks.push_back(merged(parts, file.subjects.size() > 1 && block && block->id == u"shared"));
            marks.back().file = number;
        }
        ++number;
    }
    return marks;
}

} // namespace awaitscope
