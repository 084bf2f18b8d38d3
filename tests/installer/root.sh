# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# For clean_root: sourced, not run. The smallest Debian 12, and how something is run in it.

codename=bookworm
person=reader
deb_in_root=/srv/awaitscope.deb
path=/usr/local/bin:/usr/bin:/bin:/usr/games # of a plain user

# What this machine's apt knows of Debian: "ADDRESS SUITE", one a line. Other archives may use the same suite's name, not
# with a component "main".
debian_sources() {
    apt-get indextargets --format '$(SITE) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' |
        awk -v name="$codename" '$3 == "main" && ($2 == name || index($2, name "-") == 1) { print $1, $2 }' | sort -u
}

# The smallest system into $root: from the cache, or by debootstrap.
make_root() {
    local sources mirror base
    sources=$(debian_sources)
    mirror=$(awk -v name="$codename" '$2 == name { print $1; exit }' <<<"$sources")
    [ -n "$mirror" ] || stop "apt of this machine names no archive of Debian 12 ($codename)."
    base="$cache/base-$(sha256sum <<<"$sources" | cut -c1-16).tar"
    find "$cache" -maxdepth 1 -name 'base-*.tar*' -mmin +1440 -delete
    if [ -f "$base" ]; then
        tar -xpf "$base" -C "$root" --numeric-owner || stop "$base cannot be unpacked; remove it."
    else
        timeout 600 debootstrap --variant=minbase "$codename" "$root" "$mirror" >"$work/said" 2>&1 || {
            tail -n 20 "$work/said"
            stop "debootstrap failed."
        }
        tar -cf "$base.$$" -C "$root" --numeric-owner . && mv "$base.$$" "$base"
    fi

    sed 's/^\(.*\) \(.*\)$/deb \1 \2 main/' <<<"$sources" >"$root/etc/apt/sources.list"
    apt-config dump | grep -E '^Acquire::(http|https|Retries|Check-)' >"$root/etc/apt/apt.conf.d/80machine"
    echo 'Acquire::Languages "none";' >>"$root/etc/apt/apt.conf.d/80machine"
    printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d" # no service starts in here
    chmod +x "$root/usr/sbin/policy-rc.d"
    cp -L /etc/resolv.conf /etc/hosts "$root/etc/"
    mount -t proc proc "$root/proc"
    mount -t devpts -o newinstance,ptmxmode=0666 devpts "$root/dev/pts"
    mount -t tmpfs -o mode=1777 tmpfs "$root/dev/shm"
    mount --bind "$cache/archives" "$root/var/cache/apt/archives"
    in_root apt-get update -qq >"$work/said" 2>&1 || {
        cat "$work/said"
        stop "the lists of packages cannot be fetched."
    }
    in_root useradd --create-home --shell /bin/bash "$person" || stop "no user can be made."
    install -d -o "$(person_id)" "$root/srv/trial"
    install -m 644 "$deb" "$root$deb_in_root"
}

# As root in the system, with the machine's network.
in_root() {
    timeout --kill-after=10 900 env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 HOME=/root \
        DEBIAN_FRONTEND=noninteractive ${http_proxy:+http_proxy="$http_proxy"} ${https_proxy:+https_proxy="$https_proxy"} \
        chroot "$root" "$@"
}

install_in_root() {
    in_root apt-get install -y --no-install-recommends "$@"
}

person_id() {
    in_root id -u "$person"
}

# A network that reaches nothing but the machine itself, for all that the user runs.
make_network() {
    touch "$work/network"
    unshare --net="$work/network" ip link set lo up || stop "no network of its own can be made here."
}

# As the user, in /srv/trial, without a network and with no other environment than the one given: as_person [NAME=VALUE…] COMMAND…
as_person() {
    timeout --kill-after=5 "${limit:-120}" nsenter --net="$work/network" chroot "$root" \
        setpriv --reuid="$person" --regid="$person" --init-groups --inh-caps=-all --no-new-privs \
        sh -c 'cd /srv/trial && exec "$@"' sh env -i PATH="$path" "$@"
}

# A home of that name with nothing in it, and its path in the system.
fresh_home() {
    install -d -m 700 -o "$(person_id)" "$root/home/$1"
    echo "/home/$1"
}

# How often something asked for an address beyond the machine: there is no route to one, and the system counts that.
asked_beyond() {
    nsenter --net="$work/network" cat /proc/net/snmp /proc/net/snmp6 | awk '
        $1 == "Ip:" && !column { for (i = 1; i <= NF; i++) if ($i == "OutNoRoutes") column = i; next }
        $1 == "Ip:" { sum += $column }
        $1 == "Ip6OutNoRoutes" { sum += $2 }
        END { print sum + 0 }'
}

# Every path of the system's own files; of those in /etc the checksum too.
list_files() {
    (
        cd "$root" || exit
        find . -xdev \( -path ./home -o -path ./tmp -o -path ./srv \) -prune -o -print
        find ./etc -xdev -type f -exec sha256sum {} +
    ) | LC_ALL=C sort
}
