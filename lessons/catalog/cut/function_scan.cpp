// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/cut/function_scan.h"

#include <QRegularExpression>

#include <algorithm>

namespace awaitscope::cut {

namespace {

enum class BraceKind {
    Namespace, ///< declarations: a namespace, or a type
    Function, ///< statements of a function or lambda
    Nested, ///< statements within a function: a block, a loop, a branch
    Other, ///< part of an expression or of an enumeration
};

/// Position of the bracket that opens what closes at `close`; −1 where there is none.
qsizetype openingOf(QStringView text, qsizetype close)
{
    const QChar closing = text[close];
    const QChar opening = closing == u')' ? u'(' : closing == u']' ? u'[' : u'{';
    int depth = 0;
    for (qsizetype i = close; i >= 0; --i) {
        if (text[i] == closing)
            ++depth;
        else if (text[i] == opening && --depth == 0)
            return i;
    }
    return -1;
}

/// Where the lambda begins whose body opens behind `header`; −1 where that is no lambda.
qsizetype lambdaBegin(QStringView header)
{
    static const QRegularExpression behindParameters(
        QStringLiteral("^\\s*((mutable|constexpr|consteval|static|noexcept)\\s*)*(->[^;]*)?$"));
    for (qsizetype i = header.size() - 1; i >= 0; --i) {
        if (header[i] != u']' && header[i] != u')')
            continue;
        if (!behindParameters.match(header.sliced(i + 1).toString()).hasMatch())
            continue;
        qsizetype captureEnd = i;
        if (header[i] == u')') {
            const qsizetype open = openingOf(header, i);
            if (open < 0)
                continue;
            const QStringView before = header.first(open).trimmed();
            if (!before.endsWith(u']'))
                continue;
            captureEnd = before.data() - header.data() + before.size() - 1;
        }
        const qsizetype begin = openingOf(header, captureEnd);
        if (begin < 0)
            continue;
        const QStringView before = header.first(begin).trimmed();
        const bool isSubscript = !before.isEmpty()
            && (before.back().isLetterOrNumber() || before.back() == u'_' || before.back() == u')' || before.back() == u']');
        if (!isSubscript || before.endsWith(u"return"))
            return begin;
    }
    return -1;
}

QString lambdaName(QStringView beforeLambda)
{
    static const QRegularExpression bound(QStringLiteral("(\\w+)\\s*(=|\\{|\\()\\s*$"));
    const auto match = bound.match(beforeLambda.toString());
    const bool isVariable = match.hasMatch() && match.captured(2) == QLatin1String("=");
    return isVariable ? match.captured(1) : QStringLiteral("lambda");
}

/// The name of the function whose body opens behind `header`; empty where that is no function.
QString functionName(const QString &header)
{
    static const QRegularExpression named(QStringLiteral("(operator\\s*\\S+|~?\\w+)\\s*\\("));
    static const QStringList noNames = {QStringLiteral("decltype"), QStringLiteral("noexcept"), QStringLiteral("alignas"),
        QStringLiteral("requires"), QStringLiteral("explicit")};
    auto matches = named.globalMatch(header);
    while (matches.hasNext()) {
        const QString name = matches.next().captured(1);
        if (!noNames.contains(name))
            return name;
    }
    return {};
}

class FunctionScanner
{
public:
    FunctionScanner(const QString &masked, int firstLine) : text_(masked), line_(firstLine) { }

    std::vector<SourceFunction> run()
    {
        for (at_ = 0; at_ < text_.size(); ++at_) {
            const QChar character = text_[at_];
            if (character == u'\n') {
                ++line_;
                continue;
            }
            if (character.isSpace())
                continue;
            if (begin_ < 0) {
                begin_ = at_;
                beginLine_ = line_;
            }
            switch (character.unicode()) {
            case u'(':
            case u'[':
                ++depth_;
                break;
            case u')':
            case u']':
                --depth_;
                break;
            case u'{':
                open();
                break;
            case u'}':
                close();
                break;
            case u';':
                if (depth_ == 0 && holdsStatements())
                    endStatement();
                else if (depth_ == 0 && (braces_.empty() || braces_.back().kind == BraceKind::Namespace))
                    begin_ = -1;
                break;
            default:
                break;
            }
        }
        if (!braces_.empty())
            throw CutError{braces_.back().line, QStringLiteral("The brace that opens on this line has no end in its cut.")};
        std::ranges::stable_sort(functions_, {}, [](const SourceFunction &function) { return function.lines.first; });
        return std::move(functions_);
    }

private:
    struct Brace
    {
        BraceKind kind;
        int line;
        int depth; ///< of parentheses around it
        qsizetype begin; ///< of the statement around it
        qsizetype at; ///< where it stands
        int beginLine;
        std::size_t function; ///< that it is the body of
    };

