// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/cut/lesson_cut.h"
#include "lessons/catalog/cut/source_mask.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace awaitscope::cut {

namespace {

struct Marker
{
    QString id;
    bool borrowed = false; ///< the variant's code is another lesson's: no cut begins here
};

/// The marker on a line, or nothing for another line.
std::optional<Marker> markerOn(const QString &line, int number)
{
    const QString text = line.trimmed();
    if (!text.startsWith(QLatin1String("//!")))
        return {};
    static const QRegularExpression marker(QStringLiteral("^//! \\[([^\\[\\]]+)\\]( borrowed)?$"));
    const auto match = marker.match(text);
    if (!match.hasMatch())
        throw CutError{number, QStringLiteral("“%1” is no marker; one is written `//! [id]`, or `//! [id] borrowed`.").arg(text)};
    return Marker{match.captured(1), match.hasCaptured(2)};
}

bool isBlank(const QStringList &lines)
{
    return std::ranges::all_of(lines, [](const QString &line) { return line.trimmed().isEmpty(); });
}

/// Takes the indentation away that all lines share, and empty lines at both ends.
SourceBlock makeBlock(const QString &id, int firstLine, QStringList lines)
{
    while (lines.first().trimmed().isEmpty()) {
        lines.removeFirst();
        ++firstLine;
    }
    while (lines.last().trimmed().isEmpty())
        lines.removeLast();
    qsizetype indentation = lines.first().size();
    for (const QString &line : lines) {
        const auto text = std::ranges::find_if(line, [](QChar character) { return !character.isSpace(); });
        if (text != line.end())
            indentation = std::min(indentation, qsizetype(text - line.begin()));
    }
    for (QString &line : lines)
        line = line.mid(indentation);
    return {id, firstLine, lines};
}

struct OpenCut
{
    QString id;
    int line = 0; ///< of its marker
};

} // namespace

SourceMap cutSource(const QString &source, const QString &file, const QStringList &variants)
{
    const QStringList known = variants + QStringList{QStringLiteral("shared")};
    const QStringList lines = source.split(u'\n');
    const MaskedSource masked = maskSource(source);
    const QStringList maskedLines = masked.text.split(u'\n');
    SourceMap map{file, {}, {}};
    QStringList found;
    std::optional<OpenCut> open;
    for (int i = 0; i < lines.size(); ++i) {
        const int number = i + 1;
        const auto marker = masked.beginsInside[i] ? std::optional<Marker>() : markerOn(lines[i], number);
        if (!marker)
            continue;
        const QString &id = marker->id;
        if (!known.contains(id))
            throw CutError{number,
                QStringLiteral("The marker [%1] names no variant of the lesson's text; known are %2.")
                    .arg(id, known.join(QLatin1String(", ")))};
        if (!open) {
            if (found.contains(id) && id != QLatin1String("shared"))
                throw CutError{number, QStringLiteral("The cut [%1] begins a second time.").arg(id)};
            found.append(id);
            if (!marker->borrowed)
                open = OpenCut{id, number};
            continue;
        }
        if (open->id != id || marker->borrowed)
            throw CutError{number,
                QStringLiteral("The marker [%1] stands inside the cut [%2] that begins on line %3; cuts are not nested.")
                    .arg(id, open->id)
                    .arg(open->line)};
        const QStringList content = lines.mid(open->line, i - open->line);
        if (isBlank(content))
            throw CutError{open->line, QStringLiteral("The cut [%1] is empty.").arg(id)};
        map.blocks.push_back(makeBlock(id, open->line + 1, content));
        const auto functions = scanFunctions(maskedLines.mid(open->line, i - open->line).join(u'\n'), open->line + 1);
        map.functions.insert(map.functions.end(), functions.begin(), functions.end());
        open.reset();
    }
    if (open)
        throw CutError{open->line, QStringLiteral("The cut [%1] has no end; a second marker //! [%1] is missing.").arg(open->id)};
    for (const QString &variant : variants) {
        if (!found.contains(variant))
            throw CutError{int(lines.size()),
                QStringLiteral("The variant “%1” has no cut; its code stands between two markers //! [%1].").arg(variant)};
    }
    return map;
}

} // namespace awaitscope::cut
