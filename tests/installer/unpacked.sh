# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# For clean_root: sourced, not run. What the .tar.gz does, unpacked by a user, beside the libraries that the .deb asked for.

check_unpacked() {
    local home folder program
    assert "the package is removed, its libraries stay" in_root apt-get purge -y awaitscope
    assert_fails "no awaitscope is installed" in_root test -e /usr/bin/awaitscope
    home=$(fresh_home unpacked)
    install -m 644 "$tarball" "$root/srv/awaitscope.tar.gz"
    assert "the archive is unpacked in a home" as_person tar -xzf /srv/awaitscope.tar.gz -C "$home"
    rm "$root/srv/awaitscope.tar.gz"
    folder=$(find "$root$home" -mindepth 1 -maxdepth 1)
    assert "it holds one folder" test -d "$folder"
    program=${folder#"$root"}/bin/awaitscope
    assert "unpacked: --version" as_person HOME="$home" "$program" --version
    assert "unpacked: check" as_person HOME="$home" "$program" check
    assert "unpacked: run, drawn into a file" as_person HOME="$home" "$program" run "$lesson" --clock virtual --export x.png
    assert "unpacked: the figure has the same bytes" cmp "$work/x.png" "$root/srv/trial/x.png"
    rm -rf "${root:?}$home" "$root/srv/trial/x.png"
}
