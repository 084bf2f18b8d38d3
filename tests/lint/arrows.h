// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/lint/source_text.h"

#include <QFileInfo>
#include <QLibraryInfo>

namespace awaitscope {

/// What the files of a folder may include of this tree, and which Qt modules.
struct ArrowRule
{
    QString folder;
    QStringList mayInclude;
    QStringList qtModules; ///< empty: any
};

/// The arrows of ARCHITECTURE.md. The first rule whose folder fits counts.
inline const std::vector<ArrowRule> &arrowRules()
{
    static const QStringList core{QStringLiteral("QtCore")};
    static const QStringList lessonParts{QStringLiteral("QtCore"), QStringLiteral("QtNetwork"), QStringLiteral("QtSql"),
        QStringLiteral("QtConcurrent"), QStringLiteral("QtHttpServer"), QStringLiteral("QtTest"), QStringLiteral("QCoro")};
    const auto list = [](const char *words) { return QString::fromLatin1(words).split(QLatin1Char(' ')); };
    static const std::vector<ArrowRule> rules{
        {QStringLiteral("lessons/trace/"), list("lessons/trace/"), core},
        {QStringLiteral("lessons/runtime/"), list("lessons/runtime/ lessons/trace/"),
            core + QStringList{QStringLiteral("QCoro")}},
        {QStringLiteral("lessons/catalog/"), list("lessons/catalog/ lessons/runtime/ lessons/trace/"),
            core + QStringList{QStringLiteral("QCoro")}},
        {QStringLiteral("lessons/parts/"), list("lessons/parts/ lessons/runtime/ lessons/trace/"), lessonParts},
        {QStringLiteral("lessons/"), list("OWN lessons/catalog/ lessons/parts/ lessons/runtime/ lessons/trace/"), lessonParts},
        {QStringLiteral("widgets/"), list("widgets/ lessons/trace/"), {}},
        {QStringLiteral("app/store/"), list("app/store/ lessons/trace/"), list("QtCore QtSql")},
        {QStringLiteral("app/common/"), list("app/common/ app/store/ widgets/ lessons/catalog/ lessons/runtime/ lessons/trace/"),
            {}},
        {QStringLiteral("app/selftest/"),
            list("app/selftest/ app/store/ widgets/ lessons/catalog/ lessons/parts/ lessons/runtime/ lessons/trace/"),
            list("QtCore QtGui QtSql QCoro")},
        {QStringLiteral("app/cli/"),
            list("app/cli/ app/common/ app/selftest/ app/store/ widgets/ lessons/catalog/ lessons/runtime/ lessons/trace/"), {}},
        {QStringLiteral("app/gui/"),
            list("app/gui/ app/common/ app/selftest/ app/store/ widgets/ lessons/catalog/ lessons/runtime/ lessons/trace/"), {}},
        {QStringLiteral("app/workshop/"),
            list("app/workshop/ app/gui/ app/common/ app/store/ widgets/ lessons/catalog/ lessons/runtime/ lessons/trace/"), {}},
        {QStringLiteral("app/"), list("app/ widgets/ lessons/catalog/ lessons/runtime/ lessons/trace/"), {}},
    };
    return rules;
}

/// The Qt module of a header as it is written between angle brackets, "QCoro", or nothing for one of neither.
inline QString qtModuleOf(const QString &header)
{
    static const QRegularExpression qtHeader(
        QStringLiteral("^(?:(Qt[A-Z][A-Za-z]*/)?Q[A-Za-z0-9_]+|(Qt[A-Z][A-Za-z]*/)?q[a-z0-9_]+\\.h)$"));
    if (!qtHeader.match(header).hasMatch())
        return {};
    if (header.startsWith(QLatin1String("QCoro")) || header.startsWith(QLatin1String("qcoro")))
        return QStringLiteral("QCoro");
    if (header.contains(QLatin1Char('/')))
        return header.section(QLatin1Char('/'), 0, 0);
    const QDir headers(QLibraryInfo::path(QLibraryInfo::HeadersPath));
    if (headers.exists(header + QLatin1Char('/') + header))
        return header;
    for (const QString &module : headers.entryList({QStringLiteral("Qt*")}, QDir::Dirs)) {
        if (headers.exists(module + QLatin1Char('/') + header))
            return module;
    }
    return QStringLiteral("unknown");
}

/// Includes that run against the arrows, or that are not written from the root.
inline QStringList wrongArrows(const QString &path, const QString &text)
{
    const auto &rules = arrowRules();
    const auto rule
        = std::find_if(rules.begin(), rules.end(), [&](const ArrowRule &each) { return path.startsWith(each.folder); });
    if (rule == rules.end())
        return {};
    QStringList allowed = rule->mayInclude;
    allowed.replaceInStrings(QStringLiteral("OWN"), path.section(QLatin1Char('/'), 0, -2) + QLatin1Char('/'));

    static const QRegularExpression include(
        QStringLiteral("^[ \\t]*#[ \\t]*include[ \\t]*([<\"])([^>\"\\n]+)[>\"]"), QRegularExpression::MultilineOption);
    QStringList found;
    auto matches = include.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const QString header = match.captured(2);
        const int line = lineAt(text, match.capturedStart(1));
        if (match.captured(1) == QLatin1String("\"")) {
            const bool fits
                = std::any_of(allowed.begin(), allowed.end(), [&](const QString &folder) { return header.startsWith(folder); });
            const bool made = header.endsWith(QLatin1String(".moc")) && !header.contains(QLatin1Char('/'));
            if (!fits && !made)
                found << finding(
                    path, line, QStringLiteral("includes %1; allowed are %2").arg(header, allowed.join(QLatin1Char(' '))));
        } else if (const QString module = qtModuleOf(header);
                   !module.isEmpty() && !rule->qtModules.isEmpty() && !rule->qtModules.contains(module)) {
            found << finding(path, line,
                QStringLiteral("includes %1 of %2; allowed are %3").arg(header, module, rule->qtModules.join(QLatin1Char(' '))));
        }
    }
    return found;
}

} // namespace awaitscope
