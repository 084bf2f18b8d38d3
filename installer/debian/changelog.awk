# SPDX-License-Identifier: GPL-3.0-or-later
# CHANGELOG.md (Keep a Changelog) as a changelog of Debian. Takes version, maintainer and date; begins at the heading of that version and
# ends with an error where there is none.

# A paragraph in lines of at most 76 characters.
function wrap(text, first, rest,    words, count, i, line) {
    count = split(text, words, / +/)
    line = first words[1]
    for (i = 2; i <= count; ++i) {
        if (length(line) + length(words[i]) + 1 > 76) {
            print line
            line = rest words[i]
        } else {
            line = line " " words[i]
        }
    }
    print line
}

function finish() {
    if (entry != "")
        wrap(entry, "  * ", "    ")
    entry = ""
}

/^## / {
    finish()
    if (inside)
        exit
    if (index($2, "[" version "]") == 1) {
        inside = 1
        print "awaitscope (" version ") bookworm; urgency=medium\n"
    }
    next
}
!inside { next }
/^### / { finish(); print (headings++ ? "\n" : "") "  [ " substr($0, 5) " ]"; next }
/^- / { finish(); entry = substr($0, 3); next }
/^ +[^ ]/ { sub(/^ +/, ""); entry = entry " " $0; next }

END {
    finish()
    if (!inside) {
        print "CHANGELOG.md has no heading for version " version > "/dev/stderr"
        exit 1
    }
    print "\n -- " maintainer "  " date
}
