// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/lint/source_text.h"

namespace awaitscope {

/// Finds the forms of co_await that g++ 12.2 compiles into broken programs, and those that hide them from the eye.
class CoAwaitScan
{
public:
    CoAwaitScan(QString path, const QString &text) : path_(std::move(path)), code_(codeOnly(text)) { }

    /// One finding for every form that is not allowed, in order of lines.
    QStringList findings()
    {
        static const QRegularExpression word(QStringLiteral("\\bco_(?:await|return|yield)\\b"));
        auto matches = word.globalMatch(code_);
        while (matches.hasNext()) {
            const auto match = matches.next();
            const bool awaits = match.captured() == QLatin1String("co_await");
            if (awaits && !isOperator(match.capturedStart()))
                checkAwait(match.capturedStart(), match.capturedEnd());
            checkLambdaAround(match.capturedStart());
        }
        found_.removeDuplicates();
        return found_;
    }

private:
    void report(qsizetype position, const char *what) { found_ << finding(path_, lineAt(code_, position), QLatin1String(what)); }

    bool isOperator(qsizetype position) const { return code_.left(position).trimmed().endsWith(QLatin1String("operator")); }

    /// Position of the bracket that is open around `position`, or of the end of the statement before; -1 at the start.
    qsizetype openedBefore(qsizetype position) const
    {
        int depth = 0;
        for (qsizetype i = position - 1; i >= 0; --i) {
            const QChar letter = code_[i];
            if (letter == QLatin1Char(')') || letter == QLatin1Char(']'))
                ++depth;
            else if (letter == QLatin1Char('(') || letter == QLatin1Char('[')) {
                if (depth == 0)
                    return i;
                --depth;
            } else if (depth == 0 && (letter == QLatin1Char('{') || letter == QLatin1Char('}') || letter == QLatin1Char(';')))
                return i;
        }
        return -1;
    }

    /// True where a brace opens a block, not a list of initial values.
    bool opensBlock(qsizetype brace) const
    {
        const qsizetype before = openedBefore(brace);
        const QString head = code_.mid(before + 1, brace - before - 1).trimmed();
        static const QRegularExpression block(QStringLiteral(
            "^$|\\)$|:$|->|\\b(?:else|do|try|const|noexcept|mutable|override|final)$|^(?:class|struct|namespace|enum)\\b"));
        static const QRegularExpression lambda(QStringLiteral("\\[[^\\]]*\\]$"));
        return block.match(head).hasMatch()
            || (lambda.match(head).hasMatch() && !head.contains(QRegularExpression(QStringLiteral("\\w\\[[^\\]]*\\]$"))));
    }

    void checkAwait(qsizetype begin, qsizetype end)
    {
        const qsizetype opened = openedBefore(begin);
        const QChar opener = opened < 0 ? QLatin1Char(';') : code_[opened];
        const QString head = code_.mid(opened + 1, begin - opened - 1).trimmed();
        if (opener == QLatin1Char('(')) {
            static const QRegularExpression control(QStringLiteral("\\b(?:if|while|switch|for)(?:\\s+constexpr)?\\s*$"));
            const bool condition = code_.left(opened).contains(control) || head.contains(QLatin1Char(';'));
            report(begin,
                condition ? "co_await in a condition: bind it to a named local first"
                          : "co_await inside an expression: bind it to a named local first");
        } else if (opener == QLatin1Char('[')) {
            report(begin, "co_await as an index: bind it to a named local first");
        } else if (opener == QLatin1Char('{') && !opensBlock(opened)) {
            report(begin, "co_await in a list of initial values: bind it to a named local first");
        } else if (isControlInit(opened)) {
            report(begin, "co_await in a condition: bind it to a named local first");
        } else {
            checkHead(begin, head);
        }
        checkOperand(begin, end);
    }

    /// True where the statement before is the first part of an `if (init; …)`.
    bool isControlInit(qsizetype opened) const
    {
        if (opened < 0 || code_[opened] != QLatin1Char(';'))
            return false;
        const qsizetype before = openedBefore(opened);
        return before >= 0 && code_[before] == QLatin1Char('(');
    }

    void checkHead(qsizetype begin, const QString &head)
    {
        static const QRegularExpression bound(QStringLiteral("(?:[\\w\\]>&*]\\s*|^)=$"));
        static const QRegularExpression label(QStringLiteral("^(?:case\\b.*|default\\s*):$|^else$|^do$|\\)$"));
        if (head.contains(QLatin1Char('?')))
            report(begin, "co_await in a choice with ?: write if and else");
        else if (!head.isEmpty() && !bound.match(head).hasMatch() && !label.match(head).hasMatch())
            report(begin, "co_await inside an expression: bind it to a named local first");
        else if (head.count(QStringLiteral("co_await")) > 0)
            report(begin, "two co_await in one statement: bind each to a named local");
    }

