// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/options.h"

#include <QByteArray>
#include <QHash>
#include <QString>

namespace awaitscope {

/// The template of that name with each @NAME@ replaced, in UTF-8. A line that holds a placeholder alone is replaced with its
/// end, so that the text for it ends its own lines. Ends the program where template and texts do not fit each other.
QByteArray filledTemplate(const QString &name, const QHash<QString, QString> &texts);

/// A help text's first sentence, without its full stop: what stands beside a completion.
QString firstSentence(const char *help);

/// A text as one word of bash and zsh.
QString shellQuoted(const QString &text);

/// "choice light dark": a value's kind, and what belongs to it, as words for the shells. The first word is one of none, text,
/// choice, lesson, variant, parameter, file and folder; that of a file may be followed by - and by endings of names.
QStringList valueWords(const ValueSpec &value);

} // namespace awaitscope