    bool holdsStatements() const
    {
        return !braces_.empty() && (braces_.back().kind == BraceKind::Function || braces_.back().kind == BraceKind::Nested);
    }

    void endStatement()
    {
        const LineRange range{beginLine_, line_};
        auto &statements = functions_[current()].statements;
        if (text_[begin_] != u';')
            statements.push_back(range);
        begin_ = -1;
    }

    /// The innermost function around.
    std::size_t current() const
    {
        for (auto brace = braces_.rbegin(); brace != braces_.rend(); ++brace) {
            if (brace->kind == BraceKind::Function)
                return brace->function;
        }
        return 0;
    }

    BraceKind kindOf(const QString &header, QString &name, int &firstLine) const
    {
        firstLine = beginLine_;
        if (const qsizetype lambda = lambdaBegin(header); lambda >= 0) {
            name = lambdaName(QStringView(header).first(lambda));
            firstLine += int(header.first(lambda).count(u'\n'));
            return BraceKind::Function;
        }
        static const QRegularExpression leadingWord(QStringLiteral("^(template\\s*<[^{]*>\\s*)?(\\w*)"));
        const QString word = leadingWord.match(header).captured(2);
        if (depth_ != 0)
            return BraceKind::Other;
        if (holdsStatements()) {
            static const QStringList openers = {QString(), QStringLiteral("if"), QStringLiteral("else"), QStringLiteral("for"),
                QStringLiteral("while"), QStringLiteral("do"), QStringLiteral("switch"), QStringLiteral("try"),
                QStringLiteral("catch"), QStringLiteral("QCORO_FOREACH")};
            return openers.contains(word) || header.endsWith(u':') ? BraceKind::Nested : BraceKind::Other;
        }
        if (!braces_.empty() && braces_.back().kind == BraceKind::Other)
            return BraceKind::Other;
        if (word == QLatin1String("namespace") || word == QLatin1String("extern") || word == QLatin1String("struct")
            || word == QLatin1String("class") || word == QLatin1String("union")) {
            if (!header.contains(u'('))
                return BraceKind::Namespace;
        }
        if (header.contains(QLatin1String(" = ")))
            return BraceKind::Other;
        name = functionName(header);
        return name.isEmpty() ? BraceKind::Other : BraceKind::Function;
    }

    void open()
    {
        const QString header = text_.mid(begin_, at_ - begin_).trimmed();
        QString name;
        int firstLine = 0;
        const BraceKind kind = kindOf(header, name, firstLine);
        Brace brace{kind, line_, depth_, begin_, at_, beginLine_, 0};
        if (kind == BraceKind::Nested && !header.isEmpty())
            functions_[current()].statements.push_back({beginLine_, line_});
        if (kind == BraceKind::Function) {
            brace.function = functions_.size();
            functions_.push_back({name, {firstLine, 0}, {}});
        }
        braces_.push_back(brace);
        if (kind != BraceKind::Other) {
            depth_ = 0;
            begin_ = -1;
        }
    }

    void close()
    {
        if (braces_.empty())
            throw CutError{line_, QStringLiteral("The brace that closes on this line has no begin in its cut.")};
        const Brace brace = braces_.back();
        braces_.pop_back();
        if (brace.kind == BraceKind::Function)
            functions_[brace.function].lines.last = line_;
        depth_ = brace.depth;
        const bool inExpression = brace.kind == BraceKind::Other || (brace.kind == BraceKind::Function && isLambda(brace));
        begin_ = inExpression ? brace.begin : -1;
        beginLine_ = brace.beginLine;
    }

    /// A lambda's body ends within the statement that the lambda is part of.
    bool isLambda(const Brace &brace) const
    {
        return holdsStatements() || brace.depth > 0
            || text_.mid(brace.begin, brace.at - brace.begin).contains(QLatin1String(" = "));
    }

    const QString &text_;
    int line_;
    qsizetype at_ = 0;
    int depth_ = 0; ///< of parentheses and square brackets, within the innermost brace
    qsizetype begin_ = -1; ///< of the current statement; −1 where none has begun
    int beginLine_ = 0;
    std::vector<Brace> braces_;
    std::vector<SourceFunction> functions_;
};

} // namespace

std::vector<SourceFunction> scanFunctions(const QString &masked, int firstLine)
{
    return FunctionScanner(masked, firstLine).run();
}

} // namespace awaitscope::cut
