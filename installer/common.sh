# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# For installer/run, installer/test and .ci/run: sourced, not run.

# Qt wants a UTF-8 locale, and a bare machine may have none chosen. C.UTF-8 is part of the C library.
case "${LC_ALL:-${LC_CTYPE:-${LANG:-}}}" in
    *UTF-8 | *utf8) ;;
    *) export LC_ALL=C.UTF-8 ;;
esac

# The packages that a list names.
packages_in() {
    sed -e 's/#.*//' -e 's/^[[:space:]]*//' -e 's/[[:space:]].*//' -e '/^$/d' "$1"
}

# Those of the given packages that are not installed, one a line.
missing_packages() {
    local package
    for package in "$@"; do
        case "$(dpkg-query --show --showformat='${db:Status-Abbrev}' "$package" 2>/dev/null || true)" in
            ?i*) ;;
            *) printf '%s\n' "$package" ;;
        esac
    done
}

# Installs what is missing of a list. Exits with 2 and the command to type where it can't.
install_missing() {
    local list=$1 missing administrator=()
    if ! command -v dpkg-query >/dev/null; then
        echo "installer: this is no Debian: dpkg-query is not there. Needed are the packages of $list, or their like." >&2
        exit 2
    fi
    mapfile -t missing < <(packages_in "$list")
    mapfile -t missing < <(missing_packages "${missing[@]}")
    [ "${#missing[@]}" -gt 0 ] || return 0
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null || ! { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
            echo "installer: missing packages: ${missing[*]}. As root, type: apt-get install --no-install-recommends ${missing[*]}" >&2
            exit 2
        fi
        administrator=(sudo)
    fi
    echo "Installing: ${missing[*]}"
    "${administrator[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq </dev/null ||
        echo "installer: the lists of packages are not up to date; going on with those that are there." >&2
    "${administrator[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" </dev/null
}

# Configures (where there is nothing yet) and builds a preset. In the tree's root. The build configures again by itself.
build_preset() {
    local preset=$1
    [ -f "build/$preset/build.ninja" ] || cmake --preset "$preset"
    cmake --build --preset "$preset"
}
