#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Runs a command with Node.js 24 from the npm package `node`, whatever other Node.js the machine has:
# test/services/on-node-24.sh npm run test:unit
set -eu

[ "$#" -gt 0 ] || { echo "Name a command: $0 npm run test:unit" >&2; exit 2; }
root=$(cd "$(dirname "$0")/../.." && pwd)
# Outside the modules of the project, where npm would put this Node.js before the one of the machine.
folder=$root/node_modules/.cache/node-24
npm install --prefix "$folder" --no-save --no-audit --no-fund --loglevel=error node@24.21.0
PATH="$folder/node_modules/node/bin:$PATH"
export PATH
echo "Node.js $(node --version)"
exec "$@"
