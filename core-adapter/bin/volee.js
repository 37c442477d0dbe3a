#!/usr/bin/env -S node --max-semi-space-size=16
// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';

// The flag in the first line is the default of Node.js 20. Node.js 24 has a larger one on a machine with much memory, with which a sync
// of 25,000 entries needs 100 MB more. V8 takes it at the start of the process alone, so that the unit of the service names it, too.

// By default, V8 lets garbage grow to four times the live memory before it collects: with this, a sync of a region needs half as much.
setFlagsFromString('--heap-growing-percent=75');

const main = new URL('../dist/cli/main.js', import.meta.url);
if (!existsSync(main)) {
  console.error('volee: not built yet. Run "npm run ready" in the repository first.');
  process.exit(1);
}
await import(main.href);
