# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# For clean_root: sourced, not run. What the installed .deb does for a plain user.

lesson=sequential-vs-parallel

# The command in an environment, under a name: it works and has nothing to say on standard error.
works_in() {
    local name=$1
    shift
    assert "$name: check" as_person "$@" awaitscope check
    assert "$name: run, drawn into a file" as_person "$@" awaitscope run "$lesson" --clock virtual --export x.png
    assert "$name: the figure has the bytes that the build machine writes" cmp "$work/x.png" "$root/srv/trial/x.png"
    rm -f "$root/srv/trial/x.png"
}

quiet() {
    "$@" 2>"$work/errors" && is_empty "$work/errors"
}

# A run on the real clock: done, or with claims that do not hold because a busy machine was late, and that say so.
plays_on_real_clock() {
    local code said
    said=$("$@")
    code=$?
    echo "$said"
    [ "$code" -eq 0 ] && return
    [ "$code" -eq 1 ] && [ "$(grep -c 'does not hold' <<<"$said")" -gt 0 ] &&
        ! grep -A1 'does not hold' <<<"$said" | grep -vE 'does not hold|^--|On the real clock up to'
}

# A home that cannot be written in any way: another's, without the right to write, on a file system that is read-only.
make_read_only_home() {
    install -d -m 555 "$root/srv/read-only"
    mount --bind "$root/srv/read-only" "$root/srv/read-only"
    mount -o remount,bind,ro "$root/srv/read-only"
}

check_installed() {
    local home file version
    version=$(dpkg-deb --field "$deb" Version)
    mkdir "$work/home-here"
    dpkg-deb --extract "$deb" "$work/unpacked"
    assert "the build machine draws the figure" env -i -C "$work" HOME="$work/home-here" PATH="$PATH" \
        "$work/unpacked/usr/bin/awaitscope" run "$lesson" --clock virtual --export x.png # the figure tells this name

    assert "the .deb is installed with what it names alone" install_in_root "$deb_in_root"
    assert "dpkg knows it as installed" is_same "$(in_root dpkg-query -W -f '${db:Status-Status} ${Version}' awaitscope)" "installed $version"
    assert "dpkg finds no file of it changed" in_root dpkg --verify awaitscope

    home=$(fresh_home fresh)
    as_person HOME="$home" awaitscope --version >"$work/version"
    assert "--version names Awaitscope, Qt and QCoro" grep -qzE "Awaitscope ${version//./\\.}.*Qt 6\.4.*QCoro 0\.8" "$work/version"
    assert "check says nothing on standard error" quiet as_person HOME="$home" LANG=C.UTF-8 awaitscope check
    assert "run, on the real clock" plays_on_real_clock as_person HOME="$home" awaitscope run "$lesson" --export x.png
    assert "its figure is a PNG of a sane size" is_png "$root/srv/trial/x.png" 400
    assert "run --all" as_person HOME="$home" awaitscope run --all --clock virtual --export '{lesson}.svg'
    assert "a figure for each lesson" is_same "$(find "$root/srv/trial" -name '*.svg' -size +1k | wc -l)" \
        "$(as_person HOME="$home" awaitscope list --json | grep -o '"point"' | wc -l)"
    [ -z "$keep" ] || cp "$root/srv/trial/x.png" "$keep/figure.png"
    rm -f "$root"/srv/trial/*

    works_in "fresh home" HOME="$(fresh_home works)" LANG=C.UTF-8
    make_read_only_home
    assert_fails "the read-only home is one" as_person touch /srv/read-only/x
    works_in "read-only home" HOME=/srv/read-only LANG=C.UTF-8
    assert "read-only home: nothing is there" is_same "$(ls -A "$root/srv/read-only")" ""
    works_in "no home" LANG=C.UTF-8
    works_in "LANG=C" HOME="$(fresh_home c)" LANG=C
    works_in "no LANG" HOME="$(fresh_home none)"
    works_in "German" HOME="$(fresh_home german)" LANG=de_DE.UTF-8 LANGUAGE=de

    assert "selftest" as_person HOME="$(fresh_home selftest)" awaitscope selftest
    assert "what the user ran asked for no address beyond the machine" is_same "$(asked_beyond)" 0
    # That this count can tell: someone who does ask.
    as_person bash -c 'exec 3<>/dev/tcp/192.0.2.1/9' 2>/dev/null
    assert "who asks for one is counted" is_same "$(asked_beyond)" 1
    as_person bash -c 'exec 3<>/dev/tcp/2001:db8::1/9' 2>/dev/null
    assert "over IPv6 too" is_same "$(asked_beyond)" 2

    for file in usr/bin/awaitscope usr/share/man/man1/awaitscope.1.gz \
        usr/share/bash-completion/completions/awaitscope usr/share/zsh/vendor-completions/_awaitscope \
        usr/share/fish/vendor_completions.d/awaitscope.fish usr/share/applications/org.awaitscope.Awaitscope.desktop \
        usr/share/metainfo/org.awaitscope.Awaitscope.metainfo.xml usr/share/mime/packages/org.awaitscope.Awaitscope.xml \
        usr/share/icons/hicolor/scalable/apps/org.awaitscope.Awaitscope.svg \
        usr/share/icons/hicolor/{16x16,32x32,48x48,128x128,256x256,512x512}/apps/org.awaitscope.Awaitscope.png \
        usr/share/doc/awaitscope/{copyright,changelog.gz}; do
        assert "/$file is there and the user's to read" as_person sh -c "test -s /$file && cat /$file"
    done
}