    /// What is awaited: no captures, no braces, no second co_await, no choice, nothing done with the result.
    void checkOperand(qsizetype begin, qsizetype position)
    {
        int depth = 0;
        bool called = false;
        for (qsizetype i = position; i < code_.size(); ++i) {
            const QChar letter = code_[i];
            if (depth == 0
                && (letter == QLatin1Char(';') || letter == QLatin1Char('}') || letter == QLatin1Char(')')
                    || letter == QLatin1Char(',')))
                return;
            if (letter == QLatin1Char('['))
                i = skipLambda(begin, i);
            else if (letter == QLatin1Char('{')) {
                report(begin, "braces in what is awaited: give it a name first");
                return;
            } else if (letter == QLatin1Char('?')) {
                report(begin, "co_await in a choice with ?: write if and else");
                return;
            } else if (letter == QLatin1Char('(')) {
                ++depth;
            } else if (letter == QLatin1Char(')')) {
                --depth;
                called = called || depth == 0;
            } else if (depth == 0 && called && QStringLiteral("+-*/%<>=!&|").contains(letter) && !isArrow(i)) {
                report(begin, "co_await inside an expression: bind it to a named local first");
                return;
            } else if (letter == QLatin1Char('c') && QStringView(code_).mid(i).startsWith(QLatin1String("co_await"))) {
                report(begin, "two co_await in one statement: bind each to a named local");
                return;
            }
        }
    }

    bool isArrow(qsizetype i) const
    {
        const QStringView around = QStringView(code_).mid(std::max<qsizetype>(i - 1, 0), 3);
        return around.contains(QLatin1String("->"));
    }

    /// Skips a lambda without captures, whole; reports one with captures. Gives the last position of it.
    qsizetype skipLambda(qsizetype begin, qsizetype bracket)
    {
        const qsizetype close = code_.indexOf(QLatin1Char(']'), bracket);
        if (close < 0)
            return code_.size() - 1;
        const QChar before = bracket > 0 ? code_[bracket - 1] : QChar(QLatin1Char(' '));
        if (before.isLetterOrNumber() || before == QLatin1Char('_') || before == QLatin1Char(']') || before == QLatin1Char(')'))
            return close; // an index
        if (!code_.mid(bracket + 1, close - bracket - 1).trimmed().isEmpty()) {
            report(begin, "a lambda with captures in what is awaited: give it a name and move it");
            return close;
        }
        const qsizetype body = code_.indexOf(QLatin1Char('{'), close);
        int depth = 0;
        for (qsizetype i = body; i >= 0 && i < code_.size(); ++i) {
            depth += code_[i] == QLatin1Char('{') ? 1 : code_[i] == QLatin1Char('}') ? -1 : 0;
            if (depth == 0)
                return i;
        }
        return close;
    }

    /// A coroutine that is a lambda takes parameters, not captures. A [&] lambda is fine that has a name in the scope that
    /// awaits it, or that is given to play(), which returns when it has ended.
    void checkLambdaAround(qsizetype position)
    {
        int depth = 0;
        static const QRegularExpression lambda(
            QStringLiteral("(=\\s*|\\bplay\\([\\w:, "
                           "]*)?\\[([^\\]\\[]*)\\]\\s*(?:\\([^;{}]*\\))?\\s*(?:mutable|noexcept|\\s)*(?:->[^;{}]*)?\\s*$"));
        for (qsizetype i = position - 1; i >= 0; --i) {
            depth += code_[i] == QLatin1Char('}') ? 1 : 0;
            if (code_[i] != QLatin1Char('{'))
                continue;
            if (depth-- > 0)
                continue;
            depth = 0;
            qsizetype start = i;
            while (start > 0 && !QStringLiteral(";{}").contains(code_[start - 1]))
                --start;
            const auto match = lambda.match(code_.mid(start, i - start));
            if (!match.hasMatch())
                continue;
            const QString captures = match.captured(2).trimmed();
            const bool outlived = !match.captured(1).isEmpty();
            if (!captures.isEmpty() && !(captures == QLatin1String("&") && outlived))
                report(position, "a coroutine lambda with captures: they dangle after the first suspension; pass parameters");
            return;
        }
    }

    QString path_;
    QString code_;
    QStringList found_;
};

} // namespace awaitscope
