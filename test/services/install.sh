#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Installs the real servers that the tests start by themselves: sudo test/services/install.sh
set -eu

say() {
  printf '%s\n' "$1"
}

fail() {
  say "$1" >&2
  exit 1
}

[ "$(id -u)" -eq 0 ] || fail "This script installs Debian packages: run it as root, sudo $0"
command -v apt-get >/dev/null || fail "This script knows Debian only: no apt-get here."
grep -Eq '^ID="?debian"?$' /etc/os-release || fail "This script knows Debian only (13, trixie)."

# LemonLDAP::NG without Apache: its portal, what it loads for LDAP and CAS, and starman to serve it.
lemonldap='
  liblemonldap-ng-portal-perl liblemonldap-ng-common-perl lemonldap-ng-fastcgi-server
  libcgi-emulate-psgi-perl libconvert-base32-perl libcrypt-urandom-perl libemail-sender-perl libgd-securityimage-perl
  libhtml-template-perl libimage-magick-perl libio-socket-timeout-perl libio-string-perl libjson-perl libnet-ldap-perl
  libplack-perl libstring-random-perl libxml-libxml-perl starman'
# Firefox as schools have it, the words of what it prints, and WebKitGTK, which has the engine of Safari.
browsers='firefox-esr poppler-utils webkit2gtk-driver xvfb'
# The servers that logins and messages are compared with; only the benches and one test start these.
peers='apache2 libapache2-mod-auth-cas dovecot-lmtpd dovecot-imapd'
packages="slapd ldap-utils mariadb-server chromium chromium-headless-shell chromium-l10n fonts-liberation $browsers $lemonldap $peers"

missing=
for package in $packages; do
  dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed ||
    missing="$missing $package"
done

if [ -z "$missing" ]; then
  say 'The servers of the tests are already installed.'
  exit 0
fi

export DEBIAN_FRONTEND=noninteractive
apt-get update -q
# shellcheck disable=SC2086 # a list of names
apt-get install -q -y --no-install-recommends $missing
say "Installed for the tests:$missing."
