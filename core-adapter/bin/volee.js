#!/usr/bin/env node
// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs';

const main = new URL('../dist/cli/main.js', import.meta.url);
if (!existsSync(main)) {
  console.error('volee: not built yet. Run "npm run ready" in the repository first.');
  process.exit(1);
}
await import(main.href);
