# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# For clean_root: sourced, not run. An upgrade from an older version, and the removal.

# What there is before anything is installed.
remember_system() {
    list_files >"$work/before"
    packages >"$work/packages-before"
}

packages() {
    in_root dpkg-query -W -f '${binary:Package} ${db:Status-Status}\n'
}

# The same package under a version that comes before it.
make_older() {
    rm -rf "$work/older"
    dpkg-deb --raw-extract "$deb" "$work/older" &&
        sed -i 's/^Version: .*/Version: 0.0.1/' "$work/older/DEBIAN/control" &&
        dpkg-deb --root-owner-group -Znone --build "$work/older" "$root/srv/older.deb"
}

installed_version() {
    in_root dpkg-query -W -f '${Version}' awaitscope
}

saved_runs() {
    as_person HOME="$1" awaitscope runs list --json
}

check_upgrade() {
    local home
    home=$(fresh_home upgrade)
    assert "an older version can be made" make_older
    assert "the older version is installed" install_in_root /srv/older.deb
    assert "it says so" is_same "$(installed_version)" 0.0.1
    assert "a run is saved with it" as_person HOME="$home" awaitscope run "$lesson" --clock virtual --save
    saved_runs "$home" >"$work/runs-before"
    assert "it lists the run" grep -q "\"lesson\":\"$lesson\"" "$work/runs-before"
    assert "the newer version replaces it" install_in_root "$deb_in_root"
    assert "apt says so" is_same "$(installed_version)" "$(dpkg-deb --field "$deb" Version)"
    saved_runs "$home" >"$work/runs-after"
    assert "the run is listed as before" cmp "$work/runs-before" "$work/runs-after"
    rm "$root/srv/older.deb"
}

# What the user has: every file with its checksum.
own_data() {
    (cd "$root/home/upgrade" && find . -type f -exec sha256sum {} + | LC_ALL=C sort)
}

# What apt and dpkg write down about themselves, and caches that belong to other packages' programs.
of_the_system() {
    grep -vE '^([0-9a-f]{64}  )?\./(var/(lib/(apt|dpkg)|log|cache/(apt|debconf|ldconfig))(/|$)|etc/ld\.so\.cache$)'
}

check_removed() {
    own_data >"$work/data-before"
    assert "the user has data" test -s "$work/data-before"
    assert "apt removes the package" in_root apt-get purge -y awaitscope
    assert "apt removes what came with it" in_root apt-get autoremove --purge -y
    assert_fails "dpkg knows nothing of it" in_root dpkg-query -s awaitscope
    assert "no package stays" is_same "$(packages)" "$(cat "$work/packages-before")"
    list_files | of_the_system >"$work/after"
    of_the_system <"$work/before" | diff - "$work/after" >"$work/difference"
    assert "the system's files and settings are those from before" is_empty "$work/difference"
    assert_fails "no path is named after it" find_by_name
    own_data >"$work/data-after"
    assert "the user's data is untouched" cmp "$work/data-before" "$work/data-after"
}

find_by_name() {
    find "$root" -xdev \( -path "$root/home" -o -path "$root/srv" \) -prune -o -iname '*awaitscope*' -print | grep .
}
