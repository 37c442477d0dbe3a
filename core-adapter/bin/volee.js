#!/usr/bin/env node
// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';

// Left alone, V8 lets garbage grow to four times of what lives before it collects: a sync of a region needs half as much.
setFlagsFromString('--heap-growing-percent=75');

const main = new URL('../dist/cli/main.js', import.meta.url);
if (!existsSync(main)) {
  console.error('volee: not built yet. Run "npm run ready" in the repository first.');
  process.exit(1);
}
await import(main.href);
