#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Runs a command with the nodejs and npm packages of Debian 13, whatever other Node.js the machine has:
# sudo test/services/on-debian-node.sh npm test
# Another package called nodejs stays installed: Debian's is installed over it in a mount namespace that ends with the command.
set -eu

# Debian marks the versions of its sources.
is_debians() {
  dpkg-query --show --showformat='${Version}' nodejs 2>/dev/null | grep -q '+dfsg' && [ -x /usr/bin/npm ]
}

run() {
  PATH="/usr/bin:$PATH"
  export PATH
  echo "Node.js $(node --version), npm $(npm --version)"
  exec "$@"
}

[ "$#" -gt 0 ] || { echo "Name a command: $0 npm test" >&2; exit 2; }
if is_debians; then run "$@"; fi
[ "$(id -u)" -eq 0 ] || { echo "This script installs Debian packages: run it as root, sudo $0 …" >&2; exit 1; }

# A second run of this script, inside the namespace, mounts a layer that takes what apt-get writes.
if [ "${VOLEE_DEBIAN_NODE_LAYER:-}" = '' ]; then
  layer=$(mktemp -d)
  trap 'rmdir "$layer"' EXIT
  VOLEE_DEBIAN_NODE_LAYER=$layer unshare --mount "$0" "$@"
  exit
fi

layer=$VOLEE_DEBIAN_NODE_LAYER
unset VOLEE_DEBIAN_NODE_LAYER
mount --make-rprivate /
mount -t tmpfs volee "$layer"
for folder in usr etc var; do
  mkdir -p "$layer/$folder/upper" "$layer/$folder/work"
  mount -t overlay overlay -o "lowerdir=/$folder,upperdir=$layer/$folder/upper,workdir=$layer/$folder/work" "/$folder"
done
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -qq --no-install-recommends --allow-downgrades nodejs/trixie npm/trixie >"$layer/apt.log" 2>&1 ||
  { cat "$layer/apt.log" >&2; exit 1; }
is_debians || { echo 'Debian did not give its own nodejs package.' >&2; exit 1; }
run "$@"
