// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTranslator>

namespace awaitscope {

inline const QString pseudoLeftToRight = QStringLiteral("qps"), pseudoRightToLeft = QStringLiteral("qpr");
bool isPseudoLanguage(const QString &code);

/// A text as a language would have it that is longer by 40 %, writes accents, and begins with « and ends with ». What a program
/// reads stays: %1, {event}, <tags>, `code`, file endings, the sign of a mnemonic. With `rightToLeft`, words run right to left.
QString pseudoText(const QString &text, bool rightToLeft = false);

/// Translates every text of the app by pseudoText(), so that one that is not translated can be told by its looks.
class PseudoTranslator : public QTranslator
{
    Q_OBJECT

public:
    explicit PseudoTranslator(bool rightToLeft, QObject *parent = nullptr);

    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *text, const char *disambiguation, int n) const override;

private:
    bool rightToLeft_;
};

} // namespace awaitscope
