# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# For clean_root: sourced, not run. The start from the desktop entry, and what a desktop makes of trace files: with a display,
# a bus, a window manager and the tools of a desktop, but without one of the big ones.

entry=org.awaitscope.Awaitscope.desktop
mime_type=application/vnd.awaitscope.trace
desktop_packages=(xvfb openbox wmctrl scrot dbus-daemon libglib2.0-bin python3-gi gir1.2-glib-2.0 xdg-utils libfile-mimeinfo-perl shared-mime-info
    desktop-file-utils appstream man-db groff bash-completion zsh fish)

# As the user, within the session.
in_session() {
    as_person HOME="$desktop_home" LANG=C.UTF-8 DISPLAY=:7 DBUS_SESSION_BUS_ADDRESS=unix:path=/tmp/session-bus "$@"
}

# Something that comes about by itself: asked for until it is there, at most 30 s.
soon() {
    local i
    for ((i = 0; i < 120; i++)); do
        "$@" && return
        sleep 0.25
    done
    return 1
}

start_session() {
    desktop_home=$(fresh_home desktop)
    limit=1200 in_session Xvfb :7 -screen 0 1440x900x24 -nolisten tcp >"$work/xvfb" 2>&1 &
    limit=1200 in_session dbus-daemon --session --nofork --address=unix:path=/tmp/session-bus >"$work/bus" 2>&1 &
    if soon test -S "$root/tmp/session-bus" && soon in_session scrot --overwrite ready.png; then
        rm "$root/srv/trial/ready.png"
        limit=1200 in_session openbox >"$work/openbox" 2>&1 &
        soon windows && return
    fi
    tail -n 5 "$work/xvfb" "$work/bus" "$work/openbox"
    return 1
}

# The windows: number, desktop, WM_CLASS, machine, title, one a line.
windows() {
    in_session wmctrl -lx
}

window_titled() {
    windows | grep -E " awaitscope\.$window_class .*$1"
}

no_window() {
    ! windows | grep .
}

# The screen as a file of the user's: taken when two in a row are the same, so that the window is painted.
screenshot() {
    local i
    rm -f "$root/srv/trial/$1.png" "$root/srv/trial/before.png"
    for ((i = 0; i < 40; i++)); do
        in_session scrot --overwrite "$1.png" || return
        cmp -s "$root/srv/trial/before.png" "$root/srv/trial/$1.png" && break
        cp "$root/srv/trial/$1.png" "$root/srv/trial/before.png"
        sleep 0.5
    done
    rm -f "$root/srv/trial/before.png"
    is_png "$root/srv/trial/$1.png" 800 && { [ -z "$keep" ] || cp "$root/srv/trial/$1.png" "$keep/"; }
}

# shows NAME TITLE COMMAND…: the command opens a window of that title; it is looked at and closed.
shows() {
    local name=$1 title=$2 file opener
    file=$(tr -c 'a-z0-9\n' - <<<"${name,,}")
    shift 2
    in_session "$@" >"$work/opener" 2>&1 & # some wait for what they start
    opener=$!
    assert "$name: the window appears" soon window_titled "$title"
    assert "$name: it is painted" screenshot "$file"
    windows | awk '{ print $1 }' | while read -r window; do
        in_session wmctrl -i -c "$window"
    done
    assert "$name: it ends when its window is closed" soon no_program
    assert "$name: no failure is reported" ended_well "$opener"
}

ended_well() {
    wait "$1" || {
        cat "$work/opener"
        return 1
    }
}

no_program() {
    no_window && ! in_session sh -c 'for f in /proc/[0-9]*/comm; do cat "$f" 2>/dev/null; done' | grep -qx awaitscope
}

# The value of a key in a group of the entry.
entry_value() {
    awk -F= -v group="[$1]" -v key="$2" '/^\[/ { within = ($0 == group) } within && $1 == key { sub(/^[^=]*=/, ""); print; exit }' \
        "$root/usr/share/applications/$entry"
}

check_tools() {
    assert "desktop-file-validate" in_root desktop-file-validate "/usr/share/applications/$entry"
    assert "appstreamcli validate" in_root appstreamcli validate --no-net --explain /usr/share/metainfo/org.awaitscope.Awaitscope.metainfo.xml
    assert "man finds the page and has nothing to say against it" quiet as_person LC_ALL=C.UTF-8 MANWIDTH=80 man --warnings awaitscope
    assert "bash completes" as_person bash -c '. /usr/share/bash-completion/bash_completion; _completion_loader awaitscope; complete -p awaitscope'
    assert "zsh completes" as_person HOME="$desktop_home" zsh -c 'autoload -Uz compinit; compinit -D; [ -n "$_comps[awaitscope]" ]'
    assert "fish completes" as_person HOME="$desktop_home" fish -c 'complete -C "awaitscope sel" | string match "selftest*"'
}

check_entry() {
    local action actions
    window_class=$(entry_value "Desktop Entry" StartupWMClass)
    assert "the entry names its windows' class" test -n "$window_class"
    shows "Start from the desktop entry" "Awaitscope$" gio launch "/usr/share/applications/$entry"

    IFS=';' read -ra actions <<<"$(entry_value "Desktop Entry" Actions)"
    assert "the entry has actions" test "${#actions[@]}" -gt 0
    for action in "${actions[@]}"; do
        shows "Action $action" "Awaitscope" /usr/bin/python3 -c '
import sys
from gi.repository import Gio
Gio.DesktopAppInfo.new(sys.argv[1]).launch_action(sys.argv[2], Gio.AppLaunchContext())' "$entry" "$action"
    done
}

check_traces() {
    local program
    assert "a trace is saved" in_session awaitscope run gather-failure --clock virtual --trace saved.awaitscope
    cp -p "$root/srv/trial/saved.awaitscope" "$root/srv/trial/without-suffix"
    assert "gio knows a trace by its name" has_type gio info -a standard::content-type saved.awaitscope
    assert "gio knows a trace by its first bytes" has_type gio info -a standard::content-type without-suffix
    assert "xdg-mime knows a trace by its name" has_type xdg-mime query filetype saved.awaitscope
    assert "xdg-mime knows a trace by its first bytes" has_type xdg-mime query filetype without-suffix
    assert "traces are opened by the entry" is_same "$(in_session xdg-mime query default "$mime_type")" "$entry"
    for program in "gio open" xdg-open; do
        # shellcheck disable=SC2086 # two words
        shows "A trace by $program" "Failure in gather – Awaitscope$" $program saved.awaitscope
    done
    shows "A trace without its suffix" "Failure in gather – Awaitscope$" gio open without-suffix
}

has_type() {
    in_session "$@" | tee "$work/type" && grep -qE "(^|: )$mime_type\$" "$work/type"
}

check_desktop() {
    assert "the package is installed beside a desktop's tools" install_in_root "${desktop_packages[@]}" "$deb_in_root"
    assert "display, bus and window manager start" start_session
    check_tools
    check_entry
    check_traces
    assert "the desktop asked for no address beyond the machine" is_same "$(asked_beyond)" 2
}
