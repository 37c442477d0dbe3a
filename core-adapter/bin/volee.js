#!/usr/bin/env node
// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';

// By default, V8 lets garbage grow to four times the live memory before it collects: with this, a sync of a region needs half as much.
setFlagsFromString('--heap-growing-percent=75');

const main = new URL('../dist/cli/main.js', import.meta.url);
if (!existsSync(main)) {
  console.error('volee: not built yet. Run "npm run ready" in the repository first.');
  process.exit(1);
}
await import(main.href);
