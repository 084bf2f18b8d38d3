# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# For clean_root: sourced, not run. The lines of the report.

held=0
broken=()

# assert NAME COMMAND…: one line of the report. What the command wrote stands in $work/said; it is shown where it failed.
assert() {
    local name=$1
    shift
    if "$@" >"$work/said" 2>&1; then
        held=$((held + 1))
        echo "ok $name"
    else
        local code=$?
        broken+=("$name")
        echo "not ok $name (exit code $code)"
        tail -n 25 "$work/said" | sed 's/^/    /'
    fi
}

# The same for what must fail.
assert_fails() {
    assert "$1" fails "${@:2}"
}

fails() {
    ! "$@"
}

is_same() {
    [ "$1" = "$2" ] || {
        printf 'expected: %s\nis:       %s\n' "$2" "$1"
        return 1
    }
}

is_empty() {
    [ ! -s "$1" ] || {
        cat "$1"
        return 1
    }
}

# A regular PNG file of at least so many pixels each way.
is_png() {
    local width height
    [ -f "$1" ] && [ "$(head -c 8 "$1" | od -An -tx1 | tr -d ' \n')" = 89504e470d0a1a0a ] || return 1
    read -r width height < <(od -An -tu1 -j16 -N8 -w8 "$1" |
        awk '{ print (($1 * 256 + $2) * 256 + $3) * 256 + $4, (($5 * 256 + $6) * 256 + $7) * 256 + $8 }')
    echo "$1: $width x $height pixels"
    [ "$width" -ge "$2" ] && [ "$height" -ge "$2" ] && [ "$width" -le 10000 ] && [ "$height" -le 10000 ]
}

# The last line of the report. Exits.
finish() {
    [ "${#broken[@]}" -eq 0 ] || printf 'NOT OK: %s\n' "${broken[@]}"
    echo "$held hold, ${#broken[@]} do not, $SECONDS s"
    [ "${#broken[@]}" -eq 0 ]
    exit
}
