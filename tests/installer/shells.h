// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/reference/reference.h"
#include "tests/installer/terminal.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include <memory>

namespace awaitscope {

/// What a shell's completion does with a line whose end is under the cursor.
struct Completion
{
    QStringList offered; ///< sorted; without what stands before the last = of the word, and without a = at the end
    QString line; ///< after the key; empty for fish, which is asked without a terminal
};

/// A real shell that has read the completions, in a folder with some files.
class Shell
{
public:
    explicit Shell(const QByteArray &script) : script_(script)
    {
        QDir(folder_.path()).mkdir(QStringLiteral("at"));
        QDir(at()).mkdir(QStringLiteral("below"));
        for (const char *name : {"drawn.png", "drawn.svg", "drawn.pdf", "run.awaitscope", "shown.awaitlist", "report.json",
                 "all.awaitlog", "other.txt", "my run.awaitscope"})
            put(QStringLiteral("at/") + QLatin1String(name), {});
    }
    virtual ~Shell() = default;

    /// Nothing, or why it cannot be asked.
    virtual QString start() = 0;
    virtual std::optional<Completion> complete(const QString &line) = 0;
    /// What has been written to standard error while it completed.
    QString errors() const
    {
        QFile file(path(QStringLiteral("errors")));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

protected:
    QString at() const { return folder_.filePath(QStringLiteral("at")); }
    QString path(const QString &name) const { return folder_.filePath(name); }
    void put(const QString &name, const QByteArray &bytes) const
    {
        QDir(folder_.path()).mkpath(QFileInfo(name).path());
        QFile file(path(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
    }
    QProcessEnvironment environment() const
    {
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("PATH"), qEnvironmentVariable("PATH"));
        environment.insert(QStringLiteral("HOME"), folder_.path());
        environment.insert(QStringLiteral("TERM"), QStringLiteral("xterm"));
        environment.insert(QStringLiteral("LANG"), QStringLiteral("C.UTF-8"));
        environment.insert(QStringLiteral("ANSWERS"), path(QStringLiteral("answers")));
        return environment;
    }
    static QStringList tidied(const QStringList &offered, const QString &line)
    {
        const QString word = line.section(QLatin1Char(' '), -1);
        const QString before = word.left(word.lastIndexOf(QLatin1Char('=')) + 1);
        QStringList tidy;
        for (QString each : offered) {
            each.replace(QLatin1String("\\ "), QLatin1String(" "));
            if (!before.isEmpty() && each.startsWith(before))
                each.remove(0, before.size());
            for (const char end : {'=', '/'}) {
                if (each.size() > 1 && each.endsWith(QLatin1Char(end)))
                    each.chop(1);
            }
            tidy << each;
        }
        tidy.sort();
        tidy.removeDuplicates();
        return tidy;
    }

    const QByteArray script_;

private:
    QTemporaryDir folder_;
};

/// A shell with a line editor, in a terminal: Tab completes, Ctrl+G tells the line.
class TypedShell : public Shell
{
public:
    using Shell::Shell;

    std::optional<Completion> complete(const QString &line) override
    {
        const auto offered = terminal_->ask("\x15" + line.toUtf8() + '\t');
        const auto typed = offered ? terminal_->ask("\x07") : std::nullopt;
        return typed ? std::optional(Completion{tidied(*offered, line), typed->value(0)}) : std::nullopt;
    }

protected:
    QString begin(const QString &name, const QStringList &arguments)
    {
        const QString program = QStandardPaths::findExecutable(name);
        if (program.isEmpty())
            return name + QStringLiteral(" is not installed; installer/packages lists it.");
        terminal_ = std::make_unique<Terminal>(path(QStringLiteral("answers")));
        if (!terminal_->start(program, arguments, at(), environment()) || !terminal_->ask({}))
            return name + QStringLiteral(" does not get ready.");
        return {};
    }

private:
    std::unique_ptr<Terminal> terminal_;
};

class Bash : public TypedShell
{
public:
    using TypedShell::TypedShell;
    QString start() override
    {
        put(QStringLiteral("awaitscope"), script_);
        put(QStringLiteral("rc"), R"(
set +o history
bind 'set bell-style none'
bind 'set completion-query-items 0'
bind 'set page-completions off'
bind -x '"\C-g": printf "%s\n" "$READLINE_LINE" END >"$ANSWERS"'
source ~/awaitscope
recorded() { _awaitscope "$@" 2>>~/errors; printf '%s\n' "${COMPREPLY[@]}" END >"$ANSWERS"; }
complete -F recorded awaitscope
printf 'END\n' >"$ANSWERS"
)");
        return begin(QStringLiteral("bash"),
            {QStringLiteral("--noprofile"), QStringLiteral("--rcfile"), path(QStringLiteral("rc")), QStringLiteral("-i")});
    }
};

class Zsh : public TypedShell
{
public:
    using TypedShell::TypedShell;
    QString start() override
    {
        put(QStringLiteral("functions/_awaitscope"), script_);
        put(QStringLiteral(".zshrc"), R"(
setopt no_beep no_auto_list no_list_ambiguous
zstyle ':completion:*' use-cache no
fpath=(~/functions $fpath)
autoload -Uz compinit
compinit -u -D
compadd() {
    local -a got
    local -i end=${@[(ie)-]}
    [[ ${@[(i)--]} -lt $end ]] && end=${@[(i)--]}
    if (( ${@[1,end-1][(I)-[OAD]*]} )); then
        builtin compadd "$@"
        return
    fi
    builtin compadd -O got "$@"
    recorded+=("${got[@]}")
    builtin compadd "$@"
}
ask() { recorded=(); zle complete-word 2>>~/errors; print -l -- "${recorded[@]}" END >$ANSWERS }
tell() { print -r -l -- $BUFFER END >$ANSWERS }
zle -N ask
zle -N tell
bindkey -e
bindkey '^I' ask
bindkey '^G' tell
print END >$ANSWERS
)");
        return begin(QStringLiteral("zsh"), {QStringLiteral("-d"), QStringLiteral("-i")});
    }
};

/// fish completes a line that it is given; it needs no terminal for that.
class Fish : public Shell
{
public:
    using Shell::Shell;
    ~Fish() override
    {
        process_.closeWriteChannel();
        process_.waitForFinished();
    }
    QString start() override
    {
        const QString program = QStandardPaths::findExecutable(QStringLiteral("fish"));
        if (program.isEmpty())
            return QStringLiteral("fish is not installed; installer/packages lists it.");
        put(QStringLiteral("awaitscope.fish"), script_);
        process_.setProcessEnvironment(environment());
        process_.setWorkingDirectory(at());
        process_.setStandardErrorFile(path(QStringLiteral("errors")));
        process_.start(program,
            {QStringLiteral("--no-config"), QStringLiteral("--command"),
                QStringLiteral("source ~/awaitscope.fish; while read -l line; complete -C $line; echo END; end")});
        return process_.waitForStarted() ? QString() : QStringLiteral("fish does not get ready.");
    }
    std::optional<Completion> complete(const QString &line) override
    {
        process_.write(line.toUtf8() + '\n');
        QByteArray said;
        while (!said.endsWith("END\n")) {
            if (!process_.waitForReadyRead())
                return std::nullopt;
            said += process_.readAllStandardOutput();
        }
        said.chop(4);
        QStringList offered;
        for (const QString &each : QString::fromUtf8(said).split(QLatin1Char('\n'), Qt::SkipEmptyParts))
            offered << each.section(QLatin1Char('\t'), 0, 0);
        return Completion{tidied(offered, line), {}};
    }

private:
    QProcess process_;
};

} // namespace awaitscope
