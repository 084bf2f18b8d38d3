// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/cut/generated_source.h"

namespace awaitscope::cut {

namespace {

/// A string literal of UTF-8 bytes.
QByteArray literal(const QString &text)
{
    QByteArray result = "\"";
    const QByteArray bytes = text.toUtf8();
    for (const char byte : bytes) {
        const auto code = static_cast<unsigned char>(byte);
        if (byte == '"' || byte == '\\' || byte == '?') {
            result += '\\';
            result += byte;
        } else if (byte == '\n') {
            result += "\\n";
        } else if (code < 0x20 || code >= 0x7f) {
            const QByteArray octal = QByteArray::number(code, 8);
            result += '\\' + QByteArray(3 - octal.size(), '0') + octal;
        } else {
            result += byte;
        }
    }
    return result + '"';
}

QByteArray range(const LineRange &lines)
{
    return '{' + QByteArray::number(lines.first) + ", " + QByteArray::number(lines.last) + '}';
}

QByteArray block(const SourceBlock &block)
{
    QByteArray result
        = "    map.blocks.push_back({utf8(" + literal(block.id) + "), " + QByteArray::number(block.firstLine) + ", {\n";
    for (const QString &line : block.lines)
        result += "        utf8(" + literal(line) + "),\n";
    return result + "    }});\n";
}

QByteArray function(const SourceFunction &function)
{
    QByteArray result = "    map.functions.push_back({utf8(" + literal(function.name) + "), " + range(function.lines) + ", {";
    for (std::size_t i = 0; i < function.statements.size(); ++i)
        result += (i > 0 ? ", " : "") + range(function.statements[i]);
    return result + "}});\n";
}

/// `const char name[] = …;`, a line of the text each.
QByteArray constant(const QByteArray &name, const QString &text)
{
    QByteArray result = "const char " + name + "[] =\n";
    const QStringList lines = text.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i)
        result += "    " + literal(i + 1 < lines.size() ? lines[i] + u'\n' : lines[i]) + '\n';
    return result + "    ;\n\n";
}

} // namespace

QByteArray generateLesson(
    const QString &id, const QString &group, const QString &markdown, const SourceMap &map, const Translations &translations)
{
    const QByteArray name = QString(id).replace(u'-', u'_').toUtf8();
    QByteArray result = "// Made at build time from the folder of the lesson " + id.toUtf8()
        + ".\n"
          "#include \"lessons/catalog/lesson_folder.h\"\n\n"
          "namespace awaitscope::lesson_"
        + name
        + " {\nLessonDefinition define();\n}\n\n"
          "namespace awaitscope {\n\nnamespace {\n\n"
          "QString utf8(const char *bytes)\n{\n    return QString::fromUtf8(bytes);\n}\n\n"
          "SourceMap source()\n{\n    SourceMap map;\n    map.file = utf8("
        + literal(map.file) + ");\n";
    for (const SourceBlock &each : map.blocks)
        result += block(each);
    for (const SourceFunction &each : map.functions)
        result += function(each);
    result += "    return map;\n}\n\n" + constant("markdown", markdown);
    QByteArray entries;
    for (auto each = translations.begin(); each != translations.end(); ++each) {
        const QByteArray variable = "markdown_" + each.key().toUtf8();
        result += constant(variable, each.value());
        entries += (entries.isEmpty() ? "{" : ", {") + literal(each.key()) + ", " + variable + '}';
    }
    result += "} // namespace\n\n"
              "LessonFolder lessonFolder_"
        + name + "()\n{\n    return {" + literal(id) + ", LessonGroup::" + group.left(1).toUpper().toUtf8()
        + group.mid(1).toUtf8() + ", &lesson_" + name + "::define, markdown, &source, {" + entries
        + "}};\n}\n\n} // namespace awaitscope\n";
    return result;
}

} // namespace awaitscope::cut
