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

QString captionOf(const QString &block, const QStringList &variants, const std::vector<Subject> &subjects)
{
    const auto position = variants.indexOf(block);
    if (position >= 0 && position < static_cast<qsizetype>(subjects.size())) {
        const Subject &subject = subjects[static_cast<std::size_t>(position)];
        return subject.letter + QStringLiteral("  ") + subject.title;
    }
    if (subjects.size() == 1)
        return tr("It calls");
    return subjects.size() == 2 ? tr("Both call") : tr("All call");
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

std::vector<CodeSection> codeSections(const SourceMap &source, const QStringList &variants, const std::vector<Subject> &subjects)
{
    std::vector<CodeSection> sections;
    QStringList letters;
    for (const Subject &subject : subjects)
        letters.append(subject.letter);
    const auto add = [&](const SourceBlock &block) {
        CodeSection section;
        section.caption = captionOf(block.id, variants, subjects);
        section.firstLine = block.firstLine;
        section.lines = block.lines;
        const bool shared = !variants.contains(block.id);
        section.longestNote = shared && subjects.size() > 1 ? letters.join(QStringLiteral(", ")) : tr("suspended");
        for (const SourceFunction &function : source.functions) {
            if (source.blockAt(function.lines.first) == &block)
                section.statements.insert(section.statements.end(), function.statements.begin(), function.statements.end());
        }
        sections.push_back(std::move(section));
    };
    for (const QString &variant : variants) {
        for (const SourceBlock &block : source.blocks) {
            if (block.id == variant)
                add(block);
        }
    }
    for (const SourceBlock &block : source.blocks) {
        if (block.id == u"shared")
            add(block);
    }
    return sections;
}

std::vector<CodeMark> codeMarks(const SourceMap &source, const std::vector<Subject> &subjects, const Moment &moment)
{
    std::map<std::pair<int, int>, std::vector<Part>> byLines;
    for (std::size_t i = 0; i < subjects.size() && i < moment.applied.size(); ++i) {
        if (!subjects[i].trace || !subjects[i].trace->sourceMap())
            continue;
        for (MarkedStatement &mark : markedStatements(*subjects[i].trace, moment.applied[i]))
            byLines[{mark.lines.first, mark.lines.last}].push_back({subjects[i].letter, std::move(mark)});
    }
    std::vector<CodeMark> marks;
    for (const auto &[lines, parts] : byLines) {
        const SourceBlock *block = source.blockAt(lines.first);
        marks.push_back(merged(parts, subjects.size() > 1 && block && block->id == u"shared"));
    }
    return marks;
}

} // namespace awaitscope
