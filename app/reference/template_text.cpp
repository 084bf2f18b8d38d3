// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reference/template_text.h"

#include <QFile>
#include <QRegularExpression>

namespace awaitscope {

QByteArray filledTemplate(const QString &name, const QHash<QString, QString> &texts)
{
    QFile file(QStringLiteral(":/reference/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the template %s is missing", qPrintable(name));
    QString text = QString::fromUtf8(file.readAll());
    static const QRegularExpression placeholder(
        QStringLiteral("^@([A-Z_]+)@\\n|@([A-Z_]+)@"), QRegularExpression::MultilineOption);
    QString filled;
    qsizetype end = 0;
    for (auto matches = placeholder.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        const QString key = match.captured(1) + match.captured(2);
        if (!texts.contains(key))
            qFatal("the template %s names %s, which nothing fills", qPrintable(name), qPrintable(key));
        filled += text.mid(end, match.capturedStart() - end) + texts.value(key);
        end = match.capturedEnd();
    }
    return (filled + text.mid(end)).toUtf8();
}

QString firstSentence(const char *help)
{
    const QString text = QString::fromUtf8(help);
    const qsizetype end = text.indexOf(QLatin1String(". "));
    const QString first = end < 0 ? text : text.left(end);
    return first.endsWith(QLatin1Char('.')) ? first.chopped(1) : first;
}

QString shellQuoted(const QString &text)
{
    QString quoted = text;
    quoted.replace(QLatin1Char('\''), QLatin1String("'\\''"));
    return QLatin1Char('\'') + quoted + QLatin1Char('\'');
}

QStringList valueWords(const ValueSpec &value)
{
    static const QHash<ValueSpec::Kind, QString> names{{ValueSpec::Kind::None, QStringLiteral("none")},
        {ValueSpec::Kind::Text, QStringLiteral("text")}, {ValueSpec::Kind::Number, QStringLiteral("text")},
        {ValueSpec::Kind::SavedRun, QStringLiteral("text")}, {ValueSpec::Kind::Choice, QStringLiteral("choice")},
        {ValueSpec::Kind::Lesson, QStringLiteral("lesson")}, {ValueSpec::Kind::Variant, QStringLiteral("variant")},
        {ValueSpec::Kind::Parameter, QStringLiteral("parameter")}, {ValueSpec::Kind::File, QStringLiteral("file")},
        {ValueSpec::Kind::Folder, QStringLiteral("folder")}};
    QStringList words{names.value(value.kind)};
    if (value.orOutput)
        words << QStringLiteral("-");
    for (const char *word : value.words)
        words << QString::fromUtf8(word);
    return words;
}

} // namespace awaitscope
